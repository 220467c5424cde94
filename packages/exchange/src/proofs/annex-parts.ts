import { type AnnexDocument, type AnnexLine, annexWords } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import {
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from "docx"

/** Sizes in half points: 13 is the body of administrative documents (Decree 30/2020/NĐ-CP), tables are smaller so that they fit. */
export const size = { title: 28, body: 26, table: 21, small: 18 } as const

/** Grey of headings within tables; it prints well without colour. */
const SHADE = { type: ShadingType.CLEAR, color: "auto", fill: "E7E6E6" } as const

const TWIPS_PER_MM = 1440 / 25.4

/** Millimetres in twentieths of a point. */
export const millimetres = (mm: number): number => Math.round(mm * TWIPS_PER_MM)

/** Signs that XML cannot hold, which free text of others may have. */
const unprintable = /[\p{Cc}\uFFFE\uFFFF]/gu

/** Text of others as one run of a paragraph. */
export const clean = (text: string): string => text.toWellFormed().replace(/\s+/gu, " ").replace(unprintable, "\uFFFD")

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

const cellParagraph = (
  text: string,
  { keepNext = false, ...look }: Look & { readonly keepNext?: boolean } = {}
): Paragraph =>
  new Paragraph({
    keepNext,
    spacing: { before: 20, after: 20 },
    children: [new TextRun({ text: clean(text), size: size.table, ...look })]
  })

interface CellOptions extends Look {
  readonly mm: number
  readonly span?: number
  readonly shaded?: boolean
  /** Whether it stays on the sheet of what follows. */
  readonly keepNext?: boolean
}

const cell = (texts: ReadonlyArray<string>, { mm, shaded = false, span, ...look }: CellOptions): TableCell =>
  new TableCell({
    width: { size: millimetres(mm), type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(shaded ? { shading: SHADE } : {}),
    children: texts.length === 0 ? [cellParagraph("")] : texts.map((text) => cellParagraph(text, look))
  })

const headRow = (titles: ReadonlyArray<string>, columns: ReadonlyArray<number>): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: titles.map((title, at) => cell([title], { mm: columns[at] ?? 0, bold: true, shaded: true }))
  })

const tableOf = (columns: ReadonlyArray<number>, rows: ReadonlyArray<TableRow>): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, mm) => sum + millimetres(mm), 0), type: WidthType.DXA },
    columnWidths: columns.map(millimetres),
    rows: [...rows]
  })

const total = (columns: ReadonlyArray<number>): number => columns.reduce((sum, mm) => sum + mm, 0)

/** Together 262 mm: a sheet of A4 across, without its margins. */
const resultColumns = [58, 28, 40, 22, 50, 64]
const valueColumns = [78, 36, 26, 122]

const lineRow = (line: AnnexLine, say: (words: Bilingual) => string): TableRow => {
  const told = (label: Bilingual, text: string | null) => (text === null ? [] : [`${say(label)}: ${text}`])
  const open = line.met !== "met" && line.met !== "exempt"
  const texts: ReadonlyArray<readonly [ReadonlyArray<string>, Look]> = [
    [[line.name, ...told(annexWords.agency, line.agency)], {}],
    [line.values, {}],
    [line.asked, {}],
    [[line.verdict], { bold: open }],
    [[line.why], {}],
    [[...(line.decision === null ? [] : [line.decision]), ...(line.certainty === null ? [] : [line.certainty])], {}]
  ]
  return new TableRow({
    cantSplit: true,
    children: texts.map(([paragraphs, look], at) => cell(paragraphs, { mm: resultColumns[at] ?? 0, ...look }))
  })
}

/** The table of a set: a row each indicator, below the heading of its criterion. */
export const resultTable = ({ groups }: AnnexDocument["sets"][number], say: (words: Bilingual) => string): Table =>
  tableOf(resultColumns, [
    headRow(
      [
        annexWords.line,
        annexWords.amount,
        annexWords.threshold,
        annexWords.verdict,
        annexWords.why,
        annexWords.decision
      ].map(say),
      resultColumns
    ),
    ...groups.flatMap(({ lines, title }) => [
      new TableRow({
        cantSplit: true,
        children: [cell([title], { mm: total(resultColumns), span: resultColumns.length, bold: true, keepNext: true })]
      }),
      ...lines.map((line) => lineRow(line, say))
    ])
  ])

/** The table of values: name, amount, day, source. */
export const valueTable = ({ values }: AnnexDocument, say: (words: Bilingual) => string): Table =>
  tableOf(valueColumns, [
    headRow([annexWords.value, annexWords.amount, annexWords.day, annexWords.source].map(say), valueColumns),
    ...values.map(
      (texts) =>
        new TableRow({
          cantSplit: true,
          children: texts.map((text, at) => cell([text], { mm: valueColumns[at] ?? 0 }))
        })
    )
  ])
