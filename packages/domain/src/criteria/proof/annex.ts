import { type Bilingual, type Day, formatDay } from "../../values/index.ts"
import { numberWords, verdictWords } from "../evaluator/explain-words.ts"
import type { LineExplanation, RuleExplanation, SetExplanation } from "../evaluator/explanation.ts"
import { Confidence } from "../sets/indicator.ts"
import { stateWords } from "../observations/workflow-judging.ts"
import { isIllustrative, sourceWords } from "./annex-values.ts"
import { confidenceWords, words } from "./annex-words.ts"
import type { ProofValue } from "./proof-values.ts"
import type { Decision, ProofLine, VerdictProof } from "./proof.ts"

type Say = (sentence: Bilingual) => string

/** Text of others, on one line and without what Markdown would read as its own. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\\|<`]/gu, (found) => `\\${found}`)

const row = (...cells: ReadonlyArray<string>): string => `| ${cells.map(plain).join(" | ")} |`
const header = (...cells: ReadonlyArray<string>): ReadonlyArray<string> => [
  row(...cells),
  `|${cells.map(() => " --- |").join("")}`
]

/** "09:00 01/03/2025": in Việt Nam, which is seven hours ahead all year. */
const momentWords = (moment: string): string => {
  const local = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString()
  const [year = "", month = "", day = ""] = local.slice(0, 10).split("-")
  return `${local.slice(11, 19)} ${day}/${month}/${year}`
}

const span = (from: Day | null, to: Day | null, say: Say): string => {
  const told = [
    ...(from === null ? [] : [`${say(words.from)} ${formatDay(from)}`]),
    ...(to === null ? [] : [`${say(words.to)} ${formatDay(to)}`])
  ]
  return told.length === 0 ? "" : ` (${told.join(" ")})`
}

const decisionWords = ({ article, date, number, role }: Decision, say: Say): string => {
  const told = `${number} ${role ?? ""}`.toLowerCase()
  const place = article === null || told.includes(article.toLowerCase()) ? "" : `${article}, `
  const day = date === null ? "" : ` ${say(words.of)} ${formatDay(date)}`
  return `${place}${number}${day}${role === null ? "" : ` (${role})`}`
}

const thresholds = ({
  parts,
  threshold
}: RuleExplanation): ReadonlyArray<NonNullable<RuleExplanation["threshold"]>> => [
  ...(threshold === null ? [] : [threshold]),
  ...parts.flatMap(thresholds)
]

const item = (label: Bilingual, text: string, say: Say): string => `  - ${say(label)}: ${plain(text)}`

/** What the set tells of a line beside its rule. */
const knownWords = ({ confidence, decision, leadAgency }: ProofLine, { from, to }: LineExplanation, say: Say) => [
  ...(decision === null ? [] : [item(words.decision, `${decisionWords(decision, say)}${span(from, to, say)}`, say)]),
  item(words.sure, say(confidenceWords[confidence]), say),
  ...(leadAgency === null ? [] : [item(words.agency, leadAgency, say)])
]

/** One indicator: its verdict, its rule, the number that applied and why, the decision. */
const lineWords = (line: LineExplanation, known: ProofLine | undefined, say: Say): ReadonlyArray<string> => {
  const numbers = (line.rule === null ? [] : thresholds(line.rule)).map(({ value, why }) =>
    value === null ? say(why) : `${numberWords(value, known?.unit ?? null)} – ${say(why)}`
  )
  const name = known === undefined ? line.code : `${line.code}. ${known.name}`
  const formula = known === undefined ? [] : [item(words.formula, say(known.formula ?? words.unknownRule), say)]
  return [
    `- **${plain(name)}: ${say(verdictWords[line.verdict])}**`,
    item(words.why, say(line.says), say),
    ...formula,
    ...(numbers.length === 0 ? [] : [item(words.threshold, numbers.join("; "), say)]),
    ...(known === undefined ? [] : knownWords(known, line, say))
  ]
}

const treeWords = (tree: SetExplanation, { lines }: VerdictProof, say: Say): ReadonlyArray<string> => {
  const listed = (place: ProofLine["place"], all: ReadonlyArray<LineExplanation>): ReadonlyArray<string> =>
    all.flatMap((line) =>
      lineWords(
        line,
        lines.find((one) => one.set === tree.set && one.place === place && one.code === line.code),
        say
      )
    )
  const section = (title: Bilingual, place: ProofLine["place"], all: ReadonlyArray<LineExplanation>) =>
    all.length === 0 ? [] : ["", `### ${say(title)}`, "", ...listed(place, all)]
  return [
    ...section(words.requires, "requires", tree.requires),
    ...section(words.conditions, "condition", tree.conditions),
    ...tree.criteria.flatMap(({ indicators, name, no, verdict }) => [
      "",
      `### ${no}. ${plain(name)}: ${say(verdictWords[verdict])}`,
      "",
      ...listed("indicator", indicators)
    ]),
    ...section(words.grant, "grant", tree.grant),
    ...section(words.withdraw, "withdraw", tree.withdraw === null ? [] : [tree.withdraw])
  ]
}

const basesWords = ({ sets }: VerdictProof, say: Say): ReadonlyArray<string> =>
  sets.flatMap(({ amendments, decisions, local, name }) => [
    `- **${plain(name)}**`,
    ...(local === null
      ? []
      : [`  - ${say(words.local)} ${local.derivesFrom} (${say(words.inForceFrom)} ${formatDay(local.from)})`]),
    ...decisions.map((decision) => `  - ${plain(decisionWords(decision, say))}`),
    ...amendments.map(({ changes, complete, confidence, from, number, scope }) => {
      const told = [
        `${number}${scope === null ? "" : `, ${scope}`}`,
        `${say(words.inForceFrom)} ${formatDay(from)}`,
        ...(changes.length === 0 ? [] : [`${say(words.changes)}: ${changes.join(", ")}`]),
        ...(complete ? [] : [say(words.incomplete)]),
        say(confidenceWords[confidence])
      ]
      return `  - ${say(words.amends)}: ${plain(told.join("; "))}`
    })
  ])

const amountWords = ({ bounds, unit, value }: ProofValue, say: Say): string => {
  if (value !== null) return numberWords(value, unit)
  return bounds === null ? say(words.none) : `${numberWords(bounds.low, null)}–${numberWords(bounds.high, unit)}`
}

/** How sure what is told is: rules by their confidence, and values that were made up. */
const certainty = ({ lines, values }: VerdictProof, say: Say): string => {
  const rules = Confidence.literals.flatMap((sure) => {
    const count = lines.filter(({ confidence }) => confidence === sure).length
    return count === 0 ? [] : [`${count} ${say(confidenceWords[sure])}`]
  })
  const made = values.filter((value) => isIllustrative(value)).length
  return [
    `${say(words.rules)}: ${rules.join(", ")}`,
    ...(made === 0 ? [] : [`${made} ${say(words.illustrativeValues)}`])
  ].join("; ")
}

/**
 * The proof as an annex for printing, in Markdown.
 *
 * **Details** It says what the document says: whether that is right is for `verifyProof` to tell.
 */
export const proofAnnex = (proof: VerdictProof, lang: "vi" | "en"): string => {
  const say: Say = (sentence) => sentence[lang]
  const { accept, asOf, knownAt, language, restsOn, seal, sets, tree, unit, values, verdict } = proof
  const field = (label: Bilingual, text: string): string => `- **${say(label)}:** ${plain(text)}`
  const named = ({ name, type }: { readonly name: string; readonly type: string }) => `${type} ${name}`
  const nameOf = (id: string): string => sets.find((set) => set.id === id)?.name ?? id
  const known =
    knownAt === null ? say(words.nothingKnown) : `${momentWords(knownAt)} (${say(words.vietnamTime)}; ${knownAt})`
  const lines = [
    `# ${say(words.title)}`,
    "",
    field(words.unit, `${[unit, ...unit.above].map(named).join(", ")} (${say(words.code)} ${unit.code})`),
    field(words.set, `${nameOf(proof.set)} (${proof.set})`),
    field(words.asOf, formatDay(asOf)),
    field(words.knownAt, known),
    field(words.accept, say(stateWords[accept])),
    field(words.certainty, certainty(proof, say)),
    `- **${say(words.verdict)}: ${say(verdictWords[verdict])}** (${tree.met}/${tree.outOf} ${say(words.criteria)})`,
    "",
    `## ${say(words.bases)}`,
    "",
    ...basesWords(proof, say),
    "",
    `## ${say(words.byCriterion)}`,
    ...treeWords(tree, proof, say),
    ...restsOn.flatMap((other) => [
      "",
      `## ${plain(nameOf(other.set))}: ${say(verdictWords[other.verdict])}`,
      ...treeWords(other, proof, say)
    ]),
    "",
    `## ${say(words.values)}`,
    "",
    ...header(say(words.value), say(words.amount), say(words.day), say(words.source)),
    ...values.map((value) =>
      row(
        say(value.name),
        amountWords(value, say),
        value.day === null ? "" : formatDay(value.day),
        sourceWords(value, say)
      )
    ),
    "",
    `## ${say(words.check)}`,
    "",
    `- ${say(words.hash)}: \`${seal.hash}\``,
    `- ${say(words.language)}: ${language}`,
    `- ${say(words.howTo)}`
  ]
  return `${lines.join("\n")}\n`
}
