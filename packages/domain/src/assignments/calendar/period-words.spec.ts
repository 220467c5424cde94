import { describe, expect, it } from "vitest"
import { Day } from "../../values/index.ts"
import { testCalendar } from "../testing/tasks.ts"
import { periodTold } from "./period-words.ts"

const told = (from: string, days: number, count: "working" | "calendar") =>
  periodTold(testCalendar, Day.make(from), { days, count })

describe("a period told in words", () => {
  it("says which days it counts, and when it ends", () => {
    expect(told("2025-06-01", 15, "calendar")).toEqual({
      end: "2025-06-16",
      sentence: {
        vi: "15 ngày kể từ sau ngày 01/06/2025 kết thúc vào hết ngày 16/06/2025",
        en: "15 calendar days after 2025-06-01 end with 2025-06-16"
      }
    })
    expect(told("2025-04-28", 3, "working").sentence.vi).toBe(
      "3 ngày làm việc kể từ sau ngày 28/04/2025 kết thúc vào hết ngày 05/05/2025"
    )
  })

  it("tells the day off on which it would have ended", () => {
    const { end, sentence } = told("2025-04-15", 15, "calendar")
    expect(end).toBe("2025-05-02")
    expect(sentence.vi).toContain("ngày cuối 30/04/2025 là ngày nghỉ, tính đến ngày làm việc tiếp theo")
  })
})
