import { Option, Schema } from "effect"
import type { ProgramLine, ProgramSet } from "../evaluator/compile.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { Confidence } from "../sets/indicator.ts"
import type { InputCatalogue } from "../observations/observation-input.ts"
import { indicatorOf } from "../sets/set-on.ts"
import { decisionCited } from "./decisions.ts"
import { formulaOf } from "./formula.ts"
import type { ProofLine } from "./proof.ts"

const Sources = Schema.Struct({
  sources: Schema.Record(
    Schema.String,
    Schema.Struct({ url: Schema.optionalKey(Schema.String), what: Schema.optionalKey(Schema.String) })
  )
})
const readSources = Schema.decodeUnknownOption(Sources)

/** Where the set's own list of sources says that a line was read. */
const referenceOf = (set: CriteriaSet, key: string | null): ProofLine["reference"] => {
  const found = key === null ? undefined : Option.getOrUndefined(readSources(set.source))?.sources[key]
  return found === undefined ? null : { title: found.what ?? null, link: found.url ?? null }
}

/** A line that is no indicator: what another set, a grant or a withdrawal asks. */
const plain = (
  set: CriteriaSet,
  { line, place }: ProgramLine
): { readonly name: string; readonly confidence: Confidence } => {
  if (place === "requires") {
    const found = set.requires.find((one) => one.set === line.code)
    return { name: found?.text ?? line.code, confidence: found?.confidence ?? "unknown" }
  }
  const gate = set.recognition.grant.find(({ id }) => id === line.code)
  return place === "grant"
    ? { name: gate?.name ?? line.code, confidence: gate?.confidence ?? "unknown" }
    : { name: "Thu hồi công nhận", confidence: "recalled" }
}

/** What a proof tells of the lines of a set; `set` as in force on the day, `history` with all that ever changed it. */
export const proofLines = (
  { lines, set: { id } }: ProgramSet,
  set: CriteriaSet,
  history: CriteriaSet,
  inputs: InputCatalogue
): ReadonlyArray<ProofLine> =>
  lines.map((one) => {
    const { line, place } = one
    const { from = null, legalBasis = null, to = null, unit = null } = line
    const formula = line.rule === null ? null : formulaOf(line.rule, inputs, unit)
    const shared = { set: id, place, code: line.code, unit, formula, from, to }
    const found = place === "indicator" || place === "condition" ? indicatorOf(set, line.code) : undefined
    if (found === undefined) {
      const cited = place === "requires" ? null : set.recognition.legalBasis
      return {
        ...shared,
        ...plain(set, one),
        measure: null,
        leadAgency: null,
        evidence: [],
        decision: cited === null ? null : decisionCited(history, cited),
        note: null,
        reference: null
      }
    }
    // A line that says nothing itself stands in the decision that issued the set.
    const cited = legalBasis ?? history.legalBases[0]?.number ?? null
    return {
      ...shared,
      name: found.name,
      measure: found.measure,
      leadAgency: found.leadAgency,
      evidence: found.evidence,
      confidence: found.confidence,
      decision: cited === null ? null : decisionCited(history, cited),
      note: found.note,
      reference: referenceOf(history, found.source)
    }
  })
