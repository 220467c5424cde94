import type { Problem } from "@ntm/contract"
import type { FundingSourceKey } from "@ntm/domain/funding"
import type { Bilingual, Day, MoneyUnit } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import type { MoneyAnswer, MoneyRead, MoneySpot, PivotAnswer, Stated } from "./money-reads.ts"

/** What came of a question: its answer, or why there is none. */
export type Stored = MoneyAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

/** A page of text over the table. */
export interface PageView {
  readonly _tag: "Page"
  readonly of: "stages" | "entries"
  readonly spot: MoneySpot
  /** With entries: a day on which the unit stood, where it stands no more. */
  readonly asOf: Day | null
  readonly top: number
}

export type View =
  | { readonly _tag: "Table" }
  | { readonly _tag: "Filter" }
  | { readonly _tag: "Day"; readonly text: string; readonly problem: Bilingual | null }
  | PageView
  /** Phụ lục 02 as the plan prints it, with its findings: drawn and moved as a list of the plan. */
  | { readonly _tag: "Printed" }

export type ViewOf<Tag extends View["_tag"]> = Extract<View, { readonly _tag: Tag }>

/** A sentence to the person until the next key. */
export interface Said {
  readonly text: Bilingual
  readonly tone: Tone
}

/** A table that one went down from, with the row that was left. */
export interface Left {
  readonly spot: MoneySpot
  readonly at: string
}

/** The tab of money. Only `stepMoney` and what it calls make a new one. */
export interface MoneyState {
  /** Null before the first answer. */
  readonly stated: Stated | null
  /** The table on show, and what it is of. */
  readonly spot: MoneySpot | null
  readonly pivot: PivotAnswer | null
  /** On the way to another table; what is on show stays until the answer comes. */
  readonly going: MoneySpot | null
  /** The row to stand on there; null: the first. */
  readonly goingAt: string | null
  /** Counts the ways gone, so that each is a question of its own. */
  readonly turn: number
  readonly trail: ReadonlyArray<Left>
  /** Why the tab could not be opened. */
  readonly failed: Problem | null
  /** The row under the cursor by its key, and the source; the first row drawn. */
  readonly at: string
  readonly source: FundingSourceKey
  readonly top: number
  readonly query: string
  /** Only rows of which something is doubted are on show. */
  readonly doubted: boolean
  readonly money: MoneyUnit
  readonly view: View
  readonly said: Said | null
  readonly answers: ReadonlyMap<string, Stored>
}

/** The room that the tab is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
}

export const noMoney: MoneyState = {
  stated: null,
  spot: null,
  pivot: null,
  going: null,
  goingAt: null,
  turn: 0,
  trail: [],
  failed: null,
  at: "",
  source: "all",
  top: 0,
  query: "",
  doubted: false,
  money: "triệu đồng",
  view: { _tag: "Table" },
  said: null,
  answers: new Map()
}

const spotKey = ({ asOf, stage, tier, unit, year }: MoneySpot): string =>
  `${unit ?? ""} ${year} ${stage} ${tier ?? ""} ${asOf ?? ""}`

export const openKey = (turn: number): string => `money open ${turn}`
export const goKey = (turn: number): string => `money go ${turn}`
export const pageKey = ({ asOf, of, spot }: Pick<PageView, "asOf" | "of" | "spot">): string =>
  `money ${of} ${spotKey(spot)} ${asOf ?? ""}`

export const stored = (money: MoneyState, read: MoneyRead, answer: Stored): MoneyState => ({
  ...money,
  answers: new Map(money.answers).set(read.key, answer)
})

/** Whether letters are text now, and not keys. */
export const isTyping = ({ view }: Pick<MoneyState, "view">): boolean => view._tag === "Filter" || view._tag === "Day"

/** Whether nothing lies over the table. */
export const isHome = ({ view }: Pick<MoneyState, "view">): boolean => view._tag === "Table"

/** Whether the plan's printed tables are on show, which are a list of the plan. */
export const isPrinted = ({ view }: Pick<MoneyState, "view">): boolean => view._tag === "Printed"
