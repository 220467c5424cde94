import type { FieldProblem, Problem } from "@ntm/contract"
import { type Bilingual, formatNumber } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import { goTo } from "./assess-going.ts"
import { type AssessState, daysKey } from "./assess-state.ts"

const sentence = ({ message, messageEn }: FieldProblem): Bilingual => both(message, messageEn ?? message)

const counted = (assess: AssessState, draft: boolean): Bilingual => {
  if (draft) return both("dự thảo chưa được tính", "a draft does not count yet")
  return assess.spot?.accept === "submitted"
    ? both("đang được tính", "it counts now")
    : both(
        "chờ duyệt mới được tính (phím a: tính cả số liệu mới nộp)",
        "it counts once approved (a counts submitted ones)"
      )
}

/** The tab after a batch was recorded: everything on show is read again, since it may have changed. */
export const recorded = (assess: AssessState): AssessState => {
  const { sending, view } = assess
  if (sending === null) return assess
  const number = formatNumber(sending.rows.length)
  const draft = sending.rows[0]?.state === "draft"
  const how = counted(assess, draft)
  const text = both(
    `${draft ? "Đã lưu nháp" : "Đã nộp"} ${number} số liệu; ${how.vi}`,
    `${number} ${draft ? "saved as draft" : "submitted"}; ${how.en}`
  )
  const next: AssessState["view"] =
    view._tag === "Card"
      ? { ...view, entry: null }
      : view._tag === "Grid"
        ? {
            ...view,
            form: null,
            texts: new Map(),
            results: new Map(sending.keys.map((key) => [key, null]))
          }
        : view
  const answers = new Map([...assess.answers].filter(([key]) => key === daysKey))
  return goTo({ ...assess, sending: null, answers, view: next, said: { text, tone: "good" } }, {})
}

const rowIn = /^(?:body\.)?rows\[(\d+)\]/

/** Why each row was refused, by the row's name in the grid. */
const byRow = (keys: ReadonlyArray<string>, { errors = [] }: Problem): ReadonlyMap<string, Bilingual> =>
  new Map(
    errors.flatMap((error) => {
      const key = keys[Number(rowIn.exec(error.path)?.[1] ?? -1)]
      return key === undefined ? [] : [[key, sentence(error)] as const]
    })
  )

/** The tab after a batch was refused: nothing of it was written. */
export const notRecorded = (assess: AssessState, problem: Problem): AssessState => {
  const { sending, view } = assess
  if (sending === null) return assess
  const next = { ...assess, sending: null }
  if (view._tag === "Card" && view.entry !== null)
    return { ...next, view: { ...view, entry: { ...view.entry, refused: problem } } }
  if (view._tag !== "Grid") return next
  const results = byRow(sending.keys, problem)
  const form = view.form === null ? null : { ...view.form, refused: problem }
  return { ...next, view: { ...view, results, form } }
}
