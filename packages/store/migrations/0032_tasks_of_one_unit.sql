CREATE TABLE "asked_alone" (
	"asks" text NOT NULL,
	"document_id" text NOT NULL,
	"no" text NOT NULL,
	"code" text NOT NULL,
	"import_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asked_alone_pk" PRIMARY KEY("document_id","asks","no")
);
--> statement-breakpoint
ALTER TABLE "asked_alone" ADD CONSTRAINT "asked_alone_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asked_alone" ADD CONSTRAINT "asked_alone_import_id_source_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."source_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT access_open('asked_alone', VARIADIC ARRAY[]::text[]);
--> statement-breakpoint
-- The unit that a task or a recommendation ("asks") is of, as of the day on which its document asks: by the code that its key ends with, or, where
-- one unit alone is asked, by what the document says; null for one of an agency.
CREATE FUNCTION access_subject_unit(asks text, document_id text, subject text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT u.id FROM document d LEFT JOIN tasking t ON t.document_id = d.id
    JOIN unit u ON u.code = coalesce(substring(access_subject_unit.subject FROM '@(\d{2,3}|\d{5}|\d{8})$'),
      (SELECT a.code FROM asked_alone a WHERE a.document_id = d.id AND a.asks = access_subject_unit.asks
        AND a.no = split_part(split_part(access_subject_unit.subject, '/', 2), '@', 1)))
    AND coalesce((t.body ->> 'askedOn')::date, d.date) BETWEEN coalesce(u.valid_from, '-infinity') AND coalesce(u.valid_to, 'infinity')
  WHERE d.id = access_subject_unit.document_id LIMIT 1 $$;
--> statement-breakpoint
DO $$
DECLARE
  one record;
  readable text;
  writable text;
BEGIN
  FOR one IN SELECT * FROM (VALUES ('task_event', 'task', 'tasks.report'), ('recommendation_event', 'recommendation', 'recommendations.answer'))
    given (name, asks, action)
  LOOP
    readable := format('(SELECT access_sees_all()) OR coalesce(access_subject_unit(%2$L, %1$I.document_id, %1$I.subject) IN (SELECT access_seen()),
      %1$I.document_id IN (SELECT access_documents(''ntm.scope'')))', one.name, one.asks);
    writable := format('(SELECT access_may(%3$L)) AND ((SELECT access_writes_all()) OR coalesce(
      access_subject_unit(%2$L, %1$I.document_id, %1$I.subject) IN (SELECT access_written()),
      %1$I.document_id IN (SELECT access_documents(''ntm.writes''))))', one.name, one.asks, one.action);
    EXECUTE format('ALTER POLICY access_read ON %I USING (%s)', one.name, readable);
    EXECUTE format('ALTER POLICY access_insert ON %I WITH CHECK (%s)', one.name, writable);
    EXECUTE format('ALTER POLICY access_update ON %I USING (%s) WITH CHECK (%s)', one.name, writable, writable);
    EXECUTE format('ALTER POLICY access_delete ON %I USING (%s)', one.name, writable);
    PERFORM change_followed(one.name, 'whole',
      format('select access_subject_unit(%L, m.document_id, m.subject) from moved m', one.asks));
  END LOOP;
END $$;
--> statement-breakpoint
-- Whether all rows of an entry that names no unit may be told: those of agencies where their documents' province has a unit that is seen, those of a
-- unit where it is seen. What was entered before tasks of one unit alone had their unit is among them.
CREATE FUNCTION change_of_subjects_seen(noun text, rows jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM jsonb_array_elements(rows) r, LATERAL (SELECT split_part(r ->> 'subject', '/', 1) AS document_id) d,
      LATERAL (SELECT access_subject_unit(replace(noun, '_event', ''), d.document_id, r ->> 'subject') AS unit) u
    WHERE CASE WHEN u.unit IS NOT NULL THEN u.unit NOT IN (SELECT access_seen())
      ELSE r ->> 'subject' ~ '@(\d{2,3}|\d{5}|\d{8})$' OR d.document_id NOT IN (SELECT access_documents('ntm.scope')) END) $$;
--> statement-breakpoint
ALTER POLICY access_read ON change USING ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all()) OR units && ARRAY(SELECT access_seen())
  OR (units = '{}' AND CASE WHEN noun IN ('task_event', 'recommendation_event') THEN change_of_subjects_seen(noun, coalesce(after, before))
    ELSE noun <> ALL (ARRAY['person_event', 'account_event', 'webhook_endpoint', 'evidence_file']) END)));
--> statement-breakpoint
DROP FUNCTION change_of_agencies_seen(jsonb);
--> statement-breakpoint
DROP FUNCTION change_of_agencies(jsonb);
--> statement-breakpoint
DROP FUNCTION access_subject_unit(text, text);
