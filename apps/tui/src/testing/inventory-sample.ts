import type { AnswerOf, api, ListedItem } from "@ntm/contract"
import { type ItemCount, ItemId, ocopTerm } from "@ntm/domain/inventory"
import { UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { sampleDocument } from "./tasks-sample.ts"
import { sample } from "./unit-sample.ts"

const day = Day.make
const head = { asOf: day("2025-06-20"), knownAt: null, term: ocopTerm }

const told = ({ code, id, name, type }: (typeof sample)["city"]): NonNullable<ItemCount["unit"]> => ({
  id,
  code,
  name,
  type
})

const count = (more: Partial<ItemCount>): ItemCount => ({
  unit: told(sample.oldCity),
  place: "total",
  kind: "ocop",
  year: 2025,
  added: 0,
  total: 0,
  expired: 0,
  renewed: 0,
  byStars: [],
  people: null,
  attended: null,
  targets: [],
  ...more
})

const target = {
  document: sampleDocument,
  id: "ocop-2025",
  text: "Có thêm 60 sản phẩm OCOP",
  value: 60,
  counts: "added",
  per: null,
  actual: 2,
  reached: 0,
  of: 1,
  met: false
} as const

const ocop = count({ added: 2, total: 7, expired: 1, byStars: [{ stars: 4, count: 7 }] })
const areas = count({ kind: "modelArea", added: 3, total: 12 })

export const ocopItem: ListedItem = {
  id: ItemId.make(11),
  unit: UnitId.make(14),
  name: "Gạo nếp cái hoa vàng",
  body: { _tag: "ocop", producer: "HTX Đại Thắng", stars: 4, until: null },
  day: day("2022-09-01"),
  document: "12/QĐ-UBND",
  evidence: [],
  note: null,
  illustrative: true,
  recordedAt: Moment.make("2025-01-01T00:00:00Z"),
  recordedBy: { name: "Huyện", role: "districtOffice", agency: null },
  unitCode: sample.vinhBao.code,
  unitName: "huyện Vĩnh Bảo",
  recordedFor: null,
  state: {
    counts: true,
    because: null,
    stars: 4,
    until: day("2025-09-01"),
    untilBy: "rule",
    days: 73,
    renewed: []
  }
}

type Inventory = typeof api.inventory

export const inventoryAnswers: {
  readonly totals: AnswerOf<Inventory["counts"]>
  readonly byUnit: AnswerOf<Inventory["counts"]>
  readonly list: AnswerOf<Inventory["list"]>
} = {
  totals: { ...head, countedOn: day("2025-06-20"), total: [areas, { ...ocop, targets: [target] }], units: [] },
  byUnit: {
    ...head,
    countedOn: day("2025-06-20"),
    total: [{ ...ocop, targets: [target] }],
    units: [
      { ...ocop, place: "unit", unit: told(sample.vinhBao) },
      { ...ocop, place: "own", added: 0, total: 0, expired: 0, byStars: [] }
    ]
  },
  list: { ...head, total: 1, items: [ocopItem], next: null }
}
