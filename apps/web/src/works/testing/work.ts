import type { AnswerOf, api, WorkLine } from "@ntm/contract"
import { FundingEntryId, WorkId } from "@ntm/domain/funding"
import { day, planId } from "@ntm/domain/testing"
import { Dong, Moment } from "@ntm/domain/values"
import {
  BatchId,
  type DebtStanding,
  LandGiftId,
  type LandStanding,
  ReportId,
  type SCurve,
  type Slip,
  type StepStanding,
  type WorkReport,
  type WorkStanding
} from "@ntm/domain/works"
import { InputKey } from "@ntm/domain/criteria"
import { vinhAn } from "../../units/testing/register.ts"

export const billion = (amount: number): Dong => Dong.make(amount * 1_000_000_000)
export const asOf = { asOf: "2024-12-27", knownAt: null }
const recorded = {
  recordedAt: Moment.make("2024-12-27T02:00:00.000Z"),
  recordedBy: { name: "Ban QLDA huyện", role: "districtOffice" as const, agency: null }
}

export const debt: DebtStanding = {
  amount: billion(1.5),
  overdue: billion(0.5),
  parts: [
    { acceptedOn: day("2024-08-29"), ageDays: 120, amount: billion(0.5) },
    { acceptedOn: day("2024-12-07"), ageDays: 20, amount: billion(1) }
  ]
}

export const land: LandStanding = {
  households: 12_497,
  residential: 142_945,
  agricultural: 87_202,
  structures: 11_710,
  eligible: 9296,
  notEligible: 2414,
  toClear: 3,
  parcels: 23_541,
  parcelsUpdated: 4943,
  supportPaid: billion(2)
}

export const line: WorkLine = {
  id: WorkId.make(7),
  code: "KM2023-11830-01",
  name: "Nâng cấp đường trục thôn, tuyến 1, xã Vĩnh An",
  sector: "transport",
  batch: "2023",
  unit: { id: vinhAn.id, code: vinhAn.code, name: vinhAn.name, type: vinhAn.type },
  state: "building",
  value: billion(2.5),
  donePercent: 60,
  plannedPercent: 80,
  paidPercent: 20,
  debt: billion(1.5),
  daysBehind: 45,
  plannedFinish: "2024-12-31",
  expectedFinish: "2025-02-14",
  problems: 1,
  illustrative: true
}

export const slip: Slip = {
  work: line.id,
  daysBehind: 45,
  expectedFinish: day("2025-02-14"),
  holds: [
    {
      input: InputKey.make("villageRoadHardened"),
      set: "xa-ntm-kieu-mau-2021-2025",
      criterion: { no: 1, name: "Giao thông" },
      indicator: { code: "1.1", name: "Đường thôn được cứng hóa" },
      verdict: "notMet",
      targets: [{ document: planId, id: "km-2025", text: "Thêm 30 xã NTM kiểu mẫu", by: day("2025-01-31") }],
      recognition: { vi: "Xã nông thôn mới kiểu mẫu", en: "Commune, model" }
    }
  ],
  sentence: { vi: "Công trình chậm 45 ngày: tiêu chí Giao thông chưa đạt", en: "The work is 45 days late" }
}

export const curve: SCurve = {
  works: 1,
  value: billion(2.5),
  points: [
    { day: day("2024-06-01"), planned: 0, done: 0, paid: 0 },
    { day: day("2024-12-27"), planned: 80, done: 60, paid: 20 },
    { day: day("2025-03-31"), planned: 100, done: null, paid: null }
  ],
  behindPoints: 20,
  forecastFinish: day("2025-02-14")
}

const step = (more: Partial<StepStanding> & Pick<StepStanding, "step">): StepStanding => ({
  start: day("2024-03-01"),
  due: day("2024-05-31"),
  begunOn: day("2024-03-01"),
  doneOn: day("2024-05-31"),
  expectedStart: day("2024-03-01"),
  expectedEnd: day("2024-05-31"),
  slack: 0,
  critical: false,
  ...more
})

const report = (id: number, body: WorkReport["body"], more: Partial<WorkReport> = {}): WorkReport => ({
  id: ReportId.make(id),
  work: line.id,
  day: day("2024-09-10"),
  body,
  document: null,
  evidence: [],
  note: null,
  illustrative: true,
  ...recorded,
  ...more
})

const problem = report(3, { _tag: "problem", category: "weather", text: "Bão số 3 làm sạt taluy" })

export const standing: WorkStanding = {
  work: {
    id: line.id,
    unit: vinhAn.id,
    code: line.code,
    name: line.name,
    batch: BatchId.make("2023"),
    sector: "transport",
    investor: "UBND xã Vĩnh An",
    cost: billion(2.4),
    size: { amount: 1.2, unit: "km" },
    milestones: [{ step: "construction", after: [], start: day("2024-06-01"), due: day("2024-12-31") }],
    serves: [InputKey.make("villageRoadHardened")],
    document: null,
    illustrative: true
  },
  unit: vinhAn,
  state: "building",
  value: billion(2.5),
  scope: null,
  changes: [
    {
      report: ReportId.make(2),
      day: day("2024-10-01"),
      what: { vi: "Giá trị hợp đồng", en: "Value of the contract" },
      before: "2.400.000.000 đồng",
      after: "2.500.000.000 đồng",
      reason: "Bổ sung rãnh thoát nước"
    }
  ],
  steps: [
    step({ step: "land", slack: 30 }),
    step({
      step: "construction",
      start: day("2024-06-01"),
      due: day("2024-12-31"),
      begunOn: day("2024-06-10"),
      doneOn: null,
      expectedStart: day("2024-06-10"),
      expectedEnd: day("2025-02-14"),
      critical: true
    })
  ],
  criticalPath: ["construction"],
  criticalDays: 250,
  plannedFinish: day("2024-12-31"),
  expectedFinish: day("2025-02-14"),
  daysBehind: 45,
  forecast: { finish: day("2025-03-01"), perDay: 8_000_000 },
  done: billion(1.5),
  donePercent: 60,
  plannedPercent: 80,
  planned: billion(2.4),
  allocated: billion(2),
  paid: billion(0.5),
  paidPercent: 20,
  accepted: billion(2),
  debt,
  builtAhead: billion(1),
  paidAhead: Dong.make(0),
  handedOverOn: null,
  handedOverTo: null,
  operator: null,
  problems: [problem],
  land: { ...land, households: 4 }
}

export const workAnswer: AnswerOf<typeof api.works.one> = {
  ...asOf,
  standing,
  slip,
  reports: [
    report(1, { _tag: "step", step: "construction", event: "begun", by: null }, { day: day("2024-06-10") }),
    problem,
    report(
      4,
      { _tag: "paper", title: "Ảnh hiện trường" },
      { day: day("2024-11-01"), evidence: [{ link: "https://example.org/anh-1", title: "Ảnh 1" }] }
    )
  ],
  entries: [
    {
      id: FundingEntryId.make(9),
      unit: vinhAn.id,
      tier: "commune",
      agency: null,
      from: null,
      source: "investment.province",
      year: 2024,
      stage: "disbursed",
      kind: "stated",
      content: null,
      amount: billion(0.5),
      quantity: null,
      day: day("2024-11-15"),
      work: line.id,
      document: null,
      place: null,
      reason: null,
      adjusts: null,
      illustrative: true,
      ...recorded
    }
  ],
  curve,
  gifts: [
    {
      gift: {
        id: LandGiftId.make(31),
        unit: vinhAn.id,
        work: line.id,
        household: "Hộ 0012",
        residential: 120.5,
        agricultural: 0,
        structures: 1,
        eligible: 1,
        parcels: 3,
        day: day("2024-10-01"),
        document: null,
        illustrative: true,
        ...recorded
      },
      unit: vinhAn,
      clearedOn: null,
      parcelsUpdated: 1,
      supportPaid: 0
    }
  ]
}
