import type { FoundHit } from "@ntm/contract"
import type { Unit } from "@ntm/domain/units"
import { type Day, formatDay, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { originOf } from "./branches.ts"
import { stopBeside, stopsOf } from "./days.ts"
import type { Origin } from "./unit-reads.ts"
import { answered, daysKey, type Going, type UnitsState } from "./units-state.ts"

/** Sets out; a way that was not finished is given up for the new one, which then reads anew what that one would have. */
const setOut = (units: UnitsState, going: Partial<Going> & Pick<Going, "day" | "from">): UnitsState => ({
  ...units,
  turn: units.turn + 1,
  pending: null,
  going: { opens: false, fresh: units.going?.fresh ?? false, ...going }
})

/** The day within the unit's life that is next to a day. */
export const dayWithin = ({ validFrom, validTo }: Pick<Unit, "validFrom" | "validTo">, day: Day): Day =>
  validTo !== null && validTo < day ? validTo : validFrom !== null && validFrom > day ? validFrom : day

/** To the same place on another day. */
const goToDay = (units: UnitsState, day: Day): UnitsState => setOut(units, { day, from: originOf(units) })

/** To a unit on a day on which it stands. */
export const goToUnit = (units: UnitsState, from: Origin, day: Day): UnitsState =>
  setOut(units, { day, from, opens: true })

/** To what a search found, on the day of the tree if it stands then, else on the nearest one. */
export const goToHit = (units: UnitsState, { unit }: FoundHit): UnitsState => {
  const day = units.day === null ? null : dayWithin(unit, units.day)
  return day === null ? units : goToUnit(units, { unit, day, above: [] }, day)
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readUnitsAgain = (units: UnitsState): UnitsState => ({
  ...setOut(units, { day: units.day, from: originOf(units), fresh: true }),
  answers: new Map([...units.answers].filter(([, stored]) => stored._tag !== "Failed"))
})

/** The days at which stepping through time stops. */
export const stopsIn = (units: UnitsState): ReadonlyArray<Day> => {
  const days = answered(units, "Days", daysKey)
  return units.today === null ? [] : stopsOf(days?._tag === "Days" ? days.days : [], units.today)
}

const noStop = {
  back: both("Chưa ghi lần sắp xếp nào trước ngày này", "No reorganisation before this day is recorded"),
  on: both("Không còn lần sắp xếp nào sau ngày này", "No reorganisation after this day is recorded")
}

const readingDays = both("Đang đọc các ngày sắp xếp…", "Reading the days of reorganisations…")

/** To the day of change before or after, as soon as these are read; pressed again on the way, from where one is going. */
export const stepDay = (units: UnitsState, towards: "back" | "on"): UnitsState => {
  const days = answered(units, "Days", daysKey)
  if (days === undefined) return { ...units, pending: towards, said: { text: readingDays, tone: "dim" } }
  if (days._tag === "Failed") {
    const { title, titleEn } = days.problem
    return { ...units, said: { text: both(title, titleEn), tone: "bad" } }
  }
  const from = units.going?.day ?? units.day
  const day = from === null ? undefined : stopBeside(stopsIn(units), from, towards)
  return day === undefined ? { ...units, said: { text: noStop[towards], tone: "warn" } } : goToDay(units, day)
}

/** To the day as it was typed, or the reason why it is none. */
export const goToTyped = (units: UnitsState, text: string): UnitsState => {
  const day = parseDay(text)
  return Result.isFailure(day)
    ? { ...units, view: { _tag: "Day", text, problem: day.failure.sentence } }
    : goToDay({ ...units, view: { _tag: "Tree" } }, day.success)
}

/** The numbers of the documents that changed units on the day: "202/2025/QH15". */
export const documentsOn = (units: UnitsState, day: Day): string => {
  const days = answered(units, "Days", daysKey)
  const change = days?._tag === "Days" ? days.days.find((change) => change.day === day) : undefined
  return change?.documents.join(", ") ?? ""
}

/** Said on arrival at a unit that was found on another day. */
export const saidOfDay = (day: Day) =>
  both(
    `Cây được mở vào ngày ${formatDay(day)}, khi đơn vị này tồn tại`,
    `The tree is of ${formatDay(day)}, when this unit stood`
  )
