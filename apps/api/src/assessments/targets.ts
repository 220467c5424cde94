import type { AsKnown, TargetOnDay } from "@ntm/contract"
import { addressees, provinceOf } from "@ntm/domain/assignments"
import {
  type CriteriaSet,
  type JudgedPlace,
  type Known,
  type LatestQuestion,
  Observations,
  scopeProblem,
  type Target,
  type TargetActual,
  targetFaults,
  Targets,
  targetStanding,
  unitsUnder,
  verdictOf
} from "@ntm/domain/criteria"
import { type Document, Documents, type DocumentId } from "@ntm/domain/documents"
import { type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { type JudgedScope, momentOf } from "./judged.ts"
import type { KnownNow } from "./known.ts"

type Judge = (
  current: KnownNow,
  question: LatestQuestion,
  set: CriteriaSet,
  parent: Unit | null
) => Effect.Effect<JudgedScope, never, Observations>

/** The units that a target names, as they stand on the day; its province where it names none. */
const namedUnits = (known: Known, { scope }: Target, province: UnitId, day: Day): ReadonlyArray<Unit> => {
  const { register } = known.chronicle
  const own = unitOn(register, province, day)
  if (scope.units.length === 0) return own === undefined ? [] : [own]
  // A unit is named as who speaks for it would be.
  return scope.units.flatMap((name) => addressees(`UBND ${name}`, register, province, day))
}

/** "xa-ntm-kieu-mau-2025": how a unit says of which targets of a year it is left out. */
const targetNames = ({ by, id, subject }: Target): ReadonlyArray<string> =>
  subject._tag === "criteria" ? [id, `${subject.set.replace(/-\d{4}-\d{4}$/u, "")}-${by.slice(0, 4)}`] : [id]

/** Whether a unit meets what a target counts; undefined where that is not known. */
const meets = ({ at, bound }: JudgedPlace, numbers: ReadonlyArray<number>): boolean | undefined => {
  const codes =
    numbers.length === 0
      ? [bound.codes[at]]
      : numbers.map((no) => bound.criteria.find((one) => one.no === no)?.codes[at])
  const verdicts = codes.map(verdictOf)
  if (verdicts.includes("notMet")) return false
  return verdicts.every((verdict) => verdict === "met" || verdict === "exempt") ? true : undefined
}

/** Counts the units of a target that meet it; a unit that is named and not judged by the set is one of which it is not known. */
const counted = (
  known: Known,
  target: Target,
  set: CriteriaSet,
  { places }: JudgedScope,
  named: ReadonlyArray<Unit>,
  day: Day
): TargetActual | null => {
  if (target.subject._tag !== "criteria") return null
  const { numbers } = target.subject
  const names = targetNames(target)
  const units = new Map(
    named
      .flatMap((unit) => (unit.level === set.level ? [unit] : unitsUnder(known, set, unit, day)))
      .filter(({ attributes }) => !names.some((name) => attributes?.leftOutOf?.includes(name) === true))
      .map((unit) => [unit.id, unit])
  )
  if (units.size === 0) return null
  const judged = new Map(places.map((place) => [place.unit.id, place]))
  const answers = [...units.keys()].map((id) => {
    const place = judged.get(id)
    return place === undefined ? undefined : meets(place, numbers)
  })
  return {
    reached: answers.filter((answer) => answer === true).length,
    outOf: units.size,
    unknown: answers.filter((answer) => answer === undefined).length
  }
}

/** Where one target stands on a day, by counting or by the value in force. */
const actualOf = Effect.fn("assessments.target")(function* (
  current: KnownNow,
  judge: Judge,
  target: Target,
  province: UnitId,
  question: LatestQuestion
) {
  const { known } = current
  const { asOf } = question
  const { subject } = target
  if (subject._tag === "orientation") return null
  const named = namedUnits(known, target, province, asOf)
  if (subject._tag === "value") {
    const [unit] = named
    if (unit === undefined) return null
    const port = yield* Observations
    const { values } = yield* port.columns({ ...question, units: [unit.id], inputs: [subject.input], days: false })
    const value = values[0]?.[0] ?? Number.NaN
    return Number.isNaN(value) ? null : { reached: value, outOf: null, unknown: 0 }
  }
  const [set, parent] = [known.setOn(subject.set, asOf), unitOn(known.chronicle.register, province, asOf)]
  if (set === undefined || parent === undefined || scopeProblem(known, set, parent, asOf) !== null) return null
  return counted(known, target, set, yield* judge(current, question, set, parent), named, asOf)
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
  current: KnownNow,
  judge: Judge,
  document: DocumentId,
  question: LatestQuestion
) {
  const { known } = current
  const { accept, asOf } = question
  const knownAt = question.knownAt ?? (yield* momentOf(question))
  const documents = yield* (yield* Documents).list()
  const targets = yield* (yield* Targets).list(document)
  const actual = Effect.fnUntraced(function* (target: Target, day: Day) {
    const province = provinceNamed(known, documents, document, day)
    if (province === null) return null
    return yield* actualOf(current, judge, target, province, { ...question, asOf: day, knownAt })
  })
  const items = yield* Effect.forEach(targets, (target) =>
    Effect.gen(function* () {
      const now = yield* actual(target, asOf)
      const before = target.baseline !== null || asOf <= target.from ? null : yield* actual(target, target.from)
      const atStart = target.baseline ?? (before === null || before.unknown > 0 ? null : before.reached)
      const item: TargetOnDay = {
        target,
        standing: targetStanding(target, asOf, now, atStart),
        faults: targetFaults(target)
      }
      return item
    })
  )
  const told: AsKnown = { asOf, knownAt, accept }
  return { ...told, items }
})
