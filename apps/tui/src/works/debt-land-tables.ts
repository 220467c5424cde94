import type { AnswerOf, api } from "@ntm/contract"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { plain } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import type { Told } from "../shell/actions.ts"
import { labelOf } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { alertLines, landText, ruleText } from "./tally-lines.ts"
import { millions } from "./work-lines.ts"
import { headLines, lineCells, lineHeading, unitText } from "./works-tables.ts"
import { worksWords } from "./works-words.ts"

const own = {
  limit: both("Quá hạn là hơn", "Overdue is older than"),
  overdue: both("Quá hạn", "Overdue"),
  total: both("Tổng", "Total"),
  households: both("Hộ", "Households"),
  residential: both("Đất ở m²", "Residential m²"),
  agricultural: both("Đất NN m²", "Agricultural m²"),
  toClear: both("Chưa GPMB", "Not cleared"),
  parcels: both("Thửa", "Parcels"),
  updated: both("Đã chỉnh lý", "Updated"),
  rules: both("Các mức báo", "Rules")
} as const

type Debt = AnswerOf<typeof api.works.debt>

/** Construction debt in triệu đồng: by unit, then the works that owe most. */
export const debtLines = (answer: Debt, lang: Lang): ReadonlyArray<string> => {
  const { items, limitDays, owed, units } = answer
  const titles = (...first: ReadonlyArray<string>) => [
    ...first.map((title) => ({ title })),
    { title: say(worksWords.debt, lang), align: "right" as const },
    { title: say(own.overdue, lang), align: "right" as const }
  ]
  return [
    ...headLines(
      answer,
      lang,
      "triệu đồng",
      `${say(own.limit, lang).toLowerCase()} ${limitDays} ${say(worksWords.days, lang)}`
    ),
    "",
    ...table(titles(say(worksWords.unit, lang)), [
      ...units.map(({ debt, unit }) => [labelOf(unit), millions(debt.amount), millions(debt.overdue)]),
      [say(own.total, lang), millions(owed.amount), millions(owed.overdue)]
    ]),
    ...(items.length === 0
      ? []
      : [
          "",
          ...table(
            titles(say(worksWords.work, lang), say(worksWords.unit, lang)),
            items.map(({ debt, line }) => [
              `${line.id} ${line.name}`,
              unitText(line.unit),
              millions(debt.amount),
              millions(debt.overdue)
            ])
          )
        ])
  ]
}

export const debtCsv = ({ items }: Pick<Debt, "items">): NonNullable<Told["csv"]> => ({
  heading: [...lineHeading, "overdue (đồng)", "oldest (days)"],
  rows: items.map(({ debt, line }) => [...lineCells(line), debt.overdue, debt.parts[0]?.ageDays ?? null])
})

type Land = AnswerOf<typeof api.works.land>

export const landLines = (answer: Land, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  ...wrap(landText(answer.total, lang), ROOM),
  "",
  ...(answer.units.length === 0
    ? [say(worksWords.nothing, lang)]
    : table(
        [
          { title: say(worksWords.unit, lang) },
          { title: say(own.households, lang), align: "right" },
          { title: say(own.residential, lang), align: "right" },
          { title: say(own.agricultural, lang), align: "right" },
          { title: say(own.toClear, lang), align: "right" },
          { title: say(own.parcels, lang), align: "right" },
          { title: say(own.updated, lang), align: "right" }
        ],
        answer.units.map(({ land, unit }) => [
          unitText(unit),
          formatNumber(land.households),
          formatNumber(land.residential),
          formatNumber(land.agricultural),
          formatNumber(land.toClear),
          formatNumber(land.parcels),
          formatNumber(land.parcelsUpdated)
        ])
      ))
]

export const landCsv = ({ units }: Land): NonNullable<Told["csv"]> => ({
  heading: [
    "unit",
    "unit name",
    "households",
    "residential (m²)",
    "agricultural (m²)",
    "structures",
    "eligible",
    "not cleared",
    "parcels",
    "parcels updated",
    "support paid (đồng)"
  ],
  rows: units.map(({ land, unit }) => [
    unit.code,
    unitText(unit),
    land.households,
    land.residential,
    land.agricultural,
    land.structures,
    land.eligible,
    land.toClear,
    land.parcels,
    land.parcelsUpdated,
    land.supportPaid
  ])
})

type Alerts = AnswerOf<typeof api.works.alerts>

export const alertsLines = (answer: Alerts, lang: Lang): ReadonlyArray<string> => [
  ...headLines(answer, lang),
  ...wrap(`${say(own.rules, lang)}: ${answer.rules.map((rule) => ruleText(rule, lang)).join("; ")}`, ROOM),
  "",
  ...alertLines(answer.items, ROOM, lang).map(plain)
]

export const alertsCsv = ({ items }: Alerts, lang: Lang): NonNullable<Told["csv"]> => ({
  heading: ["rule", "work", "unit", "unit name", "since", "over", "sentence"],
  rows: items.map(({ over, rule, sentence, since, unit, work }) => [
    rule._tag,
    work,
    unit?.code ?? null,
    unit === null ? null : unitText(unit),
    since,
    over,
    say(sentence, lang)
  ])
})
