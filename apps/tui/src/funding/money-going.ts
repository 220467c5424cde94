import type { FundingStage } from "@ntm/domain/funding"
import { parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import { stageOrder } from "./funding-words.ts"
import type { MoneyHint, MoneySpot, Stated } from "./money-reads.ts"
import type { MoneyState } from "./money-state.ts"
import { TOTAL } from "./money-rows.ts"

const own = {
  oneYear: both("Chỉ có số của một năm", "Only one year is stated"),
  noEarlier: both("Không có năm nào trước năm này", "No year before this one is stated"),
  noLater: both("Không có năm nào sau năm này", "No year after this one is stated"),
  oneStage: both("Năm này chỉ có số của một giai đoạn", "Only one stage is stated for this year"),
  oneTier: both("Năm và giai đoạn này chỉ có số ở một cấp", "Only one tier is stated for this year and stage"),
  top: both("Đang ở bảng cả nước", "This is the table of the country")
}

const told = (money: MoneyState, text: (typeof own)[keyof typeof own]): MoneyState => ({
  ...money,
  said: { text, tone: "warn" }
})

/** Sets out for another table; a way that was not finished is given up for the new one. */
export const goTo = (money: MoneyState, change: Partial<MoneySpot>, at: string | null = null): MoneyState => {
  const from = money.going ?? money.spot
  return from === null ? money : { ...money, turn: money.turn + 1, going: { ...from, ...change }, goingAt: at }
}

/** The table that the tab opens on: that of the plan, where it is stated, else the last year's first stage. */
export const firstSpot = (stated: Stated, unit: string | null, { table }: MoneyHint): MoneySpot | null => {
  const years = stated.map(({ year }) => year)
  const planned = table !== null && stated.some(({ stage, year }) => year === table.year && stage === table.stage)
  if (planned) return { unit, ...table, tier: null, asOf: null }
  const year = Math.max(...years)
  const stage = stageOrder.find((one) => stated.some((item) => item.year === year && item.stage === one))
  return stage === undefined ? null : { unit, year, stage, tier: null, asOf: null }
}

const yearsOf = (money: MoneyState): ReadonlyArray<number> =>
  [...new Set((money.stated ?? []).map(({ year }) => year))].sort((a, b) => a - b)

const stagesOf = (money: MoneyState, year: number): ReadonlyArray<FundingStage> =>
  stageOrder.filter((stage) => (money.stated ?? []).some((item) => item.year === year && item.stage === stage))

/** To the year before or after of which anything is stated, at the same stage where it has it. */
export const stepYear = (money: MoneyState, by: -1 | 1): MoneyState => {
  const from = money.going ?? money.spot
  if (from === null) return money
  const years = yearsOf(money)
  const year = by < 0 ? years.findLast((one) => one < from.year) : years.find((one) => one > from.year)
  if (year === undefined) return told(money, years.length < 2 ? own.oneYear : by < 0 ? own.noEarlier : own.noLater)
  const stages = stagesOf(money, year)
  const stage = stages.includes(from.stage) ? from.stage : stages[0]
  return stage === undefined ? money : goTo(money, { year, stage, tier: null }, money.at)
}

/** To the next stage of the year, around the end. */
export const nextStage = (money: MoneyState): MoneyState => {
  const from = money.going ?? money.spot
  if (from === null) return money
  const stages = stagesOf(money, from.year)
  if (stages.length < 2) return told(money, own.oneStage)
  const stage = stages[(stages.indexOf(from.stage) + 1) % stages.length]
  return stage === undefined ? money : goTo(money, { stage, tier: null }, money.at)
}

/** Summed at the next tier at which anything of the table on show is stated. */
export const nextTier = (money: MoneyState): MoneyState => {
  const shown = money.pivot?.pivot
  const tiers = shown?.tiers.map(({ tier }) => tier) ?? []
  if (shown === undefined || tiers.length < 2) return told(money, own.oneTier)
  const tier = tiers[(tiers.indexOf(shown.tier) + 1) % tiers.length]
  return tier === undefined ? money : goTo(money, { tier }, money.at)
}

/** Down into a unit, at the tier of the table that its row is in; the table that is left is come back to. */
export const goDown = (money: MoneyState, unit: string): MoneyState => {
  if (money.spot === null || money.pivot === null) return money
  const trail = [...money.trail, { spot: money.spot, at: money.at }]
  return { ...goTo(money, { ...money.spot, unit, tier: money.pivot.pivot.tier }), trail, query: "", doubted: false }
}

/** Back to the table that was left, in the year, stage and day of now; from a place that one opened on, to the country. */
export const goUp = (money: MoneyState): MoneyState => {
  const last = money.trail.at(-1)
  const up = { ...money, query: "", doubted: false }
  if (last !== undefined)
    return { ...goTo(up, { unit: last.spot.unit, tier: last.spot.tier }, last.at), trail: money.trail.slice(0, -1) }
  const from = money.going ?? money.spot
  return from === null || from.unit === null ? told(money, own.top) : goTo(up, { unit: null, tier: null }, TOTAL)
}

/** As of the day as it was typed, or the reason why it is none. */
export const goToTyped = (money: MoneyState, text: string): MoneyState => {
  const day = parseDay(text)
  return Result.isFailure(day)
    ? { ...money, view: { _tag: "Day", text, problem: day.failure.sentence } }
    : goTo({ ...money, view: { _tag: "Table" } }, { asOf: day.success }, money.at)
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readMoneyAgain = (money: MoneyState): MoneyState =>
  money.spot === null
    ? { ...money, failed: null, stated: null, turn: money.turn + 1, answers: new Map() }
    : goTo({ ...money, failed: null, answers: new Map() }, {}, money.at)
