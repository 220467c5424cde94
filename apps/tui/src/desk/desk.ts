import type { Client } from "@ntm/contract"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Result } from "effect"
import type { Lang } from "../language/lang.ts"
import type { Cell, Column } from "../parts/grid.ts"
import type { Line } from "../parts/line.ts"
import type { Filled, FormField } from "./form.ts"

/** The rooms that share the tab of assignments with the tasks, and are moved and drawn alike. */
export const deskRooms = ["recommendations", "dossiers", "inventory"] as const
export type DeskRoom = (typeof deskRooms)[number]

/** What a page is of. */
interface Subject {
  readonly _tag: string
  readonly id: string
}

/** The kinds of things that one desk deals in; each desk gives its own. */
export interface DeskKind {
  readonly room: DeskRoom
  /** What is listed, beside the search. */
  readonly spot: { readonly asOf: Day | null }
  readonly row: { readonly id: string }
  readonly subject: Subject
  /** The answer that a page is made of. */
  readonly page: object
  /** What a move sends. */
  readonly send: object
}

export interface DeskList<K extends DeskKind> {
  readonly asOf: string
  /** What was listed, where the question left that to the reading of it. */
  readonly spot?: K["spot"]
  readonly rows: ReadonlyArray<K["row"]>
  /** What the rows can be narrowed to, whatever they are narrowed to now. */
  readonly choices: ReadonlyArray<string>
  /** There are more than one answer of the API holds. */
  readonly more: boolean
}

/** Something that a person can record on a page: a small form, and what is sent when it is filled in. */
export interface Move<K extends DeskKind> {
  readonly key: string
  readonly label: Bilingual
  readonly fields: ReadonlyArray<FormField>
  readonly send: (filled: Filled) => K["send"]
}

/** Where a line of text that a person types leads: to another list or to a page; or why it leads nowhere. */
export interface Prompt<K extends DeskKind> {
  readonly label: Bilingual
  readonly hint: Bilingual
  readonly read: (text: string, spot: K["spot"]) => Result.Result<Leads<K>, Bilingual>
}

export type Leads<K extends DeskKind> =
  | { readonly _tag: "Spot"; readonly spot: K["spot"] }
  | { readonly _tag: "Page"; readonly of: K["subject"] }

/** A list of rows, pages over it and forms to record what happened: all that is a room's own. The rest is alike in all of them. */
export interface Desk<K extends DeskKind> {
  readonly room: K["room"]
  readonly start: K["spot"]
  /** Whether the search goes over the rows that were read; else it is sent along. */
  readonly isSearchedHere: (spot: K["spot"]) => boolean
  readonly searchText: (row: K["row"]) => string
  readonly caption: (spot: K["spot"], lang: Lang, list: Pick<DeskList<K>, "asOf">) => ReadonlyArray<string>
  readonly columns: (spot: K["spot"], width: number, lang: Lang) => ReadonlyArray<Column>
  readonly cells: (row: K["row"], spot: K["spot"], width: number, lang: Lang) => ReadonlyArray<Cell>
  /** What the columns have no room for. */
  readonly foot: (row: K["row"], lang: Lang) => string
  readonly empty: Bilingual
  /** What a key of the list leads to; undefined where it means nothing. */
  readonly turn: (key: string, spot: K["spot"], list: DeskList<K> | null) => K["spot"] | undefined
  readonly prompts: Readonly<Record<string, Prompt<K>>>
  readonly open: (row: K["row"], spot: K["spot"]) => Leads<K> | null
  /** Back by one narrowing; null where there is none. */
  readonly widen: (spot: K["spot"]) => K["spot"] | null
  readonly page: (page: K["page"], of: K["subject"], width: number, lang: Lang) => ReadonlyArray<Line>
  /** The page that a key of a page leads to. */
  readonly beyond: (key: string, of: K["subject"], page: K["page"] | undefined) => K["subject"] | undefined
  /** `today`: the day of the facts on show, as people write it. */
  readonly moves: (of: K["subject"], page: K["page"], today: string) => ReadonlyArray<Move<K>>
  /** `place`: what the plan on show is of, as its document says it. */
  readonly readList: (
    client: Client,
    spot: K["spot"],
    query: string,
    place: string | null,
    signal: AbortSignal
  ) => Promise<DeskList<K>>
  readonly readPage: (client: Client, of: K["subject"], spot: K["spot"], signal: AbortSignal) => Promise<K["page"]>
  readonly record: (client: Client, send: K["send"], signal: AbortSignal) => Promise<void>
}
