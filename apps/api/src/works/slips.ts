import { provinceOf, unitsMeant } from "@ntm/domain/assignments"
import { judgeUnits, type LatestQuestion, Observations, Targets } from "@ntm/domain/criteria"
import { Documents } from "@ntm/domain/documents"
import { type PlannedTarget, slipQuestions, slipsOf, type WorkInBook, type WorksBook } from "@ntm/domain/works"
import type { Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { laterMoment } from "./book.ts"
import type { makeKnown } from "../assessments/known.ts"

/** Targets with the units that they mean on the day. */
const plannedTargets = Effect.fnUntraced(function* (book: WorksBook) {
  const documents = yield* (yield* Documents).list()
  const targets = yield* (yield* Targets).list(null)
  const { asOf, chronicle } = book
  return targets.flatMap((target): ReadonlyArray<PlannedTarget> => {
    const document = documents.find(({ id }) => id === target.document)
    const province = document === undefined ? null : provinceOf(document, chronicle, asOf)
    return province === null
      ? []
      : [{ target, named: unitsMeant(target.scope.units, chronicle.register, province, asOf) }]
  })
})

/**
 * What works that are late hold back: their units judged as far as needed, and the targets of all plans.
 *
 * **Details** Only gathers; what a late work holds back is decided by `slipsOf`. Works may not have changed for long where values did:
 * `knownAt` of the answer covers both.
 */
export const slipsOfWorks = Effect.fnUntraced(function* (
  known: ReturnType<typeof makeKnown>,
  book: WorksBook,
  works: ReadonlyArray<WorkInBook>,
  knownAt: Moment | null
) {
  const asked: LatestQuestion = { asOf: book.asOf, knownAt, accept: "approved" }
  const { known: then, knownAt: since } = yield* known(asked)
  const port = yield* Observations
  const judged = yield* Effect.forEach(slipQuestions(book, works, then), ({ sets, units }) =>
    judgeUnits(then, port, asked, sets, units)
  )
  return {
    slips: slipsOf(book, works, { known: then, judged, targets: yield* plannedTargets(book) }),
    knownAt: laterMoment(book.knownAt, since)
  }
})
