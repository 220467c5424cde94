import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { axisOf } from "./map-sea.ts"

describe("the sea between units on a map", () => {
  it("is shortened where it is long, and nothing else is", () => {
    const axis = axisOf([
      [100, 101],
      [100.5, 102],
      [110, 110.5]
    ])
    expect([100, 101, 102].map(axis.at)).toEqual([0, 1, 2])
    expect(axis.at(110)).toBeCloseTo(2.2)
    expect(axis.at(110.5)).toBeCloseTo(2.7)
    expect(axis.length).toBeCloseTo(2.7)
    expect(axis.shortened).toBe(true)
  })

  it("stays as it is where units lie close", () => {
    const axis = axisOf([
      [100, 101],
      [101.1, 102]
    ])
    expect(axis.at(101.1)).toBeCloseTo(1.1)
    expect(axis.shortened).toBe(false)
  })

  it("keeps what lies further on further on, and every unit as long as it is", () => {
    const reach = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 }))
    fc.assert(
      fc.property(fc.array(reach, { minLength: 1, maxLength: 12 }), (list) => {
        const reaches = list.map(([low, size]) => [low, low + size] as const)
        const axis = axisOf(reaches)
        for (const [low, high] of reaches) expect(axis.at(high) - axis.at(low)).toBeCloseTo(high - low)
        for (let place = 0; place < 540; place += 5) expect(axis.at(place + 5)).toBeGreaterThanOrEqual(axis.at(place))
        expect(axis.length).toBeLessThanOrEqual(540)
      })
    )
  })
})
