import { makeClient } from "@ntm/contract"
import { giftForm, landEventForm, readBatchFile, reportForm } from "@ntm/exchange"
import { both, say } from "../language/lang.ts"
import { plain } from "../parts/line.ts"
import { type Action, type Asked, runAction, type Told } from "../shell/actions.ts"
import type { RunCommand } from "../shell/output.ts"
import { recorded, sends } from "../shell/sends.ts"
import { readOrRefuse, sendRows } from "../shell/sent-file.ts"
import { ROOM } from "../units/table.ts"
import { workLines } from "./work-lines.ts"
import { alertsCsv, alertsLines, debtCsv, debtLines, landCsv, landLines } from "./debt-land-tables.ts"
import {
  batchesCsv,
  batchesLines,
  curveCsv,
  curveText,
  listCsv,
  listLines,
  slipsCsv,
  slipsLines
} from "./works-tables.ts"

const where = ["unit", "batch", "as-of", "known-at"]

const question = ({ options }: Asked) => ({
  unit: options["unit"],
  batch: options["batch"],
  as_of: options["as-of"],
  known_at: options["known-at"]
})

const notAll = both(
  "Đây chỉ là những công trình đầu; tăng --limit (đến 1000) hoặc thu hẹp câu hỏi.",
  "These are only the first works; raise --limit (up to 1000) or narrow the question."
)

const list = async (asked: Asked): Promise<Told> => {
  const { client, lang, options, signal } = asked
  const { late, limit, q, sector, sort, state } = options
  const answer = await client.works.list({ ...question(asked), sector, state, late, q, sort, limit }, signal)
  const told = { json: answer, lines: listLines(answer, lang), csv: listCsv(answer) }
  return answer.next !== null ? { ...told, note: say(notAll, lang) } : told
}

const show = async ({ client, lang, operand, options, signal }: Asked): Promise<Told> => {
  const asked = { id: operand, as_of: options["as-of"], known_at: options["known-at"] }
  const answer = await client.works.one(asked, signal)
  return { json: answer, lines: workLines(answer, ROOM, lang).map((line) => plain(line).trimEnd()) }
}

const batches = async (asked: Asked): Promise<Told> => {
  const { batch: _, ...rest } = question(asked)
  const answer = await asked.client.works.batches(rest, asked.signal)
  return { json: answer, lines: batchesLines(answer, asked.lang), csv: batchesCsv(answer) }
}

const curve = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.works.curve(question(asked), asked.signal)
  return { json: answer, lines: curveText(answer, asked.lang), csv: curveCsv(answer) }
}

const slips = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.works.slips({ ...question(asked), limit: asked.options["limit"] }, asked.signal)
  return { json: answer, lines: slipsLines(answer, asked.lang), csv: slipsCsv(answer) }
}

const debt = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.works.debt({ ...question(asked), limit: asked.options["limit"] }, asked.signal)
  return { json: answer, lines: debtLines(answer, asked.lang), csv: debtCsv(answer) }
}

const land = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.works.land(question(asked), asked.signal)
  return { json: answer, lines: landLines(answer, asked.lang), csv: landCsv(answer) }
}

const alerts = async (asked: Asked): Promise<Told> => {
  const answer = await asked.client.works.alerts({ ...question(asked), each: asked.options["limit"] }, asked.signal)
  return { json: answer, lines: alertsLines(answer, asked.lang), csv: alertsCsv(answer, asked.lang) }
}

const approve = async ({ client, lang, operand: file, signal }: Asked): Promise<Told> => {
  const { batch, ...read } = readOrRefuse(file, await readBatchFile(file), lang)
  const body = { batch, rows: read.rows }
  const answer = await sendRows(file, read, lang, () => client.works.approve({ body }, signal))
  return { json: answer, lines: [say(recorded(answer.items.length, file, "công trình", "works"), lang)] }
}

const report = sends(reportForm, (client, body, signal) => client.works.report({ body }, signal), "báo cáo", "reports")
const giveLand = sends(
  giftForm,
  (client, body, signal) => client.works.giveLand({ body }, signal),
  "khoản hiến đất",
  "gifts of land"
)
const followLand = sends(
  landEventForm,
  (client, body, signal) => client.works.followLand({ body }, signal),
  "việc về đất",
  "events of land"
)

const file = { options: [], operand: "TỆP", writes: true } as const

/** What `ntm works` does. */
export const worksActions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { isTable: true, options: [...where, "sector", "state", "late", "q", "sort", "limit"], run: list }],
  ["show", { options: ["as-of", "known-at"], operand: "SỐ", run: show }],
  ["batches", { isTable: true, options: ["unit", "as-of", "known-at"], run: batches }],
  ["curve", { isTable: true, options: where, run: curve }],
  ["slips", { isTable: true, options: [...where, "limit"], run: slips }],
  ["debt", { isTable: true, options: [...where, "limit"], run: debt }],
  ["land", { isTable: true, options: where, run: land }],
  ["alerts", { isTable: true, options: [...where, "limit"], run: alerts }],
  ["approve", { ...file, run: approve }],
  ["report", { ...file, run: report }],
  ["give-land", { ...file, run: giveLand }],
  ["follow-land", { ...file, run: followLand }]
])

/** `ntm works list|show|batches|curve|slips|debt|land|alerts|approve|report|give-land|follow-land`. */
export const runWorksCommand: RunCommand = (request, output) =>
  runAction(worksActions, request, output, makeClient(fetch, request.server))
