-- Tables with events that wait cannot be altered.
SET CONSTRAINTS ALL IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "of_rows" integer[];--> statement-breakpoint
ALTER TABLE "change_draft" ADD COLUMN "of_rows" integer[];--> statement-breakpoint
-- An entry about several units could be read whole by whoever sees one of them, below the API. From now on an entry says of which unit each row is, as
-- the row was written; what somebody does not see of it the database leaves out (`change_told`). "moved" is the row itself here.
CREATE FUNCTION change_unit_of(units_of text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT format('(with moved as (select s.*) select case when count(distinct u.unit) = 1 then min(u.unit) end from (%s) u (unit))',
  coalesce(units_of, 'select null::int')) $$;
--> statement-breakpoint
-- The units of an entry's rows, where they are not all the same.
CREATE FUNCTION change_of_rows(before integer[], after integer[]) RETURNS integer[] LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN count(DISTINCT coalesce(unit, 0)) > 1 THEN array_agg(unit ORDER BY place) END FROM (
  SELECT place, CASE WHEN before IS NULL OR after IS NULL THEN coalesce(b, a) WHEN b IS NOT DISTINCT FROM a THEN a ELSE -1 END AS unit
  FROM ROWS FROM (unnest(before), unnest(after)) WITH ORDINALITY e (b, a, place)) each $$;
--> statement-breakpoint
DROP FUNCTION change_parts_of(text, text);
--> statement-breakpoint
CREATE FUNCTION change_parts_of(cols text, units_of text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN source IS NULL THEN 'select null::bigint as part, null::int as n, null::jsonb as body, null::int[] as of_rows where false' ELSE format($q$
select part, count(*)::int as n, jsonb_agg(body order by place) as body, array_agg(unit order by place) as of_rows from (
  select (row_number() over () - 1) / 1000 as part, row_number() over () as place, to_jsonb(r) as body, %s as unit
  from %s s cross join lateral (select %s) r) placed
group by part
$q$, change_unit_of(units_of), source, cols) END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION change_whole_statement(noun text, op text, cols text, units_of text, before text, after text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
SELECT format($q$
with moved as materialized (%1$s), before as (%2$s), after as (%3$s),
  parts as (
    select part, coalesce(a.n, b.n) as n, b.body as body_before, a.body as body_after, change_of_rows(b.of_rows, a.of_rows) as of_rows
    from before b full join after a using (part))
insert into change_draft (person, origin, noun, op, rows, units, of_rows, before, after, digest)
select nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, %4$L, %5$L, n,
  (select coalesce(array_agg(distinct u.unit order by u.unit), '{}') from (%6$s) u (unit) where u.unit is not null),
  of_rows, body_before, body_after,
  encode(sha256(convert_to(coalesce(body_before::text, '') || E'\n' || coalesce(body_after::text, ''), 'UTF8')), 'hex')
from parts where body_before is null or body_before::text is distinct from body_after::text order by part
$q$,
  concat_ws(' union all ', 'select * from ' || before, 'select * from ' || after),
  change_parts_of(cols, units_of, before), change_parts_of(cols, units_of, after), noun, op, coalesce(units_of, 'select null::int'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION change_range_statement(noun text, op text, cols text, units_of text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT format($q$
with counted as materialized (select count(*)::int as n, min(id)::bigint as first_id, max(id)::bigint as last_id from %1$s),
  contents as (
    select counted.*, e.body, e.of_rows from counted left join lateral (
      select jsonb_agg(to_jsonb(r)) as body, array_agg(%6$s) as of_rows from (select * from %1$s) s cross join lateral (select %2$s) r) e on n <= 200)
insert into change_draft (person, origin, noun, op, rows, units, of_rows, first_id, last_id, columns, after, digest)
select nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, %3$L, %4$L, n,
  (select coalesce(array_agg(d.unit order by d.unit), '{}') from (
    with moved as not materialized (select * from %1$s) select distinct u.unit from (%5$s) u (unit)) d where d.unit is not null),
  change_of_rows(null, of_rows), first_id, last_id, case when body is null then %2$L end, body,
  encode(sha256(convert_to(
    case when body is null then (select string_agg(r::text, E'\n') from (select %2$s from %1$s) r) else E'\n' || body::text end, 'UTF8')), 'hex')
from contents where n > 0
$q$, source, cols, noun, op, coalesce(units_of, 'select null::int'), change_unit_of(units_of))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION change_entered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
  INSERT INTO change (seq, moment, person, origin, noun, op, rows, units, of_rows, first_id, last_id, columns, before, after, digest, hash)
  VALUES (head.seq + 1, now_at, NEW.person, NEW.origin, NEW.noun, NEW.op, NEW.rows, NEW.units, NEW.of_rows, NEW.first_id, NEW.last_id, NEW.columns,
    NEW.before, NEW.after, NEW.digest, sealed);
  UPDATE change_head SET seq = head.seq + 1, moment = now_at, hash = sealed;
  DELETE FROM change_draft WHERE id = NEW.id;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- The rows of an entry for who sees some units: others' are null and keep their places. What is of no unit is everybody's, but for events of agencies.
CREATE FUNCTION change_rows_seen(noun text, rows jsonb, of_rows integer[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
SELECT CASE WHEN rows IS NOT NULL THEN (
  SELECT jsonb_agg(CASE WHEN CASE WHEN unit IS NOT NULL THEN unit IN (SELECT access_seen())
      ELSE noun NOT IN ('task_event', 'recommendation_event') OR change_of_subjects_seen(noun, jsonb_build_array(r)) END
    THEN r ELSE 'null' END ORDER BY place)
  FROM ROWS FROM (jsonb_array_elements(rows), unnest(of_rows)) WITH ORDINALITY e (r, unit, place)) END $$;
--> statement-breakpoint
-- The journal as it is told: all of it to the owner of the data and to who sees all units; to others what is of units that they see and what is of none.
-- "whole": nothing of the entry is left out. The register of units is everybody's. Of a large batch the entry repeats no rows. What was entered before
-- entries said of which unit each row is, and is of several, is told to who sees all of these.
CREATE VIEW change_told AS
SELECT c.seq, c.moment, c.person, c.origin, c.noun, c.op, c.rows,
  CASE WHEN k.whole THEN c.units ELSE ARRAY(SELECT unnest(c.units) INTERSECT SELECT access_seen() ORDER BY 1) END AS units,
  c.first_id, c.last_id,
  CASE WHEN k.whole THEN c.before ELSE change_rows_seen(c.noun, c.before, c.of_rows) END AS before,
  CASE WHEN k.whole THEN c.after ELSE change_rows_seen(c.noun, c.after, c.of_rows) END AS after, k.whole
FROM change c CROSS JOIN LATERAL (SELECT (SELECT current_user <> 'ntm_scoped' OR access_sees_all()) OR c.noun IN ('unit', 'transfer')
    OR (c.units <@ ARRAY(SELECT access_seen()) AND (c.of_rows IS NULL OR c.noun NOT IN ('task_event', 'recommendation_event'))) AS whole) k
WHERE (SELECT current_user <> 'ntm_scoped') OR ((SELECT access_may('audit.read', 'changes.read')) AND (
  (SELECT access_sees_all())
  OR (c.units && ARRAY(SELECT access_seen()) AND (k.whole OR c.of_rows IS NOT NULL OR (c.before IS NULL AND c.after IS NULL)))
  OR (c.units = '{}' AND CASE WHEN c.noun IN ('task_event', 'recommendation_event') THEN change_of_subjects_seen(c.noun, coalesce(c.after, c.before))
    ELSE c.noun <> ALL (ARRAY['person_event', 'account_event', 'webhook_endpoint', 'evidence_file']) END)));
--> statement-breakpoint
REVOKE ALL ON change_told FROM PUBLIC;
--> statement-breakpoint
-- The table itself is for who sees all units; everybody else is told by the view.
ALTER POLICY access_read ON change USING ((SELECT access_may('audit.read', 'changes.read')) AND (SELECT access_sees_all()));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION access_granted(shared text[]) RETURNS void LANGUAGE plpgsql AS $$
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
  EXECUTE 'GRANT SELECT ON change_told TO ntm_scoped';
END $$;
