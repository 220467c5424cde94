import { standInOn } from "../funding/index.ts"
import type { WorkId } from "../funding/index.ts"
import { ancestorsOn, type Chronicle } from "../units/index.ts"
import { type Day, quoted, writtenWords } from "../values/index.ts"
import {
  type CheckedWorks,
  duplicateOf,
  fault,
  futureFault,
  scopeFault,
  type WorksChecking,
  type WorksFault
} from "./check-fault.ts"
import { timelineFaults, type TimelineReport } from "./check-timeline.ts"
import { countingOf } from "./counting.ts"
import type { WorksProblem } from "./refusal.ts"
import type { ReportRecording, WorkReport } from "./report.ts"
import type { Work } from "./work.ts"
import type { WorksJournal } from "./works.ts"

/** A report that stands the checks. */
export type CheckedReport = Omit<WorkReport, "id" | "recordedAt" | "recordedBy">

/** Finds works by number, or by code with the code that their province has on a day ("31/KM2024-11824-07"). */
export const workFinder = (chronicle: Chronicle, { works }: Pick<WorksJournal, "works">) => {
  const byId = new Map<WorkId, Work>(works.map((work) => [work.id, work]))
  const byCode = Map.groupBy(works, ({ code }) => code)
  return (named: WorkId | string, day: Day): Work | undefined => {
    if (typeof named !== "string") return byId.get(named)
    const slash = named.indexOf("/")
    const province = named.slice(0, slash)
    return byCode.get(named.slice(slash + 1))?.find(({ unit }) => {
      const now = standInOn(chronicle, unit, day)
      return (
        now !== null && [now, ...ancestorsOn(chronicle.register, now.id, day)].some(({ code }) => code === province)
      )
    })
  }
}

/** By what a report is the same as another. */
const sameness = (work: WorkId, { body, day, document }: Pick<WorkReport, "body" | "day" | "document">): string =>
  JSON.stringify([work, day, body, document])

/** Reports that a batch takes back, of one work, and what is wrong with that. */
const withdrawals = (
  rows: ReadonlyArray<TimelineReport & { readonly row: number }>,
  recorded: ReadonlyArray<WorkReport>,
  counting: ReadonlySet<number>
) => {
  const gone = new Set<number>()
  const faults: Array<WorksFault & { readonly row: number }> = []
  const known = new Set<number>(recorded.map(({ id }) => id))
  for (const { body, row } of rows) {
    if (body._tag !== "withdrawn") continue
    const { report } = body
    if (!known.has(report))
      faults.push({
        row,
        ...fault(
          "body.report",
          "unknownReport",
          `Công trình không có báo cáo số ${report}`,
          `The work has no report ${report}`
        )
      })
    else if (gone.has(report) || !counting.has(report))
      faults.push({
        row,
        ...fault(
          "body.report",
          "duplicate",
          `Báo cáo số ${report} đã được rút`,
          `Report ${report} is taken back already`
        )
      })
    gone.add(report)
  }
  return { gone, faults }
}

/**
 * Holds reports against what is known of their works: who may report, days, steps in their order, volumes that go back or over the
 * contract, acceptances over what is built, changes of something that is not in force, snags and reports that there are not.
 *
 * **Details** All problems of all rows at once; rows of a batch may rest on each other, in any order. What a batch takes back does not
 * count for its other rows.
 */
export const checkReports = (
  checking: WorksChecking,
  rows: ReadonlyArray<ReportRecording>
): CheckedWorks<CheckedReport> => {
  const { chronicle, journal, today } = checking
  const workNamed = workFinder(chronicle, journal)
  const problems: Array<WorksProblem> = []
  const refused = new Set<number>()
  const refuse = (row: number, found: WorksFault | null) => {
    if (found === null) return
    problems.push({ row, ...found })
    refused.add(row)
  }
  const byWork = new Map<
    WorkId,
    { readonly work: Work; readonly rows: Array<TimelineReport & { readonly row: number }> }
  >()
  const found: Array<CheckedReport & { readonly row: number }> = []
  const asked = new Set<WorkId>()
  const seen = new Map<string, number>()
  for (const [row, report] of rows.entries()) {
    refuse(row, futureFault(report.day, today))
    const work = workNamed(report.work, report.day)
    if (work === undefined) {
      const name = typeof report.work === "string" ? quoted(report.work) : String(report.work)
      refuse(row, fault("work", "unknownWork", `Không có công trình ${name}`, `There is no work ${name}`))
      continue
    }
    asked.add(work.id)
    const unit = standInOn(chronicle, work.unit, report.day)?.id ?? work.unit
    refuse(row, scopeFault(checking, unit, report.day, `Công trình ${quoted(work.code)}`))
    const key = sameness(work.id, report)
    const first = seen.get(key)
    if (first !== undefined) {
      refuse(row, duplicateOf(first))
      continue
    }
    seen.set(key, row)
    found.push({ ...report, work: work.id, row })
    const own = byWork.get(work.id) ?? { work, rows: [] }
    own.rows.push({ row, id: null, day: report.day, body: report.body })
    byWork.set(work.id, own)
  }
  const recorded = Map.groupBy(
    journal.reports.filter(({ work }) => asked.has(work)),
    ({ work }) => work
  )
  for (const [id, { rows: own, work }] of byWork) {
    const all = recorded.get(id) ?? []
    const counting = countingOf(all)
    const keys = new Map(counting.map((report) => [sameness(id, report), report]))
    const { faults, gone } = withdrawals(own, all, new Set(counting.map((report) => report.id)))
    for (const { row, ...one } of faults) refuse(row, one)
    for (const { body, day, row } of own) {
      const same = keys.get(sameness(id, { body, day, document: rows[row]?.document ?? null }))
      if (same === undefined || gone.has(same.id)) continue
      const { en, vi } = writtenWords({ name: same.recordedBy.name, at: same.recordedAt })
      refuse(
        row,
        fault(null, "duplicate", `Đã có báo cáo số ${same.id}, ${vi}`, `Report ${same.id} says so already, ${en}`)
      )
    }
    const before = counting.filter((report) => !gone.has(report.id)).map((report) => ({ ...report, row: null }))
    const after = own.filter(({ row }) => !refused.has(row))
    for (const { row, ...one } of timelineFaults(work, [...before, ...after])) refuse(row, one)
  }
  return { accepted: found.filter(({ row }) => !refused.has(row)), problems }
}
