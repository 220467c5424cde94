import { WorksRules } from "@ntm/domain/works"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

const FILE = "works/alert-rules.json"

const decodeRules = decoder(WorksRules)

/** `works/alert-rules.json`: what the programme holds works to; null where the folder has none, or after a report. */
export const readWorksRules = (files: DataFiles, report: Report): WorksRules | null => {
  if (!files.has(FILE)) return null
  const json = readJson(files, FILE, report)
  const read =
    json === undefined ? undefined : decodeRules(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  return read ?? null
}
