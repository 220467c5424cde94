CREATE TABLE "access_scope" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access_scope_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	CONSTRAINT "access_scope_once" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "access_scope_unit" (
	"scope" integer NOT NULL,
	"unit" integer NOT NULL,
	CONSTRAINT "access_scope_unit_pk" PRIMARY KEY("scope","unit")
);
--> statement-breakpoint
ALTER TABLE "access_scope_unit" ADD CONSTRAINT "access_scope_unit_scope_access_scope_id_fk" FOREIGN KEY ("scope") REFERENCES "public"."access_scope"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Row-level security. The tables' owner is held to nothing, so nothing changes for who runs the program without accounts. With them every
-- connection for somebody becomes ntm_scoped, which owns nothing, cannot get round any policy, and is told by settings what it is held to:
--   ntm.scope   the set of units that may be read (access_scope): 0 all of them, -1 none
--   ntm.writes  the set of units that may be written about, likewise
--   ntm.may     the one action that is being done
--   ntm.person  who does it
-- Roles belong to the whole server: where this account may not make one, the program says what is to be run once accounts are switched on.
DO $$ BEGIN
  IF to_regrole('ntm_scoped') IS NULL THEN
    BEGIN
      CREATE ROLE ntm_scoped NOLOGIN NOBYPASSRLS;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
    END;
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION access_sees_all() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ntm.scope', true), '') = '0' $$;
--> statement-breakpoint
CREATE FUNCTION access_writes_all() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ntm.writes', true), '') = '0' $$;
--> statement-breakpoint
CREATE FUNCTION access_seen() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT unit FROM access_scope_unit WHERE scope = nullif(current_setting('ntm.scope', true), '')::integer $$;
--> statement-breakpoint
CREATE FUNCTION access_written() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT unit FROM access_scope_unit WHERE scope = nullif(current_setting('ntm.writes', true), '')::integer $$;
--> statement-breakpoint
CREATE FUNCTION access_may(VARIADIC actions text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ntm.may', true), '') = ANY (actions) $$;
--> statement-breakpoint
-- Facts of units. "reads" and "writes": whether a row is about a unit that is seen, or written about; where all are, they are not asked.
CREATE FUNCTION access_scoped(scoped text, reads text, writes text, VARIADIC actions text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  readable text := format('(SELECT access_sees_all()) OR %s', reads);
  writable text := format('(SELECT access_may(VARIADIC %L::text[])) AND ((SELECT access_writes_all()) OR %s)', actions, writes);
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
  EXECUTE format('CREATE POLICY access_read ON %I FOR SELECT USING (%s)', scoped, readable);
  EXECUTE format('CREATE POLICY access_insert ON %I FOR INSERT WITH CHECK (%s)', scoped, writable);
  EXECUTE format('CREATE POLICY access_update ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', scoped, writable, writable);
  EXECUTE format('CREATE POLICY access_delete ON %I FOR DELETE USING (%s)', scoped, writable);
END $$;
--> statement-breakpoint
-- Rows that name their unit in a column.
CREATE FUNCTION access_scoped_by_unit(scoped text, VARIADIC actions text[]) RETURNS void LANGUAGE sql AS $$
  SELECT access_scoped(scoped, 'unit IN (SELECT access_seen())', 'unit IN (SELECT access_written())', VARIADIC actions) $$;
--> statement-breakpoint
-- Rows that belong to one of another table ("owner"), which has the unit; "belongs" says to which.
CREATE FUNCTION access_scoped_by_owner(scoped text, owner text, belongs text, VARIADIC actions text[]) RETURNS void LANGUAGE sql AS $$
  SELECT access_scoped(scoped,
    format('EXISTS (SELECT FROM %I o WHERE %s AND o.unit IN (SELECT access_seen()))', owner, belongs),
    format('EXISTS (SELECT FROM %I o WHERE %s AND o.unit IN (SELECT access_written()))', owner, belongs),
    VARIADIC actions) $$;
--> statement-breakpoint
-- Registers, sets, documents: everybody who has signed in reads them, whoever does one of the actions writes them.
CREATE FUNCTION access_open(opened text, VARIADIC actions text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  writable text := format('(SELECT access_may(VARIADIC %L::text[]))', actions);
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', opened);
  EXECUTE format('CREATE POLICY access_read ON %I FOR SELECT USING (true)', opened);
  EXECUTE format('CREATE POLICY access_insert ON %I FOR INSERT WITH CHECK (%s)', opened, writable);
  EXECUTE format('CREATE POLICY access_update ON %I FOR UPDATE USING (%s) WITH CHECK (%s)', opened, writable, writable);
  EXECUTE format('CREATE POLICY access_delete ON %I FOR DELETE USING (%s)', opened, writable);
END $$;
--> statement-breakpoint
-- Nobody's but the program's own: there is no policy, so no row is read or written.
CREATE FUNCTION access_closed(closed text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', closed);
END $$;
--> statement-breakpoint
-- What ntm_scoped may do with tables at all: with those under row-level security and with the "shared" ones, which name no unit. To be called
-- by the owner at each start with accounts, since the role may come later than this migration.
CREATE FUNCTION access_granted(shared text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  PERFORM pg_advisory_xact_lock(7237485);
  EXECUTE 'GRANT USAGE ON SCHEMA public TO ntm_scoped';
  FOR one IN SELECT c.relname, c.relrowsecurity OR c.relname = ANY (shared) AS opened FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    IF one.opened THEN EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ntm_scoped', one.relname);
    ELSE EXECUTE format('REVOKE ALL ON %I FROM ntm_scoped', one.relname);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION access_granted(text[]) FROM PUBLIC;
--> statement-breakpoint
-- Entries of what migrations of the same transaction changed are sealed first: tables with events that wait cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
SELECT access_scoped_by_unit(name, 'values.record', 'values.move', 'values.rebuild', 'dossiers.record')
FROM unnest(ARRAY['observation', 'observation_approved', 'observation_submitted']) name;
--> statement-breakpoint
SELECT access_scoped_by_owner(name, 'observation', format('o.id = %I.observation', name), 'values.record', 'values.move', 'dossiers.record')
FROM unnest(ARRAY['observation_note', 'observation_move']) name;
--> statement-breakpoint
SELECT access_scoped_by_unit('recognition', 'dossiers.record');
--> statement-breakpoint
SELECT access_scoped_by_unit('funding_entry', 'funding.record', 'funding.undo');
--> statement-breakpoint
SELECT access_scoped_by_owner('funding_note', 'funding_entry', 'o.id = funding_note.entry', 'funding.record', 'funding.undo');
--> statement-breakpoint
SELECT access_scoped_by_unit(name, 'works.record') FROM unnest(ARRAY['work_batch', 'work', 'land_gift']) name;
--> statement-breakpoint
SELECT access_scoped_by_owner('work_report', 'work', 'o.province = work_report.province AND o.id = work_report.work', 'works.record');
--> statement-breakpoint
SELECT access_scoped_by_owner('land_event', 'land_gift', 'o.province = land_event.province AND o.id = land_event.gift', 'works.record');
--> statement-breakpoint
SELECT access_scoped_by_unit('dossier', 'dossiers.open', 'dossiers.record');
--> statement-breakpoint
SELECT access_scoped_by_owner('dossier_event', 'dossier', 'o.id = dossier_event.dossier', 'dossiers.open', 'dossiers.record');
--> statement-breakpoint
SELECT access_scoped_by_unit('inventory_item', 'registers.record');
--> statement-breakpoint
SELECT access_scoped_by_owner('inventory_event', 'inventory_item', 'o.id = inventory_event.item', 'registers.record');
--> statement-breakpoint
-- The unit that a task or a recommendation is of, by the code that its key ends with, as of the day of its document; null for one of an agency.
CREATE FUNCTION access_subject_unit(document_id text, subject text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT u.id FROM document d JOIN unit u ON u.code = substring(subject FROM '@(\d{2,3}|\d{5}|\d{8})$')
    AND d.date BETWEEN coalesce(u.valid_from, '-infinity') AND coalesce(u.valid_to, 'infinity')
  WHERE d.id = document_id LIMIT 1 $$;
--> statement-breakpoint
-- What agencies of the province do is the business of everybody who has signed in.
SELECT access_scoped(name,
  format('coalesce(access_subject_unit(%1$I.document_id, %1$I.subject) IN (SELECT access_seen()), true)', name),
  format('coalesce(access_subject_unit(%1$I.document_id, %1$I.subject) IN (SELECT access_written()), true)', name), action)
FROM (VALUES ('task_event', 'tasks.report'), ('recommendation_event', 'recommendations.answer')) given (name, action);
--> statement-breakpoint
-- A file is found by its hash alone, and read by who sees anything that it proves, or is about to hand it in.
SELECT access_scoped('evidence_file', '(SELECT access_may(''evidence.keep''))
  OR EXISTS (SELECT FROM observation_note n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')
  OR EXISTS (SELECT FROM work_report n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')
  OR EXISTS (SELECT FROM dossier_event n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')
  OR EXISTS (SELECT FROM inventory_item n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')
  OR EXISTS (SELECT FROM task_event n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')
  OR EXISTS (SELECT FROM recommendation_event n WHERE n.evidence::text LIKE ''%'' || evidence_file.sha256 || ''%'')',
  'true', 'evidence.keep');
--> statement-breakpoint
SELECT access_open(name, VARIADIC ARRAY[]::text[]) FROM unnest(ARRAY['document', 'legal_basis', 'figure', 'printed_table', 'printed_row', 'finding', 'source_import',
  'funding_table', 'assignment', 'agency', 'work_calendar', 'tasking', 'duty', 'recommendation', 'limitation', 'dossier_procedure',
  'inventory_target', 'change_head']) name;
--> statement-breakpoint
SELECT access_open(name, 'units.reorganise') FROM unnest(ARRAY['unit', 'transfer', 'reorganisation', 'unit_register']) name;
--> statement-breakpoint
SELECT access_open(name, 'units.boundaries') FROM unnest(ARRAY['boundary', 'boundary_import']) name;
--> statement-breakpoint
SELECT access_open(name, 'sets.load') FROM unnest(ARRAY['criteria_set', 'criteria_set_version', 'criteria_set_basis', 'criterion', 'indicator',
  'set_result', 'set_result_line', 'target']) name;
--> statement-breakpoint
SELECT access_open('works_rules', 'works.rules');
--> statement-breakpoint
-- The journal of all changes: entries about units that are seen, and about what everybody may read. Written by its triggers, as their owner.
ALTER TABLE change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY access_read ON change FOR SELECT USING ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all()) OR units && ARRAY(SELECT access_seen())
  OR (units = '{}' AND noun <> ALL (ARRAY['person_event', 'webhook_endpoint', 'evidence_file', 'task_event', 'recommendation_event']))));
--> statement-breakpoint
-- Webhooks: those of who asks, or all for who sees everything.
ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY access_own ON webhook_endpoint FOR ALL USING ((SELECT access_may('webhooks.manage'))
  AND ((SELECT access_sees_all()) OR person = current_setting('ntm.person', true)));
--> statement-breakpoint
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY access_own ON webhook_delivery FOR SELECT USING (EXISTS (SELECT FROM webhook_endpoint e WHERE e.id = webhook_delivery.endpoint));
--> statement-breakpoint
-- Who has what is told to who plans a reorganisation, for the scopes that it moves.
ALTER TABLE person_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY access_read ON person_event FOR SELECT USING ((SELECT access_may('units.preview', 'units.reorganise')));
--> statement-breakpoint
SELECT access_closed(name) FROM unnest(ARRAY['account_user', 'account_session', 'account_way', 'account_verification', 'account_two_factor',
  'account_key', 'account_device', 'letter', 'change_draft', 'access_scope', 'access_scope_unit']) name;
--> statement-breakpoint
SET CONSTRAINTS ALL DEFERRED;
