import { ancestorsOn, type Unit, type UnitId, unitOn } from "../units/index.ts"
import { compareVietnamese, dayAt } from "../values/index.ts"
import type { BatchPath, BatchStanding } from "./batch-standing.ts"
import type { WorkInBook, WorksBook } from "./book.ts"
import type { WorksScope } from "./scope.ts"
import { tallyOf } from "./tally.ts"
import type { StepDays } from "./schedule.ts"
import type { Batch } from "./work.ts"

/**
 * The longest way through all works, from the first day of any to the last of all; null without works.
 *
 * **Details** Works of a batch do not wait for each other: what decides when all of it is done is the critical path of the work that is
 * finished last (of several the longest), and the way begins with the wait for it since the batch began.
 */
export const pathOfWorks = (works: ReadonlyArray<WorkInBook>): BatchPath | null => {
  let last: { readonly own: WorkInBook; readonly finish: number; readonly begin: number } | null = null
  let [start, plannedFinish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const own of works) {
    const { planned, schedule } = own.days()
    const { begin, finish } = schedule
    start = Math.min(start, begin)
    plannedFinish = Math.max(plannedFinish, planned.finish)
    if (last === null || finish > last.finish || (finish === last.finish && begin < last.begin))
      last = { own, finish, begin }
  }
  if (last === null) return null
  const { finish, own } = last
  const { schedule } = own.days()
  return {
    start: dayAt(start),
    plannedFinish: dayAt(plannedFinish),
    expectedFinish: dayAt(finish),
    days: finish - start + 1,
    daysBehind: Math.max(0, finish - plannedFinish),
    path: schedule.critical.flatMap((at) => {
      const step = own.work.milestones[at]?.step
      const day = (days: StepDays) => dayAt(days[at] ?? finish)
      return step === undefined ? [] : [{ work: own.work.id, step, from: day(schedule.start), to: day(schedule.end) }]
    })
  }
}

/** The district in which a unit lay on a day, or its province; itself where nothing is above it. */
const districtOf = ({ asOf, chronicle: { register } }: WorksBook, unit: UnitId, day: Batch["approvedOn"]) => {
  const on = day ?? asOf
  const above = ancestorsOn(register, unit, on)
  return above.find(({ level }) => level === "district") ?? above.at(-1) ?? unitOn(register, unit, on) ?? null
}

const worstFirst = (a: BatchStanding["districts"][number], b: BatchStanding["districts"][number]): number => {
  const lag = ({ tally: { donePercent, plannedPercent } }: typeof a) => plannedPercent - donePercent
  return lag(b) - lag(a) || compareVietnamese(a.unit.name, b.unit.name)
}

/** A batch with its critical path and its districts side by side. `scope`: its works, or those of them that are asked for. */
export const batchStanding = (book: WorksBook, batch: Batch, { gifts, works }: WorksScope): BatchStanding => {
  const districts = new Map<UnitId, Unit | null>()
  const nameOf = (unit: UnitId): Unit | null => {
    const known = districts.get(unit)
    if (known !== undefined) return known
    const found = districtOf(book, unit, batch.approvedOn)
    districts.set(unit, found)
    return found
  }
  const byDistrict = Map.groupBy(works, ({ work }) => nameOf(work.unit)?.id ?? null)
  const giftsBy = Map.groupBy(gifts, ({ gift }) => nameOf(gift.unit)?.id ?? null)
  const rows = new Map([...districts.values()].flatMap((unit) => (unit === null ? [] : [[unit.id, unit]])))
  return {
    batch,
    tally: tallyOf({ works, gifts }, book.asOf),
    path: pathOfWorks(works),
    districts: [...byDistrict]
      .flatMap(([id, own]) => {
        const unit = id === null ? undefined : rows.get(id)
        return unit === undefined
          ? []
          : [{ unit, tally: tallyOf({ works: own, gifts: giftsBy.get(unit.id) ?? [] }, book.asOf) }]
      })
      .sort(worstFirst)
  }
}
