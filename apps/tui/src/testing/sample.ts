import type { AssignmentOnDay } from "@ntm/domain/assignments"
import { Assignment, type DueState } from "@ntm/domain/assignments"
import { SetResults } from "@ntm/domain/criteria"
import { Document, type DocumentSummary, Finding } from "@ntm/domain/documents"
import { FundingTable } from "@ntm/domain/funding"
import { Schema } from "effect"
import type { Plan } from "../shell/plan.ts"

/** A small plan with the pilot's own kinds of facts; decoded by the domain, so it is what the API may send. */

const id = "kh-61-2025"

const document: DocumentSummary = {
  ...Schema.decodeUnknownSync(Document)({
    id,
    number: "61/KH-UBND",
    kind: "Kế hoạch",
    issuer: "UBND thành phố Hải Phòng",
    date: "2025-03-05",
    title: "Thực hiện Chương trình năm 2025",
    period: "2025",
    locality: "Hải Phòng",
    bases: []
  }),
  counts: { figures: 3, tables: 1, criteriaSets: 3, fundingTables: 1, assignments: 4, findings: 2 }
}

const set = (
  code: string,
  name: string,
  level: string,
  evaluated: number,
  average: [number, number],
  lines: ReadonlyArray<[string, number | null]>
) =>
  Schema.decodeUnknownSync(SetResults)({
    document: id,
    asOf: "2024-12-31",
    code,
    name,
    level,
    unitWord: level === "commune" ? "xã" : "huyện",
    evaluatedCount: evaluated,
    evaluatedUnits: level === "commune" ? [] : ["huyện Vĩnh Bảo", "huyện Cát Hải"],
    statedAverage: average[0],
    statedAverageDecimals: average[1],
    outOf: lines.length,
    criteria: lines.map(([name, metCount], index) => ({
      no: index + 1,
      name,
      metCount,
      printed: metCount === null ? "mờ" : String(metCount)
    })),
    notes: code === "kieu-mau" ? "Số 105 đọc từ bản quét" : null
  })

const money = (...amounts: ReadonlyArray<number | null>) =>
  amounts.map((million) => (million === null ? null : million * 1_000_000))

const table = Schema.decodeUnknownSync(FundingTable)({
  document: id,
  table: "appendix-02-funding",
  name: "Phụ lục 02",
  title: "Huy động nguồn lực năm 2024",
  year: 2024,
  stage: "mobilised",
  printedUnit: "triệu đồng",
  sources: [
    { key: "total", label: "Tổng cộng", parent: null },
    { key: "investment", label: "Vốn đầu tư công – tổng", parent: "total" },
    { key: "city", label: "Vốn đầu tư công thành phố", parent: "investment" },
    { key: "district", label: "Vốn đầu tư công huyện, xã", parent: "investment" },
    { key: "credit", label: "Vốn tín dụng", parent: "total" },
    { key: "community", label: "Vốn huy động đóng góp của nhân dân", parent: "total" }
  ],
  rows: [
    { row: 0, unit: "Tổng", kind: "total", amounts: money(6_000_000, 2_400_000, 2_399_557, null, 3_000_000, 600_000) },
    {
      row: 1,
      unit: "huyện Thủy Nguyên",
      kind: "district",
      amounts: money(4_896_210, 896_210, 895_767, null, 3_000_000, 1_000_000)
    },
    { row: 2, unit: "huyện Cát Hải", kind: "district", amounts: money(1_001_013, 896_210, 0, null, 52_819, null) }
  ]
})

const assignment = (
  no: string,
  title: string,
  lead: string | null,
  due: string | null,
  dueState: DueState,
  days: number | null
): AssignmentOnDay => ({
  ...Schema.decodeUnknownSync(Assignment)({
    document: id,
    no,
    parentNo: no === "1.2.a" ? "1.2" : null,
    title,
    lead,
    coLeads: [],
    coordinating: ["UBND các huyện"],
    start: null,
    due,
    dueText: due === null ? null : "trước 20/4/2025",
    deliverable: "Báo cáo kết quả",
    section: null,
    notes: null
  }),
  dueState,
  days
})

const place = (row: number, column: string, label: string, printed: string) => ({
  document: id,
  documentLabel: "61/KH-UBND",
  file: "appendix-02-funding.json",
  path: `/rows/${row}/${column}`,
  label,
  section: "Phụ lục 02",
  figure: null,
  table: "appendix-02-funding",
  row,
  column,
  printed
})

const decodeFinding = Schema.decodeUnknownSync(Finding)

export const warning = decodeFinding({
  id: "percent:works",
  kind: "percent",
  severity: "warning",
  places: [
    {
      ...place(0, "x", "Công trình đã hoàn thành", "634 công trình"),
      file: "figures.json",
      path: "/17",
      section: "I.2",
      figure: "works",
      table: null,
      row: null,
      column: null
    }
  ],
  stated: 81,
  expected: 80.354879,
  difference: 0.645121,
  unit: "%",
  cause: { kind: "wrongRounding", text: { vi: "Làm tròn sai", en: "Wrong rounding" } },
  message: { vi: "634 trên 789 công trình là 80 %, không phải 81 %", en: "634 of 789 works is 80 %, not 81 %" }
})

export const error = decodeFinding({
  id: "columnSum:2",
  kind: "columnSum",
  severity: "error",
  places: [
    place(2, "investment", "huyện Cát Hải · Vốn đầu tư công – tổng", "896.210 triệu đồng"),
    place(2, "city", "huyện Cát Hải · Vốn đầu tư công thành phố", "0 triệu đồng")
  ],
  stated: 896_210,
  expected: 0,
  difference: 896_210,
  unit: "triệu đồng",
  cause: {
    kind: "copiedFromNeighbour",
    text: { vi: "trùng dòng trên, huyện Thủy Nguyên", en: "same as the row above, Thủy Nguyên" }
  },
  message: { vi: "huyện Cát Hải: ghi 896.210, cộng được 0", en: "Cát Hải: states 896.210, adds up to 0" }
})

export const plan: Plan = {
  document,
  asOf: "2025-06-10",
  results: [
    set(
      "xa",
      "Bộ tiêu chí quốc gia về xã NTM",
      "commune",
      137,
      [2, 0],
      [
        ["Quy hoạch", 137],
        ["Giao thông", 137]
      ]
    ),
    set(
      "kieu-mau",
      "Bộ tiêu chí về xã NTM kiểu mẫu",
      "commune",
      137,
      [1.5, 1],
      [
        ["Giao thông", 105],
        ["Thu nhập", null]
      ]
    ),
    set("huyen", "Bộ tiêu chí quốc gia về huyện NTM", "district", 7, [1, 0], [["Quy hoạch", 8]])
  ],
  tables: [table],
  assignments: [
    assignment("1.2", "Các địa phương báo cáo kết quả", "UBND các huyện", "2025-04-20", "overdue", -51),
    assignment("1.2.a", "Báo cáo của từng huyện", "UBND các huyện", "2025-04-20", "overdue", -51),
    assignment("2", "Lấy ý kiến dự thảo báo cáo", "Sở Nông nghiệp", "2025-06-16", "dueSoon", 6),
    assignment("I", "Đánh giá, hoàn chỉnh hồ sơ", null, null, "noDue", null)
  ],
  findings: [warning, error]
}
