-- What happened to a recommendation is of the unit that it was made to, as a task is; what agencies of the province do is of no unit.
SELECT change_followed('recommendation_event', 'whole', 'select u.id from moved m join document d on d.id = m.document_id
  join unit u on u.code = substring(m.subject from ''@(\d{2,3}|\d{5}|\d{8})$'')
    and d.date between coalesce(u.valid_from, ''-infinity'') and coalesce(u.valid_to, ''infinity'')');
--> statement-breakpoint
-- Whether rows of an entry are about agencies alone: then they are everybody's to read who has signed in, as in their tables.
CREATE FUNCTION change_of_agencies(rows jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT EXISTS (SELECT FROM jsonb_array_elements(rows) r WHERE r ->> 'subject' ~ '@(\d{2,3}|\d{5}|\d{8})$') $$;
--> statement-breakpoint
ALTER POLICY access_read ON change USING ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all()) OR units && ARRAY(SELECT access_seen())
  OR (units = '{}' AND CASE WHEN noun IN ('task_event', 'recommendation_event') THEN change_of_agencies(coalesce(after, before))
    ELSE noun <> ALL (ARRAY['person_event', 'account_event', 'webhook_endpoint', 'evidence_file']) END)));
