import type { MovedRecord, MovingAmendment, MovingEvent } from "@ntm/contract"
import {
  InputKey,
  type Known,
  type LatestQuestion,
  type Movement,
  type ObservationRecord,
  Observations,
  type Standpoint
} from "@ntm/domain/criteria"
import { UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"

const INPUT = "input:"

/** The input that a column holds as reported; null for what is made of more. */
const inputOf = (column: string): InputKey | null =>
  column.startsWith(INPUT) ? InputKey.make(column.slice(INPUT.length)) : null

interface MovedValue {
  readonly unit: number
  readonly column: string
  readonly input: InputKey
}

/** Values that moved in a step, each once. */
const movedIn = ({ units }: Movement["steps"][number]): ReadonlyArray<MovedValue> => {
  const found = new Map<string, MovedValue>()
  for (const { lines, unit } of units) {
    for (const { column } of lines.flatMap(({ values }) => values)) {
      const input = inputOf(column)
      if (input !== null) found.set(`${unit} ${column}`, { unit, column, input })
    }
  }
  return [...found.values()]
}

/** The records in force at both ends of each step in which values moved. */
export const recordsOf = Effect.fn("movements.records")(function* (
  { steps }: Movement,
  standpoints: ReadonlyArray<Standpoint>,
  accept: LatestQuestion["accept"]
) {
  const port = yield* Observations
  const at = Effect.fnUntraced(function* (point: Standpoint | undefined, moved: ReadonlyArray<MovedValue>) {
    if (point === undefined) return new Map<string, ObservationRecord>()
    const records = yield* port.inForce({
      asOf: point.valuesAsOf,
      knownAt: point.knownAt,
      accept,
      units: [...new Set(moved.map(({ unit }) => UnitId.make(unit)))],
      inputs: [...new Set(moved.map(({ input }) => input))]
    })
    return new Map(records.map((one) => [`${one.observation.unit} ${INPUT}${one.observation.input}`, one]))
  })
  const answer: Array<MovedRecord> = []
  for (const [place, step] of steps.entries()) {
    const moved = movedIn(step)
    if (moved.length === 0) continue
    const [before, after] = [yield* at(standpoints[place], moved), yield* at(standpoints[place + 1], moved)]
    for (const { column, unit } of moved) {
      const key = `${unit} ${column}`
      answer.push({ cause: step.cause, unit, column, before: before.get(key) ?? null, after: after.get(key) ?? null })
    }
  }
  return answer
})

const between = (from: Day, to: Day) => (day: Day) => (from < to ? from < day && day <= to : to < day && day <= from)

/** Decisions that changed a set between two days: its amendments, and versions of its lines. */
export const amendmentsBetween = (
  known: Known,
  sets: ReadonlySet<string>,
  from: Day,
  to: Day
): ReadonlyArray<MovingAmendment> => {
  const within = between(from, to)
  return known.sets
    .filter(({ id }) => sets.has(id))
    .flatMap(({ amendments, conditions, criteria, id }) => {
      const found = new Map<string, MovingAmendment>()
      const add = (number: string, since: Day, codes: ReadonlyArray<string>): void => {
        const key = `${since} ${number}`
        const changes = [...new Set([...(found.get(key)?.changes ?? []), ...codes])]
        found.set(key, { set: id, number, from: since, changes })
      }
      for (const { changes, from: since, number } of amendments) {
        const codes = changes.flatMap((one) =>
          "code" in one ? [one.code] : "indicator" in one ? [one.indicator.code] : []
        )
        if (within(since)) add(number, since, codes)
      }
      for (const { code, versions } of [...conditions, ...criteria.flatMap(({ indicators }) => indicators)]) {
        for (const { from: since, legalBasis } of versions)
          if (since !== null && within(since)) add(legalBasis ?? code, since, [code])
      }
      return [...found.values()]
    })
}

/** Events between two days that ended or began units of the group. */
export const eventsBetween = (
  { chronicle }: Known,
  { steps }: Movement,
  from: Day,
  to: Day
): ReadonlyArray<MovingEvent> => {
  const within = between(from, to)
  const moved = new Set(
    steps.flatMap(({ cause, units }) => (cause === "boundaries" ? units.map(({ unit }) => unit) : []))
  )
  return chronicle.events
    .filter(({ begins, ends, reorganisation: { day } }) => {
      return within(day) && [...begins, ...ends].some(({ id }) => moved.has(id))
    })
    .map(({ reorganisation: { day, document, id } }) => ({ id, day, document: document.number }))
}
