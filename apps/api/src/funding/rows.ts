import { EntryBody } from "@ntm/contract"
import {
  checkEntries,
  type EntryRecording,
  type FundingChecking,
  type FundingRefused,
  fundingRefusalFor
} from "@ntm/domain/funding"
import { type Chronicle, unitByCode } from "@ntm/domain/units"
import { Effect } from "effect"
import { rowsReader } from "../http/rows.ts"

const entriesIn = rowsReader(EntryBody)

/** A row with what it leaves out: summed at the level of its unit, which includes everything below it. */
const whole = (
  { register }: Chronicle,
  { amount, day, source, stage, unit, year, ...rest }: EntryBody
): EntryRecording => ({
  unit,
  source,
  year,
  stage,
  amount,
  day,
  tier: rest.tier ?? unitByCode(register, unit, day)?.level ?? "village",
  kind: rest.kind ?? "stated",
  agency: rest.agency ?? null,
  from: rest.from ?? null,
  content: rest.content ?? null,
  quantity: rest.quantity ?? null,
  work: rest.work ?? null,
  document: rest.document ?? null,
  place: rest.place ?? null,
  reason: rest.reason ?? null,
  adjusts: rest.adjusts ?? null,
  illustrative: rest.illustrative ?? false
})

/** Works are known to the journal alone: here a row that names one is taken as it is. */
const anyWork = (rows: ReadonlyArray<EntryRecording>): ReadonlyArray<EntryRecording> =>
  rows.map((row) => ({ ...row, work: null }))

/**
 * Reads the rows of a batch; refused with what is wrong with the form of some and with the content of the others.
 *
 * **Details** Where a row cannot be read the journal is not asked: what only it can tell comes once all can.
 */
export const readEntryRows = (
  rows: ReadonlyArray<unknown>,
  checking: Omit<FundingChecking, "works">
): Effect.Effect<ReadonlyArray<EntryRecording>, FundingRefused> => {
  const { bodies, places, problems: form } = entriesIn(rows)
  const entries = bodies.map((body) => whole(checking.chronicle, body))
  if (entries.length === rows.length) return Effect.succeed(entries)
  const content = checkEntries({ ...checking, works: new Map() }, anyWork(entries)).problems.map((problem) => ({
    ...problem,
    row: places[problem.row] ?? problem.row
  }))
  const refusal = fundingRefusalFor([...form, ...content])
  return refusal === null ? Effect.succeed(entries) : Effect.fail(refusal)
}
