import type { AuditEntry } from "@ntm/contract"
import { type ChangedLine, originWords } from "@ntm/domain/changes"
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
  rows: both("dòng nữa", "more rows")
} as const

const NONE = "–"

/** Rows of an entry that are told; an import has many, and `--json` has more of them. */
const ROWS = 3

/** Units of an entry that are named; of more their number is told. */
const PLACES = 5

/** A longer text is cut; `--json` has all of it. */
const LONG = 300

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1)

/** A text at a depth, broken to the room that there is: what goes on stands two further in. */
const indented = (text: string, deep: number): ReadonlyArray<string> => {
  const [first = "", ...others] = wrap(text, ROOM - deep)
  const rest = others.length === 0 ? [] : wrap(text.slice(first.length).trimStart(), ROOM - deep - 2)
  return [`${" ".repeat(deep)}${first}`, ...rest.map((line) => `${" ".repeat(deep + 2)}${line}`)]
}

const valueText = (value: ChangedLine["before"], lang: Lang): string => {
  if (value === null) return NONE
  const text = say(value, lang)
  return text.length > LONG ? `${text.slice(0, LONG).trimEnd()}…` : text
}

/** "Tên: Cũ → Mới"; a list has a line for each. */
const lineTexts = (line: ChangedLine, { lang, op }: { readonly lang: Lang; readonly op: AuditEntry["op"] }) => {
  const [before, after] = [valueText(line.before, lang), valueText(line.after, lang)]
  const name = capital(say(line.words, lang))
  if (op !== "update") {
    const value = line.after === null ? before : after
    return value.includes("\n") ? [`${name}:`, ...value.split("\n").map((item) => `- ${item}`)] : [`${name}: ${value}`]
  }
  return `${before}${after}`.includes("\n")
    ? [`${name}:`, ...before.split("\n"), "→", ...after.split("\n")]
    : [`${name}: ${before} → ${after}`]
}

const placesText = ({ unitCount, units }: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  if (units.length === 0) return []
  const first = units.slice(0, PLACES)
  const named = first.map(({ code, name }) => `${name} (${code})`).join(", ")
  const others = unitCount - first.length
  const more = others === 0 ? "" : `, … ${formatNumber(others)} ${say(words.others, lang)}`
  return indented(`${say(words.places, lang)}: ${named}${more}`, 3)
}

const rowsText = ({ changed, op, rows }: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  const several = changed.length > 1
  return [
    ...changed
      .slice(0, ROWS)
      .flatMap((fields, at) => [
        ...(several ? [`   ${say(words.row, lang)} ${at + 1}`] : []),
        ...fields
          .flatMap(({ lines }) => lines.flatMap((line) => lineTexts(line, { lang, op })))
          .flatMap((text) => indented(text, several ? 5 : 3))
      ]),
    ...(several && rows > ROWS ? [`   … ${formatNumber(rows - ROWS)} ${say(words.rows, lang)}`] : [])
  ]
}

const entryLines = (entry: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  const { changed, firstId, headline, lastId, moment, origin, person, seq } = entry
  const about = headline.about === null ? "" : `: ${say(headline.about, lang)}`
  return [
    ...indented(`${seq}  ${formatMoment(moment)}  ${say(headline.did, lang)}${about}`, 0),
    ...indented(`${person?.name ?? say(words.program, lang)}, ${say(originWords(origin), lang)}`, 3),
    ...placesText(entry, lang),
    ...(changed.length === 0 && firstId !== null && lastId !== null
      ? [`   ${say(words.batch, lang)} ${formatNumber(firstId)}–${formatNumber(lastId)}`]
      : []),
    ...rowsText(entry, lang)
  ]
}

/** Entries of the trail as somebody reads them: what was done, by whom, from where, before and after in words. */
export const auditLines = (entries: ReadonlyArray<AuditEntry>, lang: Lang): ReadonlyArray<string> =>
  entries.length === 0 ? [say(words.nothing, lang)] : entries.flatMap((entry) => [...entryLines(entry, lang), ""])
