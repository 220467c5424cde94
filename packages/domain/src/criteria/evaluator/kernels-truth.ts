import { type Columns, NO, UNKNOWN, YES } from "./columns.ts"
import type { Condition } from "../rules/condition.ts"
import { type Regions, REGIONS, type Rests, type Run, STILL, type Truth, VALUES } from "./kernels-bound.ts"
import { combine } from "./kernels-combine.ts"
import { compareOne } from "./kernels.ts"
import { inputColumn } from "../rules/leaf-key.ts"
import { MET, NO_DATA } from "../rules/verdict.ts"

/** Three-valued tables by the set of codes that occur among the parts. */
const allOf = Uint8Array.from({ length: 8 }, (_, seen) => ((seen & 1) !== 0 ? NO : (seen & 4) !== 0 ? UNKNOWN : YES))
const anyOf = Uint8Array.from({ length: 8 }, (_, seen) => ((seen & 2) !== 0 ? YES : (seen & 4) !== 0 ? UNKNOWN : NO))
const opposite = Uint8Array.of(YES, NO, UNKNOWN)

/** A column of values, or one that has no data. */
export const valuesOf = (columns: Columns, key: string): Float64Array =>
  columns.values.get(key)?.values ?? new Float64Array(columns.size).fill(Number.NaN)

/** By place in `places` + 1, so that 0 answers for what is not known. */
const byPlace = (
  codes: Uint8Array,
  places: Int16Array,
  names: ReadonlyArray<string>,
  wanted: ReadonlyArray<string>
) => {
  const table = Uint8Array.from([UNKNOWN, ...names.map((name) => (wanted.includes(name) ? YES : NO))])
  return (from: number, to: number): void => {
    for (let at = from; at < to; at++) codes[at] = table[(places[at] ?? -1) + 1] ?? UNKNOWN
  }
}

const runOf = (
  condition: Exclude<Condition, { readonly if: "all" | "any" | "not" }>,
  codes: Uint8Array,
  columns: Columns,
  regions: Regions
): Run => {
  const { profile } = columns
  switch (condition.if) {
    case "region":
      return byPlace(codes, regions.region, regions.names, condition.in)
    case "type":
      return byPlace(codes, profile.type, profile.types, condition.in)
    case "group": {
      const table = Uint8Array.from([
        UNKNOWN,
        ...([1, 2, 3] as const).map((no) => (condition.in.includes(no) ? YES : NO))
      ])
      return (from, to) => {
        for (let at = from; at < to; at++) codes[at] = table[profile.group[at] ?? 0] ?? UNKNOWN
      }
    }
    case "flag": {
      const flag = profile.flags[condition.is]
      return (from, to) => {
        for (let at = from; at < to; at++) codes[at] = flag[at] ?? UNKNOWN
      }
    }
    case "stated": {
      const values = valuesOf(columns, inputColumn(condition.input))
      return (from, to) => {
        for (let at = from; at < to; at++) codes[at] = values[at] === 1 ? YES : values[at] === 0 ? NO : UNKNOWN
      }
    }
    case "value": {
      const values = valuesOf(columns, inputColumn(condition.input))
      return (from, to) => {
        for (let at = from; at < to; at++) {
          const code = compareOne(condition.op, values[at] ?? Number.NaN, condition.than)
          codes[at] = code === MET ? YES : code === NO_DATA ? UNKNOWN : NO
        }
      }
    }
  }
}

/** What rests on several things rests on the one that changes most. */
export const mostOf = (all: ReadonlyArray<Rests>): Rests =>
  all.includes(VALUES) ? VALUES : all.includes(REGIONS) ? REGIONS : STILL

const restsOf = (condition: Condition, regions: Regions): Rests => {
  if (condition.if === "stated" || condition.if === "value") return VALUES
  return condition.if === "region" && regions.move ? REGIONS : STILL
}

/**
 * Makes a condition ready for columns. Conditions that are written alike are made once per `made`.
 *
 * **Details** It is filled here and now. What rests on more than the units themselves is run again by the set, in the
 * order of `made`, so that parts come first.
 */
export const bindTruth = (
  condition: Condition,
  columns: Columns,
  regions: Regions,
  made: Map<string, Truth>
): Truth => {
  const key = JSON.stringify(condition)
  const known = made.get(key)
  if (known !== undefined) return known
  const codes = new Uint8Array(columns.size)
  const bind = (inner: Condition): Truth => bindTruth(inner, columns, regions, made)
  const nodeOf = (parts: ReadonlyArray<Truth>, run: Run, rests: Rests): Truth => ({
    condition,
    codes,
    rests,
    run,
    parts
  })
  const node = ((): Truth => {
    switch (condition.if) {
      case "all":
      case "any": {
        const parts = condition.of.map(bind)
        const run = combine(
          codes,
          parts.map((part) => part.codes),
          condition.if === "all" ? allOf : anyOf
        )
        return nodeOf(parts, run, mostOf(parts.map(({ rests }) => rests)))
      }
      case "not": {
        const part = bind(condition.of)
        const run = (from: number, to: number): void => {
          for (let at = from; at < to; at++) codes[at] = opposite[part.codes[at] ?? UNKNOWN] ?? UNKNOWN
        }
        return nodeOf([part], run, part.rests)
      }
      default:
        return nodeOf([], runOf(condition, codes, columns, regions), restsOf(condition, regions))
    }
  })()
  node.run(0, columns.size)
  made.set(key, node)
  return node
}
