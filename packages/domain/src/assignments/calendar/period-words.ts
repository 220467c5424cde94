import { addDays, type Bilingual, type Day, formatDay } from "../../values/index.ts"
import type { WorkCalendar } from "./work-calendar.ts"
import { type Length, periodEndsOn } from "./working-days.ts"

/**
 * When a period that begins with something that happened on `from` ends, with a sentence that says how it was counted.
 *
 * **Details** See `periodEndsOn`. A last day that nobody works on is told with the day that it passes to.
 */
export const periodTold = (
  calendar: WorkCalendar,
  from: Day,
  length: Length
): { readonly end: Day; readonly sentence: Bilingual } => {
  const { count, days } = length
  const end = periodEndsOn(calendar, from, length)
  const last = addDays(from, days)
  const moved = count === "calendar" && last !== end
  return {
    end,
    sentence: {
      vi: `${days} ngày${count === "working" ? " làm việc" : ""} kể từ sau ngày ${formatDay(from)} kết thúc vào hết ngày ${formatDay(end)}${
        moved ? ` (ngày cuối ${formatDay(last)} là ngày nghỉ, tính đến ngày làm việc tiếp theo)` : ""
      }`,
      en: `${days} ${count} days after ${from} end with ${end}${
        moved ? ` (the last, ${last}, is a day off: it passes to the next working day)` : ""
      }`
    }
  }
}
