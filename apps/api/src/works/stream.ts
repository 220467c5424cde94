import { api } from "@ntm/contract"
import { Cause, type Effect, Exit, Result } from "effect"
import type { WorkInBook } from "@ntm/domain/works"
import type { UnitNotFound } from "@ntm/domain/units"
import { reader } from "../http/decode.ts"
import { InternalFault, InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { runFor } from "../http/run.ts"
import type { Ports } from "../http/respond.ts"
import { workLine } from "./lines.ts"

const NDJSON = "application/x-ndjson"

/** Works whose lines are made at once. */
const AT_ONCE = 500

type Query = (typeof api.works.list.query)["Type"]

/**
 * Answers `/works` to who accepts NDJSON: all works that are asked for, a JSON a line.
 *
 * **Details** All lines are of one book, so of one moment.
 */
export const streamWorks = (
  desk: Desk,
  worksOf: (query: Query) => Effect.Effect<ReadonlyArray<WorkInBook>, UnitNotFound | InvalidParameters, Ports>
): void => {
  const { log } = desk
  const { path, query: schema } = api.works.list
  const read = reader(schema)
  desk.app.get(path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const exit = await runFor(c, desk, worksOf(query.success))
    if (Exit.isFailure(exit)) {
      const failure = exit.cause.reasons.find(Cause.isFailReason)
      if (failure !== undefined) return refuse(c, failure.error)
      log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
      return refuse(c, new InternalFault())
    }
    const works = exit.value
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const some = works.slice(at, at + AT_ONCE)
        at += AT_ONCE
        if (some.length === 0) return controller.close()
        const lines = some.map((own) => `${JSON.stringify(workLine(own))}\n`).join("")
        controller.enqueue(new TextEncoder().encode(lines))
      }
    })
    return new Response(stream, {
      headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "private, no-cache", vary: "Accept" }
    })
  })
}
