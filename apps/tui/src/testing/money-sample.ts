import type { AnswerOf, api } from "@ntm/contract"
import {
  FundingEntry,
  type FundingFlag,
  type FundingPivot,
  type FundingSourceKey,
  type PivotCell,
  type PivotRow
} from "@ntm/domain/funding"
import { Unit } from "@ntm/domain/units"
import { Dong } from "@ntm/domain/values"
import { Schema } from "effect"
import type { MoneyAnswer, MoneyRead, MoneySpot, Stated } from "../funding/money-reads.ts"
import type { FakeApi } from "./fake-api.ts"
import { day } from "./unit-sample.ts"

/** Phụ lục 02 in short: two districts of Hải Phòng, one of them with the pilot's unexplained 2.775 triệu đồng. */

const dong = Schema.decodeUnknownSync(Dong)
const million = (amount: number) => dong(amount * 1_000_000)
const unit = (id: number, code: string, type: string, name: string, level: string) =>
  Schema.decodeUnknownSync(Unit)({
    id,
    code,
    type,
    name,
    level,
    parentId: level === "province" ? null : 1,
    parentCode: level === "province" ? null : "31",
    areaKm2: null,
    population: null,
    lon: null,
    lat: null,
    validFrom: null,
    validTo: "2025-06-30"
  })

export const haiPhong = unit(1, "31", "thành phố", "Hải Phòng", "province")
export const anLao = unit(2, "313", "huyện", "An Lão", "district")
const catHai = unit(3, "317", "huyện", "Cát Hải", "district")

const sources: ReadonlyArray<FundingSourceKey> = ["all", "budget", "investment", "investment.province", "credit"]

const cell = (amount: number | null, unexplained = 0): PivotCell | null =>
  amount === null ? null : { amount: million(amount), unexplained: million(unexplained), illustrative: false }

const row = (kind: PivotRow["kind"], of: Unit, cells: PivotRow["cells"]): PivotRow => ({
  kind,
  unit: of,
  agency: null,
  cells
})

const flag = (of: Unit, amount: number, against: number): FundingFlag => ({
  kind: "unexplained",
  severity: "error",
  unit: of,
  source: "investment",
  amount: million(amount),
  against: million(against),
  sentence: {
    vi: `${of.type} ${of.name}, vốn đầu tư công: văn bản ghi ${amount}, các phần cộng lại ${against}`,
    en: `${of.name}: stated as ${amount}, its parts add up to ${against}`
  }
})

const ofProvince: FundingPivot = {
  unit: haiPhong,
  year: 2024,
  stage: "mobilised",
  tier: "district",
  tiers: [
    { tier: "district", amount: million(2_201_000), illustrative: false },
    { tier: "commune", amount: million(900), illustrative: true }
  ],
  sources,
  total: [cell(2_201_000, 2_775), cell(1_101_000, 2_775), cell(1_001_000, 2_775), cell(998_225), cell(1_100_000)],
  shares: [100, 50, 90.9, 100, 50],
  rows: [
    row("unit", anLao, [
      cell(1_601_000, 2_775),
      cell(501_000, 2_775),
      cell(493_227, 2_775),
      cell(490_452),
      cell(1_100_000)
    ]),
    row("unit", catHai, [cell(600_000), cell(600_000), cell(507_773), cell(507_773), null])
  ],
  flags: [flag(anLao, 493_227, 490_452)]
}

const ofAnLao: FundingPivot = {
  ...ofProvince,
  unit: anLao,
  tiers: ofProvince.tiers.slice(0, 1),
  total: ofProvince.rows[0]?.cells ?? [],
  rows: [
    row("own", anLao, [cell(1_598_225), cell(498_225), cell(490_452), cell(490_452), cell(1_100_000)]),
    row("rest", anLao, [cell(2_775, 2_775), cell(2_775, 2_775), cell(2_775, 2_775), null, null])
  ],
  flags: [flag(anLao, 2_775, 0)]
}

export const stated: Stated = [
  { year: 2024, stage: "mobilised", tier: "district", amount: million(2_201_000), illustrative: false },
  { year: 2024, stage: "disbursed", tier: "commune", amount: million(700), illustrative: true },
  { year: 2025, stage: "planned", tier: "province", amount: million(23_802_000), illustrative: false }
]

const known = { asOf: "2026-11-22", knownAt: null }

/** The table of a spot: empty but for 2024. */
export const pivotOf = ({
  stage,
  unit: code,
  year
}: Pick<MoneySpot, "stage" | "unit" | "year">): AnswerOf<typeof api.funding.pivot> => {
  const whole = code === "313" ? ofAnLao : ofProvince
  const pivot = { ...whole, year, stage }
  return {
    ...known,
    boundaries: `${year}-12-31`,
    pivot: year === 2024 ? pivot : { ...pivot, rows: [], flags: [], total: sources.map(() => null) }
  }
}

export const stages: AnswerOf<typeof api.funding.stages> = {
  ...known,
  unit: anLao,
  tier: "district",
  comparison: {
    year: 2024,
    lastDay: day("2025-01-31"),
    lines: (["all", "budget"] as const).map((source) => ({
      source,
      planned: million(1_700_000),
      allocated: null,
      mobilised: million(1_601_000),
      disbursed: million(800_500),
      disbursedPercent: 50,
      calendarPercent: 100,
      behindPoints: 50,
      illustrative: source === "budget"
    })),
    flags: []
  },
  ownBudget: { stage: "mobilised", own: million(498_225), budget: million(501_000), percent: 99.4 }
}

export const years: AnswerOf<typeof api.funding.years> = {
  ...known,
  unit: haiPhong,
  from: { year: 2024, stage: "mobilised", tier: "district" },
  to: { year: 2025, stage: "planned", tier: "province" },
  lines: [
    {
      source: "all",
      before: million(2_201_000),
      after: million(23_802_000),
      change: million(21_601_000),
      changePercent: 981.4,
      illustrative: false
    },
    {
      source: "credit",
      before: million(1_100_000),
      after: null,
      change: null,
      changePercent: null,
      illustrative: false
    }
  ]
}

const unexplained = Schema.decodeUnknownSync(FundingEntry)({
  id: 7,
  unit: anLao.id,
  tier: "district",
  agency: null,
  from: null,
  source: "investment",
  year: 2024,
  stage: "mobilised",
  kind: "unexplained",
  content: null,
  amount: 2_775_000_000,
  quantity: null,
  day: "2024-12-31",
  work: null,
  document: "61/KH-UBND",
  place: "Phụ lục 02, dòng 3",
  reason: null,
  adjusts: null,
  illustrative: false,
  recordedAt: "2026-01-01T00:00:00.000Z",
  recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
})

export const entries: AnswerOf<typeof api.funding.entries> = {
  ...known,
  next: null,
  items: [{ ...unexplained, unitCode: "313", unitName: "huyện An Lão", giverName: null }]
}

/** What the API would answer, for specs of the screen. */
export const answerTo = (read: MoneyRead): MoneyAnswer => {
  switch (read._tag) {
    case "Open":
      return { _tag: "Opened", stated, unit: "31" }
    case "Go":
      return { _tag: "Arrived", spot: read.to, pivot: pivotOf(read.to) }
    case "Stages":
      return { _tag: "Stages", stages }
    case "Entries":
      return { _tag: "Entries", entries }
  }
}

/** Teaches the fake API the sample of money, as the real one answers about it. */
export const serveMoney = ({ answers }: Pick<FakeApi, "answers">): void => {
  answers.set("/units", { asOf: known.asOf, counts: {}, items: [haiPhong] })
  answers.set("/funding/stated", { ...known, unit: null, items: stated })
  answers.set("/funding/pivot", (query: URLSearchParams) =>
    pivotOf({ unit: query.get("unit"), year: Number(query.get("year")), stage: "mobilised" })
  )
  answers.set("/funding/stages", stages)
  answers.set("/funding/entries", entries)
}
