import type { UnitId } from "../units/index.ts"
import { type Day, dayAt, dayNumber, roundHalfUp } from "../values/index.ts"
import { asDong, percent } from "./amounts.ts"
import type { WorksTally } from "./batch-standing.ts"
import { debtTogether } from "./debt.ts"
import { landOf } from "./land-standing.ts"
import type { WorksScope } from "./scope.ts"
import { plannedShare } from "./work-days.ts"
import type { WorkHistory } from "./history.ts"
import type { WorkStanding } from "./standing.ts"
import type { Sector } from "./work.ts"

/** Whether a work that was handed over still wants somebody to operate it: its plan has the step, and it is not done. */
export const wantsOperator = ({ state, work }: WorkStanding): boolean =>
  state === "handedOver" && work.milestones.some(({ step }) => step === "operator")

const meanOf = (values: ReadonlyArray<number>): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The newest day that anything told of a work is about, as a number; 0 where nothing was. */
const lastToldOf = ({ payments, reports }: WorkHistory): number => {
  const report = reports.at(-1)
  return Math.max(report === undefined ? 0 : dayNumber(report.day), payments.at(-1)?.day ?? 0)
}

/**
 * Works together, on the day of their book.
 *
 * **Details** Every amount is the sum of those of the works, every number the count of works. Communes are those that works were approved
 * for, as documents go on counting them: the numbers do not hang on the boundaries of the day.
 */
export const tallyOf = ({ gifts, works }: WorksScope, asOf: Day): WorksTally => {
  const today = dayNumber(asOf)
  const bySector: Partial<Record<Sector, number>> = {}
  const byState = { planned: 0, preparing: 0, building: 0, accepted: 0, handedOver: 0, operating: 0 }
  const communes = new Map<UnitId, { done: number; value: number }>()
  const sums = { cost: 0, value: 0, done: 0, due: 0, planned: 0, allocated: 0, paid: 0 }
  let [late, daysBehindWorst, withoutOperator, lastTold] = [0, 0, 0, 0]
  for (const own of works) {
    const { ofCommune, work } = own
    const standing = own.standing()
    lastTold = Math.max(lastTold, lastToldOf(own.history()))
    bySector[work.sector] = (bySector[work.sector] ?? 0) + 1
    byState[standing.state] += 1
    sums.cost += work.cost
    sums.value += standing.value
    sums.done += standing.done
    sums.due += standing.value * plannedShare(own.days().building, today)
    sums.planned += standing.planned
    sums.allocated += standing.allocated
    sums.paid += standing.paid
    if (own.isLate()) {
      late += 1
      daysBehindWorst = Math.max(daysBehindWorst, standing.daysBehind)
    }
    if (wantsOperator(standing)) withoutOperator += 1
    if (!ofCommune) continue
    const commune = communes.get(work.unit) ?? { done: 0, value: 0 }
    commune.done += standing.done
    commune.value += standing.value
    communes.set(work.unit, commune)
  }
  return {
    works: works.length,
    communes: communes.size,
    bySector,
    byState,
    cost: asDong(sums.cost),
    value: asDong(sums.value),
    done: asDong(sums.done),
    donePercent: percent(sums.done, sums.value),
    plannedPercent: percent(Math.round(sums.due), sums.value),
    communeMeanPercent: roundHalfUp(
      meanOf([...communes.values()].map(({ done, value }) => (value === 0 ? 0 : (done / value) * 100))),
      1
    ),
    planned: asDong(sums.planned),
    allocated: asDong(sums.allocated),
    paid: asDong(sums.paid),
    debt: debtTogether(works.map((own) => own.standing().debt)),
    late,
    daysBehindWorst,
    notHandedOver: byState.accepted,
    withoutOperator,
    land: landOf(gifts),
    lastReport: lastTold === 0 ? null : dayAt(lastTold),
    illustrative: works.some(({ work }) => work.illustrative)
  }
}
