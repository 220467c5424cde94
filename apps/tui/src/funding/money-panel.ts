import { type FundingFlag, type FundingPivot, sourceOf } from "@ntm/domain/funding"
import { type Dong, formatMoney } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Line, span, type Tone } from "../parts/line.ts"
import { cut, wrap } from "../parts/text.ts"
import { flagsOfCell, percentText } from "./amounts.ts"
import { flagMark, flagNames, illustrativeMark, moneyWords, rowName } from "./funding-words.ts"
import { columnOf, type TableRow } from "./money-rows.ts"
import type { MoneyState } from "./money-state.ts"

const own = {
  ofParent: both("trong", "of"),
  cellBlank: both("Không công bố số nào (khác với 0).", "Nothing is stated (which is not 0)."),
  ofWhich: both("trong đó", "of it"),
  others: both("điểm cần xem ở bảng này, x để lọc", "to be looked at in this table, x filters"),
  none: both("Bảng này không có điểm cần xem.", "Nothing in this table is doubted.")
} as const

export const flagTone = ({ severity }: Pick<FundingFlag, "severity">): Tone => (severity === "error" ? "bad" : "warn")

/** What is said of a table as a whole, and not of a cell: tiers that disagree. */
const ofTable = (pivot: FundingPivot): ReadonlyArray<FundingFlag> =>
  pivot.flags.filter(
    (flag) => !pivot.rows.some((row) => pivot.sources.some((_, at) => flagsOfCell(pivot, row, at).includes(flag)))
  )

/** What is doubted about the chosen cell; of the total, what is said of the whole table. */
export const flagsHere = (pivot: FundingPivot, { row }: TableRow, column: number): ReadonlyArray<FundingFlag> =>
  row === null ? ofTable(pivot) : flagsOfCell(pivot, row, column)

const bothUnits = (amount: Dong): ReadonlyArray<string> => [
  formatMoney(amount, { unit: "triệu đồng" }),
  `= ${formatMoney(amount, { unit: "tỷ đồng" })}`
]

export const chosenName = ({ row }: TableRow, lang: Lang): string =>
  row === null ? say(moneyWords.total, lang) : rowName(row, lang)

/** The chosen cell in full: whose money, from which source, how much, its share, and what is doubted with its sentence. */
export const panelLines = (money: MoneyState, chosen: TableRow, width: number, lang: Lang): ReadonlyArray<Line> => {
  if (money.pivot === null) return []
  const { pivot } = money.pivot
  const column = columnOf(money, pivot)
  const source = pivot.sources[column]
  if (source === undefined) return []
  const { name, parent } = sourceOf(source)
  const cell = chosen.cells[column] ?? null
  const text = (words: string, tone: Tone = "plain"): ReadonlyArray<Line> =>
    wrap(words, width).map((line): Line => [span(line, tone)])
  const share = pivot.shares[column] ?? null
  const flags = flagsHere(pivot, chosen, column)
  return [
    ...text(chosenName(chosen, lang), "strong"),
    ...text(say(name, lang), "accent"),
    ...(cell === null
      ? text(say(own.cellBlank, lang), "dim")
      : bothUnits(cell.amount).flatMap((line, at) => text(line, at === 0 ? "strong" : "dim"))),
    ...(cell !== null && cell.unexplained !== 0
      ? text(
          `${say(own.ofWhich, lang)} ${formatMoney(cell.unexplained, { unit: "triệu đồng" })} ${say(moneyWords.unexplained, lang)}`,
          "warn"
        )
      : []),
    ...(chosen.row === null && share !== null && parent !== null
      ? text(`${percentText(share)} ${say(own.ofParent, lang)} ${say(sourceOf(parent).name, lang)}`, "dim")
      : []),
    ...(cell?.illustrative === true ? text(`${illustrativeMark} ${say(moneyWords.illustrative, lang)}`, "warn") : []),
    ...flags.flatMap((flag) => [
      [],
      ...text(`${flagMark[flag.severity]} ${say(flagNames[flag.kind], lang)}`, flagTone(flag)),
      ...text(say(flag.sentence, lang))
    ]),
    [],
    ...text(
      pivot.flags.length === 0 ? say(own.none, lang) : `${pivot.flags.length} ${say(own.others, lang)}`,
      pivot.flags.length === 0 ? "good" : "dim"
    )
  ]
}

/** The same in `height` lines below a table that has no room for the panel. */
export const footText = (
  money: MoneyState,
  chosen: TableRow | undefined,
  width: number,
  height: number,
  lang: Lang
): ReadonlyArray<Line> => {
  if (money.pivot === null || chosen === undefined) return []
  const { pivot } = money.pivot
  const column = columnOf(money, pivot)
  const source = pivot.sources[column]
  const cell = chosen.cells[column] ?? null
  if (source === undefined) return []
  const amount = cell === null ? say(own.cellBlank, lang) : formatMoney(cell.amount, { unit: "triệu đồng" })
  const head = `${chosenName(chosen, lang)} · ${say(sourceOf(source).name, lang)}: ${amount}`
  const flags = flagsHere(pivot, chosen, column)
  const [first] = flags
  const about: Line = [span(cut(head, width), first === undefined ? "dim" : "plain")]
  if (first === undefined) return [about]
  const sentences = flags.flatMap((flag) =>
    wrap(`${flagMark[flag.severity]} ${say(flag.sentence, lang)}`, width).map((line): Line => [
      span(line, flagTone(flag))
    ])
  )
  // In one line the doubt comes before the amount, which is in the cell.
  return height === 1
    ? [[span(cut(`${flagMark[first.severity]} ${say(first.sentence, lang)}`, width), flagTone(first))]]
    : [about, ...sentences]
}
