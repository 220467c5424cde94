import { api, type StreamedObservation } from "@ntm/contract"
import { Acceptance, Observations } from "@ntm/domain/criteria"
import { type Reorganisations, type Unit, UnitCode, UnitLevel, type UnitNotFound } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Cause, Effect, Exit, Result, Schema } from "effect"
import { reader } from "../http/decode.ts"
import { InternalFault, InvalidParameters } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { runFor } from "../http/run.ts"
import { todayInVietnam } from "../http/today.ts"

const NDJSON = "application/x-ndjson"

/** Units that are read at once: some 3,000 lines. */
const UNITS_AT_ONCE = 20

const Query = Schema.Struct({
  parent: UnitCode,
  level: Schema.optionalKey(UnitLevel),
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment),
  accept: Schema.optionalKey(Acceptance)
})

type UnitsBelow = (
  parent: UnitCode,
  asOf: Day,
  knownAt: Moment | null,
  level: UnitLevel
) => Effect.Effect<ReadonlyArray<Unit>, UnitNotFound, Reorganisations>

/**
 * Answers `/observations` to who accepts NDJSON: the values in force of all units below one, a JSON a line, as they are read.
 *
 * **Details** All lines are of one moment, however long it takes. What goes wrong on the way ends the stream without its last
 * line break, so that half an answer cannot be taken for a whole one.
 */
export const streamProvince = (desk: Desk, unitsBelow: UnitsBelow): void => {
  const read = reader(Query)
  const { log } = desk
  desk.app.get(api.observations.history.path, async (c, next) => {
    if (!(c.req.header("accept") ?? "").includes(NDJSON)) return next()
    const query = read([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    const { parent, level = "commune", as_of: asOf = todayInVietnam(desk.now()), accept = "approved" } = query.success
    const begin = Effect.gen(function* () {
      const port = yield* Observations
      // The moment of all lines: that of the journal now, unless another was asked for.
      const { knownAt } = yield* port.columns({ units: [], inputs: [], asOf, knownAt: null, accept, days: false })
      const question = { asOf, knownAt: query.success.known_at ?? knownAt, accept }
      return { units: yield* unitsBelow(parent, asOf, question.knownAt, level), question }
    })
    const exit = await runFor(c, desk, begin)
    if (Exit.isFailure(exit)) {
      const failure = exit.cause.reasons.find(Cause.isFailReason)
      if (failure !== undefined) return refuse(c, failure.error)
      log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(exit.cause)}`)
      return refuse(c, new InternalFault())
    }
    const { units, question } = exit.value
    const linesOf = (some: ReadonlyArray<Unit>) =>
      Effect.map(
        Effect.flatMap(Observations, (port) =>
          port.inForce({ units: some.map(({ id }) => id), inputs: null, ...question })
        ),
        (records) => {
          const codes = new Map(some.map(({ id, code }) => [id, code]))
          return records.flatMap((record): ReadonlyArray<string> => {
            const code = codes.get(record.observation.unit)
            if (code === undefined) return []
            const line: StreamedObservation = { code, ...record }
            return [`${JSON.stringify(line)}\n`]
          })
        }
      )
    let at = 0
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const some = units.slice(at, at + UNITS_AT_ONCE)
        at += UNITS_AT_ONCE
        if (some.length === 0) return controller.close()
        const lines = await runFor(c, desk, linesOf(some))
        if (Exit.isSuccess(lines)) return controller.enqueue(new TextEncoder().encode(lines.value.join("")))
        log(`${c.get("requestId")} GET ${c.req.path}: ${Cause.pretty(lines.cause)}`)
        controller.error(new Error("the stream broke off"))
      }
    })
    return new Response(stream, {
      headers: { "content-type": `${NDJSON}; charset=utf-8`, "cache-control": "private, no-cache", vary: "Accept" }
    })
  })
}
