import type { AnswerOf, api, WorkLine, WorkUnit } from "@ntm/contract"
import { type DebtStanding, type LandStanding, sectorNames, type WorksTally } from "@ntm/domain/works"
import type { CsvTable } from "../http/csv.ts"

type Answers = typeof api.works

/** Headings are Vietnamese, as files that people pass on are; amounts are whole đồng, to be read by any program. */
const unitName = (unit: WorkUnit | null): string => (unit === null ? "" : `${unit.type} ${unit.name}`)

const stateNames: Readonly<Record<WorkLine["state"], string>> = {
  planned: "Chưa triển khai",
  preparing: "Chuẩn bị đầu tư",
  building: "Đang thi công",
  accepted: "Đã thi công xong",
  handedOver: "Đã bàn giao",
  operating: "Đã có đơn vị vận hành"
}

const lineHeading = [
  "Số",
  "Mã công trình",
  "Công trình",
  "Lĩnh vực",
  "Đợt",
  "Mã đơn vị",
  "Đơn vị",
  "Tình trạng",
  "Giá trị hợp đồng (đồng)",
  "Khối lượng (%)",
  "Kế hoạch khối lượng (%)",
  "Đã thanh toán (%)",
  "Nợ (đồng)",
  "Chậm (ngày)",
  "Hoàn thành theo kế hoạch",
  "Dự kiến hoàn thành",
  "Vướng mắc",
  "Minh họa"
]

const lineCells = (line: WorkLine) => [
  line.id,
  line.code,
  line.name,
  sectorNames[line.sector].vi,
  line.batch,
  line.unit?.code ?? null,
  unitName(line.unit),
  stateNames[line.state],
  line.value,
  line.donePercent,
  line.plannedPercent,
  line.paidPercent,
  line.debt,
  line.daysBehind,
  line.plannedFinish,
  line.expectedFinish,
  line.problems,
  line.illustrative ? "có" : ""
]

/** Works, a line each. */
export const worksTable = ({ items }: Pick<AnswerOf<Answers["list"]>, "items">): CsvTable => ({
  heading: lineHeading,
  rows: items.map(lineCells)
})

const tallyHeading = [
  "Công trình",
  "Xã",
  "Giá trị hợp đồng (đồng)",
  "Khối lượng (%)",
  "Kế hoạch khối lượng (%)",
  "Khối lượng bình quân các xã (%)",
  "Đã giao (đồng)",
  "Đã thanh toán (đồng)",
  "Nợ (đồng)",
  "Nợ quá hạn (đồng)",
  "Chậm tiến độ",
  "Chưa bàn giao",
  "Chưa có đơn vị vận hành"
]

const tallyCells = (tally: WorksTally) => [
  tally.works,
  tally.communes,
  tally.value,
  tally.donePercent,
  tally.plannedPercent,
  tally.communeMeanPercent,
  tally.allocated,
  tally.paid,
  tally.debt.amount,
  tally.debt.overdue,
  tally.late,
  tally.notHandedOver,
  tally.withoutOperator
]

/** Batches, each with a line of all and a line a district. */
export const batchesTable = ({ items }: Pick<AnswerOf<Answers["batches"]>, "items">): CsvTable => ({
  heading: ["Đợt", "Tên đợt", "Mã đơn vị", "Đơn vị", ...tallyHeading],
  rows: items.flatMap(({ batch, districts, tally }) => [
    [batch.id, batch.name, null, "Tổng", ...tallyCells(tally)],
    ...districts.map(({ unit, tally: own }) => [batch.id, batch.name, unit.code, unitName(unit), ...tallyCells(own)])
  ])
})

/** Planned against built against paid, a line a day. */
export const curveTable = ({ curve }: AnswerOf<Answers["curve"]>): CsvTable => ({
  heading: ["Ngày", "Kế hoạch (%)", "Đã thi công (%)", "Đã thanh toán (%)"],
  rows: curve.points.map(({ day, done, paid, planned }) => [day, planned, done, paid])
})

/** What late works hold back: a line a work and indicator. */
export const slipsTable = ({ items }: Pick<AnswerOf<Answers["slips"]>, "items">): CsvTable => ({
  heading: [...lineHeading, "Bộ tiêu chí", "Tiêu chí", "Chỉ tiêu", "Kết luận", "Công nhận phải chờ", "Nói gọn"],
  rows: items.flatMap(({ holds, line, sentence }) =>
    holds.map((hold) => [
      ...lineCells(line),
      hold.set,
      hold.criterion === null ? null : `${hold.criterion.no}. ${hold.criterion.name}`,
      `${hold.indicator.code} ${hold.indicator.name}`,
      hold.verdict,
      hold.recognition?.vi ?? null,
      sentence.vi
    ])
  )
})

const oldest = ({ parts }: DebtStanding) => parts[0]?.acceptedOn ?? null

/** What is accepted and not paid, a line a work. */
export const debtTable = ({ items }: Pick<AnswerOf<Answers["debt"]>, "items">): CsvTable => ({
  heading: [...lineHeading, "Nợ quá hạn (đồng)", "Nghiệm thu lâu nhất chưa thanh toán"],
  rows: items.map(({ debt, line }) => [...lineCells(line), debt.overdue, oldest(debt)])
})

const landCells = (land: LandStanding) => [
  land.households,
  land.residential,
  land.agricultural,
  land.structures,
  land.eligible,
  land.notEligible,
  land.toClear,
  land.parcels,
  land.parcelsUpdated,
  land.parcels - land.parcelsUpdated
]

/** Land given, a line a unit, the total first. */
export const landTable = ({ total, units }: AnswerOf<Answers["land"]>): CsvTable => ({
  heading: [
    "Mã đơn vị",
    "Đơn vị",
    "Hộ, cá nhân, tổ chức",
    "Đất ở (m²)",
    "Đất nông nghiệp (m²)",
    "Vật kiến trúc",
    "Đủ điều kiện hỗ trợ",
    "Không đủ điều kiện",
    "Chưa giải phóng mặt bằng",
    "Thửa phải chỉnh lý",
    "Thửa đã chỉnh lý",
    "Thửa chưa chỉnh lý"
  ],
  rows: [
    [null, "Tổng", ...landCells(total)],
    ...units.map(({ land, unit }) => [unit.code, unitName(unit), ...landCells(land)])
  ]
})

/** Alerts, in the order of the rules, the worst first. */
export const alertsTable = ({ items }: Pick<AnswerOf<Answers["alerts"]>, "items">): CsvTable => ({
  heading: ["Quy tắc", "Công trình", "Mã đơn vị", "Đơn vị", "Từ ngày", "Vượt", "Nội dung"],
  rows: items.map(({ over, rule, sentence, since, unit, work }) => [
    rule._tag,
    work,
    unit?.code ?? null,
    unitName(unit),
    since,
    over,
    sentence.vi
  ])
})
