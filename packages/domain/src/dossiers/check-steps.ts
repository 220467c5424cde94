import { type Body, type DossierJudgement, type JudgedDossier, none, told } from "./judged-dossier.ts"
import { type Day, formatDay } from "../values/index.ts"
import { isWanting } from "./paper-standing.ts"
import type { DossierStep } from "./procedure.ts"
import { resultOf, ruleStanding } from "./step-rules.ts"

/** The step that an event names; or what is wrong with the name, or with doing it now. */
export const stepOf = (
  key: string,
  field: string,
  { history, procedure }: JudgedDossier
): DossierStep | DossierJudgement => {
  const step = procedure.steps.find((one) => one.key === key)
  if (step === undefined)
    return told(field, "unknownStep", `trình tự không có bước “${key}”`, `the procedure has no step “${key}”`)
  if (history.done.has(key))
    return told(field, "stepDoneTwice", `bước “${step.name.vi}” đã xong`, `the step “${step.name.en}” is done`)
  const names = procedure.steps.filter((one) => step.after.includes(one.key) && !history.done.has(one.key))
  return names.length === 0
    ? step
    : told(
        field,
        "stepBeforePredecessor",
        `bước “${step.name.vi}” phải chờ: ${names.map(({ name }) => name.vi).join("; ")}`,
        `the step “${step.name.en}” waits for: ${names.map(({ name }) => name.en).join("; ")}`
      )
}

/** What of a step is wanting before it is done: papers, and a result by which its rule holds. */
const unfinished = (step: DossierStep, judged: JudgedDossier, field: string): ReadonlyArray<DossierJudgement> => {
  const wanting = judged.papers().filter((one) => step.papers.includes(one.paper.key) && isWanting(one))
  const papers =
    wanting.length === 0
      ? none
      : [
          told(
            field,
            "papersMissing",
            `bước “${step.name.vi}” còn thiếu: ${wanting.map(({ sentence }) => sentence.vi).join("; ")}`,
            `the step “${step.name.en}” lacks: ${wanting.map(({ sentence }) => sentence.en).join("; ")}`
          )
        ]
  if (resultOf(step.rule) === null) return papers
  const result = judged.history.results.get(step.key)
  const standing = ruleStanding(step.rule, result?.body, judged.calendar)
  if (standing !== null && standing.holds !== false) return papers
  const why = standing?.sentence ?? { vi: "chưa có kết quả", en: "there is no result" }
  return [
    ...papers,
    told(
      field,
      "ruleNotMet",
      `bước “${step.name.vi}” chưa đạt yêu cầu: ${why.vi}`,
      `the step “${step.name.en}” does not do what it asks for: ${why.en}`
    )
  ]
}

export const stepProblems = (
  { event, step: key }: Body<"step">,
  judged: JudgedDossier
): ReadonlyArray<DossierJudgement> => {
  const step = stepOf(key, "body.step", judged)
  if ("sentence" in step) return [step]
  if (step.rule?._tag === "decision")
    return [
      told(
        "body.step",
        "stepNotOfRule",
        `bước “${step.name.vi}” xong bằng diễn biến “quyết định” với số và ngày văn bản`,
        `the step “${step.name.en}” is done by a decision, with its document and day`
      )
    ]
  if (event === "begun")
    return judged.history.begun.has(key)
      ? [
          told(
            "body.step",
            "stepDoneTwice",
            `bước “${step.name.vi}” đã bắt đầu`,
            `the step “${step.name.en}” has begun`
          )
        ]
      : none
  return unfinished(step, judged, "body.step")
}

export const decidedProblems = (
  { decidedOn, recognised }: Body<"decided">,
  day: Day,
  judged: JudgedDossier
): ReadonlyArray<DossierJudgement> => {
  const { history, procedure } = judged
  const decision = procedure.steps.find(({ rule }) => rule?._tag === "decision")
  const step = decision === undefined ? undefined : stepOf(decision.key, "body", judged)
  if (step === undefined) return none
  if ("sentence" in step) return [step]
  const since = step.after
    .flatMap((key) => history.done.get(key) ?? [])
    .reduce((a, b) => (a > b ? a : b), judged.openedOn)
  const days = [
    ...(decidedOn > day
      ? [
          told(
            "body.decidedOn",
            "futureDay",
            `quyết định ngày ${formatDay(decidedOn)}, sau ngày ghi (${formatDay(day)})`,
            `decided on ${decidedOn}, after the day of the event (${day})`
          )
        ]
      : []),
    ...(decidedOn < since
      ? [
          told(
            "body.decidedOn",
            "stepBeforePredecessor",
            `quyết định ngày ${formatDay(decidedOn)}, trước khi bước trước xong (${formatDay(since)})`,
            `decided on ${decidedOn}, before the step before it was done (${since})`
          )
        ]
      : [])
  ]
  // Whoever recognises has the whole dossier before him; whoever does not may do so for what it lacks.
  const wanting = recognised ? judged.papers().filter(isWanting) : []
  return [
    ...days,
    ...(wanting.length === 0
      ? []
      : [
          told(
            "body",
            "papersMissing",
            `hồ sơ còn thiếu: ${wanting.map(({ sentence }) => sentence.vi).join("; ")}`,
            `the dossier lacks: ${wanting.map(({ sentence }) => sentence.en).join("; ")}`
          )
        ])
  ]
}
