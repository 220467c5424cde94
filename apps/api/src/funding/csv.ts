import type { AnswerOf } from "@ntm/contract"
import type { api } from "@ntm/contract"
import { type PivotRow, sourceOf, stageNames } from "@ntm/domain/funding"
import { decimalCommaCell } from "@ntm/exchange"
import type { CsvTable } from "../http/csv.ts"

type Answers = typeof api.funding

/** Headings are Vietnamese, as files that people pass on are; amounts are whole đồng, to be read by any program. */
const inDong = (name: string): string => `${name} (đồng)`

const rowName = ({ agency, kind, unit }: PivotRow): string => {
  if (kind === "rest") return "Làm tròn và chênh lệch của dòng tổng"
  if (agency !== null) return agency
  return unit === null ? "Cả nước" : `${unit.type} ${unit.name}`
}

/** Any source by any unit: a column a source, the total first. */
export const pivotTable = ({ pivot }: AnswerOf<Answers["pivot"]>): CsvTable => ({
  heading: ["Mã đơn vị", "Đơn vị", ...pivot.sources.map((source) => inDong(sourceOf(source).name.vi))],
  rows: [
    [pivot.unit?.code ?? null, "Tổng", ...pivot.total.map((cell) => cell?.amount ?? null)],
    ...pivot.rows.map((row) => [
      row.kind === "unit" || row.kind === "ended" ? (row.unit?.code ?? null) : null,
      rowName(row),
      ...row.cells.map((cell) => cell?.amount ?? null)
    ])
  ]
})

/** From the plan to the payment: a line a source. */
export const stagesTable = ({ comparison }: AnswerOf<Answers["stages"]>): CsvTable => ({
  heading: [
    "Mã nguồn",
    "Nguồn vốn",
    inDong(stageNames.planned.vi),
    inDong(stageNames.allocated.vi),
    inDong(stageNames.mobilised.vi),
    inDong(stageNames.disbursed.vi),
    "Tỷ lệ giải ngân (%)",
    "Thời gian đã qua (%)",
    "Chậm so với thời gian (điểm %)"
  ],
  rows: comparison.lines.map((line) => [
    line.source,
    sourceOf(line.source).name.vi,
    line.planned,
    line.allocated,
    line.mobilised,
    line.disbursed,
    line.disbursedPercent,
    line.calendarPercent,
    line.behindPoints
  ])
})

/** A year against another: a line a source. */
export const yearsTable = ({ from, lines, to }: AnswerOf<Answers["years"]>): CsvTable => ({
  heading: [
    "Mã nguồn",
    "Nguồn vốn",
    inDong(`${from.year}, ${stageNames[from.stage].vi.toLowerCase()}`),
    inDong(`${to.year}, ${stageNames[to.stage].vi.toLowerCase()}`),
    inDong("Tăng, giảm"),
    "Tăng, giảm (%)"
  ],
  rows: lines.map(({ after, before, change, changePercent, source }) => [
    source,
    sourceOf(source).name.vi,
    before,
    after,
    change,
    changePercent
  ])
})

/** Entries one by one, as a file of entries may be handed in: its headings, quantities with a decimal comma. */
export const entriesTable = ({ items }: Pick<AnswerOf<Answers["entries"]>, "items">): CsvTable => ({
  heading: [
    "Số",
    "Mã đơn vị",
    "Đơn vị",
    "Cấp",
    "Cơ quan",
    "Nơi giao",
    "Nguồn vốn",
    "Năm",
    "Giai đoạn",
    "Loại",
    "Nội dung",
    inDong("Số tiền"),
    "Số lượng",
    "Đơn vị số lượng",
    "Ngày",
    "Công trình",
    "Văn bản",
    "Nơi ghi",
    "Lý do",
    "Điều chỉnh bút toán",
    "Minh họa",
    "Ghi lúc",
    "Người ghi"
  ],
  rows: items.map((entry) => [
    entry.id,
    entry.unitCode,
    entry.unitName,
    entry.tier,
    entry.agency,
    entry.giverName,
    entry.source,
    entry.year,
    entry.stage,
    entry.kind,
    entry.content,
    entry.amount,
    entry.quantity === null ? null : decimalCommaCell(entry.quantity.amount),
    entry.quantity?.unit ?? null,
    entry.day,
    entry.work,
    entry.document,
    entry.place,
    entry.reason,
    entry.adjusts,
    entry.illustrative ? "có" : "",
    entry.recordedAt,
    entry.recordedBy.name
  ])
})
