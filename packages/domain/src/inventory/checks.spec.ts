import { describe, expect, it } from "vitest"
import { country, idOf } from "../units/testing/country.ts"
import type { Actor } from "../criteria/index.ts"
import { Day } from "../values/index.ts"
import { checkItemEvents } from "./check-events.ts"
import type { InventoryChecking } from "./check-fault.ts"
import { checkItems } from "./check-items.ts"
import { inventoryHoldings } from "./holdings.ts"
import type { InventoryJournal } from "./inventory.ts"
import { itemEventRow, itemRow, toldItem, toldItemEvent } from "./testing/told.ts"

const office: Actor = { name: "Văn phòng điều phối", role: "provincialOffice", scope: "all", agency: null }
const checking = (journal: InventoryJournal, actor: Actor = office): InventoryChecking => ({
  chronicle: country,
  actor,
  today: Day.make("2025-12-31"),
  journal
})
const none: InventoryJournal = { items: [], events: [] }
const found = (
  problems: ReadonlyArray<{ readonly row: number; readonly field: string | null; readonly kind: string }>
) => problems.map(({ field, kind, row }) => `${row} ${field ?? ""} ${kind}`)
const unit = "10101"
const village = { _tag: "smartVillage", village: null }

describe("entries", () => {
  it("stand the checks with the unit that their code means on the day", () => {
    const { accepted, problems } = checkItems(checking(none), [itemRow({ unit })])
    expect(problems).toEqual([])
    expect(accepted).toMatchObject([{ unit: idOf(unit), row: 0 }])
  })

  it("are refused with every problem of every row", () => {
    const rows = [
      itemRow({ unit: "99999" }),
      itemRow({ unit, day: "2026-01-01" }),
      itemRow({ unit, name: "Tôm", body: { _tag: "ocop", producer: "HTX", stars: 3, until: "2024-03-14" } }),
      itemRow({ unit: "10", body: village }),
      itemRow({ unit: "101", body: { _tag: "smartCommune", pilot: true } }),
      itemRow({ unit, body: { _tag: "training", days: 1, attendees: [{ who: "a", unit: "10199", count: 1 }] } })
    ]
    expect(found(checkItems(checking(none), rows).problems)).toEqual([
      "0 unit unknownUnit",
      "1 day futureDay",
      "2 body.until expiresBeforeItBegins",
      "3 unit levelOfOther",
      "4 unit levelOfOther",
      "5 body.attendees[0].unit unknownUnit"
    ])
  })

  it("are refused outside of the scope of who records them", () => {
    const own = { ...office, scope: [idOf("10102")] }
    expect(found(checkItems(checking(none, own), [itemRow({ unit }), itemRow({ unit: "10102" })]).problems)).toEqual([
      "0 unit notInScope"
    ])
  })

  it("are listed once: the same name in a unit, a document or a class of a day", () => {
    const document = (number: string, day: string) =>
      itemRow({ unit, name: "Kế hoạch", day, body: { _tag: "issued", number, kind: "Kế hoạch" } })
    const rows = [
      itemRow({ unit }),
      itemRow({ unit, name: "  MAM".trim() }),
      itemRow({ unit: "10102" }),
      itemRow({ unit, name: "Mắm", body: village }),
      document("61/KH-UBND", "2025-03-05"),
      document("61/KH-UBND", "2024-03-05"),
      document("61/kh-ubnd", "2025-03-05")
    ]
    const { problems } = checkItems(checking(none), rows)
    expect(found(problems)).toEqual(["1  duplicate", "6  duplicate"])
    expect(problems[0]?.sentence.vi).toBe("Trùng với dòng 1")
    const known = { items: [toldItem({ id: 1, unit: idOf(unit) })], events: [] }
    expect(found(checkItems(checking(known), [itemRow({ unit, day: "2025-05-05" })]).problems)).toEqual([
      "0  duplicate"
    ])
    const ended = toldItemEvent({ id: 2, item: 1, day: "2025-01-01", body: { _tag: "ended", reason: "vì" } })
    expect(
      checkItems(checking({ ...known, events: [ended] }), [itemRow({ unit, day: "2025-05-05" })]).problems
    ).toEqual([])
  })
})

describe("what becomes of entries", () => {
  const journal: InventoryJournal = {
    items: [
      toldItem({ id: 1, unit: idOf(unit) }),
      toldItem({ id: 2, unit: idOf(unit), name: "Thôn", body: village }),
      toldItem({ id: 3, unit: idOf(unit), name: "Họp", body: { _tag: "meeting", chair: null, participants: 3 } })
    ],
    events: []
  }
  const renew = (day: string, until: string | null = null, item = 1) =>
    itemEventRow({ item, day, body: { _tag: "renewed", stars: 4, until } })
  const end = (item: number, day: string) => itemEventRow({ item, day, body: { _tag: "ended", reason: "vì" } })
  const withdraw = (item: number, day: string) =>
    itemEventRow({ item, day, body: { _tag: "withdrawn", reason: "nhầm" } })
  const check = (...rows: ReadonlyArray<ReturnType<typeof itemEventRow>>) =>
    found(checkItemEvents(checking(journal), rows).problems)

  it("is taken in the order of days, whatever the order of rows", () => {
    expect(check(end(1, "2025-09-01"), renew("2025-03-01"), withdraw(3, "2025-01-01"))).toEqual([])
    expect(check(renew("2025-09-01"), end(1, "2025-03-01"))).toEqual(["0 item endedAlready"])
  })

  it("is refused where it cannot be", () => {
    expect(
      check(
        renew("2024-03-14"),
        renew("2025-01-01", "2024-12-31"),
        renew("2025-01-01", null, 2),
        end(3, "2025-01-01"),
        end(9, "2025-01-01"),
        end(2, "2026-01-01")
      ).toSorted()
    ).toEqual([
      "0 day beforeItem",
      "1 body.until expiresBeforeItBegins",
      "2 body._tag notRenewable",
      "3 body._tag notAllowed",
      "4 item unknownItem",
      "5 day futureDay"
    ])
    expect(check(renew("2025-01-01"), renew("2025-01-01"))).toEqual(["1 day duplicate"])
    const later = {
      ...journal,
      events: [toldItemEvent({ id: 9, item: 1, day: "2025-06-01", body: { _tag: "renewed", stars: 3, until: null } })]
    }
    expect(found(checkItemEvents(checking(later), [end(1, "2025-05-01")]).problems)).toEqual(["0 day renewedLater"])
    expect(checkItemEvents(checking(later), [withdraw(1, "2025-05-01")]).problems).toEqual([])
  })
})

describe("what rests on units", () => {
  it("is told once a unit, with how many", () => {
    const day = Day.make("2025-06-30")
    const resting = [
      { unit: idOf("10101"), items: 3 },
      { unit: idOf("10102"), items: 1 }
    ]
    expect(inventoryHoldings(country, resting, new Set([idOf("10101")]), day)).toMatchObject([
      { kind: "item", unit: idOf("10101"), count: 3, label: { vi: "3 mục trong sổ theo dõi" } }
    ])
  })
})
