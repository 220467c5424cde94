import { type CriteriaSet, Recognition, SetResults, Target } from "@ntm/domain/criteria"
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

const blankRecognition = { criteriaSet: null, revokedOn: null, note: null, illustrative: false }

/** By unit, then by day. */
export const sampleRecognitions = decodeList(Recognition)(
  [
    { unit: 2, tier: "standard", document: "5/QĐ-UBND", decidedOn: "2019-12-31", criteriaSet: "xa-ntm-2021-2025" },
    { unit: 2, tier: "advanced", document: "6/QĐ-UBND", decidedOn: "2022-12-31", revokedOn: "2022-12-31" },
    {
      unit: 5,
      tier: "model",
      document: "số minh họa",
      decidedOn: "2018-01-01",
      note: "theo số đếm",
      illustrative: true
    }
  ].map((one) => ({ ...blankRecognition, ...one }))
)

export const sampleTargets = decodeList(Target)([
  {
    document: "kh-61-2025",
    id: "t-2",
    group: { no: "III.2", title: "Hạ tầng" },
    text: "Tỷ lệ xã đạt tiêu chí",
    subject: { _tag: "criteria", set: "xa-ntm-2021-2025", numbers: [2, 3] },
    level: "commune",
    scope: { text: "tất cả các xã", units: [], count: 137 },
    operator: "=",
    value: 100,
    unit: "%",
    baseline: null,
    added: null,
    total: null,
    outOf: null,
    action: "giữ vững",
    from: "2025-01-01",
    by: "2025-12-31",
    note: null
  },
  {
    document: "kh-61-2025",
    id: "t-1",
    group: { no: "I.1", title: "Mục tiêu chung" },
    text: "Hiệu quả, toàn diện",
    subject: { _tag: "orientation" },
    level: null,
    scope: { text: "thành phố", units: ["thành phố Hải Phòng"], count: 1 },
    operator: null,
    value: null,
    unit: null,
    baseline: 90,
    added: 12,
    total: 102,
    outOf: 181,
    action: null,
    from: "2025-01-01",
    by: "2025-12-31",
    note: "Không có số."
  }
])
