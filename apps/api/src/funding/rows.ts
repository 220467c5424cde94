import { EntryBody } from "@ntm/contract"
import {
  checkEntries,
  type EntryRecording,
  type FundingChecking,
  type FundingProblem,
  type FundingRefused,
  fundingRefusalFor
} from "@ntm/domain/funding"
import { type Chronicle, unitByCode } from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const decode = Schema.decodeUnknownResult(EntryBody, { errors: "all", onExcessProperty: "error" })

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

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Parameters<typeof bodyProblems>[0]): ReadonlyArray<FundingProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      vi: `${path === "" ? "dòng này" : path}: ${message}`,
      en: `${path || "the row"}: ${messageEn ?? message}`
    }
  }))

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
  const read = rows.map((row) => decode(row))
  const entries = read.flatMap((each) => (Result.isSuccess(each) ? [whole(checking.chronicle, each.success)] : []))
  if (entries.length === rows.length) return Effect.succeed(entries)
  const places = [...read.keys()].filter((row) => read.slice(row, row + 1).every(Result.isSuccess))
  const content = checkEntries({ ...checking, works: new Map() }, anyWork(entries)).problems.map((problem) => ({
    ...problem,
    row: places[problem.row] ?? problem.row
  }))
  const form = read.flatMap((each, row) => (Result.isFailure(each) ? formProblems(row, each.failure.issue) : []))
  const refusal = fundingRefusalFor([...form, ...content])
  return refusal === null ? Effect.succeed(entries) : Effect.fail(refusal)
}
