import { Result } from "effect"
import { motionOf, type Press } from "../parts/press.ts"
import { move } from "../parts/window.ts"
import type { Desk, DeskKind } from "./desk.ts"
import { type DeskState, movesOf, type PageView } from "./desk-state.ts"
import { blankForm, inForm, readForm } from "./form.ts"

/** The menu of what can be recorded, and the form of what was chosen. While something is on its way, keys wait for the answer. */
export const inMoving = <K extends DeskKind>(
  desk: Desk<K>,
  state: DeskState<K>,
  view: PageView<K>,
  press: Press
): DeskState<K> => {
  if (state.sending !== null) return state
  const { moving } = view
  const at = (next: PageView<K>["moving"]): DeskState<K> => ({ ...state, view: { ...view, moving: next } })
  const moves = movesOf(desk, state)
  if (moving?._tag === "Form") {
    const chosen = moves.find(({ key }) => key === moving.form.move)
    if (chosen === undefined) return at(null)
    const { fields, label } = chosen
    const next = inForm(moving.form, fields, press)
    if (next._tag === "Closed") return at({ _tag: "Menu", cursor: moves.indexOf(chosen) })
    if (next._tag === "Form") return at({ _tag: "Form", form: next.form })
    const filled = readForm(moving.form, fields)
    if (Result.isFailure(filled)) return at({ _tag: "Form", form: { ...moving.form, ...filled.failure } })
    const turn = state.turn + 1
    const sent = at({ _tag: "Form", form: { ...moving.form, problem: null, refused: null } })
    return { ...sent, turn, sending: { turn, send: chosen.send(filled.success), label } }
  }
  const cursor = moving?.cursor ?? 0
  const motion = motionOf(press)
  if (motion !== undefined)
    return at({ _tag: "Menu", cursor: move({ cursor, top: 0 }, motion, moves.length, moves.length).cursor })
  const chosen = moves[cursor]
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "enter":
      return chosen === undefined ? state : at({ _tag: "Form", form: blankForm(chosen.key) })
    case "q":
    case "escape":
    case "backspace":
    case "left":
      return at(null)
    default:
      return state
  }
}
