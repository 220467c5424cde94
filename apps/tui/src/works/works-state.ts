import type { Problem } from "@ntm/contract"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import type { ListAnswer, WorksAnswer, WorksRead, WorksSpot } from "./works-reads.ts"

/** What came of a question: its answer, or why there is none. */
export type Stored = WorksAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

export type View =
  | { readonly _tag: "List" }
  | { readonly _tag: "Search" }
  | { readonly _tag: "Day"; readonly text: string; readonly problem: Bilingual | null }
  | { readonly _tag: "Work"; readonly id: number; readonly top: number }
  | { readonly _tag: "Summary"; readonly top: number }

export type ViewOf<Tag extends View["_tag"]> = Extract<View, { readonly _tag: Tag }>

/** The tab of works. Only `stepWorks` and what it calls make a new one. */
export interface WorksState {
  /** Whether the place that the tab opens on is known. */
  readonly opened: boolean
  /** What is listed, as last asked for. */
  readonly spot: WorksSpot
  /** The list on show and what it is of, which stays until the next one comes. */
  readonly list: ListAnswer | null
  readonly shown: WorksSpot | null
  /** Counts the ways gone, so that each is a question of its own. */
  readonly turn: number
  readonly failed: Problem | null
  /** The work under the cursor by its number; the first row drawn. */
  readonly at: number | null
  readonly top: number
  readonly view: View
  readonly said: { readonly text: Bilingual; readonly tone: Tone } | null
  readonly answers: ReadonlyMap<string, Stored>
}

/** The room that the tab is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
}

export const noWorks: WorksState = {
  opened: false,
  spot: { unit: null, sector: null, state: null, late: false, query: "", sort: "late", asOf: null },
  list: null,
  shown: null,
  turn: 0,
  failed: null,
  at: null,
  top: 0,
  view: { _tag: "List" },
  said: null,
  answers: new Map()
}

export const openKey = (turn: number): string => `works open ${turn}`
export const goKey = (turn: number): string => `works go ${turn}`
export const workKey = (id: number, asOf: Day | null): string => `works work ${id} ${asOf ?? ""}`
export const summaryKey = ({ asOf, unit }: Pick<WorksSpot, "asOf" | "unit">): string =>
  `works summary ${unit ?? ""} ${asOf ?? ""}`

export const stored = (works: WorksState, read: WorksRead, answer: Stored): WorksState => ({
  ...works,
  answers: new Map(works.answers).set(read.key, answer)
})

/** Whether the list that is wanted is not on show yet. */
export const isOnTheWay = ({ failed, opened, shown, spot }: WorksState): boolean =>
  opened && failed === null && shown !== spot

/** Whether letters are text now, and not keys. */
export const isTyping = ({ view }: Pick<WorksState, "view">): boolean => view._tag === "Search" || view._tag === "Day"

/** Whether nothing lies over the list. */
export const isHome = ({ view }: Pick<WorksState, "view">): boolean => view._tag === "List"

/** Where the cursor stands; on the first row where its work is not listed. */
export const cursorOf = ({ at, list }: Pick<WorksState, "at" | "list">): number =>
  Math.max(0, list?.items.findIndex(({ id }) => id === at) ?? 0)
