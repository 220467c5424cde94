import type { Problem } from "@ntm/contract"
import { both } from "../language/lang.ts"
import { firstSet, goTo, outsidePeriod } from "./assess-going.ts"
import type { Arrived, AssessAnswer, AssessRead, Opened, Spot } from "./assess-reads.ts"
import { notRecorded, recorded } from "./entry-arriving.ts"
import { type AssessState, goKey, openKey, stored } from "./assess-state.ts"

const opened = (assess: AssessState, { day, parent, sets, today }: Opened): AssessState => {
  const set = firstSet(sets, day)
  const next: AssessState = { ...assess, sets, today, failed: null }
  if (set === undefined) return next
  const window = { cursor: 0, top: 0 }
  return parent === null
    ? { ...next, view: { _tag: "Places", query: "", shown: null, window } }
    : { ...next, turn: next.turn + 1, going: { day, parent, set, accept: "approved" } }
}

/** The first place of a tab that was opened on none. */
export const goToPlace = (assess: AssessState, parent: Spot["parent"]): AssessState => {
  const next: AssessState = { ...assess, view: { _tag: "Map" }, query: "", failing: null, at: null, top: 0 }
  if (assess.spot !== null || assess.going !== null) return goTo(next, { parent })
  const day = assess.today
  const set = day === null ? undefined : firstSet(assess.sets, day)
  return day === null || set === undefined
    ? next
    : { ...next, turn: next.turn + 1, going: { day, parent, set, accept: "approved" } }
}

const arrived = (assess: AssessState, { matrix, spot }: Arrived): AssessState => {
  const before = assess.matrix
  const outside = outsidePeriod(assess, spot)
  const old = before?.items.find(({ unit }) => unit.id === assess.at)?.unit
  const kept =
    matrix.items.find(({ unit }) => unit.id === old?.id) ?? matrix.items.find(({ unit }) => unit.code === old?.code)
  const no = before?.criteria[assess.column]?.no
  const sameSet = before?.set.id === matrix.set.id
  const found = sameSet ? matrix.criteria.findIndex((criterion) => criterion.no === no) : assess.column
  return {
    ...assess,
    spot,
    matrix,
    going: null,
    at: kept?.unit.id ?? matrix.items[0]?.unit.id ?? null,
    column: Math.max(0, Math.min(found, matrix.criteria.length - 1)),
    failing: sameSet ? assess.failing : null,
    said: outside === null ? assess.said : { text: outside, tone: "warn" }
  }
}

/** The tab after an answer. An answer to a way that was given up is dropped. */
export const assessLoaded = (assess: AssessState, read: AssessRead, answer: AssessAnswer): AssessState => {
  switch (answer._tag) {
    case "Opened":
      return read.key === openKey(assess.turn) ? opened(assess, answer) : assess
    case "Arrived":
      return read.key === goKey(assess.turn) ? arrived(assess, answer) : assess
    case "Recorded":
      return recorded(assess)
    case "Places": {
      const { view } = assess
      const kept = stored(assess, read, answer)
      return view._tag === "Places" && read._tag === "Places" && view.query.trim() === read.query
        ? { ...kept, view: { ...view, shown: read.query, window: { cursor: 0, top: 0 } } }
        : kept
    }
    default:
      return stored(assess, read, answer)
  }
}

/** The tab after a question that failed: it is told, and asked again on r only. */
export const assessFailed = (assess: AssessState, read: AssessRead, problem: Problem): AssessState => {
  const text = both(problem.detail ?? problem.title, problem.detailEn ?? problem.titleEn)
  const said: AssessState["said"] = { text, tone: "bad" }
  if (read._tag === "Record") return notRecorded(assess, problem)
  if (read._tag === "Open") return { ...assess, failed: problem }
  if (read._tag === "Go") return read.key === goKey(assess.turn) ? { ...assess, going: null, said } : assess
  return stored(assess, read, { _tag: "Failed", problem })
}
