import { catalogueOf, ObservationsRefused } from "@ntm/domain/criteria"
import { type EntryRecording, FundingRefused } from "@ntm/domain/funding"
import { type Chronicle, chronicleOf } from "@ntm/domain/units"
import type { Bilingual } from "@ntm/domain/values"
import { InventoryRefused } from "@ntm/domain/inventory"
import { WorksRefused } from "@ntm/domain/works"
import { getTableName } from "drizzle-orm"
import type { Array as Arrays } from "effect"
import type { PgTable } from "drizzle-orm/pg-core"
import { assignmentRows } from "../assignments/load.ts"
import { assignment } from "../assignments/tables.ts"
import { insertUndertakings, undertakingTables } from "../assignments/undertakings.ts"
import {
  criteriaSetBasisRows,
  criteriaSetRows,
  criterionRows,
  indicatorRows,
  setResultLineRows,
  setResultRows
} from "../criteria/load.ts"
import { keepRecognitions, keepSets } from "../criteria/knowledge.ts"
import { targetRows } from "../criteria/targets.ts"
import { target } from "../criteria/target-tables.ts"
import { criteriaSet, criteriaSetBasis, criterion, indicator, setResult, setResultLine } from "../criteria/tables.ts"
import {
  documentRows,
  figureRows,
  findingRows,
  legalBasisRows,
  printedRowRows,
  printedTableRows
} from "../documents/load.ts"
import { document, figure, finding, legalBasis, printedRow, printedTable } from "../documents/tables.ts"
import { importDossiers } from "../dossiers/importing.ts"
import { keepProcedures } from "../dossiers/procedures.ts"
import { dossierProcedure } from "../dossiers/tables.ts"
import { importEntries } from "../funding/importing.ts"
import { fundingTableRows } from "../funding/load.ts"
import { fundingTable } from "../funding/tables.ts"
import { worksOf } from "../funding/works-of.ts"
import { type ImportedInventory, importInventory } from "../inventory/importing.ts"
import { inventoryTarget } from "../inventory/tables.ts"
import { type ImportedObservations, importer, importObservations } from "../observations/importing.ts"
import { nextMoment } from "../observations/ledger.ts"
import { writeUnits } from "../units/load.ts"
import { importWorks } from "../works/importing.ts"
import { keepRules } from "../works/rules.ts"
import { type Facts, FactsRefused } from "./facts.ts"
import { insertRows, type Row, upsertRows } from "./insert.ts"
import { deleteEarlier, type Writing } from "./writing.ts"

/** Tables that nothing outside an import points at, children before parents. */
const details: ReadonlyArray<PgTable> = [
  assignment,
  ...undertakingTables,
  target,
  inventoryTarget,
  fundingTable,
  dossierProcedure,
  setResultLine,
  setResult,
  finding,
  printedRow,
  printedTable,
  figure,
  legalBasis,
  indicator,
  criterion,
  criteriaSetBasis
]

/** For tables that later facts point at: rows are brought up to date in place, and only what is gone is deleted. */
const upsert = async <T extends PgTable>(writing: Writing, table: T, rows: ReadonlyArray<Row<T>>): Promise<void> => {
  const written = await upsertRows(writing.sql, table, rows, writing.importId, writing.earlier)
  await deleteEarlier(writing, [table])
  if (written === rows.length) return
  const tableName = getTableName(table)
  throw new FactsRefused({
    importName: writing.importName,
    vi: `${rows.length - written} dòng của “${tableName}” đã được nạp từ một nguồn khác; không ghi gì.`,
    en: `${rows.length - written} rows of “${tableName}” were loaded from another source already; nothing was written.`
  })
}

const count = (value: number): string => value.toLocaleString("vi-VN")

/** What a journal refuses is wrong with the facts: the first of its problems, and how many there are. */
const refusedFor = (
  importName: string,
  what: Bilingual,
  [{ sentence }, ...others]: Arrays.NonEmptyReadonlyArray<{ readonly sentence: Bilingual }>
): FactsRefused =>
  new FactsRefused({
    importName,
    vi: `${what.vi} của “${importName}” không ghi được: ${sentence.vi}${others.length === 0 ? "" : ` (và ${others.length} lỗi khác)`}`,
    en: `${what.en} of “${importName}” cannot be recorded: ${sentence.en}${others.length === 0 ? "" : ` (and ${others.length} more)`}`
  })

const bringObservations = ({ importName, sql }: Writing, observations: ImportedObservations): Promise<void> =>
  importObservations(sql, observations).catch((error: unknown) => {
    throw error instanceof ObservationsRefused
      ? refusedFor(importName, { vi: "Số liệu", en: "Values" }, error.problems)
      : error
  })

const chronicleIn = ({ observations, reorganisations, units }: Facts): Chronicle =>
  observations?.chronicle ?? chronicleOf(units, reorganisations)

/** Works before their money, which names them; answers that. */
const bringWorks = async (writing: Writing, facts: Facts): Promise<ReadonlyArray<EntryRecording>> => {
  const { criteriaSets, works } = facts
  if (works === undefined) return []
  const writer = { actor: importer, chronicle: chronicleIn(facts), inputs: catalogueOf(criteriaSets) }
  return importWorks(writing.sql, works, writer, writing).catch((error: unknown) => {
    throw error instanceof WorksRefused
      ? refusedFor(writing.importName, { vi: "Công trình", en: "Works" }, error.problems)
      : error
  })
}

const bringFunding = (
  { importName, sql }: Writing,
  facts: Facts,
  ofWorks: ReadonlyArray<EntryRecording>
): Promise<void> =>
  importEntries(sql, {
    chronicle: chronicleIn(facts),
    entries: [...facts.fundingTables.flatMap(({ entries }) => entries), ...(facts.fundingEntries ?? []), ...ofWorks],
    actor: importer,
    worksOf
  }).catch((error: unknown) => {
    throw error instanceof FundingRefused
      ? refusedFor(importName, { vi: "Nguồn vốn", en: "Funding" }, error.problems)
      : error
  })

const bringInventory = (
  { importId, importName, sql }: Writing,
  facts: Facts,
  inventory: ImportedInventory
): Promise<void> =>
  importInventory(sql, inventory, { actor: importer, chronicle: chronicleIn(facts) }, importId).catch(
    (error: unknown) => {
      throw error instanceof InventoryRefused
        ? refusedFor(importName, { vi: "Sổ theo dõi", en: "Registers" }, error.problems)
        : error
    }
  )

/** Writes all facts of an import in the place of those of its earlier ones. */
export const writeFacts = async (writing: Writing, facts: Facts, say: (message: string) => void): Promise<void> => {
  const { sql, importId } = writing
  const insert = <T extends PgTable>(table: T, rows: ReadonlyArray<Row<T>>) => insertRows(sql, table, rows, importId)

  await deleteEarlier(writing, details)
  say(`Đang nạp ${count(new Set(facts.units.map(({ id }) => id)).size)} đơn vị hành chính…`)
  await writeUnits(writing, facts)

  say(`Đang nạp ${count(facts.criteriaSets.length)} bộ tiêu chí…`)
  await upsert(writing, criteriaSet, criteriaSetRows(facts.criteriaSets))
  await insert(criteriaSetBasis, criteriaSetBasisRows(facts.criteriaSets))
  await insert(criterion, criterionRows(facts.criteriaSets))
  await insert(indicator, indicatorRows(facts.criteriaSets))

  say(`Đang nạp ${count(facts.documents.length)} văn bản…`)
  await upsert(writing, document, documentRows(facts.documents))
  await insert(legalBasis, legalBasisRows(facts.documents))
  await insert(figure, figureRows(facts.documents))
  await insert(printedTable, printedTableRows(facts.documents))
  await insert(printedRow, printedRowRows(facts.documents))
  await insert(setResult, setResultRows(facts.setResults))
  await insert(setResultLine, setResultLineRows(facts.setResults))
  const moment = await nextMoment(sql)
  for (const id of await keepSets(writing, moment))
    say(
      `Bộ tiêu chí “${id}”: giữ bản văn phòng đã nạp; bản kèm chương trình nay khác lúc nạp (xem: ntm sets versions ${id})`
    )
  await keepRecognitions(writing, facts.recognitions, moment)
  await insert(target, targetRows(facts.targets))
  if (facts.observations !== undefined) {
    say(`Đang nạp ${count(facts.observations.recordings.length)} số liệu…`)
    await bringObservations(writing, facts.observations)
  }
  await insert(fundingTable, fundingTableRows(facts.fundingTables.map(({ head }) => head)))
  await keepRules(writing, facts.worksRules ?? null)
  if (facts.works !== undefined) say(`Đang nạp ${count(facts.works.works.length)} công trình…`)
  await bringFunding(writing, facts, await bringWorks(writing, facts))
  if (facts.inventory !== undefined) await bringInventory(writing, facts, facts.inventory)
  await insert(assignment, assignmentRows(facts.assignments))
  if (facts.undertakings !== undefined) {
    const beside = { assignments: facts.assignments, chronicle: chronicleIn(facts) }
    await insertUndertakings(sql, facts.undertakings, beside, importId)
  }
  if (facts.dossiers !== undefined) {
    const { dossiers, procedures } = facts.dossiers
    await insert(
      dossierProcedure,
      procedures.map((body, position) => ({ id: body.id, position, body }))
    )
    for (const { beside, id } of await keepProcedures(writing, procedures, moment))
      say(
        `Trình tự “${id}”: giữ “${beside}” do văn phòng đã nạp; bản kèm chương trình nay khác (xem: ntm dossiers procedures)`
      )
    await importDossiers(sql, dossiers, moment)
  }
  await insert(finding, findingRows(facts.findings))
}
