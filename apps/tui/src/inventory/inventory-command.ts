import { makeClient } from "@ntm/contract"
import { checkInventoryRows, itemEventForm, itemForm, readRowsFile } from "@ntm/exchange"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import type { RunCommand } from "../shell/output.ts"
import { sends } from "../shell/sends.ts"
import { readOrRefuse } from "../shell/sent-file.ts"
import { countsCsv, listCsv } from "./inventory-csv.ts"
import { countsLines, listLines } from "./inventory-tables.ts"

const question = ({ options }: Asked) => ({
  unit: options["unit"],
  kind: options["kind"],
  year: options["year"],
  as_of: options["as-of"],
  known_at: options["known-at"]
})

const notAll = both(
  "Đây chỉ là những mục đầu; tăng --limit (đến 1000) hoặc thu hẹp câu hỏi.",
  "These are only the first entries; raise --limit (up to 1000) or narrow the question."
)

const list = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const { expiring, limit, q } = options
  const answer = await client.inventory.list({ ...question(asked), expiring, q, limit }, signal)
  const told = { json: answer, lines: listLines(answer, lang), csv: listCsv(answer) }
  return answer.next !== null ? { ...told, note: say(notAll, lang) } : told
}

const counts = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.inventory.counts(question(asked), asked.signal)
  return { json: answer, lines: countsLines(answer, asked.lang), csv: countsCsv(answer) }
}

const record = sends(itemForm, (client, body, signal) => client.inventory.record({ body }, signal), "mục", "entries")
const follow = sends(
  itemEventForm,
  (client, body, signal) => client.inventory.follow({ body }, signal),
  "diễn biến",
  "events"
)

const check = async ({ lang, operand: file, options }: Asked): Promise<Told> => {
  const what = options["events"] === undefined ? "items" : "events"
  const read = readOrRefuse(file, await readRowsFile(file, what === "items" ? itemForm : itemEventForm), lang)
  const problems = checkInventoryRows(file, read, what)
  readOrRefuse(file, problems.length === 0 ? Result.succeed(read) : Result.fail(problems), lang)
  const { length } = read.rows
  const sound = both(
    `${file}: đọc được ${length} dòng, chưa gửi gì.\nĐơn vị và mục đã có trong sổ do máy chủ kiểm khi ghi.`,
    `${file}: ${length} rows can be read, nothing was sent.\nUnits and what is listed already are checked when it is recorded.`
  )
  return { json: { file, rows: length, problems: [] }, lines: [say(sound, lang)] }
}

const where = ["unit", "kind", "year", "as-of", "known-at"]

/** What `ntm inventory` does. */
export const inventoryActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: [...where, "expiring", "q", "limit"], run: list }],
  ["counts", { isTable: true, options: where, needs: ["year"], run: counts }],
  ["record", { options: [], operand: "TỆP", writes: true, run: record }],
  ["follow", { options: [], operand: "TỆP", writes: true, run: follow }],
  ["check", { options: ["events"], operand: "TỆP", run: check }]
])

/** `ntm inventory list|counts|record|follow|check`. */
export const runInventoryCommand: RunCommand = (request, output) =>
  runAction(inventoryActions, request, output, makeClient(fetch, request.server))
