-- The documents whose province has a unit in a set of units: that of what is seen ("ntm.scope"), or written about ("ntm.writes").
CREATE FUNCTION access_documents(setting text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH RECURSIVE above (id) AS (
    SELECT unit FROM access_scope_unit WHERE scope = nullif(current_setting(setting, true), '')::integer
    UNION
    SELECT u.parent_id FROM above a JOIN unit u ON u.id = a.id WHERE u.parent_id IS NOT NULL)
  SELECT t.document_id FROM tasking t JOIN unit p ON p.code = t.body ->> 'province'
    AND (t.body ->> 'askedOn')::date BETWEEN coalesce(p.valid_from, '-infinity') AND coalesce(p.valid_to, 'infinity')
  WHERE p.id IN (SELECT id FROM above) $$;
--> statement-breakpoint
-- What happened to a task or a recommendation of a unit is told to who sees the unit; to one of agencies, to whoever has something in their
-- province, since what their own tasks and dossiers wait for rests on it. It is written by nobody who answers for nothing there.
DO $$
DECLARE
  one record;
  readable text;
  writable text;
BEGIN
  FOR one IN SELECT * FROM (VALUES ('task_event', 'tasks.report'), ('recommendation_event', 'recommendations.answer')) given (name, action)
  LOOP
    readable := format('(SELECT access_sees_all()) OR coalesce(access_subject_unit(%1$I.document_id, %1$I.subject) IN (SELECT access_seen()),
      %1$I.document_id IN (SELECT access_documents(''ntm.scope'')))', one.name);
    writable := format('(SELECT access_may(%2$L)) AND ((SELECT access_writes_all()) OR coalesce(
      access_subject_unit(%1$I.document_id, %1$I.subject) IN (SELECT access_written()),
      %1$I.document_id IN (SELECT access_documents(''ntm.writes''))))', one.name, one.action);
    EXECUTE format('ALTER POLICY access_read ON %I USING (%s)', one.name, readable);
    EXECUTE format('ALTER POLICY access_insert ON %I WITH CHECK (%s)', one.name, writable);
    EXECUTE format('ALTER POLICY access_update ON %I USING (%s) WITH CHECK (%s)', one.name, writable, writable);
    EXECUTE format('ALTER POLICY access_delete ON %I USING (%s)', one.name, writable);
  END LOOP;
END $$;
--> statement-breakpoint
-- Whether rows of an entry are about agencies alone, of documents whose province has a unit that is seen: as in their tables.
CREATE FUNCTION change_of_agencies_seen(rows jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT change_of_agencies(rows) AND NOT EXISTS (SELECT FROM jsonb_array_elements(rows) r
    WHERE split_part(r ->> 'subject', '/', 1) NOT IN (SELECT access_documents('ntm.scope'))) $$;
--> statement-breakpoint
ALTER POLICY access_read ON change USING ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all()) OR units && ARRAY(SELECT access_seen())
  OR (units = '{}' AND CASE WHEN noun IN ('task_event', 'recommendation_event') THEN change_of_agencies_seen(coalesce(after, before))
    ELSE noun <> ALL (ARRAY['person_event', 'account_event', 'webhook_endpoint', 'evidence_file']) END)));
