import type { AnswerOf, api } from "@ntm/contract"
import { type FundingSource, sourceOf, stageNames } from "@ntm/domain/funding"
import type { MoneyUnit } from "@ntm/domain/values"
import { decimalCommaCell } from "@ntm/exchange"
import { both, type Lang, say } from "../language/lang.ts"
import type { Told } from "../shell/actions.ts"
import { dayText, labelOf } from "../units/asking.ts"
import { table } from "../units/table.ts"
import { amountText, depthOf } from "./amounts.ts"
import { entryKindNames, illustrativeMark, moneyWords, tierNames } from "./funding-words.ts"

const own = {
  number: both("Số", "No."),
  day: both("Ngày", "Day"),
  kind: both("Loại", "Kind"),
  document: both("Văn bản", "Document"),
  key: both("Mã", "Key"),
  budgetOf: both("Ngân sách", "Budget of"),
  inKind: both("Hiện vật", "In kind"),
  central: both("Trung ương", "Central")
} as const

type Entries = AnswerOf<typeof api.funding.entries>

/** Entries one by one as text. */
export const entriesLines = (
  { asOf, items }: Entries,
  money: MoneyUnit,
  lang: Lang,
  room?: number
): ReadonlyArray<string> => {
  const rows = items.map((entry) => [
    String(entry.id),
    dayText(entry.day),
    `${entry.agency ?? entry.unitName} (${entry.unitCode})`,
    `${say(sourceOf(entry.source).name, lang)}${entry.illustrative ? illustrativeMark : ""}`,
    say(stageNames[entry.stage], lang),
    amountText(entry.amount, money),
    say(entryKindNames[entry.kind], lang)
  ])
  const made = items.some(({ illustrative }) => illustrative)
  return [
    `${say(moneyWords.asOf, lang)} ${dayText(asOf)} · ${money}`,
    "",
    ...(rows.length === 0
      ? [say(moneyWords.none, lang)]
      : table(
          [
            { title: say(own.number, lang), align: "right" },
            { title: say(own.day, lang), whole: true },
            { title: say(moneyWords.unit, lang) },
            { title: say(moneyWords.source, lang) },
            { title: say(moneyWords.stage, lang) },
            { title: say(moneyWords.amount, lang), align: "right" },
            { title: say(own.kind, lang) }
          ],
          rows,
          room
        )),
    ...(made ? [`${illustrativeMark}: ${say(moneyWords.illustrative, lang)}`] : [])
  ]
}

/** Headed as `ntm funding record` reads them, so that what was written can be read again; amounts in đồng. */
export const entriesCsv = ({ items }: Entries): NonNullable<Told["csv"]> => ({
  heading: [
    "unit",
    "tier",
    "source",
    "year",
    "stage",
    "amount (đồng)",
    "day",
    "kind",
    "agency",
    "giver",
    "content",
    "quantity",
    "quantity unit",
    "work",
    "document",
    "place",
    "reason",
    "adjusts",
    "illustrative"
  ],
  rows: items.map((entry) => [
    entry.unitCode,
    entry.tier,
    entry.source,
    entry.year,
    entry.stage,
    entry.amount,
    entry.day,
    entry.kind,
    entry.agency,
    entry.giverName,
    entry.content,
    entry.quantity === null ? null : decimalCommaCell(entry.quantity.amount),
    entry.quantity?.unit ?? null,
    entry.work,
    entry.document,
    entry.place,
    entry.reason,
    entry.adjusts,
    entry.illustrative ? "yes" : "no"
  ])
})

type Stated = AnswerOf<typeof api.funding.stated>

/** What can be asked for, as text: years, stages and tiers with their totals. */
export const statedLines = ({ asOf, items, unit }: Stated, money: MoneyUnit, lang: Lang): ReadonlyArray<string> => [
  `${unit === null ? say(moneyWords.country, lang) : labelOf(unit)} · ${say(moneyWords.asOf, lang)} ${dayText(asOf)} · ${money}`,
  "",
  ...(items.length === 0
    ? [say(moneyWords.none, lang)]
    : table(
        [
          { title: say(moneyWords.year, lang) },
          { title: say(moneyWords.stage, lang) },
          { title: say(moneyWords.tier, lang) },
          { title: say(moneyWords.amount, lang), align: "right" },
          { title: "" }
        ],
        items.map(({ amount, illustrative, stage, tier, year }) => [
          String(year),
          `${say(stageNames[stage], lang)} (${stage})`,
          `${say(tierNames[tier], lang)} (${tier})`,
          amountText(amount, money),
          illustrative ? say(moneyWords.illustrative, lang) : ""
        ])
      ))
]

export const statedCsv = ({ items }: Stated): NonNullable<Told["csv"]> => ({
  heading: ["year", "stage", "tier", "amount (đồng)", "illustrative"],
  rows: items.map(({ amount, illustrative, stage, tier, year }) => [
    year,
    stage,
    tier,
    amount,
    illustrative ? "yes" : "no"
  ])
})

const budgetText = ({ budgetOf }: FundingSource, lang: Lang): string =>
  budgetOf === null ? "" : say(budgetOf === "central" ? own.central : tierNames[budgetOf], lang)

/** The tree of sources as text. */
export const sourcesLines = (items: ReadonlyArray<FundingSource>, lang: Lang): ReadonlyArray<string> =>
  table(
    [
      { title: say(moneyWords.source, lang) },
      { title: say(own.key, lang) },
      { title: say(own.budgetOf, lang) },
      { title: say(own.inKind, lang) }
    ],
    items.map((source) => [
      `${"  ".repeat(depthOf(source.key))}${say(source.name, lang)}`,
      source.key,
      budgetText(source, lang),
      source.inKind ?? ""
    ])
  )

export const sourcesCsv = (items: ReadonlyArray<FundingSource>): NonNullable<Told["csv"]> => ({
  heading: ["key", "parent", "vi", "en", "budgetOf", "inKind"],
  rows: items.map(({ budgetOf, inKind, key, name, parent }) => [key, parent, name.vi, name.en, budgetOf, inKind])
})
