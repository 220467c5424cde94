import {
  type AssessableLine,
  type AssessableSet,
  type Column,
  type Columns,
  type CriteriaSet,
  flat,
  profileOf,
  type Program,
  type Rule,
  setOn,
  type Threshold
} from "@ntm/domain/criteria"
import type { Day } from "@ntm/domain/values"

/** The seven regions of the criteria sets for 2021–2025. */
export const regions = ["TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"]
const communes = ["xa-ntm-2021-2025", "xa-ntm-nang-cao-2021-2025", "xa-ntm-kieu-mau-2021-2025"]

/** Numbers for every region, where the law's are not known to the project: without them there would be nothing to compare. */
const numbers = (code: string): Threshold => ({
  awaiting: null,
  rows: regions.map((region, at) => ({
    value: 60 + ((code.charCodeAt(0) + code.length * 7 + at * 5) % 40),
    when: { if: "region" as const, in: [region] as const },
    year: null,
    from: null,
    to: null
  }))
})

/** As the law has it, made whole: numbers where they are unknown, the first row's where a row rests on another value. */
const whole = (code: string, threshold: Threshold): Threshold => {
  if ("times" in threshold) return threshold
  const rows = threshold.rows.filter(({ year }) => year === null || year === 2024)
  const [first] = rows
  if (first === undefined) return numbers(code)
  if (rows.every(({ when }) => when === null || when.if === "region")) return { ...threshold, rows }
  return flat(first.value)
}

const wholeRule = (code: string, rule: Rule): Rule => {
  switch (rule.op) {
    case "all":
    case "any":
      return { ...rule, rules: rule.rules.map((inner) => wholeRule(code, inner)) }
    case "when":
    case "eachSex":
      return { ...rule, rule: wholeRule(code, rule.rule) }
    case ">=":
    case ">":
    case "<=":
    case "<":
    case "=":
      return { ...rule, threshold: whole(code, rule.threshold) }
    default:
      return rule
  }
}

const wholeLine = ({ code, rule }: AssessableLine): AssessableLine => ({
  code,
  rule: rule === null ? null : wholeRule(code, rule),
  appliesWhen: null
})

/**
 * The rules of the three commune sets for 2021–2025 in the form that both sides of the bench can judge: 137 indicators in 43
 * criteria, unknown numbers filled in, what stands beside the criteria left out.
 */
export const communeSets = (all: ReadonlyArray<CriteriaSet>, day: Day): ReadonlyArray<AssessableSet> =>
  communes.map((id) => {
    const found = all.find((set) => set.id === id)
    if (found === undefined) throw new Error(`there is no set ${id}`)
    const set = setOn(found, day)
    return {
      id: set.id,
      tier: set.tier,
      criteria: set.criteria.map(({ no, name, indicators }) => ({ no, name, indicators: indicators.map(wholeLine) })),
      conditions: [],
      requires: [],
      regionOverrides: set.regionOverrides,
      recognition: { grant: [], withdraw: null }
    }
  })

/** A sequence that is the same on every run. */
export const dice = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** 4 % missing; attestations mostly yes, numbers around the thresholds. What only some regions are asked is never missing. */
export const randomColumns = ({ columns, sets }: Program, size: number): Columns => {
  const roll = dice(20_250_305)
  const attested = new Set<string>()
  const whole = new Set<string>()
  const look = (rule: Rule | null, within: boolean): void => {
    if (rule === null) return
    if (rule.op === "attested") attested.add(`input:${rule.input}`)
    if (within && "measure" in rule && rule.measure.of === "input") whole.add(`input:${rule.measure.input}`)
    if ("rules" in rule) for (const inner of rule.rules) look(inner, within)
    if ("rule" in rule) look(rule.rule, within || rule.op === "when")
  }
  for (const { lines } of sets) for (const { line } of lines) look(line.rule, false)
  const values = new Map<string, Column>()
  for (const key of columns.keys()) {
    const share = whole.has(key) ? 0 : 0.04
    const number = (): number => (attested.has(key) ? Number(roll() < 0.95) : Math.round((70 + roll() * 90) * 10) / 10)
    const column = Float64Array.from({ length: size }, () => (roll() < share ? Number.NaN : number()))
    values.set(key, { values: column, days: null })
  }
  const units = Array.from({ length: size }, (_, id) => {
    const region = regions[Math.floor(roll() * regions.length)] ?? "TN"
    return { id, type: "xã", attributes: { region, speciallyDifficult: false, safeZone: false } }
  })
  return { size, units: units.map(({ id }) => id), profile: profileOf(units), values }
}
