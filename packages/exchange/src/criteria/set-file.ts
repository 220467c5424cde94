import { type CriteriaSet, CriteriaSetId } from "@ntm/domain/criteria"
import type { Day } from "@ntm/domain/values"
import { type JsonObject, isObject, own, pointer } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { readAmendments } from "./amendment-file.ts"
import { Keys, readCriterion, readIndicators } from "./criteria-file.ts"
import { confidenceOf, dayOf, InputList, type KnownSets, type SetContext, setOf, tierNames, tierOf } from "./context.ts"
import { readCounterparts } from "./counterparts-file.ts"
import { groupCodes, readGroups, readOverrides, readRegions } from "./groups-file.ts"
import { readStatedInputs } from "./inputs-file.ts"
import {
  choiceOf,
  flagOf,
  listOf,
  objectOf,
  refuseUnknownKeys,
  requiredText,
  textOf,
  wholeOf,
  words
} from "./notation.ts"
import { readRecognition } from "./recognition-file.ts"

/** Keys that the product reads, and those that only tell a reader about the file. */
const knownKeys = words(
  "id name level tier period legalBasis regions groups regionOverrides requires conditions criteria " +
    "recognition amendments inputs counts sources completeness pilot aggregation localAdoption notes " +
    "note process related relatedDraft differences guidance appliesTo scopeOfCriteria sourceKeys counterparts"
)

/** Levels as the files call them; a set for wards or townships is a set of the commune level for those types. */
const levels = {
  commune: { level: "commune", types: null },
  ward: { level: "commune", types: ["phường"] },
  township: { level: "commune", types: ["thị trấn"] },
  urban: { level: "commune", types: ["phường", "thị trấn"] },
  district: { level: "district", types: null },
  province: { level: "province", types: null }
} as const

const isLevel = (name: string): name is keyof typeof levels => Object.hasOwn(levels, name)
const levelNames = Object.keys(levels).filter(isLevel)

const readPeriod = (reading: Reading, set: JsonObject): { readonly from: Day; readonly to: Day } | null => {
  const period = objectOf(reading, "/period", own(set, "period"))
  if (period === null) return null
  refuseUnknownKeys(reading, "/period", period, ["from", "to"])
  const from = dayOf(reading, "/period", period, "from")
  const to = dayOf(reading, "/period", period, "to")
  if (from === null || to === null) {
    reading.problem("/period", "phải có from và to", "must have from and to")
    return null
  }
  if (from > to) reading.problem("/period/to", "kết thúc trước khi bắt đầu", "ends before it begins")
  return { from, to }
}

/** The decisions that a set rests on, as it cites them. */
export const readLegalBases = (reading: Reading, set: JsonObject): CriteriaSet["legalBases"] =>
  listOf(reading, "", set, "legalBasis").flatMap((value, index) => {
    const at = pointer("/legalBasis", index)
    const basis = objectOf(reading, at, value)
    if (basis === null) return []
    refuseUnknownKeys(reading, at, basis, ["number", "date", "role", "annex", "effectiveFrom", "source", "note"])
    const number = requiredText(reading, at, basis, "number")
    return [{ number, date: dayOf(reading, at, basis, "date"), role: textOf(reading, at, basis, "role") }]
  })

const readRequires = (context: SetContext, set: JsonObject): CriteriaSet["requires"] =>
  listOf(context.reading, "", set, "requires").flatMap((value, index) => {
    const at = pointer("/requires", index)
    const lower = objectOf(context.reading, at, value)
    if (lower === null) return []
    refuseUnknownKeys(context.reading, at, lower, ["set", "rule", "confidence", "source", "note"])
    const id = setOf(context, at, lower, "set")
    const confidence = confidenceOf(context.reading, at, lower, "confidence") ?? "unknown"
    const text = textOf(context.reading, at, lower, "rule") ?? ""
    return id === null ? [] : [{ set: CriteriaSetId.make(id), text, confidence }]
  })

/** Says where the file holds more or fewer entries than it says it does. */
const officialCounts = (
  reading: Reading,
  set: JsonObject,
  read: Pick<CriteriaSet, "conditions" | "criteria">,
  isFrame: boolean
) => {
  const none = { criteria: null, indicators: null }
  const raw = own(set, "counts")
  if (raw === undefined) return none
  const counts = objectOf(reading, "/counts", raw)
  if (counts === null) return none
  refuseUnknownKeys(reading, "/counts", counts, ["criteria", "indicators", "conditions", "official", "confidence"])
  const held = {
    criteria: read.criteria.length,
    indicators: read.criteria.reduce((sum, { indicators }) => sum + indicators.length, 0),
    conditions: read.conditions.length
  }
  for (const key of ["criteria", "indicators", "conditions"] as const) {
    const said = wholeOf(reading, "/counts", counts, key, 0)
    if (said !== null && said !== held[key])
      reading.problem(
        `/counts/${key}`,
        `ghi ${said} nhưng tệp có ${held[key]}`,
        `says ${said} but the file has ${held[key]}`
      )
  }
  const stated = own(counts, "official")
  if (!isObject(stated)) return none
  const official = {
    criteria: wholeOf(reading, "/counts/official", stated, "criteria", 0),
    indicators: wholeOf(reading, "/counts/official", stated, "indicators", 0)
  }
  if (!isFrame && official.indicators !== null && official.indicators > held.indicators)
    reading.warning(
      "/counts/official/indicators",
      `văn bản có ${official.indicators} chỉ tiêu, tệp mới có ${held.indicators}: đơn vị được đánh giá theo phần đã có`,
      `the decision has ${official.indicators} indicators, the file ${held.indicators}: units are judged by what is there`
    )
  return official
}

/**
 * A criteria set from its file notation; every problem stands in `reading`.
 *
 * **Details** `known`: the sets that it may name, itself among them. Only the notation is judged here; whether its rules can
 * hold, and agree with each other, `checkSet` says. What could be read is given also after a problem, so that a person is told of
 * both kinds at once: such a set is never used. Null where not even its head can be read.
 */
export const readSetFile = (reading: Reading, json: unknown, known: KnownSets): CriteriaSet | null => {
  const set = objectOf(reading, "", json)
  if (set === null) return null
  refuseUnknownKeys(reading, "", set, knownKeys)
  const id = requiredText(reading, "", set, "id")
  const name = requiredText(reading, "", set, "name")
  const level = choiceOf(reading, "", set, "level", levelNames)
  const tier = choiceOf(reading, "", set, "tier", tierNames)
  for (const [key, value] of Object.entries({ level, tier }))
    if (value === null && (own(set, key) === undefined || own(set, key) === null))
      reading.problem(`/${key}`, `thiếu “${key}”`, `“${key}” is missing`)
  const period = readPeriod(reading, set)
  const regions = readRegions(reading, set)
  if (id === "" || level === null || tier === null || period === null) return null
  const inputs = new InputList(readStatedInputs(reading, set))
  const codes = [...regions.map(({ code }) => code), ...groupCodes(set)]
  const context: SetContext = { reading, set: CriteriaSetId.make(id), known, regions: codes, inputs }
  const keys = new Keys(id)
  const conditions = readIndicators(context, "", set, "conditions", keys, null)
  const criteria = listOf(reading, "", set, "criteria").flatMap(
    (value, index) => readCriterion(context, pointer("/criteria", index), value, keys) ?? []
  )
  const completeness = own(set, "completeness")
  const isFrame = isObject(completeness) && flagOf(reading, "/completeness", completeness, "doNotEvaluate")
  const counts = officialCounts(reading, set, { conditions, criteria }, isFrame)
  const [ofLevel] = [levels[level]]
  const read: CriteriaSet = {
    id: context.set,
    name,
    level: ofLevel.level,
    types: ofLevel.types === null ? null : [...ofLevel.types],
    tier: tierOf[tier],
    periodFrom: Number(period.from.slice(0, 4)),
    periodTo: Number(period.to.slice(0, 4)),
    period,
    legalBases: readLegalBases(reading, set),
    officialCriteria: counts.criteria,
    officialIndicators: counts.indicators,
    doNotEvaluate: isFrame,
    derivesFrom: null,
    regions,
    regionOverrides: readOverrides(context, set),
    groups: readGroups(context, set),
    requires: readRequires(context, set),
    conditions,
    criteria,
    recognition: readRecognition(context, set),
    amendments: [],
    inputs: [],
    asOf: null,
    source: json
  }
  const amended = readAmendments(context, read, set)
  const counterparts = readCounterparts(context, set, criteria)
  return {
    ...read,
    ...(counterparts.length === 0 ? {} : { counterparts }),
    amendments: amended,
    inputs: inputs.all()
  }
}
