import { type Condition, CriteriaSetId, type Threshold, type ThresholdRow } from "@ntm/domain/criteria"
import { excerpt, isObject, type JsonObject, own, pointer } from "../documents/fields.ts"
import { type LineContext, setOf } from "./context.ts"
import { conditionFrom } from "./condition-file.ts"
import { choiceOf, didYouMean, listOf, objectOf, refuseUnknownKeys, requiredText } from "./notation.ts"

type Awaiting = "province" | "ministry" | "source" | null

interface Read {
  readonly rows: ReadonlyArray<ThresholdRow>
  readonly awaiting: Awaiting
}

const row = (value: number, when: Condition | null, year: number | null): ThresholdRow => ({
  value,
  when,
  year,
  from: null,
  to: null
})

/** Whom a key of `thresholds` is for; undefined after a problem. "default" is for everybody. */
const whomOf = (line: LineContext, path: string, key: string): Condition | null | undefined => {
  if (key === "default") return null
  const group = /^G([123])$/.exec(key)?.[1]
  if (group !== undefined && line.regions.includes(key))
    return { if: "group", in: [group === "1" ? 1 : group === "2" ? 2 : 3] }
  if (line.regions.includes(key)) return { if: "region", in: [key] }
  const near = didYouMean(key, line.regions)
  line.reading.problem(
    pointer(path, key),
    `không có vùng hay nhóm xã “${excerpt(key)}”${near.vi}`,
    `there is no region or group of communes “${excerpt(key)}”${near.en}`
  )
  return undefined
}

const delegates = ["province", "ministry"] as const

/** `{ default, DBSH, G1, delegated }`: rows of one year, or of every year. The general number comes last. */
const tableOf = (line: LineContext, path: string, value: unknown, year: number | null): Read => {
  const table = objectOf(line.reading, path, value)
  if (table === null) return { rows: [], awaiting: null }
  const rows: Array<ThresholdRow> = []
  for (const [key, number] of Object.entries(table)) {
    if (key === "delegated") continue
    const whom = whomOf(line, path, key)
    if (typeof number !== "number" || !Number.isFinite(number)) {
      line.reading.problem(
        pointer(path, key),
        "ngưỡng phải là một số, không có ngoặc kép",
        "a threshold must be a number, without quotes"
      )
    } else if (whom !== undefined) rows.push(row(number, whom, year))
  }
  const delegated = choiceOf(line.reading, path, table, "delegated", delegates)
  return { rows: rows.toSorted((a, b) => Number(a.when === null) - Number(b.when === null)), awaiting: delegated }
}

const byYear = (line: LineContext, path: string, value: unknown): Read => {
  const years = objectOf(line.reading, path, value)
  const rows: Array<ThresholdRow> = []
  for (const [key, table] of Object.entries(years ?? {})) {
    if (/^(19|20|21)\d\d$/.test(key)) rows.push(...tableOf(line, pointer(path, key), table, Number(key)).rows)
    else
      line.reading.problem(pointer(path, key), `“${excerpt(key)}” không phải là năm`, `“${excerpt(key)}” is not a year`)
  }
  // Numbers of other years are not here.
  return { rows, awaiting: "source" }
}

const both = (a: Condition, b: Condition | null): Condition => (b === null ? a : { if: "all", of: [a, b] })

const byProfile = (line: LineContext, path: string, list: ReadonlyArray<unknown>): Read => {
  const reads = list.map((value, index): Read => {
    const at = pointer(path, index)
    const entry = objectOf(line.reading, at, value)
    if (entry === null) return { rows: [], awaiting: null }
    refuseUnknownKeys(line.reading, at, entry, ["if", "thresholds"])
    const condition = conditionFrom(line, pointer(at, "if"), own(entry, "if"))
    const { rows, awaiting } = tableOf(line, pointer(at, "thresholds"), own(entry, "thresholds"), null)
    if (condition === null) return { rows: [], awaiting }
    return { rows: rows.map((one) => ({ ...one, when: both(condition, one.when) })), awaiting }
  })
  return {
    rows: reads.flatMap(({ rows }) => rows),
    awaiting: reads.map(({ awaiting }) => awaiting).find((each) => each !== null) ?? null
  }
}

const relative = (line: LineContext, path: string, rule: JsonObject): Threshold | null => {
  const at = pointer(path, "relativeTo")
  const to = objectOf(line.reading, at, own(rule, "relativeTo"))
  if (to === null) return null
  refuseUnknownKeys(line.reading, at, to, ["set", "code", "at"])
  const set = setOf(line, at, to, "set")
  const code = requiredText(line.reading, at, to, "code")
  const thresholds = own(rule, "thresholds")
  const times = isObject(thresholds) ? own(thresholds, "default") : undefined
  if (typeof times !== "number" || !(times > 0) || !Number.isFinite(times)) {
    line.reading.problem(
      pointer(path, "thresholds"),
      "phải ghi số lần so với ngưỡng của bộ kia: { default: 1.1 }",
      "must say how many times the other set's threshold: { default: 1.1 }"
    )
    return null
  }
  return set === null || code === "" ? null : { times, set: CriteriaSetId.make(set), code }
}

/**
 * What a rule has to say of its threshold: `thresholds`, `thresholdsByYear`, `when`, `relativeTo`.
 *
 * **Details** None of them: the law has a number that is not known here. A row for some stands before the number for all.
 * Null after a problem.
 */
export const thresholdOf = (line: LineContext, path: string, rule: JsonObject): Threshold | null => {
  if (own(rule, "relativeTo") !== undefined) return relative(line, path, rule)
  const before = line.reading.problems.length
  const parts: ReadonlyArray<Read> = [
    ...(own(rule, "when") === undefined
      ? []
      : [byProfile(line, pointer(path, "when"), listOf(line.reading, path, rule, "when"))]),
    ...(own(rule, "thresholdsByYear") === undefined
      ? []
      : [byYear(line, pointer(path, "thresholdsByYear"), own(rule, "thresholdsByYear"))]),
    ...(own(rule, "thresholds") === undefined
      ? []
      : [tableOf(line, pointer(path, "thresholds"), own(rule, "thresholds"), null)])
  ]
  const rows = parts.flatMap((part) => part.rows)
  const awaiting = parts.map((part) => part.awaiting).find((each) => each !== null) ?? null
  if (line.reading.problems.length > before) return null
  const general = rows.some(({ when, year }) => when === null && year === null)
  return { rows, awaiting: awaiting ?? (rows.length === 0 ? "source" : general ? null : awaiting) }
}

/** `thresholds: { min, maxExclusive }` or `{ min, max }` of a `between`; null after a problem. */
export const boundsOf = (
  line: LineContext,
  path: string,
  rule: JsonObject
): { readonly low: number; readonly high: number; readonly highExclusive: boolean } | null => {
  const at = pointer(path, "thresholds")
  const table = objectOf(line.reading, at, own(rule, "thresholds"))
  if (table === null) return null
  refuseUnknownKeys(line.reading, at, table, ["min", "max", "maxExclusive"])
  const low = own(table, "min")
  const max = own(table, "max")
  const below = own(table, "maxExclusive")
  const high = max ?? below
  if (typeof low !== "number" || typeof high !== "number" || (max !== undefined && below !== undefined)) {
    line.reading.problem(
      at,
      "phải ghi min và một trong max, maxExclusive, đều là số",
      "must say min and one of max, maxExclusive, all of them numbers"
    )
    return null
  }
  return { low, high, highExclusive: max === undefined }
}
