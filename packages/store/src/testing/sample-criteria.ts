import { CriteriaSet, SetResults } from "@ntm/domain/criteria"
import { decodeList } from "./decode-list.ts"

export const sampleSets = decodeList(CriteriaSet)([
  {
    id: "xa-ntm-2021-2025",
    name: "Bộ tiêu chí quốc gia về xã nông thôn mới",
    level: "commune",
    tier: "standard",
    periodFrom: 2021,
    periodTo: 2025,
    legalBases: [
      { number: "318/QĐ-TTg", date: "2022-03-08", role: "issues" },
      { number: "211/QĐ-TTg", date: null, role: null }
    ],
    officialCriteria: 19,
    officialIndicators: null,
    doNotEvaluate: false,
    criteria: [
      {
        no: 1,
        name: "Quy hoạch",
        indicators: [
          {
            code: "1.1",
            name: "Có quy hoạch",
            measure: "attested",
            unit: null,
            rule: { kind: "attested", exceptions: [1, null] },
            confidence: "verified",
            nameConfidence: null,
            leadAgency: "Sở Xây dựng"
          },
          {
            code: "1.2",
            name: "Có quy chế",
            measure: null,
            unit: "%",
            rule: null,
            confidence: "unknown",
            nameConfidence: "recalled",
            leadAgency: null
          }
        ]
      },
      { no: 2, name: "Giao thông", indicators: [] }
    ],
    source: { id: "xa-ntm-2021-2025", note: "giữ nguyên", nested: [{ a: 1 }] }
  },
  {
    id: "tinh-2026-2030",
    name: "Bộ tiêu chí tỉnh",
    level: "province",
    tier: "completed",
    periodFrom: 2026,
    periodTo: 2030,
    legalBases: [],
    officialCriteria: null,
    officialIndicators: null,
    doNotEvaluate: true,
    criteria: [],
    source: {}
  }
])

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
