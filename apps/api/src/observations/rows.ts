import { RecordingBody } from "@ntm/contract"
import {
  checkRecordings,
  type Checking,
  type ObservationProblem,
  type ObservationsRefused,
  type Recording,
  refusalFor
} from "@ntm/domain/criteria"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const decode = Schema.decodeUnknownResult(RecordingBody, { errors: "all", onExcessProperty: "error" })

/** A row with what it leaves out. */
const whole = ({ unit, input, day, value, ...rest }: RecordingBody): Recording => ({
  unit,
  input,
  day,
  value,
  kind: rest.kind ?? "stock",
  from: rest.from ?? null,
  state: rest.state ?? "submitted",
  source: rest.source ?? { from: "form" },
  evidence: rest.evidence ?? [],
  note: rest.note ?? null,
  supersedes: rest.supersedes ?? null,
  illustrative: rest.illustrative ?? false
})

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Parameters<typeof bodyProblems>[0]): ReadonlyArray<ObservationProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      vi: `${path === "" ? "dòng này" : path}: ${message}`,
      en: `${path || "the row"}: ${messageEn ?? message}`
    },
    rule: null,
    mayAct: [],
    next: null
  }))

/**
 * Reads the rows of a batch; refused with what is wrong with the form of some and with the content of the others.
 *
 * **Details** Where a row cannot be read the journal is not asked: what only it can tell comes once all can.
 */
export const readRows = (
  rows: ReadonlyArray<unknown>,
  checking: Checking
): Effect.Effect<ReadonlyArray<Recording>, ObservationsRefused> => {
  const read = rows.map((row) => decode(row))
  const recordings = read.flatMap((each) => (Result.isSuccess(each) ? [whole(each.success)] : []))
  if (recordings.length === rows.length) return Effect.succeed(recordings)
  const places = [...read.keys()].filter((row) => read.slice(row, row + 1).every(Result.isSuccess))
  const content = checkRecordings(checking, recordings).problems.map((problem) => ({
    ...problem,
    row: places[problem.row] ?? problem.row
  }))
  const form = read.flatMap((each, row) => (Result.isFailure(each) ? formProblems(row, each.failure.issue) : []))
  const refusal = refusalFor([...form, ...content])
  return refusal === null ? Effect.succeed(recordings) : Effect.fail(refusal)
}
