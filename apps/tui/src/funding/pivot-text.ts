import type { AnswerOf, api } from "@ntm/contract"
import { type FundingPivot, type PivotCell, type PivotRow, sourceOf, stageNames } from "@ntm/domain/funding"
import type { MoneyUnit } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, GAP, gridHeader, gridLine } from "../parts/grid.ts"
import { plain } from "../parts/line.ts"
import { width, wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText, labelOf } from "../units/asking.ts"
import { ROOM } from "../units/table.ts"
import { amountText, flagsOfCell, percentText } from "./amounts.ts"
import { flagMark, illustrativeMark, moneyWords, rowName, tierNames } from "./funding-words.ts"

const own = {
  in: both("ĐVT", "in"),
  columns: both("Cột", "Columns"),
  otherTiers: both("Các cấp đã công bố", "Tiers at which anything is stated")
} as const

const NAME = 26

type Answer = AnswerOf<typeof api.funding.pivot>

/** The number of a flag as a footnote: ¹²³ … */
const footnote = (index: number): string =>
  String(index + 1).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit)

const cellText = (pivot: FundingPivot, row: PivotRow, column: number, unit: MoneyUnit): string => {
  const cell = row.cells[column] ?? null
  const notes = flagsOfCell(pivot, row, column).map((flag) => footnote(pivot.flags.indexOf(flag)))
  return `${amountText(cell?.amount ?? null, unit)}${notes.join("˒")}${cell?.illustrative === true ? illustrativeMark : ""}`
}

const totalText = (cell: PivotCell | null, unit: MoneyUnit): string =>
  `${amountText(cell?.amount ?? null, unit)}${cell?.illustrative === true ? illustrativeMark : ""}`

interface Body {
  readonly names: ReadonlyArray<string>
  /** By column, then by row. */
  readonly columns: ReadonlyArray<{ readonly title: string; readonly cells: ReadonlyArray<string> }>
}

const widthOf = ({ cells, title }: Body["columns"][number]): number =>
  Math.max(...cells.map(width), ...title.split(" ").map(width))

/** As many columns side by side as 80 cells hold, the others below them with the names again: no amount is ever cut. */
const blocks = ({ columns, names }: Body): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let at = 0
  while (at < columns.length) {
    const shown: Array<Column> = [{ title: "", width: NAME }]
    let room = ROOM - NAME
    const from = at
    for (let next = columns[at]; next !== undefined; next = columns[at]) {
      const cells = widthOf(next)
      if (at > from && cells + GAP > room) break
      shown.push({ title: next.title, width: cells, align: "right" })
      room -= cells + GAP
      at += 1
    }
    const height = Math.max(...shown.map(({ title, width: cells }) => wrap(title, cells).length))
    const block = columns.slice(from, at)
    lines.push(
      ...(from === 0 ? [] : [""]),
      ...gridHeader(shown, height).map((line) => plain(line).trimEnd()),
      shown.map((column) => "─".repeat(column.width)).join(" ".repeat(GAP)),
      ...names.map((name, row) =>
        plain(gridLine(shown, [{ text: name }, ...block.map(({ cells }) => ({ text: cells[row] ?? "" }))])).trimEnd()
      )
    )
  }
  return lines
}

const wrapped = (text: string, indent: number): ReadonlyArray<string> =>
  wrap(text, ROOM - indent).map((line, at) => (at === 0 ? line : `${" ".repeat(indent)}${line}`))

const headLines = (
  { asOf, boundaries, knownAt, pivot }: Answer,
  unit: MoneyUnit,
  lang: Lang
): ReadonlyArray<string> => {
  const place = pivot.unit === null ? say(moneyWords.country, lang) : labelOf(pivot.unit)
  const facts = [
    `${say(moneyWords.year, lang)} ${pivot.year}`,
    say(stageNames[pivot.stage], lang),
    `${say(moneyWords.tier, lang)}: ${say(tierNames[pivot.tier], lang)}`,
    `${say(own.in, lang)}: ${unit}`
  ]
  const days = [
    `${say(moneyWords.asOf, lang)} ${dayText(asOf)}`,
    `${say(moneyWords.boundaries, lang)} ${dayText(boundaries)}`,
    ...(knownAt === null ? [] : [`${say(moneyWords.known, lang)} ${knownAt}`])
  ]
  return [...wrapped([place, ...facts].join(" · "), 0), ...wrapped(days.join(" · "), 0)]
}

/** A pivot as text: the table in blocks of columns, and below it what is doubted, by footnotes. */
export const pivotLines = (answer: Answer, unit: MoneyUnit, lang: Lang): ReadonlyArray<string> => {
  const { pivot } = answer
  if (pivot.rows.length === 0) return [...headLines(answer, unit, lang), "", say(moneyWords.none, lang)]
  const names = [
    say(moneyWords.total, lang),
    ...pivot.rows.map((row) => rowName(row, lang)),
    say(moneyWords.share, lang)
  ]
  const columns = pivot.sources.map((source, at) => ({
    title: say(sourceOf(source).name, lang),
    cells: [
      totalText(pivot.total[at] ?? null, unit),
      ...pivot.rows.map((row) => cellText(pivot, row, at, unit)),
      percentText(pivot.shares[at] ?? null)
    ]
  }))
  const made = pivot.total.some((cell) => cell?.illustrative === true)
  return [
    ...headLines(answer, unit, lang),
    "",
    ...blocks({ names, columns }),
    "",
    say(moneyWords.blank, lang),
    ...(made ? [`${illustrativeMark}: ${say(moneyWords.illustrative, lang)}`] : []),
    ...(pivot.tiers.length < 2
      ? []
      : wrapped(
          `${say(own.otherTiers, lang)}: ${pivot.tiers.map(({ amount, tier }) => `${say(tierNames[tier], lang)} ${amountText(amount, unit)}`).join(", ")}`,
          2
        )),
    ...(pivot.flags.length === 0 ? [] : ["", `${say(moneyWords.flags, lang)}:`]),
    ...pivot.flags.flatMap((flag, at) =>
      wrapped(`${footnote(at)} ${flagMark[flag.severity]} ${say(flag.sentence, lang)}`, 4)
    )
  ]
}

/** A pivot for a spreadsheet: amounts in đồng, and beside them what of the row is not explained. */
export const pivotCsv = ({ pivot }: Answer, lang: Lang): NonNullable<Told["csv"]> => ({
  heading: [
    ...(lang === "vi" ? ["Mã đơn vị", "Đơn vị", "Loại dòng"] : ["unit", "name", "kind"]),
    ...pivot.sources.map((source) => `${say(sourceOf(source).name, lang)} (đồng)`),
    ...pivot.sources.map((source) => `${say(sourceOf(source).name, lang)}: ${say(moneyWords.unexplained, lang)} (đồng)`)
  ],
  rows: [
    { code: pivot.unit?.code ?? null, name: say(moneyWords.total, lang), kind: "total", cells: pivot.total },
    ...pivot.rows.map((row) => ({
      code: row.kind === "unit" || row.kind === "ended" ? (row.unit?.code ?? null) : null,
      name: rowName(row, lang),
      kind: row.kind,
      cells: row.cells
    }))
  ].map(({ cells, code, kind, name }) => [
    code,
    name,
    kind,
    ...pivot.sources.map((_, at) => cells[at]?.amount ?? null),
    ...pivot.sources.map((_, at) => cells[at]?.unexplained ?? null)
  ])
})
