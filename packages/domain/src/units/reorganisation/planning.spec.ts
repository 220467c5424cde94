import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { apply, undo } from "./applying.ts"
import type { Chronicle } from "../chronicle.ts"
import { predecessorsOf, successorsOf } from "../lineage.ts"
import { plan } from "./planning.ts"
import { preview } from "./preview.ts"
import { unitByCode, unitOn } from "../register.ts"
import { type Change, type NewUnit, Reorganisation } from "./reorganisation.ts"
import { code, country, event, idOf, newCommune } from "../testing/country.ts"
import { UnitCode } from "../unit.ts"

const day = "2025-01-01"
const on = Day.make(day)
const eve = Day.make("2024-12-31")
type Changes = readonly [Change, ...Array<Change>]

const refusals = (changes: Changes, chronicle: Chronicle = country, at = day, id = "E") =>
  Result.match(plan(chronicle, event(id, at, ...changes)), {
    onSuccess: () => [],
    onFailure: (refused) => refused.refusals
  })
const kinds = (...args: Parameters<typeof refusals>) => refusals(...args).map(({ kind }) => kind)
const applied = (chronicle: Chronicle, id: string, at: string, ...changes: Changes) =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event(id, at, ...changes))))
const at = (chronicle: Chronicle, text: string, asOf: Day = on) =>
  unitByCode(chronicle.register, UnitCode.make(text), asOf)

const A = code("10101")
const B = code("10102")
const C = code("10103")
const merge = (...from: ReadonlyArray<{ code: UnitCode }>): Change => ({
  change: "merge",
  from: from.map((unit) => ({ unit })),
  into: newCommune("10161", "101")
})
const fresh = newCommune("10162", "101")
const freshWith = (fields: Partial<NewUnit>) => ({ new: { ...fresh.new, ...fields } })

describe("what is refused", () => {
  const cases: ReadonlyArray<readonly [string, string, Changes]> = [
    ["a code that never was", "unknownUnit", [merge(A, code("99999"))]],
    ["a key that names no new unit", "unknownUnit", [{ change: "rename", unit: { key: "x" }, name: "X" }]],
    [
      "a unit given whole twice",
      "givenTwice",
      [merge(A, B), { change: "merge", from: [{ unit: A }], into: { unit: C } }]
    ],
    [
      "a part beside the whole",
      "givenTwice",
      [merge(A, B), { change: "transfer", from: A, to: { unit: C }, share: 0.2 }]
    ],
    [
      "a part given twice to the same unit",
      "givenTwice",
      [
        { change: "transfer", from: A, to: { unit: C }, share: 0.2 },
        { change: "transfer", from: A, to: { unit: C }, share: 0.3 }
      ]
    ],
    [
      "parts over 100 %",
      "sharesOver",
      [
        { change: "transfer", from: A, to: { unit: B }, share: 0.7 },
        { change: "transfer", from: A, to: { unit: C }, share: 0.4 }
      ]
    ],
    [
      "parts of one weight over 100 %",
      "sharesOver",
      [
        { change: "transfer", from: A, to: { unit: B }, share: { of: "part", by: { population: 0.7 } } },
        { change: "transfer", from: A, to: { unit: C }, share: { of: "part", by: { population: 0.4 } } }
      ]
    ],
    [
      "a split that leaves a piece over",
      "sharesUnder",
      [
        {
          change: "split",
          unit: A,
          into: [
            { target: newCommune("10161", "101"), share: 0.4 },
            { target: fresh, share: 0.4 }
          ]
        }
      ]
    ],
    [
      "two names for one unit",
      "statedTwice",
      [
        { change: "rename", unit: A, name: "Một" },
        { change: "rename", unit: A, name: "Hai" }
      ]
    ],
    ["a change of a unit that ends", "changedThoughEnding", [merge(A, B), { change: "rename", unit: A, name: "Một" }]],
    ["a new unit without source", "noSource", [{ change: "merge", from: [], into: fresh }]],
    ["a code in use", "codeInUse", [{ change: "code", unit: A, code: UnitCode.make("10102") }]],
    ["a code of another level", "codeForm", [{ change: "code", unit: A, code: UnitCode.make("999") }]],
    [
      "an unknown parent",
      "unknownParent",
      [{ change: "merge", from: [{ unit: A }], into: freshWith({ parent: code("999") }) }]
    ],
    [
      "a new unit without a parent",
      "unknownParent",
      [{ change: "merge", from: [{ unit: A }], into: freshWith({ parent: null }) }]
    ],
    ["a parent of the same level", "parentLevel", [{ change: "move", unit: A, parent: B }]],
    ["a parent that ends", "parentEnds", [merge(B, C), { change: "move", unit: A, parent: B }]],
    [
      "a circle of parents",
      "cycle",
      [
        { change: "move", unit: code("10"), parent: code("101") },
        { change: "rename", unit: A, name: "Một" }
      ]
    ],
    [
      "children of a split unit that nobody places",
      "orphan",
      [
        {
          change: "split",
          unit: code("101"),
          into: [
            { target: { unit: code("102") }, share: 0.5 },
            { target: { unit: code("201") }, share: 0.5 }
          ]
        }
      ]
    ],
    [
      "the end of a level that does not stand",
      "levelMissing",
      [{ change: "endLevel", level: "village", within: null }]
    ],
    [
      "a district among provinces",
      "wrongLevel",
      [{ change: "joinProvinces", from: [{ unit: code("201") }], into: { unit: code("10") } }]
    ],
    [
      "one key for two new units",
      "keyTwice",
      [merge(A), { change: "merge", from: [{ unit: B }], into: newCommune("10161", "101") }]
    ]
  ]

  it.each(cases)("%s: %s", (_what, kind, changes) => {
    expect(kinds(changes)).toContain(kind)
  })

  it("everything at once, in both languages, with the change and the unit", () => {
    const found = refusals([
      { change: "rename", unit: code("99999"), name: "X" },
      { change: "code", unit: A, code: UnitCode.make("10102") }
    ])
    expect(found.map(({ kind, change, unit }) => [kind, change, unit])).toEqual([
      ["unknownUnit", 0, "99999"],
      ["codeInUse", 1, "xã Số 10101 (10101)"]
    ])
    expect(found[1]?.sentence).toEqual({
      vi: "Mã 10102 của xã Số 10101 (10101) đã được xã Số 10102 (10102) dùng",
      en: "Code 10102 of xã Số 10101 (10101) is in use by xã Số 10102 (10102)"
    })
  })

  it("a unit that no longer lives on the day, and an event that is applied already", () => {
    const after = applied(country, "E1", day, merge(A, B))
    expect(kinds([{ change: "rename", unit: A, name: "Một" }], after, "2025-07-01")).toEqual(["notLiving"])
    expect(kinds([{ change: "rename", unit: C, name: "Một" }], after, "2025-07-01", "E1")).toEqual(["eventKnown"])
  })

  it("an event before an applied one that changes the same unit, naming it; but not one beside it", () => {
    const after = applied(country, "E1", day, merge(A, B))
    const [found] = refusals([{ change: "rename", unit: A, name: "Một" }], after, "2024-06-01")
    expect(found?.kind).toBe("laterEvent")
    expect(found?.sentence.vi).toBe("xã Số 10101 (10101) đã thay đổi sau đó, 01/01/2025 theo E1/NQ")
    expect(kinds([{ change: "rename", unit: C, name: "Ba" }], after, "2024-06-01")).toEqual([])
    expect(kinds([{ change: "rename", unit: A, name: "Một" }], after)).toEqual(["sameDay"])
  })

  it("a code that a later event takes", () => {
    const after = applied(country, "E1", day, merge(A, B))
    const early: Change = { change: "code", unit: C, code: UnitCode.make("10161") }
    expect(kinds([early], after, "2024-06-01")).toEqual(["codeInUse"])
  })
})

describe("what follows an event", () => {
  it("a merged unit weighs what its parts weighed, and gives nothing back to them", () => {
    const after = applied(country, "E1", day, merge(A, B))
    const parts = [at(country, "10101"), at(country, "10102")]
    const people = parts.reduce((sum, unit) => sum + (unit?.population ?? 0), 0)
    expect(at(after, "10161")).toMatchObject({ population: people, parentCode: "101", validFrom: day, validTo: null })
    expect(at(after, "10101")).toBeUndefined()
    expect(at(after, "10101", eve)).toMatchObject({ validTo: "2024-12-31" })
  })

  it("a unit stays itself through name, type, code and parent; its children carry the new code above them", () => {
    const after = applied(
      country,
      "E1",
      day,
      { change: "rename", unit: code("101"), name: "Mới" },
      { change: "type", unit: code("101"), type: "quận" },
      { change: "code", unit: code("101"), code: UnitCode.make("199") },
      { change: "move", unit: code("101"), parent: code("20") }
    )
    expect(unitOn(after.register, idOf("101"), on)).toMatchObject({
      name: "Mới",
      type: "quận",
      code: "199",
      parentCode: "20"
    })
    expect(unitOn(after.register, idOf("10101"), on)).toMatchObject({ parentId: idOf("101"), parentCode: "199" })
    expect(successorsOf(after, idOf("101"), eve, on)).toMatchObject([{ share: { low: 1, high: 1 } }])
  })

  it("joined provinces keep what lies below them", () => {
    const join: Change = { change: "joinProvinces", from: [{ unit: code("20") }], into: { unit: code("10") } }
    const after = applied(country, "E1", day, join)
    expect(at(after, "201")).toMatchObject({ parentCode: "10" })
    expect(at(after, "10")?.population).toBe(
      (at(country, "10")?.population ?? 0) + (at(country, "20")?.population ?? 0)
    )
  })

  it("a part of unknown size stays unknown, except for the weight that its text settles", () => {
    const after = applied(country, "E1", day, {
      change: "split",
      unit: A,
      into: [
        { target: { unit: B }, share: { of: "part", by: { population: 0 } } },
        { target: newCommune("10161", "101"), share: "rest" }
      ]
    })
    const shares = (weight: string | null) =>
      successorsOf(after, idOf("10101"), eve, on, weight).map(({ unit, share }) => [unit.code, share.low, share.high])
    expect(shares(null)).toEqual([
      ["10161", 0, 1],
      ["10102", 0, 1]
    ])
    expect(shares("population")).toEqual([
      ["10161", 1, 1],
      ["10102", 0, 0]
    ])
    expect(at(after, "10161")).toMatchObject({ population: at(country, "10101")?.population, areaKm2: null })
    expect(predecessorsOf(after, idOf("10102"), on, eve, "population").map(({ unit }) => unit.code)).toContain("10102")
  })

  it("a new unit has the attributes that all its sources share; stated ones win, null forgets", () => {
    const set = (unit: { code: UnitCode }, border: boolean): Change => ({
      change: "attributes",
      unit,
      set: { border, programme: true, region: "DBSH" }
    })
    const stated = applied(country, "E0", "2024-01-01", set(A, true), set(B, false))
    const after = applied(stated, "E1", day, merge(A, B))
    expect(at(after, "10161")?.attributes).toEqual({ programme: true, region: "DBSH" })
    const forgot = applied(after, "E2", "2025-07-01", {
      change: "attributes",
      unit: code("10161"),
      set: { programme: false, region: null }
    })
    expect(at(forgot, "10161", Day.make("2025-07-01"))?.attributes).toEqual({ programme: false })
    expect(at(forgot, "10161")?.attributes).toEqual({ programme: true, region: "DBSH" })
  })

  it("undoing is refused while a later event rests on it, which it names", () => {
    const first = applied(country, "E1", day, merge(A, B))
    const second = applied(first, "E2", "2025-07-01", { change: "rename", unit: code("10161"), name: "Khác" })
    const refused = Result.getOrThrow(Result.flip(undo(second, "E1")))
    expect(refused.refusals.map(({ kind }) => kind)).toEqual(["laterEvent"])
    expect(refused.message).toContain("xã Mới 10161 (10161) đã thay đổi ngày 01/07/2025 theo E2/NQ")
    const reused = applied(first, "E2", "2025-07-01", { change: "code", unit: C, code: UnitCode.make("10101") })
    expect(Result.getOrThrow(Result.flip(undo(reused, "E1"))).message).toContain("E2/NQ")
    const parentGone = applied(first, "E2", "2025-07-01", {
      change: "merge",
      from: [{ unit: code("101") }],
      into: { unit: code("102") }
    })
    expect(Result.isFailure(undo(parentGone, "E1"))).toBe(true)
    expect(Result.getOrThrow(Result.flip(undo(first, "E9"))).refusals[0].kind).toBe("eventUnknown")
  })
})

describe("the preview of an event", () => {
  it("says of each unit what happens to it, its children and its code", () => {
    const planned = Result.getOrThrow(
      plan(
        country,
        event("E", day, {
          change: "merge",
          from: [{ unit: A }, { unit: B }, { unit: C, share: 0.5 }],
          into: newCommune("10101", "101")
        })
      )
    )
    const { effects, reusedCodes, freedCodes } = preview(country, planned)
    expect(effects.map(({ fate, before, after }) => [fate, before?.code ?? after?.code])).toEqual([
      ["begins", "10101"],
      ["continues", "10103"],
      ["ends", "10101"],
      ["ends", "10102"]
    ])
    expect(effects[0]?.takes).toHaveLength(3)
    expect(effects[1]).toMatchObject({ changes: ["weights"], gives: [{ share: { all: 0.5 } }] })
    expect(reusedCodes.map((reused) => reused.code)).toEqual(["10101"])
    expect(freedCodes).toEqual(["10102"])
    const ended = Result.getOrThrow(
      plan(country, event("L", day, { change: "endLevel", level: "district", within: null }))
    )
    const district = preview(country, ended).effects.find(({ before }) => before?.code === "101")
    expect(district).toMatchObject({ fate: "ends", childrenBefore: 4, childrenAfter: 0 })
  })
})

describe("the file of an event", () => {
  it("is read as written, and refused with a reason where a share or a code is wrong", () => {
    const file = event("E", day, merge(A, B), {
      change: "transfer",
      from: C,
      to: { unit: code("10104") },
      share: "part"
    })
    expect(Schema.decodeUnknownSync(Reorganisation)(JSON.parse(JSON.stringify(file)))).toEqual(file)
    const wrong = { ...file, changes: [{ change: "transfer", from: C, to: { unit: C }, share: 1.5 }] }
    expect(() => Schema.decodeUnknownSync(Reorganisation)(wrong)).toThrow()
  })
})
