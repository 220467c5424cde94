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
import { type Plan, UnitId } from "@ntm/domain/units"
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

const told = (cause: MovingEvent["cause"], { reorganisation: { day, document, id } }: Plan): MovingEvent => ({
  cause,
  id,
  day,
  document: document.number
})

/** Events behind a step: those between two days, and those that only one of the two moments knows, that touched units that it moved. */
export const eventsBehind = (
  earlier: Known,
  later: Known,
  { steps }: Movement,
  from: Day,
  to: Day
): ReadonlyArray<MovingEvent> => {
  const within = between(from, to)
  const touching = (cause: MovingEvent["cause"]) => {
    const moved = new Set(steps.flatMap((step) => (step.cause === cause ? step.units.map(({ unit }) => unit) : [])))
    return ({ begins, ends }: Plan): boolean => [...begins, ...ends].some(({ id }) => moved.has(id))
  }
  const knownTo = ({ chronicle }: Known) => new Set(chronicle.events.map(({ reorganisation: { id } }) => id))
  const notIn = (known: ReadonlySet<string>) => (event: Plan) => !known.has(event.reorganisation.id)
  return [
    ...[
      ...earlier.chronicle.events.filter(notIn(knownTo(later))),
      ...later.chronicle.events.filter(notIn(knownTo(earlier)))
    ]
      .filter(touching("knowledge"))
      .map((event) => told("knowledge", event)),
    ...later.chronicle.events
      .filter(({ reorganisation: { day } }) => within(day))
      .filter(touching("boundaries"))
      .map((event) => told("boundaries", event))
  ]
}
