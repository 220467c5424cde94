import type { ChangedSet, SetSource, SetsLoaded } from "@ntm/domain/criteria"
import type { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { isoMoment, nextMoment } from "../observations/ledger.ts"
import { bodySha256 } from "./knowledge.ts"

/** What each set ever said, the newest first; null: of all sets. */
export const selectVersions = (sql: Tag, id: string | null) => sql`
  select v.set_id as set, v.source ->> 'name' as name, ${isoMoment(sql, sql`v.known_from`)} as "knownFrom",
    ${isoMoment(sql, sql`v.known_until`)} as "knownUntil", v.recorded_by as "recordedBy", i.program_version as "programVersion",
    v.file, v.sha256, v.follows, (v.source -> 'doNotEvaluate')::boolean as "doNotEvaluate",
    jsonb_array_length(v.source -> 'criteria') as criteria,
    jsonb_array_length(jsonb_path_query_array(v.source, '$.criteria[*].indicators[*]')) as indicators,
    v.known_until is null and not v.as_shipped and s.id is not null
      and v.shipped_sha256 is distinct from ${bodySha256(sql, sql`s.source`)} as "shippedChanged"
  from criteria_set_version v
  left join source_import i on i.id = v.import_id
  left join criteria_set s on s.id = v.set_id
  ${id === null ? sql`` : sql`where v.set_id = ${id}`}
  order by v.known_from desc, v.position, v.set_id`

/** What stands under an id; nothing where the id is not known. */
const standing = async (sql: Tag, { set }: ChangedSet) => {
  const [row] = await sql<Array<{ same: boolean }>>`
    select source = ${JSON.stringify(set)}::jsonb as same from criteria_set_version
    where set_id = ${set.id} and known_until is null`
  return row
}

/** Ends what a set said and begins what it says now, at its place in lists; a new one comes last. */
const replace = async (sql: Tag, { follows, set }: ChangedSet, source: SetSource, moment: Moment): Promise<void> => {
  const body = JSON.stringify(set)
  const [ended] = await sql<Array<{ position: number }>>`
    update criteria_set_version set known_until = ${moment} where set_id = ${set.id} and known_until is null returning position`
  await sql`
    insert into criteria_set_version (set_id, position, source, known_from, recorded_by, file, sha256, follows, as_shipped, shipped_sha256)
    select ${set.id}, coalesce(${ended?.position ?? null}::int, last.position, 0), ${body}::jsonb, ${moment},
      ${JSON.stringify(source.recordedBy)}::jsonb, ${source.file}, ${source.sha256}, ${follows},
      coalesce(shipped.source = ${body}::jsonb, false), ${bodySha256(sql, sql`shipped.source`)}
    from (select max(position) + 1 as position from criteria_set_version) last
    left join criteria_set shipped on shipped.id = ${set.id}`
}

/** Writes sets that an office loads, under one moment; those that read as before are not written again. */
export const writeSets = async (
  sql: Tag,
  changed: ReadonlyArray<ChangedSet>,
  source: SetSource
): Promise<SetsLoaded> => {
  const sets: Array<SetsLoaded["sets"][number]> = []
  for (const one of changed) {
    const before = await standing(sql, one)
    sets.push({ ...one, change: before === undefined ? "added" : before.same ? "unchanged" : "replaced" })
  }
  const fresh = sets.filter(({ change }) => change !== "unchanged")
  if (fresh.length === 0) return { knownFrom: null, sets }
  const moment = await nextMoment(sql)
  for (const one of fresh) await replace(sql, one, source, moment)
  return { knownFrom: moment, sets }
}
