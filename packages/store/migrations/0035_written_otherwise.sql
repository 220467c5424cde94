-- A number that is written otherwise (12.50 for 12.5) is another fact, though JSON takes both for one: rows are compared as texts, as digests are made.
CREATE OR REPLACE FUNCTION change_whole_statement(noun text, op text, cols text, units_of text, before text, after text) RETURNS text
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
from parts where body_before is null or body_before::text is distinct from body_after::text order by part
$q$,
  concat_ws(' union all ', 'select * from ' || before, 'select * from ' || after),
  change_parts_of(cols, before), change_parts_of(cols, after), noun, op, coalesce(units_of, 'select null::int'))
$$;
