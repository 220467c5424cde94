import { Schema } from "effect"
import { UnitCode, UnitLevel } from "../../units/index.ts"
import { Bilingual, Day, Moment } from "../../values/index.ts"
import { SetExplanation } from "../evaluator/explanation.ts"
import { Confidence } from "../sets/indicator.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { Tier } from "../sets/tier.ts"
import { Verdict } from "../rules/verdict.ts"
import { Acceptance } from "../observations/workflow.ts"
import { ProofRules } from "./proof-rules.ts"
import { ProofUnit, ProofValue } from "./proof-values.ts"
import { Seal } from "./seal.ts"

const text = Schema.NullOr(Schema.String)

/** A decision as it is cited. `article` where the set tells it. */
export const Decision = Schema.Struct({ number: Schema.String, date: Schema.NullOr(Day), article: text, role: text })
export type Decision = typeof Decision.Type

/** What is told of a set beside its rules. */
export const ProofSet = Schema.Struct({
  id: CriteriaSetId,
  name: Schema.String,
  level: UnitLevel,
  tier: Tier,
  /** First and last day of its period. */
  period: Schema.Struct({ from: Day, to: Day }),
  decisions: Schema.Array(Decision),
  /** Where it is a province's own: the national set that it derives from, and its first day. */
  local: Schema.NullOr(Schema.Struct({ derivesFrom: CriteriaSetId, province: UnitCode, from: Day })),
  /** Decisions that changed it and hold on the day, oldest first; `changes` names indicators and criteria. */
  amendments: Schema.Array(
    Schema.Struct({
      number: Schema.String,
      issuedOn: Schema.NullOr(Day),
      from: Day,
      scope: text,
      confidence: Confidence,
      complete: Schema.Boolean,
      changes: Schema.Array(Schema.String)
    })
  )
})
export type ProofSet = typeof ProofSet.Type

/** What is told of a line of a set beside its rule. */
export const ProofLine = Schema.Struct({
  set: CriteriaSetId,
  place: Schema.Literals(["requires", "condition", "indicator", "grant", "withdraw"]),
  code: Schema.String,
  name: Schema.String,
  measure: text,
  unit: text,
  /** The rule in words; null where the law has one that is not known. */
  formula: Schema.NullOr(Bilingual),
  leadAgency: text,
  /** Papers that are asked for. */
  evidence: Schema.Array(Schema.String),
  /** How sure the rule is: read in a source, recalled, unknown, or made up for illustration. */
  confidence: Confidence,
  decision: Schema.NullOr(Decision),
  from: Schema.NullOr(Day),
  to: Schema.NullOr(Day),
  note: text,
  /** Where the project read it. */
  reference: Schema.NullOr(Schema.Struct({ title: text, link: text }))
})
export type ProofLine = typeof ProofLine.Type

export const PROOF_FORMAT = "ntm-verdict-proof"
export const PROOF_VERSION = 1

/**
 * One unit's verdict under one set on one day as known at a moment, with everything that it rests on: whoever holds the document
 * can judge again, without a server and without the database.
 *
 * **Details** It says nothing of when or by whom it was made: asked again the same question gives the same document, byte by
 * byte, so that its hash can be held against that of another copy. `version` is that of the document, `language` that of the
 * rules (see `RULE_LANGUAGE`).
 */
export const VerdictProof = Schema.Struct({
  format: Schema.Literal(PROOF_FORMAT),
  version: Schema.Literal(PROOF_VERSION),
  language: Schema.Int,
  asOf: Day,
  /** Null while nothing was recorded. */
  knownAt: Schema.NullOr(Moment),
  /** The state from which values count. */
  accept: Acceptance,
  set: CriteriaSetId,
  verdict: Verdict,
  unit: ProofUnit,
  /** From the set to its criteria, indicators, rules, measures and values; those by their columns in `values`. */
  tree: SetExplanation,
  /** The same of other sets whose results the verdict rests on. */
  restsOn: Schema.Array(SetExplanation),
  sets: Schema.Array(ProofSet),
  lines: Schema.Array(ProofLine),
  values: Schema.Array(ProofValue),
  rules: Schema.Array(ProofRules),
  seal: Seal
})
export type VerdictProof = typeof VerdictProof.Type
