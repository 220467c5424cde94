import type { Unit } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import type { Known } from "../judging/known.ts"
import type { Place } from "../judging/places.ts"
import { unitsUnder } from "../judging/scope.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { Target } from "./target.ts"
import type { TargetActual } from "./target-standing.ts"

/** "xa-ntm-kieu-mau-2025": how a unit says of which targets of a year it is left out. */
const targetNames = ({ by, id, subject }: Target): ReadonlyArray<string> =>
  subject._tag === "criteria" ? [id, `${subject.set.replace(/-\d{4}-\d{4}$/u, "")}-${by.slice(0, 4)}`] : [id]

/** Whether a unit says that it is left out of a target. */
export const isLeftOut = (target: Target, { attributes }: Pick<Unit, "attributes">): boolean =>
  targetNames(target).some((name) => attributes?.leftOutOf?.includes(name) === true)

/** Whether a unit meets what a target counts; undefined where that is not known. */
const meets = ({ at, bound }: Place, numbers: ReadonlyArray<number>): boolean | undefined => {
  const codes =
    numbers.length === 0
      ? [bound.codes[at]]
      : numbers.map((no) => bound.criteria.find((one) => one.no === no)?.codes[at])
  const verdicts = codes.map(verdictOf)
  if (verdicts.includes("notMet")) return false
  return verdicts.every((verdict) => verdict === "met" || verdict === "exempt") ? true : undefined
}

/**
 * The units that a target counts.
 *
 * **Details** Named are units of the level that is counted, or units above them. Those that say that they are left out of the target
 * are.
 */
export const unitsCounted = (
  known: Known,
  target: Target,
  set: CriteriaSet,
  named: ReadonlyArray<Unit>,
  day: Day
): ReadonlyArray<Unit> => [
  ...new Map(
    named
      .flatMap((unit) => (unit.level === set.level ? [unit] : unitsUnder(known, set, unit, day)))
      .filter((unit) => !isLeftOut(target, unit))
      .map((unit) => [unit.id, unit])
  ).values()
]

/**
 * Counts the units of a target (`unitsCounted`) that meet it; null for one that counts none.
 *
 * **Details** A unit that is named and not judged by the set is one of which it is not known.
 */
export const countedOf = (
  known: Known,
  target: Target,
  set: CriteriaSet,
  places: ReadonlyArray<Place>,
  named: ReadonlyArray<Unit>,
  day: Day
): TargetActual | null => {
  if (target.subject._tag !== "criteria") return null
  const { numbers } = target.subject
  const units = unitsCounted(known, target, set, named, day)
  if (units.length === 0) return null
  const judged = new Map(places.map((place) => [place.unit.id, place]))
  const answers = units.map(({ id }) => {
    const place = judged.get(id)
    return place === undefined ? undefined : meets(place, numbers)
  })
  return {
    reached: answers.filter((answer) => answer === true).length,
    outOf: units.length,
    unknown: answers.filter((answer) => answer === undefined).length
  }
}
