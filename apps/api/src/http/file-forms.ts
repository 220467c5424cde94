import { DOCX } from "@ntm/exchange/proofs"

/** In what forms a question that hands out a file it makes can answer, by its path; the first is the usual one. */
const made: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["/assessments/units/:code/annex", [DOCX, "text/markdown", "application/json"]],
  ["/calendar.ics", ["text/calendar"]],
  ["/dossiers/:id/bundle", ["application/json"]],
  ["/funding/iati", ["application/xml"]],
  ["/observations/sdmx/data", ["application/vnd.sdmx.data+json"]],
  ["/observations/sdmx/structure", ["application/vnd.sdmx.structure+json"]],
  ["/session/calendar.ics", ["text/calendar"]],
  ["/works/ocds/releases", ["application/json"]],
  ["/works/ocds/records", ["application/json"]]
])

/** In what forms a file is made at a path; null where it is handed out as it was handed in, in whatever form that is. */
export const fileForms = (path: string): ReadonlyArray<string> | null => made.get(path) ?? null
