import type { AnswerOf, api } from "@ntm/contract"
import { type WorkStanding, sectorNames } from "@ntm/domain/works"
import { type Dong, formatMoney, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { bar } from "../parts/grid.ts"
import { type Line, span, type Tone } from "../parts/line.ts"
import { fit, wrap } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { builtBar } from "./bars.ts"
import { curveLines } from "./curve-drawing.ts"
import { illustrativeMark, lateText, lateTone, stateNames, stepName, worksWords } from "./works-words.ts"
import { stepLines } from "./step-lines.ts"
import { reportText } from "./report-text.ts"

/** A work with everything that was said of it. */
export type WorkAnswer = AnswerOf<typeof api.works.one>

const own = {
  investor: both("chủ đầu tư", "investor"),
  path: both("Đường găng", "Critical path"),
  steps: both("Các bước (● trên đường găng)", "Steps (● on the critical path)"),
  curve: both("Đường tiến độ (%)", "S-curve (%)"),
  money: both("Vốn (triệu đồng)", "Money (triệu đồng)"),
  capital: both("kế hoạch vốn", "planned"),
  allocated: both("đã giao", "allocated"),
  paid: both("đã trả", "paid"),
  accepted: both("đã nghiệm thu", "accepted"),
  debt: both("Nợ đọng", "Construction debt"),
  overdue: both("quá hạn", "overdue"),
  noDebt: both("không nợ", "no debt"),
  acceptedOn: both("nghiệm thu", "accepted on"),
  builtAhead: both("làm trước, chưa trả", "built ahead of paid"),
  paidAhead: both("trả trước khối lượng", "paid ahead of built"),
  forecast: both("theo nhịp hiện nay xong", "at the pace so far done by"),
  changes: both("Điều chỉnh hợp đồng", "Changes of contract"),
  reason: both("lý do", "why"),
  problems: both("Vướng mắc chưa tháo gỡ", "Open problems"),
  land: both("Đất", "Land"),
  households: both("hộ", "households"),
  toClear: both("hộ chưa giải phóng", "not cleared"),
  parcels: both("thửa đã chỉnh lý", "parcels updated"),
  holds: both("Đang giữ lại", "What it holds back"),
  nothing: both("không tiêu chí nào", "no criterion"),
  target: both("chỉ tiêu", "target"),
  by: both("hạn", "by"),
  reports: both("Báo cáo gần nhất", "Latest reports"),
  handedOver: both("bàn giao cho", "handed over to"),
  operator: both("vận hành", "operated by"),
  noOperator: both("chưa có đơn vị vận hành", "nobody operates it")
} as const

/** "2.775": triệu đồng, rounded; the exact amounts are in the JSON. */
export const millions = (amount: Dong): string =>
  formatMoney(amount, { unit: "triệu đồng", decimals: 0, withUnit: false })

export const percent = (value: number): string => `${formatNumber(value)} %`

const head = (text: string): ReadonlyArray<Line> => [[], [span(text, "accent")]]

const wrapped = (text: string, width: number, tone: Tone = "plain", indent = 2): ReadonlyArray<Line> =>
  wrap(text, Math.max(1, width - indent)).map((line): Line => [span(`${" ".repeat(indent)}${line}`, tone)])

const BAR = 20

/** Built against planned, and paid: the two are separate observations. */
export const progressLines = (
  { donePercent, paidPercent, plannedPercent }: Pick<WorkStanding, "donePercent" | "paidPercent" | "plannedPercent">,
  lang: Lang
): ReadonlyArray<Line> => {
  const tone: Tone = donePercent < plannedPercent ? "warn" : "good"
  return [
    [
      span(`  ${fit(say(worksWords.done, lang), 9)}`, "dim"),
      span(builtBar(donePercent, plannedPercent, BAR), tone),
      span(` ${percent(donePercent)}`),
      span(` (${say(worksWords.planned, lang).toLowerCase()} ${percent(plannedPercent)})`, "dim")
    ],
    [
      span(`  ${fit(say(worksWords.paid, lang), 9)}`, "dim"),
      span(bar(paidPercent / 100, BAR), paidPercent > donePercent ? "warn" : "plain"),
      span(` ${percent(paidPercent)}`)
    ]
  ]
}

const moneyLines = (standing: WorkStanding, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { accepted, allocated, builtAhead, debt, paid, paidAhead, planned, value } = standing
  const parts = [
    `${say(worksWords.value, lang).toLowerCase()} ${millions(value)}`,
    `${say(own.capital, lang)} ${millions(planned)}`,
    `${say(own.allocated, lang)} ${millions(allocated)}`,
    `${say(own.accepted, lang)} ${millions(accepted)}`,
    `${say(own.paid, lang)} ${millions(paid)}`
  ]
  const warnings = [
    ...(builtAhead > 0 ? [`△ ${say(own.builtAhead, lang)} ${millions(builtAhead)}`] : []),
    ...(paidAhead > 0 ? [`△ ${say(own.paidAhead, lang)} ${millions(paidAhead)}`] : [])
  ]
  const owed =
    debt.amount === 0
      ? `${say(own.debt, lang)}: ${say(own.noDebt, lang)}`
      : `${say(own.debt, lang)}: ${millions(debt.amount)}, ${say(own.overdue, lang)} ${millions(debt.overdue)}`
  return [
    ...head(say(own.money, lang)),
    ...wrapped(parts.join(" · "), width),
    ...wrapped(owed, width, debt.overdue > 0 ? "bad" : debt.amount > 0 ? "warn" : "good"),
    ...debt.parts.flatMap(({ acceptedOn, ageDays, amount }) =>
      wrapped(
        `${millions(amount)} · ${say(own.acceptedOn, lang)} ${dayText(acceptedOn)} · ${ageDays} ${say(worksWords.days, lang)}`,
        width,
        "plain",
        4
      )
    ),
    ...warnings.flatMap((text) => wrapped(text, width, "warn"))
  ]
}

const landLines = ({ land }: WorkStanding, width: number, lang: Lang): ReadonlyArray<Line> => {
  if (land.households === 0) return []
  const parts = [
    `${formatNumber(land.households)} ${say(own.households, lang)}`,
    `${formatNumber(land.residential + land.agricultural)} m²`,
    `${formatNumber(land.toClear)} ${say(own.toClear, lang)}`,
    `${formatNumber(land.parcelsUpdated)}/${formatNumber(land.parcels)} ${say(own.parcels, lang)}`
  ]
  return [...head(say(own.land, lang)), ...wrapped(parts.join(" · "), width, land.toClear > 0 ? "warn" : "plain")]
}

const slipLines = ({ slip }: WorkAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  if (slip === null) return []
  return [
    ...head(say(own.holds, lang)),
    ...wrapped(say(slip.sentence, lang), width, "warn"),
    ...slip.holds.flatMap(({ criterion, indicator, recognition, targets }) => [
      ...wrapped(
        `${criterion === null ? "" : `${criterion.no}. ${criterion.name} · `}${indicator.code} ${indicator.name}`,
        width,
        "plain",
        4
      ),
      ...targets.flatMap(({ by, document, text }) =>
        wrapped(
          `${say(own.target, lang)} ${document}: ${text} (${say(own.by, lang)} ${dayText(by)})`,
          width,
          "plain",
          6
        )
      ),
      ...(recognition === null ? [] : wrapped(say(recognition, lang), width, "plain", 6))
    ])
  ]
}

const changeLines = ({ changes }: WorkStanding, width: number, lang: Lang): ReadonlyArray<Line> =>
  changes.length === 0
    ? []
    : [
        ...head(say(own.changes, lang)),
        ...changes.flatMap(({ after, before, day, reason, what }) =>
          wrapped(
            `${dayText(day)} · ${say(what, lang)}: ${before} → ${after} · ${say(own.reason, lang)}: ${reason}`,
            width
          )
        )
      ]

/** How many of the latest reports a page lists. */
const LISTED = 12

/** A work as a page: where it stands, its steps, its curve, its money and debt, what changed, what it holds back. */
export const workLines = (answer: WorkAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { curve, reports, standing } = answer
  const { forecast, work } = standing
  const place = standing.unit === null ? [] : [`${standing.unit.type} ${standing.unit.name}`]
  const made = work.illustrative ? ` ${illustrativeMark} ${say(worksWords.illustrative, lang)}` : ""
  const owner = [
    ...(standing.handedOverTo === null ? [] : [`${say(own.handedOver, lang)} ${standing.handedOverTo}`]),
    ...(standing.operator === null
      ? standing.state === "accepted" || standing.state === "handedOver"
        ? [say(own.noOperator, lang)]
        : []
      : [`${say(own.operator, lang)}: ${standing.operator}`])
  ]
  const finish = [
    `${say(worksWords.planned, lang)} ${dayText(standing.plannedFinish)} → ${dayText(standing.expectedFinish)}`,
    standing.daysBehind > 0
      ? `${say(worksWords.late, lang).toLowerCase()} ${lateText(standing.daysBehind, lang)}`
      : lateText(0, lang),
    ...(forecast === null ? [] : [`${say(own.forecast, lang)} ${dayText(forecast.finish)}`])
  ]
  const path = standing.criticalPath.map((step) => stepName(step, lang)).join(" → ")
  return [
    ...wrap(`${work.name}${made}`, width).map((line): Line => [span(line, "strong")]),
    ...wrapped(
      [
        work.code,
        ...place,
        say(sectorNames[work.sector], lang),
        `${say(own.investor, lang)} ${work.investor}`,
        ...(standing.scope === null ? [] : [standing.scope])
      ].join(" · "),
      width,
      "dim",
      0
    ),
    ...wrapped([say(stateNames[standing.state], lang), ...owner].join(" · "), width, "plain", 0),
    ...wrapped(finish.join(" · "), width, lateTone(standing.daysBehind), 0),
    ...progressLines(standing, lang),
    ...head(say(own.path, lang)),
    ...wrapped(`${path} (${standing.criticalDays} ${say(worksWords.days, lang)})`, width),
    ...head(say(own.steps, lang)),
    ...stepLines(standing.steps, width, lang),
    ...head(say(own.curve, lang)),
    ...curveLines(curve, Math.min(width, 100), 12, lang),
    ...moneyLines(standing, width, lang),
    ...slipLines(answer, width, lang),
    ...changeLines(standing, width, lang),
    ...(standing.problems.length === 0
      ? []
      : [
          ...head(say(own.problems, lang)),
          ...standing.problems.flatMap((report) =>
            wrapped(`${dayText(report.day)} · ${reportText(report.body, lang)}`, width, "warn")
          )
        ]),
    ...landLines(standing, width, lang),
    ...(reports.length === 0
      ? []
      : [
          ...head(say(own.reports, lang)),
          ...reports
            .slice(-LISTED)
            .toReversed()
            .flatMap((report) => wrapped(`${dayText(report.day)} · ${reportText(report.body, lang)}`, width))
        ])
  ]
}
