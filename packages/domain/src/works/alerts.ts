import { calendarPercent, firstDayOf, lastDayOf } from "../funding/index.ts"
import { type Day, daysBetween } from "../values/index.ts"
import type { Alert, AlertRule } from "./alert.ts"
import {
  aheadWords,
  behindWords,
  debtWords,
  disbursementWords,
  landWords,
  notHandedOverWords,
  withoutOperatorWords
} from "./alert-words.ts"
import type { WorkInBook, WorksBook } from "./book.ts"
import type { GiftStanding } from "./land-standing.ts"
import type { WorksScope } from "./scope.ts"
import { placeOf } from "./schedule.ts"
import { percent } from "./amounts.ts"
import type { WorkStanding } from "./standing.ts"
import { wantsOperator } from "./tally.ts"

/** What fired, before it is known by which rule. */
type Fired = Omit<Alert, "rule" | "work" | "unit">

/** The day on which a step was done, as reported. */
const doneOn = ({ steps }: WorkStanding, step: "construction" | "handover"): Day | null =>
  steps.find((one) => one.step === step)?.doneOn ?? null

/** Budget years whose money can be paid on a day: its own, and in January the one before too. */
const openYears = (day: Day): ReadonlyArray<number> => {
  const year = Number(day.slice(0, 4))
  return [year - 1, year].filter((one) => firstDayOf(one) <= day && day <= lastDayOf(one))
}

/** What of a year's money is paid by the day; what was allocated counts, and as long as nothing was what is planned. */
const disbursedOf = (own: WorkInBook, year: number) => {
  const sums = { planned: 0, allocated: 0, mobilised: 0, disbursed: 0 }
  for (const entry of own.history().entries) if (entry.year === year) sums[entry.stage] += entry.amount
  return { given: sums.allocated > 0 ? sums.allocated : sums.planned, paid: sums.disbursed }
}

const disbursementAlerts = (own: WorkInBook, { asOf }: WorksBook, points: number): ReadonlyArray<Fired> =>
  openYears(asOf).flatMap((year) => {
    const { given, paid } = disbursedOf(own, year)
    if (given <= 0) return []
    const [calendar, rate] = [calendarPercent(year, asOf), percent(paid, given)]
    const over = Math.round((calendar - rate - points) * 10) / 10
    return over > 0
      ? [{ since: null, over, sentence: disbursementWords(own.work, { year, given, paid, rate, calendar }) }]
      : []
  })

const sinceAlert = (
  since: Day | null,
  asOf: Day,
  limit: number,
  words: (days: number) => Fired["sentence"]
): ReadonlyArray<Fired> => {
  if (since === null) return []
  const days = daysBetween(since, asOf)
  return days > limit ? [{ since, over: days - limit, sentence: words(days) }] : []
}

const ofWork = (rule: AlertRule, own: WorkInBook, book: WorksBook): ReadonlyArray<Fired> => {
  const standing = own.standing()
  const { asOf } = book
  switch (rule._tag) {
    case "behind":
      return own.isLate() && standing.daysBehind > rule.days
        ? [{ since: null, over: standing.daysBehind - rule.days, sentence: behindWords(standing) }]
        : []
    case "disbursement":
      return disbursementAlerts(own, book, rule.points)
    case "debt": {
      const old = standing.debt.parts.filter(({ ageDays }) => ageDays > rule.days)
      const [oldest] = old
      if (oldest === undefined) return []
      const over = old.reduce((sum, { amount }) => sum + amount, 0)
      return [{ since: oldest.acceptedOn, over, sentence: debtWords(standing, over, oldest, rule.days) }]
    }
    case "notHandedOver":
      return standing.state === "accepted"
        ? sinceAlert(doneOn(standing, "construction"), asOf, rule.days, (days) => notHandedOverWords(standing, days))
        : []
    case "withoutOperator":
      return wantsOperator(standing)
        ? sinceAlert(doneOn(standing, "handover"), asOf, rule.days, (days) => withoutOperatorWords(standing, days))
        : []
    case "paidAhead":
    case "builtAhead": {
      const lead =
        rule._tag === "paidAhead"
          ? standing.paidPercent - standing.donePercent
          : standing.donePercent - standing.paidPercent
      const over = Math.round((lead - rule.points) * 10) / 10
      return over > 0 ? [{ since: null, over, sentence: aheadWords(standing, rule._tag) }] : []
    }
    case "landNotCleared":
      return []
  }
}

/** Land that was agreed and is not cleared, by the work that waits for it, or by the unit where none does. */
const landAlerts = (
  rule: Extract<AlertRule, { readonly _tag: "landNotCleared" }>,
  { asOf, byId }: WorksBook,
  gifts: ReadonlyArray<GiftStanding>
): ReadonlyArray<Alert> => {
  const waiting = gifts.filter(({ clearedOn, gift }) => clearedOn === null && daysBetween(gift.day, asOf) > rule.days)
  const groups = Map.groupBy(waiting, ({ gift, unit }) => `${gift.work ?? ""} ${unit?.id ?? ""}`)
  return [...groups.values()].flatMap((group) => {
    const [oldest] = group.toSorted((a, b) => (a.gift.day < b.gift.day ? -1 : 1))
    if (oldest === undefined) return []
    const { gift, unit } = oldest
    const days = daysBetween(gift.day, asOf)
    const work = gift.work === null ? null : (byId.get(gift.work)?.work ?? null)
    return [
      {
        rule,
        work: gift.work,
        unit,
        since: gift.day,
        over: days - rule.days,
        sentence: landWords(work, unit, group, days)
      }
    ]
  })
}

const worstFirst = (a: Alert, b: Alert): number => b.over - a.over || (a.work ?? 0) - (b.work ?? 0)

/** Rules whose step has to be in a plan for them to mean anything are silent about works without it. */
const concerns = (rule: AlertRule, { work: { milestones } }: WorkInBook): boolean =>
  rule._tag !== "notHandedOver" || placeOf(milestones, "handover") >= 0

/** The alerts of some works of a book on its day: rule by rule in their order, the worst first within each. */
export const alertsOf = (rules: ReadonlyArray<AlertRule>, book: WorksBook, scope: WorksScope): ReadonlyArray<Alert> =>
  rules.flatMap((rule) => {
    const alerts =
      rule._tag === "landNotCleared"
        ? landAlerts(rule, book, scope.gifts)
        : scope.works
            .filter((own) => concerns(rule, own))
            .flatMap((own) =>
              ofWork(rule, own, book).map((fired): Alert => ({ ...fired, rule, work: own.work.id, unit: own.unit }))
            )
    return alerts.toSorted(worstFirst)
  })
