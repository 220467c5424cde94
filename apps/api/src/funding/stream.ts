import { api } from "@ntm/contract"
import { Funding, type FundingEntryId } from "@ntm/domain/funding"
import { Cause, Effect, Exit, Result } from "effect"
import { reader } from "../http/decode.ts"
import { InternalFault, InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { runFor } from "../http/run.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedFunding } from "./asking.ts"
import { entriesQuestion, entryBoundaries, listed } from "./entries.ts"

const NDJSON = "application/x-ndjson"

/** Entries that are read at once: some 2 MB. */
const AT_ONCE = 5000

/**
 * Answers `/funding/entries` to who accepts NDJSON: all of them, a JSON a line, as they are read.
 *
 * **Details** All lines are of one moment, however long it takes. What goes wrong on the way ends the stream without its last
 * line break, so that half an answer cannot be taken for a whole one.
 */
export const streamEntries = (desk: Desk): void => {
  const { log } = desk
  const { path, query: schema } = api.funding.entries
  const read = reader(schema)
  desk.app.get(path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const asOf = query.success.as_of ?? todayInVietnam(desk.now())
    const begun = await runFor(c, desk, askedFunding(query.success, asOf, entryBoundaries(query.success, asOf)))
    if (Exit.isFailure(begun)) {
      const failure = begun.cause.reasons.find(Cause.isFailReason)
      if (failure !== undefined) return refuse(c, failure.error)
      log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(begun.cause)}`)
      return refuse(c, new InternalFault())
    }
    const asked = begun.value
    const question = entriesQuestion(asked, query.success)
    const lineOf = listed(asked.chronicle)
    let after: FundingEntryId | null = null
    const some = () => Effect.flatMap(Funding, (port) => port.entries({ ...question, after, limit: AT_ONCE }))
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const exit = await runFor(c, desk, some())
        if (Exit.isFailure(exit)) {
          log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
          return controller.error(new Error("the stream broke off"))
        }
        const entries = exit.value
        after = entries.at(-1)?.id ?? after
        const lines = entries.map((entry) => `${JSON.stringify(lineOf(entry))}\n`).join("")
        if (lines !== "") controller.enqueue(new TextEncoder().encode(lines))
        if (entries.length < AT_ONCE) controller.close()
      }
    })
    return new Response(stream, {
      headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "private, no-cache", vary: "Accept" }
    })
  })
}
