import { bookOn } from "@ntm/domain/assignments"
import { taskSamples } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { taskCalendar } from "./tasks.ts"

const { assignment, recorded, recording, testDocument, testPlan, to } = taskSamples
const due = (day: string) => ({ due: Day.make(day) })
const plan = testPlan([
  assignment("1", { ...due("2025-04-30"), deliverable: "Báo cáo" }),
  assignment("2", due("2025-03-31")),
  assignment("3", due("2025-03-31")),
  assignment("4"),
  assignment("5", { ...due("2025-05-15"), lead: "UBND các huyện" })
])
const events = recorded(
  recording("1", "2025-02-01", {
    _tag: "extended",
    before: Day.make("2025-04-30"),
    after: Day.make("2025-05-31"),
    reason: "chờ"
  }),
  recording("2", "2025-02-01", to("submitted")),
  recording("3", "2025-02-01", to("submitted")),
  recording("3", "2025-02-02", to("accepted"))
)
const { standings } = bookOn(plan, { events, day: Day.make("2025-02-10"), knownAt: null, facts: null })
const labels = new Map([[testDocument, "1/KH"]])
const calendar = (lang: "vi" | "en", whose: string | null = null) =>
  taskCalendar({ whose, standings, events, labels, lang })

describe("tasks as a calendar", () => {
  it("are those that are neither closed nor without a due day, one for each who owes them", () => {
    expect(calendar("vi").events.map(({ day, uid }) => [uid, day])).toEqual([
      ["urn:ntm:task:kh-mau/1", "2025-05-31"],
      ["urn:ntm:task:kh-mau/2", "2025-03-31"],
      ["urn:ntm:task:kh-mau/5@313", "2025-05-15"],
      ["urn:ntm:task:kh-mau/5@318", "2025-05-15"]
    ])
  })

  it("tell who owes them, the day before it was put off, and how they stand, in either language", () => {
    const [first] = calendar("vi").events
    expect(first).toMatchObject({ sequence: 1, changedAt: events[0]?.recordedAt, categories: ["1/KH"] })
    expect(first?.summary).toBe("1. Việc 1 (Sở Xây dựng)")
    expect(first?.description.split("\n")).toEqual([
      "Thực hiện: Sở Xây dựng",
      "Văn bản: 1/KH, 1",
      "Hạn: 31/05/2025 (đã gia hạn, hạn cũ 30/04/2025)",
      "Trạng thái: chưa bắt đầu",
      "Sản phẩm: Báo cáo"
    ])
    expect(calendar("en").events[0]?.description).toContain("Due: 2025-05-31 (put off, was due 2025-04-30)")
    expect(calendar("vi", "Sở Xây dựng")).toMatchObject({ name: "Nhiệm vụ nông thôn mới: Sở Xây dựng" })
    expect(calendar("vi", "Sở Xây dựng").events[0]?.summary).toBe("1. Việc 1")
  })

  it("remind a week and a day before, but of what was handed in nobody", () => {
    expect(calendar("vi").events.map(({ alarms }) => alarms.map(({ daysBefore }) => daysBefore))).toEqual([
      [7, 1],
      [],
      [7, 1],
      [7, 1]
    ])
  })
})
