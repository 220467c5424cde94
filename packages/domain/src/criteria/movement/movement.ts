import { Effect, Schema } from "effect"
import { Day, Moment } from "../../values/index.ts"
import { Verdict } from "../rules/verdict.ts"
import { MovedAttribute, movedAttributes, MovedLine, movedLines } from "./reasons.ts"
import { type AsKnownOn, MovementCause, sameStandpoint, type Standpoint, standpointsOf } from "./standpoint.ts"
import { criteriaIn, type Seen, seenIn, type World } from "./world.ts"

const Numbers = Schema.Array(Schema.Int)

/** What one step did to one unit. */
export const UnitMove = Schema.Struct({
  unit: Schema.Int,
  /** The set's verdict; null: the unit is not among those counted. */
  before: Schema.NullOr(Verdict),
  after: Schema.NullOr(Verdict),
  /** Criteria that count as met and did not; and the other way round. */
  gained: Numbers,
  lost: Numbers,
  /** Whether it holds the tier, where that changed. */
  holds: Schema.NullOr(Schema.Boolean),
  lines: Schema.Array(MovedLine),
  attributes: Schema.Array(MovedAttribute)
})
export type UnitMove = typeof UnitMove.Type

const Parts = Schema.Struct({
  knowledge: Schema.Int,
  boundaries: Schema.Int,
  group: Schema.Int,
  criteria: Schema.Int,
  change: Schema.Int
} satisfies { readonly [C in MovementCause]: Schema.Int })

/** A number of a roll-up at both ends, and what each cause did to it: `after` − `before` is the sum of the parts, exactly. */
export const MovedNumber = Schema.Struct({
  of: Schema.Literals(["units", "holding", "set", "criterion", "total", "average"]),
  /** The criterion that units are counted by; null otherwise. */
  criterion: Schema.NullOr(Schema.Struct({ no: Schema.Int, name: Schema.String })),
  /** Numbers are whole, in units of 10⁻ᵈ: 0, and 6 for the average. */
  decimals: Schema.Int,
  before: Schema.Int,
  after: Schema.Int,
  parts: Parts
})
export type MovedNumber = typeof MovedNumber.Type

const End = Schema.Struct({ day: Day, knownAt: Schema.NullOr(Moment) })

/** Why the numbers of a roll-up moved. */
export const Movement = Schema.Struct({
  from: End,
  to: End,
  numbers: Schema.Array(MovedNumber),
  /** In the order in which the causes are told apart: see `orderWords`. */
  steps: Schema.Array(Schema.Struct({ cause: MovementCause, units: Schema.Array(UnitMove) }))
})
export type Movement = typeof Movement.Type

/** Digits of the average that are told. */
const DECIMALS = 6

type Units = ReadonlyMap<number, Seen>

const movesBetween = (before: Units, after: Units): ReadonlyArray<UnitMove> => {
  // A step that judged nothing anew moved nobody.
  if (before === after) return []
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => a - b)
    .flatMap((unit) => {
      const [was, is] = [before.get(unit), after.get(unit)]
      const gained = (is?.met ?? []).filter((no) => was?.met.includes(no) !== true)
      const lost = (was?.met ?? []).filter((no) => is?.met.includes(no) !== true)
      const [then, now] = [was?.verdict ?? null, is?.verdict ?? null]
      const [held, holding] = [was?.holds ?? false, is?.holds ?? false]
      const holds = held === holding ? null : holding
      const lines = was === undefined || is === undefined ? [] : movedLines(was, is)
      if (then === now && gained.length === 0 && lost.length === 0 && holds === null && lines.length === 0) return []
      const attributes = was === undefined || is === undefined ? [] : movedAttributes(was, is)
      return [{ unit, before: then, after: now, gained, lost, holds, lines, attributes }]
    })
}

const countOf = (units: Units, is: (seen: Seen) => boolean): number =>
  [...units.values()].reduce((sum, seen) => sum + Number(is(seen)), 0)

const totalOf = (units: Units): number => [...units.values()].reduce((sum, { met }) => sum + met.length, 0)

/** In millionths, half up; of no units 0. */
const averageOf = (units: Units): number =>
  units.size === 0 ? 0 : Math.floor((2 * totalOf(units) * 10 ** DECIMALS + units.size) / (2 * units.size))

const numberOver = (
  worlds: ReadonlyArray<Units>,
  {
    criterion = null,
    decimals = 0,
    of
  }: Pick<MovedNumber, "of"> & Partial<Pick<MovedNumber, "criterion" | "decimals">>,
  count: (units: Units) => number
): MovedNumber => {
  const values = worlds.map(count)
  const by = (cause: MovementCause): number => {
    const step = MovementCause.literals.indexOf(cause)
    return (values[step + 1] ?? 0) - (values[step] ?? 0)
  }
  return {
    of,
    criterion,
    decimals,
    before: values[0] ?? 0,
    after: values.at(-1) ?? 0,
    parts: {
      knowledge: by("knowledge"),
      boundaries: by("boundaries"),
      group: by("group"),
      criteria: by("criteria"),
      change: by("change")
    }
  }
}

/**
 * Why the numbers moved, from the worlds seen before the first step and after each (see `standpointsOf`).
 *
 * **Details** Criteria are joined by their numbers; one that a set does not have counts nobody.
 */
export const movementOf = (from: AsKnownOn, to: AsKnownOn, worlds: ReadonlyArray<World>): Movement => {
  const told = new Map<World, Units>()
  const seen = worlds.map((world) => {
    const units = told.get(world) ?? seenIn(world)
    told.set(world, units)
    return units
  })
  const criteria = new Map([...worlds].reverse().flatMap((world) => [...criteriaIn(world)]))
  const first = new Map([...criteria].sort(([a], [b]) => a - b))
  return {
    from,
    to,
    numbers: [
      numberOver(seen, { of: "units" }, (units) => units.size),
      numberOver(seen, { of: "holding" }, (units) => countOf(units, ({ holds }) => holds)),
      numberOver(seen, { of: "set" }, (units) =>
        countOf(units, ({ verdict }) => verdict === "met" || verdict === "exempt")
      ),
      ...[...first].map(([no, name]) =>
        numberOver(seen, { of: "criterion", criterion: { no, name } }, (units) =>
          countOf(units, ({ met }) => met.includes(no))
        )
      ),
      numberOver(seen, { of: "total" }, totalOf),
      numberOver(seen, { of: "average", decimals: DECIMALS }, averageOf)
    ],
    steps: MovementCause.literals.map((cause, step) => ({
      cause,
      units: movesBetween(seen[step] ?? new Map(), seen[step + 1] ?? new Map())
    }))
  }
}

/**
 * Why the numbers of a group of units moved between two days, each as known at a moment.
 *
 * **Details** `judgeWith` judges the group from a standpoint; it is asked once for each that differs from the one before. The
 * parts depend on the order of the steps (`orderWords`), their sum does not.
 */
export const movement: <E, R>(
  from: AsKnownOn,
  to: AsKnownOn,
  judgeWith: (at: Standpoint) => Effect.Effect<World, E, R>
) => Effect.Effect<Movement, E, R> = Effect.fnUntraced(function* (from, to, judgeWith) {
  const worlds: Array<World> = []
  let before: Standpoint | null = null
  for (const at of standpointsOf(from, to)) {
    const last = worlds.at(-1)
    worlds.push(before !== null && last !== undefined && sameStandpoint(before, at) ? last : yield* judgeWith(at))
    before = at
  }
  return movementOf(from, to, worlds)
})
