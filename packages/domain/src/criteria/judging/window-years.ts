import {
  type Answer,
  type CarryRule,
  type Chronicle,
  type Epoch,
  type Part,
  type Report,
  type UnitId,
  unitsAs
} from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import { overYears } from "../evaluator/columns-window.ts"
import type { SeriesValue } from "../observations/observations.ts"
import { type YearReport, yearReport } from "./years.ts"

/** The value of one calendar year: reported, derived from what others reported, or none, and why. */
export interface YearAnswer {
  readonly year: number
  readonly answer: Answer<Report>
}

/** What a year is asked of. */
export interface YearAsked {
  readonly chronicle: Chronicle
  readonly rule: CarryRule
  /** The ground of each unit that is asked of. */
  readonly grounds: ReadonlyArray<Epoch>
  /** What these units reported, and all that their ground was made of. */
  readonly reported: ReadonlyMap<UnitId, ReadonlyArray<SeriesValue>>
  readonly on: Day
  readonly boundaries: Day
}

/** These epochs and everything that their ground was made of, however many events ago. */
export const madeOf = (grounds: Iterable<Epoch>): ReadonlySet<Epoch> => {
  const found = new Set(grounds)
  // The set grows while it is walked.
  for (const { came } of found) for (const { from } of came) found.add(from)
  return found
}

const isAbout = ({ from, until }: Epoch, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day < until)

/** Whether an amount leaves open what belongs to the year before the unit was made what it is. */
const isPart = ({ came, from }: Epoch, own: YearReport, year: number): boolean =>
  own.from !== null && from !== null && from > `${year}-01-01` && own.from >= from && came.length > 0

const reportOf = ({ unit }: Epoch, { day, value }: YearReport): Report => ({ unit, day, value })

const asReported = (report: Report): Answer<Report> => {
  const value = Number(report.value)
  const range = { low: value, high: value, estimate: value }
  return { kind: "reported", unit: report.unit, provisional: false, range, holds: null, exact: true, report }
}

/** Its own amount together with what was derived for the days before. */
const withOwn = (report: Report, before: Answer<Report>): Answer<Report> => {
  if (before.kind !== "derived" || before.range === null) return before
  const sum = (value: number): number => overYears("sum", [Number(report.value), value]) ?? Number.NaN
  const { estimate, high, low } = before.range
  const part: Part<Report> = {
    unit: report.unit,
    report,
    share: { low: 1, high: 1, estimate: 1 },
    whole: true,
    weight: null,
    inferred: false
  }
  const range = { low: sum(low), high: sum(high), estimate: estimate === null ? null : sum(estimate) }
  return { ...before, range, parts: [...before.parts, part] }
}

/**
 * The value of a calendar year for each ground, in their order: its own, else carried by the rule like any other value.
 *
 * **Details** An amount that a unit reported since it was formed within the year is completed by what its predecessors reported of the
 * days before; where none of them reported any it stands alone, as one of a part of a year does elsewhere.
 * **Gotchas** Where a predecessor was itself formed within the year, and so told but a part of it, amounts are not put together: no data.
 */
export const yearAnswers = (
  { boundaries, chronicle, grounds, on, reported, rule }: YearAsked,
  year: number
): ReadonlyArray<Answer<Report>> => {
  const told = new Map<Epoch, YearReport>()
  for (const epoch of madeOf(grounds)) {
    const own = yearReport(
      (reported.get(epoch.unit) ?? []).filter(({ day }) => isAbout(epoch, day)),
      year
    )
    if (own !== null) told.set(epoch, own)
  }
  const own = new Set(grounds)
  const before = new Map([...told].filter(([epoch]) => !own.has(epoch)))
  for (const [epoch, part] of before) {
    if (!isPart(epoch, part, year)) continue
    const earlier = [...madeOf([epoch])].filter((one) => one !== epoch && told.has(one))
    for (const one of earlier.length === 0 ? [] : [epoch, ...earlier]) before.delete(one)
  }
  const isWhole = (ground: Epoch): boolean => {
    const report = told.get(ground)
    return report !== undefined && !isPart(ground, report, year)
  }
  const open = grounds.filter((ground) => !isWhole(ground))
  const reports = [...before].map(([epoch, report]) => reportOf(epoch, report))
  const asked = { on, boundaries, units: open.map(({ unit }) => unit) }
  const derived = new Map(
    open.length === 0 ? [] : unitsAs(chronicle, rule, reports, asked).map((one) => [one.unit, one])
  )
  return grounds.flatMap((ground) => {
    const report = told.get(ground)
    const answer = derived.get(ground.unit)
    if (report === undefined) return answer ?? []
    const value = reportOf(ground, report)
    const alone = answer === undefined || ![...madeOf([ground])].some((one) => one !== ground && told.has(one))
    return [alone ? asReported(value) : withOwn(value, answer)]
  })
}
