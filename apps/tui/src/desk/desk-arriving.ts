import type { Problem } from "@ntm/contract"
import { both } from "../language/lang.ts"
import type { DeskKind } from "./desk.ts"
import { type DeskAnswer, type DeskRead, type DeskState, goKey } from "./desk-state.ts"

const words = ({ detail, detailEn, title, titleEn }: Problem) => both(detail ?? title, detailEn ?? titleEn)

/** After something was recorded everything on show is read again, since it may have changed. */
const recorded = <K extends DeskKind>(state: DeskState<K>): DeskState<K> => {
  const { sending, view } = state
  if (sending === null) return state
  const { label } = sending
  return {
    ...state,
    sending: null,
    turn: state.turn + 1,
    // Another object, and so another question.
    spot: { ...state.spot },
    answers: new Map(),
    view: view._tag === "Page" ? { ...view, moving: null } : view,
    said: { text: both(`Đã ghi: ${label.vi}`, `Recorded: ${label.en}`), tone: "good" }
  }
}

/** The desk after an answer. An answer to a list that is no longer wanted is dropped. */
export const deskLoaded = <K extends DeskKind>(
  state: DeskState<K>,
  read: DeskRead<K>,
  answer: DeskAnswer<K>
): DeskState<K> => {
  switch (answer._tag) {
    case "Recorded":
      return recorded(state)
    case "Page":
      return { ...state, answers: new Map(state.answers).set(read.key, answer) }
    case "Arrived": {
      if (read.key !== goKey(read.room, state.turn)) return state
      const { list } = answer
      const kept = list.rows.some(({ id }) => id === state.at)
      const spot = list.spot ?? state.spot
      return { ...state, list, spot, shown: spot, at: kept ? state.at : (list.rows[0]?.id ?? null) }
    }
  }
}

/** The desk after a question that failed: it is told, and asked again on r only. The list on show stays as it was asked for; a form stays open. */
export const deskFailed = <K extends DeskKind>(
  state: DeskState<K>,
  read: DeskRead<K>,
  problem: Problem
): DeskState<K> => {
  switch (read._tag) {
    case "Page":
      return { ...state, answers: new Map(state.answers).set(read.key, { _tag: "Failed", problem }) }
    case "Record": {
      const { view } = state
      const next = { ...state, sending: null }
      return view._tag === "Page" && view.moving?._tag === "Form"
        ? { ...next, view: { ...view, moving: { _tag: "Form", form: { ...view.moving.form, refused: problem } } } }
        : { ...next, said: { text: words(problem), tone: "bad" } }
    }
    case "Go":
      if (read.key !== goKey(read.room, state.turn)) return state
      return state.shown === null
        ? { ...state, failed: problem }
        : { ...state, spot: state.shown, turn: state.turn + 1, said: { text: words(problem), tone: "bad" } }
  }
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readDeskAgain = <K extends DeskKind>(state: DeskState<K>): DeskState<K> => ({
  ...state,
  failed: null,
  shown: null,
  turn: state.turn + 1,
  answers: new Map()
})
