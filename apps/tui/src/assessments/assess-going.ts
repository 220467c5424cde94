import type { CriteriaSetSummary } from "@ntm/contract"
import { type Day, formatDay, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { stopBeside, stopsOf } from "../units/days.ts"
import type { Spot } from "./assess-reads.ts"
import { answered, type AssessState, daysKey } from "./assess-state.ts"

/** Sets out to another day, set or place; a way that was not finished is given up for the new one. */
export const goTo = (assess: AssessState, change: Partial<Spot>): AssessState => {
  const from = assess.going ?? assess.spot
  return from === null ? assess : { ...assess, turn: assess.turn + 1, going: { ...from, ...change } }
}

const levels = ["commune", "district", "province"] as const

/** A set to choose: what is asked for, and what units are then judged by. */
export interface Choice {
  readonly asked: string
  readonly used: CriteriaSetSummary
}

/**
 * The sets that one chooses from: the nation's, communes first and the newest first.
 *
 * **Details** A province's units are judged by its own set where the nation's is asked for, so its own is shown there.
 */
export const choices = (sets: ReadonlyArray<CriteriaSetSummary>, province: string | null): ReadonlyArray<Choice> =>
  sets
    .filter(({ derivesFrom }) => derivesFrom === null)
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || b.periodFrom - a.periodFrom)
    .map((national) => {
      const own = sets.find(({ derivesFrom }) => derivesFrom?.set === national.id && derivesFrom.province === province)
      return { asked: national.id, used: own ?? national }
    })

/** The choices where the tab stands; below a district its province's. */
export const choicesHere = ({ sets, spot }: Pick<AssessState, "sets" | "spot">): ReadonlyArray<Choice> => {
  const parent = spot?.parent
  return choices(sets, (parent?.level === "province" ? parent.code : parent?.parentCode) ?? null)
}

/** The set that a place opens on: for communes of the lowest tier, in force on the day, else the newest that can judge. */
export const firstSet = (sets: ReadonlyArray<CriteriaSetSummary>, day: Day): string | undefined => {
  const usable = choices(sets, null).filter(({ used }) => !used.doNotEvaluate && used.level === "commune")
  const standard = usable.filter(({ used }) => used.tier === "standard")
  const inForce = standard.find(({ used: { period } }) => period.from <= day && period.to >= day)
  return (inForce ?? standard[0] ?? usable[0])?.asked
}

/** The days at which stepping through time stops: the day before all reorganisations, each of theirs, and today. */
const stopsIn = (assess: AssessState): ReadonlyArray<Day> => {
  const days = answered(assess, "Days", daysKey)
  return assess.today === null ? [] : stopsOf(days?._tag === "Days" ? days.days : [], assess.today)
}

const noStop = {
  back: both("Chưa ghi lần sắp xếp nào trước ngày này", "No reorganisation before this day is recorded"),
  on: both("Không còn lần sắp xếp nào sau ngày này", "No reorganisation after this day is recorded")
}

/** To the day of change before or after; pressed again on the way, from where one is going. */
export const stepDay = (assess: AssessState, towards: "back" | "on"): AssessState => {
  const from = (assess.going ?? assess.spot)?.day
  const day = from === undefined ? undefined : stopBeside(stopsIn(assess), from, towards)
  return day === undefined ? { ...assess, said: { text: noStop[towards], tone: "warn" } } : goTo(assess, { day })
}

/** To the day as it was typed, or the reason why it is none. */
export const goToTyped = (assess: AssessState, text: string): AssessState => {
  const day = parseDay(text)
  return Result.isFailure(day)
    ? { ...assess, view: { _tag: "Day", text, problem: day.failure.sentence } }
    : goTo({ ...assess, view: { _tag: "Map" } }, { day: day.success })
}

const acceptances = ["approved", "verified", "submitted"] as const

/** The next state from which on values count. */
export const withAccept = (assess: AssessState): AssessState => {
  const now = acceptances.findIndex((accept) => accept === (assess.going ?? assess.spot)?.accept)
  return goTo(assess, { accept: acceptances[(now + 1) % acceptances.length] ?? "approved" })
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readAssessAgain = (assess: AssessState): AssessState =>
  goTo({ ...assess, failed: null, turn: assess.turn + 1, answers: new Map() }, {})

/** Said on arrival on a day that the set was not made for. */
export const outsidePeriod = ({ sets }: AssessState, { day, set }: Spot) => {
  const period = sets.find(({ id }) => id === set)?.period
  if (period === undefined || (period.from <= day && day <= period.to)) return null
  const [from, to] = [formatDay(period.from), formatDay(period.to)]
  return both(
    `Bộ tiêu chí này dùng cho giai đoạn ${from} – ${to}; bấm s để chọn bộ khác`,
    `This set is for ${from} – ${to}; press s for another`
  )
}
