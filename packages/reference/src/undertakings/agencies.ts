import { Agency, type AgencyDirectory, agencyDirectory, checkAgencies } from "@ntm/domain/assignments"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const FILE = "agencies.json"

const { alsoWritten, members, passesTo, ...fields } = Agency.fields

/** An agency as the file writes it: lists that are empty are left out. */
const Row = Schema.Struct({
  ...fields,
  alsoWritten: Schema.optionalKey(alsoWritten),
  passesTo: Schema.optionalKey(passesTo),
  members: Schema.optionalKey(members)
})

const decodeRows = decoder(Schema.Array(Row))

/** Agencies of `agencies.json`, checked by `checkAgencies`; none where there is no such file. */
export const readAgencies = (files: DataFiles, report: Report): AgencyDirectory => {
  const json = files.has(FILE) ? readJson(files, FILE, report) : []
  const rows = decodeRows(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en)) ?? []
  const agencies = rows.map((row): Agency => ({ alsoWritten: [], passesTo: [], members: [], ...row }))
  for (const { path, reason } of checkAgencies(agencies)) report(FILE, { path }, reason.vi, reason.en)
  return agencyDirectory(agencies)
}
