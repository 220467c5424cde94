import { type Client, makeClient } from "@ntm/contract"
import { beginning, Checkpoint, follow, followedTo, followFrom, type Following } from "@ntm/domain/changes"
import { Schema } from "effect"
import { readFile } from "node:fs/promises"
import { both, say } from "../language/lang.ts"
import { type Asked, misuse, printed, running } from "../people/running.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { auditLines } from "./audit-log-text.ts"

/** Entries that are fetched at once. */
const PAGE = 1000

/** For each page: a long chain takes longer than a question. */
const PAGE_MS = 60_000

const words = {
  sound: both("Nguyên vẹn", "Sound"),
  entries: both("mục đã kiểm tra", "entries verified"),
  broken: both("KHÔNG NGUYÊN VẸN, mục", "NOT SOUND, entry"),
  end: both("mục cuối", "last entry")
} as const

const list = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const { cursor, limit = "20", noun, person, unit } = request.options
  const answer = await client.audit.list({ unit, person, noun, cursor, limit }, signal)
  return printed(asked, answer, auditLines(answer.items, request.lang))
}

const checkpoint = async (asked: Asked): Promise<number> => {
  const answer = await asked.client.audit.checkpoint({}, asked.signal)
  const { hash, moment, seq } = answer
  // The same with or without --json: it is made to be kept.
  asked.output.out(`${JSON.stringify({ seq, moment, hash }, null, 2)}\n`)
  return exit.done
}

const decodeCheckpoint = Schema.decodeUnknownSync(Schema.fromJsonString(Checkpoint))

/** Where following begins: at the seal before the entry. */
const startOf = async ({ client, request }: Asked): Promise<Checkpoint> => {
  const from = Number(request.options["from"] ?? 1)
  return from <= 1 ? beginning : client.audit.checkpoint({ seq: from - 1 }, AbortSignal.timeout(PAGE_MS))
}

/** Follows the chain page by page to the end that the journal has when it comes there. */
const followed = async (client: Client, start: Checkpoint, kept: ReadonlyArray<Checkpoint>): Promise<Following> => {
  let state = followFrom(start)
  for (;;) {
    const { head, items } = await client.audit.sealed(
      { after: state.at.seq, limit: PAGE },
      AbortSignal.timeout(PAGE_MS)
    )
    state = follow(state, items, kept)
    if (state.broken !== null) return state
    // The head was read before the page: with none left it is where the chain has to end.
    if (items.length === 0) return followedTo(state, head, kept)
  }
}

const verify = async (asked: Asked): Promise<number> => {
  const { client, request } = asked
  const file = request.options["checkpoint"]
  let kept: ReadonlyArray<Checkpoint> = []
  if (file !== undefined) {
    try {
      kept = [decodeCheckpoint(await readFile(file, "utf8"))]
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      return misuse(
        asked,
        both(`${file}: không đọc được điểm mốc: ${why}`, `${file}: no checkpoint can be read: ${why}`)
      )
    }
  }
  const from = request.options["from"]
  if (from !== undefined && !/^\d{1,15}$/.test(from))
    return misuse(asked, both("--from phải là số thứ tự của một mục.", "--from must be the number of an entry."))
  const start = await startOf(asked)
  const { at, broken, entries } = await followed(client, start, kept)
  const { lang } = request
  const lines =
    broken === null
      ? [
          `${say(words.sound, lang)}: ${entries} ${say(words.entries, lang)}; ${say(words.end, lang)} ${at.seq}`,
          at.hash
        ]
      : [`${say(words.broken, lang)} ${broken.seq}: ${say(broken.sentence, lang)}`]
  printed(asked, { sound: broken === null, entries, last: at, broken }, lines)
  return broken === null ? exit.done : exit.findings
}

const jobs: ReadonlyMap<string, (asked: Asked) => Promise<number>> = new Map([
  ["list", list],
  ["verify", verify],
  ["checkpoint", checkpoint]
])

/** Carries out one job. Returns the exit code: 0 sound, 1 something was changed, 2 a wrong command, 69 no server. */
export const runAuditLog = (request: Request, output: Output, client: Client): Promise<number> => {
  const [name = ""] = request.operands
  const job = jobs.get(name)
  if (job !== undefined) return running({ request, output, client }, job)
  const names = [...jobs.keys()].join(", ")
  return Promise.resolve(
    misuse(
      { request, output },
      both(`Không có việc “${name}”; chọn: ${names}.`, `There is no “${name}”; choose: ${names}.`)
    )
  )
}

/** `ntm audit-log list|verify|checkpoint`. */
export const runAuditLogCommand: RunCommand = (request, output) =>
  runAuditLog(request, output, makeClient(fetch, request.server))
