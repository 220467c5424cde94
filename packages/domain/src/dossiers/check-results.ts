import { type Day, formatDay } from "../values/index.ts"
import { stepOf } from "./check-steps.ts"
import { type Body, type DossierJudgement, type JudgedDossier, told } from "./judged-dossier.ts"
import type { DossierStep } from "./procedure.ts"
import { consultationEnd, resultOf } from "./step-rules.ts"

/** Of a result: that its step asks for one of its kind, now. */
export const resultProblems = (
  { _tag, step: key }: Body<"consultation"> | Body<"surveyed"> | Body<"voted">,
  judged: JudgedDossier
): DossierStep | DossierJudgement => {
  const step = stepOf(key, "body.step", judged)
  if ("sentence" in step || resultOf(step.rule) === _tag) return step
  return told(
    "body.step",
    "stepNotOfRule",
    `bước “${step.name.vi}” không cần kết quả loại này`,
    `the step “${step.name.en}” asks for no such result`
  )
}

export const consultationProblems = (
  body: Body<"consultation">,
  day: Day,
  step: DossierStep,
  { calendar, history, openedOn }: JudgedDossier
): ReadonlyArray<DossierJudgement> => {
  const { against, from, opinions, to } = body
  const found: Array<DossierJudgement> = []
  const since = [openedOn, ...step.after.flatMap((key) => history.done.get(key) ?? [])].reduce((a, b) =>
    a > b ? a : b
  )
  if (from < since)
    found.push(
      told(
        "body.from",
        "dayBeforeOpening",
        `công khai từ ${formatDay(from)}, trước khi bước trước xong (${formatDay(since)})`,
        `public from ${from}, before the step before it was done (${since})`
      )
    )
  if (to > day)
    found.push(
      told(
        "body.to",
        "futureDay",
        `công khai đến ${formatDay(to)}, sau ngày ghi (${formatDay(day)})`,
        `public until ${to}, after the day of the event (${day})`
      )
    )
  if (against > opinions)
    found.push(
      told(
        "body.against",
        "votesOver",
        `${against} ý kiến không tán thành, nhiều hơn ${opinions} ý kiến`,
        `${against} against, more than the ${opinions} opinions`
      )
    )
  if (step.rule?._tag === "consultation") {
    const end = consultationEnd(calendar, from, step.rule)
    if (to < end)
      found.push(
        told(
          "body.to",
          "consultationTooShort",
          `phải công khai ${step.rule.days} ngày: từ ${formatDay(from)} đến hết ${formatDay(end)}, mới đến ${formatDay(to)}`,
          `it has to be public for ${step.rule.days} days: from ${from} to ${end}, not ${to}`
        )
      )
  }
  return found
}

export const voteProblems = ({ inFavour, members, present }: Body<"voted">): ReadonlyArray<DossierJudgement> => [
  ...(present > members
    ? [
        told(
          "body.present",
          "votesOver",
          `dự họp ${present}, nhiều hơn ${members} thành viên`,
          `${present} present, more than the ${members} members`
        )
      ]
    : []),
  ...(inFavour > present
    ? [
        told(
          "body.inFavour",
          "votesOver",
          `tán thành ${inFavour}, nhiều hơn ${present} người dự họp`,
          `${inFavour} in favour, more than the ${present} present`
        )
      ]
    : [])
]
