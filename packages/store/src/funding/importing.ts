import type { Actor } from "@ntm/domain/criteria"
import { type EntryRecording, type FundingEntry, type FundingEntryId, sameness } from "@ntm/domain/funding"
import { type Chronicle, unitByCode, UnitCode, type UnitId } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { type EntryWriter, recordEntries } from "./recording.ts"
import { selectEntries } from "./reading.ts"

/** Entries that an import brings, wholly: what it does not say any more is taken back. */
export interface ImportedEntries {
  readonly chronicle: Chronicle
  readonly entries: ReadonlyArray<EntryRecording>
  /** Under whose name; nobody else is called so, and no other import. */
  readonly actor: Actor
  readonly worksOf: EntryWriter["worksOf"]
}

const corrected = "Dữ liệu tham chiếu nêu số khác"
const takenBack = "Dữ liệu tham chiếu không còn nêu khoản này"

/** An entry that the import brought before, with what its own adjustments made of it. */
interface Standing {
  readonly entry: FundingEntry
  readonly amount: number
}

const standingOf = async (sql: Tag, { agency, name, role }: Actor): Promise<ReadonlyArray<Standing>> => {
  const own = await selectEntries(
    sql,
    sql`r.name = ${name} and r.role = ${role} and r.agency is not distinct from ${agency}`,
    null
  )
  const adjusted = new Map<FundingEntryId, number>()
  for (const { adjusts, amount } of own)
    if (adjusts !== null) adjusted.set(adjusts, (adjusted.get(adjusts) ?? 0) + amount)
  return own.flatMap((entry) =>
    entry.adjusts === null ? [{ entry, amount: entry.amount + (adjusted.get(entry.id) ?? 0) }] : []
  )
}

const isCode = Schema.is(UnitCode)

const unitOf = ({ register }: Chronicle, { day, unit }: EntryRecording): UnitId | undefined => {
  if (typeof unit !== "string") return unit
  return isCode(unit) ? unitByCode(register, unit, day)?.id : undefined
}

/** What cannot be corrected by adding to the amount. */
const rest = ({ day, from, content, illustrative, quantity, reason }: EntryRecording | FundingEntry): string =>
  JSON.stringify([day, from, content, illustrative, quantity?.amount, quantity?.unit, reason])

const adjustment = ({ entry }: Standing, amount: number, reason: string): EntryRecording => {
  const { id, recordedAt: _, recordedBy: __, ...said } = entry
  return { ...said, kind: "adjustment", amount, quantity: null, reason, adjusts: id }
}

/**
 * Brings the journal to what the import says, in the transaction of `sql`.
 *
 * **Details** What stands already is left alone, so a second time nothing is written. An amount that changed is adjusted, one that is gone
 * is taken back with a reason: the journal is never rewritten. What a person adjusted stays as the person left it. Throws
 * `FundingRefused` with every problem of every entry.
 */
export const importEntries = async (sql: Tag, imported: ImportedEntries): Promise<void> => {
  const { actor, chronicle, entries, worksOf } = imported
  const known = Map.groupBy(await standingOf(sql, actor), ({ entry }) => sameness(entry))
  const kept = new Set<Standing>()
  const batch: Array<EntryRecording> = []
  for (const entry of entries) {
    const unit = unitOf(chronicle, entry)
    const { amount } = entry
    const key = unit === undefined ? "" : sameness({ ...entry, unit })
    const before = known.get(key)?.findLast((one) => !kept.has(one) && rest(one.entry) === rest(entry))
    if (before === undefined) batch.push(entry)
    else {
      kept.add(before)
      if (before.amount !== amount) batch.push(adjustment(before, amount - before.amount, corrected))
    }
  }
  for (const standing of [...known.values()].flat())
    if (!kept.has(standing) && standing.amount !== 0) batch.push(adjustment(standing, -standing.amount, takenBack))
  if (batch.length > 0) await recordEntries(sql, batch, { actor, chronicle, worksOf, onlyNew: false })
}
