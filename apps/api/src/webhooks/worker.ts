import {
  type Audience,
  type DeliveryOutcome,
  isToldTo,
  type Received,
  type WebhookMessage,
  Webhooks
} from "@ntm/domain/changes"
import { type Access, accessOf, may, type PersonId, People, standingsOf } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { Cause, Clock, Effect } from "effect"
import { todayInVietnam } from "../http/today.ts"

/** Endpoints that are served at the same time: one that hangs does not hold up the others. */
const AT_ONCE = 4

/** Between two looks for something that is due. */
const LOOK = "1 second"

const audienceOf = (access: Access): Audience | null =>
  may(access, "changes.read") === null ? { units: access.sees, isTold: isToldTo(access) } : null

/** What somebody may be told today; whoever is nobody's (made on this machine) may be told everything. */
export const audienceNow = (now: number) =>
  Effect.fnUntraced(function* (person: PersonId | null) {
    if (person === null) return { units: "all", isTold: () => true } satisfies Audience
    const standing = standingsOf(yield* (yield* People).journal()).get(person)
    if (standing === undefined) return null
    const { chronicle } = yield* (yield* Reorganisations).register()
    return audienceOf(accessOf(chronicle, standing, todayInVietnam(new Date(now))))
  })

export interface WorkerOptions {
  readonly send: (message: WebhookMessage) => Promise<Received>
  readonly random: () => number
  /** Hears of endpoints that were switched off, of faults, and of the database that is away and back. */
  readonly tell: (line: string) => void
  /** Whether a defect means that there is no database to be asked. */
  readonly isAway: (defect: unknown) => boolean
}

const told = ({ endpoint, received, result, url }: DeliveryOutcome): string | null =>
  result === "switchedOff"
    ? `Webhook ${endpoint} (${url}) đã tự tắt · was switched off: ${received?.answer ?? "không còn quyền · no leave any more"}`
    : null

/** Hands over everything that is due, endpoint by endpoint; answers how many were served. */
export const deliverDue = ({ random, send, tell }: Omit<WorkerOptions, "isAway">) =>
  Effect.gen(function* () {
    const port = yield* Webhooks
    const context = yield* Effect.context<People | Reorganisations>()
    let served = 0
    for (;;) {
      const now = yield* Clock.currentTimeMillis
      const outcome = yield* port.deliver({
        send,
        random,
        now: () => now,
        audience: (person) => Effect.provideContext(audienceNow(now)(person), context)
      })
      if (outcome === null) return served
      served += 1
      const line = told(outcome)
      if (line !== null) tell(line)
    }
  })

/**
 * Delivers for as long as it runs; what goes wrong is told, and tried again.
 *
 * **Details** That the database is away is told once, and once that it is back, however often it is asked in between.
 */
export const webhookWorker = (options: WorkerOptions) => {
  const { isAway, tell } = options
  let away = false
  const failed = (cause: Cause.Cause<unknown>) =>
    Effect.sync(() => {
      const defect = Cause.squash(cause)
      if (!isAway(defect)) return tell(`webhooks: ${Cause.pretty(cause)}`)
      if (!away)
        tell(
          `Webhook chờ cơ sở dữ liệu trả lời lại · webhooks wait for the database to answer again: ${String(defect)}`
        )
      away = true
    })
  const delivered = Effect.sync(() => {
    if (away) tell("Cơ sở dữ liệu đã trả lời lại; webhook gửi tiếp · the database answers again, webhooks go on")
    away = false
  })
  const one = deliverDue(options).pipe(
    Effect.andThen(delivered),
    Effect.catchCause(failed),
    Effect.andThen(Effect.sleep(LOOK)),
    Effect.forever
  )
  return Effect.all(
    Array.from({ length: AT_ONCE }, () => one),
    { concurrency: "unbounded", discard: true }
  )
}
