import type { UnitId } from "../../units/index.ts"
import type { Day, Moment } from "../../values/index.ts"
import type { InputKey } from "../rules/condition.ts"
import type { ObservationId, ObservationRecord, ObservationState } from "./observation.ts"
import { type Acceptance, counts } from "./workflow.ts"

/** What is asked of the journal: values as of a day, as known at a moment, from a state on. */
export interface LatestQuestion {
  readonly asOf: Day
  /** Null: everything that is known. */
  readonly knownAt: Moment | null
  readonly accept: Acceptance
}

/** The state by then; null if it was not recorded yet. */
export const stateAt = ({ observation, moves }: ObservationRecord, knownAt: Moment | null): ObservationState | null => {
  if (knownAt === null) return moves.at(-1)?.state ?? observation.state
  if (observation.recordedAt > knownAt) return null
  return moves.findLast(({ at }) => at <= knownAt)?.state ?? observation.state
}

/** The later recorded of two; a batch shares its moment, and then the order within it decides. */
const later = (a: ObservationRecord, b: ObservationRecord): ObservationRecord => {
  const [x, y] = [a.observation, b.observation]
  return x.recordedAt === y.recordedAt ? (x.id > y.id ? a : b) : x.recordedAt > y.recordedAt ? a : b
}

/** The first observation of a line of corrections. */
const rootOf = (byId: ReadonlyMap<ObservationId, ObservationRecord>, start: ObservationRecord): ObservationId => {
  let { id, supersedes } = start.observation
  // A correction is recorded after what it corrects, so its id is the greater: this ends.
  while (supersedes !== null && supersedes < id) {
    id = supersedes
    supersedes = byId.get(id)?.observation.supersedes ?? null
  }
  return id
}

/** What stands of each line of corrections: the newest in it that counts. A correction that is still a draft replaces nothing. */
const standing = (records: ReadonlyArray<ObservationRecord>, { knownAt, accept }: LatestQuestion) => {
  const byId = new Map(records.map((record) => [record.observation.id, record]))
  const lines = new Map<ObservationId, ObservationRecord>()
  for (const record of records) {
    const state = stateAt(record, knownAt)
    if (state === null || !counts(state, accept)) continue
    const root = rootOf(byId, record)
    const known = lines.get(root)
    lines.set(root, known === undefined ? record : later(known, record))
  }
  return lines.values()
}

/** Of two that stand, the one of the newer day; of one day, the later recorded. */
const newer = (a: ObservationRecord, b: ObservationRecord): ObservationRecord =>
  a.observation.day === b.observation.day ? later(a, b) : a.observation.day > b.observation.day ? a : b

/**
 * The value in force of each input of each unit: of the newest day up to `asOf`, among observations that count by
 * `knownAt` and were not corrected by one that counts.
 *
 * **Details** The order of `records` does not matter. What is recorded or moved after `knownAt`, and what is as of a later
 * day, never changes the answer. A correction may move a value to another day; it then leaves the old one.
 */
export const latestOf = (
  records: ReadonlyArray<ObservationRecord>,
  question: LatestQuestion
): ReadonlyMap<UnitId, ReadonlyMap<InputKey, ObservationRecord>> => {
  const answer = new Map<UnitId, Map<InputKey, ObservationRecord>>()
  for (const record of standing(records, question)) {
    const { unit, input, day } = record.observation
    if (day > question.asOf) continue
    const inputs = answer.get(unit) ?? new Map<InputKey, ObservationRecord>()
    answer.set(unit, inputs)
    const known = inputs.get(input)
    inputs.set(input, known === undefined ? record : newer(known, record))
  }
  return answer
}

/**
 * Every value that stands up to `asOf`, in the order of recording: what `latestOf` takes the newest of. One for each unit, input and
 * period; of two that state the same period the later recorded.
 */
export const standingUpTo = (
  records: ReadonlyArray<ObservationRecord>,
  question: LatestQuestion
): ReadonlyArray<ObservationRecord> => {
  const byPeriod = new Map<string, ObservationRecord>()
  for (const record of standing(records, question)) {
    const { unit, input, from, day } = record.observation
    if (day > question.asOf) continue
    const key = JSON.stringify([unit, input, from, day])
    const known = byPeriod.get(key)
    byPeriod.set(key, known === undefined ? record : later(known, record))
  }
  return [...byPeriod.values()].toSorted((a, b) => a.observation.id - b.observation.id)
}
