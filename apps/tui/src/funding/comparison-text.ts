import type { AnswerOf, api } from "@ntm/contract"
import { type FundingSourceKey, sourceOf, stageNames } from "@ntm/domain/funding"
import type { Unit } from "@ntm/domain/units"
import { formatMoney, formatNumber, type MoneyUnit } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { dayText, labelOf } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { amountText, depthOf, percentText } from "./amounts.ts"
import { flagMark, illustrativeMark, moneyWords, stageOrder, tierNames } from "./funding-words.ts"

const own = {
  rate: both("Giải ngân", "Paid"),
  behind: both("Chậm", "Behind"),
  points: both("điểm %", "points"),
  calendar: both("Thời gian giải ngân đã qua", "Time to pay that has passed"),
  lastDay: both("hạn giải ngân", "last day to pay"),
  ownBudget: both("Vốn tự cân đối trong ngân sách trực tiếp", "Own budget within the direct budget"),
  change: both("Tăng, giảm", "Change")
} as const

const place = (unit: Unit | null, lang: Lang): string => (unit === null ? say(moneyWords.country, lang) : labelOf(unit))

const sourceText = (source: FundingSourceKey, illustrative: boolean, lang: Lang): string =>
  `${"  ".repeat(depthOf(source))}${say(sourceOf(source).name, lang)}${illustrative ? illustrativeMark : ""}`

const flagged = (
  flags: AnswerOf<typeof api.funding.stages>["comparison"]["flags"],
  lang: Lang,
  room: number
): ReadonlyArray<string> =>
  flags.length === 0
    ? []
    : [
        "",
        `${say(moneyWords.flags, lang)}:`,
        ...flags.flatMap(({ sentence, severity }) =>
          wrap(`${flagMark[severity]} ${say(sentence, lang)}`, room - 2).map((line) => `  ${line}`)
        )
      ]

const legend = (lines: ReadonlyArray<{ readonly illustrative: boolean }>, lang: Lang): ReadonlyArray<string> =>
  lines.some(({ illustrative }) => illustrative) ? [`${illustrativeMark}: ${say(moneyWords.illustrative, lang)}`] : []

type Stages = AnswerOf<typeof api.funding.stages>

/** From the plan to the payment as text. */
export const stagesLines = (
  { asOf, comparison, ownBudget, tier, unit }: Stages,
  money: MoneyUnit,
  lang: Lang,
  room: number = ROOM
): ReadonlyArray<string> => {
  const { lines, flags } = comparison
  const head = [
    place(unit, lang),
    `${say(moneyWords.year, lang)} ${comparison.year}`,
    `${say(moneyWords.asOf, lang)} ${dayText(asOf)}`,
    say(tierNames[tier], lang),
    money
  ]
  const [first] = lines
  if (first === undefined) return [...wrap(head.join(" · "), room), "", say(moneyWords.none, lang)]
  const titles = [
    { title: say(moneyWords.source, lang) },
    ...stageOrder.map((stage) => ({ title: say(stageNames[stage], lang), align: "right" as const })),
    { title: "%", align: "right" as const },
    { title: say(own.behind, lang), align: "right" as const }
  ]
  return [
    ...wrap(head.join(" · "), room),
    ...wrap(
      `${say(own.calendar, lang)}: ${percentText(first.calendarPercent)} (${say(own.lastDay, lang)} ${dayText(comparison.lastDay)})`,
      room
    ),
    "",
    ...table(
      titles,
      lines.map((line) => [
        sourceText(line.source, line.illustrative, lang),
        ...stageOrder.map((stage) => amountText(line[stage], money)),
        line.disbursedPercent === null ? "–" : formatNumber(line.disbursedPercent),
        line.behindPoints === null ? "–" : formatNumber(line.behindPoints)
      ]),
      room
    ),
    "",
    ...wrap(
      `${say(own.ownBudget, lang)}${ownBudget.stage === null ? "" : ` (${say(stageNames[ownBudget.stage], lang).toLowerCase()})`}: ${formatMoney(ownBudget.own, { unit: money })} / ${formatMoney(ownBudget.budget, { unit: money })} (${percentText(ownBudget.percent)})`,
      room
    ),
    ...legend(lines, lang),
    ...flagged(flags, lang, room)
  ]
}

export const stagesCsv = ({ comparison }: Stages, lang: Lang): NonNullable<Told["csv"]> => ({
  heading: [
    say(moneyWords.source, lang),
    ...stageOrder.map((stage) => `${say(stageNames[stage], lang)} (đồng)`),
    `${say(own.rate, lang)} (%)`,
    `${say(own.behind, lang)} (${say(own.points, lang)})`
  ],
  rows: comparison.lines.map((line) => [
    line.source,
    ...stageOrder.map((stage) => line[stage]),
    line.disbursedPercent,
    line.behindPoints
  ])
})

type Years = AnswerOf<typeof api.funding.years>

const sideText = ({ stage, year }: Years["from"], lang: Lang): string => `${year} ${say(stageNames[stage], lang)}`

/** A year against another as text. */
export const yearsLines = ({ asOf, from, lines, to, unit }: Years, money: MoneyUnit, lang: Lang) => {
  const head = [place(unit, lang), `${say(moneyWords.asOf, lang)} ${dayText(asOf)}`, money]
  const tiers = `${say(moneyWords.tier, lang)}: ${say(tierNames[from.tier], lang)} → ${say(tierNames[to.tier], lang)}`
  return [
    ...wrap([...head, tiers].join(" · "), ROOM),
    "",
    ...(lines.length === 0
      ? [say(moneyWords.none, lang)]
      : table(
          [
            { title: say(moneyWords.source, lang) },
            { title: sideText(from, lang), align: "right" },
            { title: sideText(to, lang), align: "right" },
            { title: say(own.change, lang), align: "right" },
            { title: "%", align: "right" }
          ],
          lines.map(({ after, before, change, changePercent, illustrative, source }) => [
            sourceText(source, illustrative, lang),
            amountText(before, money),
            amountText(after, money),
            amountText(change, money),
            changePercent === null ? "–" : formatNumber(changePercent)
          ])
        )),
    ...legend(lines, lang)
  ]
}

export const yearsCsv = ({ from, lines, to }: Years, lang: Lang): NonNullable<Told["csv"]> => ({
  heading: [
    say(moneyWords.source, lang),
    `${sideText(from, lang)} (đồng)`,
    `${sideText(to, lang)} (đồng)`,
    `${say(own.change, lang)} (đồng)`,
    `${say(own.change, lang)} (%)`
  ],
  rows: lines.map(({ after, before, change, changePercent, source }) => [source, before, after, change, changePercent])
})
