import type { AnswerOf, api } from "@ntm/contract"
import { type Tier, tierWords } from "@ntm/domain/criteria"
import type { RehearsalFinding } from "@ntm/domain/dossiers"
import type { MayLead } from "../desk/may-do.ts"
import { head, wrapped } from "../assignments/task-lines.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines } from "../parts/detail.ts"
import { type Line, span } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { dossiersWords, rehearsalWords, tierNames } from "./dossiers-words.ts"

type RehearsalAnswer = AnswerOf<typeof api.dossiers.rehearsal>
export type CheckAnswer = AnswerOf<typeof api.dossiers.check> & MayLead

const own = {
  rehearsal: both("Diễn tập thẩm định", "Rehearsal of the appraisal"),
  passes: both("Hội đồng không có lý do trả lại hồ sơ này", "The council has no reason to send it back"),
  fails: both("Hội đồng sẽ trả lại hồ sơ này", "The council would send it back"),
  blocking: both("Khiến hồ sơ bị trả lại", "What it would be sent back for"),
  questions: both("Hội đồng sẽ hỏi", "What the council would ask"),
  margin: both("sát ngưỡng là trong vòng", "near means within"),
  day: both("ngày", "on"),
  asOf: both("Ngày", "Day"),
  check: both("Có mở được hồ sơ không", "Whether a dossier can be opened"),
  yes: both("Được mở hồ sơ", "A dossier can be opened"),
  no: both("Chưa được mở hồ sơ, vì:", "A dossier cannot be opened, because:"),
  procedure: both("Trình tự", "Procedure"),
  noProcedure: both(
    "Không có trình tự nào cho cấp này và mức này vào ngày ấy",
    "No procedure is known for this level and tier on that day"
  ),
  steps: both("Các bước sẽ đi qua", "Steps that it would take"),
  workingDays: both("ngày làm việc", "working days"),
  calendarDays: both("ngày", "days"),
  unknownDays: both("thời hạn chưa rõ", "time not known"),
  tier: both("Mức", "Tier")
} as const

/** Of a task the key, by which it is asked for; what else a finding is about the sentence says by name. */
const placeTold = ({ kind, place }: RehearsalFinding): ReadonlyArray<string> => (kind === "taskOpen" ? [place] : [])

const findingLines = (
  title: string,
  findings: ReadonlyArray<RehearsalFinding>,
  width: number,
  lang: Lang
): ReadonlyArray<Line> =>
  findings.length === 0
    ? []
    : [
        ...head(`${title} (${findings.length})`),
        ...findings.flatMap((finding) => {
          const blocks = finding.severity === "blocking"
          return [
            ...wrapped(`${blocks ? "✗" : "?"} ${say(finding.sentence, lang)}`, width, blocks ? "bad" : "warn"),
            ...wrapped([say(rehearsalWords[finding.kind], lang), ...placeTold(finding)].join(" · "), width, "dim", 4)
          ]
        })
      ]

/** What an appraisal council would find: what it would send the dossier back for, then what it would ask. */
export const rehearsalLines = ({ rehearsal }: RehearsalAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { day, dossier, findings, marginPercent, passes } = rehearsal
  const of = (severity: RehearsalFinding["severity"]) => findings.filter((one) => one.severity === severity)
  const title = `${say(own.rehearsal, lang)} · ${say(dossiersWords.dossier, lang).toLowerCase()} ${dossier}`
  const told = `${say(own.day, lang)} ${dayText(day)} · ${say(own.margin, lang)} ${marginPercent} %`
  return [
    ...wrap(title, width).map((text): Line => [span(text, "strong")]),
    ...wrap(told, width).map((text): Line => [span(text, "dim")]),
    [],
    ...wrap(say(passes ? own.passes : own.fails, lang), width).map((text): Line => [
      span(text, passes ? "good" : "bad")
    ]),
    ...findingLines(say(own.blocking, lang), of("blocking"), width, lang),
    ...findingLines(say(own.questions, lang), of("question"), width, lang)
  ]
}

const daysText = (days: { readonly days: number; readonly count: "working" | "calendar" } | null, lang: Lang): string =>
  days === null
    ? say(own.unknownDays, lang)
    : `${days.days} ${say(days.count === "working" ? own.workingDays : own.calendarDays, lang)}`

/** Whether a dossier could be opened for a unit, every reason why not, and the steps that it would take. */
export const checkLines = (
  { asOf, check, procedure }: CheckAnswer,
  unit: string,
  tier: Tier,
  width: number,
  lang: Lang
): ReadonlyArray<Line> => {
  const asked = procedure === null ? tierNames[tier] : tierWords(tier, procedure.level)
  return [
    ...detailLines(
      {
        title: `${say(own.check, lang)} · ${unit}`,
        fields: [
          { label: say(own.tier, lang), text: say(asked, lang) },
          { label: say(own.asOf, lang), text: dayText(asOf) },
          {
            label: say(own.procedure, lang),
            text:
              procedure === null ? say(own.noProcedure, lang) : `${say(procedure.name, lang)} (${procedure.document})`,
            tone: procedure === null ? "bad" : "plain"
          }
        ]
      },
      width
    ),
    [],
    [span(say(check.allowed ? own.yes : own.no, lang), check.allowed ? "good" : "bad")],
    ...check.reasons.flatMap((reason) => wrapped(`✗ ${say(reason, lang)}`, width, "bad")),
    ...check.remarks.flatMap((remark) => wrapped(`? ${say(remark, lang)}`, width, "dim")),
    ...(procedure === null
      ? []
      : [
          ...head(say(own.steps, lang)),
          ...procedure.steps.flatMap((step, index) => [
            ...wrapped(`${index + 1}. ${say(step.name, lang)} · ${daysText(step.days, lang)}`, width),
            ...wrapped(say(step.who, lang), width, "dim", 5)
          ])
        ])
  ]
}
