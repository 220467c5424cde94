import { api } from "@ntm/contract"
import { cursorOf, placeOf } from "@ntm/domain/changes"
import { Cause, Effect, Exit, Result } from "effect"
import { reader } from "../http/decode.ts"
import { InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { respondWith } from "../http/respond.ts"
import { isGone, runFor } from "../http/run.ts"
import { type Sink, streamUnderWay } from "../http/under-way.ts"
import { allowed } from "../people/desk.ts"
import { beginningPlace, feedPage } from "./feed.ts"

const NDJSON = "application/x-ndjson"

/** Records that are read at once: as many as an entry has at most, so that each is taken apart once. */
const AT_ONCE = 1000

/** Answers `/changes` to who accepts NDJSON: every record up to the present, a JSON a line, and last of all where to go on. */
export const streamChanges = (desk: Desk): void => {
  const { log } = desk
  const { path, query: schema } = api.changes.list
  const read = reader(schema)
  desk.app.get(path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const { noun, since, unit } = query.success
    const { access } = c.get("asker")
    let place = since === undefined ? beginningPlace : placeOf(since)
    const page = () => feedPage(access, { since: place, unit, noun, limit: AT_ONCE })
    const first = Effect.andThen(allowed(access, "changes.read"), page())
    return respondWith(c, desk, first, (begun) => {
      let held: typeof begun | null = begun
      let ended = false
      const pull = async (sink: Sink) => {
        if (ended) return sink.close()
        const exit = held === null ? await runFor(c, desk, page()) : Exit.succeed(held)
        held = null
        if (Exit.isFailure(exit)) {
          if (!isGone(c, exit.cause)) log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
          return sink.error(new Error("the stream broke off"))
        }
        const { more, next: behind, records } = exit.value
        place = behind
        ended = !more
        const lines: ReadonlyArray<unknown> = more ? records : [...records, { next: cursorOf(behind) }]
        sink.enqueue(new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join("")))
      }
      return new Response(streamUnderWay(c, { pull }), {
        headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "no-store", vary: "Accept" }
      })
    })
  })
}
