import type { AgencyDirectory, Duty, Limitation, Recommendation, Tasking, WorkCalendar } from "@ntm/domain/assignments"
import type { Chronicle } from "@ntm/domain/units"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import type { Report } from "../problem.ts"
import { readAgencies } from "./agencies.ts"
import { readCalendar } from "./calendar.ts"
import { readDuties } from "./duties.ts"
import { figureIds } from "./figures.ts"
import { readLimitations } from "./limitations.ts"
import { checkNames, checkProvinces } from "./parties.ts"
import { readRecommendations } from "./recommendations.ts"
import { readTaskings } from "./taskings.ts"

/** Who owes what by when, as the documents say it and as far as they are to be read so. */
export interface Undertakings {
  readonly agencies: AgencyDirectory
  /** Undefined where the folder has none; then nothing in it may come again. */
  readonly calendar: WorkCalendar | undefined
  readonly taskings: ReadonlyArray<Tasking>
  readonly duties: ReadonlyArray<Duty>
  readonly recommendations: ReadonlyArray<Recommendation>
  readonly limitations: ReadonlyArray<Limitation>
}

/**
 * Reads agencies, the calendar, and what stands beside each document: how its assignments are read, standing responsibilities,
 * recommendations, limitations.
 *
 * **Details** `chronicle` undefined: it could not be made, so names are not held against it; its problems would come again with every name.
 */
export const readUndertakings = (
  files: DataFiles,
  documents: ReadonlyArray<ReferenceDocument>,
  chronicle: Chronicle | undefined,
  report: Report
): Undertakings => {
  const agencies = readAgencies(files, report)
  const calendar = readCalendar(files, report)
  const taskings = readTaskings(files, documents, report)
  const duties = readDuties(files, documents, report)
  // Days on which something is due are counted on it: without it the reader says that the file is missing.
  if (calendar === undefined && duties.length > 0) readJson(files, "calendar/vn.json", report)
  const figures = figureIds(
    files,
    documents.map(({ id }) => id),
    report
  )
  const recommendations = readRecommendations(files, documents, figures, report)
  const made = new Set(recommendations.map(({ document, no }) => `${document}/${no}`))
  const limitations = readLimitations(files, documents, { figures, recommendations: made }, report)
  if (chronicle !== undefined) {
    const of = <A extends { readonly document: string }>(all: ReadonlyArray<A>, id: string) =>
      all.filter(({ document }) => document === id)
    const named = documents.map((document) => ({
      document,
      duties: of(duties, document.id),
      recommendations: of(recommendations, document.id)
    }))
    checkProvinces(agencies.agencies, chronicle, report)
    checkNames(named, taskings, { chronicle, directory: agencies }, report)
  }
  return { agencies, calendar, taskings, duties, recommendations, limitations }
}
