import type { Client, Problem } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import { searched } from "../parts/search.ts"
import { dayText } from "../units/asking.ts"
import type { Desk, DeskKind, DeskList, Move } from "./desk.ts"
import type { FormState } from "./form.ts"

/** What a desk asks of the API, as data. Equal keys are the same question. */
export type DeskRead<K extends DeskKind> = {
  readonly room: K["room"]
  readonly key: string
  readonly after?: number
} & (
  | { readonly _tag: "Go"; readonly to: K["spot"]; readonly query: string; readonly place: string | null }
  | { readonly _tag: "Page"; readonly of: K["subject"]; readonly spot: K["spot"] }
  | { readonly _tag: "Record"; readonly send: K["send"] }
)

export type DeskAnswer<K extends DeskKind> =
  | { readonly _tag: "Arrived"; readonly list: DeskList<K> }
  | { readonly _tag: "Page"; readonly page: K["page"] }
  | { readonly _tag: "Recorded" }

/** What came of a page's question: its answer, or why there is none. */
type Stored<K extends DeskKind> =
  | { readonly _tag: "Page"; readonly page: K["page"] }
  | { readonly _tag: "Failed"; readonly problem: Problem }

export interface PageView<K extends DeskKind> {
  readonly _tag: "Page"
  readonly of: K["subject"]
  readonly top: number
  /** The pages that it lies over, the nearest last. */
  readonly under: ReadonlyArray<K["subject"]>
  /** What can be recorded, to choose from; or the form of what was chosen. */
  readonly moving: { readonly _tag: "Menu"; readonly cursor: number } | FormView | null
}

interface FormView {
  readonly _tag: "Form"
  readonly form: FormState
}

export type DeskView<K extends DeskKind> =
  | { readonly _tag: "List" }
  | { readonly _tag: "Search" }
  /** `prompt`: the key that asked. */
  | { readonly _tag: "Ask"; readonly prompt: string; readonly text: string; readonly problem: Bilingual | null }
  | PageView<K>

/** A desk as it stands. Only `stepDesk` and what it calls make a new one. */
export interface DeskState<K extends DeskKind> {
  /** What is listed, as last asked for. */
  readonly spot: K["spot"]
  readonly query: string
  /** The list on show and what it is of, which stays until the next one comes. */
  readonly list: DeskList<K> | null
  readonly shown: K["spot"] | null
  /** Counts the questions for lists and the recordings, so that each is a question of its own. */
  readonly turn: number
  readonly failed: Problem | null
  /** The row under the cursor by its id; the first row drawn. */
  readonly at: string | null
  readonly top: number
  readonly view: DeskView<K>
  readonly said: { readonly text: Bilingual; readonly tone: Tone } | null
  readonly answers: ReadonlyMap<string, Stored<K>>
  /** What is on its way to be recorded. */
  readonly sending: { readonly turn: number; readonly send: K["send"]; readonly label: Bilingual } | null
}

/** The room that a desk is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
}

export const openDesk = <K extends DeskKind>({ start }: Pick<Desk<K>, "start">): DeskState<K> => ({
  spot: start,
  query: "",
  list: null,
  shown: null,
  turn: 0,
  failed: null,
  at: null,
  top: 0,
  view: { _tag: "List" },
  said: null,
  answers: new Map(),
  sending: null
})

export const goKey = (room: string, turn: number): string => `${room} go ${turn}`
export const recordKey = (room: string, turn: number): string => `${room} record ${turn}`
export const pageKey = <K extends DeskKind>(room: string, { _tag, id }: K["subject"], { asOf }: K["spot"]): string =>
  `${room} ${_tag} ${id} ${asOf ?? ""}`

/** Whether letters are text now, and not keys. */
export const isTyping = <K extends DeskKind>({ view }: Pick<DeskState<K>, "view">): boolean =>
  view._tag === "Search" || view._tag === "Ask" || (view._tag === "Page" && view.moving?._tag === "Form")

/** Whether nothing lies over the list. */
export const isHome = <K extends DeskKind>({ view }: Pick<DeskState<K>, "view">): boolean => view._tag === "List"

/** The rows on show: of a search over what was read those that match. */
export const rowsOf = <K extends DeskKind>(
  desk: Desk<K>,
  { list, query, shown, spot }: Pick<DeskState<K>, "list" | "query" | "shown" | "spot">
): ReadonlyArray<K["row"]> => {
  const rows = list?.rows ?? []
  return desk.isSearchedHere(shown ?? spot) ? searched(rows, query, desk.searchText) : rows
}

/** Where the cursor stands; on the first row where its own is not listed. */
export const cursorOf = <K extends DeskKind>(rows: ReadonlyArray<K["row"]>, { at }: Pick<DeskState<K>, "at">): number =>
  Math.max(
    0,
    rows.findIndex(({ id }) => id === at)
  )

/** Rows of the list: without caption, titles and the line below. */
export const listHeight = ({ height }: Pick<Frame, "height">): number => Math.max(1, height - 3)

/** The page as it was read; undefined while it is not. */
export const pageRead = <K extends DeskKind>(
  desk: Desk<K>,
  { answers, spot, view }: Pick<DeskState<K>, "answers" | "spot" | "view">
): K["page"] | undefined => {
  if (view._tag !== "Page") return undefined
  const read = answers.get(pageKey(desk.room, view.of, spot))
  return read?._tag === "Page" ? read.page : undefined
}

/** What can be recorded on the page on show. Days are filled in with the day of the facts on show. */
export const movesOf = <K extends DeskKind>(desk: Desk<K>, state: DeskState<K>): ReadonlyArray<Move<K>> => {
  const page = pageRead(desk, state)
  return page === undefined || state.view._tag !== "Page"
    ? []
    : desk.moves(state.view.of, page, dayText(state.list?.asOf ?? state.spot.asOf ?? ""))
}

/** Carries a question of a desk out. Rejects with `ApiProblem`. */
export const readDesk = async <K extends DeskKind>(
  desk: Desk<K>,
  client: Client,
  read: DeskRead<K>,
  signal: AbortSignal
): Promise<DeskAnswer<K>> => {
  switch (read._tag) {
    case "Go":
      return { _tag: "Arrived", list: await desk.readList(client, read.to, read.query.trim(), read.place, signal) }
    case "Page":
      return { _tag: "Page", page: await desk.readPage(client, read.of, read.spot, signal) }
    case "Record":
      await desk.record(client, read.send, signal)
      return { _tag: "Recorded" }
  }
}
