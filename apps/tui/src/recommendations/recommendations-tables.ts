import type { AnswerOf, api, RecommendationLine } from "@ntm/contract"
import { type Limitation, type RecommendationState, recommendationStateWords } from "@ntm/domain/assignments"
import { type Bilingual, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { shortKey } from "../assignments/tasks-tables.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { ROOM, table } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { figureText } from "./recommendation-lines.ts"

const own = {
  no: both("Số", "No."),
  title: both("Kiến nghị", "Recommendation"),
  state: both("Trạng thái", "State"),
  answered: both("Trả lời", "Answered"),
  carriedOut: both("Xong", "Done"),
  tasks: both("Nhiệm vụ", "Tasks"),
  to: both("gửi", "to"),
  count: both("kiến nghị", "recommendations"),
  none: both("Không có kiến nghị nào.", "No recommendations."),
  noLimitations: both("Không có hạn chế, nguyên nhân nào.", "No limitations or causes."),
  units: both("đơn vị", "units"),
  answeredBy: both("kiến nghị", "recommendations")
} as const

type List = AnswerOf<typeof api.recommendations.list>

const states: ReadonlyArray<RecommendationState> = ["open", "reopened", "answered", "carriedOut"]

/** Recommendations by document and addressee, in the order of the documents. */
export const listLines = (answer: List, lang: Lang): ReadonlyArray<string> => {
  const { items } = answer
  const groups = [...Map.groupBy(items, ({ addressee, document }) => `${document} ${addressee}`).values()]
  const counts = states.flatMap((state) => {
    const found = items.filter((line) => line.state === state).length
    return found === 0 ? [] : [`${formatNumber(found)} ${say(recommendationStateWords[state], lang)}`]
  })
  return [
    ...headLines(answer, lang, `${formatNumber(items.length)} ${say(own.count, lang)}`, ...counts),
    ...(items.length === 0 ? ["", say(own.none, lang)] : []),
    ...groups.flatMap((lines) => groupLines(lines, lang))
  ]
}

const groupLines = (lines: ReadonlyArray<RecommendationLine>, lang: Lang): ReadonlyArray<string> => {
  const [first] = lines
  if (first === undefined) return []
  const several = lines.some(({ count }) => count > 1)
  return [
    "",
    ...wrap(
      `${first.documentLabel} (${first.document}) · ${first.supervisor} ${say(own.to, lang)} ${first.addressee}`,
      ROOM
    ),
    ...table(
      [
        { title: say(own.no, lang), whole: true },
        { title: say(own.title, lang) },
        { title: say(own.state, lang), whole: true },
        ...(several
          ? [
              { title: say(own.answered, lang), align: "right" as const },
              { title: say(own.carriedOut, lang), align: "right" as const }
            ]
          : []),
        { title: say(own.tasks, lang), align: "right" }
      ],
      lines.map((line) => [
        shortKey(line.key),
        line.title,
        say(recommendationStateWords[line.state], lang),
        ...(several ? [`${line.answered}/${line.count}`, `${line.carriedOut}/${line.count}`] : []),
        `${line.tasksDone}/${line.tasks}`
      ])
    )
  ]
}

export const listCsv = ({ items }: List): NonNullable<Told["csv"]> => ({
  heading: [
    "key",
    "document",
    "place",
    "supervisor",
    "addressee",
    "title",
    "summary",
    "state",
    "by",
    "addressees",
    "answered",
    "carried out",
    "tasks",
    "tasks done"
  ],
  rows: items.map((line) => [
    line.key,
    line.document,
    line.place,
    line.supervisor,
    line.addressee,
    line.title,
    line.summary,
    line.state,
    line.by,
    line.count,
    line.answered,
    line.carriedOut,
    line.tasks,
    line.tasksDone
  ])
})

const kindNames = {
  limitation: both("hạn chế", "limitation"),
  cause: both("nguyên nhân", "cause"),
  remark: both("nhận xét", "remark")
} as const satisfies Record<Limitation["kind"], Bilingual>

const natureNames = {
  objective: both("khách quan", "objective"),
  subjective: both("chủ quan", "subjective")
} as const satisfies Record<NonNullable<Limitation["nature"]>, Bilingual>

type Limitations = AnswerOf<typeof api.recommendations.limitations>
type LimitationItem = Limitations["items"][number]

/** Units that a line names; of more their number. */
const MOST_UNITS = 3

const unitsText = ({ concerns }: LimitationItem, lang: Lang): string =>
  concerns.length > MOST_UNITS
    ? `${concerns.length} ${say(own.units, lang)}`
    : concerns.map(({ name, type }) => `${type} ${name}`).join(", ")

const kindText = ({ kind, nature }: LimitationItem, lang: Lang): string =>
  nature === null ? say(kindNames[kind], lang) : `${say(kindNames[kind], lang)} ${say(natureNames[nature], lang)}`

/** Limitations and causes below their documents and categories, with the figures that they concern. */
export const limitationsLines = ({ items }: Limitations, lang: Lang): ReadonlyArray<string> => {
  if (items.length === 0) return [say(own.noLimitations, lang)]
  const groups = [...Map.groupBy(items, ({ document }) => document).values()]
  return groups.flatMap((lines, at) => {
    const [first] = lines
    if (first === undefined) return []
    const categories = [...Map.groupBy(lines, ({ category }) => category)]
    return [
      ...(at === 0 ? [] : [""]),
      ...wrap(`${first.documentLabel} (${first.document})`, ROOM),
      ...categories.flatMap(([category, inside]) => [
        "",
        category,
        ...inside.flatMap((one) => [
          ...wrap(`– ${one.text}`, ROOM - 2).map((text) => `  ${text}`),
          ...wrap([kindText(one, lang), unitsText(one, lang)].filter((text) => text !== "").join(" · "), ROOM - 4).map(
            (text) => `    ${text}`
          ),
          ...one.shown.flatMap((figure) =>
            wrap(`→ ${figureText(figure, lang)}`, ROOM - 4).map((text) => `    ${text}`)
          ),
          ...(one.recommendations.length === 0
            ? []
            : wrap(`${say(own.answeredBy, lang)}: ${one.recommendations.join(", ")}`, ROOM - 4).map(
                (text) => `    ${text}`
              ))
        ])
      ])
    ]
  })
}

export const limitationsCsv = ({ items }: Limitations): NonNullable<Told["csv"]> => ({
  heading: ["document", "id", "kind", "nature", "category", "text", "section", "units", "figures", "recommendations"],
  rows: items.map((one) => [
    one.document,
    one.id,
    one.kind,
    one.nature,
    one.category,
    one.text,
    one.section,
    one.concerns.map(({ code }) => code).join("; "),
    one.shown.map(({ label, value }) => `${label}: ${value}`).join("; "),
    one.recommendations.join("; ")
  ])
})
