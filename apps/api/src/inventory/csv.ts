import type { AnswerOf, api, ListedItem } from "@ntm/contract"
import { type ItemCount, itemKinds } from "@ntm/domain/inventory"
import { decimalCommaCell } from "@ntm/exchange"
import type { CsvTable } from "../http/csv.ts"

type Answers = typeof api.inventory

/** What only some kinds have, by the columns of a file of entries. */
const ownCells = ({ body }: ListedItem) => {
  const none = {
    village: null,
    households: null,
    owner: null,
    area: null,
    pilot: null,
    producer: null,
    days: null,
    attendees: null,
    chair: null,
    participants: null,
    number: null,
    kind: null
  }
  switch (body._tag) {
    case "modelArea":
      return { ...none, village: body.village, households: body.households }
    case "modelGarden":
      return { ...none, owner: body.owner, area: body.area === null ? null : decimalCommaCell(body.area) }
    case "smartVillage":
      return { ...none, village: body.village }
    case "smartCommune":
      return { ...none, pilot: body.pilot ? "có" : "không" }
    case "ocop":
      return { ...none, producer: body.producer }
    case "training":
      return {
        ...none,
        days: body.days === null ? null : decimalCommaCell(body.days),
        attendees: body.attendees
          .map(({ count, unit, who }) => `${who}${unit === null ? "" : ` (${unit})`}: ${count}`)
          .join("; ")
      }
    case "meeting":
      return { ...none, chair: body.chair, participants: body.participants }
    case "issued":
      return { ...none, number: body.number, kind: body.kind }
  }
}

const because = {
  notYet: "chưa đến ngày",
  ended: "thôi tính",
  withdrawn: "rút lại",
  expired: "hết hạn"
} as const

/** Entries one by one: the headings of a file that can be handed in, and how each stands. */
export const itemsTable = ({ items }: Pick<AnswerOf<Answers["list"]>, "items">): CsvTable => ({
  heading: [
    "Số mục",
    "Loại",
    "Mã đơn vị",
    "Đơn vị",
    "Ghi cho",
    "Tên",
    "Ngày",
    "Thôn",
    "Số hộ",
    "Chủ vườn",
    "Diện tích (m²)",
    "Thí điểm",
    "Chủ thể",
    "Số sao",
    "Hết hạn",
    "Còn (ngày)",
    "Số ngày",
    "Người dự",
    "Chủ trì",
    "Số người dự",
    "Số hiệu",
    "Loại văn bản",
    "Tình trạng",
    "Văn bản",
    "Ghi chú",
    "Số minh họa"
  ],
  rows: items.map((line) => {
    const own = ownCells(line)
    const { state } = line
    return [
      line.id,
      itemKinds[line.body._tag].words.vi,
      line.unitCode,
      line.unitName,
      line.recordedFor,
      line.name,
      line.day,
      own.village,
      own.households,
      own.owner,
      own.area,
      own.pilot,
      own.producer,
      state.stars,
      state.until,
      state.days,
      own.days,
      own.attendees,
      own.chair,
      own.participants,
      own.number,
      own.kind,
      state.because === null ? "đang tính" : because[state.because],
      line.document,
      line.note,
      line.illustrative ? "có" : "không"
    ]
  })
})

const places = { total: "tổng", own: "chính đơn vị", unit: "trực thuộc", ended: "đã chia" } as const

const starsOf = ({ byStars }: ItemCount, stars: number): number =>
  byStars.find((one) => one.stars === stars)?.count ?? 0

/** Counts: the total first, then what is right below; a row for each target that one faces. */
export const countsTable = ({ total, units }: AnswerOf<Answers["counts"]>): CsvTable => ({
  heading: [
    "Loại",
    "Năm",
    "Cấp",
    "Mã đơn vị",
    "Đơn vị",
    "Mới trong năm",
    "Đang tính",
    "Hết hạn",
    "Phân hạng lại",
    "5 sao",
    "4 sao",
    "3 sao",
    "Lượt người dự",
    "Người của đơn vị đi học",
    "Mức kế hoạch",
    "Đơn vị đạt",
    "Đơn vị phải đạt",
    "Đạt",
    "Theo văn bản"
  ],
  rows: [...total, ...units].flatMap((count) => {
    const cells = [
      itemKinds[count.kind].words.vi,
      count.year,
      places[count.place],
      count.unit?.code ?? null,
      count.unit === null ? "Cả nước" : `${count.unit.type} ${count.unit.name}`,
      count.added,
      count.total,
      count.expired,
      count.renewed,
      starsOf(count, 5),
      starsOf(count, 4),
      starsOf(count, 3),
      count.people,
      count.attended
    ]
    return count.targets.length === 0
      ? [[...cells, null, null, null, null, null]]
      : count.targets.map(({ document, id, met, of, reached, value }) => [
          ...cells,
          value,
          reached,
          of,
          met ? "có" : "không",
          `${document} ${id}`
        ])
  })
})
