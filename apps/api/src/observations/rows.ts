import { RecordingBody } from "@ntm/contract"
import {
  checkRecordings,
  type Checking,
  heardAs,
  type ObservationProblem,
  type ObservationsRefused,
  type Recording,
  refusalFor
} from "@ntm/domain/criteria"
import { Effect } from "effect"
import { rowsReader } from "../http/rows.ts"

const recordingsIn = rowsReader(RecordingBody)

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

/**
 * Reads the rows of a batch; refused with what is wrong with the form of some and with the content of the others.
 *
 * **Details** Where a row cannot be read the journal is not asked: what only it can tell comes once all can.
 */
export const readRows = (
  rows: ReadonlyArray<unknown>,
  checking: Checking
): Effect.Effect<ReadonlyArray<Recording>, ObservationsRefused> => {
  const { bodies, places, problems } = recordingsIn(rows)
  const recordings = bodies.map(whole)
  if (recordings.length === rows.length) return Effect.succeed(recordings)
  const { checked } = heardAs(
    checking.actor,
    (actor) => checkRecordings({ ...checking, actor }, recordings),
    (one) => one.problems.length
  )
  const content = checked.problems.map((problem) => ({
    ...problem,
    row: places[problem.row] ?? problem.row
  }))
  const form = problems.map((problem): ObservationProblem => ({ ...problem, rule: null, mayAct: [], next: null }))
  const refusal = refusalFor([...form, ...content])
  return refusal === null ? Effect.succeed(recordings) : Effect.fail(refusal)
}
