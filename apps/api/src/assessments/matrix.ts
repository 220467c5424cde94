import type { MatrixHead, MatrixRow } from "@ntm/contract"
import { type JudgedPlace, type Known, type LatestQuestion, Verdict, verdictOf } from "@ntm/domain/criteria"
import type { Unit, UnitId } from "@ntm/domain/units"
import { assessedSetOf, namedUnit } from "./asking.ts"
import type { JudgedScope } from "./judged.ts"

/** By the code of a verdict; see `MatrixRow`. */
const letters = "mnedt"

/** A letter for each of these verdicts; a space for none. */
export const lettersOf = (verdicts: ReadonlyArray<Verdict | null>): string =>
  verdicts.map((verdict) => (verdict === null ? " " : letters[Verdict.literals.indexOf(verdict)])).join("")

/**
 * A letter for each of these criteria; a space where the unit's own set has no such criterion.
 *
 * **Details** Where units of several provinces are shown together their sets differ in the criteria that a province added.
 */
const verdictsOf = ({ at, bound }: JudgedPlace, numbers: ReadonlyArray<number>): string =>
  bound.criteria.length === numbers.length && bound.criteria.every(({ no }, place) => no === numbers[place])
    ? bound.criteria.map(({ codes }) => letters[codes[at] ?? 3]).join("")
    : numbers.map((no) => letters[bound.criteria.find((one) => one.no === no)?.codes[at] ?? -1] ?? " ").join("")

const rowOf = (
  known: Known,
  place: JudgedPlace,
  numbers: ReadonlyArray<number>,
  { asOf }: LatestQuestion,
  { rests }: JudgedScope,
  illustrative: ReadonlySet<UnitId>
): MatrixRow => {
  const { at, bound, unit } = place
  const held = known.held(asOf).get(unit.id)
  return {
    unit: namedUnit(unit),
    verdicts: verdictsOf(place, numbers),
    verdict: verdictOf(bound.codes[at]),
    met: bound.met[at] ?? 0,
    tier: held?.tier ?? null,
    held: held?.kind ?? null,
    provisional: rests.has(unit.id),
    illustrative: illustrative.has(unit.id)
  }
}

/** The matrix of units by criteria. */
export const matrixOf = (
  known: Known,
  question: LatestQuestion,
  parent: Unit | null,
  scope: JudgedScope,
  illustrative: ReadonlySet<UnitId>
): MatrixHead & { readonly items: ReadonlyArray<MatrixRow> } => {
  const { accept, asOf } = question
  const criteria = scope.set.criteria.map(({ name, no }) => ({ no, name }))
  const numbers = criteria.map(({ no }) => no)
  return {
    asOf,
    knownAt: scope.judged.knownAt,
    accept,
    set: assessedSetOf(scope.set),
    parent,
    criteria,
    items: scope.places.map((place) => rowOf(known, place, numbers, question, scope, illustrative))
  }
}
