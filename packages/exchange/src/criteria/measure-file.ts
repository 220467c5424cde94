import { CriteriaSetId, type Leaf, type Measure } from "@ntm/domain/criteria"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import { asks, inputKey, type LineContext, setOf, tierNames, tierOf } from "./context.ts"
import {
  choiceOf,
  flagOf,
  listOf,
  numberOf,
  objectOf,
  refuseUnknownKeys,
  textOf,
  textsOf,
  wholeOf
} from "./notation.ts"

/** Measures that the programme itself keeps, by the name that the files give them. */
const kept: ReadonlyMap<string, Leaf> = new Map([
  ["programmeConstructionDebt", { of: "overdueDebt" }],
  ["pctCriteriaNoLongerMet", { of: "criteriaLost" }],
  ["pctCommunesWithdrawn", { of: "withdrawnBelow", level: "commune" }]
])

/** The least of every content, as each commune reports it; the district's rule takes the least commune of them. */
const LEAST_CONTENT = "minOverCommunesAndContentsSatisfactionPct"
const leastContentInput = inputKey("residentSatisfactionLeastContentPct")

/** Units below, as the files call them, and the types of unit that the word means. */
const childrenOf = {
  commune: { level: "commune", types: ["xã"] },
  ward: { level: "commune", types: ["phường"] },
  township: { level: "commune", types: ["thị trấn"] },
  district: { level: "district", types: ["huyện"] },
  "town-city": { level: "district", types: ["thị xã", "thành phố"] }
} as const

const isChildren = (name: string): name is keyof typeof childrenOf => Object.hasOwn(childrenOf, name)
const childrenNames = Object.keys(childrenOf).filter(isChildren)

const percentName = /^pct[A-Z]|Pct$/

/** The measure of an input by its name: a name that says so is a percentage. */
const named = (line: LineContext, name: string): ReturnType<typeof inputKey> => {
  const input = inputKey(name)
  if (input === line.input) return asks(line, input)
  const own = percentName.test(name)
    ? { name, unit: "%", measure: "percent" }
    : {
        name,
        unit: null,
        measure: line.measure === "percent" || line.measure === "attestation" ? "count" : line.measure
      }
  return asks(line, input, own)
}

const overChildren = (line: LineContext, path: string, rule: JsonObject): Leaf | null => {
  const { reading } = line
  const at = pointer(path, "over")
  const over = objectOf(reading, at, own(rule, "over"))
  if (over === null) return null
  refuseUnknownKeys(reading, at, over, ["children", "tier", "set", "status", "least"])
  const children = choiceOf(reading, at, over, "children", childrenNames)
  if (children === null) {
    if (own(over, "children") === undefined) reading.problem(at, "thiếu “children”", "“children” is missing")
    return null
  }
  const { level, types } = childrenOf[children]
  if (flagOf(reading, at, over, "least")) {
    const metric = textOf(reading, path, rule, "metric")
    return { of: "leastBelow", level, input: metric === null ? asks(line, line.input) : named(line, metric) }
  }
  const tier = choiceOf(reading, at, over, "tier", tierNames) ?? choiceOf(reading, at, over, "status", tierNames)
  const set = setOf(line, at, over, "set")
  if (tier === null) {
    reading.problem(at, "thiếu hạng “tier” của đơn vị dưới", "the “tier” of the units below is missing")
    return null
  }
  const [first, ...others] = types
  return {
    of: "tierShare",
    level,
    types: [first, ...others],
    tier: tierOf[tier],
    set: set === null ? null : CriteriaSetId.make(set),
    revalidate: flagOf(reading, path, rule, "revalidateOlderRecognitions") || flagOf(reading, path, rule, "revalidate")
  }
}

const ways = ["sum", "average", "least", "most"] as const

const windowOf = (line: LineContext, path: string, rule: JsonObject): Leaf | null => {
  const { reading } = line
  const at = pointer(path, "window")
  const window = objectOf(reading, at, own(rule, "window"))
  if (window === null) return null
  refuseUnknownKeys(reading, at, window, ["years", "before", "how"])
  const years = wholeOf(reading, at, window, "years")
  if (years === null || years > 20) {
    reading.problem(pointer(at, "years"), "phải là số năm từ 1 đến 20", "must be a number of years from 1 to 20")
    return null
  }
  const before = own(window, "before")
  return {
    of: "window",
    input: inputOf(line, path, rule),
    how: choiceOf(reading, at, window, "how", ways) ?? "sum",
    years,
    before: before !== undefined && before !== null && before !== false
  }
}

const ratioOf = (line: LineContext, path: string, rule: JsonObject): Measure | null => {
  const { reading } = line
  const at = pointer(path, "ratio")
  const ratio = objectOf(reading, at, own(rule, "ratio"))
  if (ratio === null) return null
  refuseUnknownKeys(reading, at, ratio, ["part", "whole", "times"])
  const part = textOf(reading, at, ratio, "part")
  const whole = textOf(reading, at, ratio, "whole")
  const times = numberOf(reading, at, ratio, "times") ?? (line.unit?.startsWith("%") === true ? 100 : 1)
  if (part === null || whole === null || times <= 0) {
    reading.problem(
      at,
      "phải ghi part, whole là tên số liệu, times > 0",
      "must name the inputs part and whole, times > 0"
    )
    return null
  }
  const count = { unit: null, measure: "count" } as const
  return {
    of: "ratio",
    part: { of: "input", input: asks(line, inputKey(part), { name: part, ...count }) },
    whole: { of: "input", input: asks(line, inputKey(whole), { name: whole, ...count }) },
    times
  }
}

/** Another set's threshold is held against the same quantity: the input of the line that it belongs to. */
const inputOfOther = (rule: JsonObject): string | null => {
  const to = own(rule, "relativeTo")
  if (typeof to !== "object" || to === null) return null
  const [set, code] = ["set", "code"].map((key) => Object.getOwnPropertyDescriptor(to, key)?.value)
  return typeof set === "string" && typeof code === "string" ? `${set}/${code}` : null
}

/** The input that a rule reads: `input`, `metric`, or the line's own. */
export const inputOf = (line: LineContext, path: string, rule: JsonObject): ReturnType<typeof inputKey> => {
  const name = textOf(line.reading, path, rule, "input") ?? textOf(line.reading, path, rule, "metric")
  if (name !== null) return named(line, name)
  const other = line.input.startsWith(`${line.set}/`) ? inputOfOther(rule) : null
  return asks(line, other === null ? line.input : inputKey(other))
}

/** What a comparison measures: `over`, `window`, `ratio`, `metric`, or the line's own input. Null after a problem. */
export const measureOf = (line: LineContext, path: string, rule: JsonObject): Measure | null => {
  const { reading } = line
  if (own(rule, "over") !== undefined) return overChildren(line, path, rule)
  if (own(rule, "window") !== undefined) return windowOf(line, path, rule)
  if (own(rule, "ratio") !== undefined) return ratioOf(line, path, rule)
  const metric = textOf(reading, path, rule, "metric")
  const leaf = metric === null ? undefined : kept.get(metric)
  if (leaf !== undefined) return leaf
  if (metric === LEAST_CONTENT) {
    asks(line, leastContentInput, { name: "Hài lòng ở nội dung thấp nhất", unit: "%", measure: "percent" })
    return { of: "leastBelow", level: "commune", input: leastContentInput }
  }
  const maxAgeDays = wholeOf(reading, path, rule, "maxAgeDays")
  return { of: "input", input: inputOf(line, path, rule), ...(maxAgeDays === null ? {} : { maxAgeDays }) }
}

/** The lists of regions that narrow a rule. */
export const regionsOf = (line: LineContext, path: string, rule: JsonObject, key: string): ReadonlyArray<string> => {
  const list = textsOf(line.reading, path, rule, key)
  list.forEach((code, index) => {
    if (!line.regions.includes(code))
      line.reading.problem(
        pointer(pointer(path, key), index),
        `không có vùng “${code.slice(0, 60)}”`,
        `there is no region “${code.slice(0, 60)}”`
      )
  })
  if (own(rule, key) !== undefined && listOf(line.reading, path, rule, key).length === 0)
    line.reading.problem(pointer(path, key), "danh sách vùng rỗng", "the list of regions is empty")
  return list
}
