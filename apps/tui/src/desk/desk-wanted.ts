import type { Desk, DeskKind } from "./desk.ts"
import { type DeskRead, type DeskState, goKey, pageKey, recordKey } from "./desk-state.ts"

/** A search is sent when no letter came for so long; milliseconds. */
const SETTLED = 120

/** What is on its way to be recorded: it stays so whatever a person turns to. */
export const deskSending = <K extends DeskKind>(
  { room }: Desk<K>,
  { sending }: DeskState<K>
): ReadonlyArray<DeskRead<K>> =>
  sending === null ? [] : [{ room, _tag: "Record", key: recordKey(room, sending.turn), send: sending.send }]

/** The questions whose answers the desk on show needs now and does not have. */
export const deskWanted = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  place: string | null
): ReadonlyArray<DeskRead<K>> => {
  const { room } = desk
  const { answers, failed, query, shown, spot, turn, view } = state
  const reads: Array<DeskRead<K>> = [...deskSending(desk, state)]
  if (failed !== null) return reads
  if (shown !== spot) {
    const after = view._tag === "Search" && query !== "" ? SETTLED : 0
    reads.push({ room, _tag: "Go", key: goKey(room, turn), to: spot, query, place, after })
  }
  if (view._tag === "Page") {
    const key = pageKey(room, view.of, spot)
    if (!answers.has(key)) reads.push({ room, _tag: "Page", key, of: view.of, spot })
  }
  return reads
}
