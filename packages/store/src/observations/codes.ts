import { ObservationKind, type ObservationState } from "@ntm/domain/criteria"

/** States as the journal keeps them: those that count for a question are those from its code on. */
export const stateCodes = {
  returned: 0,
  draft: 1,
  submitted: 2,
  verified: 3,
  approved: 4
} as const satisfies Record<ObservationState, number>

const states: ReadonlyArray<ObservationState> = ["returned", "draft", "submitted", "verified", "approved"]

/** The state of a code. Throws for what is none. */
export const stateOf = (code: number): ObservationState => {
  const state = states[code]
  if (state === undefined) throw new Error(`no state has the code ${code}`)
  return state
}

/** The code of a kind: its place among `ObservationKind`. */
export const kindCode = (kind: ObservationKind): number => ObservationKind.literals.indexOf(kind)

/** The kind of a code. Throws for what is none. */
export const kindOf = (code: number): ObservationKind => {
  const kind = ObservationKind.literals[code]
  if (kind === undefined) throw new Error(`no kind has the code ${code}`)
  return kind
}
