import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDong, Dong, dong, sumDong } from "./dong.ts"

const of = (n: number) => Result.getOrThrow(dong(n))
const reason = (result: ReturnType<typeof dong>) =>
  Result.match(result, { onSuccess: () => "read", onFailure: (e) => e.reason })
const MAX = Number.MAX_SAFE_INTEGER

describe("dong", () => {
  it("takes safe integers and nothing else", () => {
    expect(of(-5)).toBe(-5)
    expect(of(MAX)).toBe(MAX)
    expect(reason(dong(0.5))).toBe("fraction")
    expect([MAX + 1, -MAX - 1, Number.POSITIVE_INFINITY, Number.NaN].map((n) => reason(dong(n)))).toEqual([
      "range",
      "range",
      "range",
      "range"
    ])
  })
  it("keeps no minus zero", () => {
    expect(Object.is(of(-0), 0)).toBe(true)
  })
  it("agrees with its schema", () => {
    fc.assert(
      fc.property(fc.double(), (n) => {
        expect(Result.isSuccess(dong(n))).toBe(Schema.is(Dong)(n))
      })
    )
  })
})

describe("sumDong", () => {
  it("is exact", () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), (amounts) => {
        const exact = amounts.reduce((sum, n) => sum + BigInt(n), 0n)
        const sum = sumDong(amounts.map(of))
        if (exact >= -BigInt(MAX) && exact <= BigInt(MAX)) expect(BigInt(Result.getOrThrow(sum))).toBe(exact)
        else expect(reason(sum)).toBe("range")
      })
    )
  })
  it("may pass the safe range on its way, but not end outside it", () => {
    expect(sumDong([MAX, MAX, -MAX].map(of))).toEqual(Result.succeed(MAX))
    expect(reason(addDong(of(MAX), of(1)))).toBe("range")
    expect(addDong(of(2_775_000_000), of(443_000_000))).toEqual(Result.succeed(3_218_000_000))
  })
  it("is 0 for no amounts", () => {
    expect(sumDong([])).toEqual(Result.succeed(0))
  })
})
