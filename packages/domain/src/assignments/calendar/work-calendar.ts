import { Schema } from "effect"
import { Confidence } from "../../criteria/index.ts"
import { Bilingual, Day } from "../../values/index.ts"

/** A public holiday of Bộ luật Lao động 45/2019/QH14, điều 112 khoản 1. */
export const HolidayKey = Schema.Literals([
  "newYear",
  "lunarNewYear",
  "hungKings",
  "reunification",
  "labour",
  "nationalDay"
])
export type HolidayKey = typeof HolidayKey.Type

/**
 * A day that nobody works on although it is no Saturday or Sunday, or that everybody works on although it is one.
 *
 * **Details** `holiday`: the day itself. `inLieu`: the working day taken instead of a holiday that falls on a day of rest (điều 111 khoản 3).
 * `swapped`: off by an announcement, to be worked on another day. `worked`: the Saturday or Sunday worked instead.
 */
export const CalendarDay = Schema.Struct({
  day: Day,
  kind: Schema.Literals(["holiday", "inLieu", "swapped", "worked"]),
  holiday: HolidayKey,
  /** What says so: a notice, or the rule by which it was worked out. */
  source: Schema.NonEmptyString,
  confidence: Confidence
})
export type CalendarDay = typeof CalendarDay.Type

/**
 * Lịch làm việc of offices in Việt Nam between two days, both inclusive: Monday to Friday but for `days`.
 *
 * **Details** Data, because lunar days, swaps and days in lieu are announced year by year; outside it nothing can be said.
 */
export const WorkCalendar = Schema.Struct({
  from: Day,
  to: Day,
  holidays: Schema.Record(HolidayKey, Bilingual),
  days: Schema.Array(CalendarDay)
})
export type WorkCalendar = typeof WorkCalendar.Type

/** A calendar that knows of no holiday: what is taken while none was loaded. */
export const weekendsOff: WorkCalendar = {
  from: Day.make("2020-01-01"),
  to: Day.make("2020-01-01"),
  holidays: {
    newYear: { vi: "Tết Dương lịch", en: "New Year's Day" },
    lunarNewYear: { vi: "Tết Nguyên đán", en: "Lunar New Year" },
    hungKings: { vi: "Giỗ Tổ Hùng Vương", en: "Hùng Kings' Day" },
    reunification: { vi: "Ngày Chiến thắng 30/4", en: "Victory Day, 30 April" },
    labour: { vi: "Ngày Quốc tế lao động 1/5", en: "Labour Day, 1 May" },
    nationalDay: { vi: "Quốc khánh", en: "National Day" }
  },
  days: []
}
