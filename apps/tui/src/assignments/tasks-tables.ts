import type { AnswerOf, api, TaskLine, TaskTally } from "@ntm/contract"
import { Timeliness, timelinessWords } from "@ntm/domain/assignments"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { ROOM, table } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { dueText, namesText, standingText, tasksWords } from "./tasks-words.ts"

const own = {
  overdue: both("Quá hạn", "Overdue"),
  within: both("Đến hạn trong", "Due within"),
  days: both("ngày", "days"),
  nothing: both("Không có.", "None."),
  holder: both("Cơ quan, đơn vị", "Agency or unit"),
  worst: both("Lâu nhất", "Longest"),
  soon: both("Sắp hạn", "Soon"),
  open: both("Còn hạn", "Open"),
  done: both("Xong", "Done"),
  next: both("Hạn tới", "Next due"),
  nobody: both("Không ai có nhiệm vụ.", "Nobody owes anything.")
} as const

/** What of a key tells tasks of one document apart: "1.2.a@312". */
export const shortKey = (key: string): string => key.slice(key.indexOf("/") + 1)

const INDENT = "  "

/** Lines by document, the documents in the order in which they come first. */
const byDocument = (items: ReadonlyArray<TaskLine>): ReadonlyArray<ReadonlyArray<TaskLine>> => [
  ...Map.groupBy(items, ({ document }) => document).values()
]

/** Tasks with their titles whole; instances that follow each other stand below one title. */
const taskTable = (items: ReadonlyArray<TaskLine>, lang: Lang): ReadonlyArray<string> => {
  const [titles, rule, ...rows] = table(
    [
      { title: say(tasksWords.no, lang), whole: true },
      { title: say(tasksWords.who, lang) },
      { title: say(tasksWords.due, lang), whole: true },
      { title: say(tasksWords.state, lang), whole: true }
    ],
    items.map((line) => [
      shortKey(line.key),
      namesText(line.holders, lang),
      dueText(line.due),
      standingText(line, lang)
    ]),
    ROOM - INDENT.length
  )
  const indented = (line = ""): string => INDENT + line
  return [
    indented(titles),
    indented(rule),
    ...items.flatMap(({ title }, at) => [
      ...(title === items[at - 1]?.title ? [] : wrap(title, ROOM)),
      indented(rows[at])
    ])
  ]
}

/** Tasks below the names of their documents, each with what `ntm tasks show` takes: the document, a stroke and the number. */
export const tasksByDocument = (items: ReadonlyArray<TaskLine>, lang: Lang): ReadonlyArray<string> =>
  byDocument(items).flatMap((lines) => {
    const [first] = lines
    return first === undefined
      ? []
      : ["", ...wrap(`${first.documentLabel} (${first.document})`, ROOM), ...taskTable(lines, lang)]
  })

/** "12 quá hạn · 3 sắp đến hạn": what there is none of is left out. */
const tallyText = (tally: TaskTally, lang: Lang): ReadonlyArray<string> =>
  Timeliness.literals.flatMap((kind) =>
    tally[kind] === 0 ? [] : [`${formatNumber(tally[kind])} ${say(timelinessWords[kind], lang)}`]
  )

type List = AnswerOf<typeof api.assignments.tasks>

/** How many stand how, then one by one. */
export const listLines = (answer: List, lang: Lang): ReadonlyArray<string> => {
  const total = Timeliness.literals.reduce((sum, kind) => sum + answer.tally[kind], 0)
  return [
    ...headLines(answer, lang, `${formatNumber(total)} ${say(tasksWords.tasks, lang)}`),
    ...(total === 0 ? [] : wrap(tallyText(answer.tally, lang).join(" · "), ROOM)),
    ...(answer.items.length === 0 ? ["", say(tasksWords.none, lang)] : tasksByDocument(answer.items, lang))
  ]
}

const lineHeading = [
  "key",
  "document",
  "no",
  "kind",
  "parent",
  "title",
  "period",
  "state",
  "by",
  "timeliness",
  "start",
  "due",
  "extended",
  "days",
  "days late",
  "holders",
  "waits for",
  "parts done",
  "parts"
] as const

const lineCells = (line: TaskLine) => [
  line.key,
  line.document,
  line.no,
  line.kind,
  line.parent,
  line.title,
  line.period,
  line.state,
  line.by,
  line.timeliness,
  line.start,
  line.due,
  line.extended ? "yes" : "no",
  line.days,
  line.lateDays,
  line.holders.map(({ name }) => name).join("; "),
  line.waitsFor,
  line.childrenDone,
  line.childrenCount
]

export const listCsv = ({ items }: Pick<List, "items">): NonNullable<Told["csv"]> => ({
  heading: lineHeading,
  rows: items.map(lineCells)
})

type Due = AnswerOf<typeof api.assignments.due>

/** What is overdue, then what comes. */
export const dueLines = (answer: Due, lang: Lang): ReadonlyArray<string> => {
  const part = (title: string, items: ReadonlyArray<TaskLine>) => [
    "",
    `${title} (${formatNumber(items.length)})`,
    ...(items.length === 0 ? [say(own.nothing, lang)] : tasksByDocument(items, lang))
  ]
  return [
    ...headLines(answer, lang),
    ...part(say(own.overdue, lang), answer.overdue),
    ...part(`${say(own.within, lang)} ${answer.within} ${say(own.days, lang)}`, answer.due)
  ]
}

export const dueCsv = ({ due, overdue }: Due): NonNullable<Told["csv"]> => listCsv({ items: [...overdue, ...due] })

type Load = AnswerOf<typeof api.assignments.load>

/** Who owes what, the most days late first. */
export const loadLines = (answer: Load, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  "",
  ...(answer.items.length === 0
    ? [say(own.nobody, lang)]
    : table(
        [
          { title: say(own.holder, lang) },
          { title: say(own.overdue, lang), align: "right" },
          { title: say(own.worst, lang), align: "right" },
          { title: say(own.soon, lang), align: "right" },
          { title: say(own.open, lang), align: "right" },
          { title: say(own.done, lang), align: "right" },
          { title: say(own.next, lang), whole: true }
        ],
        answer.items.map((load) => [
          say(load.label, lang),
          formatNumber(load.overdue),
          load.worstDays > 0 ? `${formatNumber(load.worstDays)} ${say(own.days, lang)}` : "–",
          formatNumber(load.dueSoon),
          formatNumber(load.open),
          formatNumber(load.done + load.doneLate),
          dueText(load.nextDue)
        ])
      ))
]

export const loadCsv = ({ items }: Load): NonNullable<Told["csv"]> => ({
  heading: [
    "holder",
    "name",
    "overdue",
    "worst (days)",
    "late (days)",
    "due soon",
    "open",
    "awaiting",
    "done",
    "done late",
    "coordinating",
    "next due"
  ],
  rows: items.map((load) => [
    load.id,
    load.label.vi,
    load.overdue,
    load.worstDays,
    load.lateDays,
    load.dueSoon,
    load.open,
    load.awaiting,
    load.done,
    load.doneLate,
    load.coordinating,
    load.nextDue
  ])
})
