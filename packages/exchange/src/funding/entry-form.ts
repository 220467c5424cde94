import { FundingEntryKind, fundingSources, FundingStage, stageNames } from "@ntm/domain/funding"
import { levelWords, UnitLevel } from "@ntm/domain/units"
import { choiceCell, dayCell, moneyCell, numberCell, textCell, wholeCell, yesCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import { moneyUnitColumn, type SheetColumn } from "../files/sheet.ts"

const kindNames = {
  stated: ["ghi nhận", "theo văn bản"],
  adjustment: ["điều chỉnh"],
  carryOver: ["chuyển nguồn"],
  rounding: ["làm tròn"],
  unexplained: ["chưa giải thích được"]
} as const satisfies Record<FundingEntryKind, ReadonlyArray<string>>

const sourceCell = choiceCell(fundingSources.map(({ key, name }) => ({ key, names: [name.vi, name.en] })))
const stageCell = choiceCell(
  FundingStage.literals.map((key) => ({ key, names: [stageNames[key].vi, stageNames[key].en] }))
)
const kindCell = choiceCell(FundingEntryKind.literals.map((key) => ({ key, names: kindNames[key] })))
const tierCell = choiceCell(UnitLevel.literals.map((key) => ({ key, names: [levelWords[key].vi, levelWords[key].en] })))

/** What lists of entries show beside what can be recorded: a list that was saved can be handed in. */
const shownBeside: ReadonlyArray<SheetColumn> = [
  { field: "id", headings: ["số"], read: textCell },
  { field: "unitName", headings: ["đơn vị", "tên đơn vị"], read: textCell },
  { field: "recordedAt", headings: ["ghi lúc"], read: textCell },
  { field: "recordedBy", headings: ["người ghi"], read: textCell }
]

const beside: ReadonlySet<string> = new Set(shownBeside.map(({ field }) => field))

/** Entries of funding as a spreadsheet has them: a row for each, the columns named in Vietnamese or as the API names them. */
export const entryForm: RowForm = {
  moneyAt: [["amount"]],
  columns: [
    { field: "unit", headings: ["mã đơn vị", "mã xã"], needed: true, read: textCell },
    { field: "tier", headings: ["cấp tổng hợp", "cấp"], read: tierCell },
    { field: "source", headings: ["nguồn vốn", "nguồn"], needed: true, read: sourceCell },
    { field: "year", headings: ["năm", "niên độ", "năm ngân sách", "budget year"], needed: true, read: wholeCell },
    { field: "stage", headings: ["giai đoạn", "giai đoạn vốn"], needed: true, read: stageCell },
    { field: "amount", headings: ["số tiền", "giá trị"], needed: true, read: moneyCell },
    moneyUnitColumn,
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    { field: "kind", headings: ["loại", "loại bút toán"], read: kindCell },
    { field: "agency", headings: ["cơ quan"], read: textCell },
    { field: "giver", headings: ["nơi giao", "giver"], read: textCell, at: ["from"] },
    { field: "content", headings: ["nhóm nội dung", "nội dung"], read: textCell },
    { field: "quantity", headings: ["số lượng"], read: numberCell, at: ["quantity.amount", "quantity"] },
    {
      field: "quantityUnit",
      headings: ["đơn vị số lượng", "quantity unit"],
      read: textCell,
      at: ["quantity.unit"]
    },
    { field: "work", headings: ["công trình", "số công trình"], read: wholeCell },
    { field: "document", headings: ["văn bản"], read: textCell },
    { field: "place", headings: ["nơi ghi", "vị trí"], read: textCell },
    { field: "reason", headings: ["lý do"], read: textCell },
    { field: "adjusts", headings: ["điều chỉnh bút toán"], read: wholeCell },
    { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell },
    ...shownBeside
  ],
  row: ({ giver, moneyUnit: _, quantity, quantityUnit, ...fields }, tell) => {
    if ((quantity === undefined) !== (quantityUnit === undefined))
      tell(
        quantity === undefined ? "quantity" : "quantityUnit",
        "số lượng phải đi cùng đơn vị của nó (m², ngày công…)",
        "a quantity goes together with its unit (m², ngày công…)"
      )
    return {
      ...Object.fromEntries(Object.entries(fields).filter(([field]) => !beside.has(field))),
      ...(giver === undefined ? {} : { from: { agency: giver } }),
      ...(quantity === undefined ? {} : { quantity: { amount: quantity, unit: quantityUnit } })
    }
  }
}
