import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  apply,
  type Change,
  type Chronicle,
  chronicleOf,
  plan,
  undo,
  type Unit,
  unitByCode,
  UnitCode,
  UnitId
} from "../../units/index.ts"
import { addDays, Day } from "../../values/index.ts"
import { Recognition } from "./recognition.ts"
import { recognitionsOn } from "./recognitions-follow.ts"
import type { Tier } from "../sets/tier.ts"
import { lowestOn, tierOrder } from "../sets/tier-order.ts"

const codes = ["10001", "10002", "10003", "10004", "10005", "10006"]
const row = (id: number, text: string): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(text),
  name: `Số ${text}`,
  type: id === 1 ? "tỉnh" : "xã",
  level: id === 1 ? "province" : "commune",
  parentId: id === 1 ? null : UnitId.make(1),
  parentCode: id === 1 ? null : UnitCode.make("10"),
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})
const start = chronicleOf([row(1, "10"), ...codes.map((text, index) => row(index + 2, text))])

const code = (text: string) => ({ code: UnitCode.make(text) })
const formed = (text: string) => ({
  new: { key: text, code: UnitCode.make(text), name: text, type: "xã", level: "commune", parent: code("10") } as const
})
const eventOf = (id: string, day: string, changes: readonly [Change, ...Array<Change>]) => ({
  id,
  document: { number: `${id}/NQ`, issuer: null, issuedOn: null },
  day: Day.make(day),
  changes
})
const after = (chronicle: Chronicle, id: string, day: string, ...changes: readonly [Change, ...Array<Change>]) =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, eventOf(id, day, changes))))

const idAt = (chronicle: Chronicle, text: string, day: Day): UnitId => {
  const unit = unitByCode(chronicle.register, UnitCode.make(text), day)
  if (unit === undefined) throw new Error(text)
  return unit.id
}
const given = (text: string, tier: Tier, decidedOn: string, revokedOn: string | null = null, chronicle = start) =>
  Recognition.make({
    unit: idAt(chronicle, text, Day.make(decidedOn)),
    tier,
    criteriaSet: null,
    document: `${decidedOn}/${text}`,
    decidedOn: Day.make(decidedOn),
    revokedOn: revokedOn === null ? null : Day.make(revokedOn),
    note: null,
    illustrative: false
  })

const eve = Day.make("2024-12-31")
/** Long after all events. */
const year2025 = Day.make("2025-12-31")
const held = (chronicle: Chronicle, all: ReadonlyArray<Recognition>, text: string, day = year2025) =>
  recognitionsOn(chronicle, all, day).get(idAt(chronicle, text, day))

const merged = after(start, "E1", "2025-01-01", {
  change: "merge",
  from: [{ unit: code("10001") }, { unit: code("10002") }, { unit: code("10003"), share: "part", inferred: true }],
  into: formed("10011")
})

describe("what a unit holds", () => {
  it("is what the last decision gave, from its day on and until it is withdrawn", () => {
    const all = [given("10001", "standard", "2018-05-05"), given("10001", "advanced", "2022-05-05", "2024-02-01")]
    expect(held(start, all, "10001", Day.make("2018-05-04"))).toBeUndefined()
    expect(held(start, all, "10001", Day.make("2018-05-05"))).toMatchObject({ kind: "decided", tier: "standard" })
    expect(held(start, all, "10001", Day.make("2024-01-31"))).toMatchObject({ tier: "advanced" })
    expect(held(start, all, "10001", Day.make("2024-02-01"))).toMatchObject({ kind: "decided", tier: "standard" })
    const sameDay = [given("10001", "advanced", "2022-05-05"), given("10001", "standard", "2022-05-05")]
    expect(held(start, sameDay, "10001")).toMatchObject({ tier: "advanced" })
    expect(held(start, [given("10001", "standard", "2018-05-05", "2020-01-01")], "10001")).toMatchObject({
      kind: "revoked",
      tier: null
    })
  })

  it("is the lowest tier of all predecessors, provisionally, parts of any size among them", () => {
    const all = [
      given("10001", "model", "2020-01-01"),
      given("10002", "advanced", "2020-01-01"),
      given("10003", "standard", "2020-01-01")
    ]
    expect(held(merged, all, "10011")).toMatchObject({
      kind: "provisional",
      tier: "standard",
      inferred: true,
      predecessors: [
        { tier: "model", inferred: false },
        { tier: "advanced", inferred: false },
        { tier: "standard", inferred: true }
      ]
    })
    // The giver lives on and keeps what was decided.
    expect(held(merged, all, "10003")).toMatchObject({ kind: "decided", tier: "standard" })
    expect(held(merged, all, "10011", Day.make("2025-01-01"))).toMatchObject({ kind: "provisional" })
  })

  it("is none with a plan to restore where some had met it and some had not", () => {
    const all = [given("10001", "advanced", "2020-01-01"), given("10003", "standard", "2020-01-01")]
    const [one, two, three] = ["10001", "10002", "10003"].map((text) => idAt(merged, text, eve))
    expect(held(merged, all, "10011")).toMatchObject({
      kind: "toRestore",
      tier: null,
      restore: [{ tier: "standard", met: [one, three], notMet: [two] }]
    })
    const lost = [...all, given("10002", "standard", "2020-01-01", "2024-06-01")]
    expect(held(merged, lost, "10011")).toMatchObject({ kind: "toRestore", restore: [{ notMet: [two] }] })
    expect(held(merged, [], "10011")).toBeUndefined()
  })

  it("keeps the plan through a further merger, until a decision says otherwise", () => {
    const all = [given("10001", "standard", "2020-01-01")]
    const again = after(merged, "E2", "2025-07-01", {
      change: "merge",
      from: [{ unit: code("10011") }, { unit: code("10004") }],
      into: formed("10012")
    })
    const ids = ["10001", "10002", "10003"].map((text) => idAt(merged, text, eve))
    expect(held(again, all, "10012")).toMatchObject({
      kind: "toRestore",
      restore: [{ tier: "standard", met: [ids[0]], notMet: [ids[1], ids[2], idAt(start, "10004", eve)] }]
    })
    const decided = given("10012", "standard", "2025-09-09", null, again)
    expect(held(again, [...all, decided], "10012")).toMatchObject({ kind: "decided", recognition: decided })
    expect(held(again, [...all, decided], "10012", Day.make("2025-09-08"))).toMatchObject({ kind: "toRestore" })
  })

  it("stays as decided where a unit takes a part, and is a successor's where it takes a whole unit in", () => {
    const all = [given("10001", "advanced", "2020-01-01")]
    const part = after(start, "E1", "2025-01-01", {
      change: "transfer",
      from: code("10002"),
      to: { unit: code("10001") },
      share: 0.4
    })
    expect(held(part, all, "10001")).toMatchObject({ kind: "decided", tier: "advanced" })
    const whole = after(start, "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10002") }],
      into: { unit: code("10001") }
    })
    expect(held(whole, all, "10001", eve)).toMatchObject({ kind: "decided" })
    expect(held(whole, all, "10001")).toMatchObject({ kind: "toRestore", restore: [{ tier: "advanced" }] })
    const both = [...all, given("10002", "standard", "2021-01-01")]
    expect(held(whole, both, "10001")).toMatchObject({ kind: "provisional", tier: "standard" })
    const onTheDay = given("10001", "standard", "2025-01-01", null, whole)
    expect(held(whole, [...all, onTheDay], "10001")).toMatchObject({ kind: "decided", recognition: onTheDay })
    const withdrawn = [given("10001", "advanced", "2020-01-01", "2025-03-03"), ...both.slice(1)]
    expect(held(whole, withdrawn, "10001", Day.make("2025-03-02"))).toMatchObject({ kind: "provisional" })
    expect(held(whole, withdrawn, "10001")).toMatchObject({ kind: "revoked" })
  })

  it("passes whole to the parts of a split", () => {
    const split = after(start, "E1", "2025-01-01", {
      change: "split",
      unit: code("10001"),
      into: [
        { target: formed("10011"), share: "part" },
        { target: formed("10012"), share: "rest" }
      ]
    })
    const all = [given("10001", "advanced", "2020-01-01")]
    for (const text of ["10011", "10012"]) {
      expect(held(split, all, text)).toMatchObject({ kind: "provisional", tier: "advanced" })
    }
  })

  it("is what its communes held where a township comes with them, and none of theirs for a ward", () => {
    const township = { ...row(3, "10002"), type: "thị trấn" }
    const others = [row(1, "10"), row(2, "10001"), township, row(4, "10003")]
    const mixed = (type: string) => {
      const into = { new: { ...formed("10011").new, type } }
      const from = ["10001", "10002", "10003"].map((text) => ({ unit: code(text) }))
      return after(chronicleOf(others), "E1", "2025-01-01", { change: "merge", from, into })
    }
    const all = [given("10001", "standard", "2020-01-01"), given("10003", "advanced", "2020-01-01")]
    const commune = held(mixed("xã"), all, "10011")
    expect(commune).toMatchObject({ kind: "provisional", tier: "standard" })
    expect(commune?.kind === "provisional" ? commune.predecessors.map(({ tier }) => tier) : []).toEqual([
      "standard",
      "advanced"
    ])
    expect(held(mixed("phường"), all, "10011")).toBeUndefined()
    const civilised = [...all, given("10002", "civilised", "2020-01-01")]
    expect(held(mixed("phường"), civilised, "10011")).toMatchObject({ kind: "provisional", tier: "civilised" })
  })

  it("does not rest on a commune that takes no part in the programme", () => {
    const left = { ...row(3, "10002"), attributes: { programme: false } }
    const merge = after(chronicleOf([row(1, "10"), row(2, "10001"), left]), "E1", "2025-01-01", {
      change: "merge",
      from: [{ unit: code("10001") }, { unit: code("10002") }],
      into: formed("10011")
    })
    expect(held(merge, [given("10001", "advanced", "2020-01-01")], "10011")).toMatchObject({ tier: "advanced" })
  })
})

describe("the order of tiers", () => {
  it("takes the standard of island districts for the standard", () => {
    const [rural] = tierOrder.district
    if (rural === undefined) throw new Error("districts have tiers")
    expect(lowestOn(rural, ["advanced", "special"])).toBe("special")
    expect(lowestOn(rural, ["special", "standard"])).toBe("standard")
    expect(lowestOn(rural, [])).toBeUndefined()
  })

  it("names every tier at some level", () => {
    const named = Object.values(tierOrder).flatMap((ladders) => ladders.flatMap(({ ranks }) => ranks.flat()))
    expect(new Set(named)).toEqual(
      new Set(["standard", "advanced", "model", "modern", "special", "completed", "civilised"])
    )
  })
})

describe("a recognition", () => {
  it("is not withdrawn before it was decided", () => {
    const decode = Schema.decodeUnknownResult(Recognition)
    const recognition = given("10001", "standard", "2020-01-01")
    expect(Result.isSuccess(decode(recognition))).toBe(true)
    expect(Result.isFailure(decode({ ...recognition, revokedOn: "2019-12-31" }))).toBe(true)
  })
})

describe("laws of recognitions that follow", () => {
  const communes = fc.shuffledSubarray(codes, { minLength: 2, maxLength: 4 })
  const share = fc.constantFrom<"whole" | "part" | number>("whole", "part", 0.3)
  const changed = fc
    .tuple(communes, fc.array(share, { minLength: 4, maxLength: 4 }), fc.boolean())
    .map(([from, shares, anew]): readonly [Change, ...Array<Change>] => {
      const [first = "10001"] = from
      const others = anew ? from : from.slice(1)
      const pieces = others.map((text, index) => ({ unit: code(text), share: shares[index] ?? 0.3 }))
      return [{ change: "merge", from: pieces, into: anew ? formed("10011") : { unit: code(first) } }]
    })
  const happened = changed.map((changes) => ({ event: eventOf("E1", "2025-01-01", changes) }))
  const tiers = fc.constantFrom<Tier>("standard", "advanced", "model", "civilised", "special")
  const decisions = fc.array(
    fc
      .record({ text: fc.constantFrom(...codes), tier: tiers, years: fc.nat(4), lasts: fc.option(fc.nat(2000)) })
      .map(({ text, tier, years, lasts }) => {
        const decidedOn = Day.make(`${2019 + years}-03-01`)
        return {
          ...given(text, tier, decidedOn),
          document: `${years}/${tier}/${lasts ?? ""}`,
          revokedOn: lasts === null ? null : addDays(decidedOn, lasts)
        }
      }),
    { maxLength: 10 }
  )
  const days = fc.constantFrom("2020-06-01", "2024-12-31", "2025-01-01", "2026-01-01").map((day) => Day.make(day))
  const applied = (event: ReturnType<typeof eventOf>) => apply(start, Result.getOrThrow(plan(start, event)))

  it("the order of decisions does not matter", () => {
    fc.assert(
      fc.property(
        happened,
        decisions.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        days,
        ({ event }, [all, shuffled], day) => {
          const chronicle = applied(event)
          expect(recognitionsOn(chronicle, shuffled, day)).toEqual(recognitionsOn(chronicle, all, day))
        }
      )
    )
  })

  it("an event leaves no trace once it is taken back, nor on the days before it", () => {
    fc.assert(
      fc.property(happened, decisions, days, ({ event }, all, day) => {
        const chronicle = applied(event)
        expect(recognitionsOn(Result.getOrThrow(undo(chronicle, "E1")), all, day)).toEqual(
          recognitionsOn(start, all, day)
        )
        if (day < event.day) expect(recognitionsOn(chronicle, all, day)).toEqual(recognitionsOn(start, all, day))
      })
    )
  })

  it("a later decision overrides whatever followed, and nobody holds more than a predecessor did", () => {
    fc.assert(
      fc.property(happened, decisions, tiers, ({ event }, all, tier) => {
        const chronicle = applied(event)
        const day = Day.make("2025-06-01")
        const before = recognitionsOn(chronicle, all, eve)
        for (const [unit, found] of recognitionsOn(chronicle, all, day)) {
          if (found.kind !== "provisional") continue
          const ladder = tierOrder.commune.find(({ ranks }) => ranks.flat().includes(found.tier))
          if (ladder === undefined) throw new Error(found.tier)
          const tiersBefore = found.predecessors.map((each) => before.get(each.unit)?.tier ?? null)
          expect(tiersBefore).not.toContain(null)
          const known = tiersBefore.filter((each) => each !== null)
          expect(found.tier).toBe(lowestOn(ladder, known))
          const decided: Recognition = {
            unit,
            tier,
            criteriaSet: null,
            document: "mới",
            decidedOn: day,
            revokedOn: null,
            note: null,
            illustrative: false
          }
          expect(recognitionsOn(chronicle, [...all, decided], day).get(unit)).toEqual({
            kind: "decided",
            unit,
            tier,
            recognition: decided
          })
        }
      })
    )
  })
})
