import type { AgencyOnDay, AnswerOf, api } from "@ntm/contract"
import type { Agency, AgencyId } from "@ntm/domain/assignments"
import { type Bilingual, type Day, formatNumber } from "@ntm/domain/values"
import { sureMark } from "../criteria/sets-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"

const own = {
  id: both("Mã", "Id"),
  name: both("Tên", "Name"),
  stands: both("Thay bởi", "Followed by"),
  none: both("Không có cơ quan nào.", "No agencies."),
  agencies: both("cơ quan", "agencies"),
  gone: both("không còn hoạt động", "stands no more"),
  owedBy: both("Nhiệm vụ nay do", "Its tasks are owed by"),
  names: both("Tên theo thời gian", "Names in time"),
  from: both("từ", "from"),
  to: both("đến", "to"),
  passes: both("Chuyển cho", "Passed to"),
  tookOver: both("Nhận từ", "Took over from"),
  members: both("Gồm", "Members"),
  load: both("Đang giữ", "Owes"),
  overdue: both("quá hạn", "overdue"),
  longest: both("lâu nhất", "the longest"),
  days: both("ngày", "days"),
  soon: both("sắp đến hạn", "due soon"),
  open: both("còn hạn", "open"),
  awaiting: both("chờ nghiệm thu", "awaiting acceptance"),
  done: both("đã xong", "done"),
  coordinating: both("phối hợp", "co-ordinating"),
  next: both("hạn tới", "next due"),
  nothing: both("không có nhiệm vụ nào", "nothing")
} as const

const kindNames = {
  department: both("sở, ngành", "department"),
  office: both("văn phòng", "office"),
  front: both("Mặt trận", "Front"),
  organisation: both("đoàn thể", "organisation"),
  board: both("ban quản lý", "board"),
  councilCommittee: both("ban của HĐND", "council committee"),
  central: both("Trung ương", "central"),
  group: both("nhóm cơ quan", "group"),
  unnamed: both("không nêu tên", "not named")
} as const satisfies Record<Agency["kind"], Bilingual>

type Holders = AgencyOnDay["holders"]

const followers = ({ agency, holders, stands }: AgencyOnDay): Holders =>
  stands ? [] : holders.filter(({ id }) => id !== agency.id)

type List = AnswerOf<typeof api.agencies.list>

/** Agencies by name on a day; of those that stand no more, who answers for what they owed. */
export const agenciesLines = (answer: List, lang: Lang): ReadonlyArray<string> => [
  ...headLines(
    { asOf: answer.asOf, knownAt: null },
    lang,
    `${formatNumber(answer.items.length)} ${say(own.agencies, lang)}`
  ),
  "",
  ...(answer.items.length === 0
    ? [say(own.none, lang)]
    : table(
        [{ title: say(own.id, lang), whole: true }, { title: say(own.name, lang) }, { title: say(own.stands, lang) }],
        answer.items.map((one) => [
          one.agency.id,
          one.name,
          followers(one)
            .map(({ name }) => name)
            .join("; ")
        ])
      ))
]

export const agenciesCsv = ({ items }: List): NonNullable<Told["csv"]> => ({
  heading: ["agency", "name", "kind", "province", "stands", "followed by"],
  rows: items.map((one) => [
    one.agency.id,
    one.name,
    one.agency.kind,
    one.agency.province,
    one.stands ? "yes" : "no",
    followers(one)
      .map(({ id }) => id)
      .join("; ")
  ])
})

type One = AnswerOf<typeof api.agencies.one>

/** How agencies are called on the day, by id. */
type AgencyNames = ReadonlyMap<AgencyId, string>

const nameOf = (names: AgencyNames, id: AgencyId): string => {
  const name = names.get(id)
  return name === undefined ? id : `${name} (${id})`
}

/** "từ 01/03/2025 đến 30/06/2025"; what is open at an end is left out. */
const spanText = (from: Day | null, to: Day | null, lang: Lang): string =>
  [
    ...(from === null ? [] : [`${say(own.from, lang)} ${dayText(from)}`]),
    ...(to === null ? [] : [`${say(own.to, lang)} ${dayText(to)}`])
  ].join(" ")

const paragraph = (title: string, texts: ReadonlyArray<ReadonlyArray<string | null>>): ReadonlyArray<string> =>
  texts.length === 0
    ? []
    : [
        "",
        title,
        ...texts.flatMap((parts) =>
          wrap(parts.filter((part) => part !== null && part !== "").join(" · "), ROOM - 2).map((text) => `  ${text}`)
        )
      ]

const marked = (name: string, confidence: Agency["names"][number]["confidence"]): string =>
  `${name}${sureMark[confidence]}`

const loadText = ({ load }: One, lang: Lang): ReadonlyArray<string> =>
  load === null
    ? [say(own.nothing, lang)]
    : [
        `${load.overdue} ${say(own.overdue, lang)}${
          load.overdue > 0 ? ` (${say(own.longest, lang)} ${load.worstDays} ${say(own.days, lang)})` : ""
        }`,
        `${load.dueSoon} ${say(own.soon, lang)}`,
        `${load.open} ${say(own.open, lang)}`,
        `${load.awaiting} ${say(own.awaiting, lang)}`,
        `${load.done + load.doneLate} ${say(own.done, lang)}`,
        `${load.coordinating} ${say(own.coordinating, lang)}`,
        ...(load.nextDue === null ? [] : [`${say(own.next, lang)} ${dayText(load.nextDue)}`])
      ]

/** One agency: its names in time, to whom it passed, what it took over, who belongs to it, and what it owes on the day. */
export const agencyLines = (answer: One, names: AgencyNames, lang: Lang): ReadonlyArray<string> => {
  const { agency: one, tookOver } = answer
  const { agency } = one
  const gone = followers(one).map(({ id, name }) => `${name} (${id})`)
  return [
    ...headLines({ asOf: answer.asOf, knownAt: null }, lang),
    ...wrap(`${one.name} (${agency.id}) · ${say(kindNames[agency.kind], lang)}`, ROOM),
    ...(one.stands ? [] : [say(own.gone, lang)]),
    ...(gone.length === 0 ? [] : wrap(`${say(own.owedBy, lang)} ${gone.join("; ")}`, ROOM)),
    ...paragraph(
      say(own.names, lang),
      agency.names.map(({ confidence, document, from, name, to }) => [
        marked(name, confidence),
        spanText(from, to, lang),
        document
      ])
    ),
    ...paragraph(
      say(own.passes, lang),
      agency.passesTo.map(({ agency: id, confidence, document, from, part }) => [
        marked(nameOf(names, id), confidence),
        spanText(from, null, lang),
        part,
        document
      ])
    ),
    ...paragraph(
      say(own.tookOver, lang),
      tookOver.map(({ from, id, name, part }) => [`${name} (${id})`, `${say(own.from, lang)} ${dayText(from)}`, part])
    ),
    ...paragraph(
      say(own.members, lang),
      agency.members
        .filter(({ from, to }) => (from === null || from <= answer.asOf) && (to === null || to >= answer.asOf))
        .map(({ agency: id }) => [nameOf(names, id)])
    ),
    ...paragraph(say(own.load, lang), [loadText(answer, lang)])
  ]
}
