import { describe, expect, it } from "vitest"
import { assignment } from "../testing/facts.ts"
import { dueGroups, nextDue } from "./due-groups.ts"

const items = [
  assignment("1.2", "1", "2025-04-20", -2),
  assignment("1.2.a", "1.2", "2025-04-20", -2),
  assignment("1.1", "1", "2025-04-30", 8),
  assignment("1", null, null, null)
]

describe("groups by due day", () => {
  it("keep the order given and indent a line below its parent of the same day", () => {
    const groups = dueGroups(items)
    expect(groups.map((group) => group.due)).toEqual(["2025-04-20", "2025-04-30", null])
    expect(groups[0]?.items.map((grouped) => grouped.depth)).toEqual([0, 1])
  })

  it("name the parent of a line whose parent lies in another group", () => {
    expect(dueGroups(items)[0]?.items.map((grouped) => grouped.elsewhere?.no)).toEqual(["1", undefined])
  })

  it("take the parent from the whole list where a search left it out", () => {
    expect(dueGroups(items.slice(2, 3), items)[0]?.items[0]?.elsewhere?.no).toBe("1")
  })

  it("show the most pressing state where only part of a group has begun", () => {
    const later = { ...assignment("3", null, "2025-06-25", 64), dueState: "notStarted" as const }
    expect(dueGroups([later, assignment("4", null, "2025-06-25", 64)])[0]?.state).toBe("open")
  })

  it("end a circle of parents", () => {
    const circle = [assignment("a", "b", "2025-04-20", 1), assignment("b", "a", "2025-04-20", 1)]
    expect(dueGroups(circle)[0]?.items).toHaveLength(2)
  })

  it("know which day is next, today included, and that nothing is next when all has passed", () => {
    expect(nextDue(dueGroups(items))?.due).toBe("2025-04-30")
    expect(nextDue(dueGroups([assignment("5", null, "2025-04-22", 0), ...items]))?.due).toBe("2025-04-22")
    expect(nextDue(dueGroups(items.slice(0, 2)))).toBeUndefined()
  })
})
