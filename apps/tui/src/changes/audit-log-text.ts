import type { AuditEntry } from "@ntm/contract"
import { type ChangedLine, originWords } from "@ntm/domain/changes"
import { formatMoment, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

const words = {
  program: both("Hệ thống", "The program"),
  places: both("đơn vị", "units"),
  nothing: both("Chưa có thay đổi nào.", "Nothing was changed."),
  more: both("và các đơn vị khác", "and other units"),
  batch: both("số hiệu", "numbers"),
  row: both("dòng", "row"),
  others: both("dòng nữa", "more rows")
} as const

const NONE = "–"

/** Rows of an entry that are told; an import has many, and `--json` has more of them. */
const ROWS = 3

/** A value on one line, a list with a line for each below it; a very long one is cut, and `--json` has all of it. */
const LONG = 300

const valueText = (value: ChangedLine["before"], lang: Lang, deep: string): string => {
  if (value === null) return NONE
  const text = say(value, lang)
  const cut = text.length > LONG ? `${text.slice(0, LONG).trimEnd()}…` : text
  return cut.includes("\n")
    ? cut
        .split("\n")
        .map((line) => `\n${deep}  ${line}`)
        .join("")
    : cut
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1)

const lineText = (
  line: ChangedLine,
  { lang, op }: { readonly lang: Lang; readonly op: AuditEntry["op"] },
  deep: string
) => {
  const [before, after] = [valueText(line.before, lang, deep), valueText(line.after, lang, deep)]
  const value = op === "update" ? `${before} → ${after}` : line.after === null ? before : after
  return `${deep}${capital(say(line.words, lang))}: ${value}`
}

const entryLines = (entry: AuditEntry, lang: Lang): ReadonlyArray<string> => {
  const { changed, firstId, headline, lastId, moment, op, origin, person, rows, seq, unitCount, units } = entry
  const where = units.map(({ code, name }) => `${name} (${code})`).join(", ")
  const about = headline.about === null ? "" : `: ${say(headline.about, lang)}`
  const several = changed.length > 1
  return [
    `${seq}  ${formatMoment(moment)}  ${say(headline.did, lang)}${about}`,
    `   ${person?.name ?? say(words.program, lang)}, ${say(originWords(origin), lang)}`,
    ...(where === ""
      ? []
      : [
          `   ${capital(say(words.places, lang))}: ${where}${unitCount > units.length ? ` ${say(words.more, lang)}` : ""}`
        ]),
    ...(changed.length === 0 && firstId !== null && lastId !== null
      ? [`   ${capital(say(words.batch, lang))} ${formatNumber(firstId)}–${formatNumber(lastId)}`]
      : []),
    ...changed
      .slice(0, ROWS)
      .flatMap((fields, at) => [
        ...(several ? [`   ${capital(say(words.row, lang))} ${at + 1}`] : []),
        ...fields.flatMap(({ lines }) => lines.map((line) => lineText(line, { lang, op }, several ? "      " : "   ")))
      ]),
    ...(several && rows > ROWS ? [`   … ${formatNumber(rows - ROWS)} ${say(words.others, lang)}`] : [])
  ]
}

/** Entries of the trail as somebody reads them: what was done, by whom, from where, before and after in words. */
export const auditLines = (entries: ReadonlyArray<AuditEntry>, lang: Lang): ReadonlyArray<string> =>
  entries.length === 0 ? [say(words.nothing, lang)] : entries.flatMap((entry) => [...entryLines(entry, lang), ""])
