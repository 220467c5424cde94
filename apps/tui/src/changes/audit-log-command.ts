import { type Client, makeClient } from "@ntm/contract"
import { both } from "../language/lang.ts"
import { type Asked, misuse, printed, running } from "../people/running.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { auditLines } from "./audit-log-text.ts"
import { verify } from "./audit-verify.ts"

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
