import type { WorkLine, WorkUnit } from "@ntm/contract"
import { compareVietnamese, matchesFolded } from "@ntm/domain/values"
import type { Sector, WorkInBook, WorkStanding } from "@ntm/domain/works"

export const unitLine = ({ code, id, name, type }: WorkUnit): WorkUnit => ({ id, code, name, type })

/** A work as lists show it. */
export const workLine = (own: WorkInBook): WorkLine => {
  const { unit, work } = own
  const standing = own.standing()
  const { daysBehind, debt, donePercent, expectedFinish, paidPercent, plannedFinish, plannedPercent } = standing
  return {
    id: work.id,
    code: work.code,
    name: work.name,
    sector: work.sector,
    batch: work.batch,
    unit: unit === null ? null : unitLine(unit),
    state: standing.state,
    value: standing.value,
    donePercent,
    plannedPercent,
    paidPercent,
    debt: debt.amount,
    daysBehind,
    plannedFinish,
    expectedFinish,
    problems: standing.problems.length,
    illustrative: work.illustrative
  }
}

/** Which works of a scope are asked for, and in which order. */
export interface LinesQuery {
  readonly sector?: Sector
  readonly state?: WorkStanding["state"]
  readonly late?: number
  readonly q?: string
  readonly sort?: "late" | "value" | "name" | "debt"
}

const byName = (a: WorkInBook, b: WorkInBook): number =>
  compareVietnamese(a.work.name, b.work.name) || a.work.id - b.work.id

const orders = {
  late: (a: WorkInBook, b: WorkInBook) => b.standing().daysBehind - a.standing().daysBehind,
  value: (a: WorkInBook, b: WorkInBook) => b.standing().value - a.standing().value,
  debt: (a: WorkInBook, b: WorkInBook) => b.standing().debt.amount - a.standing().debt.amount,
  name: byName
} as const

/** Works that a query asks for, in its order: the latest first unless it says otherwise. A finished work is late no more. */
export const chosenWorks = (
  works: ReadonlyArray<WorkInBook>,
  { late, q, sector, sort = "late", state }: LinesQuery
): ReadonlyArray<WorkInBook> => {
  const chosen = works.filter(
    (own) =>
      (sector === undefined || own.work.sector === sector) &&
      (q === undefined || matchesFolded(q, `${own.work.code} ${own.work.name}`)) &&
      (state === undefined || own.standing().state === state) &&
      (late === undefined || (own.isLate() && own.standing().daysBehind >= late))
  )
  return chosen.toSorted((a, b) => orders[sort](a, b) || byName(a, b))
}
