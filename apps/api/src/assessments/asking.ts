import type { AssessedSet, NamedUnit } from "@ntm/contract"
import {
  type Acceptance,
  type Confidence,
  type CriteriaSet,
  CriteriaSetNotFound,
  type CriteriaSetId,
  type Known,
  type LatestQuestion,
  scopeProblem
} from "@ntm/domain/criteria"
import { type Unit, unitByCode, type UnitCode, UnitNotFound } from "@ntm/domain/units"
import type { Bilingual, Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { InvalidParameters } from "../http/errors.ts"

/** As of which day, as known when, from which state on: as every question about assessments may say. */
export interface KnownQuery {
  readonly as_of?: Day
  readonly known_at?: Moment
  readonly accept?: Exclude<Acceptance, "draft">
}

/** The question that a query asks; `today` where it names no day. */
export const questionOf = ({ accept, as_of, known_at }: KnownQuery, today: Day): LatestQuestion => ({
  asOf: as_of ?? today,
  knownAt: known_at ?? null,
  accept: accept ?? "approved"
})

export const refused = (path: string, { en, vi }: Bilingual) =>
  new InvalidParameters({ errors: [{ path, message: vi, messageEn: en }] })

/** The unit that carries the code on the day. */
export const unitNamed = ({ chronicle }: Known, code: UnitCode, asOf: Day): Effect.Effect<Unit, UnitNotFound> => {
  const unit = unitByCode(chronicle.register, code, asOf)
  return unit === undefined ? Effect.fail(new UnitNotFound({ code, asOf })) : Effect.succeed(unit)
}

/** A set as in force on the day, if units below `parent` can be judged by it. */
export const setNamed = (
  known: Known,
  id: CriteriaSetId,
  parent: Unit | null,
  day: Day
): Effect.Effect<CriteriaSet, CriteriaSetNotFound | InvalidParameters> => {
  const set = known.setOn(id, day)
  if (set === undefined) return Effect.fail(new CriteriaSetNotFound({ id }))
  const problem = scopeProblem(known, set, parent, day)
  return problem === null ? Effect.succeed(set) : Effect.fail(refused(problem.path, problem.sentence))
}

/** The set that shall take the place of another, as in force on the day: also one of which only the frame is known. */
export const replacingNamed = (
  known: Known,
  id: CriteriaSetId,
  parent: Unit | null,
  day: Day
): Effect.Effect<CriteriaSet, CriteriaSetNotFound | InvalidParameters> => {
  const set = known.setOn(id, day)
  if (set === undefined) return Effect.fail(new CriteriaSetNotFound({ id }))
  const problem = scopeProblem(known, { ...set, doNotEvaluate: false }, parent, day)
  return problem === null
    ? Effect.succeed(set)
    : Effect.fail(refused(problem.path === "set" ? "with" : problem.path, problem.sentence))
}

export const namedUnit = ({ code, id, level, name, type }: Unit): NamedUnit => ({ id, code, name, type, level })

/** A set that judged units, with how sure its lines are. */
export const assessedSetOf = (used: CriteriaSet): AssessedSet => {
  const lines = [...used.conditions, ...used.criteria.flatMap(({ indicators }) => indicators)]
  const count = (sure: Confidence): number => lines.filter(({ confidence }) => confidence === sure).length
  return {
    id: used.id,
    name: used.name,
    level: used.level,
    tier: used.tier,
    national: used.derivesFrom?.set ?? null,
    confidence: {
      verified: count("verified"),
      recalled: count("recalled"),
      unknown: count("unknown"),
      illustrative: count("illustrative")
    }
  }
}
