import { Result } from "effect"
import type { Day } from "../../values/index.ts"
import { compile } from "../evaluator/compile.ts"
import { noUses, useRule } from "../evaluator/compile-uses.ts"
import type { UnitId } from "../../units/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { referring } from "../sets/local-set.ts"
import type { Rule } from "../rules/rule.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Stack } from "./judged.ts"
import type { Known } from "./known.ts"
import { ownSets } from "./own-sets.ts"
import { rowsOn } from "./rows-on.ts"

const rulesOf = ({ conditions, criteria, recognition: { grant, withdraw } }: CriteriaSet): ReadonlyArray<Rule> =>
  [
    ...conditions.map(({ rule }) => rule),
    ...criteria.flatMap(({ indicators }) => indicators.map(({ rule }) => rule)),
    ...grant.map(({ rule }) => rule),
    withdraw
  ].filter((rule) => rule !== null)

/** Sets of the same level that a set's rules ask about. */
const restsOn = (set: CriteriaSet, all: ReadonlyArray<CriteriaSet>): ReadonlyArray<string> => {
  const uses = noUses()
  for (const rule of rulesOf(set)) useRule(uses, rule, all)
  const asked = [...set.requires, ...uses.verdicts, ...uses.thresholds].map((one) => one.set)
  return all.filter(({ id, level }) => level === set.level && asked.includes(id)).map(({ id }) => id)
}

const build = (
  known: Known,
  ids: ReadonlyArray<CriteriaSetId>,
  own: ReadonlyMap<CriteriaSetId, CriteriaSetId>,
  day: Day
): Stack => {
  const there = (id: CriteriaSetId): CriteriaSetId => own.get(id) ?? id
  const local = new Set(own.values())
  const inForce = known.sets.flatMap(({ id }) => {
    const set = known.setOn(id, day)
    const stands = set?.derivesFrom === null ? !own.has(id) : local.has(id) || ids.includes(id)
    return set !== undefined && stands && !set.doNotEvaluate ? [referring(set, there)] : []
  })
  const byId = new Map(inForce.map((set) => [set.id, set]))
  const taken = new Map<CriteriaSetId, CriteriaSet>()
  const take = (id: CriteriaSetId): void => {
    const set = byId.get(id)
    if (set === undefined || taken.has(id)) return
    taken.set(id, set)
    for (const other of restsOn(set, inForce)) {
      const next = inForce.find((one) => one.id === other)
      if (next !== undefined) take(next.id)
    }
  }
  for (const id of ids) take(there(id))
  const sets = ids.flatMap((id) => {
    const set = taken.get(there(id))
    return set === undefined ? [] : [[id, set] as const]
  })
  // Sets that cannot be compiled were refused when they were loaded.
  return { program: Result.getOrThrow(compile([...taken.values()], day)), sets: new Map(sets) }
}

/**
 * The sets by which units under the decisions of these provinces (see `jurisdictionsOn`) are judged on a day, compiled.
 *
 * **Details** The province's own set stands in for the national one, in what other sets ask of it too. Skeletons are left
 * out: what rests on one has no threshold. Provinces without sets of their own share theirs.
 */
export const stackOf = (
  known: Known,
  ids: ReadonlyArray<CriteriaSetId>,
  provinces: ReadonlyArray<UnitId>,
  day: Day
): Stack => {
  const own = ownSets(known, provinces, day)
  const key = JSON.stringify([day, ids, [...own]])
  return known.stacks(key, () => build(known, ids, own, day))
}

/** The sets as they ask on the day of the stack, judging on another: how old values are is asked on that. */
export const judgingOn = ({ program, sets }: Stack, day: Day): Stack => {
  const asked = program.sets.map(({ set }) => rowsOn(set, program.day))
  // What was compiled for one day can be for any.
  return { program: Result.getOrThrow(compile(asked, day)), sets }
}
