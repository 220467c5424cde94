import { makeClient } from "@ntm/contract"
import type { Action } from "../shell/actions.ts"
import { runAction, runOnly } from "../shell/actions.ts"
import { readArguments } from "../shell/arguments.ts"

/** What came of a command line, and what was asked and sent. */
interface CommandRun {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly asked: ReadonlyArray<string>
  readonly sent: ReadonlyArray<{ readonly path: string; readonly body: unknown }>
}

/**
 * Runs a command line of one action, or of several by name, on answers by path ("POST /path" of what is sent): objects, or the text of files.
 *
 * **Details** What is sent is recorded, unless `refusal` says a problem.
 */
export const runOn = async (
  args: ReadonlyArray<string>,
  actions: ReadonlyMap<string, Action> | Action,
  answers: Readonly<Record<string, object | string>>,
  refusal: object | null = null
): Promise<CommandRun> => {
  const parsed = readArguments(args, {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let out = ""
  let err = ""
  const asked: Array<string> = []
  const sent: Array<{ readonly path: string; readonly body: unknown }> = []
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url, init) => {
    const address = decodeURIComponent(url.replace("/api/v1", ""))
    if (init.method === "POST") {
      sent.push({ path: address, body: typeof init.body === "string" ? JSON.parse(init.body) : null })
      if (refusal === null && address.startsWith("/evidence?")) {
        const bytes = init.body instanceof Uint8Array ? init.body.length : 0
        return Response.json({ sha256: "a".repeat(64), bytes, known: false })
      }
      const told = answers[`POST ${address.split("?")[0]}`]
      if (refusal === null && told !== undefined) return Response.json(told)
      return refusal === null
        ? Response.json({ recordedAt: "2026-01-01T00:00:00.000Z", items: [{ row: 0, id: 1 }] })
        : Response.json(refusal, { status: 422 })
    }
    asked.push(address)
    const answer = answers[address.split("?")[0] ?? ""]
    const missing = { type: "urn:ntm:problem:not-found", title: "Không có", titleEn: "Not found", status: 404 }
    if (typeof answer === "string") return new Response(answer)
    return answer === undefined ? Response.json(missing, { status: 404 }) : Response.json(answer)
  }, "")
  const code = await ("run" in actions
    ? runOnly(actions, parsed.request, output, client)
    : runAction(actions, parsed.request, output, client))
  return { asked, code, err, out, sent }
}
