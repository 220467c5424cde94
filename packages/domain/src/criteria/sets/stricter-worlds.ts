import type { Condition, Flag, InputKey } from "../rules/condition.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"

/** One way in which a unit can be, as far as a rule asks: enough to turn its conditions into yes or no. */
export interface World {
  /** Null: a region that no rule names. */
  readonly region: string | null
  readonly group: 1 | 2 | 3 | null
  readonly type: string | null
  readonly year: number | null
  readonly day: string | null
  readonly flags: ReadonlySet<Flag>
  readonly stated: ReadonlySet<InputKey>
  readonly values: ReadonlyMap<InputKey, number>
}

/** Most worlds that are gone through; rules of decisions need some tens. */
const MOST_WORLDS = 4_000

const subsets = <A>(all: ReadonlyArray<A>): ReadonlyArray<ReadonlySet<A>> =>
  all.reduce<ReadonlyArray<ReadonlySet<A>>>(
    (sets, one) => sets.flatMap((set) => [set, new Set([...set, one])]),
    [new Set<A>()]
  )

/** One value below, at, and between and above each of the numbers that conditions compare with. */
const cells = (numbers: ReadonlyArray<number>): ReadonlyArray<number> => {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const next = sorted[index + 1]
    const above = next === undefined ? number + 1 : (number + next) / 2
    return index === 0 ? [number - 1, number, above] : [number, above]
  })
}

interface Asked {
  readonly conditions: ReadonlyArray<Condition>
  readonly years: ReadonlyArray<number>
  readonly days: ReadonlyArray<string>
}

const askedBy = (rules: ReadonlyArray<Rule>): Asked => {
  const parts = rules.map(partsOf)
  const rows = parts.flatMap(({ thresholds }) => thresholds).flatMap((one) => ("rows" in one ? one.rows : []))
  return {
    conditions: parts.flatMap(({ conditions }) => conditions),
    years: rows.flatMap(({ year }) => (year === null ? [] : [year])),
    // The day after an end is written by a mark: only the order matters.
    days: rows.flatMap(({ from, to }) => [...(from === null ? [] : [from]), ...(to === null ? [] : [`${to}+`])])
  }
}

const orNone = <A>(found: ReadonlyArray<A>): ReadonlyArray<A | null> => [...new Set(found), null]

/** The values to go through for each input that a condition compares. */
const valuesOf = (conditions: ReadonlyArray<Condition>): ReadonlyArray<readonly [InputKey, ReadonlyArray<number>]> => {
  const compared = conditions.flatMap((one) => (one.if === "value" ? [one] : []))
  return [...Map.groupBy(compared, ({ input }) => input)].map(
    ([input, ones]) => [input, cells(ones.map(({ than }) => than))] as const
  )
}

/**
 * Every way in which a unit can be that makes a difference to the rules. Null where there are more than can be gone through.
 *
 * **Details** Each attribute is taken on its own, so some of them no unit can be: what is proved for all holds for the real ones.
 */
export const worldsOf = (rules: ReadonlyArray<Rule>): ReadonlyArray<World> | null => {
  const { conditions, days, years } = askedBy(rules)
  const regions = orNone(conditions.flatMap((one) => (one.if === "region" ? one.in : [])))
  const groups = orNone(conditions.flatMap((one) => (one.if === "group" ? one.in : [])))
  const types = orNone(conditions.flatMap((one) => (one.if === "type" ? one.in : [])))
  const flagsAsked = [...new Set(conditions.flatMap((one) => (one.if === "flag" ? [one.is] : [])))]
  const statedAsked = [...new Set(conditions.flatMap((one) => (one.if === "stated" ? [one.input] : [])))]
  const values = valuesOf(conditions)
  const count = [regions, groups, types, orNone(years), orNone(days), ...values.map(([, list]) => list)].reduce(
    (product, list) => product * list.length,
    2 ** (flagsAsked.length + statedAsked.length)
  )
  if (count > MOST_WORLDS) return null
  const valued = values.reduce<ReadonlyArray<ReadonlyMap<InputKey, number>>>(
    (maps, [input, list]) => maps.flatMap((map) => list.map((value) => new Map([...map, [input, value]]))),
    [new Map<InputKey, number>()]
  )
  const worlds: Array<World> = []
  for (const region of regions)
    for (const group of groups)
      for (const type of types)
        for (const year of orNone(years))
          for (const day of orNone(days))
            for (const flags of subsets(flagsAsked))
              for (const stated of subsets(statedAsked))
                for (const map of valued) worlds.push({ region, group, type, year, day, flags, stated, values: map })
  return worlds
}

const compare = (value: number, op: string, than: number): boolean => {
  switch (op) {
    case ">=":
      return value >= than
    case ">":
      return value > than
    case "<=":
      return value <= than
    case "<":
      return value < than
    default:
      return value === than
  }
}

/** Whether the condition is true in the world. */
export const holdsIn = (world: World, condition: Condition): boolean => {
  switch (condition.if) {
    case "region":
      return world.region !== null && condition.in.includes(world.region)
    case "group":
      return world.group !== null && condition.in.includes(world.group)
    case "type":
      return world.type !== null && condition.in.includes(world.type)
    case "flag":
      return world.flags.has(condition.is)
    case "stated":
      return world.stated.has(condition.input)
    case "value":
      return compare(world.values.get(condition.input) ?? 0, condition.op, condition.than)
    case "all":
      return condition.of.every((one) => holdsIn(world, one))
    case "any":
      return condition.of.some((one) => holdsIn(world, one))
    case "not":
      return !holdsIn(world, condition.of)
  }
}

/** "vùng DBSH, năm 2024" for a reader; empty where nothing narrows it. */
export const worldWords = ({ flags, group, region, stated, type, year }: World) => ({
  vi: [
    ...(region === null ? [] : [`vùng ${region}`]),
    ...(group === null ? [] : [`nhóm ${group}`]),
    ...(type === null ? [] : [type]),
    ...(year === null ? [] : [`năm ${year}`]),
    ...flags,
    ...stated
  ].join(", "),
  en: [
    ...(region === null ? [] : [`region ${region}`]),
    ...(group === null ? [] : [`group ${group}`]),
    ...(type === null ? [] : [type]),
    ...(year === null ? [] : [`year ${year}`]),
    ...flags,
    ...stated
  ].join(", ")
})
