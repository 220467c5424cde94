import type { Day } from "@ntm/domain/values"
import { Clock, Effect, Schedule } from "effect"
import { todayInVietnam } from "../http/today.ts"

/** At half past six in the morning in Việt Nam, before offices open. */
const AT = "30 6 * * *"
const BEFORE_MS = 6.5 * 3_600_000

/** The last day whose digest is due by a moment: before half past six it is still yesterday's. */
export const digestDay = (now: number): Day => todayInVietnam(new Date(now - BEFORE_MS))

/**
 * Keeps the digest that is due now, then one every morning, for as long as it runs.
 *
 * **Details** A day that fails is told by `failed` and does not stop those after it.
 */
export const dailyDigests = (
  keep: (day: Day) => Promise<unknown>,
  failed: (day: Day, cause: unknown) => void
): Effect.Effect<unknown> =>
  Effect.gen(function* () {
    const day = digestDay(yield* Clock.currentTimeMillis)
    yield* Effect.promise(() => keep(day).catch((cause: unknown) => failed(day, cause)))
  }).pipe(Effect.repeat(Schedule.cron(AT, "Asia/Ho_Chi_Minh")), Effect.orDie)
