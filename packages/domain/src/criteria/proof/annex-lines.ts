import { type Bilingual, formatDay } from "../../values/index.ts"
import { comparisonWords, numberWords, verdictWords } from "../evaluator/explain-words.ts"
import type { LineExplanation, RuleExplanation, SetExplanation } from "../evaluator/explanation.ts"
import type { Verdict } from "../rules/verdict.ts"
import { decisionWords, type Say, span } from "./annex-text.ts"
import { confidenceWords, words } from "./annex-words.ts"
import type { ProofLine, VerdictProof } from "./proof.ts"

/** What an annex tells of one indicator, condition or lower tier; null where nothing is known. */
export interface AnnexLine {
  /** "2. Tỷ lệ hài lòng". */
  readonly name: string
  readonly verdict: string
  readonly met: Verdict
  readonly why: string
  readonly formula: string | null
  /** Numbers that applied, each with why that one: "65 % – Mức cho vùng ĐBSH". */
  readonly numbers: ReadonlyArray<string>
  /** Values that were judged with their days, and what each was held against: "88,9 % (31/12/2024)", "≥ 90 %". */
  readonly values: ReadonlyArray<string>
  readonly asked: ReadonlyArray<string>
  readonly decision: string | null
  readonly certainty: string | null
  readonly agency: string | null
}

/** Lines of a criterion, or of what a set asks beside its criteria. */
export interface AnnexGroup {
  readonly title: string
  readonly lines: ReadonlyArray<AnnexLine>
}

const leavesOf = (rule: RuleExplanation): ReadonlyArray<RuleExplanation> =>
  rule.parts.length === 0 ? [rule] : rule.parts.flatMap(leavesOf)

const rulesOf = (tree: SetExplanation): ReadonlyArray<RuleExplanation> =>
  [
    ...tree.requires,
    ...tree.conditions,
    ...tree.criteria.flatMap(({ indicators }) => indicators),
    ...tree.grant,
    ...(tree.withdraw === null ? [] : [tree.withdraw])
  ].flatMap(({ rule }) => (rule === null ? [] : leavesOf(rule)))

/** Columns that only say whether something is so: their 1 and 0 are yes and no. */
export const attestedColumns = (trees: ReadonlyArray<SetExplanation>): ReadonlySet<string> =>
  new Set(trees.flatMap(rulesOf).flatMap(({ op, value }) => (op === "attested" ? (value?.columns ?? []) : [])))

const thresholdsOf = ({
  parts,
  threshold
}: RuleExplanation): ReadonlyArray<NonNullable<RuleExplanation["threshold"]>> => [
  ...(threshold === null ? [] : [threshold]),
  ...parts.flatMap(thresholdsOf)
]

const valueWords = ({ op, value }: RuleExplanation, unit: string | null, say: Say): ReadonlyArray<string> => {
  if (value === null) return []
  if (value.value === null) return [say(words.none)]
  const attested = op === "attested" && (value.value === 0 || value.value === 1)
  const amount = attested ? say(value.value === 1 ? words.yes : words.no) : numberWords(value.value, unit)
  const most = value.atMost === null ? "" : `–${numberWords(value.atMost, unit)}`
  return [`${amount}${most}${value.day === null ? "" : ` (${formatDay(value.day)})`}`]
}

const askedWords = (
  { comparison, threshold }: RuleExplanation,
  unit: string | null,
  say: Say
): ReadonlyArray<string> => {
  if (threshold === null) return []
  const number =
    threshold.value === null || comparison === null ? [] : [comparisonWords(comparison, threshold.value, unit)]
  return [[...number, say(threshold.why)].join(": ")]
}

const lineOf = (line: LineExplanation, known: ProofLine | undefined, say: Say): AnnexLine => {
  const unit = known?.unit ?? null
  const leaves = line.rule === null ? [] : leavesOf(line.rule)
  return {
    name: known === undefined ? line.code : `${line.code}. ${known.name}`,
    verdict: say(verdictWords[line.verdict]),
    met: line.verdict,
    why: say(line.says),
    formula: known === undefined ? null : say(known.formula ?? words.unknownRule),
    numbers: (line.rule === null ? [] : thresholdsOf(line.rule)).map(({ value, why }) =>
      value === null ? say(why) : `${numberWords(value, unit)} – ${say(why)}`
    ),
    values: leaves.flatMap((leaf) => valueWords(leaf, unit, say)),
    asked: leaves.flatMap((leaf) => askedWords(leaf, unit, say)),
    decision:
      known === undefined || known.decision === null
        ? null
        : `${decisionWords(known.decision, say)}${span(line.from, line.to, say)}`,
    certainty: known === undefined ? null : say(confidenceWords[known.confidence]),
    agency: known?.leadAgency ?? null
  }
}

/** What a set asks, group by group, in the order in which it is printed. */
export const groupsOf = (tree: SetExplanation, { lines }: VerdictProof, say: Say): ReadonlyArray<AnnexGroup> => {
  const listed = (place: ProofLine["place"], all: ReadonlyArray<LineExplanation>): ReadonlyArray<AnnexLine> =>
    all.map((line) =>
      lineOf(
        line,
        lines.find((one) => one.set === tree.set && one.place === place && one.code === line.code),
        say
      )
    )
  const group = (title: Bilingual, place: ProofLine["place"], all: ReadonlyArray<LineExplanation>) =>
    all.length === 0 ? [] : [{ title: say(title), lines: listed(place, all) }]
  return [
    ...group(words.requires, "requires", tree.requires),
    ...group(words.conditions, "condition", tree.conditions),
    ...tree.criteria.map(({ indicators, name, no, verdict }) => ({
      title: `${no}. ${name}: ${say(verdictWords[verdict])}`,
      lines: listed("indicator", indicators)
    })),
    ...group(words.grant, "grant", tree.grant),
    ...group(words.withdraw, "withdraw", tree.withdraw === null ? [] : [tree.withdraw])
  ]
}
