import { type Bilingual, formatDay, isDay } from "@ntm/domain/values"

/** A task as a digest tells of it. */
export interface DigestTask {
  readonly key: string
  readonly parent: string | null
  readonly documentLabel: string
  readonly no: string
  readonly title: string
  readonly due: string | null
  /** To the due day; negative once it is past. */
  readonly days: number | null
  readonly lateDays: number
  readonly holders: ReadonlyArray<{ readonly name: string }>
}

/** What is due, as the question "due" is answered: the latest first, the nearest first. */
export interface DueAnswer {
  readonly asOf: string
  readonly within: number
  readonly overdue: ReadonlyArray<DigestTask>
  readonly due: ReadonlyArray<DigestTask>
}

export interface Digest {
  readonly subject: string
  readonly text: string
  readonly html: string
}

type Lang = keyof Bilingual

/** A line of a digest: one task, or one that several owe by the same day. */
interface Line {
  readonly what: string
  readonly who: string
  readonly when: string
}

const words = {
  vi: {
    head: (day: string, whose: string | null) =>
      whose === null ? `Nhiệm vụ đến hạn, ngày ${day}` : `Nhiệm vụ đến hạn của ${whose}, ngày ${day}`,
    overdue: "Quá hạn",
    due: (days: number) => `Đến hạn trong ${days} ngày tới`,
    none: "Không có nhiệm vụ nào.",
    late: (due: string, days: number) => `hạn ${due}, quá hạn ${days} ngày`,
    left: (due: string, days: number) => (days === 0 ? `hạn ${due}, đến hạn hôm nay` : `hạn ${due}, còn ${days} ngày`),
    others: (count: number) => `và ${count} đơn vị khác`,
    columns: ["Nhiệm vụ", "Thực hiện", "Hạn"]
  },
  en: {
    head: (day: string, whose: string | null) =>
      whose === null ? `Tasks that are due, ${day}` : `Tasks of ${whose} that are due, ${day}`,
    overdue: "Overdue",
    due: (days: number) => `Due within ${days} days`,
    none: "There are none.",
    late: (due: string, days: number) => `due ${due}, ${days} ${days === 1 ? "day" : "days"} overdue`,
    left: (due: string, days: number) =>
      days === 0 ? `due ${due}, today` : `due ${due}, ${days} ${days === 1 ? "day" : "days"} left`,
    others: (count: number) => `and ${count} others`,
    columns: ["Task", "Owed by", "Due"]
  }
}

const shown = (day: string, lang: Lang): string => (lang === "vi" && isDay(day) ? formatDay(day) : day)

/** Names that a line can hold. */
const MOST_NAMES = 4

const whoOf = (tasks: ReadonlyArray<DigestTask>, lang: Lang): string => {
  const names = [...new Set(tasks.flatMap(({ holders }) => holders.map(({ name }) => name)))]
  const [first, rest] = [names.slice(0, MOST_NAMES), names.length - MOST_NAMES]
  return rest > 0 ? `${first.join(", ")} ${words[lang].others(rest)}` : first.join(", ")
}

/** Instances of one task that are due on the same day are one line: a province has a hundred communes. */
const linesOf = (tasks: ReadonlyArray<DigestTask>, lang: Lang): ReadonlyArray<Line> =>
  [...Map.groupBy(tasks, ({ due, key, no, parent }) => `${parent ?? key} ${no} ${due}`).values()].flatMap((same) => {
    const [task] = same
    if (task === undefined) return []
    const { days, documentLabel, due, lateDays, no, title } = task
    const [on, say] = [due === null ? "" : shown(due, lang), words[lang]]
    return [
      {
        what: `${no}. ${title} (${documentLabel})`,
        who: whoOf(same, lang),
        when: lateDays > 0 ? say.late(on, lateDays) : say.left(on, days ?? 0)
      }
    ]
  })

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

const cell = (text: string, tag: "td" | "th"): string =>
  `<${tag}${tag === "th" ? ' scope="col"' : ""} style="border:1px solid #c8c8c8;padding:6px 8px;text-align:left;vertical-align:top">${escaped(text)}</${tag}>`

const tableOf = (lines: ReadonlyArray<Line>, lang: Lang): string => {
  const { columns, none } = words[lang]
  if (lines.length === 0) return `<p>${escaped(none)}</p>`
  const head = `<tr>${columns.map((column) => cell(column, "th")).join("")}</tr>`
  const rows = lines.map(
    ({ what, when, who }) => `<tr>${[what, who, when].map((each) => cell(each, "td")).join("")}</tr>`
  )
  return `<table style="border-collapse:collapse">\n${[head, ...rows].join("\n")}\n</table>`
}

const listOf = (lines: ReadonlyArray<Line>, lang: Lang): string =>
  lines.length === 0
    ? words[lang].none
    : lines.map(({ what, when, who }) => `- ${what}\n  ${who === "" ? when : `${who}: ${when}`}`).join("\n")

/**
 * What is due on a day as a letter: plain text and HTML that needs nothing from elsewhere.
 *
 * **Details** The number behind a heading counts tasks, the lines below may put several together. The same answer gives the same letter. `whose`:
 * the agency or unit whose tasks they are; null: everybody's.
 */
export const dueDigest = (
  { asOf, due, overdue, within }: DueAnswer,
  lang: Lang,
  whose: string | null = null
): Digest => {
  const say = words[lang]
  const subject = say.head(shown(asOf, lang), whose)
  const parts = [
    { heading: `${say.overdue}: ${overdue.length}`, lines: linesOf(overdue, lang) },
    { heading: `${say.due(within)}: ${due.length}`, lines: linesOf(due, lang) }
  ]
  const text = [subject, ...parts.map(({ heading, lines }) => `${heading}\n\n${listOf(lines, lang)}`)].join("\n\n")
  const body = parts.map(({ heading, lines }) => `<h2>${escaped(heading)}</h2>\n${tableOf(lines, lang)}`).join("\n")
  return {
    subject,
    text: `${text}\n`,
    html: `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family:sans-serif">
<h1>${escaped(subject)}</h1>
${body}
</body>
</html>
`
  }
}
