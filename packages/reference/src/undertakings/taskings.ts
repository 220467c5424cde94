import { checkTasking, ClosingCondition, Dependency, Tasking } from "@ntm/domain/assignments"
import { Schema } from "effect"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

/** How the assignments of one document are read, as `tasking.json` writes it. */
const File = Schema.Struct({
  province: Tasking.fields.province,
  askedOn: Tasking.fields.askedOn,
  inferred: Schema.optionalKey(Schema.Boolean),
  note: Schema.optionalKey(Schema.String),
  dependencies: Schema.Array(Dependency),
  closing: Schema.optionalKey(Schema.Array(Schema.Struct({ no: Schema.NonEmptyString, condition: ClosingCondition })))
})

const decodeFile = decoder(File)

/** The name of the file beside a document that says how its assignments are read. */
export const taskingFile = (document: string): string => `documents/${document}/tasking.json`

/** Of every document that has a `tasking.json`: its province, the day of its names, what waits for what, what closes what. */
export const readTaskings = (
  files: DataFiles,
  documents: ReadonlyArray<ReferenceDocument>,
  report: Report
): ReadonlyArray<Tasking> =>
  documents.flatMap(({ assignments, id, places }): ReadonlyArray<Tasking> => {
    const file = taskingFile(id)
    if (!files.has(file)) return []
    const json = readJson(files, file, report)
    if (json === undefined) return []
    const read = decodeFile(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
    if (read === undefined) return []
    const tasking: Tasking = { inferred: false, note: null, closing: [], ...read, document: id }
    // What could not be read was told; that its numbers are missing would only repeat it.
    if (places === undefined) return [tasking]
    for (const { path, reason } of checkTasking(tasking, assignments)) report(file, { path }, reason.vi, reason.en)
    return [tasking]
  })
