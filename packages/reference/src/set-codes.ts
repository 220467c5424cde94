import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

const FILE = "documents/set-codes.json"

const Codes = Schema.Record(
  Schema.String,
  Schema.Struct({
    /** Id of the criteria set; null: the system does not hold it. */
    set: Schema.NullOr(Schema.NonEmptyString),
    name: Schema.NonEmptyString
  })
)

/** Criteria sets by the short codes that the transcriptions of documents give them. */
export type SetCodes = ReadonlyMap<string, (typeof Codes.Type)[string]>

const decodeCodes = decoder(Codes)

/** Reads `documents/set-codes.json`, held against the ids of the sets that there are; empty where there is no such file. */
export const readSetCodes = (files: DataFiles, sets: ReadonlySet<string>, report: Report): SetCodes => {
  if (!files.has(FILE)) return new Map()
  const json = readJson(files, FILE, report)
  if (json === undefined) return new Map()
  const codes = decodeCodes(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en)) ?? {}
  for (const [code, { set }] of Object.entries(codes)) {
    if (set === null || sets.has(set)) continue
    report(FILE, { path: `${code}.set` }, `không có bộ tiêu chí “${set}”`, `there is no criteria set “${set}”`)
  }
  return new Map(Object.entries(codes))
}
