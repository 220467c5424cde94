import type { AnswerOf, api, ListedItem } from "@ntm/contract"
import { type ItemCount, itemKinds } from "@ntm/domain/inventory"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { illustrativeMark } from "../works/works-words.ts"

const own = {
  no: both("Số", "No."),
  day: both("Ngày", "Day"),
  kind: both("Loại", "Kind"),
  name: both("Tên", "Name"),
  unit: both("Đơn vị", "Unit"),
  until: both("Hết hạn", "Until"),
  left: both("Còn", "Left"),
  state: both("Tình trạng", "State"),
  entries: both("mục", "entries"),
  none: both("Chưa có mục nào.", "No entries."),
  counted: both("đếm đến", "counted to"),
  added: both("Mới", "New"),
  total: both("Đang tính", "Count"),
  expired: both("Hết hạn", "Expired"),
  people: both("Người dự", "People"),
  sent: both("Được cử", "Sent"),
  target: both("Kế hoạch", "Target"),
  all: both("Tổng", "Total"),
  itself: both("chính đơn vị", "itself"),
  country: both("cả nước", "the country"),
  term: both(
    "Nơi không ghi ngày hết hạn, giấy chứng nhận OCOP được tính",
    "Where no expiry is recorded, an OCOP certificate is taken to hold"
  ),
  months: both("tháng theo", "months by"),
  recalled: both("(nhớ lại, chưa đối chiếu)", "(recalled, not verified)")
} as const

const states = {
  notYet: both("chưa đến", "not yet"),
  ended: both("thôi tính", "ended"),
  withdrawn: both("rút lại", "withdrawn"),
  expired: both("hết hạn", "expired")
} as const

type List = AnswerOf<typeof api.inventory.list>

const stars = (count: number | null): string => (count === null ? "" : ` ${"★".repeat(count)}`)

const stateText = ({ state }: ListedItem, lang: Lang): string =>
  state.because === null ? "" : say(states[state.because], lang)

/** Says so where an expiry that is shown was not recorded: what it rests on, and how sure that is. */
const termLines = (items: ReadonlyArray<ListedItem>, { term }: Pick<List, "term">, lang: Lang): ReadonlyArray<string> =>
  items.some(({ state }) => state.untilBy === "rule")
    ? [
        "",
        ...wrap(
          `~ ${say(own.term, lang)} ${term.months} ${say(own.months, lang)} ${term.source} ${say(own.recalled, lang)}.`,
          ROOM
        )
      ]
    : []

const untilText = ({ until, untilBy }: ListedItem["state"]): string =>
  until === null ? "" : `${untilBy === "rule" ? "~" : ""}${dayText(until)}`

/** Entries one by one; certificates with what is left of them. */
export const listLines = (answer: List, lang: Lang): ReadonlyArray<string> => {
  const { items, total = items.length } = answer
  const dated = items.some(({ state }) => state.until !== null)
  const gone = items.some(({ state }) => state.because !== null)
  const kinds = new Set(items.map(({ body }) => body._tag))
  const [only] = kinds.size === 1 ? kinds : []
  return [
    ...headLines(
      answer,
      lang,
      `${formatNumber(total)} ${say(only === undefined ? own.entries : itemKinds[only].words, lang)}`
    ),
    "",
    ...(items.length === 0
      ? [say(own.none, lang)]
      : table(
          [
            { title: say(own.no, lang), align: "right" },
            { title: say(own.day, lang), whole: true },
            ...(only === undefined ? [{ title: say(own.kind, lang) }] : []),
            { title: say(own.name, lang) },
            { title: say(own.unit, lang) },
            ...(dated ? [{ title: say(own.until, lang), whole: true } as const] : []),
            ...(gone ? [{ title: say(own.state, lang) }] : [])
          ],
          items.map((line) => [
            String(line.id),
            dayText(line.day),
            ...(only === undefined ? [say(itemKinds[line.body._tag].words, lang)] : []),
            `${line.name}${stars(line.state.stars)}${line.illustrative ? illustrativeMark : ""}`,
            line.recordedFor ?? line.unitName,
            ...(dated ? [untilText(line.state)] : []),
            ...(gone ? [stateText(line, lang)] : [])
          ])
        )),
    ...termLines(items, answer, lang)
  ]
}

type Counts = AnswerOf<typeof api.inventory.counts>

/** "3/4 ≥ 1": of so many units that each have to have one, so many do; "2/5": so many of those wanted. */
const targetText = ({ targets }: ItemCount): string =>
  targets
    .map(({ actual, met, of, per, reached, value }) => {
      const text = per === null ? `${formatNumber(actual)}/${formatNumber(value)}` : `${reached}/${of} ≥ ${value}`
      return `${text} ${met ? "✓" : "✗"}`
    })
    .join(", ")

const nameOf = ({ place, unit }: ItemCount, lang: Lang): string => {
  if (place === "total") return say(own.all, lang)
  if (place === "own") return say(own.itself, lang)
  return unit === null ? say(own.country, lang) : `${unit.type} ${unit.name}`
}

/** Of what is held in a year those before it are no news. */
const isTold = ({ added, attended, expired, kind, targets, total }: ItemCount): boolean =>
  added + (attended ?? 0) > 0 || (!itemKinds[kind].held && total + expired > 0) || targets.length > 0

const kindLines = (counts: ReadonlyArray<ItemCount>, lang: Lang): ReadonlyArray<string> => {
  const [first] = counts
  if (first === undefined) return []
  const { held, words } = itemKinds[first.kind]
  const people = counts.some((count) => count.people !== null)
  const sent = counts.some(({ attended }) => (attended ?? 0) > 0)
  const wanted = counts.some(({ targets }) => targets.length > 0)
  const certified = first.kind === "ocop"
  return [
    "",
    say(words, lang),
    ...table(
      [
        { title: say(own.unit, lang) },
        { title: say(own.added, lang), align: "right" },
        ...(held ? [] : [{ title: say(own.total, lang), align: "right" } as const]),
        ...(certified ? [{ title: say(own.expired, lang), align: "right" } as const] : []),
        ...(people ? [{ title: say(own.people, lang), align: "right" } as const] : []),
        ...(sent ? [{ title: say(own.sent, lang), align: "right" } as const] : []),
        ...(wanted ? [{ title: say(own.target, lang), whole: true } as const] : [])
      ],
      counts.map((count) => [
        nameOf(count, lang),
        formatNumber(count.added),
        ...(held ? [] : [formatNumber(count.total)]),
        ...(certified ? [formatNumber(count.expired)] : []),
        ...(people ? [count.people === null ? "–" : formatNumber(count.people)] : []),
        ...(sent ? [formatNumber(count.attended ?? 0)] : []),
        ...(wanted ? [targetText(count)] : [])
      ])
    ),
    ...(counts[0]?.targets ?? []).flatMap(({ document, text }) => wrap(`→ ${text} (${document})`, ROOM))
  ]
}

/** Each register by unit, the total first; units that have nothing and owe nothing are left out. */
export const countsLines = (answer: Counts, lang: Lang): ReadonlyArray<string> => {
  const told = answer.total.filter(isTold)
  return [
    ...headLines(answer, lang, `${say(own.counted, lang)} ${dayText(answer.countedOn)}`),
    ...(told.length === 0 ? ["", say(own.none, lang)] : []),
    ...told.flatMap((total) =>
      kindLines([total, ...answer.units.filter((count) => count.kind === total.kind && isTold(count))], lang)
    )
  ]
}
