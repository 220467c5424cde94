import type { Problem } from "@ntm/contract"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { choose, type Line, span } from "../parts/line.ts"
import { fit } from "../parts/text.ts"
import type { Row, UnitRow } from "./branches.ts"
import { spanWords } from "./show.ts"
import { belowWords, numberText, unitWords } from "./unit-words.ts"

const own = {
  reading: both("đang đọc…", "reading…"),
  again: both("bấm r để đọc lại", "press r to read again")
} as const

const INDENT = 2

const marks = { open: "▾ ", closed: "▸ ", leaf: "  " } as const

/** A problem's title in the reader's language. */
export const problemText = ({ title, titleEn }: Problem, lang: Lang): string => (lang === "vi" ? title : titleEn)

const titled = (columns: ReadonlyArray<Column>): ReadonlyArray<Column> => columns.filter(({ width }) => width > 0)

/** In a narrow window only the name and the population; wider ones add code and area. */
const columnsFor = (width: number, lang: Lang): ReadonlyArray<Column> =>
  spread(
    titled([
      { title: say(unitWords.unit, lang), width: 16, grow: 1 },
      { title: say(unitWords.code, lang), width: width < 50 ? 0 : 8 },
      { title: "km²", width: width < 58 ? 0 : 9, align: "right" },
      { title: say(unitWords.population, lang), width: 10, align: "right" }
    ]),
    width
  )

const cellsOf = ({ below, branch, depth, unit }: UnitRow, columns: number, lang: Lang) => {
  const count = below === null || below.length === 0 ? "" : ` · ${belowWords(below, lang)}`
  const name = { text: `${" ".repeat(depth * INDENT)}${marks[branch]}${unit.type} ${unit.name}${count}` }
  const code = { text: unit.code, tone: "dim" as const }
  const area = { text: unit.areaKm2 === null ? "" : formatNumber(unit.areaKm2, 2) }
  const population = { text: numberText(unit.population) }
  return [name, ...(columns > 2 ? [code] : []), ...(columns > 3 ? [area] : []), population]
}

/** The titles above the tree. */
export const treeHeader = (width: number, lang: Lang): Line => gridHeader(columnsFor(width, lang), 1)[0] ?? []

/** A row of the tree, `width` cells wide; a unit whose branch was read says how many lie directly below it. */
export const treeLine = (row: Row, chosen: boolean, width: number, lang: Lang): Line => {
  const columns = columnsFor(width, lang)
  const indent = " ".repeat(row.depth * INDENT + INDENT)
  const line: Line =
    row._tag === "Unit"
      ? gridLine(columns, cellsOf(row, columns.length, lang))
      : row._tag === "Reading"
        ? [span(fit(`${indent}${say(own.reading, lang)}`, width), "dim")]
        : [span(fit(`${indent}${problemText(row.problem, lang)}; ${say(own.again, lang)}`, width), "bad")]
  return chosen ? choose(line) : line
}

/** Where the chosen unit lies and how long it stood. */
export const treeFoot = ({ above, unit }: UnitRow, lang: Lang): string =>
  [[`${unit.type} ${unit.name}`, ...above.map(({ type, name }) => `${type} ${name}`)].join(", "), spanWords(unit, lang)]
    .filter((part) => part !== "")
    .join(" · ")
