import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { DUE_SOON_DAYS } from "./assignment.ts"
import { dueStateOn } from "./due.ts"

const day = (text: string) => Day.make(text)
const window = (start: string | null, due: string | null) => ({
  start: start === null ? null : day(start),
  due: due === null ? null : day(due)
})

describe("dueStateOn", () => {
  it.each([
    ["neither start nor due has no due day", null, null, "2025-04-01", "noDue", null],
    ["a start without a due day is open once begun", "2025-03-01", null, "2025-04-01", "open", null],
    ["a start without a due day has not started before it", "2025-05-01", null, "2025-04-30", "notStarted", null],
    ["the start day itself counts as begun", "2025-04-01", "2025-06-30", "2025-04-01", "open", 90],
    ["fifteen days before the due day is still open", null, "2025-04-30", "2025-04-15", "open", 15],
    ["fourteen days before the due day is due soon", null, "2025-04-30", "2025-04-16", "dueSoon", 14],
    ["the due day itself is due soon, not overdue", null, "2025-04-30", "2025-04-30", "dueSoon", 0],
    ["the day after the due day is overdue", null, "2025-04-30", "2025-05-01", "overdue", -1],
    [
      "a short window that has not begun is not yet due soon",
      "2025-06-16",
      "2025-06-25",
      "2025-06-15",
      "notStarted",
      10
    ],
    ["a due day before the start decides", "2025-12-01", "2025-04-30", "2025-05-02", "overdue", -2],
    ["29 February counts", null, "2024-03-01", "2024-02-28", "dueSoon", 2]
  ] as const)("%s", (_name, start, due, on, dueState, days) => {
    expect(dueStateOn(window(start, due), day(on))).toEqual({ dueState, days })
  })

  it("grows only later: as days pass the state never goes back", () => {
    const order = ["notStarted", "open", "dueSoon", "overdue"]
    const at = (offset: number) => day(new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10))
    const offsets = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(offsets, offsets, offsets, fc.integer({ min: 1, max: 60 }), (start, length, on, step) => {
        const assignment = { start: at(start), due: at(start + length) }
        const before = dueStateOn(assignment, at(on))
        const after = dueStateOn(assignment, at(on + step))
        expect(order.indexOf(after.dueState)).toBeGreaterThanOrEqual(order.indexOf(before.dueState))
        expect((before.days ?? 0) - (after.days ?? 0)).toBe(step)
        expect(before.dueState === "dueSoon" && (before.days ?? 0) > DUE_SOON_DAYS).toBe(false)
      })
    )
  })
})
