import { ApiProblem, makeClient } from "@ntm/contract"
import { unitWritten } from "@ntm/domain/assignments"
import { dueDigest, readRowsFile, taskEventForm } from "@ntm/exchange"
import { both, say } from "../language/lang.ts"
import { provedLines, proveRows, provingAll } from "../observations/evidence-given.ts"
import { plain } from "../parts/line.ts"
import { type Action, type Asked, runAction, runOnly, type Told } from "../shell/actions.ts"
import { writeNew } from "../shell/new-file.ts"
import type { RunCommand } from "../shell/output.ts"
import { readOrRefuse, sendRows } from "../shell/sent-file.ts"
import { ROOM } from "../units/table.ts"
import { headLines } from "../works/works-tables.ts"
import { taskLines } from "./task-lines.ts"
import { dueCsv, dueLines, listCsv, listLines, loadCsv, loadLines } from "./tasks-tables.ts"
import { timelineCsv, timelineLines } from "./timeline-lines.ts"

const when = ["as-of", "known-at"]
const where = ["document", "unit", "agency", "role", ...when]

const question = ({ options }: Asked) => ({
  document: options["document"],
  unit: options["unit"],
  agency: options["agency"],
  role: options["role"],
  as_of: options["as-of"],
  known_at: options["known-at"]
})

const notAll = both(
  "Đây chỉ là những nhiệm vụ đầu; tăng --limit (đến 1000) hoặc thu hẹp câu hỏi.",
  "These are only the first tasks; raise --limit (up to 1000) or narrow the question."
)

const list = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const { limit, q, sort, timeliness } = options
  const answer = await client.assignments.tasks({ ...question(asked), timeliness, q, sort, limit }, signal)
  const told = { json: answer, lines: listLines(answer, lang), csv: listCsv(answer) }
  return answer.next !== null ? { ...told, note: say(notAll, lang) } : told
}

const show = async (asked: Asked): Promise<Told> => {
  const { client, lang, operand: task, options, signal } = asked
  const answer = await client.assignments.task({ task, as_of: options["as-of"], known_at: options["known-at"] }, signal)
  const page = taskLines(answer, ROOM, lang).map((line) => plain(line).trimEnd())
  return { json: answer, lines: [...headLines(answer, lang), ...page] }
}

const timeline = async (asked: Asked): Promise<Told> => {
  const { client, lang, operand: document, options, signal } = asked
  const answer = await client.assignments.timeline(
    { document, as_of: options["as-of"], known_at: options["known-at"] },
    signal
  )
  const page = timelineLines(answer, ROOM, lang).map((line) => plain(line).trimEnd())
  return { json: answer, lines: [...headLines(answer, lang), ...page], csv: timelineCsv(answer, lang) }
}

const load = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.assignments.load(question(asked), asked.signal)
  return { json: answer, lines: loadLines(answer, asked.lang), csv: loadCsv(answer) }
}

const record = async ({ client, lang, operand: file, options, signal }: Asked): Promise<Told> => {
  const read = readOrRefuse(file, await readRowsFile(file, taskEventForm), lang)
  const named = provingAll(options["evidence"])
  const { files, rows } = await proveRows(client, { file, rows: read.rows, named }, signal)
  const answer = await sendRows(file, read, lang, () => client.assignments.record({ body: { rows } }, signal))
  const { length } = answer.items
  const done = both(`Đã ghi ${length} diễn biến nhiệm vụ từ ${file}.`, `Recorded ${length} events of tasks of ${file}.`)
  return { json: answer, lines: [say(done, lang), ...provedLines(files, lang)] }
}

/** Writes the calendar of the same tasks into a file that was not there. */
const writeCalendar = async (asked: Asked, file: string): Promise<string> => {
  const { client, lang, signal } = asked
  const { content } = await client.assignments.calendar({ ...question(asked), lang }, signal)
  const wrong = await writeNew(file, content)
  if (wrong !== null)
    throw new ApiProblem({ type: "urn:ntm:problem:not-written", title: wrong.vi, titleEn: wrong.en, status: 422 })
  return say(both(`Đã ghi lịch vào ${file}.`, `The calendar was written to ${file}.`), lang)
}

/** Whose digest it is, as its heading names them; null: everybody's. */
const digestOf = async ({ client, options: { agency, unit }, signal }: Asked, asOf: string): Promise<string | null> => {
  if (agency !== undefined) return (await client.agencies.one({ id: agency, as_of: asOf }, signal)).agency.name
  if (unit === undefined) return null
  const { unit: row } = await client.units.get({ code: unit, as_of: asOf }, signal)
  return unitWritten(row)
}

const due = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const answer = await client.assignments.due({ ...question(asked), days: options["days"] }, signal)
  if (options["digest"] !== undefined) {
    const digest = dueDigest(answer, lang, await digestOf(asked, answer.asOf))
    const body = options["format"] === "html" ? digest.html : digest.text
    return { json: digest, lines: body.trimEnd().split("\n") }
  }
  const told = { json: answer, lines: dueLines(answer, lang), csv: dueCsv(answer) }
  const file = options["ics"]
  return file === undefined ? told : { ...told, note: await writeCalendar(asked, file) }
}

/** What `ntm tasks` does. */
export const tasksActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: [...where, "timeliness", "q", "sort", "limit"], run: list }],
  ["show", { options: when, operand: "MÃ", run: show }],
  ["timeline", { isTable: true, options: when, operand: "VĂN-BẢN", run: timeline }],
  ["load", { isTable: true, options: where, run: load }],
  ["record", { options: ["evidence"], operand: "TỆP", writes: true, run: record }]
])

/** What `ntm due` does. */
export const dueAction: Action = {
  isTable: true,
  options: [...where, "days", "ics", "digest", "format"],
  check: ({ csv, digest, format, ics }) => {
    if (digest === undefined)
      return format === undefined ? null : both("--format chỉ dùng với --digest.", "--format goes with --digest only.")
    if (ics !== undefined || csv !== undefined)
      return both("--digest không dùng cùng --ics, --csv.", "--digest does not go with --ics or --csv.")
    return format === undefined || format === "text" || format === "html"
      ? null
      : both("--format phải là text hoặc html.", "--format must be text or html.")
  },
  run: due
}

/** `ntm tasks list|show|timeline|load|record`. */
export const runTasksCommand: RunCommand = (request, output) =>
  runAction(tasksActions, request, output, makeClient(fetch, request.server))

/** `ntm due`. */
export const runDueCommand: RunCommand = (request, output) =>
  runOnly(dueAction, request, output, makeClient(fetch, request.server))
