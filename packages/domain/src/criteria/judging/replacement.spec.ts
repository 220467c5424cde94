import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { journalOver, recordsOf } from "../../testing/facts.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { judgeUnits } from "./judging.ts"
import { replacementOf } from "./replacement.ts"
import { unitsUnder } from "./scope.ts"
import { atLeast, attested, knownIn, setWith, type ToldLine } from "./testing/province.ts"

const day = Day.make("2025-06-30")
const [old, next] = [CriteriaSetId.make("cu"), CriteriaSetId.make("moi")]
const set = (id: string, lines: ReadonlyArray<ToldLine>, more: Partial<CriteriaSet> = {}) => setWith(id, lines, more)
const before = set("cu", [atLeast("water", 80), attested("road"), atLeast("income", 60), attested("market")])
const after = set("moi", [attested("digital"), atLeast("income", 50), atLeast("water", 95)])
const values = [
  // 10001 loses water, gains income, fails what is new.
  { unit: 11, input: "water", value: 90 },
  { unit: 11, input: "income", value: 55 },
  { unit: 11, input: "digital", value: 0 },
  // 10002 loses nothing; of 10003 nothing is known.
  { unit: 12, input: "water", value: 97 },
  { unit: 12, input: "income", value: 70 },
  { unit: 12, input: "digital", value: 1 },
  { unit: 21, input: "water", value: 90 },
  { unit: 21, input: "income", value: 70 }
].map((value) => ({ ...value, day: "2024-12-31" }))

const replaced = (sets: ReadonlyArray<CriteriaSet>) => {
  const known = knownIn({ sets, set: "cu" })
  const units = unitsUnder(known, before, null, day)
  const question = { asOf: day, knownAt: null, accept: "approved" as const }
  const judged = Effect.runSync(judgeUnits(known, journalOver(recordsOf(values)), question, [old, next], units))
  return replacementOf(judged, old, next, units)
}

describe("one set in the place of another, on the same facts", () => {
  it("tells each unit what it loses, gains, newly fails, and what is not known", () => {
    const told = replaced([before, after]).units.map(({ gained, lost, newlyFailed, open, unit }) => [
      unit.code,
      lost.map(({ from, to }) => `${from}→${to}`),
      gained.map(({ from, to }) => `${from}→${to}`),
      newlyFailed,
      open
    ])
    expect(told).toEqual([
      ["10001", ["1→3"], ["3→2"], ["1"], []],
      ["10002", [], [], [], []],
      ["10003", [], [], [], ["1", "2", "3"]],
      ["20001", ["1→3"], [], [], ["1"]]
    ])
  })

  it("counts the units line by line: what a unit is not known to fail is not lost", () => {
    const { added, dropped, paired } = replaced([before, after])
    expect(paired.map(({ from, gained, lost, to }) => [from.code, to.code, lost, gained])).toEqual([
      ["3", "2", 0, 1],
      ["1", "3", 2, 0]
    ])
    expect(added).toMatchObject([{ code: "1", failed: 1, open: 2 }])
    expect(dropped.map(({ code }) => code)).toEqual(["2", "4"])
  })

  it("judges each province by its own sets, and adds the provinces up", () => {
    const own = set("p10-moi", [attested("digital"), atLeast("income", 60), atLeast("water", 98)], {
      derivesFrom: { set: next, province: UnitCode.make("10"), from: Day.make("2024-01-01") }
    })
    const { paired, units } = replaced([before, after, own])
    expect(units.map(({ lost, unit }) => [unit.code, lost.length])).toEqual([
      ["10001", 1],
      ["10002", 1],
      ["10003", 0],
      ["20001", 1]
    ])
    expect(paired.find(({ to }) => to.code === "3")).toMatchObject({ lost: 3 })
  })

  it("counts criteria met under each, and leaves out what one of the sets does not judge", () => {
    expect(replaced([before, after]).units.map(({ metAfter, metBefore }) => [metBefore, metAfter])).toEqual([
      [1, 1],
      [2, 3],
      [0, 0],
      [2, 1]
    ])
    expect(replaced([before, { ...after, doNotEvaluate: true }])).toEqual({
      units: [],
      paired: [],
      added: [],
      dropped: []
    })
  })
})
