import { Assignment } from "@ntm/domain/assignments"
import { CriteriaSet, SetResults } from "@ntm/domain/criteria"
import { Document, type DocumentContent, Figure, Finding, PrintedTable } from "@ntm/domain/documents"
import { FundingTable } from "@ntm/domain/funding"
import { LineageLink, Unit } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Facts } from "../reference/facts.ts"

/** A small import with one of everything, and the corners that a store may get wrong: blanks, zero, texts for numbers, reused codes. */

const list = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) => Schema.decodeUnknownSync(Schema.Array(schema))

const unit = (id: number, code: string, name: string, type: string, level: string, parent: readonly [number, string] | null, span: object) => ({
  id, code, name, type, level,
  parentId: parent?.[0] ?? null,
  parentCode: parent?.[1] ?? null,
  areaKm2: null, population: null, lon: null, lat: null, validFrom: null, validTo: null,
  ...span
})

const before = { validTo: "2025-06-30" }
const after = { validFrom: "2025-07-01" }

export const sampleUnits = list(Unit)([
  unit(1, "31", "Hải Phòng", "thành phố trung ương", "province", null, before),
  unit(2, "313", "An Lão", "huyện", "district", [1, "31"], before),
  unit(3, "11629", "An Lão", "thị trấn", "commune", [2, "313"], before),
  unit(4, "11824", "Vĩnh An", "xã", "commune", [2, "313"], before),
  unit(5, "11825", "Vĩnh Bảo", "thị trấn", "commune", [2, "313"], before),
  unit(6, "31", "Hải Phòng", "thành phố", "province", null, { ...after, areaKm2: 3194.72, population: 4_664_124, lon: 106.6, lat: 20.8 }),
  unit(7, "11824", "Vĩnh Bảo", "xã", "commune", [6, "31"], { ...after, areaKm2: 31.5, population: 51_000 }),
  unit(8, "11629", "An Lão", "xã", "commune", [6, "31"], after),
  unit(9, "11630", "Ân Thi", "xã", "commune", [6, "31"], after),
  unit(10, "11631", "Đồ Sơn", "phường", "commune", [6, "31"], after),
  unit(11, "11632", "Dương Kinh", "phường", "commune", [6, "31"], after)
])

export const sampleLineage = list(LineageLink)([
  { fromId: 1, toId: 6, day: "2025-07-01", share: "whole", note: null, inferred: false },
  { fromId: 5, toId: 7, day: "2025-07-01", share: "whole", note: "1669/NQ-UBTVQH15, clause 1", inferred: false },
  { fromId: 4, toId: 7, day: "2025-07-01", share: "part", note: null, inferred: true },
  { fromId: 4, toId: 8, day: "2025-07-01", share: "part", note: null, inferred: false }
])

export const sampleSets = list(CriteriaSet)([
  {
    id: "xa-ntm-2021-2025",
    name: "Bộ tiêu chí quốc gia về xã nông thôn mới",
    level: "commune", tier: "standard", periodFrom: 2021, periodTo: 2025,
    legalBases: [{ number: "318/QĐ-TTg", date: "2022-03-08", role: "issues" }, { number: "211/QĐ-TTg", date: null, role: null }],
    officialCriteria: 19, officialIndicators: null, doNotEvaluate: false,
    criteria: [
      {
        no: 1, name: "Quy hoạch",
        indicators: [
          { code: "1.1", name: "Có quy hoạch", measure: "attested", unit: null, rule: { kind: "attested", exceptions: [1, null] }, confidence: "verified", nameConfidence: null, leadAgency: "Sở Xây dựng" },
          { code: "1.2", name: "Có quy chế", measure: null, unit: "%", rule: null, confidence: "unknown", nameConfidence: "recalled", leadAgency: null }
        ]
      },
      { no: 2, name: "Giao thông", indicators: [] }
    ],
    source: { id: "xa-ntm-2021-2025", note: "giữ nguyên", nested: [{ a: 1 }] }
  },
  {
    id: "tinh-2026-2030", name: "Bộ tiêu chí tỉnh", level: "province", tier: "completed", periodFrom: 2026, periodTo: 2030, legalBases: [],
    officialCriteria: null, officialIndicators: null, doNotEvaluate: true, criteria: [], source: {}
  }
])

const blankFigure = {
  section: null, value: null, decimals: 0, valueMax: null, unit: null, asOf: null, period: null, scope: null, qualifier: null, printed: null,
  note: null, quantity: null, breakdownOf: null, breakdownBy: null, outOf: null, statedPercentOf: null, restates: null, differenceOf: null,
  computedFrom: null
}

const content = (document: object, figures: ReadonlyArray<object>, tables: ReadonlyArray<object>): DocumentContent => ({
  document: Schema.decodeUnknownSync(Document)(document),
  figures: list(Figure)(figures.map((one) => ({ ...blankFigure, ...one }))),
  tables: list(PrintedTable)(tables)
})

export const samplePlan = content(
  {
    id: "kh-61-2025", number: "61/KH-UBND", kind: "Kế hoạch", issuer: "UBND thành phố", date: "2025-03-05", title: "Xây dựng nông thôn mới năm 2025",
    period: "2025", locality: "thành phố Hải Phòng",
    bases: [
      { number: "263/QĐ-TTg", kind: "Quyết định", issuer: "Thủ tướng", date: "2022-02-22", about: null, amends: ["a, b", "“c”", "{d}"], note: null },
      { number: null, kind: "Nghị quyết", issuer: null, date: null, about: "không đọc được", amends: [], note: "mờ" }
    ]
  },
  [
    { id: "total", section: "I.1", label: "Tổng vốn huy động", value: 3734.307, decimals: 3, unit: "tỷ đồng", quantity: "funding.total" },
    { id: "part", label: "Đường giao thông", value: 634, outOf: 789, statedPercentOf: { of: "total", percent: 81.5, decimals: 1 }, breakdownOf: "total", breakdownBy: "source" },
    { id: "state", label: "Kết quả", value: "Đạt", outOf: "total", differenceOf: { of: "total", less: "part" }, printed: "Đạt 100%_\\" },
    { id: "zero", label: "Nợ đọng", value: 0, valueMax: 90 },
    { id: "unread", label: "Không đọc được" }
  ],
  [
    {
      key: "appendix-02-funding", name: "Phụ lục 02", title: null, year: 2025, unit: "triệu đồng",
      columns: [{ key: "city", label: "Thành phố", unit: null, numeric: true }, { key: "district", label: "Huyện", unit: "tỷ đồng", numeric: true }],
      rows: [
        { no: "1", label: "An Lão", kind: null, cells: [2775.5, null], decimals: [1, 0] },
        { no: null, label: "Tổng", kind: "total", cells: [2775.5, 0], decimals: [1, 0] }
      ],
      columnSums: [{ target: 0, parts: [{ index: 1, sign: -1 }] }],
      rowSums: [{ target: 1, parts: [{ index: 0, sign: 1 }] }],
      cellNotes: [{ row: 0, column: 1, note: "mờ" }]
    }
  ]
)

export const sampleNotice = content(
  { id: "tb-2712-2024", number: null, kind: "Thông báo", issuer: null, date: null, title: "Kết luận cuộc họp", period: null, locality: null, bases: [] },
  [{ id: "total", label: "Vốn đầu tư công", value: 18_258 }],
  []
)

export const sampleResults = list(SetResults)([
  {
    document: "kh-61-2025", asOf: "2024-12-31", code: "ntm", name: "Xã nông thôn mới", level: "commune", unitWord: "xã", evaluatedCount: 2,
    evaluatedUnits: ["An Lão", "Vĩnh Bảo, mới"], statedAverage: 18.5, statedAverageDecimals: 1, outOf: 19,
    criteria: [
      { no: 1, name: "Quy hoạch", metCount: 2, printed: "2" },
      { no: 2, name: "Giao thông", metCount: null, printed: "Đạt" }
    ],
    notes: null
  },
  {
    document: "kh-61-2025", asOf: "2024-12-31", code: "nang-cao", name: "Nâng cao", level: "commune", unitWord: null, evaluatedCount: 0, evaluatedUnits: [],
    statedAverage: 0, statedAverageDecimals: 0, outOf: 19, criteria: [], notes: "chưa đánh giá"
  }
])

export const sampleFunding = list(FundingTable)([
  {
    document: "kh-61-2025", table: "appendix-02-funding", name: "Phụ lục 02", title: "Nguồn lực", year: 2025, stage: "planned", printedUnit: "triệu đồng",
    sources: [{ key: "total", label: "Tổng", parent: null }, { key: "credit", label: "Tín dụng", parent: "total" }],
    rows: [
      { row: 0, unit: "An Lão", kind: null, amounts: [9_000_000_000_000_000, null] },
      { row: 2, unit: "Tổng", kind: "total", amounts: [0, -5] }
    ]
  }
])

const blankAssignment = {
  parentNo: null, lead: null, coLeads: [], coordinating: [], start: null, due: null, dueText: null, deliverable: null, section: null, notes: null
}

export const sampleAssignments = list(Assignment)(
  [
    { no: "1", title: "Xây dựng kế hoạch", due: "2025-04-30", dueText: "trước 30/4/2025", lead: "Sở Nông nghiệp và Môi trường" },
    { no: "1.a", parentNo: "1", title: "Rà soát tiêu chí", coLeads: ["Sở Y tế"], coordinating: ["UBND huyện An Lão", "Công an"] },
    { no: "2", title: "Báo cáo quý", start: "2025-01-01", due: "2025-03-31", deliverable: "Báo cáo", section: "II", notes: "gấp" },
    { no: "3", title: "Tổng kết" }
  ].map((one) => ({ document: "kh-61-2025", ...blankAssignment, ...one }))
)

const place = (document: string, label: string) => ({
  document, documentLabel: document, file: "figures.json", path: "/0", label, section: null, figure: "total", table: null, row: null, column: null, printed: "1"
})

export const sampleFindings = list(Finding)([
  {
    id: "f1", kind: "sameQuantity", severity: "error", places: [place("kh-61-2025", "a"), place("tb-2712-2024", "b")], stated: 1, expected: 2, difference: -1,
    unit: "tỷ đồng", cause: null, message: { vi: "khác nhau", en: "differ" }
  },
  {
    id: "f2", kind: "percent", severity: "warning", places: [place("kh-61-2025", "c")], stated: 81, expected: 80.35, difference: 0.65, unit: "%",
    cause: { kind: "wrongRounding", text: { vi: "làm tròn", en: "rounding" } }, message: { vi: "sai", en: "off" }
  }
])

export const sampleFacts: Facts = {
  units: sampleUnits,
  lineage: sampleLineage,
  criteriaSets: sampleSets,
  documents: [sampleNotice, samplePlan],
  setResults: sampleResults,
  fundingTables: sampleFunding,
  assignments: sampleAssignments,
  findings: sampleFindings
}

export const sampleSource = { importName: "sample", sha256: "a", programVersion: "0.1.0" }
