import type { CriterionCounts, Verdict, VerdictCounts } from "@ntm/domain/criteria"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { bar, type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { type Line, type Span, span } from "../parts/line.ts"
import { cut, wrap } from "../parts/text.ts"
import { within } from "../parts/within.ts"
import type { AssessAnswer } from "./assess-reads.ts"
import { answered, type AssessState, type Frame, groupKey } from "./assess-state.ts"
import { countedWords, mark, tierShort, verdictSign } from "./assess-words.ts"
import { criteriaOf } from "./matrix-rows.ts"

type Group = Extract<AssessAnswer, { readonly _tag: "Group" }>["group"]

const own = {
  reading: both("đang tổng hợp…", "adding up…"),
  criterion: both("TC", "C"),
  average: both("Bình quân", "Average"),
  average1: both("bq", "avg"),
  whole: both("Cả bộ tiêu chí", "The whole set"),
  bands: both("Đơn vị theo số tiêu chí đạt", "Units by criteria met"),
  tiers: both("Đơn vị đang giữ hạng (quyết định + tạm giữ)", "Units holding a tier (decided + provisional)"),
  restore: both("Phải xây dựng lại", "To be restored"),
  byCriterion: both("Theo từng tiêu chí", "By criterion"),
  no: both("TT", "No"),
  name: both("Tiêu chí", "Criterion"),
  nearest: both("Gần đạt nhất", "Nearest"),
  debt: both("Nợ tiêu chí", "Criteria debt"),
  missing: both("còn thiếu TC", "missing criteria"),
  units: both("đơn vị", "units")
} as const

const order: ReadonlyArray<Verdict> = ["met", "notMet", "exempt", "noData", "noThreshold"]

/** "✓ 105 đạt · ✗ 32 chưa đạt": verdicts that nobody has are left out, but for the first two. */
const countsLine = (counts: VerdictCounts, lang: Lang): ReadonlyArray<Span> =>
  order
    .filter((verdict) => counts[verdict] > 0 || verdict === "met" || verdict === "notMet")
    .flatMap((verdict, at): ReadonlyArray<Span> => {
      const { sign, tone } = verdictSign[verdict]
      const text = `${sign} ${formatNumber(counts[verdict])} ${say(countedWords[verdict], lang)}`
      return at === 0 ? [span(text, tone)] : [span(" · ", "dim"), span(text, tone)]
    })

const bandText = ({ from, to }: Group["bands"][number]): string => (from === to ? `${from}` : `${from}–${to}`)

const averageText = ({ average, rollUp }: Group): string =>
  average === null ? "–" : `${formatNumber(average, 2)}/${rollUp.criteria.length}`

const groupOf = (assess: AssessState) => {
  const read = assess.spot === null ? undefined : answered(assess, "Group", groupKey(assess.spot))
  return read
}

/** All units together, in two lines of which the first also stands alone: the chosen criterion, then the set. */
export const summaryLines = (assess: AssessState, { lang, width }: Frame): ReadonlyArray<Line> => {
  const read = groupOf(assess)
  if (read === undefined) return [[span(assess.spot === null ? "" : say(own.reading, lang), "dim")], []]
  if (read._tag === "Failed")
    return [[span(cut(lang === "vi" ? read.problem.title : read.problem.titleEn, width), "bad")], []]
  const { group } = read
  const no = criteriaOf(assess)[assess.column]?.no
  const line = group.rollUp.criteria.find((one) => one.no === no)
  const bands = group.bands.map((band) => `${bandText(band)}: ${band.units}`).join("  ")
  const tiers = group.tiers
    .filter(({ decided, provisional }) => decided + provisional > 0)
    .map(({ decided, provisional, tier }) => `${say(tierShort[tier], lang)} ${decided + provisional}`)
    .join(", ")
  const madeUp = group.illustrative === 0 ? "" : `${mark.illustrative} `
  const average = `${madeUp}${say(own.average, lang)} ${averageText(group)}`
  return [
    within(
      [
        span(`Σ ${say(own.criterion, lang)} ${no ?? ""}: `, "dim"),
        ...(line === undefined ? [] : countsLine(line.verdicts, lang)),
        span(`  ${say(own.average1, lang)} ${averageText(group)}`, "dim")
      ],
      width
    ),
    [span(cut([average, bands, tiers].filter((part) => part !== "").join(" · "), width), "dim")]
  ]
}

const BAR = 20

const criterionTable = (criteria: ReadonlyArray<CriterionCounts>, units: number, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const wide = width >= 70
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: say(own.no, lang), width: 3, align: "right" },
      { title: say(own.name, lang), width: 10, grow: 1 },
      ...(wide ? [{ title: "", width: 12 }] : []),
      ...order.map((verdict) => ({ title: verdictSign[verdict].sign, width: wide ? 5 : 3, align: "right" as const }))
    ],
    width
  )
  return [
    ...gridHeader(columns, 1),
    ...criteria.map(({ metCount, name, no, verdicts }) =>
      gridLine(columns, [
        { text: String(no), tone: "dim" },
        { text: name },
        ...(wide
          ? [{ text: bar(units === 0 ? 0 : metCount / units, 12), tone: metCount === units ? "good" : "warn" } as const]
          : []),
        ...order.map((verdict) => {
          const count = verdicts[verdict]
          return {
            text: count === 0 ? "·" : String(count),
            tone: count === 0 ? "dim" : verdictSign[verdict].tone
          } as const
        })
      ])
    )
  ]
}

const nameOf = (group: Group, assess: AssessState, unit: number): string => {
  const named =
    assess.matrix?.items.find((row) => row.unit.id === unit)?.unit ?? group.mentioned.find(({ id }) => id === unit)
  return named === undefined ? String(unit) : `${named.type} ${named.name}`
}

const wrapped = (text: string, width: number): ReadonlyArray<Line> =>
  wrap(text, Math.max(1, width - 2)).map((part, at): Line => [span(at === 0 ? part : `  ${part}`)])

const groupPage = (assess: AssessState, group: Group, frame: Frame): ReadonlyArray<Line> => {
  const { lang, width } = frame
  const { debt, nearest, rollUp, tiers, toRestore } = group
  const most = Math.max(1, ...group.bands.map(({ units }) => units))
  const head = (text: string): ReadonlyArray<Line> => [[], [span(cut(text, width), "accent")]]
  const numbers = (list: ReadonlyArray<number>) =>
    list.length === 0 ? "" : ` · ${say(own.missing, lang)} ${list.join(", ")}`
  return [
    [span(cut(`${group.set.name} · ${formatNumber(rollUp.units)} ${say(own.units, lang)}`, width), "strong")],
    within([span(`${say(own.whole, lang)}: `, "dim"), ...countsLine(rollUp.verdicts, lang)], width),
    [span(`${say(own.average, lang)}: ${averageText(group)}`)],
    ...head(say(own.bands, lang)),
    ...group.bands.map((band): Line => [
      span(`${bandText(band).padStart(6)}  ${String(band.units).padStart(5)}  `),
      span(width < 40 ? "" : bar(band.units / most, Math.min(BAR, width - 17)), "accent")
    ]),
    ...(tiers.length === 0
      ? []
      : [
          ...head(say(own.tiers, lang)),
          ...tiers.map(({ decided, provisional, tier }): Line => [
            span(cut(`  ${say(tierShort[tier], lang)}: ${decided} + ${provisional} = ${decided + provisional}`, width))
          ]),
          ...(toRestore === 0 ? [] : [[span(cut(`  ${say(own.restore, lang)}: ${toRestore}`, width), "warn")]])
        ]),
    ...head(say(own.byCriterion, lang)),
    ...criterionTable(rollUp.criteria, rollUp.units, frame),
    ...(nearest.length === 0
      ? []
      : [
          ...head(say(own.nearest, lang)),
          ...nearest.flatMap((one) =>
            wrapped(
              `${nameOf(group, assess, one.unit)} ${one.met}/${rollUp.criteria.length}${numbers([...one.notMet, ...one.open])}`,
              width
            )
          )
        ]),
    ...(debt.length === 0
      ? []
      : [
          ...head(say(own.debt, lang)),
          ...debt.flatMap(({ lost, unit }) =>
            wrapped(`${nameOf(group, assess, unit)}${numbers(lost.map(({ no }) => no))}`, width)
          )
        ])
  ]
}

/** The page of all units together, whole. */
export const summaryPage = (assess: AssessState, frame: Frame): ReadonlyArray<Line> => {
  const read = groupOf(assess)
  if (read?._tag === "Group") return groupPage(assess, read.group, frame)
  return summaryLines(assess, frame)
}
