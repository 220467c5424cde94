import type { AnswerOf, api, Client } from "@ntm/contract"
import type { FundingStage } from "@ntm/domain/funding"
import type { UnitLevel } from "@ntm/domain/units"
import { type Day, foldVietnamese } from "@ntm/domain/values"
import { homeUnit } from "../people/home.ts"

export type PivotAnswer = AnswerOf<typeof api.funding.pivot>
export type StagesAnswer = AnswerOf<typeof api.funding.stages>
export type EntriesAnswer = AnswerOf<typeof api.funding.entries>

/** Years and stages of which anything is stated in the whole country: what can be turned to. */
export type Stated = AnswerOf<typeof api.funding.stated>["items"]

/** What a table is of. */
export interface MoneySpot {
  /** Code of a unit on the boundaries of the year; null: the country. */
  readonly unit: string | null
  readonly year: number
  readonly stage: FundingStage
  /** Null: the highest tier at which anything is stated. */
  readonly tier: UnitLevel | null
  /** Null: today, by the server's clock. */
  readonly asOf: Day | null
}

/** Where the tab opens: the place, and the year and stage of the table that the plan on show prints. */
export interface MoneyHint {
  readonly place: string | null
  readonly day: Day | null
  readonly table: { readonly year: number; readonly stage: FundingStage } | null
}

/** What the tab asks of the API, as data. Equal keys are the same question. */
export type MoneyRead = { readonly room: "money"; readonly key: string; readonly after?: number } & (
  | { readonly _tag: "Open"; readonly hint: MoneyHint }
  | { readonly _tag: "Go"; readonly to: MoneySpot }
  | { readonly _tag: "Stages"; readonly spot: MoneySpot }
  /** `asOf`: a day on which the unit stood, where it stands no more. */
  | { readonly _tag: "Entries"; readonly spot: MoneySpot; readonly asOf: Day | null }
)

export type MoneyAnswer =
  | { readonly _tag: "Opened"; readonly stated: Stated; readonly unit: string | null }
  | { readonly _tag: "Arrived"; readonly spot: MoneySpot; readonly pivot: PivotAnswer }
  | { readonly _tag: "Stages"; readonly stages: StagesAnswer }
  | { readonly _tag: "Entries"; readonly entries: EntriesAnswer }

/** Most units that one answer of the API holds; there are not as many provinces. */
const MOST = 1000

/**
 * The unit that screens begin with: the highest that is theirs to see who asks, else the province that a plan's "thành phố Hải Phòng" or
 * "Hải Phòng" names, on its day; null where there is none.
 */
export const provinceNamed = async (
  client: Client,
  { day, place }: Pick<MoneyHint, "day" | "place">,
  signal: AbortSignal
): Promise<string | null> => {
  const home = await homeUnit(client, signal)
  if (home !== null) return home.code
  if (place === null) return null
  const { items } = await client.units.list({ level: "province", as_of: day ?? undefined, limit: MOST }, signal)
  const said = ` ${foldVietnamese(place)}`
  return items.find(({ name }) => said.endsWith(` ${foldVietnamese(name)}`))?.code ?? null
}

const asked = ({ asOf, unit }: MoneySpot) => ({ unit: unit ?? undefined, as_of: asOf ?? undefined })

/** Carries a question out. Rejects with `ApiProblem`. */
export const readMoney = async (client: Client, read: MoneyRead, signal: AbortSignal): Promise<MoneyAnswer> => {
  switch (read._tag) {
    case "Open": {
      const [{ items }, unit] = await Promise.all([
        client.funding.stated({}, signal),
        provinceNamed(client, read.hint, signal)
      ])
      return { _tag: "Opened", stated: items, unit }
    }
    case "Go": {
      const { stage, tier, year } = read.to
      const pivot = await client.funding.pivot({ ...asked(read.to), year, stage, tier: tier ?? undefined }, signal)
      return { _tag: "Arrived", spot: read.to, pivot }
    }
    case "Stages": {
      const { tier, year } = read.spot
      const stages = await client.funding.stages({ ...asked(read.spot), year, tier: tier ?? undefined }, signal)
      return { _tag: "Stages", stages }
    }
    case "Entries": {
      const { stage, year } = read.spot
      const as_of = read.asOf ?? read.spot.asOf ?? undefined
      const entries = await client.funding.entries({ ...asked(read.spot), as_of, year, stage }, signal)
      return { _tag: "Entries", entries }
    }
  }
}
