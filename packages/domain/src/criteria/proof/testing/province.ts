import { Result, Schema } from "effect"
import { blankIndicator, blankSet } from "../../../testing/criteria.ts"
import { UnitCode, UnitId } from "../../../units/index.ts"
import { Day, Moment } from "../../../values/index.ts"
import { assess } from "../../evaluator/assess.ts"
import { columnsOf } from "../../evaluator/columns-build.ts"
import { compile } from "../../evaluator/compile.ts"
import { InputKey } from "../../rules/condition.ts"
import type { CriteriaSet } from "../../sets/criteria-set.ts"
import { ObservationRecord } from "../../observations/observation.ts"
import type { Rule } from "../../rules/rule.ts"
import { setOn } from "../../sets/set-on.ts"
import { setId } from "../../testing/sets.ts"
import { flat, type Threshold } from "../../rules/threshold.ts"
import type { Proving } from "../prove.ts"

/** A province whose satisfaction was 88,9 %, in January 2025, when 90 % became 80. */

const day = (text: string): Day => Day.make(text)
const of = (key: string) => ({ of: "input" as const, input: InputKey.make(key) })
const satisfied = (than: number): Rule => ({ op: ">=", measure: of("satisfaction"), threshold: flat(than) })
const byRegion: Threshold = {
  awaiting: null,
  rows: [
    { value: 65, when: { if: "region", in: ["DBSH"] }, year: null, from: null, to: null },
    { value: 50, when: null, year: null, from: null, to: null }
  ]
}
const water: Rule = {
  op: ">=",
  measure: { of: "ratio", part: of("households-with-water"), whole: of("households"), times: 100 },
  threshold: byRegion
}

const input = (key: string, name: string, unit: string | null, measure: string) => ({
  input: InputKey.make(key),
  name,
  unit,
  measure,
  bySex: false,
  carry: { carry: "none" as const }
})

export const finished: CriteriaSet = {
  ...blankSet("tinh-hoan-thanh"),
  name: "Tỉnh hoàn thành nhiệm vụ xây dựng nông thôn mới",
  level: "province",
  tier: "completed",
  legalBases: [{ number: "321/QĐ-TTg", date: day("2022-03-08"), role: "ban hành" }],
  criteria: [
    {
      no: 1,
      name: "Nước sạch",
      indicators: [
        {
          ...blankIndicator("1"),
          name: "Tỷ lệ hộ sử dụng nước sạch",
          unit: "%",
          rule: water,
          confidence: "recalled",
          source: "qd-321"
        }
      ]
    },
    {
      no: 2,
      name: "Sự hài lòng của người dân",
      indicators: [
        {
          ...blankIndicator("2"),
          name: "Tỷ lệ hài lòng",
          unit: "%",
          rule: satisfied(90),
          confidence: "verified",
          leadAgency: "Ủy ban Mặt trận Tổ quốc"
        },
        { ...blankIndicator("2b"), name: "Quy chế dân chủ", rule: { op: "attested", input: InputKey.make("rules") } }
      ]
    }
  ],
  amendments: [
    {
      number: "125/QĐ-TTg",
      issuedOn: day("2025-01-15"),
      from: day("2025-01-15"),
      scope: "khoản 2 Điều 1",
      confidence: "verified",
      complete: false,
      changes: [
        {
          change: "replace",
          code: "2",
          name: null,
          measure: null,
          unit: null,
          appliesWhen: null,
          leadAgency: null,
          note: null,
          evidence: null,
          rule: satisfied(80),
          confidence: "verified"
        }
      ]
    }
  ],
  inputs: [
    input("households-with-water", "Số hộ dùng nước sạch", "hộ", "count"),
    input("households", "Tổng số hộ", "hộ", "count"),
    input("satisfaction", "Tỷ lệ hài lòng", "%", "percent"),
    input("rules", "Thực hiện quy chế dân chủ", null, "attestation")
  ],
  source: { sources: { "qd-321": { what: "Quyết định 321", url: "https://example.org/321" } } }
}

const readRecord = Schema.decodeUnknownSync(ObservationRecord)
const recordOf = (id: number, key: string, value: number) =>
  readRecord({
    observation: {
      id,
      unit: 31,
      input: key,
      day: "2024-12-31",
      kind: "stock",
      from: null,
      value,
      state: "verified",
      recordedAt: "2025-01-10T02:00:00.000Z",
      recordedBy: { name: "Sở Nông nghiệp", role: "department", agency: "Sở Nông nghiệp" },
      source: { from: "document", document: "61/KH-UBND", place: "Phụ lục 01, dòng 8" },
      evidence: [{ file: "bieu.pdf", sha256: "ab".repeat(32), bytes: 120 }],
      note: null,
      supersedes: null,
      illustrative: key === "households"
    },
    moves: [
      {
        observation: id,
        state: "approved",
        at: "2025-01-11T02:00:00.000Z",
        by: { name: "Văn phòng điều phối", role: "provincialOffice", agency: null },
        reason: null
      }
    ]
  })

const records = [
  recordOf(1, "satisfaction", 88.9),
  recordOf(2, "households", 1000),
  recordOf(3, "households-with-water", 641)
]

/** The question about the province on a day, with these records. */
export const provingOn = (on: string): Proving => {
  const asOf = day(on)
  const unit = {
    id: UnitId.make(31),
    code: UnitCode.make("31"),
    name: "Hải Phòng",
    type: "thành phố",
    level: "province" as const
  }
  const facts = records.map(({ observation }) => ({ ...observation, column: `input:${observation.input}` }))
  const columns = columnsOf([{ ...unit, attributes: { region: "DBSH", island: false } }], facts)
  return {
    assessment: assess(Result.getOrThrow(compile([setOn(finished, asOf)], asOf)), columns),
    set: setId("tinh-hoan-thanh"),
    at: 0,
    unit,
    above: [],
    knownAt: Moment.make("2025-03-01T00:00:00.000Z"),
    accept: "approved",
    history: [finished],
    sourceOf: (column) => {
      const record = records.find(({ observation }) => `input:${observation.input}` === column)
      return record === undefined ? { source: "none", reason: null } : { source: "reported", record, state: "approved" }
    }
  }
}
