import { groundMadeBy, type Plan, type Recorded } from "@ntm/domain/units"
import type { Tag } from "../database/database.ts"

/**
 * What is recorded about the ground that an event made: the first of each kind a unit.
 *
 * **Details** In whatever state: nothing is ever taken out of the journal. Waits for those who are recording, and lets nobody record
 * until the transaction ends.
 */
export const recordedSince = async (sql: Tag, plan: Plan): Promise<ReadonlyArray<Recorded>> => {
  const units = groundMadeBy(plan)
  const { day } = plan.reorganisation
  await sql`lock table observation, recognition, funding_entry, work, work_report, land_gift, inventory_item, dossier in share mode`
  return sql<Array<Recorded>>`
    with made as (select unnest(${`{${units.join(",")}}`}::int[]) as unit)
    select unit, 'value' as kind, min(o.day) as day
    from made join observed_unit using (unit) join observation o using (province, unit)
    where o.day >= ${day}::date group by unit
    union all
    select unit, 'recognition', min(r.decided_on) from made join recognition r using (unit)
    where r.decided_on >= ${day}::date and r.known_until is null group by unit
    union all
    select unit, 'funding', min(e.day) from made join funding_entry e using (unit) where e.day >= ${day}::date group by unit
    union all
    select unit, 'work', min(told.day) from (
      select w.unit, coalesce(b.approved_on, (w.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as day
      from made join work w using (unit) left join work_batch b on b.id = w.batch where w.withdrawn_at is null
      union all
      select w.unit, r.day from made join work w using (unit) join work_report r on r.province = w.province and r.work = w.id
      where w.withdrawn_at is null
      union all
      select g.unit, g.day from made join land_gift g using (unit)) told
    where told.day >= ${day}::date group by unit
    union all
    select unit, 'item', min(i.day) from made join inventory_item i using (unit) where i.day >= ${day}::date group by unit
    union all
    select unit, 'dossier', min(d.opened_on) from made join dossier d using (unit)
    where d.opened_on >= ${day}::date and d.known_until is null group by unit
    order by unit, kind`
}
