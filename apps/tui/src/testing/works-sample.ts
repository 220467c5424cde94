import type { AnswerOf, api, WorkLine } from "@ntm/contract"
import { InputKey } from "@ntm/domain/criteria"
import { FundingEntry, WorkId } from "@ntm/domain/funding"
import { chronicleOf } from "@ntm/domain/units"
import { addDays, Day, Moment } from "@ntm/domain/values"
import {
  type AlertRule,
  alertsOf,
  Batch,
  batchStanding,
  bookOn,
  curveOf,
  LandGift,
  landOf,
  procedure,
  type ReportBody,
  scopeOf,
  type Slip,
  type StepKey,
  tallyOf,
  Work,
  type WorkInBook,
  WorkReport,
  type WorksJournal
} from "@ntm/domain/works"
import { Schema } from "effect"
import type { WorksAnswer, WorksRead } from "../works/works-reads.ts"
import type { FakeApi } from "./fake-api.ts"
import { anLao, haiPhong } from "./money-sample.ts"

/** Three works of An Lão as the domain judges them on 2024-12-01: a late road that owes, a school in time, a market not begun. */

export const on = Schema.decodeUnknownSync(Day)("2024-12-01")
const moment = Schema.decodeUnknownSync(Moment)("2024-01-01T00:00:00.000Z")
const recordedBy = { name: "Văn phòng", role: "provincialOffice", agency: null } as const
const recorded = { recordedAt: moment, recordedBy, illustrative: false, document: null }
const workId = Schema.decodeUnknownSync(WorkId)
const decodeReport = Schema.decodeUnknownSync(WorkReport)
const decodeEntry = Schema.decodeUnknownSync(FundingEntry)

/** Steps one after the other from a day on, each with its usual days. */
const planned = (first: string, steps: ReadonlyArray<StepKey>) => {
  let start = Schema.decodeUnknownSync(Day)(first)
  return procedure
    .filter(({ key }) => steps.includes(key))
    .map(({ days, key }, at, all) => {
      const due = addDays(start, days - 1)
      const step = { step: key, after: at === 0 ? [] : [all[at - 1]?.key], start, due }
      start = addDays(due, 1)
      return step
    })
}

const work = (id: number, name: string, sector: string, first: string): WorksJournal["works"][number] => ({
  ...Schema.decodeUnknownSync(Work)({
    id,
    code: `KM2024-${id}`,
    name,
    unit: anLao.id,
    batch: "KM2024",
    sector,
    investor: "UBND huyện An Lão",
    cost: 10_000_000_000,
    size: null,
    milestones: planned(first, ["survey", "design", "contractor", "construction", "acceptance", "handover"]),
    serves: [Schema.decodeUnknownSync(InputKey)("rural-roads")],
    document: null,
    illustrative: id === 1
  }),
  recordedAt: moment
})

const report = (id: number, of: number, day: string, body: ReportBody): WorkReport =>
  decodeReport({ ...recorded, id, work: of, day, body, evidence: [], note: null })

const money = (id: number, of: number, stage: string, amount: number, day: string): FundingEntry =>
  decodeEntry({
    ...recorded,
    id,
    unit: anLao.id,
    tier: "commune",
    agency: null,
    from: null,
    source: "investment.province",
    year: 2024,
    stage,
    kind: "stated",
    content: null,
    amount: amount * 1_000_000,
    quantity: null,
    day,
    work: of,
    place: null,
    reason: null,
    adjusts: null
  })

const step = (id: number, of: number, key: StepKey, event: "begun" | "done", day: string) =>
  report(id, of, day, { _tag: "step", step: key, event, by: null })

const dong = (amount: number) => money(1, 1, "planned", amount, "2024-01-01").amount

const journal: WorksJournal = {
  batches: [
    Schema.decodeUnknownSync(Batch)({
      id: "KM2024",
      name: "Danh mục xã kiểu mẫu 2024",
      unit: haiPhong.id,
      year: 2024,
      document: null,
      approvedOn: "2024-01-01",
      due: "2024-12-31"
    })
  ],
  works: [
    work(1, "Đường trục xã An Thắng", "transport", "2024-01-01"),
    work(2, "Trường mầm non An Thắng", "education", "2024-03-01"),
    work(3, "Chợ trung tâm", "trade", "2024-12-10")
  ],
  reports: [
    step(1, 1, "survey", "done", "2024-01-20"),
    step(2, 1, "design", "done", "2024-03-30"),
    step(3, 1, "contractor", "done", "2024-05-30"),
    step(4, 1, "construction", "begun", "2024-06-01"),
    report(5, 1, "2024-08-01", { _tag: "volume", done: dong(2_000) }),
    report(6, 1, "2024-08-05", { _tag: "accepted", amount: dong(2_000) }),
    report(7, 1, "2024-10-01", { _tag: "problem", category: "land", text: "còn 3 hộ chưa bàn giao đất" }),
    report(8, 1, "2024-11-20", { _tag: "volume", done: dong(4_500) }),
    report(9, 1, "2024-11-21", {
      _tag: "change",
      change: { _tag: "value", before: dong(10_000), after: dong(10_500) },
      reason: "giá thép tăng"
    }),
    step(10, 2, "survey", "done", "2024-03-20"),
    step(11, 2, "design", "done", "2024-04-19"),
    step(12, 2, "contractor", "done", "2024-05-19"),
    step(13, 2, "construction", "begun", "2024-05-20"),
    step(14, 2, "construction", "done", "2024-10-10"),
    report(15, 2, "2024-10-10", { _tag: "volume", done: dong(10_000) })
  ],
  gifts: [
    Schema.decodeUnknownSync(LandGift)({
      ...recorded,
      id: 1,
      unit: anLao.id,
      work: 1,
      household: "H-01",
      residential: 12.5,
      agricultural: 30,
      structures: 1,
      eligible: 1,
      parcels: 2,
      day: "2024-02-01"
    })
  ],
  landEvents: []
}

export const entries = [
  money(1, 1, "planned", 10_000, "2024-01-01"),
  money(2, 1, "disbursed", 1_500, "2024-08-20"),
  money(3, 2, "disbursed", 10_000, "2024-11-01")
]

const rules: ReadonlyArray<AlertRule> = [
  { _tag: "behind", days: 30 },
  { _tag: "debt", days: 90 }
]

const book = bookOn(journal, entries, chronicleOf([haiPhong, anLao]), { asOf: on, knownAt: null, overdueAfter: 90 })
const scope = scopeOf(book, haiPhong)

const lineOf = (own: WorkInBook): WorkLine => {
  const standing = own.standing()
  return {
    id: standing.work.id,
    code: standing.work.code,
    name: standing.work.name,
    sector: standing.work.sector,
    batch: standing.work.batch,
    unit: standing.unit,
    state: standing.state,
    value: standing.value,
    donePercent: standing.donePercent,
    plannedPercent: standing.plannedPercent,
    paidPercent: standing.paidPercent,
    debt: standing.debt.amount,
    daysBehind: standing.daysBehind,
    plannedFinish: standing.plannedFinish,
    expectedFinish: standing.expectedFinish,
    problems: standing.problems.length,
    illustrative: standing.work.illustrative
  }
}

const known = { asOf: on, knownAt: null }
const road = book.byId.get(workId(1))
if (road === undefined) throw new Error("the sample has a road")

export const roadLine = lineOf(road)
export const lines = book.works.map(lineOf).toSorted((a, b) => b.daysBehind - a.daysBehind)

const slip: Slip = {
  work: roadLine.id,
  daysBehind: roadLine.daysBehind,
  expectedFinish: road.standing().expectedFinish,
  holds: [
    {
      input: Schema.decodeUnknownSync(InputKey)("rural-roads"),
      set: "xa-ntm-2021-2025",
      criterion: { no: 2, name: "Giao thông" },
      indicator: { code: "2.1", name: "Đường trục xã được nhựa hóa" },
      verdict: "notMet",
      targets: [{ document: "kh-61-2025-haiphong", id: "t1", text: "Thêm 13 xã kiểu mẫu", by: on }],
      recognition: { vi: "huyện chưa được công nhận", en: "not recognised yet" }
    }
  ],
  sentence: { vi: "Đường trục xã An Thắng xong muộn, chỉ tiêu 2.1 chưa đạt", en: "The road is late; 2.1 is not met" }
}

export const workAnswer: AnswerOf<typeof api.works.one> = {
  ...known,
  standing: road.standing(),
  slip,
  reports: journal.reports.filter(({ work: of }) => of === roadLine.id),
  entries: entries.filter(({ work: of }) => of === roadLine.id),
  curve: curveOf([road], on),
  gifts: []
}

/** What the API answers about the sample, by path. */
export const worksAnswers = {
  list: { ...known, tally: tallyOf(scope, on), items: lines, next: null } satisfies AnswerOf<typeof api.works.list>,
  curve: { ...known, curve: curveOf(book.works, on) } satisfies AnswerOf<typeof api.works.curve>,
  batches: {
    ...known,
    items: journal.batches.map((batch) => batchStanding(book, batch, scope)),
    next: null
  } satisfies AnswerOf<typeof api.works.batches>,
  slips: { ...known, items: [{ ...slip, line: roadLine }], next: null } satisfies AnswerOf<typeof api.works.slips>,
  debt: {
    ...known,
    limitDays: 90,
    owed: road.standing().debt,
    units: [{ unit: anLao, works: 1, debt: road.standing().debt }],
    items: [{ line: roadLine, debt: road.standing().debt }],
    next: null
  } satisfies AnswerOf<typeof api.works.debt>,
  land: {
    ...known,
    total: landOf(scope.gifts),
    units: [{ unit: anLao, land: landOf(scope.gifts) }]
  } satisfies AnswerOf<typeof api.works.land>,
  alerts: {
    ...known,
    rules,
    counts: rules.map((rule) => alertsOf([rule], book, scope).length),
    items: alertsOf(rules, book, scope),
    next: null
  } satisfies AnswerOf<typeof api.works.alerts>
}

/** What the API would answer, for specs of the screen. */
export const worksAnswerTo = (read: WorksRead): WorksAnswer => {
  switch (read._tag) {
    case "Open":
      return { _tag: "Opened", unit: "31" }
    case "Go": {
      const items = lines.filter(
        ({ daysBehind, name, sector }) =>
          (!read.to.late || daysBehind > 0) &&
          (read.to.sector === null || sector === read.to.sector) &&
          name.toLowerCase().includes(read.to.query.toLowerCase())
      )
      return { _tag: "Arrived", spot: read.to, list: { ...worksAnswers.list, items } }
    }
    case "Work":
      return { _tag: "Work", work: workAnswer }
    case "Summary": {
      const { alerts, batches, curve } = worksAnswers
      return { _tag: "Summary", summary: { alerts, batches, curve } }
    }
  }
}

/** Teaches the fake API the sample of works, as the real one answers about it. */
export const serveWorks = ({ answers }: Pick<FakeApi, "answers">): void => {
  answers.set("/units", { asOf: on, counts: {}, items: [haiPhong] })
  answers.set("/works", worksAnswers.list)
  answers.set("/works/1", workAnswer)
  for (const name of ["curve", "batches", "slips", "debt", "land", "alerts"] as const)
    answers.set(`/works/${name}`, worksAnswers[name])
}
