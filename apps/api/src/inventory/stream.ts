import { api, type ListedItem } from "@ntm/contract"
import type { UnitNotFound } from "@ntm/domain/units"
import { Cause, type Effect, Exit, Result } from "effect"
import { reader } from "../http/decode.ts"
import { InternalFault, InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { runFor } from "../http/run.ts"
import type { Ports } from "../http/respond.ts"

const NDJSON = "application/x-ndjson"

/** Entries whose lines are made at once. */
const AT_ONCE = 500

type Query = (typeof api.inventory.list.query)["Type"]

/**
 * Answers `/inventory` to who accepts NDJSON: all entries that are asked for, a JSON a line.
 *
 * **Details** All lines are of one book, so of one moment.
 */
export const streamItems = (
  desk: Desk,
  linesOf: (query: Query) => Effect.Effect<ReadonlyArray<ListedItem>, UnitNotFound | InvalidParameters, Ports>
): void => {
  const { log } = desk
  const { path, query: schema } = api.inventory.list
  const read = reader(schema)
  desk.app.get(path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const exit = await runFor(c, desk, linesOf(query.success))
    if (Exit.isFailure(exit)) {
      const failure = exit.cause.reasons.find(Cause.isFailReason)
      if (failure !== undefined) return refuse(c, failure.error)
      log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
      return refuse(c, new InternalFault())
    }
    const items = exit.value
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const some = items.slice(at, at + AT_ONCE)
        at += AT_ONCE
        if (some.length === 0) return controller.close()
        controller.enqueue(new TextEncoder().encode(some.map((line) => `${JSON.stringify(line)}\n`).join("")))
      }
    })
    return new Response(stream, {
      headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "private, no-cache", vary: "Accept" }
    })
  })
}
