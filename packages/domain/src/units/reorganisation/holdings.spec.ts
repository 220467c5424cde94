import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Holding, HoldingKind, Lot } from "./holding.ts"
import { holdingRules } from "./holding-rules.ts"
import { lotOf, outcomesOf } from "./holdings.ts"
import { plan } from "./planning.ts"
import type { Change } from "./reorganisation.ts"
import { code, communes, country, event, idOf, newCommune } from "../testing/country.ts"

const planned = (...changes: readonly [Change, ...Array<Change>]) =>
  Result.getOrThrow(plan(country, event("E", "2025-01-01", ...changes)))

const holding = (kind: HoldingKind, unit: string): Holding => ({
  kind,
  unit: idOf(unit),
  count: 1,
  label: { vi: kind, en: kind }
})
const newId = (made: ReturnType<typeof planned>) => made.begins.find(({ code: c }) => c === "10161")?.id
const into = newCommune("10161", "101")
const merge: Change = {
  change: "merge",
  from: [{ unit: code("10101") }, { unit: code("10102") }, { unit: code("10103"), share: 0.25 }],
  into
}

describe("what an event makes of a unit", () => {
  it("tells a merged unit from one that gives a part, one that takes, and one that it leaves alone", () => {
    const made = planned(merge)
    expect(lotOf(made, idOf("10101"))).toBe("merged")
    expect(lotOf(made, idOf("10103"))).toBe("shrinks")
    expect(lotOf(made, idOf("10104"))).toBe("same")
    const transfer = planned({ change: "transfer", from: code("10101"), to: { unit: code("10102") }, share: 0.5 })
    expect(lotOf(transfer, idOf("10102"))).toBe("grows")
    const taken = planned({ change: "merge", from: [{ unit: code("10101") }], into: { unit: code("10102") } })
    expect(lotOf(taken, idOf("10102"))).toBe("absorbs")
  })

  it("tells a divided unit, and one whose level ends", () => {
    const split = planned({
      change: "split",
      unit: code("10101"),
      into: [
        { target: into, share: 0.5 },
        { target: { unit: code("10102") }, share: "rest" }
      ]
    })
    expect(lotOf(split, idOf("10101"))).toBe("divided")
    const level = planned({ change: "endLevel", level: "district", within: code("10") })
    expect(lotOf(level, idOf("101"))).toBe("closed")
  })

  it("leaves a unit that is only renamed as it was", () => {
    const made = planned({ change: "rename", unit: code("10101"), name: "Khác" })
    expect(outcomesOf(made, [holding("facts", "10101")])).toMatchObject([{ lot: "same", fate: "stays", to: [] }])
  })
})

describe("what rests on units", () => {
  it("follows the ground: works, tasks and users of a merged unit go to the new one; a target is set again", () => {
    const made = planned(merge)
    const fates = outcomesOf(
      made,
      HoldingKind.literals.map((kind) => holding(kind, "10101"))
    )
    expect(fates.map(({ kind, fate }) => `${kind} ${fate}`)).toEqual([
      "facts derived",
      "recognition derived",
      "target decide",
      "funding follows",
      "work follows",
      "item follows",
      "assignment follows",
      "dossier decide",
      "scope follows"
    ])
    expect(fates.every(({ to }) => to.length === 1 && to[0] === newId(made))).toBe(true)
  })

  it("of a unit whose level ends goes up, and its users see the units that stood below it", () => {
    const made = planned({ change: "endLevel", level: "district", within: code("10") })
    const [work, scope, facts] = outcomesOf(made, [
      holding("work", "101"),
      holding("scope", "101"),
      holding("facts", "101")
    ])
    expect(work).toMatchObject({ fate: "follows", to: [idOf("10")] })
    expect(scope?.to.toSorted()).toEqual(["10101", "10102", "10103", "10104"].map(idOf).toSorted())
    expect(facts).toMatchObject({ fate: "history", to: [] })
  })

  it("has a rule for every kind and every lot, in both languages", () => {
    for (const lot of Lot.literals)
      for (const kind of HoldingKind.literals) {
        if (lot === "same") continue
        const [, vi, en] = holdingRules[lot][kind]
        expect(vi).not.toBe("")
        expect(en).not.toBe("")
      }
  })

  it("is never lost: each thing has one outcome, and one that moves goes to a unit that stands afterwards", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...communes), { minLength: 2, maxLength: 5 }),
        fc.array(fc.tuple(fc.constantFrom(...HoldingKind.literals), fc.constantFrom(...communes)), { maxLength: 20 }),
        (merged, things) => {
          const made = planned({ change: "merge", from: merged.map((unit) => ({ unit: code(unit) })), into })
          const outcomes = outcomesOf(
            made,
            things.map(([kind, unit]) => holding(kind, unit))
          )
          const standing = new Set(made.begins.map(({ id }) => id))
          expect(outcomes).toHaveLength(things.length)
          expect(outcomes.every(({ fate, to }) => fate === "stays" || to.length > 0)).toBe(true)
          expect(outcomes.flatMap(({ to }) => to).every((id) => standing.has(id))).toBe(true)
        }
      )
    )
  })
})
