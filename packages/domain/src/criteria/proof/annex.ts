import type { Bilingual } from "../../values/index.ts"
import { annexDocument, type AnnexDocument } from "./annex-document.ts"
import type { AnnexGroup, AnnexLine } from "./annex-lines.ts"
import type { Say } from "./annex-text.ts"
import { words } from "./annex-words.ts"
import type { VerdictProof } from "./proof.ts"

/** Text of others, on one line and without what Markdown would read as its own. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").replace(/[\\|<`]/gu, (found) => `\\${found}`)

const row = (...cells: ReadonlyArray<string>): string => `| ${cells.map(plain).join(" | ")} |`
const header = (...cells: ReadonlyArray<string>): ReadonlyArray<string> => [
  row(...cells),
  `|${cells.map(() => " --- |").join("")}`
]

const field = (label: string, text: string): string => `- **${label}:** ${plain(text)}`

/** One indicator: its verdict, its rule, the number that applied and why, the decision. */
const lineWords = (line: AnnexLine, say: Say): ReadonlyArray<string> => {
  const item = (label: Bilingual, text: string | null): ReadonlyArray<string> =>
    text === null || text === "" ? [] : [`  - ${say(label)}: ${plain(text)}`]
  return [
    `- **${plain(line.name)}: ${line.verdict}**`,
    ...item(words.why, line.why),
    ...item(words.formula, line.formula),
    ...item(words.threshold, line.numbers.join("; ")),
    ...item(words.decision, line.decision),
    ...item(words.sure, line.certainty),
    ...item(words.agency, line.agency)
  ]
}

const groupWords = ({ lines, title }: AnnexGroup, say: Say): ReadonlyArray<string> => [
  "",
  `### ${plain(title)}`,
  "",
  ...lines.flatMap((line) => lineWords(line, say))
]

const basesWords = ({ bases }: AnnexDocument): ReadonlyArray<string> =>
  bases.flatMap(({ lines, name }) => [`- **${plain(name)}**`, ...lines.map((line) => `  - ${plain(line)}`)])

/**
 * The proof as an annex for printing, in Markdown.
 *
 * **Details** It says what the document says: whether that is right is for `verifyProof` to tell.
 */
export const proofAnnex = (proof: VerdictProof, lang: "vi" | "en"): string => {
  const say: Say = (sentence) => sentence[lang]
  const annex = annexDocument(proof, lang)
  const [set, ...others] = annex.sets
  const { label, counts, verdict } = annex.verdict
  const lines = [
    `# ${annex.title}`,
    "",
    ...annex.about.map((one) => field(one.label, one.text)),
    `- **${label}: ${verdict}** (${counts})`,
    "",
    `## ${say(words.bases)}`,
    "",
    ...basesWords(annex),
    "",
    `## ${say(words.byCriterion)}`,
    ...set.groups.flatMap((group) => groupWords(group, say)),
    ...others.flatMap((other) => [
      "",
      `## ${plain(other.name)}: ${other.verdict}`,
      ...other.groups.flatMap((group) => groupWords(group, say))
    ]),
    "",
    `## ${say(words.values)}`,
    "",
    ...header(say(words.value), say(words.amount), say(words.day), say(words.source)),
    ...annex.values.map((value) => row(...value)),
    "",
    `## ${say(words.check)}`,
    "",
    `- ${say(words.hash)}: \`${annex.hash}\``,
    `- ${say(words.language)}: ${annex.language}`,
    `- ${say(words.howTo)}`
  ]
  return `${lines.join("\n")}\n`
}
