import { addDays, Day } from "../../values/index.ts"
import type { UnitAttributes } from "../../units/index.ts"
import { type Assessment, assessedSet, verdictOf } from "../evaluator/assess.ts"
import { type Columns, NO_DAY, UNKNOWN, YES } from "../evaluator/columns.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { explain } from "../evaluator/explain.ts"
import type { LatestQuestion } from "../observations/latest.ts"
import { type InputCatalogue, catalogueOf } from "../observations/observation-input.ts"
import { setOn } from "../sets/set-on.ts"
import { proofSet } from "./decisions.ts"
import { measureWords } from "./measure-words.ts"
import { proofLines } from "./proof-lines.ts"
import { proofRules } from "./proof-rules.ts"
import { restingOn } from "./proof-sets.ts"
import type { ProofSource, ProofUnitName, ProofValue } from "./proof-values.ts"
import { PROOF_FORMAT, PROOF_VERSION, type VerdictProof } from "./proof.ts"
import { RULE_LANGUAGE } from "./rule-language.ts"
import { sealOf } from "./seal.ts"

const epoch = Day.make("1970-01-01")

/** What a proof is made of: an assessment, and what stands behind it. */
export interface Proving {
  readonly assessment: Assessment
  readonly set: string
  /** Place of the unit in the assessment. */
  readonly at: number
  readonly unit: ProofUnitName
  /** The nearest first. */
  readonly above: ReadonlyArray<ProofUnitName>
  readonly knownAt: LatestQuestion["knownAt"]
  readonly accept: LatestQuestion["accept"]
  /** The sets of the assessment with their whole history. */
  readonly history: ReadonlyArray<CriteriaSet>
  /** Where the value of a column comes from. */
  readonly sourceOf: (column: string) => ProofSource
}

const flagNames = ["border", "island", "speciallyDifficult", "safeZone", "urban", "programme"] as const

/** A unit as the columns hold it, which is how it was judged. */
const profileAt = (
  { profile }: Columns,
  at: number
): { readonly type: string | null; readonly attributes: UnitAttributes } => {
  const region = profile.regions[profile.region[at] ?? -1]
  const group = profile.group[at]
  const flags = flagNames.flatMap((flag) => {
    const code = profile.flags[flag][at] ?? UNKNOWN
    return code === UNKNOWN ? [] : [[flag, code === YES] as const]
  })
  return {
    type: profile.types[profile.type[at] ?? -1] ?? null,
    attributes: {
      ...(region === undefined ? {} : { region }),
      ...(group === 1 || group === 2 || group === 3 ? { communeGroup: group } : {}),
      ...Object.fromEntries(flags)
    }
  }
}

const valueAt = ({ assessment, at, sourceOf }: Proving, key: string, inputs: InputCatalogue): ProofValue => {
  const need = assessment.program.columns.get(key)
  const column = assessment.columns.values.get(key)
  const value = column?.values[at] ?? Number.NaN
  const day = column?.days?.[at] ?? NO_DAY
  const [low, high] = [column?.bounds?.low[at] ?? Number.NaN, column?.bounds?.high[at] ?? Number.NaN]
  const name = need === undefined ? { vi: key, en: key } : measureWords(need.source, inputs)
  const input = need?.source.of === "input" ? inputs.get(need.source.input) : undefined
  return {
    column: key,
    name,
    unit: input?.unit ?? null,
    value: Number.isFinite(value) ? value + 0 : null,
    bounds: Number.isFinite(low) && Number.isFinite(high) ? { low: low + 0, high: high + 0 } : null,
    day: day === NO_DAY ? null : addDays(epoch, day),
    from: sourceOf(key)
  }
}

/**
 * The proof of one unit's verdict under one set. Null where the set was not assessed, or there is no such unit.
 *
 * **Details** Rules, values and the unit are taken from the assessment itself, so that judging again cannot give anything else.
 * The sets are told by `history`; of one that is not in it only the rules are told.
 */
export const prove = (proving: Proving): VerdictProof | null => {
  const { above, accept, assessment, at, history, knownAt, set: id, unit } = proving
  const { columns, program } = assessment
  const bound = assessedSet(assessment, id)
  const tree = explain(assessment, id, at)
  if (bound === undefined || tree === null) return null
  const { attributes, type } = profileAt(columns, at)
  const sets = restingOn(program, id)
  const known = sets.flatMap((one) => {
    const found = history.find((set) => set.id === one.set.id)
    return found === undefined ? [] : [{ one, found }]
  })
  const inputs = catalogueOf(known.map(({ found }) => found))
  const keys = new Set(sets.flatMap(({ lines }) => lines.flatMap((line) => [...line.columns])))
  const document: Omit<VerdictProof, "seal"> = {
    format: PROOF_FORMAT,
    version: PROOF_VERSION,
    language: RULE_LANGUAGE,
    asOf: program.day,
    knownAt,
    accept,
    set: bound.set.id,
    verdict: verdictOf(bound.codes[at]),
    unit: { ...unit, judgedType: type, attributes, above },
    tree,
    restsOn: sets.flatMap(({ set }) => (set.id === id ? [] : (explain(assessment, set.id, at) ?? []))),
    sets: known.map(({ found }) => proofSet(found, program.day)),
    lines: known.flatMap(({ found, one }) => proofLines(one, setOn(found, program.day), found, inputs)),
    values: [...keys].sort().map((key) => valueAt(proving, key, inputs)),
    rules: sets.map(({ set }) => proofRules(set))
  }
  return { ...document, seal: sealOf(document) }
}
