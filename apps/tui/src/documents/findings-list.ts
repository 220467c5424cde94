import { type Finding, findingNames } from "@ntm/domain/documents"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import type { Detail, Field } from "../parts/detail.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { choose, span } from "../parts/line.ts"
import type { OpenList } from "../parts/list.ts"
import { searched } from "../parts/search.ts"
import { width as measure } from "../parts/text.ts"
import { amount, bySeverity, expectedName, placeWords, severityMark, severityTone, signed } from "./finding-words.ts"

const own = {
  caption: both(
    "Các số liệu công bố không thể cùng đúng  ·  ▲ lỗi  △ cảnh báo",
    "Published figures that cannot all be true  ·  ▲ error  △ warning"
  ),
  where: both("Số liệu", "Figure"),
  kind: both("Không khớp", "What does not hold"),
  against: both("Đối chiếu", "Against"),
  unit: both("ĐVT", "Unit"),
  none: both("Không có phát hiện nào.", "No findings.")
}

const haystack = (finding: Finding): string =>
  [
    finding.message.vi,
    finding.message.en,
    finding.cause?.text.vi ?? "",
    ...finding.places.flatMap((place) => [place.label, place.documentLabel, place.section ?? ""])
  ].join(" ")

const fieldsOf = (finding: Finding, lang: Lang): ReadonlyArray<Field> => [
  { label: say(words.stated, lang), text: amount(finding.stated, finding.unit) },
  { label: say(expectedName(finding.kind), lang), text: amount(finding.expected, finding.unit) },
  {
    label: say(words.difference, lang),
    text: signed(finding.difference, finding.unit),
    tone: severityTone[finding.severity]
  },
  ...(finding.cause === null
    ? []
    : [{ label: say(words.cause, lang), text: say(finding.cause.text, lang), tone: "accent" as const }]),
  ...finding.places.map((place, index) => ({
    label: `${say(words.place, lang)} ${index + 1}`,
    text: Object.values(placeWords(place, lang))
      .filter((line) => line !== "")
      .join("\n")
  }))
]

/** A finding as a page: its sentence, both numbers, the difference, a likely cause, and every place. */
export const findingDetail = (finding: Finding, lang: Lang): Detail => ({
  title: `${severityMark[finding.severity]} ${say(finding.message, lang)}`,
  fields: fieldsOf(finding, lang)
})

/** Phát hiện: what the plan publishes and cannot be true, errors first. */
export const openFindings = (findings: ReadonlyArray<Finding>, query: string, lang: Lang, width: number): OpenList => {
  const rows = searched(bySeverity(findings), query, haystack)
  const asWideAs = (
    title: string,
    text: (finding: Finding) => string,
    most = 16
  ): { readonly title: string; readonly width: number } => ({
    title,
    width: Math.min(most, Math.max(measure(title), ...rows.map((finding) => measure(text(finding)))))
  })
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: "", width: 1 },
      { title: say(own.where, lang), width: 16, grow: 1 },
      asWideAs(
        say(own.kind, lang),
        (finding) => say(findingNames[finding.kind], lang),
        Math.max(14, Math.floor(width / 4))
      ),
      { ...asWideAs(say(words.stated, lang), (finding) => amount(finding.stated, "")), align: "right" },
      { ...asWideAs(say(own.against, lang), (finding) => amount(finding.expected, "")), align: "right" },
      { ...asWideAs(say(words.difference, lang), (finding) => signed(finding.difference, "")), align: "right" },
      asWideAs(say(own.unit, lang), (finding) => finding.unit)
    ],
    width
  )
  return {
    count: rows.length,
    total: findings.length,
    caption: say(findings.length === 0 ? own.none : own.caption, lang),
    header: gridHeader(columns, 1),
    line: (index, chosen) => {
      const finding = rows[index]
      if (finding === undefined) return []
      const tone = severityTone[finding.severity]
      const line = gridLine(columns, [
        { text: severityMark[finding.severity], tone },
        { text: finding.places[0].label },
        { text: say(findingNames[finding.kind], lang), tone: "dim" },
        { text: amount(finding.stated, "") },
        { text: amount(finding.expected, "") },
        { text: signed(finding.difference, ""), tone },
        { text: finding.unit, tone: "dim" }
      ])
      return chosen ? choose(line) : line
    },
    foot: (index) => {
      const finding = rows[index]
      return finding === undefined ? [] : [span(say(finding.message, lang), severityTone[finding.severity])]
    },
    detail: (index) => {
      const finding = rows[index]
      return finding === undefined ? { title: say(own.none, lang), fields: [] } : findingDetail(finding, lang)
    },
    columns: 1,
    tables: 1
  }
}
