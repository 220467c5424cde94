import { type Day, formatDay } from "../values/index.ts"
import { consultationProblems, resultProblems, voteProblems } from "./check-results.ts"
import { decidedProblems, stepProblems } from "./check-steps.ts"
import type { DossierEventBody, DossierEventRecording } from "./event.ts"
import { type Body, type DossierJudgement, type JudgedDossier, none, told } from "./judged-dossier.ts"
import { checkSurvey } from "./reading-survey.ts"

const dayProblems = (
  { day }: DossierEventRecording,
  { history, openedOn, today }: Pick<JudgedDossier, "history" | "openedOn" | "today">
): ReadonlyArray<DossierJudgement> => {
  const said = formatDay(day)
  if (day > today) return [told("day", "futureDay", `ngày ${said} chưa đến`, `${day} has not come yet`)]
  if (day < openedOn)
    return [
      told(
        "day",
        "dayBeforeOpening",
        `ngày ${said} trước ngày mở hồ sơ (${formatDay(openedOn)})`,
        `${day} lies before the dossier was opened (${openedOn})`
      )
    ]
  const { lastDay } = history
  if (lastDay === null || day >= lastDay) return none
  return [
    told(
      "day",
      "dayBack",
      `ngày ${said} trước diễn biến đã ghi ngày ${formatDay(lastDay)}`,
      `${day} lies before what was recorded for ${lastDay}`
    )
  ]
}

const returnedProblems = ({ to }: Body<"returned">, { history, procedure }: JudgedDossier) => {
  const step = procedure.steps.find((one) => one.key === to)
  if (step === undefined)
    return [told("body.to", "unknownStep", `trình tự không có bước “${to}”`, `the procedure has no step “${to}”`)]
  return history.done.has(to) || history.begun.has(to)
    ? none
    : [
        told(
          "body.to",
          "stepBeforePredecessor",
          `bước “${step.name.vi}” chưa bắt đầu nên không trả về đó được`,
          `the step “${step.name.en}” has not begun: it cannot be sent back to it`
        )
      ]
}

const endProblems = (from: Day, { history }: JudgedDossier): ReadonlyArray<DossierJudgement> => {
  const decidedOn = history.decided?.body.decidedOn
  if (decidedOn === undefined || from >= decidedOn) return none
  return [
    told(
      "body.from",
      "dayBeforeOpening",
      `hết hiệu lực từ ${formatDay(from)}, trước ngày công nhận (${formatDay(decidedOn)})`,
      `it ends on ${from}, before it was recognised (${decidedOn})`
    )
  ]
}

const paperProblems = (
  { issuedOn, paper }: Body<"paper">,
  day: Day,
  { procedure }: JudgedDossier
): ReadonlyArray<DossierJudgement> => [
  ...(procedure.papers.some(({ key }) => key === paper)
    ? []
    : [
        told(
          "body.paper",
          "unknownPaper",
          `trình tự không có giấy tờ “${paper}”`,
          `the procedure asks for no paper “${paper}”`
        )
      ]),
  ...(issuedOn > day
    ? [
        told(
          "body.issuedOn",
          "futureDay",
          `giấy tờ đề ngày ${formatDay(issuedOn)}, sau ngày ghi (${formatDay(day)})`,
          `a paper of ${issuedOn}, after the day of the event (${day})`
        )
      ]
    : [])
]

/** Whether a dossier takes an event at all as it stands. */
const stateProblems = (
  { _tag, ...body }: DossierEventBody,
  { history, procedure }: JudgedDossier
): ReadonlyArray<DossierJudgement> => {
  const { state } = history
  const under = state === "open" || state === "returned"
  if (_tag === "revoked" || _tag === "expired") {
    if (state === "recognised") return none
    return state === "revoked" || state === "expired"
      ? [told("body", "alreadyEnded", "công nhận đã hết hiệu lực", "the recognition has ended already")]
      : [told("body", "notRecognised", "hồ sơ chưa được công nhận", "the dossier was not recognised")]
  }
  if (under) return none
  // What comes behind the decision, publication for one, is done once it has recognised.
  if (state === "recognised" && _tag === "step" && "step" in body) {
    const step = procedure.steps.find(({ key }) => key === body.step)
    if (step !== undefined && !history.done.has(step.key)) return none
  }
  return state === "closed"
    ? [told("body", "decided", "hồ sơ đã khép lại", "the dossier was given up")]
    : [told("body", "decided", "hồ sơ đã có quyết định", "the dossier was decided")]
}

/** Everything that is wrong with one event of a dossier; empty where it may be recorded. */
export const eventProblems = (event: DossierEventRecording, judged: JudgedDossier): ReadonlyArray<DossierJudgement> => {
  const { body, day } = event
  const before = [...dayProblems(event, judged), ...stateProblems(body, judged)]
  if (before.length > 0) return before
  switch (body._tag) {
    case "step":
      return stepProblems(body, judged)
    case "paper":
      return paperProblems(body, day, judged)
    case "consultation":
    case "surveyed":
    case "voted": {
      const step = resultProblems(body, judged)
      if ("sentence" in step) return [step]
      if (body._tag === "consultation") return consultationProblems(body, day, step, judged)
      if (body._tag === "voted") return voteProblems(body)
      return checkSurvey(body).map(({ field, sentence }) =>
        told(`body.${field}`, "surveyWrong", sentence.vi, sentence.en)
      )
    }
    case "returned":
      return returnedProblems(body, judged)
    case "decided":
      return decidedProblems(body, day, judged)
    case "revoked":
    case "expired":
      return endProblems(body.from, judged)
    case "closed":
      return none
  }
}
