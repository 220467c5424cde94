import { checkProcedures, Procedure } from "@ntm/domain/dossiers"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const FILE = "dossiers/procedures.json"

const decodeFile = decoder(Schema.Struct({ procedures: Schema.NonEmptyArray(Procedure) }))

/** `dossiers/procedures.json`: how units are recognised, by level, tier and form of government; none where the folder has no such file. */
export const readProcedures = (files: DataFiles, report: Report): ReadonlyArray<Procedure> => {
  if (!files.has(FILE)) return []
  const json = readJson(files, FILE, report)
  const read =
    json === undefined ? undefined : decodeFile(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  if (read === undefined) return []
  const { procedures } = read
  for (const { path, reason } of checkProcedures(procedures))
    report(FILE, { path: `procedures${path}` }, reason.vi, reason.en)
  return procedures
}
