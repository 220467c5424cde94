import { formatDay } from "../../values/index.ts"
import { verdictWords } from "../evaluator/explain-words.ts"
import type { SetExplanation } from "../evaluator/explanation.ts"
import { stateWords } from "../observations/workflow-judging.ts"
import { type AnnexGroup, attestedColumns, groupsOf } from "./annex-lines.ts"
import { amountWords, certaintyWords, decisionWords, momentWords, type Say } from "./annex-text.ts"
import { sourceWords } from "./annex-values.ts"
import { confidenceWords, words } from "./annex-words.ts"
import type { ProofValue } from "./proof-values.ts"
import type { VerdictProof } from "./proof.ts"

/** A label and what stands beside it. */
export interface AnnexField {
  readonly label: string
  readonly text: string
}

/** A set as it was judged. */
export interface AnnexSet {
  readonly name: string
  readonly verdict: string
  readonly groups: ReadonlyArray<AnnexGroup>
}

/**
 * A proof as an annex, in one language and in the order of print; how it looks is for whoever prints it (Markdown here, Word in
 * `exchange`).
 */
export interface AnnexDocument {
  readonly lang: "vi" | "en"
  readonly title: string
  /** Unit, set, day, moment, state, certainty. */
  readonly about: ReadonlyArray<AnnexField>
  readonly verdict: { readonly label: string; readonly verdict: string; readonly counts: string }
  /** Decisions of each set and what amended it. */
  readonly bases: ReadonlyArray<{ readonly name: string; readonly lines: ReadonlyArray<string> }>
  /** The set that was asked for first, then those that its verdict rests on. */
  readonly sets: readonly [AnnexSet, ...ReadonlyArray<AnnexSet>]
  /** Name, amount, day, source. */
  readonly values: ReadonlyArray<readonly [string, string, string, string]>
  readonly hash: string
  readonly language: number
}

const basesOf = ({ sets }: VerdictProof, say: Say): AnnexDocument["bases"] =>
  sets.map(({ amendments, decisions, local, name }) => ({
    name,
    lines: [
      ...(local === null
        ? []
        : [`${say(words.local)} ${local.derivesFrom} (${say(words.inForceFrom)} ${formatDay(local.from)})`]),
      ...decisions.map((decision) => decisionWords(decision, say)),
      ...amendments.map(({ changes, complete, confidence, from, number, scope }) => {
        const told = [
          `${number}${scope === null ? "" : `, ${scope}`}`,
          `${say(words.inForceFrom)} ${formatDay(from)}`,
          ...(changes.length === 0 ? [] : [`${say(words.changes)}: ${changes.join(", ")}`]),
          ...(complete ? [] : [say(words.incomplete)]),
          say(confidenceWords[confidence])
        ]
        return `${say(words.amends)}: ${told.join("; ")}`
      })
    ]
  }))

/** The day that a value is as of; where judging did not need it, that of its record. */
const dayWords = ({ day, from }: ProofValue): string => {
  const told = day ?? (from.source === "reported" ? from.record.observation.day : null)
  return told === null ? "" : formatDay(told)
}

/** What an annex tells of a proof. It says what the document says: whether that is right is for `verifyProof` to tell. */
export const annexDocument = (proof: VerdictProof, lang: "vi" | "en"): AnnexDocument => {
  const say: Say = (sentence) => sentence[lang]
  const { accept, asOf, knownAt, language, restsOn, seal, sets, tree, unit, values, verdict } = proof
  const nameOf = (id: string): string => sets.find((set) => set.id === id)?.name ?? id
  const named = ({ name, type }: { readonly name: string; readonly type: string }) => `${type} ${name}`
  const known =
    knownAt === null ? say(words.nothingKnown) : `${momentWords(knownAt)} (${say(words.vietnamTime)}; ${knownAt})`
  const attested = attestedColumns([tree, ...restsOn])
  const setOf = (of: SetExplanation): AnnexSet => ({
    name: nameOf(of.set),
    verdict: say(verdictWords[of.verdict]),
    groups: groupsOf(of, proof, say)
  })
  return {
    lang,
    title: say(words.title),
    about: [
      {
        label: say(words.unit),
        text: `${[unit, ...unit.above].map(named).join(", ")} (${say(words.code)} ${unit.code})`
      },
      { label: say(words.set), text: `${nameOf(proof.set)} (${proof.set})` },
      { label: say(words.asOf), text: formatDay(asOf) },
      { label: say(words.knownAt), text: known },
      { label: say(words.accept), text: say(stateWords[accept]) },
      { label: say(words.certainty), text: certaintyWords(proof, say) }
    ],
    verdict: {
      label: say(words.verdict),
      verdict: say(verdictWords[verdict]),
      counts: `${tree.met}/${tree.outOf} ${say(words.criteria)}`
    },
    bases: basesOf(proof, say),
    sets: [setOf(tree), ...restsOn.map(setOf)],
    values: values.map((value) => [
      say(value.name),
      amountWords(value, attested.has(value.column), say),
      dayWords(value),
      sourceWords(value, say)
    ]),
    hash: seal.hash,
    language
  }
}

/** What the file of an annex is called, without its ending: "phu-luc-11635-xa-ntm-2021-2025-2024-12-31". */
export const annexName = ({ asOf, set, unit }: VerdictProof, lang: "vi" | "en"): string =>
  `${lang === "vi" ? "phu-luc" : "annex"}-${unit.code}-${set}-${asOf}`
