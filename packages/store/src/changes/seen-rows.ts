import type { UnitSet } from "@ntm/domain/people"
import type { Fragment } from "postgres"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"

/**
 * The unit that a row `r` of an entry is of: its own, or that of what it belongs to. Null where that is hidden from who asks, or there no more:
 * such a row is of somebody else, and not of nobody.
 */
const unitOfRow = (sql: Tag) => sql`
  case found.noun
    when 'observation_note' then (select o.unit from observation o where o.id = (r ->> 'observation')::bigint)
    when 'observation_move' then (select o.unit from observation o where o.id = (r ->> 'observation')::bigint)
    when 'funding_note' then (select o.unit from funding_entry o where o.id = (r ->> 'entry')::bigint)
    when 'work_report' then (select o.unit from work o where o.province = (r ->> 'province')::int and o.id = (r ->> 'work')::bigint)
    when 'land_event' then (select o.unit from land_gift o where o.province = (r ->> 'province')::int and o.id = (r ->> 'gift')::bigint)
    when 'dossier_event' then (select o.unit from dossier o where o.id = (r ->> 'dossier')::bigint)
    when 'inventory_event' then (select o.unit from inventory_item o where o.id = (r ->> 'item')::bigint)
    when 'task_event' then access_subject_unit('task', split_part(r ->> 'subject', '/', 1), r ->> 'subject')
    when 'recommendation_event' then access_subject_unit('recommendation', split_part(r ->> 'subject', '/', 1), r ->> 'subject')
    when 'boundary' then (r ->> 'unit_id')::int
    else (r ->> 'unit')::int
  end`

/**
 * Entries of the journal with no more than what is of some units: many units may have been changed at once, and who sees one of them is told of that
 * one. A from-item with the columns that an entry is told by, for the statement `chosen`, which chooses whole rows of `change_told`.
 * What whoever asks may not see the database has left out there already; here it is held to what was asked for.
 *
 * **Details** The register of units is everybody's and stays whole, as does what is of no unit: whose that is the database decides. Of a large batch,
 * which repeats no rows, other units are left out and `rows` stays.
 */
export const entriesSeen = (sql: Tag, units: UnitSet, chosen: Fragment) => {
  if (units === "all") return sql`(${chosen}) seen`
  const some = (side: "before" | "after") => sql`
    case when entire or found.${sql(side)} is null then found.${sql(side)}
    else (select coalesce(jsonb_agg(r order by place), '[]') from jsonb_array_elements(found.${sql(side)}) with ordinality e (r, place)
      where ${unitOfRow(sql)} = any(wanted)) end as ${sql(side)}`
  return sql`(
    select found.seq, found.moment, found.person, found.origin, found.noun, found.op, found.first_id, found.last_id, own.before, own.after,
      case when entire then found.units else array(select unnest(found.units) intersect select unnest(wanted) order by 1) end as units,
      case when entire then found.rows else coalesce(jsonb_array_length(coalesce(own.after, own.before)), found.rows) end as rows
    from (${chosen}) found
    cross join (select ${numbers(units)}::int[] as wanted) asked
    cross join lateral (select (found.noun in ('unit', 'transfer') or found.units <@ wanted) and found.whole as entire) kept
    cross join lateral (select ${some("before")}, ${some("after")} offset 0) own) seen`
}
