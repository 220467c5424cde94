import { type CriteriaSet, CriteriaSetId, type LocalDecision, setOn } from "@ntm/domain/criteria"
import { UnitCode } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import type { JsonObject } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { readAmendments } from "./amendment-file.ts"
import { InputList, type KnownSets, type SetContext } from "./context.ts"
import { readStatedInputs } from "./inputs-file.ts"
import { flagOf, refuseUnknownKeys, requiredText, textOf, words } from "./notation.ts"
import { readLegalBases } from "./set-file.ts"

const knownKeys = words(
  "id derives province name number issuedOn from legalBasis scope confidence changes " +
    "changesComplete completes amendments inputs sources source notes note"
)

const isProvince = Schema.is(UnitCode.check(Schema.isPattern(/^\d{2}$/)))

/** A set that is said to be complete has something to ask in every criterion. */
const checkComplete = (reading: Reading, set: CriteriaSet, day: Day): void => {
  for (const { indicators, name, no } of setOn(set, day).criteria) {
    if (indicators.some(({ rule }) => rule !== null)) continue
    reading.problem(
      "/completes",
      `tiêu chí ${no} “${name}” chưa có chỉ tiêu nào, bộ chưa đủ để đánh giá`,
      `criterion ${no} “${name}” has no indicator, the set cannot be judged yet`
    )
  }
}

/** A province's own set, `{ derives, province, number, from, changes }`, read against the national one. Null after a problem. */
export const readLocalFile = (
  reading: Reading,
  file: JsonObject,
  json: unknown,
  national: CriteriaSet,
  known: KnownSets
): LocalDecision | null => {
  refuseUnknownKeys(reading, "", file, knownKeys)
  const id = requiredText(reading, "", file, "id")
  const name = requiredText(reading, "", file, "name")
  const province = requiredText(reading, "", file, "province")
  if (!isProvince(province))
    reading.problem(
      "/province",
      "phải là mã tỉnh hai chữ số, trong ngoặc kép",
      "must be a province's code of two digits, in quotes"
    )
  if (id === "" || !isProvince(province)) return null
  const inputs = new InputList(readStatedInputs(reading, file))
  const regions = [...national.regions.map(({ code }) => code), ...national.groups.map(({ group }) => `G${group}`)]
  const context: SetContext = { reading, set: CriteriaSetId.make(id), known, regions, inputs }
  const amendments = readAmendments(context, national, file, [file])
  const [first] = amendments
  const completes = flagOf(reading, "", file, "completes")
  if (completes && first !== undefined)
    checkComplete(reading, { ...national, amendments: [...national.amendments, ...amendments] }, first.from)
  if (textOf(reading, "", file, "number") === null || first === undefined || reading.problems.length > 0) return null
  return {
    id: context.set,
    name,
    province,
    from: first.from,
    legalBases: readLegalBases(reading, file),
    amendments,
    completes,
    inputs: inputs.all(),
    source: json
  }
}
