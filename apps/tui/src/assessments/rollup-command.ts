import type { GroupStanding, NamedUnit } from "@ntm/contract"
import { type CriterionCounts, tierWords } from "@ntm/domain/criteria"
import { formatNumber, percentOf } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { RunCommand } from "../shell/output.ts"
import { dayText, labelOf } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { knownText } from "./assess-command.ts"
import { type AssessAction, commandOf } from "./assessments-command.ts"
import { countedWords, signsText, verdictSign } from "./assess-words.ts"
import { replaceSet } from "./replacement-text.ts"
import { listOf, madeUpLines } from "./rollup-list.ts"

const own = {
  units: both("đơn vị", "units"),
  country: both("Cả nước", "The whole country"),
  no: both("TT", "No"),
  criterion: both("Tiêu chí", "Criterion"),
  met: both("Đạt", "Met"),
  average: both("Bình quân", "Average"),
  perUnit: both("tiêu chí/đơn vị", "criteria a unit"),
  bands: both("Theo số tiêu chí đạt", "By number of criteria met"),
  tiers: both("Hạng đang giữ", "Tiers held"),
  provisional: both("tạm thời", "provisional"),
  toRestore: both("phải xây dựng lại", "to be restored"),
  nearest: both("Gần đạt nhất", "Nearest to it"),
  lacks: both("thiếu tiêu chí", "lacks criteria"),
  open: both("chưa rõ", "open"),
  beside: both("còn điều kiện ngoài tiêu chí", "conditions beside the criteria are open"),
  missing: both("Thiếu nhiều nhất", "Most often missing"),
  debt: both("Nợ tiêu chí", "Criteria debt"),
  change: both("So với ngày", "Against"),
  gained: both("thêm", "gained"),
  lost: both("mất", "lost"),
  appeared: both("đơn vị mới", "new units"),
  gone: both("đơn vị không còn", "units gone")
} as const

/** Units and changes that are listed one by one; the JSON has all. */
const LISTED = 10

const percent = (part: number, whole: number): string => {
  const share = percentOf(part, whole, 1)
  return share === null ? "" : `${formatNumber(share)} %`
}

/** The table of Phụ lục 01, with what is not met, not known or has no threshold beside it. */
const criteriaTable = ({ rollUp }: GroupStanding, lang: Lang): ReadonlyArray<string> =>
  table(
    [
      { title: say(own.no, lang), align: "right" },
      { title: say(own.criterion, lang) },
      { title: say(own.met, lang), align: "right" },
      { title: "%", align: "right" },
      ...(["notMet", "noData", "noThreshold"] as const).map((verdict) => ({
        title: verdictSign[verdict].sign,
        align: "right" as const
      }))
    ],
    rollUp.criteria.map(({ metCount, name, no, verdicts }) => [
      String(no),
      name,
      formatNumber(metCount),
      percent(metCount, rollUp.units),
      formatNumber(verdicts.notMet),
      formatNumber(verdicts.noData),
      formatNumber(verdicts.noThreshold)
    ])
  )

const missingText = ({ name, no, verdicts }: CriterionCounts, lang: Lang): string =>
  [
    `${no}. ${name}`,
    ...(["notMet", "noData", "noThreshold"] as const)
      .filter((verdict) => verdicts[verdict] > 0)
      .map((verdict) => `${formatNumber(verdicts[verdict])} ${say(countedWords[verdict], lang)}`)
  ].join(" · ")

const changeLines = (
  { change, rollUp }: GroupStanding,
  label: (unit: number) => string,
  lang: Lang
): ReadonlyArray<string> => {
  if (change === null) return []
  const numbers = (list: ReadonlyArray<number>, word: string) =>
    list.length === 0 ? [] : [`${word} ${list.join(", ")}`]
  const counts = [
    `${formatNumber(change.rollUp.metTotal)}/${formatNumber(change.rollUp.units)} → ${formatNumber(rollUp.metTotal)}/${formatNumber(rollUp.units)} ${say(own.perUnit, lang)}`,
    ...(change.appeared.length === 0 ? [] : [`${formatNumber(change.appeared.length)} ${say(own.appeared, lang)}`]),
    ...(change.gone.length === 0 ? [] : [`${formatNumber(change.gone.length)} ${say(own.gone, lang)}`])
  ]
  return listOf(`${say(own.change, lang)} ${dayText(change.from)}`, [
    counts.join(" · "),
    ...change.changed
      .slice(0, LISTED)
      .map(({ after, before, gained, lost, unit }) =>
        [
          label(unit),
          ...(before === after ? [] : [`${say(countedWords[before], lang)} → ${say(countedWords[after], lang)}`]),
          ...numbers(gained, say(own.gained, lang)),
          ...numbers(lost, say(own.lost, lang))
        ].join(" · ")
      )
  ])
}

/** A group of units as text: the table of Phụ lục 01 and what reports ask beside it. */
export const groupLines = (group: GroupStanding, lang: Lang): ReadonlyArray<string> => {
  const { average, bands, debt, mentioned, mostMissing, nearest, parent, rollUp, set, tiers, toRestore } = group
  const names = new Map<number, NamedUnit>(mentioned.map((unit) => [unit.id, unit]))
  const label = (unit: number): string => {
    const known = names.get(unit)
    return known === undefined ? `#${unit}` : labelOf(known)
  }
  const place = parent === null ? say(own.country, lang) : labelOf(parent)
  return [
    ...wrap(set.name, ROOM),
    `${place} · ${formatNumber(rollUp.units)} ${say(own.units, lang)}`,
    ...wrap(knownText(group, lang), ROOM),
    ...madeUpLines(group.illustrative, lang),
    "",
    ...criteriaTable(group, lang),
    "",
    signsText(lang),
    ...(average === null
      ? []
      : [`${say(own.average, lang)}: ${formatNumber(Number(average.toFixed(2)))} ${say(own.perUnit, lang)}`]),
    ...listOf(
      say(own.bands, lang),
      bands
        .filter(({ units }) => units > 0)
        .map(
          ({ from, to, units }) =>
            `${from === to ? from : `${from}–${to}`}: ${formatNumber(units)} (${percent(units, rollUp.units)})`
        )
    ),
    ...listOf(say(own.tiers, lang), [
      ...tiers
        .filter(({ decided, provisional }) => decided + provisional > 0)
        .map(({ decided, provisional, tier }) => {
          const all = decided + provisional
          const some = provisional === 0 ? "" : `, ${formatNumber(provisional)} ${say(own.provisional, lang)}`
          return `${say(tierWords(tier, set.level), lang)}: ${formatNumber(all)}/${formatNumber(rollUp.units)} (${percent(all, rollUp.units)})${some}`
        }),
      ...(toRestore === 0 ? [] : [`${formatNumber(toRestore)} ${say(own.toRestore, lang)}`])
    ]),
    ...listOf(
      say(own.nearest, lang),
      nearest
        .slice(0, LISTED)
        .map(({ met, notMet, open, unit }) =>
          [
            `${label(unit)}: ${met}/${rollUp.criteria.length}`,
            ...(notMet.length === 0 ? [] : [`${say(own.lacks, lang)} ${notMet.join(", ")}`]),
            ...(open.length === 0 ? [] : [`${say(own.open, lang)} ${open.join(", ")}`]),
            ...(notMet.length + open.length === 0 ? [say(own.beside, lang)] : [])
          ].join(" · ")
        )
    ),
    ...listOf(
      say(own.missing, lang),
      mostMissing.slice(0, LISTED).map((line) => missingText(line, lang))
    ),
    ...listOf(
      say(own.debt, lang),
      debt
        .slice(0, LISTED)
        .map(({ lost, unit }) => `${label(unit)}: ${lost.map(({ name, no }) => `${no} ${name}`).join(", ")}`)
    ),
    ...changeLines(group, label, lang)
  ]
}

/** `ntm rollup --set ID [--unit CODE] [--from DAY] [--bands RANGES]`; with `--with ID` the set in the place of the first. */
export const rollUpGroup: AssessAction = async (asking) => {
  const { client, lang, options, signal } = asking
  if (options["with"] !== undefined) return replaceSet(asking)
  const group = await client.assessments.group(
    {
      set: options["set"],
      unit: options["unit"],
      from: options["from"],
      bands: options["bands"],
      as_of: options["as-of"],
      known_at: options["known-at"],
      accept: options["accept"]
    },
    signal
  )
  return { json: group, lines: groupLines(group, lang) }
}

export const runRollup: RunCommand = commandOf(rollUpGroup, ["set"])
