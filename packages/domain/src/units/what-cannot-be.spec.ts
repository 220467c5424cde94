import { Result, Schema, SchemaIssue } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { apply } from "./reorganisation/applying.ts"
import { plan } from "./reorganisation/planning.ts"
import { unitByCode } from "./register.ts"
import { type Change, Reorganisation } from "./reorganisation/reorganisation.ts"
import { code, country, event, newCommune } from "./testing/country.ts"
import { UnitCode } from "./unit.ts"

const day = "2025-01-01"
const A = code("10101")

type Changes = readonly [Change, ...Array<Change>]
const refused = (changes: Changes, chronicle = country, on = day) =>
  Result.match(plan(chronicle, event("E", on, ...changes)), {
    onSuccess: () => [],
    onFailure: ({ refusals }) => refusals.map(({ kind, sentence }) => [kind, sentence.vi])
  })

describe("ground between levels", () => {
  it("is not taken by a unit that counts it already, nor by another of that level", () => {
    expect(refused([{ change: "merge", from: [{ unit: A }], into: { unit: code("10") } }])).toEqual([
      [
        "wrongLevel",
        "xã Số 10101 (10101) không thể nhập vào tỉnh Số 10 (10), khác cấp: đất và dân ở đó được tính trong tỉnh Số 10 (10)"
      ]
    ])
    const elsewhere: Changes = [{ change: "transfer", from: A, to: { unit: code("20") }, share: 0.5 }]
    expect(refused(elsewhere).map(([kind]) => kind)).toEqual(["wrongLevel"])
  })

  it("is not given by a unit to one below it, which would then be counted twice", () => {
    const changes: Changes = [{ change: "transfer", from: code("10"), to: { unit: A }, share: 0.1 }]
    expect(refused(changes).map(([kind]) => kind)).toEqual(["wrongLevel"])
  })

  it("passes from a district that ends with its level to a commune of the province", () => {
    const gone = (text: string): Change => ({ change: "move", unit: code(text), parent: code("10") })
    const changes: Changes = [
      gone("10101"),
      gone("10102"),
      gone("10103"),
      gone("10104"),
      { change: "merge", from: [{ unit: code("101") }], into: newCommune("10190", "10") },
      { change: "endLevel", level: "district", within: null }
    ]
    expect(refused(changes)).toEqual([])
  })
})

describe("types", () => {
  const typed = (unit: string, type: string) => refused([{ change: "type", unit: code(unit), type }])

  it("of another level are refused, those of the level and new ones are not", () => {
    expect(typed("10101", "tỉnh")).toEqual([
      ["wrongLevel", "xã Số 10101 (10101): đơn vị cấp xã không thể có loại là “tỉnh”"]
    ])
    expect(typed("10", "phường").map(([kind]) => kind)).toEqual(["wrongLevel"])
    expect(typed("10101", "đặc khu")).toEqual([])
    expect(typed("10", "thành phố")).toEqual([])
    expect(typed("101", "thành phố")).toEqual([])
    expect(typed("10101", "phường đặc thù")).toEqual([])
  })

  it("of a new unit are looked at as well", () => {
    const into = { new: { ...newCommune("10161", "101").new, type: "huyện" } }
    expect(refused([{ change: "merge", from: [{ unit: A }], into }]).map(([kind]) => kind)).toEqual(["wrongLevel"])
  })
})

describe("the file of an event that cannot be right", () => {
  const file = (change: object, id = "E") => ({
    id,
    document: { number: "E/NQ", issuer: null, issuedOn: null },
    day,
    changes: [change]
  })
  const issues = SchemaIssue.makeFormatterStandardSchemaV1()
  const read = Schema.decodeUnknownResult(Reorganisation)
  const saidOf = (value: unknown) =>
    Result.match(read(value), {
      onSuccess: () => null,
      onFailure: ({ issue }) => issues(issue).issues.map(({ message }) => message.split(" · ")[0])
    })
  const renamed = (name: string) => saidOf(file({ change: "rename", unit: A, name }))

  it("is refused for names that are empty, no text, or of another encoding", () => {
    expect(renamed("Vĩnh Bảo")).toBeNull()
    expect(renamed("1 Bảo Lộc")).toBeNull()
    expect(renamed("M'Drắk")).toBeNull()
    expect(renamed("   ")).toEqual(["phải có chữ hoặc số"])
    for (const name of ["a\u0000b", "a\u001b[31m", "V\uFFFDnh", "a\uD800", "\u202Eabc", "a\nb"]) {
      expect(renamed(name)).toEqual(["có ký tự không phải là chữ (tệp phải là UTF-8)"])
    }
    expect(renamed("a".repeat(201))).toEqual(["dài quá 200 ký tự"])
  })

  it("is refused for an id that no address can carry", () => {
    const rename = { change: "rename", unit: A, name: "B" }
    expect(saidOf(file(rename, "1232-NQ-UBTVQH15"))).toBeNull()
    expect(saidOf(file(rename, ".."))).toEqual(["phải có chữ hoặc số"])
    expect(saidOf(file(rename, "preview"))).toEqual(["không thể là “preview”"])
  })

  it("says what a share, a weight, a centre may be", () => {
    const transfer = (share: unknown) =>
      saidOf(file({ change: "transfer", from: A, to: { unit: code("10102") }, share }))
    expect(transfer("part")).toBeNull()
    for (const share of [0, 1.2, -1, "NaN", null]) {
      expect(transfer(share)).toEqual(["phải là whole, part, rest, một phân số trên 0 đến 1, hoặc { of, by }"])
    }
    const stated = (fields: object) => saidOf(file({ change: "attributes", unit: A, ...fields }))
    expect(stated({ weights: { population: 1200, households: null, roadKm: 1.5 } })).toBeNull()
    expect(stated({ weights: { population: -5 } })).toEqual(["phải là số từ 0 trở lên, hoặc null"])
    for (const population of [1.5, 3e9, 1e15]) {
      expect(stated({ weights: { population } })).toEqual(["dân số và số hộ là số nguyên, không quá 500 triệu"])
    }
    expect(stated({ centre: { lon: 106.5, lat: 20.7 } })).toBeNull()
    expect(stated({ centre: { lon: 500, lat: 20.7 } })).toEqual(["phải là độ theo WGS 84"])
  })

  it("is refused where nothing is merged, or a unit is split into nothing", () => {
    expect(saidOf(file({ change: "merge", from: [], into: { unit: A } }))).toEqual(["phải có ít nhất một đơn vị"])
    expect(saidOf(file({ change: "split", unit: A, into: [] }))).toEqual(["phải có ít nhất một đơn vị"])
  })
})

it("a name is kept in composed characters without blanks around it", () => {
  const changes: Changes = [{ change: "rename", unit: A, name: ` ${"Vĩnh Bảo".normalize("NFD")} ` }]
  const after = apply(country, Result.getOrThrow(plan(country, event("E", day, ...changes))))
  expect(unitByCode(after.register, UnitCode.make("10101"), Day.make(day))?.name).toBe("Vĩnh Bảo".normalize("NFC"))
})
