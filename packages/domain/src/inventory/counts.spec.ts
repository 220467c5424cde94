import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DocumentId } from "../documents/index.ts"
import { apply, type Change, type Chronicle, plan, unitByCode, UnitCode } from "../units/index.ts"
import { code, communes, country, districts, event, idOf, newCommune } from "../units/testing/country.ts"
import { Day, Moment } from "../values/index.ts"
import { inventoryOn } from "./book.ts"
import { allItemKinds, countIn, countingDay, countsOf, type ItemCount } from "./counts.ts"
import type { InventoryJournal } from "./inventory.ts"
import type { ItemTarget } from "./target.ts"
import { toldItem, toldItemEvent } from "./testing/told.ts"

const day = (text: string) => Day.make(text)
const reorganised = (...changes: readonly [Change, ...Array<Change>]): Chronicle =>
  apply(country, Result.getOrThrow(plan(country, event("E", "2025-07-01", ...changes))))
const merged = reorganised({
  change: "merge",
  from: [{ unit: code("10101") }, { unit: code("10102") }],
  into: newCommune("10161", "101")
})
const split = reorganised({
  change: "split",
  unit: code("10103"),
  into: [
    { target: newCommune("10161", "101"), share: 0.5 },
    { target: newCommune("10162", "101"), share: "rest" }
  ]
})

interface Question {
  readonly unit?: string
  readonly asOf?: string
  readonly year?: number
  readonly kinds?: typeof allItemKinds
  readonly targets?: ReadonlyArray<ItemTarget>
  readonly knownAt?: string
}

const ask = (
  chronicle: Chronicle,
  journal: InventoryJournal,
  { asOf = "2025-12-31", kinds = allItemKinds, knownAt, targets = [], unit = "10", year = 2025 }: Question
) => {
  const on = day(asOf)
  const book = inventoryOn(journal, chronicle, {
    asOf: on,
    knownAt: knownAt === undefined ? null : Moment.make(knownAt)
  })
  const row = unitByCode(chronicle.register, UnitCode.make(unit), on) ?? null
  return countsOf(book, { unit: row, kinds, year, targets })
}

const village = (id: number, unit: string, on = "2025-02-01", rest = {}) =>
  toldItem({
    id,
    unit: idOf(unit),
    name: `Thôn ${id}`,
    body: { _tag: "smartVillage", village: null },
    day: on,
    ...rest
  })
const kinds = ["smartVillage"] as const
const rowOf = (counts: ReadonlyArray<ItemCount>, unit: string) => {
  const found = counts.find((count) => count.unit?.code === unit && count.place !== "own")
  return found === undefined ? null : `${found.place} ${found.added} ${found.total}`
}

describe("counts of registers", () => {
  it("are new ones of the year and all that count, by the units right below and in total", () => {
    const journal = { items: [village(1, "10101", "2024-05-01"), village(2, "10101"), village(3, "20101")], events: [] }
    const { total, units } = ask(country, journal, { kinds })
    expect(total).toMatchObject([{ place: "total", added: 1, total: 2, people: null, byStars: [] }])
    expect(rowOf(units, "101")).toBe("unit 1 2")
    expect(rowOf(units, "102")).toBe("unit 0 0")
    expect(ask(country, journal, { kinds, unit: "20" }).total).toMatchObject([{ added: 1, total: 1 }])
    expect(ask(country, journal, { kinds, year: 2024 }).total).toMatchObject([{ added: 1, total: 1 }])
  })

  it("of a unit that was merged are those of the one that took it; divided it stays under its own name", () => {
    const journal = { items: [village(1, "10101"), village(2, "10102"), village(3, "10103")], events: [] }
    const after = ask(merged, journal, { kinds, unit: "101" }).units
    expect(rowOf(after, "10161")).toBe("unit 2 2")
    expect(rowOf(after, "10103")).toBe("unit 1 1")
    expect(rowOf(ask(merged, journal, { kinds, unit: "101", asOf: "2025-06-30" }).units, "10101")).toBe("unit 1 1")
    const divided = ask(split, journal, { kinds, unit: "101" })
    expect(rowOf(divided.units, "10103")).toBe("ended 1 1")
    expect(divided.total).toMatchObject([{ total: 3 }])
  })

  it("of certificates tell what ran out and what was renewed, and the stars of those that count", () => {
    const items = [
      toldItem({ id: 1, unit: idOf("10101"), day: "2021-05-01" }),
      toldItem({ id: 2, unit: idOf("10101"), name: "Tôm", day: "2022-05-01" }),
      toldItem({ id: 3, unit: idOf("10101"), name: "Cá", day: "2025-05-01" })
    ]
    const events = [
      toldItemEvent({ id: 4, item: 2, day: "2025-04-20", body: { _tag: "renewed", stars: 5, until: null } })
    ]
    const [total] = ask(country, { items, events }, { kinds: ["ocop"] }).total
    expect(total).toMatchObject({
      added: 1,
      total: 2,
      expired: 1,
      renewed: 1,
      byStars: [
        { stars: 5, count: 1 },
        { stars: 3, count: 1 }
      ]
    })
  })

  it("of trainings tell who took part there, and who came from a unit wherever it was held", () => {
    const training = toldItem({
      id: 1,
      unit: idOf("10"),
      name: "Lớp",
      day: "2025-03-01",
      body: {
        _tag: "training",
        days: 2,
        attendees: [
          { who: "Cán bộ xã", unit: "10101", count: 30 },
          { who: "Cán bộ huyện", unit: null, count: 5 }
        ]
      }
    })
    const { total, units } = ask(country, { items: [training], events: [] }, { kinds: ["training"] })
    expect(total).toMatchObject([{ added: 1, people: 35, attended: 30 }])
    expect(units.map(({ attended, place, unit }) => [place, unit?.code, attended])).toEqual([
      ["own", "10", 0],
      ["unit", "101", 30],
      ["unit", "102", 0]
    ])
    const withdrawn = [
      toldItemEvent({ id: 2, item: 1, day: "2025-03-02", body: { _tag: "withdrawn", reason: "nhầm" } })
    ]
    expect(ask(country, { items: [training], events: withdrawn }, { kinds: ["training"] }).total).toMatchObject([
      { added: 0, people: null, attended: 0 }
    ])
  })

  it("of a year that is over are those of its last day", () => {
    expect(countingDay(day("2026-03-01"), 2025)).toBe("2025-12-31")
    expect(countingDay(day("2025-03-01"), 2025)).toBe("2025-03-01")
    const ended = [toldItemEvent({ id: 2, item: 1, day: "2026-01-15", body: { _tag: "ended", reason: "vì" } })]
    const journal = { items: [village(1, "10101")], events: ended }
    expect(ask(country, journal, { kinds, asOf: "2026-03-01" }).total).toMatchObject([{ added: 1, total: 1 }])
    expect(ask(country, journal, { kinds, asOf: "2026-03-01", year: 2026 }).total).toMatchObject([
      { added: 0, total: 0 }
    ])
  })

  it("of one unit and register are what a closing condition looks at", () => {
    const items = [village(1, "10101", "2024-05-01"), village(2, "10102"), toldItem({ id: 3, unit: idOf("10101") })]
    const book = inventoryOn({ items, events: [] }, country, { asOf: day("2025-12-31"), knownAt: null })
    const entries = { kind: "smartVillage", year: null, stars: null } as const
    expect(countIn(book, idOf("101"), entries)).toBe(2)
    expect(countIn(book, idOf("101"), { ...entries, year: 2025 })).toBe(1)
    expect(countIn(book, idOf("10103"), entries)).toBe(0)
    expect(countIn(book, idOf("10101"), { ...entries, kind: "ocop", stars: 3 })).toBe(1)
    expect(countIn(book, idOf("10101"), { ...entries, kind: "ocop", stars: 4 })).toBe(0)
  })

  it("are as known at a moment", () => {
    const journal = {
      items: [village(1, "10101", "2025-02-01", { recordedAt: "2025-06-01T00:00:00.000Z" })],
      events: []
    }
    expect(ask(country, journal, { kinds, knownAt: "2025-05-31T23:59:59.999Z" }).total).toMatchObject([{ total: 0 }])
    expect(ask(country, journal, { kinds, knownAt: "2025-06-01T00:00:00.000Z" }).total).toMatchObject([{ total: 1 }])
  })
})

describe("what plans want of a register", () => {
  const target = (rest: Partial<ItemTarget>): ItemTarget => ({
    document: DocumentId.make("kh"),
    id: "so",
    text: "Mỗi xã một mô hình",
    kind: "smartVillage",
    year: 2025,
    value: 1,
    counts: "total",
    units: [UnitCode.make("10")],
    per: "commune",
    types: null,
    leftOut: null,
    day: day("2025-03-05"),
    ...rest
  })
  const facing = (counts: ReadonlyArray<ItemCount>, unit: string) =>
    counts
      .find((count) => count.unit?.code === unit && count.place !== "own")
      ?.targets.map(({ actual, met, of, reached }) => [actual, reached, of, met])

  it("in each unit of a level faces those units, and all above with how many reach it", () => {
    const journal = { items: [village(1, "10101"), village(2, "10101"), village(3, "10102")], events: [] }
    const asked = { kinds, targets: [target({})] }
    expect(facing(ask(country, journal, asked).total, "10")).toEqual([[3, 2, 8, false]])
    expect(facing(ask(country, journal, asked).units, "101")).toEqual([[3, 2, 4, false]])
    const below = ask(country, journal, { ...asked, unit: "101" }).units
    expect(facing(below, "10101")).toEqual([[2, 1, 1, true]])
    expect(facing(below, "10103")).toEqual([[0, 0, 1, false]])
    expect(facing(ask(country, journal, { ...asked, unit: "20" }).total, "20")).toEqual([])
    // Two communes that became one have to have one together.
    expect(facing(ask(merged, journal, asked).total, "10")).toEqual([[3, 1, 7, false]])
    expect(facing(ask(country, journal, { ...asked, year: 2024 }).total, "10")).toEqual([])
  })

  it("is held on the ground of a unit that was divided, and not of one that is asked for no longer", () => {
    const journal = { items: [village(1, "10103"), village(2, "10101")], events: [] }
    expect(facing(ask(split, journal, { kinds, targets: [target({})] }).total, "10")).toEqual([[2, 2, 8, false]])
    const town = reorganised({
      change: "merge",
      from: [{ unit: code("10101") }],
      into: { new: { ...newCommune("10161", "101").new, type: "phường" } }
    })
    const asked = { kinds, targets: [target({ types: ["xã"] })] }
    expect(facing(ask(town, journal, asked).total, "10")).toEqual([[1, 1, 7, false]])
    expect(facing(ask(town, journal, { ...asked, asOf: "2025-06-30" }).total, "10")).toEqual([[2, 2, 8, false]])
  })

  it("of all together faces the unit that it names", () => {
    const journal = { items: [village(1, "10101"), village(2, "10201", "2024-05-01")], events: [] }
    const together = target({ per: null, value: 2 })
    expect(facing(ask(country, journal, { kinds, targets: [together] }).total, "10")).toEqual([[2, 1, 1, true]])
    expect(facing(ask(country, journal, { kinds, targets: [{ ...together, counts: "added" }] }).total, "10")).toEqual([
      [1, 0, 1, false]
    ])
    expect(facing(ask(country, journal, { kinds, targets: [together] }).units, "101")).toEqual([])
  })

  it("in each district is held on the boundaries of its day once there are none", () => {
    const without = reorganised({ change: "endLevel", level: "district", within: null })
    const journal = { items: [village(1, "10101"), village(2, "10102")], events: [] }
    const asked = { kinds, targets: [target({ per: "district", units: [UnitCode.make("101"), UnitCode.make("102")] })] }
    expect(facing(ask(without, journal, asked).total, "10")).toEqual([[2, 1, 2, false]])
    expect(facing(ask(without, journal, { ...asked, asOf: "2025-06-30" }).total, "10")).toEqual([[2, 1, 2, false]])
  })
})

describe("the parts of a count", () => {
  const anyItem = fc.record({
    unit: fc.constantFrom(...communes, ...districts, "10", "20"),
    from: fc.constantFrom("2023-05-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-11-11"),
    kind: fc.constantFrom("ocop", "smartVillage", "training", "meeting"),
    count: fc.nat(50),
    came: fc.constantFrom(...communes, null),
    gone: fc.option(fc.constantFrom("2025-03-01", "2025-08-01"))
  })
  const bodyOf = (kind: string, count: number, came: string | null) => {
    if (kind === "ocop") return { _tag: kind, producer: "HTX", stars: 3 + (count % 3), until: null }
    if (kind === "training") return { _tag: kind, days: null, attendees: [{ who: "cán bộ", unit: came, count }] }
    return kind === "meeting" ? { _tag: kind, chair: null, participants: count } : { _tag: kind, village: null }
  }
  const journals = fc.array(anyItem, { maxLength: 25 }).map((told): InventoryJournal => {
    const items = told.map(({ came, count, from, kind, unit }, at) =>
      toldItem({ id: at + 1, unit: idOf(unit), name: `Mục ${at}`, day: from, body: bodyOf(kind, count, came) })
    )
    const events = told.flatMap(({ from, gone }, at) =>
      gone === null || gone < from
        ? []
        : [toldItemEvent({ id: 100 + at, item: at + 1, day: gone, body: { _tag: "withdrawn", reason: "nhầm" } })]
    )
    return { items, events }
  })
  const chronicles = fc.constantFrom(country, merged, split)
  const days = fc.constantFrom("2024-12-31", "2025-06-30", "2025-07-01", "2025-12-31")
  const sum = (counts: ReadonlyArray<ItemCount>, of: (count: ItemCount) => number) =>
    counts.reduce((all, count) => all + of(count), 0)

  it("add up to it, whatever the boundaries, the day and the kind", () => {
    fc.assert(
      fc.property(chronicles, journals, days, fc.constantFrom("10", "101", "20"), (chronicle, journal, asOf, unit) => {
        const { total, units } = ask(chronicle, journal, { asOf, unit })
        for (const whole of total) {
          const parts = units.filter(({ kind }) => kind === whole.kind)
          for (const of of [
            (count: ItemCount) => count.added,
            (count: ItemCount) => count.total,
            (count: ItemCount) => count.expired,
            (count: ItemCount) => count.people ?? 0,
            (count: ItemCount) => count.attended ?? 0,
            (count: ItemCount) => sum([count], ({ byStars }) => byStars.reduce((all, one) => all + one.count, 0))
          ])
            expect(sum(parts, of)).toBe(of(whole))
        }
      })
    )
  })

  it("are not changed by a reorganisation in total, nor by what is of a later day", () => {
    fc.assert(
      fc.property(journals, days, (journal, asOf) => {
        const totals = [country, merged, split].map((chronicle) =>
          ask(chronicle, journal, { asOf }).total.map(({ added, kind, total }) => [kind, added, total])
        )
        expect(totals[1]).toEqual(totals[0])
        expect(totals[2]).toEqual(totals[0])
        const early = {
          items: journal.items.filter((item) => item.day <= asOf),
          events: journal.events.filter((one) => one.day <= asOf)
        }
        expect(ask(split, early, { asOf })).toEqual(ask(split, journal, { asOf }))
      })
    )
  })
})
