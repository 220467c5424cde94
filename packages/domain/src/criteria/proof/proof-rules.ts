import { Schema } from "effect"
import { Day } from "../../values/index.ts"
import type { AssessableLine, AssessableSet } from "../evaluator/assessable.ts"
import { Condition } from "../rules/condition.ts"
import { Rule } from "../rules/rule.ts"
import { CriteriaSetId } from "../sets/set-id.ts"

const Line = Schema.Struct({
  code: Schema.String,
  rule: Schema.NullOr(Rule),
  appliesWhen: Schema.NullOr(Condition),
  name: Schema.optionalKey(Schema.String),
  unit: Schema.optionalKey(Schema.NullOr(Schema.String)),
  legalBasis: Schema.optionalKey(Schema.NullOr(Schema.String)),
  from: Schema.optionalKey(Schema.NullOr(Day)),
  to: Schema.optionalKey(Schema.NullOr(Day))
})

/** The rules of a set as in force on the day: all that the evaluator needs to judge again. */
export const ProofRules = Schema.Struct({
  id: CriteriaSetId,
  tier: Schema.String,
  criteria: Schema.Array(Schema.Struct({ no: Schema.Int, name: Schema.String, indicators: Schema.Array(Line) })),
  conditions: Schema.Array(Line),
  requires: Schema.Array(Schema.Struct({ set: CriteriaSetId })),
  regionOverrides: Schema.Array(Schema.Struct({ when: Condition, region: Schema.String })),
  recognition: Schema.Struct({
    grant: Schema.Array(Schema.Struct({ id: Schema.String, rule: Rule })),
    withdraw: Schema.NullOr(Rule)
  })
})
export type ProofRules = typeof ProofRules.Type

const lineOf = ({ appliesWhen, code, from, legalBasis, name, rule, to, unit }: AssessableLine): typeof Line.Type => ({
  code,
  rule,
  appliesWhen,
  ...(name === undefined ? {} : { name }),
  ...(unit === undefined ? {} : { unit }),
  ...(legalBasis === undefined ? {} : { legalBasis }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to })
})

/** What judging reads of a set, and nothing else. */
export const proofRules = (set: AssessableSet): ProofRules => ({
  id: set.id,
  tier: set.tier,
  criteria: set.criteria.map(({ indicators, name, no }) => ({ no, name, indicators: indicators.map(lineOf) })),
  conditions: set.conditions.map(lineOf),
  requires: set.requires.map((one) => ({ set: one.set })),
  regionOverrides: set.regionOverrides.map(({ region, when }) => ({ when, region })),
  recognition: {
    grant: set.recognition.grant.map(({ id, rule }) => ({ id, rule })),
    withdraw: set.recognition.withdraw
  }
})
