-- What one statement does to many rows is entered in parts of a thousand: whoever follows the journal reads one part, not all of them again and
-- again. Of a large batch for a table that is append-only a digest is entered, made in one pass over its rows.
CREATE FUNCTION change_parts_of(cols text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN source IS NULL THEN 'select null::bigint as part, null::int as n, null::jsonb as body where false' ELSE format($q$
select part, count(*)::int as n, jsonb_agg(body order by place) as body from (
  select (row_number() over () - 1) / 1000 as part, row_number() over () as place, to_jsonb(r) as body from (select %s from %s) r) placed
group by part
$q$, cols, source) END
$$;
--> statement-breakpoint
CREATE FUNCTION change_whole_statement(noun text, op text, cols text, units_of text, before text, after text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
SELECT format($q$
with moved as materialized (%1$s), before as (%2$s), after as (%3$s),
  parts as (
    select part, coalesce(a.n, b.n) as n, b.body as body_before, a.body as body_after from before b full join after a using (part))
insert into change_draft (person, origin, noun, op, rows, units, before, after, digest)
select nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, %4$L, %5$L, n,
  (select coalesce(array_agg(distinct u.unit order by u.unit), '{}') from (%6$s) u (unit) where u.unit is not null),
  body_before, body_after,
  encode(sha256(convert_to(coalesce(body_before::text, '') || E'\n' || coalesce(body_after::text, ''), 'UTF8')), 'hex')
from parts where body_before is null or body_before is distinct from body_after order by part
$q$,
  concat_ws(' union all ', 'select * from ' || before, 'select * from ' || after),
  change_parts_of(cols, before), change_parts_of(cols, after), noun, op, coalesce(units_of, 'select null::int'))
$$;
--> statement-breakpoint
-- Rows come in the order of their numbers, as batches are written: the digest is that of the table read in this order.
CREATE FUNCTION change_range_statement(noun text, op text, cols text, units_of text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT format($q$
with counted as materialized (select count(*)::int as n, min(id)::bigint as first_id, max(id)::bigint as last_id from %1$s),
  contents as (
    select counted.*, case when n <= 200 then (select jsonb_agg(to_jsonb(r)) from (select %2$s from %1$s) r) end as body from counted)
insert into change_draft (person, origin, noun, op, rows, units, first_id, last_id, columns, after, digest)
select nullif(current_setting('ntm.person', true), ''), nullif(current_setting('ntm.origin', true), '')::jsonb, %3$L, %4$L, n,
  (select coalesce(array_agg(d.unit order by d.unit), '{}') from (
    with moved as not materialized (select * from %1$s) select distinct u.unit from (%5$s) u (unit)) d where d.unit is not null),
  first_id, last_id, case when body is null then %2$L end, body,
  encode(sha256(convert_to(
    case when body is null then (select string_agg(r::text, E'\n') from (select %2$s from %1$s) r) else E'\n' || body::text end, 'UTF8')), 'hex')
from contents where n > 0
$q$, source, cols, noun, op, coalesce(units_of, 'select null::int'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION change_statement(noun text, op text, mode text, cols text, units_of text, before text, after text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN mode = 'range' AND before IS NULL
  THEN change_range_statement(noun, op, cols, units_of, CASE WHEN op = 'opening' THEN format('(select * from %s order by id) ordered', after) ELSE after END)
  ELSE change_whole_statement(noun, op, cols, units_of, before, after) END
$$;
