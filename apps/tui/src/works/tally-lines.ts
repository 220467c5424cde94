import type { Alert, AlertRule, BatchStanding, LandStanding, SCurve, WorksTally } from "@ntm/domain/works"
import { formatMoney, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { bar, type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { type Line, span, type Tone } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import { dayText } from "../units/asking.ts"
import { builtBar } from "./bars.ts"
import { millions, percent } from "./work-lines.ts"
import { illustrativeMark, lateText, lateTone, ruleNames, stateNames, states, worksWords } from "./works-words.ts"

const own = {
  communes: both("xã", "communes"),
  mean: both("bình quân các xã", "mean of communes"),
  overdue: both("quá hạn", "overdue"),
  worst: both("chậm nhất", "worst"),
  notHandedOver: both("xong mà chưa bàn giao", "done, not handed over"),
  lastReport: both("báo cáo mới nhất ngày", "newest report on"),
  withoutOperator: both("chưa có đơn vị vận hành", "without an operator"),
  path: both("Đường găng của đợt", "Critical path of the batch"),
  due: both("hạn", "due"),
  district: both("Địa bàn", "District"),
  behind: both("Chậm so với kế hoạch", "Behind the plan"),
  ahead: both("Vượt kế hoạch", "Ahead of the plan"),
  forecast: both("theo nhịp 90 ngày qua xong", "at the pace of the last 90 days done by"),
  noForecast: both("chưa đủ nhịp để dự báo", "no pace to forecast from"),
  alerts: both("Cảnh báo", "Alerts"),
  noAlerts: both("Không có cảnh báo nào.", "No alerts."),
  households: both("hộ", "households"),
  residential: both("đất ở", "residential"),
  agricultural: both("đất nông nghiệp", "agricultural"),
  parcels: both("thửa đã chỉnh lý", "parcels updated"),
  toClear: both("hộ chưa giải phóng", "households not cleared"),
  rest: both("và", "and"),
  more: both("cảnh báo khác", "more")
} as const

const wrapped = (text: string, width: number, tone: Tone = "plain", indent = 2): ReadonlyArray<Line> =>
  wrap(text, Math.max(1, width - indent)).map((line): Line => [span(`${" ".repeat(indent)}${line}`, tone)])

const BAR = 20

/** "1.240 hộ · đất ở 1.200 m² · …" */
export const landText = (land: LandStanding, lang: Lang): string =>
  [
    `${formatNumber(land.households)} ${say(own.households, lang)}`,
    `${say(own.residential, lang)} ${formatNumber(land.residential)} m²`,
    `${say(own.agricultural, lang)} ${formatNumber(land.agricultural)} m²`,
    `${formatNumber(land.parcelsUpdated)}/${formatNumber(land.parcels)} ${say(own.parcels, lang)}`,
    ...(land.toClear === 0 ? [] : [`${formatNumber(land.toClear)} ${say(own.toClear, lang)}`])
  ].join(" · ")

/** Works together: how many, how far, what was paid, what is owed. */
export const tallyLines = (tally: WorksTally, width: number, lang: Lang): ReadonlyArray<Line> => {
  if (tally.works === 0) return [[span(say(worksWords.none, lang), "warn")]]
  const made = tally.illustrative ? ` ${illustrativeMark} ${say(worksWords.illustrative, lang)}` : ""
  const counts = states
    .filter((state) => tally.byState[state] > 0)
    .map((state) => `${formatNumber(tally.byState[state])} ${say(stateNames[state], lang)}`)
  const paidPercent = tally.value === 0 ? 0 : (tally.paid / tally.value) * 100
  const late =
    tally.late === 0
      ? lateText(0, lang)
      : `${formatNumber(tally.late)} ${say(worksWords.works, lang)} ${say(worksWords.late, lang).toLowerCase()}, ${say(own.worst, lang)} ${lateText(tally.daysBehindWorst, lang)}`
  return [
    ...wrapped(
      `${formatNumber(tally.works)} ${say(worksWords.works, lang)} · ${formatNumber(tally.communes)} ${say(own.communes, lang)} · ${formatMoney(tally.value, { unit: "tỷ đồng", decimals: 1 })}${made}`,
      width,
      "strong",
      0
    ),
    ...wrapped(counts.join(" · "), width),
    ...(tally.lastReport === null
      ? []
      : wrapped(`${say(own.lastReport, lang)} ${dayText(tally.lastReport)}`, width, "dim")),
    [
      span(`  ${say(worksWords.done, lang)} `, "dim"),
      span(
        builtBar(tally.donePercent, tally.plannedPercent, BAR),
        tally.donePercent < tally.plannedPercent ? "warn" : "good"
      ),
      span(` ${percent(tally.donePercent)}`),
      span(
        ` (${say(worksWords.planned, lang).toLowerCase()} ${percent(tally.plannedPercent)}, ${say(own.mean, lang)} ${percent(tally.communeMeanPercent)})`,
        "dim"
      )
    ],
    [
      span(`  ${say(worksWords.paid, lang)} `, "dim"),
      span(bar(paidPercent / 100, BAR)),
      span(` ${formatMoney(tally.paid, { unit: "tỷ đồng", decimals: 1 })}`)
    ],
    ...wrapped(late, width, lateTone(tally.daysBehindWorst)),
    ...wrapped(
      [
        `${say(worksWords.debt, lang)} ${formatMoney(tally.debt.amount, { unit: "tỷ đồng", decimals: 1 })}${tally.debt.overdue === 0 ? "" : ` (${say(own.overdue, lang)} ${formatMoney(tally.debt.overdue, { unit: "tỷ đồng", decimals: 1 })})`}`,
        ...(tally.notHandedOver === 0 ? [] : [`${formatNumber(tally.notHandedOver)} ${say(own.notHandedOver, lang)}`]),
        ...(tally.withoutOperator === 0
          ? []
          : [`${formatNumber(tally.withoutOperator)} ${say(own.withoutOperator, lang)}`])
      ].join(" · "),
      width,
      tally.debt.overdue > 0 ? "warn" : "plain"
    ),
    ...(tally.land.households === 0 ? [] : wrapped(landText(tally.land, lang), width))
  ]
}

/** What a curve says on the day: how far behind, and when it will be done. */
export const curveFacts = (
  { behindPoints, forecastFinish }: SCurve,
  width: number,
  lang: Lang
): ReadonlyArray<Line> => {
  const behind =
    behindPoints > 0
      ? `${say(own.behind, lang)} ${formatNumber(behindPoints)} ${say(worksWords.points, lang)}`
      : `${say(own.ahead, lang)} ${formatNumber(-behindPoints)} ${say(worksWords.points, lang)}`
  const forecast =
    forecastFinish === null ? say(own.noForecast, lang) : `${say(own.forecast, lang)} ${dayText(forecastFinish)}`
  return wrapped(`${behind} · ${forecast}`, width, behindPoints > 0 ? "warn" : "good")
}

const districtTable = ({ districts }: BatchStanding, width: number, lang: Lang): ReadonlyArray<Line> => {
  const wide = width >= 70
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: `  ${say(own.district, lang)}`, width: 12, grow: 1 },
      { title: say(worksWords.works, lang), width: 10, align: "right" },
      ...(wide ? [{ title: say(worksWords.done, lang), width: 12 }] : []),
      { title: "%", width: 5, align: "right" },
      { title: say(worksWords.late, lang), width: 8, align: "right" },
      { title: say(worksWords.debt, lang), width: 9, align: "right" }
    ],
    width
  )
  return [
    ...gridHeader(columns, 1),
    ...districts.map(({ tally, unit }) =>
      gridLine(columns, [
        { text: `  ${unit.type} ${unit.name}` },
        { text: formatNumber(tally.works) },
        ...(wide
          ? [
              {
                text: builtBar(tally.donePercent, tally.plannedPercent, 12),
                tone: tally.donePercent < tally.plannedPercent ? ("warn" as const) : ("good" as const)
              }
            ]
          : []),
        { text: formatNumber(tally.donePercent) },
        {
          text: tally.daysBehindWorst === 0 ? "–" : lateText(tally.daysBehindWorst, lang),
          tone: lateTone(tally.daysBehindWorst)
        },
        {
          text: tally.debt.amount === 0 ? "–" : millions(tally.debt.amount),
          tone: tally.debt.overdue > 0 ? "bad" : "plain"
        }
      ])
    )
  ]
}

/** A batch: its works together, its critical path, its districts side by side. */
export const batchLines = (standing: BatchStanding, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { batch, path, tally } = standing
  const due = batch.due === null ? "" : ` · ${say(own.due, lang)} ${dayText(batch.due)}`
  return [
    ...wrap(`${batch.name} (${batch.id})${due}`, width).map((line): Line => [span(line, "accent")]),
    ...tallyLines(tally, width, lang),
    ...(path === null
      ? []
      : wrapped(
          `${say(own.path, lang)}: ${dayText(path.start)} → ${dayText(path.expectedFinish)} (${say(worksWords.planned, lang).toLowerCase()} ${dayText(path.plannedFinish)}), ${path.days} ${say(worksWords.days, lang)}, ${path.daysBehind > 0 ? `${say(worksWords.late, lang).toLowerCase()} ${lateText(path.daysBehind, lang)}` : lateText(0, lang)}`,
          width,
          lateTone(path.daysBehind)
        )),
    ...districtTable(standing, width, lang)
  ]
}

const limitText = (rule: AlertRule, lang: Lang): string =>
  "days" in rule
    ? `> ${rule.days} ${say(worksWords.days, lang)}`
    : `> ${formatNumber(rule.points)} ${say(worksWords.points, lang)}`

/** "Chậm đường găng (> 30 ngày)" */
export const ruleText = (rule: AlertRule, lang: Lang): string =>
  `${say(ruleNames[rule._tag], lang)} (${limitText(rule, lang)})`

/** Alerts by rule, the worst of each first; of each at most `most`. */
export const alertLines = (
  alerts: ReadonlyArray<Alert>,
  width: number,
  lang: Lang,
  most = Number.POSITIVE_INFINITY
): ReadonlyArray<Line> => {
  if (alerts.length === 0) return [[span(say(own.noAlerts, lang), "good")]]
  return [...Map.groupBy(alerts, ({ rule }) => rule._tag).values()].flatMap((fired): ReadonlyArray<Line> => {
    const [first] = fired
    if (first === undefined) return []
    const left = fired.length - most
    return [
      [span(`${ruleText(first.rule, lang)}: ${formatNumber(fired.length)}`, "warn")],
      ...fired.slice(0, most).flatMap(({ sentence }) => wrapped(say(sentence, lang), width)),
      ...(left > 0 ? wrapped(`${say(own.rest, lang)} ${formatNumber(left)} ${say(own.more, lang)}`, width, "dim") : [])
    ]
  })
}

export const alertsTitle = own.alerts
