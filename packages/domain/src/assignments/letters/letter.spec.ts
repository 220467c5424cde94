import fc from "fast-check"
import { expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { nextAttempt } from "./letter.ts"

const minute = 60_000
const hour = 60 * minute
const day = Day.make("2025-06-20")
const morning = Date.parse("2025-06-20T06:30:00+07:00")

it.each([
  [1, minute],
  [2, 2 * minute],
  [5, 16 * minute],
  [20, 6 * hour]
])("a letter that was not taken for the %ith time is tried again after a while", (attempts, after) => {
  expect(nextAttempt(attempts, { day, now: morning })).toBe(morning + after)
})

it("is tried for a week from its day, never at once, never later than in six hours", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(10 * 24 * hour), (attempts, later) => {
      const now = morning + later
      const next = nextAttempt(attempts, { day, now })
      if (now >= Date.parse("2025-06-27T00:00:00Z")) return next === null
      return next !== null && next >= now + minute && next <= now + 6 * hour
    })
  )
})
