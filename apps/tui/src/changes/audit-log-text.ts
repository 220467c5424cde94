import type { AuditEntry, AuditHead } from "@ntm/contract"
import { type ChangedLine, type ChangedRow, originWords } from "@ntm/domain/changes"
import { formatMoment, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { ROOM } from "../units/table.ts"

const words = {
  program: both("Hệ thống", "The program"),
  places: both("Đơn vị", "Units"),
  nothing: both("Chưa có thay đổi nào.", "Nothing was changed."),
  others: both("đơn vị khác", "other units"),
  batch: both("Số hiệu", "Numbers"),
  row: both("Dòng", "Row"),
  rows: both("dòng nữa", "more rows"),
  whole: both("xem đủ", "to see all of it"),
  next: both("các dòng sau", "further rows")
} as const

const NONE = "–"

/** Units of an entry that are named; of more their number is told. */
const PLACES = 5

/** A longer text is cut in a list; `show` has all of it. */
const LONG = 300

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1)

/** A text at a depth, broken to the room that there is: what goes on stands two further in. */
const indented = (text: string, deep: number): ReadonlyArray<string> => {
  const [first = "", ...others] = wrap(text, ROOM - deep)
  const rest = others.length === 0 ? [] : wrap(text.slice(first.length).trimStart(), ROOM - deep - 2)
  return [`${" ".repeat(deep)}${first}`, ...rest.map((line) => `${" ".repeat(deep + 2)}${line}`)]
}

/** In which language, and the most signs of a text; null: all of them. */
interface Told {
  readonly lang: Lang
  readonly longest: number | null
}

const valueText = (value: ChangedLine["before"], { lang, longest }: Told): string => {
  if (value === null) return NONE
  const text = say(value, lang)
  return longest !== null && text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text
}

/** "Tên: Cũ → Mới"; a list has a line for each. */
const lineTexts = (line: ChangedLine, { op, ...told }: Told & { readonly op: AuditHead["op"] }) => {
  const [before, after] = [valueText(line.before, told), valueText(line.after, told)]
  const name = capital(say(line.words, told.lang))
  if (op !== "update") {
    const value = line.after === null ? before : after
    return value.includes("\n") ? [`${name}:`, ...value.split("\n").map((item) => `- ${item}`)] : [`${name}: ${value}`]
  }
  return `${before}${after}`.includes("\n")
    ? [`${name}:`, ...before.split("\n"), "→", ...after.split("\n")]
    : [`${name}: ${before} → ${after}`]
}

const placesText = ({ unitCount, units }: AuditHead, lang: Lang): ReadonlyArray<string> => {
  if (units.length === 0) return []
  const first = units.slice(0, PLACES)
  const named = first.map(({ code, name }) => `${name} (${code})`).join(", ")
  const others = unitCount - first.length
  const more = others === 0 ? "" : `, … ${formatNumber(others)} ${say(words.others, lang)}`
  return indented(`${say(words.places, lang)}: ${named}${more}`, 3)
}

const rowsText = (
  { op, rows }: AuditHead,
  told: ReadonlyArray<ChangedRow>,
  { lang, longest }: Told
): ReadonlyArray<string> =>
  told.flatMap(({ changed, no }) => [
    ...(rows > 1 ? [`   ${say(words.row, lang)} ${formatNumber(no)}`] : []),
    ...changed
      .flatMap(({ lines }) => lines.flatMap((line) => lineTexts(line, { lang, longest, op })))
      .flatMap((text) => indented(text, rows > 1 ? 5 : 3))
  ])

const headLines = (entry: AuditHead, lang: Lang): ReadonlyArray<string> => {
  const { headline, moment, origin, person, seq } = entry
  const about = headline.about === null ? "" : `: ${say(headline.about, lang)}`
  return [
    ...indented(`${seq}  ${formatMoment(moment)}  ${say(headline.did, lang)}${about}`, 0),
    ...indented(`${person?.name ?? say(words.program, lang)}, ${say(originWords(origin), lang)}`, 3),
    ...placesText(entry, lang)
  ]
}

/** A large batch by its numbers, where the entry does not repeat its rows. */
const batchText = ({ firstId, lastId }: AuditHead, told: ReadonlyArray<ChangedRow>, lang: Lang) =>
  told.length === 0 && firstId !== null && lastId !== null
    ? [`   ${say(words.batch, lang)} ${formatNumber(firstId)}–${formatNumber(lastId)}`]
    : []

const restText = ({ changed, more, rows, seq }: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  if (!more) return []
  const rest = rows - (changed.at(-1)?.no ?? 0)
  const count = rest > 0 ? `${formatNumber(rest)} ${say(words.rows, lang)}; ` : ""
  return [`   … ${count}${say(words.whole, lang)}: ntm audit-log show ${seq}`]
}

const entryLines = (entry: AuditEntry, lang: Lang): ReadonlyArray<string> => [
  ...headLines(entry, lang),
  ...batchText(entry, entry.changed, lang),
  ...rowsText(entry, entry.changed, { lang, longest: LONG }),
  ...restText(entry, lang)
]

/** Entries of the trail as somebody reads them: what was done, by whom, from where, before and after in words. */
export const auditLines = (entries: ReadonlyArray<AuditEntry>, lang: Lang): ReadonlyArray<string> =>
  entries.length === 0 ? [say(words.nothing, lang)] : entries.flatMap((entry) => [...entryLines(entry, lang), ""])

/** One entry with a page of its rows, no text cut; where the page is not the last, how the next is asked for. */
export const wholeEntryLines = (
  {
    entry,
    items,
    next
  }: { readonly entry: AuditHead; readonly items: ReadonlyArray<ChangedRow>; readonly next: string | null },
  lang: Lang
): ReadonlyArray<string> => [
  ...headLines(entry, lang),
  ...batchText(entry, items, lang),
  ...rowsText(entry, items, { lang, longest: null }),
  ...(next === null ? [] : [`   … ${say(words.next, lang)}: ntm audit-log show ${entry.seq} --cursor ${next}`])
]
