import type { AnswerOf, api, ListedEntry } from "@ntm/contract"
import type { FundingPivot, FundingSourceKey, PivotCell, PivotRow, StageLine, YearLine } from "@ntm/domain/funding"
import { FundingEntryId } from "@ntm/domain/funding"
import { catHaiFinding, day, fundingTable, plan, planId } from "@ntm/domain/testing"
import { Dong, Moment } from "@ntm/domain/values"
import { oldHaiPhong, unit } from "../../units/testing/register.ts"

/** Million đồng. */
export const million = (amount: number): Dong => Dong.make(amount * 1_000_000)

const thuyNguyen = unit(311, "311", "huyện", "Thủy Nguyên", { validTo: day("2024-12-31") })
export const catHai = unit(317, "317", "huyện", "Cát Hải", { parentCode: oldHaiPhong.code })
export const anLao = unit(313, "313", "huyện", "An Lão", { parentCode: oldHaiPhong.code })

const sources: ReadonlyArray<FundingSourceKey> = [
  "all",
  "budget",
  "investment",
  "investment.province",
  "career",
  "credit"
]

const cell = (amount: number | null, unexplained = 0, illustrative = false): PivotCell | null =>
  amount === null ? null : { amount: million(amount), unexplained: million(unexplained), illustrative }

const row = (more: Partial<PivotRow>, cells: ReadonlyArray<PivotCell | null>): PivotRow => ({
  kind: "unit",
  unit: null,
  agency: null,
  ...more,
  cells
})

export const pivot: FundingPivot = {
  unit: oldHaiPhong,
  year: 2024,
  stage: "mobilised",
  tier: "district",
  tiers: [
    { tier: "district", amount: million(1_500_000), illustrative: false },
    { tier: "commune", amount: million(300_000), illustrative: true }
  ],
  sources,
  total: [
    cell(1_500_000, 896_210),
    cell(1_395_197, 896_210),
    cell(1_395_000, 896_210),
    cell(498_790),
    cell(197),
    cell(104_803)
  ],
  shares: [100, 93, 99.9, 100, 0.1, 7],
  rows: [
    row({ unit: anLao }, [cell(499_000), cell(498_990), cell(498_790), cell(498_790), cell(0), cell(10)]),
    row({ unit: catHai }, [
      cell(1_001_000, 896_210),
      cell(896_207, 896_210),
      cell(896_210, 896_210),
      cell(null),
      cell(197),
      cell(104_793)
    ]),
    row({ kind: "ended", unit: thuyNguyen }, [cell(0), cell(0), cell(0), cell(null), cell(null), cell(0)]),
    row({ kind: "agency", agency: "Các sở, ngành thành phố" }, [
      cell(0),
      cell(0),
      cell(0),
      cell(null),
      cell(null),
      cell(0)
    ])
  ],
  flags: [
    {
      kind: "unexplained",
      severity: "error",
      unit: { id: catHai.id, code: catHai.code, name: catHai.name, type: catHai.type },
      source: "investment",
      amount: million(896_210),
      against: million(0),
      sentence: { vi: "Cát Hải: vốn đầu tư công 896.210 triệu không có phần nào", en: "Cát Hải: 896,210 without parts" }
    }
  ]
}

const entry = (id: number, more: Partial<ListedEntry>): ListedEntry => ({
  id: FundingEntryId.make(id),
  unit: catHai.id,
  unitCode: catHai.code,
  unitName: "huyện Cát Hải",
  giverName: null,
  tier: "district",
  agency: null,
  from: null,
  source: "investment",
  year: 2024,
  stage: "mobilised",
  kind: "stated",
  content: null,
  amount: million(1),
  quantity: null,
  day: day("2024-12-31"),
  work: null,
  document: planId,
  place: "Phụ lục 02, dòng 7",
  reason: null,
  adjusts: null,
  illustrative: false,
  recordedAt: Moment.make("2025-03-06T02:00:00.000Z"),
  recordedBy: { name: "Nhập tham chiếu", role: "provincialOffice", agency: null },
  ...more
})

export const entries: ReadonlyArray<ListedEntry> = [
  entry(1, { kind: "unexplained", amount: million(896_210) }),
  entry(2, { source: "credit", amount: million(104_793) }),
  entry(3, {
    source: "community.land",
    amount: Dong.make(1_250_000_500),
    quantity: { amount: 230.5, unit: "m²" },
    document: null,
    place: null,
    illustrative: true
  }),
  entry(4, {
    source: "credit",
    kind: "adjustment",
    amount: million(-3),
    reason: "Giảm theo quyết toán",
    adjusts: FundingEntryId.make(2)
  }),
  entry(5, { tier: "commune", source: "investment.province", amount: million(77) })
]

const asOf = { asOf: "2025-03-05", knownAt: null }

export const statedAnswer: AnswerOf<typeof api.funding.stated> = {
  ...asOf,
  unit: oldHaiPhong,
  items: [
    { year: 2024, stage: "mobilised", tier: "district", amount: million(1_500_000), illustrative: false },
    { year: 2024, stage: "disbursed", tier: "commune", amount: million(200_000), illustrative: true },
    { year: 2025, stage: "planned", tier: "province", amount: million(1_600_000), illustrative: false }
  ],
  next: null
}

const stageLine = (source: FundingSourceKey, more: Partial<StageLine>): StageLine => ({
  source,
  planned: null,
  allocated: null,
  mobilised: null,
  disbursed: null,
  disbursedPercent: null,
  calendarPercent: 64.3,
  behindPoints: null,
  illustrative: false,
  ...more
})

export const stagesAnswer: AnswerOf<typeof api.funding.stages> = {
  ...asOf,
  unit: oldHaiPhong,
  tier: "commune",
  comparison: {
    year: 2024,
    lastDay: day("2025-01-31"),
    lines: [
      stageLine("all", {
        planned: million(300_000),
        allocated: million(250_000),
        disbursed: million(100_000),
        disbursedPercent: 40,
        behindPoints: 24.3,
        illustrative: true
      }),
      stageLine("investment", {
        allocated: million(250_000),
        disbursed: million(175_000),
        disbursedPercent: 70,
        behindPoints: -5.7
      })
    ],
    flags: []
  },
  ownBudget: { stage: "allocated", own: million(50_000), budget: million(200_000), percent: 25 }
}

const yearLine = (source: FundingSourceKey, more: Partial<YearLine>): YearLine => ({
  source,
  before: null,
  after: null,
  change: null,
  changePercent: null,
  illustrative: false,
  ...more
})

export const yearsAnswer: AnswerOf<typeof api.funding.years> = {
  ...asOf,
  unit: oldHaiPhong,
  from: { year: 2024, stage: "mobilised", tier: "district" },
  to: { year: 2025, stage: "planned", tier: "province" },
  lines: [
    yearLine("all", {
      before: million(1_500_000),
      after: million(1_600_000),
      change: million(100_000),
      changePercent: 6.7
    }),
    yearLine("credit", {
      before: million(104_803),
      after: million(100_000),
      change: million(-4_803),
      changePercent: -4.6
    }),
    yearLine("enterprise", { after: million(7), change: million(7) })
  ]
}

/** What the server answers to the pages of money, by path. */
export const fundingAnswers = {
  "/documents": { items: [plan] },
  "/units": { asOf: "2025-03-05", counts: {}, items: [oldHaiPhong] },
  "/units/31": { asOf: "2025-03-05", unit: oldHaiPhong, predecessors: [], successors: [], above: [] },
  "/reorganisations": { items: [] },
  "/findings": { items: [catHaiFinding] },
  "/funding/tables": { items: [fundingTable] },
  "/funding/stated": statedAnswer,
  "/funding/pivot": { ...asOf, boundaries: "2024-12-31", pivot },
  "/funding/entries": { ...asOf, items: entries, next: null },
  "/funding/stages": stagesAnswer,
  "/funding/years": yearsAnswer
}
