import type { Actor } from "../../criteria/index.ts"
import { type Day, formatDay, listedProblems, writtenAside, type WrittenBy } from "../../values/index.ts"
import type { TaskPlan } from "../tasks/plan.ts"
import type { AskedRecommendation } from "./asked.ts"
import type { RecommendationEvent, RecommendationKey, RecommendationRecording, RecommendationState } from "./event.ts"
import { isTheirs } from "./next.ts"
import { type RecommendationProblem, type RecommendationProblemKind, RecommendationsRefused } from "./refusal.ts"
import { afterRecommendationEvent } from "./state-of.ts"
import { recommendationStateWords, recommendationWorkflow } from "./workflow.ts"

/** What a batch is checked against: all that was recorded before. */
export interface CheckingRecommendations {
  readonly recommendations: ReadonlyArray<AskedRecommendation>
  readonly plan: TaskPlan
  readonly events: ReadonlyArray<RecommendationEvent>
  readonly actor: Actor
  /** The day of the act. */
  readonly today: Day
}

interface SoFar {
  readonly state: RecommendationState
  readonly lastDay: Day | null
  /** Who wrote down what it is and what happened last; null where nobody did before the batch. */
  readonly stateBy: WrittenBy | null
  readonly lastBy: WrittenBy | null
}

type Judgement = Omit<RecommendationProblem, "row">

const told = (field: string | null, kind: RecommendationProblemKind, vi: string, en: string): Judgement => ({
  field,
  kind,
  sentence: { vi, en }
})

const dayProblem = (
  { day }: RecommendationRecording,
  issued: Day,
  { lastBy, lastDay }: SoFar,
  today: Day
): Judgement | null => {
  const by = writtenAside(lastBy)
  if (day > today) return told("day", "futureDay", `ngày ${formatDay(day)} chưa đến`, `${day} has not come yet`)
  if (day < issued)
    return told(
      "day",
      "dayBeforeDocument",
      `ngày ${formatDay(day)} trước ngày của văn bản (${formatDay(issued)})`,
      `${day} lies before the document (${issued})`
    )
  return lastDay === null || day >= lastDay
    ? null
    : told(
        "day",
        "dayBack",
        `ngày ${formatDay(day)} trước diễn biến đã ghi ngày ${formatDay(lastDay)}${by.vi}`,
        `${day} lies before what was recorded for ${lastDay}${by.en}`
      )
}

const bodyProblem = (
  { body }: RecommendationRecording,
  { recommendation }: AskedRecommendation,
  plan: TaskPlan
): Judgement | null => {
  if (body._tag === "answered" && body.option !== null && !recommendation.options.some(({ no }) => no === body.option))
    return told(
      "body.option",
      "unknownOption",
      `không có phương án ${body.option}`,
      `there is no option ${body.option}`
    )
  if (body._tag !== "measure") return null
  if (body.task === null && (body.text ?? "").trim() === "")
    return told(
      "body",
      "measureEmpty",
      "biện pháp phải nêu nhiệm vụ hoặc nội dung",
      "a measure names a task or says what is done"
    )
  return body.task === null || plan.byKey.has(body.task)
    ? null
    : told("body.task", "unknownTask", `không có nhiệm vụ “${body.task}”`, `there is no task “${body.task}”`)
}

const moveProblem = (
  event: RecommendationRecording,
  one: AskedRecommendation,
  so: SoFar,
  actor: Actor
): Judgement | null => {
  const { body, day } = event
  const rule = recommendationWorkflow.find(({ tag }) => tag === body._tag)
  const { vi, en } = recommendationStateWords[so.state]
  if (rule === undefined || !rule.from.includes(so.state)) {
    const by = writtenAside(so.stateBy)
    return told(
      "body",
      "noSuchMove",
      `Kiến nghị ${vi}${by.vi}: không ghi được bước này`,
      `The recommendation is ${en}${by.en}: not from there`
    )
  }
  if (!isTheirs(rule, one, actor, day))
    return told(null, "notAllowed", `Không được ghi: ${rule.why.vi}`, `Not allowed: ${rule.why.en}`)
  return rule.withReason && body._tag === "reopened" && (body.reason ?? "").trim() === ""
    ? told("body.reason", "reasonMissing", "Mở lại kiến nghị phải nêu lý do", "A reason is needed to reopen it")
    : null
}

/** Everything that is wrong with a batch, by row; null where all of it may be recorded. Rows count in their order. */
export const checkRecommendationEvents = (
  batch: ReadonlyArray<RecommendationRecording>,
  { actor, events, plan, recommendations, today }: CheckingRecommendations
): RecommendationsRefused | null => {
  const known = new Map(recommendations.map((one) => [one.key, one]))
  const so = new Map<RecommendationKey, SoFar>()
  const after = (at: SoFar, { body, day }: RecommendationRecording, by: WrittenBy | null): SoFar => {
    const isLast = at.lastDay === null || day >= at.lastDay
    return {
      state: afterRecommendationEvent(at.state, body),
      stateBy: body._tag === "measure" ? at.stateBy : by,
      lastDay: isLast ? day : at.lastDay,
      lastBy: isLast ? by : at.lastBy
    }
  }
  const soFar = (key: RecommendationKey): SoFar =>
    so.get(key) ?? { state: "open", lastDay: null, stateBy: null, lastBy: null }
  for (const event of events) {
    const by = { name: event.recordedBy.name, at: event.recordedAt }
    so.set(event.recommendation, after(soFar(event.recommendation), event, by))
  }
  const problems = batch.flatMap((event, row): ReadonlyArray<RecommendationProblem> => {
    const one = known.get(event.recommendation)
    if (one === undefined)
      return [
        {
          row,
          ...told(
            "recommendation",
            "unknownRecommendation",
            `không có kiến nghị “${event.recommendation}”`,
            `there is no recommendation “${event.recommendation}”`
          )
        }
      ]
    const at = soFar(one.key)
    const shared =
      one.children.length > 0
        ? told(
            "recommendation",
            "sharedRecommendation",
            "Kiến nghị gửi nhiều đơn vị: ghi ở từng đơn vị",
            "It is made to several units: record it of each"
          )
        : null
    const found =
      shared ??
      dayProblem(event, one.reading.askedOn, at, today) ??
      moveProblem(event, one, at, actor) ??
      bodyProblem(event, one, plan)
    if (found !== null) return [{ row, ...found }]
    so.set(one.key, after(at, event, null))
    return []
  })
  const listed = listedProblems(problems)
  return listed === null ? null : new RecommendationsRefused({ problems: listed })
}
