import type { AssessedSet, AssessmentMatrix, CriteriaSetSummary } from "@ntm/contract"
import { CriteriaSetId } from "@ntm/domain/criteria"
import { Unit } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Spot } from "../assessments/assess-reads.ts"
import { day } from "./unit-sample.ts"

/** Three communes of a city under a set of nineteen criteria on 2024-12-31, judged as the API would. */

export const planDay = day("2024-12-31")

const decode = Schema.decodeUnknownSync(Unit)
const unit = (id: number, code: string, type: string, name: string, level: string, parentId: number | null) =>
  decode({
    id,
    code,
    type,
    name,
    level,
    parentId,
    parentCode: null,
    areaKm2: null,
    population: null,
    lon: null,
    lat: null,
    validFrom: null,
    validTo: null
  })

export const city = unit(1, "31", "thành phố trung ương", "Hải Phòng", "province", null)
export const other = unit(2, "30", "tỉnh", "Hải Dương", "province", null)
export const district = unit(14, "316", "huyện", "Vĩnh Bảo", "district", 1)
export const communes = [
  unit(193, "11827", "xã", "Dũng Tiến", "commune", 14),
  unit(198, "11842", "xã", "Vĩnh An", "commune", 14),
  unit(199, "11845", "xã", "Giang Biên", "commune", 14)
]

export const names = [
  "Quy hoạch",
  "Giao thông",
  "Thủy lợi và phòng, chống thiên tai",
  ...Array.from({ length: 16 }, (_, at) => `Tiêu chí số ${at + 4}`)
]

export const id = CriteriaSetId.make("xa-ntm-2021-2025")
const later = CriteriaSetId.make("xa-ntm-2026-2030")
const confidence = { verified: 40, recalled: 16, unknown: 0, illustrative: 1 }

const summary = (id: CriteriaSetId, from: number): CriteriaSetSummary => ({
  id,
  name: `Xã đạt chuẩn nông thôn mới ${from}–${from + 4}`,
  level: "commune",
  types: null,
  tier: "standard",
  periodFrom: from,
  periodTo: from + 4,
  period: { from: day(`${from}-01-01`), to: day(`${from + 4}-12-31`) },
  legalBases: [],
  officialCriteria: 19,
  officialIndicators: 57,
  doNotEvaluate: false,
  derivesFrom: null,
  regions: [],
  regionOverrides: [],
  groups: [],
  requires: [],
  asOf: null,
  criteriaCount: 19,
  indicatorCount: 57,
  ...confidence
})

export const sets = [summary(id, 2021), summary(later, 2026)]

export const setOf = (set: string): AssessedSet => ({
  id: set,
  name: sets.find((one) => one.id === set)?.name ?? set,
  level: "commune",
  tier: "standard",
  national: null,
  confidence
})

/** Letters of the three communes: the second fails 2 and 3, nothing is known of its 5; the third has each verdict. */
export const letters = ["m".repeat(19), `mnnmd${"m".repeat(14)}`, `mmnet${"m".repeat(14)}`]

export const matrixOf = (spot: Spot): AssessmentMatrix => ({
  asOf: spot.day,
  knownAt: null,
  accept: spot.accept,
  set: setOf(spot.set),
  parent: spot.parent,
  next: null,
  criteria: names.map((name, at) => ({ no: at + 1, name })),
  items: communes.map((unit, at) => {
    const verdicts = letters[at] ?? ""
    return {
      unit,
      verdicts,
      verdict: at === 0 ? "met" : "notMet",
      met: [...verdicts].filter((letter) => letter === "m" || letter === "e").length,
      tier: at === 0 ? "standard" : null,
      held: at === 0 ? "decided" : null,
      provisional: at === 2,
      illustrative: true
    }
  })
})
