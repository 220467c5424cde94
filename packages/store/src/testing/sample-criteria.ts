import { type CriteriaSet, SetResults } from "@ntm/domain/criteria"
import { blankIndicator, blankSet } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { decodeList } from "./decode-list.ts"

export const sampleSets: ReadonlyArray<CriteriaSet> = [
  {
    ...blankSet("xa-ntm-2021-2025"),
    name: "Bộ tiêu chí quốc gia về xã nông thôn mới",
    legalBases: [
      { number: "318/QĐ-TTg", date: Day.make("2022-03-08"), role: "issues" },
      { number: "211/QĐ-TTg", date: null, role: null }
    ],
    officialCriteria: 19,
    criteria: [
      {
        no: 1,
        name: "Quy hoạch",
        indicators: [
          {
            ...blankIndicator("1.1"),
            name: "Có quy hoạch",
            measure: "attestation",
            rule: { op: "attested", input: blankIndicator("1.1").input, maxAgeDays: 365 },
            confidence: "verified",
            leadAgency: "Sở Xây dựng"
          },
          { ...blankIndicator("1.2"), name: "Có quy chế", unit: "%", nameConfidence: "recalled" }
        ]
      },
      { no: 2, name: "Giao thông", indicators: [] }
    ],
    amendments: [
      {
        number: "211/QĐ-TTg",
        issuedOn: null,
        from: Day.make("2024-03-01"),
        scope: null,
        confidence: "verified",
        complete: false,
        changes: [{ change: "mention", code: "1.1", confidence: "recalled" }]
      }
    ],
    source: { id: "xa-ntm-2021-2025", note: "giữ nguyên", nested: [{ a: 1 }] }
  },
  { ...blankSet("tinh-2026-2030"), level: "province", tier: "completed", periodFrom: 2026, doNotEvaluate: true }
]

export const sampleResults = decodeList(SetResults)([
  {
    document: "kh-61-2025",
    asOf: "2024-12-31",
    code: "ntm",
    name: "Xã nông thôn mới",
    level: "commune",
    unitWord: "xã",
    evaluatedCount: 2,
    evaluatedUnits: ["An Lão", "Vĩnh Bảo, mới"],
    statedAverage: 18.5,
    statedAverageDecimals: 1,
    outOf: 19,
    criteria: [
      { no: 1, name: "Quy hoạch", metCount: 2, printed: "2" },
      { no: 2, name: "Giao thông", metCount: null, printed: "Đạt" }
    ],
    notes: null
  },
  {
    document: "kh-61-2025",
    asOf: "2024-12-31",
    code: "nang-cao",
    name: "Nâng cao",
    level: "commune",
    unitWord: null,
    evaluatedCount: 0,
    evaluatedUnits: [],
    statedAverage: 0,
    statedAverageDecimals: 0,
    outOf: 19,
    criteria: [],
    notes: "chưa đánh giá"
  }
])
