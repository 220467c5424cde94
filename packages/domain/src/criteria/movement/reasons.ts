import { Schema } from "effect"
import { Day, dayAt } from "../../values/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import { type Columns, NO_DAY, UNKNOWN, YES } from "../evaluator/columns.ts"
import type { BoundLine, BoundSet } from "../evaluator/kernels-bound.ts"
import { Verdict } from "../rules/verdict.ts"
import type { Seen } from "./world.ts"

const number = Schema.NullOr(Schema.Finite)
const day = Schema.NullOr(Day)
const text = Schema.NullOr(Schema.String)

/** A line that judges a unit otherwise than before, and what it rests on that is not as before. */
export const MovedLine = Schema.Struct({
  code: Schema.String,
  /** Number of its criterion; null for what is no indicator. */
  criterion: Schema.NullOr(Schema.Int),
  /** Null: there is no such line. */
  before: Schema.NullOr(Verdict),
  after: Schema.NullOr(Verdict),
  values: Schema.Array(
    Schema.Struct({ column: Schema.String, before: number, after: number, dayBefore: day, dayAfter: day })
  ),
  /** By what decisions it reads as it does, where it reads otherwise than before. */
  rule: Schema.NullOr(Schema.Struct({ before: text, after: text }))
})
export type MovedLine = typeof MovedLine.Type

/** What a unit is that it was not. */
export const MovedAttribute = Schema.Struct({
  name: Schema.String,
  before: Schema.NullOr(Schema.Union([Schema.String, Schema.Boolean, Schema.Int])),
  after: Schema.NullOr(Schema.Union([Schema.String, Schema.Boolean, Schema.Int]))
})
export type MovedAttribute = typeof MovedAttribute.Type

const valueAt = ({ values }: Columns, key: string, at: number) => {
  const column = values.get(key)
  const value = column?.values[at] ?? Number.NaN
  const dated = column?.days?.[at] ?? NO_DAY
  return { value: Number.isFinite(value) ? value : null, day: dated === NO_DAY ? null : dayAt(dated) }
}

type Pair = readonly [BoundLine | undefined, BoundLine | undefined]

const linesOf = ({ lines }: BoundSet): ReadonlyMap<string, BoundLine> =>
  new Map(lines.map((line) => [`${line.place} ${line.code}`, line]))

const paired = new WeakMap<BoundSet, WeakMap<BoundSet, ReadonlyArray<Pair>>>()

/** The lines of two sets side by side: the same for all units that both judge. */
const pairsOf = (was: BoundSet, is: BoundSet): ReadonlyArray<Pair> => {
  const known = paired.get(was) ?? new WeakMap<BoundSet, ReadonlyArray<Pair>>()
  paired.set(was, known)
  const made = known.get(is)
  if (made !== undefined) return made
  const [before, after] = [linesOf(was), linesOf(is)]
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((key): Pair => [before.get(key), after.get(key)])
  known.set(is, pairs)
  return pairs
}

const ruleOf = (line: BoundLine | undefined): string =>
  JSON.stringify([line?.source.line.rule, line?.source.line.appliesWhen])

const movedLine = (
  was: Seen,
  is: Seen,
  before: BoundLine | undefined,
  after: BoundLine | undefined
): MovedLine | null => {
  const line = after ?? before
  if (line === undefined) return null
  const then = before === undefined ? null : verdictOf(before.codes[was.at])
  const now = after === undefined ? null : verdictOf(after.codes[is.at])
  if (then === now) return null
  const columns = new Set([...(before?.source.columns ?? []), ...(after?.source.columns ?? [])])
  const values = [...columns].flatMap((column) => {
    const [old, next] = [valueAt(was.assessment.columns, column, was.at), valueAt(is.assessment.columns, column, is.at)]
    return old.value === next.value && old.day === next.day
      ? []
      : [{ column, before: old.value, after: next.value, dayBefore: old.day, dayAfter: next.day }]
  })
  const rule =
    ruleOf(before) === ruleOf(after)
      ? null
      : { before: before?.source.line.legalBasis ?? null, after: after?.source.line.legalBasis ?? null }
  const criterion = (after === undefined ? was : is).bound.criteria[line.criterion]?.no ?? null
  return { code: line.code, criterion, before: then, after: now, values, rule }
}

/** Lines that judge the unit otherwise than before. */
export const movedLines = (was: Seen, is: Seen): ReadonlyArray<MovedLine> =>
  pairsOf(was.bound, is.bound).flatMap(([before, after]) => movedLine(was, is, before, after) ?? [])

const flags = ["border", "island", "speciallyDifficult", "safeZone", "urban", "programme"] as const

const attributesOf = ({
  assessment: { columns },
  at
}: Seen): ReadonlyArray<readonly [string, string | boolean | number | null]> => {
  const { flags: own, group, region, regions, type, types } = columns.profile
  return [
    ["region", regions[region[at] ?? -1] ?? null],
    ["communeGroup", group[at] === 0 ? null : (group[at] ?? null)],
    ["type", types[type[at] ?? -1] ?? null],
    ...flags.map((flag) => {
      const code = own[flag][at] ?? UNKNOWN
      return [flag, code === UNKNOWN ? null : code === YES] as const
    })
  ]
}

/** What the unit is that it was not. */
export const movedAttributes = (was: Seen, is: Seen): ReadonlyArray<MovedAttribute> => {
  const after = new Map(attributesOf(is))
  return attributesOf(was).flatMap(([name, before]) => {
    const now = after.get(name) ?? null
    return before === now ? [] : [{ name, before, after: now }]
  })
}
