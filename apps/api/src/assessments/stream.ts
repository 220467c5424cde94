import { type AssessmentMatrix, api } from "@ntm/contract"
import { Cause, type Effect, Exit, Result } from "effect"
import { reader } from "../http/decode.ts"
import { type ApiError, InternalFault, InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { runFor } from "../http/run.ts"
import type { Ports } from "../http/respond.ts"

const NDJSON = "application/x-ndjson"

/** Lines that are written at once. */
const LINES_AT_ONCE = 200

type MatrixQuery = (typeof api.assessments.matrix.query)["Type"]

/**
 * Answers `/assessments` to who accepts NDJSON: one unit a line.
 *
 * **Details** All are judged before the first line goes out, which takes a fraction of a second for the country: so a problem is
 * still told as one, and all lines are of one moment.
 */
export const streamMatrix = (
  desk: Desk,
  matrix: (query: MatrixQuery) => Effect.Effect<AssessmentMatrix, ApiError, Ports>
): void => {
  const read = reader(api.assessments.matrix.query)
  const { log } = desk
  desk.app.get(api.assessments.matrix.path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const exit = await runFor(c, desk, matrix(query.success))
    if (Exit.isFailure(exit)) {
      const failure = exit.cause.reasons.find(Cause.isFailReason)
      if (failure !== undefined) return refuse(c, failure.error)
      log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
      return refuse(c, new InternalFault())
    }
    const { units } = exit.value
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const lines = units.slice(at, at + LINES_AT_ONCE).map((row) => `${JSON.stringify(row)}\n`)
        at += LINES_AT_ONCE
        if (lines.length === 0) return controller.close()
        controller.enqueue(new TextEncoder().encode(lines.join("")))
      }
    })
    return new Response(stream, {
      headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "private, no-cache", vary: "Accept" }
    })
  })
}
