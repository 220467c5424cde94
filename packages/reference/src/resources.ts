import type { DocumentId } from "@ntm/domain/documents"
import { FundingStage, type FundingTable } from "@ntm/domain/funding"
import { Day, dong, type Dong, MoneyUnit, moneyUnitExponent } from "@ntm/domain/values"
import { Result, Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { printedColumns } from "./funding.ts"
import { decoder, type Report } from "./problem.ts"

const Resources = Schema.Struct({
  name: Schema.NonEmptyString,
  year: Schema.Int,
  stage: FundingStage,
  /** Figures of the document, by what each counts as. */
  figures: Schema.NonEmptyArray(Schema.Struct({ figure: Schema.NonEmptyString, column: Schema.NonEmptyString }))
})

const decodeResources = decoder(Resources)
const decodeFigures = decoder(
  Schema.Array(
    Schema.Struct({
      id: Schema.NonEmptyString,
      label: Schema.NonEmptyString,
      section: Schema.optionalKey(Schema.NullOr(Schema.String)),
      value: Schema.Unknown,
      unit: Schema.optionalKey(Schema.NullOr(Schema.String))
    })
  )
)
const decodeDate = decoder(Schema.Struct({ date: Day }))

/** Money that the text of a document states for the whole province, by source: one row of a table that nobody printed as one. */
export interface StatedResources {
  readonly table: FundingTable
  /** The day of the document. */
  readonly day: Day
  /** Where each column stands in the document, along the table's. */
  readonly places: ReadonlyArray<string>
}

/**
 * Which figures of a document are money of the province, and of which source; the figures themselves say how much.
 *
 * **Details** The file stands beside `figures.json`, which keeps each amount once.
 */
export const readResources = (
  files: DataFiles,
  file: string,
  document: DocumentId,
  report: Report
): ReadonlyArray<StatedResources> => {
  const folder = file.slice(0, file.lastIndexOf("/"))
  const wrong = (path: string, vi: string, en: string) => report(file, { path }, vi, en)
  const raw = decodeResources(readJson(files, file, report), (path, reason) => wrong(path, reason.vi, reason.en))
  const figuresFile = `${folder}/figures.json`
  const figures = decodeFigures(readJson(files, figuresFile, report), (path, reason) =>
    report(figuresFile, { path }, reason.vi, reason.en)
  )
  const headFile = `${folder}/document.json`
  const head = decodeDate(readJson(files, headFile, report), (path, reason) =>
    report(headFile, { path }, reason.vi, reason.en)
  )
  if (raw === undefined || figures === undefined || head === undefined) return []
  const units = new Set<MoneyUnit>()
  const cells = raw.figures.flatMap(({ column, figure: id }, at) => {
    const path = `figures[${at}]`
    const figure = figures.find((one) => one.id === id)
    if (figure === undefined) {
      wrong(`${path}.figure`, `văn bản không có số liệu “${id}”`, `the document has no figure “${id}”`)
      return []
    }
    if (!printedColumns.has(column)) {
      wrong(`${path}.column`, `không biết nguồn vốn “${column}”`, `unknown source of funding “${column}”`)
      return []
    }
    const unit = MoneyUnit.literals.find((known) => known === figure.unit)
    const amount =
      unit === undefined || typeof figure.value !== "number"
        ? undefined
        : dong(Number(`${figure.value}e${moneyUnitExponent(unit)}`))
    if (unit === undefined || amount === undefined || Result.isFailure(amount)) {
      wrong(`${path}.figure`, `“${id}” không phải số tiền`, `“${id}” is no amount of money`)
      return []
    }
    units.add(unit)
    const section = figure.section ?? null
    const place = section === null ? figure.label : `Mục ${section}: ${figure.label}`
    return [{ key: column, label: figure.label, amount: amount.success, place }]
  })
  const [unit] = units
  if (unit === undefined) return []
  const amounts: ReadonlyArray<Dong> = cells.map(({ amount }) => amount)
  return [
    {
      day: head.date,
      places: cells.map(({ place }) => place),
      table: {
        document,
        table: file.slice(file.lastIndexOf("/") + 1, -".json".length),
        name: raw.name,
        title: null,
        year: raw.year,
        stage: raw.stage,
        printedUnit: unit,
        sources: cells.map(({ key, label }) => ({ key, label, parent: null })),
        rows: [{ row: 0, unit: "", kind: null, amounts }]
      }
    }
  ]
}
