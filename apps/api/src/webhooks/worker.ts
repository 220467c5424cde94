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
import { Clock, Effect } from "effect"
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
  /** Hears of endpoints that were switched off. */
  readonly tell: (line: string) => void
}

const told = ({ endpoint, received, result, url }: DeliveryOutcome): string | null =>
  result === "switchedOff"
    ? `Webhook ${endpoint} (${url}) đã tự tắt · was switched off: ${received?.answer ?? "không còn quyền · no leave any more"}`
    : null

/** Hands over everything that is due, endpoint by endpoint; answers how many were served. */
export const deliverDue = ({ random, send, tell }: WorkerOptions) =>
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

/** Delivers for as long as it runs; what goes wrong is told, and tried again. */
export const webhookWorker = (options: WorkerOptions) => {
  const one = deliverDue(options).pipe(
    Effect.catchCause((cause) => Effect.sync(() => options.tell(`webhooks: ${String(cause)}`))),
    Effect.andThen(Effect.sleep(LOOK)),
    Effect.forever
  )
  return Effect.all(
    Array.from({ length: AT_ONCE }, () => one),
    { concurrency: "unbounded", discard: true }
  )
}
