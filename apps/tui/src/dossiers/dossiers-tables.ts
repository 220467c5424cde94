import type { AnswerOf, api, DossierLine, KnownProcedure } from "@ntm/contract"
import type { DossierStanding, DossierStep } from "@ntm/domain/dossiers"
import { formatMoment, formatNumber, formatPercent } from "@ntm/domain/values"
import { sureMark } from "../criteria/sets-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { illustrativeMark } from "../works/works-words.ts"
import { unitName } from "./dossier-lines.ts"
import { dossiersWords, dossierStateWords, tierNames } from "./dossiers-words.ts"

const own = {
  wanting: both("thiếu", "wants"),
  end: both("dự kiến xong", "expected to end"),
  late: both("quá hạn", "late by"),
  workingDays: both("ngày làm việc", "working days"),
  calendarDays: both("ngày", "days"),
  unknownDays: both("thời hạn chưa rõ", "time not known"),
  after: both("sau", "after"),
  papers: both("giấy tờ", "papers"),
  noProcedures: both("Không có trình tự nào.", "No procedures."),
  shipped: both("kèm chương trình", "came with the program"),
  loadedBy: both("nạp bởi", "loaded by"),
  shippedChanged: both("bản kèm chương trình nay khác", "the program's own is another by now"),
  from: both("từ", "from"),
  to: both("đến", "to"),
  content: both("Nội dung", "Content"),
  asked: both("Hỏi", "Asked"),
  answered: both("Trả lời", "Answered"),
  satisfied: both("Hài lòng", "Satisfied"),
  all: both("Chung", "Over all"),
  enough: both("Đủ số người trả lời", "Enough answered"),
  notEnough: both("Chưa đủ số người trả lời", "Too few answered")
} as const

type List = AnswerOf<typeof api.dossiers.list>

const states: ReadonlyArray<DossierStanding["state"]> = [
  "open",
  "returned",
  "recognised",
  "refused",
  "revoked",
  "expired",
  "closed"
]

/** Dossiers, one a line, with how many stand how. */
export const listLines = (answer: List, lang: Lang): ReadonlyArray<string> => {
  const { items } = answer
  const counts = states.flatMap((state) => {
    const found = items.filter((line) => line.state === state).length
    return found === 0 ? [] : [`${formatNumber(found)} ${say(dossierStateWords[state], lang)}`]
  })
  const head = headLines(answer, lang, `${formatNumber(items.length)} ${say(dossiersWords.dossiers, lang)}`, ...counts)
  if (items.length === 0) return [...head, "", say(dossiersWords.none, lang)]
  const room = Math.max(...items.map(({ id }) => String(id).length))
  return [...head, "", ...items.flatMap((line) => lineOf(line, room, lang))]
}

/** Whether anybody still waits for what a dossier lacks. */
export const isUnderWay = ({ state }: DossierLine): boolean => state === "open" || state === "returned"

/** A dossier in two lines or more: whose and for what; how it stands, where, and what it wants. */
const lineOf = (line: DossierLine, room: number, lang: Lang): ReadonlyArray<string> => {
  const { at, expectedEnd, id, illustrative, lateDays, missing, state, tier, unit } = line
  const told = [
    say(dossierStateWords[state], lang),
    ...(at === null ? [] : [say(at, lang)]),
    ...(missing === 0 || !isUnderWay(line) ? [] : [`${say(own.wanting, lang)} ${missing} ${say(own.papers, lang)}`]),
    ...(lateDays === 0 ? [] : [`${say(own.late, lang)} ${lateDays} ${say(own.calendarDays, lang)}`]),
    ...(expectedEnd === null ? [] : [`${say(own.end, lang)} ${dayText(expectedEnd)}`])
  ]
  const indent = " ".repeat(room + 2)
  return [
    `${String(id).padStart(room)}  ${unitName(unit)}${illustrative ? ` ${illustrativeMark}` : ""} · ${say(tierNames[tier], lang)}`,
    ...wrap(told.join(" · "), ROOM - indent.length).map((text) => `${indent}${text}`)
  ]
}

export const listCsv = ({ items }: List): NonNullable<Told["csv"]> => ({
  heading: [
    "id",
    "unit",
    "name",
    "tier",
    "procedure",
    "state",
    "step",
    "openedOn",
    "expectedEnd",
    "lateDays",
    "missing",
    "overridden",
    "illustrative"
  ],
  rows: items.map((line) => [
    line.id,
    line.unit?.code ?? null,
    unitName(line.unit),
    line.tier,
    line.procedure,
    line.state,
    line.at?.key ?? null,
    line.openedOn,
    line.expectedEnd,
    line.lateDays,
    line.missing,
    line.overridden,
    line.illustrative
  ])
})

type Procedures = AnswerOf<typeof api.dossiers.procedures>

const daysText = ({ days }: DossierStep, lang: Lang): string => {
  if (days === null) return say(own.unknownDays, lang)
  return `${days.days} ${say(days.count === "working" ? own.workingDays : own.calendarDays, lang)}`
}

const stepLines = (step: DossierStep, lang: Lang): ReadonlyArray<string> => {
  const { after, confidence, key, name, papers, who } = step
  const told = [
    say(who, lang),
    daysText(step, lang),
    ...(after.length === 0 ? [] : [`${say(own.after, lang)} ${after.join(", ")}`]),
    ...(papers.length === 0 ? [] : [`${say(own.papers, lang)}: ${papers.join(", ")}`])
  ]
  return [
    ...wrap(`${key}: ${say(name, lang)} ${sureMark[confidence]}`.trimEnd(), ROOM - 2).map((line) => `  ${line}`),
    ...wrap(told.join(" · "), ROOM - 6).map((line) => `      ${line}`)
  ]
}

const originText = ({ file, knownFrom, recordedBy, shippedChanged }: KnownProcedure["known"], lang: Lang): string => {
  if (recordedBy === null) return say(own.shipped, lang)
  const { agency, name } = recordedBy
  return [
    `${say(own.loadedBy, lang)} ${name}${agency === null ? "" : ` (${agency})`}`,
    formatMoment(knownFrom),
    ...(file === null ? [] : [file]),
    ...(shippedChanged ? [say(own.shippedChanged, lang)] : [])
  ].join(" · ")
}

const procedureLines = (procedure: KnownProcedure, lang: Lang): ReadonlyArray<string> => {
  const { document, from, id, name, papers, steps, to } = procedure
  const span = `${say(own.from, lang)} ${dayText(from)}${to === null ? "" : ` ${say(own.to, lang)} ${dayText(to)}`}`
  return [
    "",
    ...wrap(`${say(name, lang)} (${id}) · ${document} · ${span}`, ROOM),
    ...wrap(originText(procedure.known, lang), ROOM - 2).map((line) => `  ${line}`),
    ...steps.flatMap((step) => stepLines(step, lang)),
    ...papers.flatMap((paper) => wrap(`${paper.key}: ${say(paper.name, lang)}`, ROOM - 4).map((line) => `    ${line}`))
  ]
}

/** Procedures with their steps, who does them and in how many days, and their papers by key. */
export const proceduresLines = ({ asOf, items, knownAt }: Procedures, lang: Lang): ReadonlyArray<string> => [
  ...headLines({ asOf, knownAt }, lang),
  ...(items.length === 0 ? ["", say(own.noProcedures, lang)] : []),
  ...items.flatMap((procedure) => procedureLines(procedure, lang))
]

type SurveyAnswer = AnswerOf<typeof api.dossiers.survey>

/** A survey as read, by content and over all. */
export const surveyLines = ({ standing }: SurveyAnswer, lang: Lang): ReadonlyArray<string> => {
  const { enough, results, satisfiedPercent, sentence } = standing
  const share = (percent: number | null) => (percent === null ? "–" : formatPercent(percent))
  const sum = (of: "asked" | "answered" | "satisfied") => results.reduce((all, one) => all + one[of], 0)
  return [
    ...table(
      [
        { title: say(own.content, lang) },
        { title: say(own.asked, lang), align: "right" },
        { title: say(own.answered, lang), align: "right" },
        { title: say(own.satisfied, lang), align: "right" },
        { title: "%", align: "right" }
      ],
      [
        ...results.map((one) => [
          one.content,
          formatNumber(one.asked),
          formatNumber(one.answered),
          formatNumber(one.satisfied),
          share(one.satisfiedPercent)
        ]),
        [
          say(own.all, lang),
          formatNumber(sum("asked")),
          formatNumber(sum("answered")),
          formatNumber(sum("satisfied")),
          share(satisfiedPercent)
        ]
      ]
    ),
    "",
    `${enough ? "✓" : "✗"} ${say(enough ? own.enough : own.notEnough, lang)}`,
    ...wrap(say(sentence, lang), ROOM)
  ]
}
