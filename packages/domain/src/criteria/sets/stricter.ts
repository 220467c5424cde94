import type { Bilingual, Day } from "../../values/index.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import type { Indicator } from "./indicator.ts"
import { betterOf } from "../rules/rule-parts.ts"
import type { Rule } from "../rules/rule.ts"
import { type Demand, demandOf, implies, type NationalName } from "./stricter-demand.ts"
import { worldsOf, worldWords } from "./stricter-worlds.ts"
import { setOn } from "./set-on.ts"

/** What a rule comes to beside another: as strict or stricter everywhere, looser somewhere, or not to be told. */
export type Strictness =
  | { readonly is: "asStrict" }
  | {
      readonly is: "looser" | "notComparable"
      readonly where: Bilingual
      readonly national: string
      readonly local: string
    }

const everywhere: Bilingual = { vi: "mọi nơi", en: "everywhere" }

const numbers = (demand: Demand): string => {
  if (demand.demand === "nothing") return "–"
  if (demand.demand === "times") return `${demand.times} ×`
  if (demand.demand !== "number") return demand.demand
  const { low, high } = demand.within
  return low === high
    ? String(low)
    : Number.isFinite(low)
      ? Number.isFinite(high)
        ? `${low}…${high}`
        : `≥ ${low}`
      : `≤ ${high}`
}

/** Both are one number of the same quantity, or one of them asks for nothing: then it is plain which is looser. */
const isPlain = (national: Demand, local: Demand): boolean =>
  local.demand === "nothing" ||
  (national.demand === "number" && local.demand === "number" && national.of === local.of) ||
  (national.demand === "times" && local.demand === "times" && national.other === local.other)

/**
 * Whether whoever meets `local` surely meets `national`, whatever the region, group, year and attributes of the unit.
 *
 * **Details** A national number that is not known, or left to the province, is no bar. What cannot be shown is "notComparable".
 */
export const stricterRule = (
  national: Rule | null,
  local: Rule | null,
  nationalName: NationalName = (set) => set
): Strictness => {
  if (national === null || JSON.stringify(national) === JSON.stringify(local)) return { is: "asStrict" }
  if (local === null) return { is: "looser", where: everywhere, national: national.op, local: "–" }
  const worlds = worldsOf([national, local])
  if (worlds === null) return { is: "notComparable", where: everywhere, national: national.op, local: local.op }
  for (const world of worlds) {
    const asked = demandOf(national, world, nationalName)
    const own = demandOf(local, world, nationalName)
    if (implies(own, asked)) continue
    const where = worldWords(world)
    return {
      is: isPlain(asked, own) ? "looser" : "notComparable",
      where: where.vi === "" ? everywhere : where,
      national: numbers(asked),
      local: numbers(own)
    }
  }
  return { is: "asStrict" }
}

/** An indicator of a local set that asks for less than the nation's, or may do so. */
export interface Looser {
  readonly code: string
  readonly is: "looser" | "notComparable"
  /** First day on which it is. */
  readonly from: Day
  readonly message: Bilingual
}

const ruleOf = (indicator: Indicator): Rule | null =>
  indicator.rule === null || indicator.appliesWhen === null
    ? indicator.rule
    : { op: "when", condition: indicator.appliesWhen, rule: indicator.rule, otherwise: null }

const linesOf = (set: CriteriaSet): ReadonlyMap<string, Indicator> =>
  new Map([...set.conditions, ...set.criteria.flatMap(({ indicators }) => indicators)].map((one) => [one.code, one]))

const sentence = (
  code: string,
  strictness: Exclude<Strictness, { readonly is: "asStrict" }>,
  better: string
): Bilingual => {
  const { is, local, national, where } = strictness
  return is === "looser"
    ? {
        vi: `chỉ tiêu ${code} lỏng hơn bộ quốc gia (${where.vi}): quốc gia ${national}, địa phương ${local}${better}`,
        en: `indicator ${code} is looser than the national set (${where.en}): national ${national}, local ${local}`
      }
    : {
        vi: `chỉ tiêu ${code} không so được với bộ quốc gia (${where.vi}), nên không nhận`,
        en: `indicator ${code} cannot be compared with the national set (${where.en}), and is therefore refused`
      }
}

/** Days within the local set's time on which either set changes. */
const turns = (national: CriteriaSet, local: CriteriaSet, first: Day): ReadonlyArray<Day> => {
  const lines = [...linesOf(national).values(), ...linesOf(local).values()]
  const days = [
    ...lines.flatMap(({ versions }) => versions.flatMap(({ from }) => from ?? [])),
    ...[...national.amendments, ...local.amendments].map(({ from }) => from)
  ]
  return [...new Set([first, ...days.filter((day) => day > first)])].toSorted()
}

/**
 * Every line in which a province's set asks for less than the national one that it derives from; empty where it does not.
 *
 * **Details** Gone through for each day on which one of them changes, from the province's first decision on. A national line
 * that the local set leaves out is looser. `nationalName` names the national set that another local set stands in for.
 */
export const stricter = (
  national: CriteriaSet,
  local: CriteriaSet,
  nationalName: NationalName = (set) => set
): ReadonlyArray<Looser> => {
  const first = local.derivesFrom?.from ?? local.period.from
  const found = new Map<string, Looser>()
  for (const day of turns(national, local, first)) {
    const own = linesOf(setOn(local, day))
    for (const [code, asked] of linesOf(setOn(national, day))) {
      if (found.has(code)) continue
      const line = own.get(code)
      const strictness = stricterRule(ruleOf(asked), line === undefined ? null : ruleOf(line), nationalName)
      if (strictness.is === "asStrict") continue
      const better = betterOf(asked.rule) === "lower" ? " (càng thấp càng chặt)" : ""
      found.set(code, { code, is: strictness.is, from: day, message: sentence(code, strictness, better) })
    }
  }
  return [...found.values()]
}
