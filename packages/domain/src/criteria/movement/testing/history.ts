import { Effect, Result } from "effect"
import fc from "fast-check"
import { addDays, Day, Moment } from "../../../values/index.ts"
import { assess } from "../../evaluator/assess.ts"
import type { AssessableSet } from "../../evaluator/assessable.ts"
import { columnsOf } from "../../evaluator/columns-build.ts"
import { compile } from "../../evaluator/compile.ts"
import { held, inputOf, line, setOf } from "../../testing/sets.ts"
import type { Threshold } from "../../rules/threshold.ts"
import { rowsOn } from "../../judging/rows-on.ts"
import type { AsKnownOn, Standpoint } from "../standpoint.ts"
import type { World } from "../world.ts"

/** A small country whose values, units, attributes and rules all change in time. */

const DAYS = 6
export const dayAt = (day: number): Day => addDays(Day.make("2024-12-29"), day)
export const momentAt = (known: number): Moment => Moment.make(`2025-02-0${known + 1}T00:00:00Z`)

export interface Reported {
  readonly unit: number
  readonly input: string
  readonly day: number
  readonly known: number
  readonly value: number
}

export interface History {
  readonly values: ReadonlyArray<Reported>
  /** Units 1 and 2 become unit 5 on this day. */
  readonly merged: number
  /** Unit 3 is in another region from this day on. */
  readonly moved: number
  /** Unit 4 takes no part from this day on. */
  readonly left: number
  /** Criterion 1 asks for more from this day on; criterion 3 is added. */
  readonly amended: number
  /** Held from this day on. */
  readonly recognised: ReadonlyArray<{ readonly unit: number; readonly day: number }>
}

const open = { when: null, year: null, from: null, to: null }

const setOnDay = ({ amended }: History, day: Day): AssessableSet => {
  const since = dayAt(amended)
  const later = since <= day
  const first: Threshold = { awaiting: null, rows: [{ ...open, value: later ? 3 : 2 }] }
  const second: Threshold = {
    awaiting: null,
    rows: [
      { ...open, value: 4, when: { if: "region", in: ["TN"] } },
      { ...open, value: 2, year: 2024 },
      { ...open, value: 3 }
    ]
  }
  const criteria = [[line("1", held(">=", "x", first))], [line("2", held(">=", "y", second))]]
  // Too old after two days: what a day's passing alone can change.
  const third = { op: ">=" as const, measure: { ...inputOf("x"), maxAgeDays: 2 }, threshold: first }
  return rowsOn(setOf("s", later ? [...criteria, [line("3", third)]] : criteria), day)
}

/** The value of a unit: the newest known report; of a unit formed of others, until it reports, the least of theirs. */
const valueOf = ({ values }: History, { knownAt, valuesAsOf }: Standpoint, unit: number, input: string) => {
  const known = values.filter(
    (one) =>
      one.unit === unit &&
      one.input === input &&
      dayAt(one.day) <= valuesAsOf &&
      (knownAt === null || momentAt(one.known) <= knownAt)
  )
  return known.toSorted((a, b) => a.day - b.day || a.known - b.known).at(-1)
}

const inForce = (history: History, at: Standpoint, unit: number, input: string) => {
  const own = valueOf(history, at, unit, input)
  if (own !== undefined || unit !== 5) return own
  const parts = [1, 2].flatMap((from) => valueOf(history, at, from, input) ?? [])
  return parts.length < 2 ? undefined : parts.toSorted((a, b) => a.value - b.value)[0]
}

/** The country as judged from a standpoint. */
export const judgedIn =
  (history: History) =>
  (at: Standpoint): Effect.Effect<World> => {
    const merged = dayAt(history.merged) <= at.boundariesOn
    const units = (merged ? [3, 4, 5] : [1, 2, 3, 4]).map((id) => ({
      id,
      type: "xã",
      attributes: {
        region: id === 3 && dayAt(history.moved) <= at.attributesOn ? "TN" : "DBSH",
        programme: !(id === 4 && dayAt(history.left) <= at.attributesOn)
      }
    }))
    const facts = units.flatMap(({ id }) =>
      ["x", "y"].flatMap((input) => {
        const found = inForce(history, at, id, input)
        return found === undefined
          ? []
          : [{ unit: id, column: `input:${input}`, value: found.value, day: dayAt(found.day) }]
      })
    )
    const program = Result.getOrThrow(compile([setOnDay(history, at.setsOn)], at.day))
    const places = units.flatMap(({ attributes }, place) => (attributes.programme ? [place] : []))
    const holding = new Set(history.recognised.flatMap(({ day, unit }) => (dayAt(day) <= at.valuesAsOf ? [unit] : [])))
    return Effect.succeed([{ assessment: assess(program, columnsOf(units, facts)), set: "s", places, holding }])
  }

const day = fc.nat({ max: DAYS - 1 })
const unit = fc.integer({ min: 1, max: 5 })

export const histories: fc.Arbitrary<History> = fc.record({
  values: fc.array(
    fc.record({
      unit,
      input: fc.constantFrom("x", "y"),
      day,
      known: fc.nat({ max: 5 }),
      value: fc.integer({ min: 0, max: 5 })
    }),
    { maxLength: 30 }
  ),
  merged: fc.integer({ min: 0, max: DAYS }),
  moved: fc.integer({ min: 0, max: DAYS }),
  left: fc.integer({ min: 0, max: DAYS }),
  amended: fc.integer({ min: 0, max: DAYS }),
  recognised: fc.array(fc.record({ unit, day }), { maxLength: 4 })
})

export const ends: fc.Arbitrary<AsKnownOn> = fc.record({
  day: day.map(dayAt),
  knownAt: fc.option(fc.nat({ max: 5 }).map(momentAt))
})
