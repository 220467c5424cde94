import type { AnswerOf, api, ShownFigure } from "@ntm/contract"
import {
  holderName,
  type RecommendationEvent,
  type RecommendationState,
  recommendationStateWords
} from "@ntm/domain/assignments"
import type { MayLead } from "../desk/may-do.ts"
import { head, proofText, wrapped } from "../assignments/task-lines.ts"
import { byWords, dueText, standingText, timelinessTone } from "../assignments/tasks-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import type { Line, Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"

/** A recommendation with its answers, and what is said beside what is shown. */
export type RecommendationAnswer = AnswerOf<typeof api.recommendations.one> & MayLead

const own = {
  key: both("Mã", "Key"),
  state: both("Trạng thái", "State"),
  since: both("từ", "since"),
  supervisor: both("Cơ quan giám sát", "Supervising body"),
  addressee: both("Gửi", "Addressee"),
  section: both("Mục", "Section"),
  dueText: both("Thời hạn như in", "Due as printed"),
  summary: both("Nội dung", "Summary"),
  condition: both("Điều kiện đóng", "Closing condition"),
  byTasks: both("theo các nhiệm vụ", "by its tasks"),
  points: both("Các điểm", "Points"),
  options: both("Phương án", "Options"),
  requirement: both("cần", "needs"),
  drawback: both("hạn chế", "drawback"),
  answers: both("Trả lời và kết luận", "Answers and findings"),
  measures: both("Biện pháp", "Measures"),
  option: both("phương án", "option"),
  tasks: both("Nhiệm vụ thực hiện", "Tasks that carry it out"),
  contrasts: both("Lời cơ quan được giám sát và số liệu", "What is said, and what is shown"),
  says: both("nói", "says"),
  figures: both("Số liệu liên quan", "Figures that it concerns"),
  findings: both("phát hiện", "findings"),
  children: both("Từng đơn vị", "Unit by unit"),
  limitations: both("Hạn chế mà kiến nghị này trả lời", "Limitations that it answers"),
  none: both("chưa có", "none yet")
} as const

export const recommendationTone = {
  open: "warn",
  answered: "accent",
  carriedOut: "good",
  reopened: "bad"
} as const satisfies Record<RecommendationState, Tone>

/** "Huy động năm 2024: 29.960 tỷ đồng (2 phát hiện)" */
export const figureText = ({ findings, label, value }: ShownFigure, lang: Lang): string =>
  `${label}: ${value}${findings > 0 ? ` (${findings} ${say(own.findings, lang)})` : ""}`

const eventText = ({ body }: RecommendationEvent, lang: Lang): string => {
  switch (body._tag) {
    case "answered":
      return body.option === null ? body.text : `${say(own.option, lang)} ${body.option}: ${body.text}`
    case "measure":
      return [body.task, body.text].filter((part) => part !== null).join(" · ")
    case "carriedOut":
      return [say(recommendationStateWords.carriedOut, lang), body.text].filter((part) => part !== null).join(": ")
    case "reopened":
      return [say(recommendationStateWords.reopened, lang), body.reason].filter((part) => part !== null).join(": ")
  }
}

const eventLines = (events: ReadonlyArray<RecommendationEvent>, width: number, lang: Lang): ReadonlyArray<Line> =>
  events.flatMap((event) => [
    ...wrapped(`${dayText(event.day)} · ${eventText(event, lang)}`, width),
    ...wrapped([proofText(event), event.recordedBy.name].filter((text) => text !== "").join(" · "), width, "dim", 4)
  ])

const fieldsOf = ({ standing }: RecommendationAnswer, lang: Lang): ReadonlyArray<Field> => {
  const { by, condition, holders, key, parent, recommendation, since, state } = standing
  const field = (label: keyof typeof own, text: string | null, tone?: Tone): ReadonlyArray<Field> =>
    text === null || text === ""
      ? []
      : [{ label: say(own[label], lang), text, ...(tone === undefined ? {} : { tone }) }]
  const made = by === "tasks" ? say(own.byTasks, lang) : say(byWords[by], lang)
  const from = since === null ? "" : `${say(own.since, lang)} ${dayText(since)}`
  return [
    ...field("key", key, "dim"),
    ...field(
      "state",
      [say(recommendationStateWords[state], lang), from, made].filter((text) => text !== "").join(" · "),
      recommendationTone[state]
    ),
    ...field("supervisor", recommendation.supervisor),
    ...field("addressee", parent === null ? recommendation.addressee : holders.map(holderName).join("; ")),
    ...field("section", recommendation.section),
    ...field("dueText", recommendation.dueText),
    ...field("summary", recommendation.summary),
    ...(condition === null
      ? []
      : field(
          "condition",
          `${condition.holds ? "✓" : "✗"} ${say(condition.sentence, lang)}`,
          condition.holds ? "good" : "warn"
        ))
  ]
}

const contrastLines = ({ figures, standing }: RecommendationAnswer, width: number, lang: Lang): ReadonlyArray<Line> =>
  standing.contrasts.flatMap(({ document, figures: refs, outcome, place, says }) => {
    const shown = refs.flatMap((ref) => {
      const figure = figures.find((one) => one.document === ref.document && one.figure === ref.figure)
      return figure === undefined ? [] : wrapped(`→ ${figureText(figure, lang)}`, width, "plain", 4)
    })
    const source = [document, ...(place === null ? [] : [place])].join(", ")
    return [
      ...wrapped(`“${says}” (${source})`, width),
      ...shown,
      ...(outcome === null
        ? []
        : wrapped(
            `→ ${outcome.holds ? "✓" : "✗"} ${say(outcome.sentence, lang)}`,
            width,
            outcome.holds ? "good" : "warn",
            4
          ))
    ]
  })

const section = (title: string, lines: ReadonlyArray<Line>): ReadonlyArray<Line> =>
  lines.length === 0 ? [] : [...head(title), ...lines]

/** A recommendation as a page: what is asked, how it stands, what is said beside what the figures show. */
export const recommendationLines = (answer: RecommendationAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { children, figures, limitations, standing } = answer
  const { answers, contrasts, measures, recommendation, tasks } = standing
  const { options, place, points, title } = recommendation
  const told = new Set(contrasts.flatMap((one) => one.figures.map((ref) => `${ref.document} ${ref.figure}`)))
  const others = figures.filter((one) => !told.has(`${one.document} ${one.figure}`))
  return [
    ...detailLines({ title: place === null ? title : `${place}. ${title}`, fields: fieldsOf(answer, lang) }, width),
    ...section(
      say(own.points, lang),
      points.flatMap((point) => wrapped(`– ${point}`, width))
    ),
    ...section(
      say(own.options, lang),
      options.flatMap(({ drawbacks, method, name, no, requirements }) => [
        ...wrapped(`${no}. ${name}: ${method}`, width),
        ...requirements.flatMap((text) => wrapped(`${say(own.requirement, lang)}: ${text}`, width, "plain", 5)),
        ...drawbacks.flatMap((text) => wrapped(`${say(own.drawback, lang)}: ${text}`, width, "warn", 5))
      ])
    ),
    ...head(say(own.answers, lang)),
    ...(answers.length === 0 ? wrapped(say(own.none, lang), width, "dim") : eventLines(answers, width, lang)),
    ...section(say(own.measures, lang), eventLines(measures, width, lang)),
    ...section(
      say(own.tasks, lang),
      tasks.flatMap((task) =>
        wrapped(
          `${task.task.no} · ${task.task.title} · ${dueText(task.due)} · ${standingText(task, lang)}`,
          width,
          timelinessTone[task.timeliness]
        )
      )
    ),
    ...section(say(own.contrasts, lang), contrastLines(answer, width, lang)),
    ...section(
      say(own.figures, lang),
      others.flatMap((one) => wrapped(figureText(one, lang), width))
    ),
    ...section(
      say(own.limitations, lang),
      limitations.flatMap(({ category, text }) => wrapped(`${category}: ${text}`, width))
    ),
    ...section(
      say(own.children, lang),
      children.flatMap((line) =>
        wrapped(
          `${line.addressee} · ${say(recommendationStateWords[line.state], lang)}`,
          width,
          recommendationTone[line.state]
        )
      )
    )
  ]
}
