-- Everything that changes, as a chain of entries that triggers write; and webhooks, which are handed them.
CREATE TABLE "change" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"moment" timestamp(3) with time zone NOT NULL,
	"person" text,
	"origin" jsonb,
	"noun" text NOT NULL,
	"op" text NOT NULL,
	"rows" integer NOT NULL,
	"units" integer[] NOT NULL,
	"first_id" bigint,
	"last_id" bigint,
	"columns" text,
	"before" jsonb,
	"after" jsonb,
	"digest" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "change_op" CHECK ("change"."op" in ('insert', 'update', 'delete', 'truncate', 'opening'))
);
--> statement-breakpoint
CREATE TABLE "change_draft" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "change_draft_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person" text,
	"origin" jsonb,
	"noun" text NOT NULL,
	"op" text NOT NULL,
	"rows" integer NOT NULL,
	"units" integer[] NOT NULL,
	"first_id" bigint,
	"last_id" bigint,
	"columns" text,
	"before" jsonb,
	"after" jsonb,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_head" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"moment" timestamp(3) with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "change_head_one" CHECK ("change_head"."one")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"endpoint" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_delivery_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"took" integer NOT NULL,
	"status" integer,
	"answer" text NOT NULL,
	"ok" boolean NOT NULL,
	CONSTRAINT "webhook_delivery_pk" PRIMARY KEY("endpoint","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_endpoint_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person" text,
	"url" text NOT NULL,
	"description" text NOT NULL,
	"nouns" jsonb,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"delivered" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try" timestamp(3) with time zone NOT NULL,
	"failing_since" timestamp(3) with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"notice" text,
	"removed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE INDEX "change_units" ON "change" USING gin ("units");--> statement-breakpoint
CREATE INDEX "change_person" ON "change" USING btree ("person","seq");--> statement-breakpoint
CREATE INDEX "webhook_endpoint_due" ON "webhook_endpoint" USING btree ("next_try") WHERE "webhook_endpoint"."active" and "webhook_endpoint"."removed_at" is null;--> statement-breakpoint
-- Drafts live as long as their transaction: nothing of them has to survive a crash.
ALTER TABLE "change_draft" SET UNLOGGED;
--> statement-breakpoint
INSERT INTO "change_head" ("seq", "moment", "hash") VALUES (0, '-infinity', '');
--> statement-breakpoint
-- The statement that notes what another statement did. "before" and "after" are what its rows are read from; null where there are none.
-- mode "whole": rows are kept in the entry. "range": of more than 200 rows only their digest and their numbers, since the table is
-- append-only and has them. "cols": the columns that are noted. "units_of": a query that gives the units of the rows in "moved".
CREATE FUNCTION change_statement(noun text, op text, mode text, cols text, units_of text, before text, after text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
SELECT format($q$
with moved as materialized (%1$s), before as (%2$s), after as (%3$s),
  counted as (select %4$s),
  contents as (
    select counted.*, %5$s as body_before,
      case when %6$L = 'whole' or counted.n <= 200 then (%7$s) end as body_after from counted)
insert into change_draft (person, origin, noun, op, rows, units, first_id, last_id, columns, before, after, digest)
select nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, %8$L, %9$L, n,
  (select coalesce(array_agg(distinct u.unit order by u.unit), '{}') from (%10$s) u (unit) where u.unit is not null),
  first_id, last_id,
  case when body_before is null and body_after is null then %11$L end, body_before, body_after,
  encode(sha256(convert_to(
    case when body_before is null and body_after is null then (%12$s)
      else coalesce(body_before::text, '') || E'\n' || coalesce(body_after::text, '') end, 'UTF8')), 'hex')
from contents where n > 0
$q$,
  concat_ws(' union all ', 'select * from ' || before, 'select * from ' || after),
  CASE WHEN before IS NULL THEN 'select null where false' ELSE format('select %s from %s', cols, before) END,
  CASE WHEN after IS NULL THEN 'select null where false' ELSE format('select %s from %s', cols, after) END,
  CASE WHEN mode = 'range'
    THEN format('count(*)::int as n, min(id)::bigint as first_id, max(id)::bigint as last_id from %s', coalesce(after, before))
    ELSE format('count(*)::int as n, null::bigint as first_id, null::bigint as last_id from %s', coalesce(after, before)) END,
  CASE WHEN before IS NULL THEN 'null::jsonb' ELSE '(select jsonb_agg(to_jsonb(r)) from before r)' END,
  mode,
  CASE WHEN after IS NULL THEN 'select null::jsonb' ELSE 'select jsonb_agg(to_jsonb(r)) from after r' END,
  noun, op, coalesce(units_of, 'select null::int'), cols,
  CASE WHEN mode = 'range' AND after IS NOT NULL THEN 'select string_agg(r::text, E''\n'' order by r.id) from after r' ELSE 'select null::text' END)
$$;
--> statement-breakpoint
CREATE FUNCTION change_noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO change_draft (person, origin, noun, op, rows, units, digest)
    VALUES (nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, TG_TABLE_NAME, 'truncate',
      0, '{}', encode(sha256(convert_to(E'\n', 'UTF8')), 'hex'));
  ELSE
    EXECUTE change_statement(TG_TABLE_NAME::text, lower(TG_OP), TG_ARGV[0], TG_ARGV[1], nullif(TG_ARGV[2], ''),
      CASE WHEN TG_OP <> 'INSERT' THEN 'old_rows' END, CASE WHEN TG_OP <> 'DELETE' THEN 'new_rows' END);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- At the end of the transaction drafts become entries. The head is the last lock that a transaction takes: whoever waits for it holds all others,
-- so nobody waits in a circle, and numbers follow each other in the order of the commits.
CREATE FUNCTION change_entered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
DECLARE
  head change_head%ROWTYPE;
  now_at timestamp (3) with time zone;
  sealed text;
BEGIN
  SELECT * INTO STRICT head FROM change_head FOR UPDATE;
  now_at := greatest(date_trunc('milliseconds', clock_timestamp()), head.moment);
  sealed := encode(sha256(convert_to(head.hash || E'\n' || json_build_array(
    (head.seq + 1)::text, to_char(now_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.person, NEW.origin::text, NEW.noun, NEW.op, NEW.rows::text,
    NEW.units::text, NEW.first_id::text, NEW.last_id::text, NEW.columns, NEW.digest)::text, 'UTF8')), 'hex');
  INSERT INTO change (seq, moment, person, origin, noun, op, rows, units, first_id, last_id, columns, before, after, digest, hash)
  VALUES (head.seq + 1, now_at, NEW.person, NEW.origin, NEW.noun, NEW.op, NEW.rows, NEW.units, NEW.first_id, NEW.last_id, NEW.columns,
    NEW.before, NEW.after, NEW.digest, sealed);
  UPDATE change_head SET seq = head.seq + 1, moment = now_at, hash = sealed;
  DELETE FROM change_draft WHERE id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER change_draft_entered AFTER INSERT ON "change_draft" DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION change_entered();
--> statement-breakpoint
-- Entries and the head are written by the triggers above, or not at all.
CREATE FUNCTION change_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR TG_OP IN ('DELETE', 'TRUNCATE') OR (TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'change') THEN
    RAISE EXCEPTION '% is append-only and written by triggers alone', TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER change_kept BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "change" FOR EACH STATEMENT EXECUTE FUNCTION change_is_kept();
--> statement-breakpoint
CREATE TRIGGER change_head_kept BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "change_head"
FOR EACH STATEMENT EXECUTE FUNCTION change_is_kept();
--> statement-breakpoint
REVOKE ALL ON "change", "change_head", "change_draft" FROM PUBLIC;
--> statement-breakpoint
-- Follows a table from now on; what it holds already becomes an entry "opening". To be called by the migration that makes a table of facts,
-- and again by one that adds a column to it. "omitted": columns that are too large, or secret.
CREATE FUNCTION change_followed(followed text, mode text, units_of text, omitted text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
DECLARE
  cols text;
  arguments text;
  known boolean;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO STRICT cols FROM pg_attribute
  WHERE attrelid = followed::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (omitted);
  SELECT count(*) > 0 INTO known FROM pg_trigger WHERE tgrelid = followed::regclass AND tgname = 'change_insert';
  arguments := format('%L, %L, %L', mode, cols, coalesce(units_of, ''));
  EXECUTE format('CREATE OR REPLACE TRIGGER change_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION change_noted(%s)', followed, arguments);
  EXECUTE format('CREATE OR REPLACE TRIGGER change_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION change_noted(%s)', followed, arguments);
  EXECUTE format('CREATE OR REPLACE TRIGGER change_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION change_noted(%s)', followed, arguments);
  EXECUTE format('CREATE OR REPLACE TRIGGER change_truncate AFTER TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION change_noted(%s)', followed, arguments);
  IF NOT known THEN
    EXECUTE change_statement(followed, 'opening', mode, cols, units_of, NULL, quote_ident(followed));
  END IF;
END
$$;
--> statement-breakpoint
SELECT change_followed('source_import', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed(name, 'whole', NULL) FROM unnest(ARRAY['document', 'legal_basis', 'figure', 'printed_table', 'printed_row']) name;
--> statement-breakpoint
SELECT change_followed('reorganisation', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('unit', 'whole', 'select id from moved');
--> statement-breakpoint
SELECT change_followed('transfer', 'whole', 'select unnest(array[from_id, to_id]) from moved');
--> statement-breakpoint
SELECT change_followed('boundary_import', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('boundary', 'whole', 'select unit_id from moved', '{polygons}');
--> statement-breakpoint
SELECT change_followed(name, 'whole', NULL) FROM unnest(ARRAY['criteria_set', 'criteria_set_version', 'criteria_set_basis', 'criterion', 'indicator',
  'set_result', 'set_result_line', 'target']) name;
--> statement-breakpoint
SELECT change_followed('recognition', 'whole', 'select unit from moved');
--> statement-breakpoint
SELECT change_followed('observation', 'range', 'select unit from moved');
--> statement-breakpoint
SELECT change_followed(name, 'whole', 'select o.unit from moved m join observation o on o.id = m.observation')
FROM unnest(ARRAY['observation_note', 'observation_move']) name;
--> statement-breakpoint
SELECT change_followed('evidence_file', 'whole', NULL, '{content}');
--> statement-breakpoint
SELECT change_followed('funding_table', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('funding_entry', 'range', 'select unit from moved');
--> statement-breakpoint
SELECT change_followed('funding_note', 'whole', 'select e.unit from moved m join funding_entry e on e.id = m.entry');
--> statement-breakpoint
SELECT change_followed('works_rules', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed(name, 'whole', 'select unit from moved') FROM unnest(ARRAY['work_batch', 'work', 'land_gift']) name;
--> statement-breakpoint
SELECT change_followed('work_report', 'whole', 'select w.unit from moved m join work w on w.province = m.province and w.id = m.work');
--> statement-breakpoint
SELECT change_followed('land_event', 'whole', 'select g.unit from moved m join land_gift g on g.province = m.province and g.id = m.gift');
--> statement-breakpoint
SELECT change_followed(name, 'whole', NULL) FROM unnest(ARRAY['assignment', 'agency', 'work_calendar', 'tasking', 'duty', 'recommendation', 'limitation'])
  name;
--> statement-breakpoint
-- A task of a unit ends with the unit's code as of the day of its document.
SELECT change_followed('task_event', 'whole', 'select u.id from moved m join document d on d.id = m.document_id
  join unit u on u.code = substring(m.subject from ''@(\d{2,3}|\d{5}|\d{8})$'')
    and d.date between coalesce(u.valid_from, ''-infinity'') and coalesce(u.valid_to, ''infinity'')');
--> statement-breakpoint
SELECT change_followed('recommendation_event', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('dossier_procedure', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('dossier', 'whole', 'select unit from moved');
--> statement-breakpoint
SELECT change_followed('dossier_event', 'whole', 'select d.unit from moved m join dossier d on d.id = m.dossier');
--> statement-breakpoint
SELECT change_followed('inventory_item', 'whole', 'select unit from moved');
--> statement-breakpoint
SELECT change_followed('inventory_event', 'whole', 'select i.unit from moved m join inventory_item i on i.id = m.item');
--> statement-breakpoint
SELECT change_followed('inventory_target', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('person_event', 'whole', NULL);
--> statement-breakpoint
SELECT change_followed('webhook_endpoint', 'whole', NULL,
  '{secret,former_secret,former_until,delivered,attempts,next_try,failing_since}');
