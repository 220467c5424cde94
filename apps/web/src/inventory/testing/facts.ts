import type { AnswerOf, api, ListedItem } from "@ntm/contract"
import { type ItemCount, ItemId, type ItemKind, ocopTerm } from "@ntm/domain/inventory"
import { day, plan, planId } from "@ntm/domain/testing"
import { Moment } from "@ntm/domain/values"
import { oldHaiPhong, vinhAn, vinhBaoDistrict } from "../../units/testing/register.ts"

const head = { asOf: day("2025-06-20"), knownAt: Moment.make("2025-06-20T10:00:00.000Z"), term: ocopTerm }

const item = (id: number, name: string, body: ListedItem["body"], state: Partial<ListedItem["state"]>): ListedItem => ({
  id: ItemId.make(id),
  unit: vinhAn.id,
  name,
  body,
  day: day("2022-07-01"),
  document: "QĐ 12/QĐ-UBND",
  evidence: [],
  note: null,
  illustrative: false,
  recordedAt: Moment.make("2025-01-02T02:00:00.000Z"),
  recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null },
  unitCode: vinhAn.code,
  unitName: "xã Vĩnh An",
  recordedFor: null,
  state: {
    counts: true,
    because: null,
    stars: null,
    until: null,
    untilBy: null,
    days: null,
    renewed: [],
    ...state
  }
})

export const tea = item(
  5,
  "Trà hoa vàng",
  { _tag: "ocop", producer: "HTX Vĩnh An", stars: 4, until: null },
  { stars: 4, until: day("2025-07-01"), untilBy: "rule", days: 11 }
)
const area = item(
  4,
  "Khu dân cư thôn 2",
  { _tag: "modelArea", households: 86, village: "thôn 2" },
  { counts: false, because: "ended" }
)

const count = (kind: ItemKind, more: Partial<ItemCount> = {}): ItemCount => ({
  unit: oldHaiPhong,
  place: "total",
  kind,
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
  document: planId,
  id: "ct-khu-dan-cu",
  text: "20 khu dân cư kiểu mẫu",
  value: 20,
  counts: "total" as const,
  per: null,
  actual: 15,
  reached: 0,
  of: 1,
  met: false
}
const ofDistrict = { unit: vinhBaoDistrict, place: "unit" as const }

/** What the server answers to the pages of registers, by path. */
export const inventoryAnswers = {
  "/documents": { items: [plan] },
  "/units": { asOf: head.asOf, items: [oldHaiPhong] },
  "/units/31": { asOf: head.asOf, unit: oldHaiPhong, above: [] },
  "/units/11830": { asOf: head.asOf, unit: vinhAn, above: [vinhBaoDistrict, oldHaiPhong] },
  "/inventory": { ...head, items: [tea, area], total: 2, next: null } satisfies AnswerOf<typeof api.inventory.list>,
  "/inventory/counts": {
    ...head,
    countedOn: head.asOf,
    total: [
      count("modelArea", { added: 3, total: 15, targets: [target] }),
      count("ocop", {
        total: 12,
        added: 2,
        expired: 1,
        byStars: [
          { stars: 4, count: 5 },
          { stars: 3, count: 7 }
        ]
      }),
      count("training", { added: 4, total: 9, people: 210 })
    ],
    units: [
      count("modelArea", {
        ...ofDistrict,
        total: 6,
        targets: [{ ...target, value: 5, actual: 6, reached: 1, met: true }]
      }),
      count("ocop", { ...ofDistrict, total: 7 }),
      count("training", { ...ofDistrict, added: 2, total: 5 }),
      count("modelArea", { place: "own", total: 9 })
    ]
  } satisfies AnswerOf<typeof api.inventory.counts>
}
