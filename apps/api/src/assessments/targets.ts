import type { AsKnown, TargetOnDay } from "@ntm/contract"
import { provinceOf, unitsMeant } from "@ntm/domain/assignments"
import {
  countedOf,
  type Known,
  type LatestQuestion,
  Observations,
  scopeProblem,
  type Target,
  targetFaults,
  Targets,
  targetStanding,
  unitsCounted
} from "@ntm/domain/criteria"
import { type Document, Documents, type DocumentId } from "@ntm/domain/documents"
import { type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import type { Bench } from "./judged.ts"
import type { KnownThen } from "./known.ts"
import { isSeen } from "../people/seeing.ts"

/** Where one target stands on a day, by counting or by the value in force; and whether that rests on values that were made up. */
const actualOf = Effect.fn("assessments.target")(function* (
  current: KnownThen,
  bench: Bench,
  target: Target,
  province: UnitId,
  question: LatestQuestion
) {
  const { known } = current
  const { asOf } = question
  const { subject } = target
  if (subject._tag === "orientation") return null
  const named = unitsMeant(target.scope.units, known.chronicle.register, province, asOf)
  if (subject._tag === "value") {
    const [unit] = named
    if (unit === undefined) return null
    const port = yield* Observations
    const asked = { ...question, units: [unit.id], inputs: [subject.input] }
    const { values } = yield* port.columns({ ...asked, days: false })
    const value = values[0]?.[0] ?? Number.NaN
    if (Number.isNaN(value)) return null
    return {
      actual: { reached: value, outOf: null, unknown: 0 },
      illustrative: (yield* port.illustrative(asked)).size > 0
    }
  }
  const [set, parent] = [known.setOn(subject.set, asOf), unitOn(known.chronicle.register, province, asOf)]
  if (set === undefined || parent === undefined || scopeProblem(known, set, parent, asOf) !== null) return null
  const scope = yield* bench.judged(current, question, set, parent)
  const made = yield* bench.illustrative(scope, question)
  const actual = countedOf(known, target, set, scope.places, named, asOf)
  if (actual === null) return null
  return {
    actual,
    illustrative: unitsCounted(known, target, set, named, asOf).some(({ id }) => made.has(id))
  }
})

const provinceNamed = (known: Known, documents: ReadonlyArray<Document>, id: DocumentId, day: Day): UnitId | null => {
  const document = documents.find((one) => one.id === id)
  return document === undefined ? null : provinceOf(document, known.chronicle, day)
}

/**
 * The targets of a plan and where each stands on the day.
 *
 * **Details** Units are counted among those that a target names, as they stand on the day, or all of its province; those that say
 * that they are left out of it are. What was reached as the plan began is counted the same way, where the plan does not print it.
 */
export const targetsOf = Effect.fn("assessments.targets")(function* (
  current: KnownThen,
  bench: Bench,
  document: DocumentId,
  question: LatestQuestion
) {
  const { known, knownAt } = current
  const { accept, asOf } = question
  const documents = yield* (yield* Documents).list()
  const targets = yield* (yield* Targets).list(document)
  const seen = yield* isSeen
  const actual = Effect.fnUntraced(function* (target: Target, day: Day) {
    const province = provinceNamed(known, documents, document, day)
    // Counted among a part of its units a target of the whole province would be told wrongly.
    if (province === null || !seen(province)) return null
    return yield* actualOf(current, bench, target, province, { ...question, asOf: day, knownAt })
  })
  const items = yield* Effect.forEach(targets, (target) =>
    Effect.gen(function* () {
      const now = yield* actual(target, asOf)
      const before = target.baseline !== null || asOf <= target.from ? null : yield* actual(target, target.from)
      const atStart = target.baseline ?? (before === null || before.actual.unknown > 0 ? null : before.actual.reached)
      const item: TargetOnDay = {
        target,
        standing: targetStanding(target, asOf, now?.actual ?? null, atStart),
        faults: targetFaults(target),
        illustrative: now?.illustrative ?? false
      }
      return item
    })
  )
  const told: AsKnown = { asOf, knownAt, accept }
  return { ...told, items }
})
