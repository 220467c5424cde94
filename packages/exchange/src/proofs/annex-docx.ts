import { type AnnexDocument, annexWords } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun
} from "docx"
import { clean, millimetres, resultTable, size, valueTable } from "./annex-parts.ts"

const FONT = "Times New Roman"

/** A4 across: the tables have six columns. Bound at the left, as files are kept. */
const sheet = {
  size: { orientation: PageOrientation.LANDSCAPE, width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(18),
    left: millimetres(20),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(9)
  }
} as const

const ACROSS = millimetres(297 - 20 - 15)

type Runs = ReadonlyArray<{ readonly text: string; readonly bold?: boolean }>

const paragraph = (runs: Runs, indent = 0): Paragraph =>
  new Paragraph({
    spacing: { before: 60, after: 60 },
    indent: { left: millimetres(indent) },
    children: runs.map(({ bold = false, text }) => new TextRun({ text: clean(text), bold }))
  })

const heading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text: clean(text), bold: true })]
  })

/** "PHỤ LỤC: CĂN CỨ…" on two lines, as annexes are headed. */
const titleLines = (title: string): ReadonlyArray<Paragraph> =>
  title.split(":").map(
    (part) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: clean(part.trim()), bold: true, size: size.title })]
      })
  )

const edge = (left: string, right: ReadonlyArray<string | (typeof PageNumber)[keyof typeof PageNumber]>): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: ACROSS }],
    children: [new TextRun({ children: [clean(left), "\t", ...right], size: size.small })]
  })

/**
 * The annex of a proof as a Word file (.docx): title, unit and set, legal bases, a table of results and one of values, and how to
 * check it; pages are numbered and carry the hash.
 *
 * **Details** Some 40 ms and 12 kB for a commune's set. The file bears the moment at which it was written, so two of one proof are
 * not the same byte by byte: what they are held against each other by is the hash that they print.
 */
export const writeAnnexDocx = async (annex: AnnexDocument): Promise<Uint8Array<ArrayBuffer>> => {
  const say = (words: Bilingual): string => words[annex.lang]
  const [set, ...others] = annex.sets
  const { counts, label, verdict } = annex.verdict
  const [unit] = annex.about
  const document = new Document({
    title: annex.title,
    description: `${annex.about.map((one) => `${one.label}: ${one.text}`).join("; ")}; SHA-256 ${annex.hash}`,
    creator: "ntm",
    styles: {
      default: {
        document: { run: { font: FONT, size: size.body, language: { value: annex.lang === "vi" ? "vi-VN" : "en-GB" } } }
      }
    },
    sections: [
      {
        properties: { page: sheet },
        headers: { default: new Header({ children: [edge(unit?.text ?? "", [clean(set.name)])] }) },
        footers: {
          default: new Footer({
            children: [
              edge(`SHA-256: ${annex.hash}`, [
                `${say(annexWords.page)} `,
                PageNumber.CURRENT,
                "/",
                PageNumber.TOTAL_PAGES
              ])
            ]
          })
        },
        children: [
          ...titleLines(annex.title),
          paragraph([]),
          ...annex.about.map((one) => paragraph([{ text: `${one.label}: `, bold: true }, { text: one.text }])),
          paragraph([{ text: `${label}: ${verdict}`, bold: true }, { text: ` (${counts})` }]),
          heading(say(annexWords.bases)),
          ...annex.bases.flatMap(({ lines, name }) => [
            paragraph([{ text: name, bold: true }]),
            ...lines.map((line) => paragraph([{ text: `– ${line}` }], 8))
          ]),
          heading(say(annexWords.byCriterion)),
          resultTable(set, say),
          ...others.flatMap((other) => [heading(`${other.name}: ${other.verdict}`), resultTable(other, say)]),
          heading(say(annexWords.values)),
          valueTable(annex, say),
          heading(say(annexWords.check)),
          paragraph([{ text: `${say(annexWords.hash)}: `, bold: true }, { text: annex.hash }]),
          paragraph([{ text: `${say(annexWords.language)}: `, bold: true }, { text: String(annex.language) }]),
          paragraph([{ text: say(annexWords.howTo) }])
        ]
      }
    ]
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
