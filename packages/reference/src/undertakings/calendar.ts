import { checkCalendar, WorkCalendar } from "@ntm/domain/assignments"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const FILE = "calendar/vn.json"

const decodeCalendar = decoder(WorkCalendar)

/** The calendar of working days, checked by `checkCalendar`; undefined where there is no such file, or after a report. */
export const readCalendar = (files: DataFiles, report: Report): WorkCalendar | undefined => {
  if (!files.has(FILE)) return undefined
  const json = readJson(files, FILE, report)
  if (json === undefined) return undefined
  const calendar = decodeCalendar(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  if (calendar === undefined) return undefined
  for (const { path, reason } of checkCalendar(calendar)) report(FILE, { path }, reason.vi, reason.en)
  return calendar
}
