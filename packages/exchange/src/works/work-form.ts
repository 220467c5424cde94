import { predecessorsAmong, procedure, Sector, sectorNames, type StepKey } from "@ntm/domain/works"
import { Result } from "effect"
import { choiceCell, dayCell, moneyCell, numberCell, textCell, wholeCell, yesCell } from "../files/cells.ts"
import { readRowsFile, type RowForm, type RowsFile } from "../files/rows-file.ts"
import type { RowProblem } from "../files/row-problems.ts"
import { type Fields, moneyUnitColumn, type SheetColumn } from "../files/sheet.ts"

const sectorCell = choiceCell(
  Sector.literals.map((key) => ({ key, names: [sectorNames[key].vi, sectorNames[key].en] }))
)

const startOf = (step: StepKey): string => `${step} from`
const dueOf = (step: StepKey): string => `${step} to`

const stepColumns: ReadonlyArray<SheetColumn> = procedure.flatMap(({ key, name }) => [
  { field: startOf(key), headings: [`${name.vi} từ`], read: dayCell, at: [] },
  { field: dueOf(key), headings: [`${name.vi} đến`], read: dayCell, at: [] }
])

/** Columns that say of which batch the works are: the same in every row. */
const batchColumns: ReadonlyArray<SheetColumn> = [
  { field: "batch", headings: ["đợt", "mã đợt"], needed: true, read: textCell },
  { field: "batch name", headings: ["tên đợt"], needed: true, read: textCell },
  { field: "batch unit", headings: ["đơn vị của đợt"], needed: true, read: textCell },
  { field: "batch year", headings: ["năm của đợt", "năm"], needed: true, read: wholeCell },
  { field: "batch document", headings: ["văn bản của đợt"], read: textCell },
  { field: "batch approved", headings: ["ngày duyệt"], read: dayCell },
  { field: "batch due", headings: ["hạn của đợt"], read: dayCell }
]

const list = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? value.split(/[\s;,]+/).filter((key) => key !== "") : []

const milestonesOf = (fields: Fields): ReadonlyArray<object> => {
  const planned = new Set(
    procedure.flatMap(({ key }) =>
      fields[startOf(key)] === undefined && fields[dueOf(key)] === undefined ? [] : [key]
    )
  )
  return [...planned].map((step) => ({
    step,
    after: predecessorsAmong(step, planned),
    start: fields[startOf(step)],
    due: fields[dueOf(step)]
  }))
}

const batchOf = (fields: Fields): object => ({
  id: fields["batch"],
  name: fields["batch name"],
  unit: fields["batch unit"],
  year: fields["batch year"],
  document: fields["batch document"] ?? null,
  approvedOn: fields["batch approved"] ?? null,
  due: fields["batch due"] ?? null
})

/** The form of works, and the batch that the rows read so far are of. */
const workForm = () => {
  let batch: object | undefined
  const form: RowForm = {
    moneyAt: [["cost"]],
    columns: [
      ...batchColumns,
      { field: "code", headings: ["mã công trình", "mã"], needed: true, read: textCell },
      { field: "name", headings: ["tên công trình", "công trình"], needed: true, read: textCell },
      { field: "unit", headings: ["mã đơn vị", "đơn vị"], needed: true, read: textCell },
      { field: "sector", headings: ["lĩnh vực"], needed: true, read: sectorCell },
      { field: "investor", headings: ["chủ đầu tư"], needed: true, read: textCell },
      { field: "cost", headings: ["tổng mức đầu tư", "kinh phí"], needed: true, read: moneyCell },
      moneyUnitColumn,
      { field: "size", headings: ["quy mô"], read: numberCell, at: ["size.amount", "size"] },
      { field: "sizeUnit", headings: ["đơn vị quy mô", "size unit"], read: textCell, at: ["size.unit"] },
      { field: "serves", headings: ["phục vụ chỉ tiêu", "chỉ tiêu"], read: textCell },
      { field: "document", headings: ["văn bản"], read: textCell },
      { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell },
      ...stepColumns
    ],
    row: (fields, tell) => {
      const own = batchOf(fields)
      // A row whose cells could not be read says nothing of its batch.
      const named = batchColumns.every(({ field, needed }) => needed !== true || fields[field] !== undefined)
      if (named) batch ??= own
      if (named && JSON.stringify(own) !== JSON.stringify(batch))
        tell(
          "batch",
          "các cột về đợt phải giống nhau ở mọi dòng: một tệp là một đợt",
          "the columns about the batch must be the same in every row: a file is one batch"
        )
      const { size, sizeUnit } = fields
      if ((size === undefined) !== (sizeUnit === undefined))
        tell(
          size === undefined ? "size" : "sizeUnit",
          "quy mô phải đi cùng đơn vị của nó",
          "a size goes together with its unit"
        )
      const milestones = milestonesOf(fields)
      if (milestones.length === 0)
        tell(
          null,
          "chưa có ngày của bước nào (cột “Thi công từ”, “Thi công đến”…)",
          "no step has its days (columns “construction from”, “construction to”…)"
        )
      for (const { key, name } of procedure)
        for (const [day, other] of [
          [startOf(key), dueOf(key)],
          [dueOf(key), startOf(key)]
        ] as const)
          if (fields[day] === undefined && fields[other] !== undefined)
            tell(day, `bước “${name.vi}” cần cả ngày bắt đầu và ngày xong`, `the step “${name.en}” needs both its days`)
      return {
        code: fields["code"],
        name: fields["name"],
        unit: fields["unit"],
        batch: fields["batch"],
        sector: fields["sector"],
        investor: fields["investor"],
        cost: fields["cost"],
        size: size === undefined ? null : { amount: size, unit: sizeUnit },
        milestones,
        serves: list(fields["serves"]),
        document: fields["document"] ?? null,
        illustrative: fields["illustrative"] ?? false
      }
    }
  }
  return { form, batch: () => batch }
}

/** A batch with its works. */
export interface BatchFile extends RowsFile {
  readonly batch: unknown
}

/** Reads a file of works: CSV whose rows all name their batch, or JSON { batch, rows } as the API takes it. */
export const readBatchFile = async (file: string): Promise<Result.Result<BatchFile, ReadonlyArray<RowProblem>>> => {
  const { batch, form } = workForm()
  const read = await readRowsFile(file, form)
  return Result.map(read, (rows) => ({ ...rows, batch: batch() ?? rows.beside["batch"] }))
}
