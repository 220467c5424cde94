import type { FundingEntry } from "../funding/index.ts"
import { dayNumber, type Dong, formatDay, formatMoney } from "../values/index.ts"
import type { StepFacts } from "./schedule.ts"
import { placeOf } from "./schedule.ts"
import { procedure } from "./procedure.ts"
import type { WorkReport } from "./report.ts"
import type { ContractChange } from "./standing.ts"
import type { Work } from "./work.ts"

/** What works ask of an entry of funding. */
export type WorkEntry = Pick<FundingEntry, "work" | "stage" | "year" | "amount" | "day" | "recordedAt">

/** An amount of a day, as a number (see `dayNumber`). */
export interface Dated {
  readonly day: number
  readonly amount: number
}

/** Everything that holds of one work on a day, in the order of days. */
export interface WorkHistory {
  readonly work: Work
  /** Those that count. */
  readonly reports: ReadonlyArray<WorkReport>
  readonly entries: ReadonlyArray<WorkEntry>
  /** In the order of the milestones. */
  readonly steps: StepFacts
  /** Whom a step was handed over to, or who operates: by the last report of the step being done. */
  readonly by: Readonly<Partial<Record<"handover" | "operator", string>>>
  /** Value of what is built, to date. */
  readonly volumes: ReadonlyArray<Dated>
  readonly acceptances: ReadonlyArray<Dated>
  readonly payments: ReadonlyArray<Dated>
  readonly planned: number
  readonly allocated: number
  /** What the contract is worth. */
  readonly value: Dong
  readonly scope: string | null
  readonly changes: ReadonlyArray<ContractChange>
  /** Snags that are not solved. */
  readonly problems: ReadonlyArray<WorkReport>
}

const nameOf = new Map(procedure.map(({ key, name }) => [key, name]))

type ChangeBody = Extract<WorkReport["body"], { readonly _tag: "change" }>

const changeOf = ({ day, id: report }: WorkReport, { change, reason }: ChangeBody): ContractChange => {
  switch (change._tag) {
    case "time": {
      const { en = change.step, vi = change.step } = nameOf.get(change.step) ?? {}
      const what = { vi: `Thời hạn: ${vi}`, en: `Time: ${en}` }
      return { report, day, what, before: formatDay(change.before), after: formatDay(change.after), reason }
    }
    case "value":
      return {
        report,
        day,
        what: { vi: "Giá trị hợp đồng", en: "Contract value" },
        before: formatMoney(change.before, { unit: "đồng" }),
        after: formatMoney(change.after, { unit: "đồng" }),
        reason
      }
    case "scope":
      return {
        report,
        day,
        what: { vi: "Quy mô", en: "Scope" },
        before: change.before,
        after: change.after,
        reason
      }
  }
}

const unknownDays = ({ milestones }: Work): Array<number> => milestones.map(() => Number.NaN)

/** What was planned, allocated and paid, payments in the order of days. */
const moneyOf = (entries: ReadonlyArray<WorkEntry>): Pick<WorkHistory, "planned" | "allocated" | "payments"> => {
  let [planned, allocated, before, sorted] = [0, 0, 0, true]
  const payments: Array<Dated> = []
  for (const { amount, day: on, stage } of entries) {
    if (stage === "planned") planned += amount
    else if (stage === "allocated") allocated += amount
    else if (stage === "disbursed") {
      const day = dayNumber(on)
      payments.push({ day, amount })
      if (day < before) sorted = false
      before = day
    }
  }
  return { planned, allocated, payments: sorted ? payments : payments.sort((a, b) => a.day - b.day) }
}

/**
 * Reads what holds of a work out of what counts.
 *
 * **Details** The first report of a step being begun or done is the one that tells the day; the last volume of a day is its volume.
 */
export const historyOf = (
  work: Work,
  reports: ReadonlyArray<WorkReport>,
  entries: ReadonlyArray<WorkEntry>
): WorkHistory => {
  const steps = { begun: unknownDays(work), done: unknownDays(work), extended: unknownDays(work) }
  const by: { handover?: string; operator?: string } = {}
  const volumes: Array<Dated> = []
  const acceptances: Array<Dated> = []
  const changes: Array<ContractChange> = []
  const snags = new Map<number, WorkReport>()
  let value: Dong = work.cost
  let scope: string | null = null
  for (const report of reports) {
    const { body } = report
    const day = dayNumber(report.day)
    switch (body._tag) {
      case "step": {
        const at = placeOf(work.milestones, body.step)
        const days = steps[body.event]
        if (at >= 0 && Number.isNaN(days[at])) days[at] = day
        if (body.event === "done" && body.by !== null && (body.step === "handover" || body.step === "operator"))
          by[body.step] = body.by
        break
      }
      case "volume":
        volumes.push({ day, amount: body.done })
        break
      case "accepted":
        acceptances.push({ day, amount: body.amount })
        break
      case "change":
        changes.push(changeOf(report, body))
        if (body.change._tag === "value") value = body.change.after
        else if (body.change._tag === "scope") scope = body.change.after
        else {
          const at = placeOf(work.milestones, body.change.step)
          if (at >= 0) steps.extended[at] = dayNumber(body.change.after)
        }
        break
      case "problem":
        snags.set(report.id, report)
        break
      case "solved":
        snags.delete(body.problem)
        break
      case "paper":
      case "withdrawn":
        break
    }
  }
  return {
    work,
    reports,
    entries,
    steps,
    by,
    volumes,
    acceptances,
    ...moneyOf(entries),
    value,
    scope,
    changes,
    problems: [...snags.values()]
  }
}
