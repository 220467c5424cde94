import type { Problem } from "@ntm/contract"
import type { UnitCode, UnitId, UnitLevel } from "@ntm/domain/units"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import type { Window } from "../parts/window.ts"
import type { Origin, UnitAnswer, UnitMap, UnitRead } from "./unit-reads.ts"

/** What came of a question: its answer, or why there is none. */
export type Stored = UnitAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

/** A unit's story on show, named by its code on a day. */
export interface Page {
  readonly code: UnitCode
  readonly day: Day
  readonly top: number
}

export type View =
  | { readonly _tag: "Tree" }
  /** `shown`: the last text that was answered; its hits stay on show while a newer text is on its way. */
  | {
      readonly _tag: "Search"
      readonly query: string
      readonly shown: string | null
      /** Enter was pressed before the text was answered: its first hit is gone to. */
      readonly hurried: boolean
      readonly window: Window
    }
  | { readonly _tag: "Day"; readonly text: string; readonly problem: Bilingual | null }
  /** Stories one went through, the last on show; `kin`: which of its predecessors and successors to go to. */
  | { readonly _tag: "Story"; readonly pages: ReadonlyArray<Page>; readonly kin: number | null }

export type ViewOf<Tag extends View["_tag"]> = Extract<View, { readonly _tag: Tag }>

/** A sentence to the person until the next key. */
export interface Said {
  readonly text: Bilingual
  readonly tone: Tone
}

/** On the way to another day or unit; what is on show stays until the answer comes. */
export interface Going {
  /** Null: today, by the server's clock. */
  readonly day: Day | null
  readonly from: Origin | null
  /** Whether the tree is turned to on arrival, and whether everything read before is dropped then. */
  readonly opens: boolean
  readonly fresh: boolean
}

/** The tab of units. Only `stepUnits` and what it calls make a new one. */
export interface UnitsState {
  /** The day of the tree; null before the first answer. */
  readonly day: Day | null
  /** The server's today, where stepping through time ends. */
  readonly today: Day | null
  readonly counts: Readonly<Record<UnitLevel, number>> | null
  readonly going: Going | null
  /** A step through time that waits for the days of change to be read. */
  readonly pending: "back" | "on" | null
  /** Counts the ways gone, so that each is a question of its own. */
  readonly turn: number
  /** Units whose branch is open, on whatever day. */
  readonly open: ReadonlySet<UnitId>
  /** The row under the cursor by its key, since rows come and go above it. */
  readonly at: string
  readonly top: number
  readonly view: View
  /** Whether the map fills the screen. */
  readonly wide: boolean
  /** The map last read; it stays on show until the next one of its province comes. */
  readonly map: UnitMap | null
  readonly said: Said | null
  readonly answers: ReadonlyMap<string, Stored>
}

/** The room that the tab is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
}

export const noUnits: UnitsState = {
  day: null,
  today: null,
  counts: null,
  going: { day: null, from: null, opens: false, fresh: false },
  pending: null,
  turn: 0,
  open: new Set(),
  at: "",
  top: 0,
  view: { _tag: "Tree" },
  wide: false,
  map: null,
  said: null,
  answers: new Map()
}

export const daysKey = "units days"
export const belowKey = (code: UnitCode | "", day: Day): string => `units below ${code} ${day}`
export const searchKey = (query: string, day: Day): string => `units search ${day} ${query}`
export const storyKey = ({ code, day }: Pick<Page, "code" | "day">): string => `units story ${code} ${day}`
export const mapKey = (code: UnitCode, day: Day): string => `units map ${code} ${day}`
export const placeKey = (turn: number): string => `units place ${turn}`

type Tagged<Tag extends Stored["_tag"]> = Extract<Stored, { readonly _tag: Tag }>

/** The answer of this kind under a key; undefined while there is none. */
export const answered = <Tag extends UnitRead["_tag"]>(
  { answers }: UnitsState,
  tag: Tag,
  key: string
): Tagged<Tag> | Tagged<"Failed"> | undefined => {
  const stored = answers.get(key)
  const isAsked = (candidate: Stored): candidate is Tagged<Tag> => candidate._tag === tag
  return stored === undefined || stored._tag === "Failed" || isAsked(stored) ? stored : undefined
}

/** The story on show. */
export const pageOf = ({ view }: UnitsState): Page | undefined =>
  view._tag === "Story" ? view.pages.at(-1) : undefined

/** Whether letters are text now, and not keys. */
export const isTyping = ({ view }: UnitsState): boolean => view._tag === "Search" || view._tag === "Day"

/** Whether nothing lies over the tree. */
export const isHome = ({ view, wide }: UnitsState): boolean => view._tag === "Tree" && !wide

/** Least room in which the map stands beside the tree. */
const BESIDE = { width: 108, height: 12 }

export const hasPanel = ({ width, height }: Frame): boolean => width >= BESIDE.width && height >= BESIDE.height

/** Rows of the tree or of hits: without caption, titles and the line below. */
export const rowsHeight = ({ height }: Frame): number => Math.max(1, height - 3)
