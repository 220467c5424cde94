CREATE TABLE "account_event" (
	"id" integer PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"body" jsonb NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	"recorder" text,
	"recorder_name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "account_event_person" ON "account_event" USING btree ("person");
--> statement-breakpoint
INSERT INTO "journal_ledger" ("name", "last_id") VALUES ('accounts', 0);
--> statement-breakpoint
CREATE FUNCTION account_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'account_event is append-only';
END
$$;
--> statement-breakpoint
CREATE TRIGGER account_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_event" FOR EACH STATEMENT EXECUTE FUNCTION account_event_is_kept();
--> statement-breakpoint
SELECT change_followed('account_event', 'whole', NULL);
--> statement-breakpoint
SELECT access_closed('account_event');
--> statement-breakpoint
-- In the trail it is for who sees everything, as what people were given is.
ALTER POLICY access_read ON change USING ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all()) OR units && ARRAY(SELECT access_seen())
  OR (units = '{}' AND noun <> ALL (ARRAY['person_event', 'account_event', 'webhook_endpoint', 'evidence_file', 'task_event', 'recommendation_event']))));
