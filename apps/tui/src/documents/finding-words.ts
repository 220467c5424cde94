import type { Finding, FindingKind, Place, Severity } from "@ntm/domain/documents"
import { formatNumber, roundHalfUp } from "@ntm/domain/values"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

/** A mark for each severity, so that colour is never the only sign. */
export const severityMark: Readonly<Record<Severity, string>> = { error: "▲", warning: "△" }

export const severityTone = { error: "bad", warning: "warn" } as const satisfies Record<Severity, string>

const DECIMALS = 3

/** The number to at most three decimals; a computed share has endless ones. One that would vanish keeps them all. */
const readable = (value: number): string => {
  const rounded = roundHalfUp(value, DECIMALS)
  return formatNumber(rounded === 0 ? value : rounded)
}

/** "896.210 triệu đồng". */
export const amount = (value: number, unit: string): string => `${readable(value)} ${unit}`.trim()

/** "+2.775 triệu đồng", "−443 triệu đồng": stated minus expected, with its sign. */
export const signed = (value: number, unit: string): string =>
  value === 0 ? amount(0, unit) : `${value > 0 ? "+" : "−"}${amount(Math.abs(value), unit)}`

const own = {
  section: both("mục", "section"),
  table: both("bảng", "table"),
  row: both("dòng", "row"),
  column: both("cột", "column"),
  computed: both("Tính ra", "Computed"),
  elsewhere: both("Nơi khác ghi", "Stated elsewhere")
}

const twiceStated: ReadonlySet<FindingKind> = new Set<FindingKind>(["restatement", "sameQuantity"])

/** What the second number of a finding is: computed from the first's relations, or read in another place. */
export const expectedName = (kind: FindingKind): Bilingual => (twiceStated.has(kind) ? own.elsewhere : own.computed)

/** The document of a place, with the section where it has one. A cell's label begins with its table, so that needs none. */
export const sourceWords = (place: Place, lang: Lang): string =>
  place.table === null && place.section !== null
    ? `${place.documentLabel}, ${say(own.section, lang)} ${place.section}`
    : place.documentLabel

/**
 * A place for people: the document, where in it, and the number; the row and column of a table (rows count from 1,
 * empty for a place in the text); the file and the path inside it.
 */
export const placeWords = (
  place: Place,
  lang: Lang
): { readonly where: string; readonly cell: string; readonly file: string } => {
  const word = (key: keyof typeof own, value: string | number | null) =>
    value === null ? null : `${say(own[key], lang)} ${value}`
  const joined = (parts: ReadonlyArray<string | null>) => parts.filter((part) => part !== null).join(", ")
  return {
    where: `${sourceWords(place, lang)} · ${place.label}: ${place.printed}`,
    cell: joined([
      word("table", place.table),
      word("row", place.row === null ? null : place.row + 1),
      word("column", place.column)
    ]),
    file: `${place.file} → ${place.path}`
  }
}

/** Severest first, then by the size of the difference; otherwise as they came. */
export const bySeverity = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  [...findings].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1))
