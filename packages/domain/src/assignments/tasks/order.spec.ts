import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { assignment, recorded, recording, testPlan, to } from "../testing/tasks.ts"
import { bookOn } from "./book.ts"
import { byLateness, byPressure } from "./order.ts"

const due = (day: string) => ({ due: Day.make(day) })
const plan = testPlan([
  assignment("1"),
  assignment("2", due("2025-03-10")),
  assignment("3", due("2025-02-10")),
  assignment("4", due("2025-01-31")),
  assignment("5", due("2025-02-01"))
])
const { standings } = bookOn(plan, {
  events: recorded(
    recording("4", "2025-02-20", to("submitted")),
    recording("4", "2025-02-21", to("accepted")),
    recording("5", "2025-02-02", to("cancelled", "thôi"))
  ),
  day: Day.make("2025-03-01"),
  knownAt: null,
  facts: null
})
const nos = (order: typeof byPressure) => standings.toSorted(order).map(({ task }) => task.no)

describe("tasks in order", () => {
  it("by pressure: overdue, due next, without a day, and what is closed", () => {
    expect(nos(byPressure)).toEqual(["3", "2", "1", "4", "5"])
  })

  it("by lateness: days that were late count, though it is handed in", () => {
    expect(standings.map(({ lateDays }) => lateDays)).toEqual([0, 0, 19, 20, 0])
    expect(nos(byLateness)).toEqual(["4", "3", "1", "2", "5"])
  })
})
