import type { InputSpec } from "@ntm/domain/criteria"
import { describe, expect, it } from "vitest"
import { drawFrom } from "./draw.ts"
import { anything, both, rangeOf, valueIn } from "./ranges.ts"

const draw = drawFrom("khoảng")
const places = Array.from({ length: 50 }, (_, at) => draw(at))

type Spec = Pick<InputSpec, "kind" | "unit">
const percent: Spec = { kind: "percent", unit: "% hộ" }
const count: Spec = { kind: "count", unit: "mô hình" }
const amount: Spec = { kind: "amount", unit: "triệu đồng/người/năm" }

const operators = {
  ">=": (a, b) => a >= b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  "<": (a, b) => a < b,
  "=": (a, b) => a === b
} satisfies Record<Parameters<typeof rangeOf>[0], (a: number, b: number) => boolean>

const names = [">=", ">", "<=", "<", "="] as const

describe("values made up for a rule", () => {
  it.each(names)(
    "are on the wanted side of %s, whole where things are counted, within 0 to 100 where they are per cent",
    (op) => {
      for (const spec of [percent, count, amount])
        for (const than of [0, 1, 3, 10, 79.2, 99.9, 100])
          for (const holds of [true, false])
            for (const at of places) {
              const value = valueIn(rangeOf(op, than, holds), spec, at)
              if (value === undefined) continue
              expect(operators[op](value, than)).toBe(holds)
              expect(value).toBeGreaterThanOrEqual(0)
              if (spec === percent) expect(value).toBeLessThanOrEqual(100)
              expect(Number.isInteger(value * (spec === count ? 1 : 10)) || Number(value.toFixed(1)) === value).toBe(
                true
              )
            }
    }
  )

  it("are none where nothing of the kind would do", () => {
    expect(valueIn(rangeOf(">=", 0, false), percent, 0)).toBeUndefined()
    expect(valueIn(rangeOf(">", 100, true), percent, 0)).toBeUndefined()
    expect(valueIn(rangeOf("<", 1, true), { kind: "attestation", unit: null }, 0)).toBe(0)
    expect(valueIn(both(rangeOf(">=", 80, true), rangeOf(">=", 80, false)), percent, 0)).toBeUndefined()
    expect(valueIn(rangeOf(">", 3, true), { kind: "amount", unit: "mức độ" }, 0)).toBeUndefined()
  })

  it("satisfy two sets at once, and lie close to what is asked", () => {
    const range = both(rangeOf(">=", 72, true), rangeOf(">=", 79.2, false))
    const values = places.map((at) => valueIn(range, amount, at) ?? Number.NaN)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(72)
    expect(Math.max(...values)).toBeLessThan(79.2)
    expect(new Set(values).size).toBeGreaterThan(20)
    const above = places.map((at) => valueIn(rangeOf(">=", 79.2, true), amount, at) ?? Number.NaN)
    expect(Math.max(...above)).toBeLessThanOrEqual(79.2 * 1.26)
    expect(
      places.map((at) => valueIn(rangeOf("<=", 0.8, true), percent, at) ?? Number.NaN).every((value) => value >= 0.5)
    ).toBe(true)
  })

  it("are either answer where nothing is asked of an attestation", () => {
    expect(new Set(places.map((at) => valueIn(anything, { kind: "attestation", unit: null }, at)))).toEqual(
      new Set([0, 1])
    )
  })
})
