import {
  entriesOfTable,
  type EntryRecording,
  type FundingSourceKey,
  type FundingTable,
  type RowHolder,
  type TableEntries
} from "@ntm/domain/funding"
import { type Chronicle, childrenOn, type Unit, unitByCode } from "@ntm/domain/units"
import { Day, formatDay } from "@ntm/domain/values"
import { Result } from "effect"
import type { ReferenceDocument } from "./documents.ts"
import { printedColumns } from "./funding.ts"
import { pilot } from "./pilot.ts"
import type { Report } from "./problem.ts"
import type { StatedResources } from "./resources.ts"

/** Money that the documents of the pilot state, as entries. */
export interface PilotFunding {
  readonly tables: ReadonlyArray<TableEntries>
  readonly entries: ReadonlyArray<EntryRecording>
}

const countsOf = ({ sources }: FundingTable): ReadonlyArray<FundingSourceKey> =>
  sources.map(({ key }) => printedColumns.get(key) ?? "all")

const fileOf = ({ document, table }: FundingTable): string => `documents/${document}/${table}.json`

const provinceOn = (chronicle: Chronicle, day: Day, file: string, report: Report): Unit | undefined => {
  const province = unitByCode(chronicle.register, pilot.province, day)
  if (province === undefined)
    report(
      file,
      { path: "year" },
      `không có đơn vị ${pilot.province} vào ngày ${formatDay(day)}`,
      `there is no unit ${pilot.province} on ${day}`
    )
  return province
}

const entriesOf = (table: FundingTable, places: Parameters<typeof entriesOfTable>[1], report: Report) => {
  const made = entriesOfTable(table, places)
  if (Result.isSuccess(made)) return [made.success]
  const { vi, en } = made.failure.sentence
  report(fileOf(table), { path: "rows" }, vi, en)
  return []
}

/**
 * A printed table as entries of its units: results of a year stand on its last day, on the units that stood then.
 *
 * **Details** Rows are the units right below the province by their printed name, an agency of it, or the total. A row of another name is
 * a problem.
 */
const placedTable = (chronicle: Chronicle, table: FundingTable, report: Report): ReadonlyArray<TableEntries> => {
  const day = Day.make(`${table.year}-12-31`)
  const file = fileOf(table)
  const province = provinceOn(chronicle, day, file, report)
  if (province === undefined) return []
  const children = childrenOn(chronicle.register, province.id, day)
  const holders = new Map(
    table.rows.flatMap(({ kind, row, unit }): ReadonlyArray<readonly [number, RowHolder]> => {
      if (kind === "total") return [[row, { unit: province.id, agency: null }]]
      if (kind === "agencies") return [[row, { unit: province.id, agency: unit }]]
      const named = children.filter(({ name, type }) => `${type} ${name}`.toLowerCase() === unit.toLowerCase())
      const [found] = named
      if (found !== undefined && named.length === 1) return [[row, { unit: found.id, agency: null }]]
      report(
        file,
        { path: `rows[${row}].unit` },
        `không có đơn vị “${unit}” trực thuộc vào ngày ${formatDay(day)}`,
        `no unit “${unit}” stands right below on ${day}`
      )
      return []
    })
  )
  const tier = children[0]?.level ?? "commune"
  return holders.size < table.rows.length
    ? []
    : entriesOf(table, { tier, day, counts: countsOf(table), holders }, report)
}

/** What a text states for the whole province, as entries on the day of the document. */
const statedEntries = (
  chronicle: Chronicle,
  { day, places, table }: StatedResources,
  report: Report
): ReadonlyArray<EntryRecording> => {
  const province = provinceOn(chronicle, day, fileOf(table), report)
  if (province === undefined) return []
  const counts = countsOf(table)
  const holders = new Map([[0, { unit: province.id, agency: null }]])
  return entriesOf(table, { tier: "province", day, counts, holders }, report).flatMap(({ entries }) =>
    entries.map((entry) => ({ ...entry, place: places[counts.indexOf(entry.source)] ?? entry.place }))
  )
}

/** All money that the documents state, on the units of its day. */
export const placedFunding = (
  chronicle: Chronicle,
  documents: ReadonlyArray<ReferenceDocument>,
  report: Report
): PilotFunding => ({
  tables: documents.flatMap(({ fundingTables }) =>
    fundingTables.flatMap((table) => placedTable(chronicle, table, report))
  ),
  entries: documents.flatMap(({ resources }) => resources.flatMap((stated) => statedEntries(chronicle, stated, report)))
})
