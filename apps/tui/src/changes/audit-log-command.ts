import { type Client, makeClient } from "@ntm/contract"
import { both } from "../language/lang.ts"
import { type Asked, misuse, printed, running } from "../people/running.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { auditLines, wholeEntryLines } from "./audit-log-text.ts"
import { verify } from "./audit-verify.ts"

const list = async (asked: Asked): Promise<number> => {
  const { client, request, signal } = asked
  const { all, cursor, limit = "20", noun, person, unit } = request.options
  const include = all === undefined ? undefined : "technical"
  const answer = await client.audit.list({ unit, person, noun, include, cursor, limit }, signal)
  return printed(asked, answer, auditLines(answer.items, request.lang))
}

/** One entry whole, page by page; `--json` with what each page says. */
const show = async (asked: Asked): Promise<number> => {
  const { client, request, signal, words } = asked
  const [seq, ...others] = words
  if (seq === undefined || others.length > 0)
    return misuse(asked, both("Nêu số của một mục: show 152.", "Give the number of an entry: show 152."))
  const { cursor, limit = "100" } = request.options
  const answer = await client.audit.entry({ seq, cursor, limit }, signal)
  return printed(asked, answer, wholeEntryLines(answer, request.lang))
}

const checkpoint = async (asked: Asked): Promise<number> => {
  const answer = await asked.client.audit.checkpoint({}, asked.signal)
  const { hash, moment, seq } = answer
  // The same with or without --json: it is made to be kept.
  asked.output.out(`${JSON.stringify({ seq, moment, hash }, null, 2)}\n`)
  return exit.done
}

const jobs: ReadonlyMap<string, (asked: Asked) => Promise<number>> = new Map([
  ["list", list],
  ["show", show],
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

/** `ntm audit-log list|show|verify|checkpoint`. */
export const runAuditLogCommand: RunCommand = (request, output) =>
  runAuditLog(request, output, makeClient(fetch, request.server))
