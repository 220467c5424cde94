import type { AssessedSet, AssessmentMatrix, GroupStanding, MatrixRow, Scorecard } from "@ntm/contract"
import type { LineExplanation, RuleExplanation, SetExplanation, Verdict } from "@ntm/domain/criteria"
import { UnitCode, UnitId } from "@ntm/domain/units"
import { day } from "@ntm/domain/testing"
import { oldHaiPhong, unit } from "../../units/testing/register.ts"

export const set: AssessedSet = {
  id: "hp-xa-ntm-kieu-mau-2021-2025",
  name: "Bộ tiêu chí xã kiểu mẫu của Hải Phòng",
  level: "commune",
  tier: "model",
  national: "xa-ntm-kieu-mau-2021-2025",
  confidence: { verified: 1, recalled: 1, unknown: 0, illustrative: 0 }
}

export const asKnown = { asOf: "2024-12-31", knownAt: null, accept: "approved" } as const

/** A row of a matrix: its letters, and of how many communes of its name it is the first. */
export const row = (code: string, name: string, verdicts: string, more: Partial<MatrixRow> = {}): MatrixRow => ({
  unit: { id: UnitId.make(Number(code)), code: UnitCode.make(code), name, type: "xã", level: "commune" },
  verdicts,
  verdict: /^[me]+$/.test(verdicts) ? "met" : verdicts.includes("n") ? "notMet" : "noData",
  met: [...verdicts].filter((letter) => letter === "m" || letter === "e").length,
  tier: null,
  held: null,
  provisional: false,
  illustrative: false,
  ...more
})

export const rows = [
  row("11623", "An Đồng", "mmm", { illustrative: true }),
  row("11590", "An Hòa", "nmm"),
  row("11854", "An Hòa", "ned"),
  row("11602", "Đại Bản", "mdt", { provisional: true })
]

const criteria = [
  { no: 1, name: "Giao thông" },
  { no: 2, name: "Thu nhập" },
  { no: 3, name: "Nước sạch" }
]

export const matrix: AssessmentMatrix = { ...asKnown, set, parent: oldHaiPhong, criteria, items: rows, next: null }

const none = { met: 0, notMet: 0, exempt: 0, noData: 0, noThreshold: 0 }

export const group: GroupStanding = {
  ...asKnown,
  set,
  parent: oldHaiPhong,
  rollUp: {
    set: set.id,
    units: 4,
    verdicts: { ...none, met: 1, notMet: 2, noData: 1 },
    grants: none,
    withdrawals: none,
    criteria: [],
    metTotal: 7,
    byNumber: [0, 2, 1, 1]
  },
  average: 1.75,
  bands: [
    { from: 0, to: 2, units: 3 },
    { from: 3, to: 3, units: 1 }
  ],
  tiers: [{ tier: "model", decided: 1, provisional: 1 }],
  toRestore: 0,
  illustrative: 4,
  nearest: [{ unit: 11590, verdict: "notMet", met: 2, notMet: [1], open: [] }],
  mostMissing: [{ no: 1, name: "Giao thông", metCount: 2, verdicts: { ...none, met: 2, notMet: 2 } }],
  debt: [],
  change: null,
  mentioned: rows.map((each) => each.unit)
}

const says = (text: string) => ({ vi: text, en: text })

const attested = (verdict: Verdict): RuleExplanation => ({
  op: "attested",
  verdict,
  says: says("Xác nhận"),
  value: {
    columns: ["input:road"],
    value: verdict === "met" ? 1 : 0,
    atMost: null,
    day: day("2024-12-31"),
    ageDays: 0,
    tooOld: false
  },
  comparison: null,
  threshold: null,
  gap: null,
  parts: []
})

const income = (verdict: Verdict, value: number): RuleExplanation => ({
  op: ">=",
  verdict,
  says: says("Thu nhập"),
  value: { columns: ["input:income"], value, atMost: null, day: day("2024-12-31"), ageDays: 0, tooOld: false },
  comparison: ">=",
  threshold: { value: 79.2, why: says("1,1 lần mức nâng cao"), row: null, region: null, follows: null },
  gap: { amount: 79.2 - value, share: (79.2 - value) / 79.2 },
  parts: []
})

const lineOf = (code: string, rule: RuleExplanation): LineExplanation => ({
  code,
  verdict: rule.verdict,
  says: rule.says,
  legalBasis: null,
  from: null,
  to: null,
  rule
})

/** A set of two criteria: a road that is attested, and an income. */
export const explanationOf = (road: Verdict, earned: Verdict, value: number): SetExplanation => ({
  set: set.id,
  day: day("2024-12-31"),
  unit: 11677,
  verdict: road === "met" && earned === "met" ? "met" : "notMet",
  met: [road, earned].filter((each) => each === "met").length,
  outOf: 2,
  requires: [],
  conditions: [],
  criteria: [
    { no: 1, name: "Giao thông", verdict: road, indicators: [lineOf("1", attested(road))] },
    { no: 2, name: "Thu nhập", verdict: earned, indicators: [lineOf("2", income(earned, value))] }
  ],
  grant: [],
  withdraw: null
})

const detail = { set: set.id, leadAgency: "Sở Xây dựng", evidence: ["Biên bản nghiệm thu"] }

/** The scorecard of one commune under that set. */
export const scorecard = (road: Verdict, earned: Verdict, value: number): Scorecard => ({
  ...asKnown,
  unit: unit(11677, "11677", "xã", "An Thái"),
  above: [oldHaiPhong],
  held: null,
  sets: [{ set, explanation: explanationOf(road, earned, value) }],
  lines: [
    { ...detail, code: "1", name: "Đường thôn", measure: "attestation", unit: null, confidence: "verified" },
    { ...detail, code: "2", name: "Thu nhập bình quân", measure: "money", unit: "triệu đồng", confidence: "recalled" }
  ],
  values: [
    { column: "input:road", input: "road", value: road === "met" ? 1 : 0, record: null, derived: null, reason: null },
    { column: "input:income", input: "income", value, record: null, derived: null, reason: null }
  ],
  mentioned: []
})
