import { expect, it } from "vitest"
import { formatMoment } from "./moment.ts"
import { Moment } from "./provenance.ts"

it("writes a moment as the clocks of Việt Nam show it, on their day", () => {
  expect(formatMoment(Moment.make("2025-06-03T07:05:00.000Z"))).toBe("03/06/2025 14:05")
  expect(formatMoment(Moment.make("2025-12-31T17:30:00.000Z"))).toBe("01/01/2026 00:30")
})
