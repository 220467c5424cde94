import { taskStateWords } from "@ntm/domain/assignments"
import type { DossierStepStanding, PaperStanding } from "@ntm/domain/dossiers"
import { wrapped } from "../assignments/task-lines.ts"
import { dueText } from "../assignments/tasks-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import type { Line, Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"
import { dossiersWords, paperStateWords, stepStateWords } from "./dossiers-words.ts"

const own = {
  due: both("hạn", "due"),
  late: both("quá", "late by"),
  days: both("ngày", "days"),
  optional: both("không bắt buộc", "not required")
} as const

const paperTone = {
  there: "good",
  tooOld: "warn",
  missing: "bad",
  contradicted: "bad"
} as const satisfies Record<PaperStanding["state"], Tone>

/** A sentence about a paper that stands below its name. */
const withoutName = (sentence: string, name: string): string =>
  sentence.startsWith(`${name}: `) ? sentence.slice(name.length + 2) : sentence

/** A paper with how it is and what the facts say of it. */
export const paperLines = (
  { issuedOn, paper, sentence, state }: PaperStanding,
  width: number,
  lang: Lang
): ReadonlyArray<Line> => [
  ...wrapped(
    [
      `${state === "there" ? "✓" : "✗"} ${say(paper.name, lang)}`,
      say(paperStateWords[state], lang),
      ...(paper.required ? [] : [say(own.optional, lang)]),
      ...(issuedOn === null ? [] : [dayText(issuedOn)])
    ].join(" · "),
    width,
    paper.required || state === "contradicted" ? paperTone[state] : "plain"
  ),
  ...wrapped(withoutName(say(sentence, lang), say(paper.name, lang)), width, "dim", 4)
]

const stepTone = ({ lateDays, state }: DossierStepStanding): Tone =>
  lateDays > 0 ? "bad" : ({ waiting: "dim", ready: "accent", begun: "accent", done: "good" } as const)[state]

const stepMark = { waiting: "·", ready: "›", begun: "›", done: "✓" } as const

/** A step with who does it, until when, what its rule comes to, and the tasks that carry it out. */
export const stepLines = (one: DossierStepStanding, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { begunOn, doneOn, due, expectedEnd, lateDays, rule, state, step, tasks } = one
  const days = `${say(own.days, lang)}`
  const when =
    doneOn !== null
      ? dayText(doneOn)
      : due !== null
        ? `${say(own.due, lang)} ${dayText(due)}`
        : expectedEnd !== null
          ? `${say(dossiersWords.end, lang).toLowerCase()} ${dayText(expectedEnd)}`
          : begunOn === null
            ? ""
            : dayText(begunOn)
  const late = lateDays > 0 ? `${say(own.late, lang)} ${lateDays} ${days}` : ""
  return [
    ...wrapped(
      [`${stepMark[state]} ${say(step.name, lang)}`, say(stepStateWords[state], lang), when, late]
        .filter((text) => text !== "")
        .join(" · "),
      width,
      stepTone(one)
    ),
    ...wrapped(say(step.who, lang), width, "dim", 4),
    ...(rule === null
      ? []
      : wrapped(
          `${rule.holds === null ? "?" : rule.holds ? "✓" : "✗"} ${say(rule.sentence, lang)}`,
          width,
          rule.holds === true ? "good" : "warn",
          4
        )),
    ...tasks.flatMap(({ due: taskDue, lateDays: taskLate, no, state: taskState, title, who: holder }) =>
      wrapped(
        [
          `→ ${no}. ${title}`,
          holder,
          say(taskStateWords[taskState], lang),
          taskDue === null ? "" : dueText(taskDue),
          ...(taskLate > 0 ? [`${say(own.late, lang)} ${taskLate} ${days}`] : [])
        ]
          .filter((text) => text !== "")
          .join(" · "),
        width,
        taskLate > 0 ? "bad" : "plain",
        4
      )
    )
  ]
}
