import type { Problem } from "@ntm/contract"
import { both } from "../language/lang.ts"
import type { WorksAnswer, WorksRead } from "./works-reads.ts"
import { goKey, openKey, stored, type WorksState } from "./works-state.ts"

/** The tab after an answer. An answer to a list that is no longer wanted is dropped. */
export const worksLoaded = (works: WorksState, read: WorksRead, answer: WorksAnswer): WorksState => {
  switch (answer._tag) {
    case "Opened":
      return read.key === openKey(works.turn)
        ? { ...works, opened: true, turn: works.turn + 1, spot: { ...works.spot, unit: answer.unit } }
        : works
    case "Arrived": {
      if (read.key !== goKey(works.turn)) return works
      const { list, spot } = answer
      const kept = list.items.some(({ id }) => id === works.at)
      return { ...works, list, shown: spot, at: kept ? works.at : (list.items[0]?.id ?? null) }
    }
    default:
      return stored(works, read, answer)
  }
}

/** The tab after a question that failed: it is told, and asked again on r only. The list on show stays as it was asked for. */
export const worksFailed = (works: WorksState, read: WorksRead, problem: Problem): WorksState => {
  if (read._tag === "Open") return read.key === openKey(works.turn) ? { ...works, failed: problem } : works
  if (read._tag !== "Go") return stored(works, read, { _tag: "Failed", problem })
  if (read.key !== goKey(works.turn)) return works
  if (works.shown === null) return { ...works, failed: problem }
  const text = both(problem.detail ?? problem.title, problem.detailEn ?? problem.titleEn)
  return { ...works, spot: works.shown, turn: works.turn + 1, said: { text, tone: "bad" } }
}

/** Reads everything on show again. What failed is asked for again at once. */
export const readWorksAgain = (works: WorksState): WorksState => ({
  ...works,
  failed: null,
  shown: null,
  turn: works.turn + 1,
  answers: new Map()
})
