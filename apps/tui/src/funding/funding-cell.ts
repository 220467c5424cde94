import { type Finding, type FindingsByCell, findingsByCell } from "@ntm/domain/documents"
import type { FundingRow, FundingTable } from "@ntm/domain/funding"
import { formatMoney, type MoneyUnit, moneyUnitOf } from "@ntm/domain/values"
import { findingDetail } from "../documents/findings-list.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import type { Detail } from "../parts/detail.ts"

const own = {
  source: both("Nguồn vốn", "Source of funds"),
  partOf: both("Thuộc", "Part of"),
  amount: both("Số tiền", "Amount"),
  stage: both("Giai đoạn vốn", "Stage"),
  blank: both("ô để trống", "blank cell"),
  row: both("dòng", "row"),
  column: both("cột", "column")
}

const stageName = {
  planned: both("kế hoạch giao", "planned"),
  allocated: both("đã phân bổ", "allocated"),
  mobilised: both("đã huy động", "mobilised"),
  disbursed: both("đã giải ngân", "disbursed")
} as const satisfies Record<FundingTable["stage"], unknown>

/** A cell of a funding table: one unit's amount from one source. */
export interface FundingCell {
  readonly table: FundingTable
  readonly row: FundingRow
  readonly column: number
}

/** The unit in which the document printed the table; đồng where it names none that is known. */
export const printedUnit = (table: FundingTable): MoneyUnit => moneyUnitOf(table.printedUnit) ?? "đồng"

/** The amount as the document prints it, without its unit; an en dash for a blank cell. */
export const cellText = ({ column, row, table }: FundingCell): string => {
  const amount = row.amounts[column] ?? null
  return amount === null ? "–" : formatMoney(amount, { unit: printedUnit(table), withUnit: false })
}

/** Finds the findings that sit in a cell; each table is laid out once. */
export const findingsAt = (findings: ReadonlyArray<Finding>): ((cell: FundingCell) => ReadonlyArray<Finding>) => {
  const laid = new Map<FundingTable, FindingsByCell>()
  return ({ column, row, table }) => {
    const at = laid.get(table) ?? findingsByCell(findings, table.document, table.table)
    laid.set(table, at)
    return at(row.row, table.sources[column]?.key ?? "")
  }
}

/** A cell as a page: whose money, from which source, in two units, the document that prints it, and what is doubted. */
export const cellDetail = (
  cell: FundingCell,
  findings: ReadonlyArray<Finding>,
  document: string,
  lang: Lang
): Detail => {
  const { column, row, table } = cell
  const source = table.sources[column]
  const parent = table.sources.find((other) => other.key === source?.parent)
  const amount = row.amounts[column] ?? null
  const unit = printedUnit(table)
  return {
    title: `${row.unit} · ${source?.label ?? ""}`,
    fields: [
      {
        label: say(own.amount, lang),
        text:
          amount === null
            ? say(own.blank, lang)
            : [
                formatMoney(amount, { unit }),
                ...(unit === "tỷ đồng" ? [] : [formatMoney(amount, { unit: "tỷ đồng" })])
              ].join(" = ")
      },
      { label: say(own.source, lang), text: source?.label ?? "" },
      ...(parent === undefined ? [] : [{ label: say(own.partOf, lang), text: parent.label }]),
      { label: say(own.stage, lang), text: `${say(stageName[table.stage], lang)} · ${table.year}` },
      {
        label: say(words.source, lang),
        text: [
          [document, table.name, table.title].filter((part) => part !== null).join(" · "),
          `${say(own.row, lang)} ${row.row + 1} (${row.unit}), ${say(own.column, lang)} ${source?.key ?? ""}`
        ].join("\n")
      },
      ...findings.flatMap((finding) => {
        const { fields, title } = findingDetail(finding, lang)
        return [
          {
            label: say(words.findings, lang),
            text: title,
            tone: finding.severity === "error" ? ("bad" as const) : ("warn" as const)
          },
          ...fields
        ]
      })
    ]
  }
}
