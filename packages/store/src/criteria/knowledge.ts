import type { Recognition } from "@ntm/domain/criteria"
import type { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { FactsRefused } from "../reference/facts.ts"
import { insertRows, type Row } from "../reference/insert.ts"
import type { Writing } from "../reference/writing.ts"
import { recognition } from "./recognition-tables.ts"

/** Whether a row was known at the moment; null: whether it is now. */
export const knownThen = (sql: Tag, knownAt: Moment | null) =>
  knownAt === null
    ? sql`known_until is null`
    : sql`known_from <= ${knownAt} and (known_until is null or known_until > ${knownAt})`

/** The hash of a body, whatever the order in which it came: `jsonb` has one text for one content. */
export const bodySha256 = (sql: Tag, body: ReturnType<Tag>) =>
  sql`encode(sha256(convert_to((${body})::text, 'UTF8')), 'hex')`

/**
 * Ends what shipped sets said that they say no more, and begins what they say now: those that read as before are left alone, and so is
 * what an office loaded. Answers the ids of sets whose shipped body changed below an office's own.
 */
export const keepSets = async ({ importId, sql }: Writing, moment: Moment): Promise<ReadonlyArray<string>> => {
  await sql`
    update criteria_set_version v set known_until = ${moment} where known_until is null and as_shipped and not exists (
      select from criteria_set s where s.id = v.set_id and s.position = v.position and s.source = v.source)`
  await sql`
    insert into criteria_set_version (set_id, position, source, known_from, import_id)
    select s.id, s.position, s.source, ${moment}, ${importId} from criteria_set s
    where not exists (select from criteria_set_version v where v.set_id = s.id and v.known_until is null)`
  const kept = await sql<Array<{ id: string }>>`
    select v.set_id as id from criteria_set_version v join criteria_set s on s.id = v.set_id
    where v.known_until is null and not v.as_shipped and s.import_id = ${importId}
      and v.shipped_sha256 is distinct from ${bodySha256(sql, sql`s.source`)} order by v.position, v.set_id`
  return kept.map(({ id }) => id)
}

/** A later recognition may name a set that is gone; one that is in force may not. */
const refuseDangling = async ({ importName, sql }: Writing): Promise<void> => {
  const [dangling] = await sql<Array<{ document: string; set: string }>>`
    select document, criteria_set as set from recognition r
    where known_until is null and criteria_set is not null and not exists (
      select from criteria_set_version v where v.set_id = r.criteria_set and v.known_until is null)
    order by id limit 1`
  if (dangling === undefined) return
  throw new FactsRefused({
    importName,
    vi: `Công nhận theo ${dangling.document} dẫn tới bộ tiêu chí “${dangling.set}” không có trong dữ liệu; không ghi gì.`,
    en: `The recognition by ${dangling.document} names the criteria set “${dangling.set}”, which there is not; nothing was written.`
  })
}

/**
 * Brings recognitions to what an import says: new ones are added, those that it states no more are ended, the others left alone.
 *
 * **Details** Touches what earlier imports under the same name brought, nothing else. Nothing is deleted that was ever known.
 */
export const keepRecognitions = async (
  writing: Writing,
  all: ReadonlyArray<Recognition>,
  moment: Moment
): Promise<void> => {
  const { earlier, importId, sql } = writing
  const ofEarlier = sql`known.import_id = any(${`{${earlier.join(",")}}`}::bigint[]) and known.known_until is null`
  const alike = sql`fresh.import_id = ${importId} and fresh.unit = known.unit
    and (fresh.tier, fresh.criteria_set, fresh.document, fresh.decided_on, fresh.revoked_on, fresh.note, fresh.illustrative)
      is not distinct from
      (known.tier, known.criteria_set, known.document, known.decided_on, known.revoked_on, known.note, known.illustrative)`
  const rows = all.map((one): Row<typeof recognition> => ({ ...one, knownFrom: moment }))
  await insertRows(sql, recognition, rows, importId)
  await sql`
    update recognition known set known_until = ${moment}
    where ${ofEarlier} and not exists (select from recognition fresh where ${alike})`
  await sql`delete from recognition fresh using recognition known where ${ofEarlier} and ${alike}`
  // What a person said of the same decision, by its dossier, stays as the person left it.
  await sql`
    delete from recognition fresh using recognition told
    where fresh.import_id = ${importId} and told.import_id is null and told.known_until is null
      and (fresh.unit, fresh.tier, fresh.document, fresh.decided_on) = (told.unit, told.tier, told.document, told.decided_on)`
  await refuseDangling(writing)
}
