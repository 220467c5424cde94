-- An update that leaves everything that is noted as it was is no change.
CREATE OR REPLACE FUNCTION change_statement(noun text, op text, mode text, cols text, units_of text, before text, after text) RETURNS text
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
from contents where n > 0 and (body_before is null or body_before is distinct from body_after)
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
