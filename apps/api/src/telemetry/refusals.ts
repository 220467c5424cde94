import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import { networkOf } from "../people/limits.ts"
import type { Log } from "./log.ts"

/** So many refusals of one caller within so many seconds are no slips of a person. */
export const MANY = 60
const WINDOW = 300

/** A request that was refused: by whom it came, as far as that is known, and how it ended. */
export interface Refusal {
  readonly person: string | null
  readonly address: string | null
  readonly status: number
}

/** Statuses by which a request is refused for what it is: not those that tell a reader of a change, nor 499 of a caller that has gone. */
const quiet: ReadonlySet<number> = new Set([412, 428, 499])

/** Whether an answer refused somebody. */
export const isRefusal = (status: number): boolean => status >= 400 && status < 500 && !quiet.has(status)

/**
 * Tells when a caller is refused again and again (wrong credentials, rights, forms, addresses that there are not, too many requests): somebody tries doors, or
 * a program is broken.
 *
 * **Details** A warning as the `MANY`th refusal within five minutes comes, once until these are over. Who has signed in is one caller, else the network address
 * is. Kept in this program's memory; who is refused no more is forgotten.
 */
export const watchRefusals = (log: Log) => {
  const counts = new RateLimiterMemory({ points: MANY - 1, duration: WINDOW })
  return async ({ address, person, status }: Refusal): Promise<void> => {
    const who = person ?? (address === null ? null : networkOf(address))
    if (who === null) return
    try {
      await counts.consume(who)
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause
      if (cause.consumedPoints === MANY)
        log.warn(`Bị từ chối ${MANY} lần trong 5 phút · refused ${MANY} times within 5 minutes`, {
          person,
          address,
          status
        })
    }
  }
}
