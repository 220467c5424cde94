import {
  type Agency,
  agencyDirectory,
  type Assignment,
  askedAlone as askedOfOne,
  type Duty,
  type Limitation,
  type Recommendation,
  type Tasking,
  type WorkCalendar
} from "@ntm/domain/assignments"
import type { Chronicle } from "@ntm/domain/units"
import type { PgTable } from "drizzle-orm/pg-core"
import type { Tag } from "../database/database.ts"
import { insertRows, type Row } from "../reference/insert.ts"
import { agency, askedAlone, duty, limitation, recommendation, tasking, workCalendar } from "./undertakings-tables.ts"

/** Who owes what by when, as an import brings it. */
export interface ImportedUndertakings {
  readonly agencies: ReadonlyArray<Agency>
  readonly calendar: WorkCalendar | null
  readonly taskings: ReadonlyArray<Tasking>
  readonly duties: ReadonlyArray<Duty>
  readonly recommendations: ReadonlyArray<Recommendation>
  readonly limitations: ReadonlyArray<Limitation>
}

/** Children of documents, and what nothing points at. */
export const undertakingTables: ReadonlyArray<PgTable> = [
  askedAlone,
  agency,
  workCalendar,
  tasking,
  duty,
  recommendation,
  limitation
]

/** What undertakings are read by: the assignments of the same documents, and the register. */
export interface AskedBeside {
  readonly assignments: ReadonlyArray<Assignment>
  readonly chronicle: Chronicle
}

/** Writes them after their documents, in the order in which they are read again. */
export const insertUndertakings = async (
  sql: Tag,
  { agencies, calendar, duties, limitations, recommendations, taskings }: ImportedUndertakings,
  { assignments, chronicle }: AskedBeside,
  importId: number
): Promise<void> => {
  const insert = <T extends PgTable>(table: T, rows: ReadonlyArray<Row<T>>) => insertRows(sql, table, rows, importId)
  await insert(
    agency,
    agencies.map((body, position) => ({ id: body.id, position, body }))
  )
  await insert(workCalendar, calendar === null ? [] : [{ position: 0, body: calendar }])
  await insert(
    tasking,
    taskings.map((body, position) => ({ documentId: body.document, position, body }))
  )
  await insert(
    duty,
    duties.map((body, position) => ({ documentId: body.document, no: body.no, position, body }))
  )
  await insert(
    recommendation,
    recommendations.map((body, position) => ({ documentId: body.document, no: body.no, position, body }))
  )
  await insert(
    limitation,
    limitations.map((body, position) => ({ documentId: body.document, id: body.id, position, body }))
  )
  const asking = { assignments, duties, recommendations, taskings, agencies: agencyDirectory(agencies), chronicle }
  await insert(
    askedAlone,
    askedOfOne(asking).map(({ document: documentId, ...one }) => ({ ...one, documentId }))
  )
}
