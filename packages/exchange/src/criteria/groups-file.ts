import type { Condition, CriteriaSet, RegionOverride } from "@ntm/domain/criteria"
import { type JsonObject, isObject, own, pointer } from "../documents/fields.ts"
import { conditionFrom, conditionFromText } from "./condition-file.ts"
import { asks, confidenceOf, inputKey, type LineContext, type SetContext } from "./context.ts"
import { choiceOf, listOf, objectOf, refuseUnknownKeys, requiredText, textsOf } from "./notation.ts"

/** The seven regions of 2021–2025, which a set need not repeat. */
const nationalRegions: CriteriaSet["regions"] = [
  { code: "TDMNPB", name: "Trung du miền núi phía Bắc" },
  { code: "DBSH", name: "Đồng bằng sông Hồng" },
  { code: "BTB", name: "Bắc Trung Bộ" },
  { code: "DHNTB", name: "Duyên hải Nam Trung Bộ" },
  { code: "TN", name: "Tây Nguyên" },
  { code: "DNB", name: "Đông Nam Bộ" },
  { code: "DBSCL", name: "Đồng bằng sông Cửu Long" }
]

/** The regions that thresholds may be given by. */
export const readRegions = (reading: SetContext["reading"], set: JsonObject): CriteriaSet["regions"] => {
  const list = listOf(reading, "", set, "regions")
  if (list.length === 0) return nationalRegions
  return list.flatMap((value, index) => {
    const at = pointer("/regions", index)
    const region = objectOf(reading, at, value)
    if (region === null) return []
    refuseUnknownKeys(reading, at, region, ["code", "name"])
    const code = requiredText(reading, at, region, "code")
    return code === "" ? [] : [{ code, name: requiredText(reading, at, region, "name") }]
  })
}

/** Group codes that the file defines: "G1", "G2", "G3". */
export const groupCodes = (set: JsonObject): ReadonlyArray<string> => {
  const groups = own(set, "groups")
  return Array.isArray(groups)
    ? groups.flatMap((group: unknown) =>
        isObject(group) && typeof own(group, "code") === "string" ? [String(own(group, "code"))] : []
      )
    : []
}

const lineOf = (context: SetContext, key: string, name: string): LineContext => ({
  ...context,
  input: inputKey(key),
  name,
  unit: null,
  measure: "attestation",
  bySex: false
})

/** What makes a commune belong to a group: any or all of a list, or being in none of the other groups. */
const definitionOf = (line: LineContext, path: string, value: unknown): Condition | null => {
  const definition = objectOf(line.reading, path, value)
  if (definition === null) return null
  refuseUnknownKeys(line.reading, path, definition, ["op", "of", "metric", "thresholds", "if"])
  if (own(definition, "if") !== undefined) return conditionFrom(line, pointer(path, "if"), own(definition, "if"))
  if (own(definition, "metric") === "inGroup1OrGroup3") return { if: "not", of: { if: "group", in: [1, 3] } }
  const op = choiceOf(line.reading, path, definition, "op", ["any", "all"])
  const of = textsOf(line.reading, path, definition, "of").map((text, index): Condition => {
    const input = asks(line, inputKey(`${line.input}/${index + 1}`), { name: text })
    return { if: "stated", input, text }
  })
  if (op !== null && of.length > 0) return { if: op, of }
  line.reading.problem(path, "phải có op any hoặc all và danh sách of", "must have op any or all and a list of")
  return null
}

/** Groups of communes (2026–2030): what each is, and which columns of thresholds it takes. */
export const readGroups = (context: SetContext, set: JsonObject): CriteriaSet["groups"] =>
  listOf(context.reading, "", set, "groups").flatMap((value, index) => {
    const at = pointer("/groups", index)
    const group = objectOf(context.reading, at, value)
    if (group === null) return []
    refuseUnknownKeys(context.reading, at, group, ["code", "name", "definition", "confidence", "source", "note"])
    const code = choiceOf(context.reading, at, group, "code", ["G1", "G2", "G3"])
    const name = requiredText(context.reading, at, group, "name")
    if (code === null) return []
    const line = lineOf(context, `communeGroup/${code}`, name)
    const definition = definitionOf(line, pointer(at, "definition"), own(group, "definition"))
    const confidence = confidenceOf(context.reading, at, group, "confidence") ?? "unknown"
    return definition === null
      ? []
      : [{ group: code === "G1" ? 1 : code === "G2" ? 2 : 3, name, definition, confidence }]
  })

/** Units that take the thresholds of another region than their own. */
export const readOverrides = (context: SetContext, set: JsonObject): ReadonlyArray<RegionOverride> =>
  listOf(context.reading, "", set, "regionOverrides").flatMap((value, index) => {
    const at = pointer("/regionOverrides", index)
    const override = objectOf(context.reading, at, value)
    if (override === null) return []
    refuseUnknownKeys(context.reading, at, override, ["when", "useRegion", "confidence", "source", "note"])
    const text = requiredText(context.reading, at, override, "when")
    const region = choiceOf(context.reading, at, override, "useRegion", context.regions)
    if (text === "" || region === null) return []
    const line = lineOf(context, `regionOverride/${region}`, text)
    return [
      {
        when: conditionFromText(line, text, "applies"),
        region,
        text,
        confidence: confidenceOf(context.reading, at, override, "confidence") ?? "unknown"
      }
    ]
  })
