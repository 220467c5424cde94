import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Key, Press } from "../parts/press.ts"
import { answerTo } from "../testing/money-sample.ts"
import { moneyFailed, moneyLoaded } from "./money-arriving.ts"
import { readMoneyAgain } from "./money-going.ts"
import { moneyLayout } from "./money-layout.ts"
import type { MoneyHint } from "./money-reads.ts"
import { rowCursor, tableRows } from "./money-rows.ts"
import { type Frame, type MoneyState, noMoney } from "./money-state.ts"
import { settleMoney, stepMoney } from "./money-step.ts"
import { moneyWanted } from "./money-wanted.ts"

const frame: Frame = { width: 98, height: 25, lang: "vi" }
const hint: MoneyHint = { place: "Hải Phòng", day: null, table: { year: 2024, stage: "mobilised" } }
const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))

/** Everything that is wanted is answered, as the runner would. */
const answered = (money: MoneyState, of: MoneyHint = hint): MoneyState => {
  const [read] = moneyWanted(money, of)
  return read === undefined ? money : answered(settleMoney(moneyLoaded(money, read, answerTo(read)), frame), of)
}
const opened = answered(noMoney)
const after = (...presses: ReadonlyArray<Press>): MoneyState =>
  presses.reduce((money, press) => answered(stepMoney(money, press, frame)), opened)
const chosen = (money: MoneyState) => tableRows(money)[rowCursor(money, tableRows(money))]?.row?.unit?.code ?? null

describe("the tab of money", () => {
  it("opens on the plan's place, year and stage, on the total", () => {
    expect(opened.spot).toEqual({ unit: "31", year: 2024, stage: "mobilised", tier: null, asOf: null })
    expect([chosen(opened), tableRows(opened).length]).toEqual([null, 3])
  })

  it("opens on the last year of which anything is stated where the plan prints no table", () => {
    expect(answered(noMoney, { ...hint, table: null }).spot).toMatchObject({ year: 2025, stage: "planned" })
    expect(answered(noMoney, { ...hint, table: { year: 1999, stage: "planned" } }).spot).toMatchObject({ year: 2025 })
  })

  it("goes down into a unit and back up to the row that was left, then to the country", () => {
    const down = after(key("down"), key("enter"))
    // Summed at the tier of the row that one came from, so that its very number is told apart.
    expect([down.spot?.unit, down.spot?.tier, down.pivot?.pivot.rows.length]).toEqual(["313", "district", 2])
    for (const up of [key("escape"), key("backspace")]) {
      const back = answered(stepMoney(down, up, frame))
      expect([back.spot?.unit, chosen(back), back.trail]).toEqual(["31", "313", []])
      const country = answered(stepMoney(back, up, frame))
      expect(country.spot?.unit).toBeNull()
      expect(stepMoney(country, up, frame).said?.text.vi).toBe("Đang ở bảng cả nước")
    }
  })

  it("steps through the years that are stated, at a stage that they have, and says where there is none", () => {
    expect(after(...type("]")).spot).toMatchObject({ year: 2025, stage: "planned" })
    expect(after(...type("][")).spot).toMatchObject({ year: 2024, stage: "mobilised" })
    expect(stepMoney(opened, type("[")[0] ?? key("up"), frame).said?.text.vi).toBe("Không có năm nào trước năm này")
  })

  it("turns to the next stage of the year around the end, and to another tier", () => {
    expect(after(...type("s")).spot?.stage).toBe("disbursed")
    expect(after(...type("ss")).spot?.stage).toBe("mobilised")
    expect(after(...type("c")).spot?.tier).toBe("commune")
    expect(after(...type("]s")).said?.text.vi).toBe("Năm này chỉ có số của một giai đoạn")
  })

  it("moves across the sources and stays inside them", () => {
    expect(after(key("right"), key("right")).source).toBe("investment")
    expect(after(...Array.from({ length: 9 }, () => key("right"))).source).toBe("credit")
    expect(after(key("left")).source).toBe("all")
  })

  it("shows only what is doubted on x, and what matches without diacritics", () => {
    expect(tableRows(after(...type("x"))).map(({ row }) => row?.unit?.code ?? null)).toEqual([null, "313"])
    const found = after(...type("/cat hai"), key("enter"))
    expect([chosen(found), tableRows(found).length]).toEqual(["317", 2])
    expect(tableRows(after(...type("/cat hai"), key("enter"), key("escape"))).length).toBe(3)
    expect(after(...type("/qx"), key("escape"))).toMatchObject({ query: "", doubted: false })
  })

  it("asks as of a typed day, of today again for none, and says why a text is no day", () => {
    expect(after(...type("d31/12/2024"), key("enter")).spot?.asOf).toBe("2024-12-31")
    expect(after(...type("d31/12/2024"), key("enter"), ...type("d"), key("enter")).spot?.asOf).toBeNull()
    expect(after(...type("d31/6/2024"), key("enter")).view).toMatchObject({
      _tag: "Day",
      problem: { vi: "Ngày “31/6/2024” không có trong lịch" }
    })
  })

  it("opens what was paid and the entries of the chosen unit; of one that stands no more, as of the boundaries", () => {
    expect(after(key("down"), ...type("i")).view).toMatchObject({
      of: "stages",
      spot: { unit: "313", tier: "district" }
    })
    expect(after(key("down"), ...type("e")).view).toMatchObject({ of: "entries", asOf: "2024-12-31" })
    expect(after(...type("i")).view).toMatchObject({ spot: { unit: "31" } })
    expect(after(...type("i"), key("escape")).view._tag).toBe("Table")
    // In a row that is no unit there is nothing further down.
    expect(after(key("down"), key("enter"), key("down"), key("enter")).view).toMatchObject({ of: "entries" })
  })

  it("turns to the tables as printed on v", () => {
    expect(after(...type("v")).view._tag).toBe("Printed")
  })

  it("stays where it is when a way leads nowhere, and tells why", () => {
    const going = stepMoney(stepMoney(opened, key("down"), frame), key("enter"), frame)
    const [read] = moneyWanted(going, hint)
    const problem = { type: "x", title: "Không có đơn vị này", titleEn: "No such unit", status: 404 }
    const stayed = read === undefined ? going : moneyFailed(going, read, problem)
    expect(stayed).toMatchObject({ spot: { unit: "31" }, trail: [], going: null })
    expect(stayed.said?.text.vi).toBe("Không có đơn vị này")
  })

  it("drops an answer to a way that was given up", () => {
    const going = stepMoney(opened, type("]")[0] ?? key("up"), frame)
    const [read] = moneyWanted(going, hint)
    const other = stepMoney(going, type("s")[0] ?? key("up"), frame)
    const late =
      read === undefined ? other : moneyLoaded(stepMoney(going, type("[")[0] ?? key("up"), frame), read, answerTo(read))
    expect(late.spot?.year).toBe(2024)
  })

  it("asks again for what failed, from the start where nothing was read", () => {
    const problem = { type: "x", title: "t", titleEn: "t", status: 500 }
    const [open] = moneyWanted(noMoney, hint)
    const failed = open === undefined ? noMoney : moneyFailed(noMoney, open, problem)
    expect(moneyWanted(failed, hint)).toEqual([])
    expect(moneyWanted(readMoneyAgain(failed), hint).map(({ _tag }) => _tag)).toEqual(["Open"])
    expect(moneyWanted(readMoneyAgain(opened), hint).map(({ _tag }) => _tag)).toEqual(["Go"])
  })

  it("keeps the cursor on a row that is on show, whatever is pressed", () => {
    const press = fc.oneof(
      fc
        .constantFrom<Key>("up", "down", "pageDown", "home", "end", "left", "right", "enter", "escape", "backspace")
        .map(key),
      fc.constantFrom(..."[]scduxiev/a1q").map((text): Press => ({ _tag: "Typed", text }))
    )
    fc.assert(
      fc.property(fc.array(press, { maxLength: 25 }), (presses) => {
        const money = after(...presses)
        const rows = tableRows(money)
        const cursor = rowCursor(money, rows)
        expect(cursor).toBeGreaterThanOrEqual(money.top)
        expect(cursor).toBeLessThan(money.top + moneyLayout(frame).rows)
      })
    )
  })
})
