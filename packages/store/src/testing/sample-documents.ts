import { Document, type DocumentContent, Figure, Finding, PrintedTable } from "@ntm/domain/documents"
import { blankFigure } from "@ntm/domain/testing"
import { Schema } from "effect"
import { decodeList } from "./decode-list.ts"

const content = (document: object, figures: ReadonlyArray<object>, tables: ReadonlyArray<object>): DocumentContent => ({
  document: Schema.decodeUnknownSync(Document)(document),
  figures: decodeList(Figure)(figures.map((one) => ({ ...blankFigure, ...one }))),
  tables: decodeList(PrintedTable)(tables)
})

export const samplePlan = content(
  {
    id: "kh-61-2025",
    number: "61/KH-UBND",
    kind: "Kế hoạch",
    issuer: "UBND thành phố",
    date: "2025-03-05",
    title: "Xây dựng nông thôn mới năm 2025",
    period: "2025",
    locality: "thành phố Hải Phòng",
    bases: [
      {
        number: "263/QĐ-TTg",
        kind: "Quyết định",
        issuer: "Thủ tướng",
        date: "2022-02-22",
        about: null,
        amends: ["a, b", "“c”", "{d}"],
        note: null
      },
      { number: null, kind: "Nghị quyết", issuer: null, date: null, about: "không đọc được", amends: [], note: "mờ" }
    ]
  },
  [
    {
      id: "total",
      section: "I.1",
      label: "Tổng vốn huy động",
      value: 3734.307,
      decimals: 3,
      unit: "tỷ đồng",
      quantity: "funding.total"
    },
    {
      id: "part",
      label: "Đường giao thông",
      value: 634,
      outOf: 789,
      statedPercentOf: { of: "total", percent: 81.5, decimals: 1 },
      breakdownOf: "total",
      breakdownBy: "source"
    },
    {
      id: "state",
      label: "Kết quả",
      value: "Đạt",
      outOf: "total",
      differenceOf: { of: "total", less: "part" },
      printed: "Đạt 100%_\\"
    },
    { id: "zero", label: "Nợ đọng", value: 0, valueMax: 90 },
    { id: "unread", label: "Không đọc được" }
  ],
  [
    {
      key: "appendix-02-funding",
      name: "Phụ lục 02",
      title: null,
      year: 2025,
      unit: "triệu đồng",
      columns: [
        { key: "city", label: "Thành phố", unit: null, numeric: true },
        { key: "district", label: "Huyện", unit: "tỷ đồng", numeric: true }
      ],
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
  {
    id: "tb-2712-2024",
    number: null,
    kind: "Thông báo",
    issuer: null,
    date: null,
    title: "Kết luận cuộc họp",
    period: null,
    locality: null,
    bases: []
  },
  [{ id: "total", label: "Vốn đầu tư công", value: 18_258 }],
  []
)

const place = (document: string, label: string) => ({
  document,
  documentLabel: document,
  file: "figures.json",
  path: "/0",
  label,
  section: null,
  figure: "total",
  table: null,
  row: null,
  column: null,
  printed: "1"
})

export const sampleFindings = decodeList(Finding)([
  {
    id: "f1",
    kind: "sameQuantity",
    severity: "error",
    places: [place("kh-61-2025", "a"), place("tb-2712-2024", "b")],
    stated: 1,
    expected: 2,
    difference: -1,
    unit: "tỷ đồng",
    cause: null,
    message: { vi: "khác nhau", en: "differ" }
  },
  {
    id: "f2",
    kind: "percent",
    severity: "warning",
    places: [place("kh-61-2025", "c")],
    stated: 81,
    expected: 80.35,
    difference: 0.65,
    unit: "%",
    cause: { kind: "wrongRounding", text: { vi: "làm tròn", en: "rounding" } },
    message: { vi: "sai", en: "off" }
  }
])
