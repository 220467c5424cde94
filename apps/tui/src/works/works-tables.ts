import type { AnswerOf, api, WorkLine, WorkUnit } from "@ntm/contract"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { plain } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { curveLines } from "./curve-drawing.ts"
import { batchLines, curveFacts, tallyLines } from "./tally-lines.ts"
import { millions } from "./work-lines.ts"
import { illustrativeMark, lateText, worksWords } from "./works-words.ts"

const own = {
  no: both("Số", "No."),
  day: both("Ngày", "Day")
} as const

/** What every answer about works says of itself. */
interface Head {
  readonly asOf: string
  readonly knownAt: string | null
}

/** "tính đến 31/12/2024", with what else the answer is of. */
export const headLines = (
  { asOf, knownAt }: Head,
  lang: Lang,
  ...more: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const known = knownAt === null ? [] : [`${say(worksWords.known, lang)} ${knownAt}`]
  return wrap([`${say(worksWords.asOf, lang)} ${dayText(asOf)}`, ...more, ...known].join(" · "), ROOM)
}

export const unitText = (unit: WorkUnit | null): string => (unit === null ? "" : `${unit.type} ${unit.name}`)

type List = AnswerOf<typeof api.works.list>

/** Works together, then one by one, the latest first. */
export const listLines = (answer: List, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  ...tallyLines(answer.tally, ROOM, lang).map((line) => plain(line).trimEnd()),
  ...(answer.items.length === 0
    ? answer.tally.works === 0
      ? []
      : ["", say(worksWords.none, lang)]
    : [
        "",
        ...table(
          [
            { title: say(own.no, lang), align: "right" },
            { title: say(worksWords.work, lang) },
            { title: say(worksWords.unit, lang) },
            { title: say(worksWords.done, lang), align: "right" },
            { title: say(worksWords.planned, lang), align: "right" },
            { title: say(worksWords.paid, lang), align: "right" },
            { title: say(worksWords.late, lang), align: "right" }
          ],
          answer.items.map((line) => [
            String(line.id),
            `${line.name}${line.illustrative ? illustrativeMark : ""}`,
            unitText(line.unit),
            formatNumber(line.donePercent),
            formatNumber(line.plannedPercent),
            formatNumber(line.paidPercent),
            line.daysBehind > 0 ? String(line.daysBehind) : "–"
          ])
        )
      ])
]

/** Columns of a work in a CSV table, and its cells. */
export const lineHeading = [
  "work",
  "code",
  "name",
  "sector",
  "batch",
  "unit",
  "unit name",
  "state",
  "value (đồng)",
  "built (%)",
  "planned (%)",
  "paid (%)",
  "debt (đồng)",
  "days behind",
  "planned finish",
  "expected finish",
  "problems",
  "illustrative"
] as const

export const lineCells = (line: WorkLine) => [
  line.id,
  line.code,
  line.name,
  line.sector,
  line.batch,
  line.unit?.code ?? null,
  line.unit === null ? null : unitText(line.unit),
  line.state,
  line.value,
  line.donePercent,
  line.plannedPercent,
  line.paidPercent,
  line.debt,
  line.daysBehind,
  line.plannedFinish,
  line.expectedFinish,
  line.problems,
  line.illustrative ? "yes" : "no"
]

export const listCsv = ({ items }: List): NonNullable<Told["csv"]> => ({
  heading: lineHeading,
  rows: items.map(lineCells)
})

type Batches = AnswerOf<typeof api.works.batches>

export const batchesLines = (answer: Batches, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  ...(answer.items.length === 0 ? ["", say(worksWords.none, lang)] : []),
  ...answer.items.flatMap((item) => ["", ...batchLines(item, ROOM, lang).map((line) => plain(line).trimEnd())])
]

export const batchesCsv = ({ items }: Batches): NonNullable<Told["csv"]> => ({
  heading: [
    "batch",
    "district",
    "district name",
    "works",
    "value (đồng)",
    "built (%)",
    "planned (%)",
    "paid (đồng)",
    "debt (đồng)",
    "overdue (đồng)",
    "late",
    "worst (days)"
  ],
  rows: items.flatMap(({ batch, districts, tally }) =>
    [{ unit: null, tally }, ...districts].map((row) => [
      batch.id,
      row.unit?.code ?? null,
      row.unit === null ? null : `${row.unit.type} ${row.unit.name}`,
      row.tally.works,
      row.tally.value,
      row.tally.donePercent,
      row.tally.plannedPercent,
      row.tally.paid,
      row.tally.debt.amount,
      row.tally.debt.overdue,
      row.tally.late,
      row.tally.daysBehindWorst
    ])
  )
})

type Curve = AnswerOf<typeof api.works.curve>

const percentCell = (value: number | null): string => (value === null ? "–" : formatNumber(value))

/** The picture, what it says on the day, and its numbers. */
export const curveText = (answer: Curve, lang: Lang): ReadonlyArray<string> => {
  const { curve } = answer
  return [
    ...headLines(
      answer,
      lang,
      `${formatNumber(curve.works)} ${say(worksWords.works, lang)}`,
      `${millions(curve.value)} triệu đồng`
    ),
    ...curveFacts(curve, ROOM, lang).map(plain),
    "",
    ...curveLines(curve, ROOM, 16, lang).map((line) => plain(line).trimEnd()),
    "",
    ...table(
      [
        { title: say(own.day, lang) },
        { title: `${say(worksWords.planned, lang)} %`, align: "right" },
        { title: `${say(worksWords.done, lang)} %`, align: "right" },
        { title: `${say(worksWords.paid, lang)} %`, align: "right" }
      ],
      curve.points.map(({ day, done, paid, planned }) => [
        dayText(day),
        formatNumber(planned),
        percentCell(done),
        percentCell(paid)
      ])
    )
  ]
}

export const curveCsv = ({ curve }: Curve): NonNullable<Told["csv"]> => ({
  heading: ["day", "planned (%)", "built (%)", "paid (%)"],
  rows: curve.points.map(({ day, done, paid, planned }) => [day, planned, done, paid])
})

type Slips = AnswerOf<typeof api.works.slips>

/** Works that hold criteria back: each with the sentence that says what. */
export const slipsLines = (answer: Slips, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  ...(answer.items.length === 0 ? ["", say(worksWords.nothing, lang)] : []),
  ...answer.items.flatMap(({ daysBehind, holds, line, sentence }) => [
    "",
    ...wrap(`${line.id} · ${line.name} · ${unitText(line.unit)} · ${lateText(daysBehind, lang)}`, ROOM),
    ...wrap(say(sentence, lang), ROOM - 2).map((text) => `  ${text}`),
    ...holds.flatMap(({ criterion, indicator }) =>
      wrap(
        `${criterion === null ? "" : `${criterion.no}. ${criterion.name} · `}${indicator.code} ${indicator.name}`,
        ROOM - 4
      ).map((text) => `    ${text}`)
    )
  ])
]

export const slipsCsv = ({ items }: Slips): NonNullable<Told["csv"]> => ({
  heading: [...lineHeading, "set", "criterion", "indicator", "verdict", "targets"],
  rows: items.flatMap(({ holds, line }) =>
    holds.map(({ criterion, indicator, set, targets, verdict }) => [
      ...lineCells(line),
      set,
      criterion?.no ?? null,
      indicator.code,
      verdict,
      targets.map(({ document, id }) => `${document} ${id}`).join("; ")
    ])
  )
})
