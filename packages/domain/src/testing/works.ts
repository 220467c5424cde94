import { FundingEntryId, type FundingEntry, WorkId } from "../funding/index.ts"
import { UnitId } from "../units/index.ts"
import { addDays, Day, Dong, Moment } from "../values/index.ts"
import {
  BatchId,
  type LandEvent,
  type LandGift,
  LandGiftId,
  type Milestone,
  procedure,
  ReportId,
  type ReportBody,
  type Sector,
  type StepKey,
  type Work,
  type WorkReport,
  type WorksJournal
} from "../works/index.ts"

/** The journal of works as specs and benchmarks tell it. */

const clerk: WorkReport["recordedBy"] = { name: "văn phòng", role: "provincialOffice", agency: null }

const recorded = (day: Day) => ({ recordedAt: Moment.make(`${day}T01:00:00.000Z`), recordedBy: clerk })

/** Steps one after the other as the procedure has them, each with its usual days, from a first day on. */
export const planFrom = (
  first: Day,
  keys: ReadonlyArray<StepKey> = procedure.map(({ key }) => key)
): ReadonlyArray<Milestone> => {
  const due = new Map<StepKey, Day>()
  return procedure
    .filter(({ key }) => keys.includes(key))
    .map(({ after, days, key }) => {
      const before = after.filter((one) => due.has(one))
      const start = before.reduce((day, one) => {
        const next = addDays(due.get(one) ?? day, 1)
        return next > day ? next : day
      }, first)
      const last = addDays(start, days - 1)
      due.set(key, last)
      return { step: key, after: before, start, due: last }
    })
}

type ToldWork = Partial<Omit<WorksJournal["works"][number], "id" | "unit" | "cost" | "milestones">> & {
  readonly id: number
  readonly unit: number
  readonly cost?: number
  readonly milestones?: ReadonlyArray<Milestone>
}

/** A road of 1 tỷ đồng, planned by the whole procedure from 2024-01-01 on. */
export const toldWork = ({
  cost = 1_000_000_000,
  id,
  milestones,
  unit,
  ...more
}: ToldWork): WorksJournal["works"][number] => {
  const [first, ...others] = milestones ?? planFrom(Day.make("2024-01-01"))
  if (first === undefined) throw new Error("a plan has steps")
  return {
    code: `CT-${id}`,
    name: `Đường số ${id}`,
    batch: null,
    sector: "transport",
    investor: "UBND xã",
    size: null,
    serves: [],
    document: null,
    illustrative: false,
    recordedAt: Moment.make("2024-01-01T01:00:00.000Z"),
    ...more,
    id: WorkId.make(id),
    unit: UnitId.make(unit),
    cost: Dong.make(cost),
    milestones: [first, ...others]
  }
}

/** A report of a day, recorded on it. */
export const toldReport = (
  id: number,
  work: number,
  day: string,
  body: ReportBody,
  more: Partial<WorkReport> = {}
): WorkReport => ({
  day: Day.make(day),
  body,
  document: null,
  evidence: [],
  note: null,
  illustrative: false,
  ...recorded(Day.make(day)),
  ...more,
  id: ReportId.make(id),
  work: WorkId.make(work)
})

/** An amount of a work, from the province's budget. */
export const toldPayment = (
  id: number,
  work: number,
  unit: number,
  day: string,
  amount: number,
  stage: FundingEntry["stage"] = "disbursed"
): FundingEntry => ({
  id: FundingEntryId.make(id),
  unit: UnitId.make(unit),
  tier: "commune",
  agency: null,
  from: null,
  source: "investment.province",
  year: Number(day.slice(0, 4)),
  stage,
  kind: "stated",
  content: null,
  amount: Dong.make(amount),
  quantity: null,
  day: Day.make(day),
  work: WorkId.make(work),
  document: null,
  place: null,
  reason: null,
  adjusts: null,
  illustrative: false,
  ...recorded(Day.make(day))
})

export const toldGift = (id: number, unit: number, day: string, more: Partial<LandGift> = {}): LandGift => ({
  work: null,
  household: `Hộ ${id}`,
  residential: 10,
  agricultural: 5,
  structures: 1,
  eligible: 1,
  parcels: 2,
  day: Day.make(day),
  document: null,
  illustrative: false,
  ...recorded(Day.make(day)),
  ...more,
  id: LandGiftId.make(id),
  unit: UnitId.make(unit)
})

export const toldLandEvent = (gift: number, day: string, event: LandEvent["event"]): LandEvent => ({
  gift: LandGiftId.make(gift),
  day: Day.make(day),
  event,
  ...recorded(Day.make(day))
})

export const worksJournal = (told: Partial<WorksJournal>): WorksJournal => ({
  batches: [],
  works: [],
  reports: [],
  gifts: [],
  landEvents: [],
  ...told
})

const sectors: ReadonlyArray<Sector> = ["transport", "education", "culture", "health", "environment"]

/**
 * A batch with everything that happened to it: some twenty reports and eight payments a work, the same ones for the same numbers.
 *
 * **Details** Works begin over half a year, some are slow, a few contracts are changed; by 2025-03-05 some are done and most are being built.
 */
export const manyWorks = (
  count: number,
  units: ReadonlyArray<UnitId>
): { readonly journal: WorksJournal; readonly entries: ReadonlyArray<FundingEntry> } => {
  const first = Day.make("2023-06-01")
  const batch = BatchId.make("dot-thu")
  const works: Array<Work & { readonly recordedAt: Moment }> = []
  const reports: Array<WorkReport> = []
  const entries: Array<FundingEntry> = []
  const tell = (work: number, day: Day, body: ReportBody) =>
    void reports.push(toldReport(reports.length + 1, work, day, body))
  for (let at = 0; at < count; at++) {
    const id = at + 1
    const unit = units[at % units.length] ?? UnitId.make(1)
    const begin = addDays(first, (at * 37) % 180)
    const cost = (((at * 7919) % 40) + 5) * 250_000_000
    const work = toldWork({
      id,
      unit,
      cost,
      batch,
      sector: sectors[at % sectors.length] ?? "other",
      milestones: planFrom(begin),
      recordedAt: Moment.make("2023-06-01T01:00:00.000Z"),
      illustrative: true
    })
    works.push(work)
    const late = (at * 13) % 60
    const built = work.milestones.findIndex(({ step }) => step === "construction")
    for (const [place, { due, start, step }] of work.milestones.entries()) {
      const shift = place < built ? 0 : late
      if (addDays(due, shift) > "2025-03-05") break
      if (step === "construction" || step === "land")
        tell(id, addDays(start, shift), { _tag: "step", step, event: "begun", by: null })
      if (step === "construction")
        for (let part = 1; part <= 10; part++) {
          const day = addDays(start, shift + part * 15)
          tell(id, day, { _tag: "volume", done: Dong.make((cost * part) / 10) })
          if (part % 3 === 0) tell(id, day, { _tag: "accepted", amount: Dong.make((cost * 3) / 10) })
          if (part > 2) entries.push(toldPayment(entries.length + 1, id, unit, addDays(day, 20), cost / 10))
        }
      tell(id, addDays(due, shift), { _tag: "step", step, event: "done", by: step === "operator" ? "UBND xã" : null })
    }
  }
  return {
    entries,
    journal: worksJournal({
      batches: [
        {
          id: batch,
          name: "Đợt thử",
          unit: units[0] ?? UnitId.make(1),
          year: 2023,
          document: null,
          approvedOn: first,
          due: null
        }
      ],
      works,
      reports
    })
  }
}
