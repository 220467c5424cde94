import type { MatrixRow } from "@ntm/contract"
import type { AssessState } from "./assess-state.ts"

/** The scorecard of a unit, as it is when it was just opened. */
export const cardOpened = (assess: AssessState, { code, id }: Pick<MatrixRow["unit"], "code" | "id">): AssessState => ({
  ...assess,
  at: id,
  view: {
    _tag: "Card",
    code,
    unit: id,
    at: null,
    top: 0,
    open: null,
    failing: false,
    page: null,
    trials: [],
    typing: null,
    entry: null
  }
})
