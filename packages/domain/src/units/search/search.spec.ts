import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { searchUnits, type UnitHit, type UnitSearchOptions } from "./search.ts"
import { unitSearchEntries } from "./search-entry.ts"
import { buildUnitSearch } from "./search-index.ts"
import { LineageLink, type Unit, UnitCode, UnitId, type UnitLevel } from "../unit.ts"

const newYear = Day.make("2025-01-01")
const before = Day.make("2025-06-30")
const after = Day.make("2025-07-01")
const today = Day.make("2025-08-01")

interface Row {
  readonly id: number
  readonly code: string
  readonly type: string
  readonly name: string
  readonly parent?: number
  readonly from?: Day
  readonly to?: Day
}

const levelOf: Readonly<Record<number, UnitLevel>> = { 2: "province", 3: "district", 5: "commune", 8: "village" }

const unit = ({ id, code, type, name, parent, from, to }: Row): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type,
  level: levelOf[code.length] ?? "village",
  parentId: parent === undefined ? null : UnitId.make(parent),
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: from ?? null,
  validTo: to ?? null
})

/** Hải Phòng and its like around 2025-07-01, from the registers, shortened. */
const units: ReadonlyArray<Unit> = [
  { id: 1, code: "31", type: "thành phố trung ương", name: "Hải Phòng", to: before },
  { id: 2, code: "316", type: "huyện", name: "Vĩnh Bảo", parent: 1, to: before },
  { id: 3, code: "311", type: "thành phố thuộc tỉnh", name: "Thủy Nguyên", parent: 1, to: before },
  { id: 4, code: "11824", type: "thị trấn", name: "Vĩnh Bảo", parent: 2, to: before },
  { id: 5, code: "11857", type: "xã", name: "Tân Hưng", parent: 2, to: before },
  { id: 6, code: "11875", type: "xã", name: "Vĩnh Hải", parent: 2, to: before },
  { id: 7, code: "11893", type: "xã", name: "Tiền Phong", parent: 2, to: before },
  { id: 8, code: "11560", type: "phường", name: "Thủy Đường", parent: 3, to: before },
  { id: 9, code: "317", type: "huyện", name: "Cát Hải", parent: 1, to: Day.make("2024-12-31") },
  { id: 10, code: "317", type: "huyện", name: "Cát Hải", parent: 1, from: newYear, to: before },
  { id: 20, code: "31", type: "thành phố", name: "Hải Phòng", from: after },
  { id: 21, code: "11824", type: "xã", name: "Vĩnh Bảo", parent: 20, from: after },
  { id: 22, code: "11875", type: "xã", name: "Vĩnh Hải", parent: 20, from: after },
  { id: 23, code: "11560", type: "phường", name: "Thủy Nguyên", parent: 20, from: after },
  { id: 24, code: "11755", type: "xã", name: "Tiên Lãng", parent: 20, from: after },
  { id: 25, code: "11455", type: "phường", name: "Đồ Sơn", parent: 20, from: after },
  { id: 26, code: "11411", type: "phường", name: "An Dương", parent: 20, from: after },
  { id: 27, code: "11412", type: "phường", name: "Vĩnh Thông", parent: 20, from: after },
  { id: 28, code: "17365", type: "xã", name: "Anh Sơn Đông", parent: 42 },
  { id: 40, code: "79", type: "thành phố", name: "Hồ Chí Minh" },
  { id: 41, code: "26734", type: "phường", name: "1", parent: 40 },
  { id: 42, code: "66", type: "tỉnh", name: "Đắk Lắk" },
  { id: 43, code: "24184", type: "xã", name: "Ea H'Leo", parent: 42 },
  { id: 44, code: "22846", type: "xã", name: "Vĩnh Hải", parent: 42 },
  { id: 45, code: "22847", type: "xã", name: "Vinh Hải", parent: 42 },
  // One unit under two names: it went on as itself.
  { id: 46, code: "24190", type: "xã", name: "Cư Né", parent: 42, to: before },
  { id: 46, code: "24190", type: "xã", name: "Krông Búk", parent: 42, from: after }
].map(unit)

const links: ReadonlyArray<LineageLink> = (
  [
    [1, 20],
    [4, 21],
    [5, 21],
    [6, 22],
    [7, 22],
    [8, 23],
    [9, 10, newYear]
  ] as const
).map(([from, to, day = after]) =>
  LineageLink.make({
    fromId: UnitId.make(from),
    toId: UnitId.make(to),
    day,
    share: "whole",
    note: null,
    inferred: false
  })
)

const entries = unitSearchEntries(units, links)
const index = buildUnitSearch(entries)
const search = (query: string, options: Partial<UnitSearchOptions> = {}) =>
  searchUnits(index, query, { asOf: today, limit: 20, ...options })
const label = ({ type, name }: { readonly type: string; readonly name: string }) => `${type} ${name}`
const labels = (hits: ReadonlyArray<UnitHit>) => hits.map((hit) => label(hit.unit))
const first = (query: string, options: Partial<UnitSearchOptions> = {}) => labels(search(query, options))[0]

describe("searchUnits: what people type", () => {
  it.each([
    ["vinh bao", "xã Vĩnh Bảo", "exact"],
    ["Vĩnh Bảo", "xã Vĩnh Bảo", "exact"],
    ["VĨNH BẢO".normalize("NFD"), "xã Vĩnh Bảo", "exact"],
    ["vinhbao", "xã Vĩnh Bảo", "exact"],
    ["thuỷ nguyên", "phường Thủy Nguyên", "exact"],
    ["do son", "phường Đồ Sơn", "exact"],
    ["Ðồ Sơn", "phường Đồ Sơn", "exact"],
    ["ea h'leo", "xã Ea H'Leo", "exact"],
    ["ea h leo", "xã Ea H'Leo", "exact"],
    ["thuy ng", "phường Thủy Nguyên", "prefix"],
    ["nguyen thuy", "phường Thủy Nguyên", "prefix"],
    ["nguy", "phường Thủy Nguyên", "prefix"],
    ["vbao", "xã Vĩnh Bảo", "abbreviation"],
    ["vb", "xã Vĩnh Bảo", "abbreviation"],
    ["tn", "phường Thủy Nguyên", "abbreviation"],
    ["tl", "xã Tiên Lãng", "abbreviation"],
    ["vb hp", "xã Vĩnh Bảo", "abbreviation"],
    ["tphcm", "thành phố Hồ Chí Minh", "abbreviation"],
    ["vinh boa", "xã Vĩnh Bảo", "slip"],
    ["vihn bao", "xã Vĩnh Bảo", "slip"],
    ["thuyy nguyen", "phường Thủy Nguyên", "slip"],
    ["thuy nguye", "phường Thủy Nguyên", "prefix"],
    ["thuy nguyan", "phường Thủy Nguyên", "slip"],
    ["vinhx bao", "xã Vĩnh Bảo", "slip"],
    ["ddoof sown", "phường Đồ Sơn", "slip"],
    ["thuyr nguyeen", "phường Thủy Nguyên", "slip"],
    ["phuwowngf thuyr nguyeen", "phường Thủy Nguyên", "slip"],
    ["11560", "phường Thủy Nguyên", "exact"],
    ["1156", "phường Thủy Nguyên", "prefix"],
    ["dac lac", "tỉnh Đắk Lắk", "exact"],
    ["Đắc Lắc", "tỉnh Đắk Lắk", "exact"],
    ["hcm", "thành phố Hồ Chí Minh", "abbreviation"]
  ])("takes “%s” for %s, %s", (query, found, match) => {
    const [hit] = search(query)
    expect(hit === undefined ? null : label(hit.unit)).toBe(found)
    expect(hit?.match).toBe(match)
  })

  it.each([
    ["h. Vinh Bao", "huyện Vĩnh Bảo"],
    ["huyen vinh bao", "huyện Vĩnh Bảo"],
    ["tt. vinh bao", "thị trấn Vĩnh Bảo"],
    ["thị trấn Vĩnh Bảo", "thị trấn Vĩnh Bảo"],
    ["x vinh bao", "xã Vĩnh Bảo"],
    ["xã vĩnh bảo", "xã Vĩnh Bảo"],
    ["tp thuy nguyen", "thành phố thuộc tỉnh Thủy Nguyên"],
    ["p. thuy nguyen", "phường Thủy Nguyên"],
    ["p.1", "phường 1"],
    ["p1", "phường 1"],
    ["t. dak lak", "tỉnh Đắk Lắk"],
    ["p.", "phường 1"],
    ["huyện", "huyện Cát Hải"],
    ["huyện đảo Cát Hải", "huyện Cát Hải"],
    ["đảo cát hải", "huyện Cát Hải"]
  ])("takes the type before the name: “%s” for %s", (query, found) => expect(first(query)).toBe(found))

  it("holds only units of the type that was typed for exact, on any day; a name of another type is near, not it", () => {
    const exact = (query: string, asOf: Day) =>
      search(query, { asOf })
        .filter((hit) => hit.match === "exact")
        .map((hit) => `${label(hit.unit)}, ${hit.state}`)
    expect(exact("h. vinh bao", before)).toEqual(["huyện Vĩnh Bảo, standing"])
    expect(exact("tt vinh bao", before)).toEqual(["thị trấn Vĩnh Bảo, standing"])
    expect(exact("xã vĩnh bảo", after)).toEqual(["xã Vĩnh Bảo, standing"])
    expect(exact("h. vinh bao", after)).toEqual(["huyện Vĩnh Bảo, former"])
    expect(exact("vinh bao", before)).toEqual(["huyện Vĩnh Bảo, standing", "thị trấn Vĩnh Bảo, standing"])
    expect(search("h. vinh bao", { asOf: after })[1]).toMatchObject({ unit: { name: "Vĩnh Bảo" }, match: "slip" })
  })

  it("takes a type with its full stop for a type, not for the beginning of a name", () => {
    const thai = unit({ id: 90, code: "10990", type: "xã", name: "Thái Dương" })
    const hai = unit({ id: 91, code: "30", type: "tỉnh", name: "Hải Dương" })
    const both = buildUnitSearch(unitSearchEntries([thai, hai], []))
    const found = (query: string) => searchUnits(both, query, { limit: 5 }).map((hit) => [hit.unit.name, hit.match])
    expect(found("t. hai duong")).toEqual([
      ["Hải Dương", "exact"],
      ["Thái Dương", "slip"]
    ])
    expect(found("t hai duong").map(([, match]) => match)).toEqual(["exact", "exact"])
  })

  it("takes letters with which no word begins for the initials of a province, not for a name that begins so", () => {
    const hanoi = unit({ id: 90, code: "01", type: "thành phố", name: "Hà Nội" })
    const hnol = unit({ id: 91, code: "23714", type: "xã", name: "HNol" })
    const own = buildUnitSearch(unitSearchEntries([hanoi, hnol], []))
    const found = (query: string) => searchUnits(own, query, { limit: 9 }).map((hit) => hit.unit.name)
    expect(found("hn")).toEqual(["Hà Nội", "HNol"])
    expect(found("hno")).toEqual(["HNol", "Hà Nội"])
  })

  it("puts the diacritics typed before others, and without any takes all alike", () => {
    expect(first("vinh hải", { parent: UnitId.make(42) })).toBe("xã Vinh Hải")
    expect(first("vĩnh hải", { parent: UnitId.make(42) })).toBe("xã Vĩnh Hải")
    expect(labels(search("Vịnh Hải", { parent: UnitId.make(42) }))).toEqual(["xã Vinh Hải", "xã Vĩnh Hải"])
  })
  it("narrows down by words of the units above, now or earlier", () => {
    expect(search("vinh hai hai phong").map((hit) => hit.unit.code)).toEqual(["11875"])
    expect(search("vinh hai dak lak").map((hit) => hit.unit.code)).toEqual(["22847", "22846"])
    expect(search("xã Vĩnh Hải, huyện Vĩnh Bảo, TP Hải Phòng")[0]?.unit.id).toBe(22)
  })
  it("takes a whole name with words of units above for exact, and before names that hold the words apart", () => {
    const [whole, apart] = search("vinh hai hai phong vinh bao")
    expect([whole?.unit.id, whole?.match]).toEqual([22, "exact"])
    expect(apart?.match).not.toBe("exact")
  })
  it("does not find a unit by words of the units above it alone", () => {
    expect(labels(search("hai phong"))).not.toContain("phường Vĩnh Thông")
    expect(labels(search("hai thong"))).toContain("phường Vĩnh Thông")
  })
  it("wants as many words in the name as were typed", () => {
    expect(first("an d")).toBe("phường An Dương")
    expect(labels(search("an an"))).not.toContain("phường An Dương")
  })
})

describe("searchUnits: time", () => {
  it("leads an old name to the unit that stands on its land", () => {
    const [hit] = search("tan hung")
    expect(hit).toMatchObject({ state: "former", unit: { name: "Tân Hưng" }, formerly: [] })
    expect(hit?.now.map(label)).toEqual(["xã Vĩnh Bảo"])
  })
  it("says of a standing unit what it was formed from", () => {
    const [hit] = search("vinh bao")
    expect(hit?.state).toBe("standing")
    expect(hit?.formerly.map(label)).toEqual(["xã Tân Hưng", "thị trấn Vĩnh Bảo"])
  })
  it("leads a district to where its communes went, since its level ended without successors", () => {
    const [hit] = search("huyen vinh bao")
    expect(hit?.now.map(label)).toEqual(["xã Vĩnh Bảo", "xã Vĩnh Hải"])
  })
  it("answers as of the day: what stands then comes first, what is still to come leads back", () => {
    const june = { asOf: before }
    expect(labels(search("vinh bao", june)).slice(0, 2)).toEqual(["huyện Vĩnh Bảo", "thị trấn Vĩnh Bảo"])
    const hit = search("thuy nguyen", june).find((each) => each.unit.level === "commune")
    expect(hit?.state).toBe("future")
    expect(hit?.now.map(label)).toEqual(["phường Thủy Đường"])
  })
  it("shows a unit that went on under its name and level once", () => {
    expect(labels(search("hai phong")).filter((each) => each.includes("Hải Phòng"))).toEqual(["thành phố Hải Phòng"])
    expect(labels(search("vinh bao")).filter((each) => each.includes("Vĩnh Bảo"))).toEqual([
      "xã Vĩnh Bảo",
      "huyện Vĩnh Bảo"
    ])
    expect(search("cat hai").map((hit) => [hit.unit.id, hit.state])).toEqual([[10, "former"]])
    expect(search("vĩnh hải", { parent: UnitId.make(20), limit: 1 }).map((hit) => hit.unit.id)).toEqual([22])
    expect(
      search("vinh hai")
        .filter((hit) => hit.unit.code === "11875")
        .map((hit) => hit.unit.id)
    ).toEqual([22])
  })
  it("follows a unit through a new name by its identity", () => {
    const [hit] = search("cu ne")
    expect(hit?.state).toBe("former")
    expect(hit?.now.map(label)).toEqual(["xã Krông Búk"])
  })
  it("takes the state after the last change where no day is asked for", () => {
    expect(search("vinh bao", { asOf: undefined })[0]).toMatchObject({ state: "standing", unit: { id: 21 } })
  })
})

describe("searchUnits: filters and order", () => {
  it("keeps to a level, and to a unit above, former units included whose land lies in it", () => {
    expect(labels(search("vinh bao", { level: "district" }))).toEqual(["huyện Vĩnh Bảo"])
    expect(labels(search("tan hung", { parent: UnitId.make(20) }))).toEqual(["xã Tân Hưng"])
    expect(search("tan hung", { parent: UnitId.make(42) })).toEqual([])
  })
  it("orders by kind of match, then standing, then level, then the Vietnamese alphabet", () => {
    expect(labels(search("vinh")).slice(0, 4)).toEqual(["xã Vĩnh Bảo", "xã Vinh Hải", "xã Vĩnh Hải", "xã Vĩnh Hải"])
    expect(labels(search("h", { asOf: before })).slice(0, 2)).toEqual([
      "thành phố trung ương Hải Phòng",
      "thành phố Hồ Chí Minh"
    ])
    const order = ["exact", "prefix", "abbreviation", "slip"]
    for (const query of ["vinh hai", "tn", "an", "thuy nguyen"]) {
      const kinds = search(query, { limit: 100 }).map((hit) => order.indexOf(hit.match))
      expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
    }
  })
  it("answers the same whatever the order of entries, links and parents", () => {
    const queries = fc.constantFrom(
      "vinh",
      "vb",
      "tn",
      "h. vinh bao",
      "vinh boa",
      "31",
      "hai phong",
      "p.",
      "v",
      "cu ne"
    )
    fc.assert(
      fc.property(fc.shuffledSubarray([...units], { minLength: units.length }), queries, (shuffled, query) => {
        const other = buildUnitSearch(unitSearchEntries(shuffled, links.toReversed()))
        const summary = (hits: ReadonlyArray<UnitHit>) =>
          hits.map(({ unit, match, state, now, formerly }) => [
            unit.id,
            unit.name,
            match,
            state,
            now.map(label),
            formerly.map(label)
          ])
        expect(summary(searchUnits(other, query, { asOf: today, limit: 50 }))).toEqual(
          summary(search(query, { limit: 50 }))
        )
      }),
      { numRuns: 200 }
    )
  })
  it("gives the first hits of a longer list for a lower limit, and none for none", () => {
    const queries = fc.constantFrom("v", "vinh", "vb", "tn", "vinh boa", "hai phong", "xã", "1", "vinh hai dak lak")
    fc.assert(
      fc.property(queries, fc.integer({ min: 0, max: 12 }), (query, limit) => {
        expect(search(query, { limit })).toEqual(search(query, { limit: 100 }).slice(0, limit))
      })
    )
    expect(search("vinh", { limit: Number.NaN })).toEqual([])
  })
})

describe("searchUnits: anything as input", () => {
  it.each(["", "   ", "\u0000\u0007\u001b[.", "\u0301\u0301", "…—/%_*", "🙂🙂"])(
    "finds nothing for %j of no letters",
    (query) => {
      expect(search(query)).toEqual([])
    }
  )
  it.each([
    ["one letter", "a".repeat(10_000)],
    ["one word, again and again", "vinh ".repeat(2_000)],
    ["letters apart", "v ".repeat(5_000)],
    ["types", "xã huyện tp ".repeat(1_000)],
    ["marks", `v${"\u0301".repeat(10_000)}`],
    ["digits", "1".repeat(10_000)],
    ["blanks", " ".repeat(10_000)]
  ])("answers 10 kB of %s at once", (_, query) => {
    const started = Date.now()
    expect(search(query).length).toBeLessThanOrEqual(20)
    expect(Date.now() - started).toBeLessThan(200)
  })
  it("never throws, and never gives more than the limit or a unit twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.integer({ min: 0, max: 5 }), (query, limit) => {
        const hits = search(query, { limit })
        expect(hits.length).toBeLessThanOrEqual(limit)
        expect(new Set(hits.map((hit) => hit.unit)).size).toBe(hits.length)
      }),
      { numRuns: 1_000 }
    )
  })
  it("survives units without a name in letters, parents in a circle and successors in a circle", () => {
    const odd = [
      unit({ id: 1, code: "00001", type: "", name: "—", parent: 2, to: before }),
      unit({ id: 2, code: "00002", type: "xã", name: "Vòng", parent: 1, to: before })
    ].map((each) => ({ ...each, successors: [UnitId.make(1), UnitId.make(2), UnitId.make(9)] }))
    const [hit] = searchUnits(buildUnitSearch(odd), "vong", { asOf: today, parent: UnitId.make(1), limit: 5 })
    expect(hit).toMatchObject({ unit: { name: "Vòng" }, now: [] })
    expect(searchUnits(buildUnitSearch([]), "vong", { limit: 5 })).toEqual([])
  })
})
