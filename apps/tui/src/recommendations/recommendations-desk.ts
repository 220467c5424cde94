import type { Client, RecommendationLine } from "@ntm/contract"
import { type RecommendationState, recommendationStateWords } from "@ntm/domain/assignments"
import type { Desk, DeskList } from "../desk/desk.ts"
import { turned } from "../desk/turned.ts"
import { both, type Lang, say } from "../language/lang.ts"
import type { Cell, Column } from "../parts/grid.ts"
import { spread } from "../parts/grid.ts"
import { shortKey } from "../assignments/tasks-tables.ts"
import { recommendationLines, recommendationTone } from "./recommendation-lines.ts"
import type { RecommendationRow, RecommendationsKind, RecommendationsSpot } from "./recommendations-kind.ts"
import { recommendationMoves } from "./recommendations-moves.ts"

const own = {
  all: both("Kiến nghị của cơ quan giám sát", "Recommendations of supervising bodies"),
  no: both("Số", "No."),
  title: both("Kiến nghị", "Recommendation"),
  to: both("Gửi", "Addressee"),
  state: both("Trạng thái", "State"),
  answered: both("Trả lời", "Answered"),
  tasks: both("Nhiệm vụ", "Tasks"),
  none: both("Không có kiến nghị nào.", "No recommendations."),
  units: both("đơn vị", "units")
} as const

const standings: ReadonlyArray<RecommendationState | null> = [null, "open", "reopened", "answered", "carriedOut"]

/** What a narrow window leaves out: the line below the list and the page tell it. */
const hasNumbers = (width: number): boolean => width >= 60
const hasAddressees = (width: number): boolean => width >= 100

const columns = ({ of }: RecommendationsSpot, width: number, lang: Lang): ReadonlyArray<Column> =>
  spread(
    [
      ...(of === null && hasNumbers(width) ? [{ title: say(own.no, lang), width: 9 }] : []),
      // Of one made to several units the caption says the title, and the units are what differs.
      ...(of === null ? [{ title: say(own.title, lang), width: 10, grow: 3 }] : []),
      ...(of !== null || hasAddressees(width) ? [{ title: say(own.to, lang), width: 10, grow: 2 }] : []),
      { title: say(own.state, lang), width: 12 },
      ...(hasNumbers(width)
        ? ([
            { title: say(own.answered, lang), width: 8, align: "right" },
            { title: say(own.tasks, lang), width: 8, align: "right" }
          ] as const)
        : [])
    ],
    width
  )

const cells = (
  { line }: RecommendationRow,
  { of }: RecommendationsSpot,
  width: number,
  lang: Lang
): ReadonlyArray<Cell> => [
  ...(of === null && hasNumbers(width) ? [{ text: shortKey(line.key), tone: "dim" as const }] : []),
  ...(of === null ? [{ text: line.title }] : []),
  ...(of !== null || hasAddressees(width)
    ? [{ text: line.addressee, tone: of === null ? ("dim" as const) : ("plain" as const) }]
    : []),
  { text: say(recommendationStateWords[line.state], lang), tone: recommendationTone[line.state] },
  ...(hasNumbers(width)
    ? [
        { text: `${line.answered}/${line.count}`, tone: "dim" as const },
        { text: line.tasks === 0 ? "–" : `${line.tasksDone}/${line.tasks}`, tone: "dim" as const }
      ]
    : [])
]

const rowOf = (line: RecommendationLine): RecommendationRow => ({ id: line.key, line })

const readList = async (
  client: Client,
  { addressee, asOf, of, standing }: RecommendationsSpot,
  _query: string,
  _place: string | null,
  signal: AbortSignal
): Promise<DeskList<RecommendationsKind>> => {
  const day = { as_of: asOf ?? undefined }
  const [answer, whole] = await Promise.all([
    client.recommendations.list({ ...day, state: of === null ? (standing ?? undefined) : undefined }, signal),
    of === null ? null : client.recommendations.one({ ...day, recommendation: of.key }, signal)
  ])
  const choices = [...new Set(answer.items.map((line) => line.addressee))]
  if (of === null || whole === null) {
    const items = answer.items.filter((line) => addressee === null || line.addressee === addressee)
    return { asOf: answer.asOf, rows: items.map(rowOf), choices, more: false }
  }
  const parent = answer.items.filter(({ key }) => key === of.key)
  const children = whole.children.filter(({ state }) => standing === null || state === standing)
  return { asOf: answer.asOf, rows: [...parent, ...children].map(rowOf), choices, more: false }
}

/** Recommendations by their addressee and state, each with what is said beside what the figures show; answers are recorded. */
export const recommendationsDesk: Desk<RecommendationsKind> = {
  room: "recommendations",
  start: { asOf: null, standing: null, addressee: null, of: null },
  isSearchedHere: () => true,
  searchText: ({ line }) => [line.key, line.title, line.addressee, line.supervisor, line.summary ?? ""].join(" "),
  caption: ({ addressee, of, standing }, lang) => [
    of === null ? say(own.all, lang) : of.title,
    ...(standing === null ? [] : [say(recommendationStateWords[standing], lang)]),
    ...(addressee === null ? [] : [addressee])
  ],
  columns,
  cells,
  foot: ({ line }, lang) =>
    [
      `→ ${line.addressee}`,
      ...(line.count > 1 ? [`${line.count} ${say(own.units, lang)}`] : []),
      line.title,
      line.documentLabel
    ].join(" · "),
  empty: own.none,
  turn: (key, spot, list) => {
    switch (key) {
      case "t":
        return { ...spot, standing: turned(standings, spot.standing) }
      case "a": {
        if (spot.of !== null) return undefined
        return { ...spot, addressee: turned([null, ...(list?.choices ?? [])], spot.addressee) }
      }
      default:
        return undefined
    }
  },
  prompts: {},
  open: ({ line }, spot) =>
    line.count > 1 && spot.of?.key !== line.key
      ? { _tag: "Spot", spot: { ...spot, of: { key: line.key, title: line.title } } }
      : { _tag: "Page", of: { _tag: "Recommendation", id: line.key } },
  widen: (spot) => {
    if (spot.of !== null) return { ...spot, of: null }
    if (spot.addressee !== null) return { ...spot, addressee: null }
    return spot.standing === null ? null : { ...spot, standing: null }
  },
  page: (page, _, width, lang) => recommendationLines(page, width, lang),
  beyond: () => undefined,
  moves: (_, page, today) => recommendationMoves(page, today),
  readList,
  readPage: (client, { id }, { asOf }, signal) =>
    client.recommendations.one({ recommendation: id, as_of: asOf ?? undefined }, signal),
  record: async (client, send, signal) => {
    await client.recommendations.record({ body: { rows: [send] } }, signal)
  }
}
