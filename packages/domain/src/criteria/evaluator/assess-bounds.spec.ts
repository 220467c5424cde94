import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { assess, verdictOf } from "./assess.ts"
import type { AssessableSet } from "./assessable.ts"
import { keepAssessed } from "./assess-live.ts"
import { picked } from "./columns-change.ts"
import type { Columns } from "./columns.ts"
import { compile } from "./compile.ts"
import { flat } from "../rules/threshold.ts"
import { facts, factValue, sets } from "../testing/arbitrary.spec.ts"
import { day, held, inputOf, line, setOf } from "../testing/sets.ts"
import { columnsOfUnits, type Known } from "../testing/units.ts"

const KEY = "input:a"

/** One unit whose value of "a" is known only to lie between two numbers. */
const bounded = (unit: Known, low: number, high: number): Columns => {
  const columns = columnsOfUnits([{ ...unit, values: { ...unit.values, [KEY]: undefined } }])
  const bounds = { low: Float64Array.of(low), high: Float64Array.of(high) }
  const days = Int32Array.of(columnsOfUnits([unit]).values.get(KEY)?.days?.[0] ?? 0)
  const values = new Map(columns.values).set(KEY, { values: Float64Array.of(Number.NaN), days, bounds })
  return { ...columns, values }
}

const verdictsOf = (all: ReadonlyArray<AssessableSet>, columns: Columns): ReadonlyArray<string> =>
  assess(Result.getOrThrow(compile(all, day)), columns).sets.flatMap(({ codes, grant, withdraw }) =>
    [codes, grant, withdraw].map((one) => verdictOf(one[0]))
  )

const set = (than: number) => [setOf("s", [[line("1", held(">=", "a", than))]])]
const nobody: Known = { type: "xã", attributes: {}, values: {} }

describe("a value that is only bounded", () => {
  it("decides what it decides wherever it lies between its bounds, and nothing else", () => {
    fc.assert(
      fc.property(
        sets,
        facts,
        fc.tuple(factValue, factValue, factValue).map((three) => three.toSorted((a, b) => a - b)),
        (all, unit, [low = 0, value = 0, high = 0]) => {
          const ageDays = unit.values[KEY]?.ageDays ?? 0
          const whole = { ...unit, values: { ...unit.values, [KEY]: { value, ageDays } } }
          const known = verdictsOf(all, columnsOfUnits([whole]))
          verdictsOf(all, bounded(whole, low, high)).forEach((verdict, at) => {
            expect([known[at], "noData", "noThreshold"]).toContain(verdict)
          })
        }
      ),
      { numRuns: 500 }
    )
  })

  it("is met where both ends are, not met where neither is, else no data", () => {
    const verdict = (low: number, high: number, than: number) => verdictsOf(set(than), bounded(nobody, low, high))[0]
    expect([verdict(80, 90, 80), verdict(70, 79, 80), verdict(79, 80, 80)]).toEqual(["met", "notMet", "noData"])
  })

  it("gives way to a value that is put in its place, and stays with its unit", () => {
    const columns = bounded(nobody, 80, 90)
    const live = keepAssessed(Result.getOrThrow(compile(set(80), day)), columns, [])
    const now = () => verdictOf(live.assessment.sets[0]?.codes[0])
    live.change({ at: 0, column: KEY, value: 10, day })
    const changed = now()
    live.change({ at: 0, column: KEY, value: null, day: null })
    expect([changed, now()]).toEqual(["notMet", "noData"])
    expect(verdictsOf(set(80), picked(columns, [0]))[0]).toBe("met")
  })

  it("makes no quotient: what share of lost criteria there is to anything is open while one of them is", () => {
    const share = { of: "ratio", part: { of: "criteriaLost" }, whole: inputOf("b"), times: 1 } as const
    const withdraw = { op: "<", measure: share, threshold: flat(90) } as const
    const [only] = set(80).map((one) => ({ ...one, recognition: { grant: [], withdraw } }))
    const unit: Known = { ...nobody, values: { "input:b": { value: 1, ageDays: 0 } } }
    expect(verdictsOf(only === undefined ? [] : [only], columnsOfUnits([unit]))[2]).toBe("noData")
  })
})
