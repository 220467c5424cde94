import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

/** How often something may be tried: `max` times within `window` seconds. */
interface Rule {
  readonly window: number
  readonly max: number
}

/**
 * Counts attempts to sign in, in memory, for one server.
 *
 * **Details** The library of accounts would count for all servers of a process together.
 */
export const makeAttempts = () => {
  const limiters = new Map<string, RateLimiterMemory>()
  const limiterFor = ({ max, window }: Rule): RateLimiterMemory => {
    const key = `${max}/${window}`
    const known = limiters.get(key) ?? new RateLimiterMemory({ points: max, duration: window, keyPrefix: key })
    limiters.set(key, known)
    return known
  }
  return {
    consume: async (key: string, rule: Rule): Promise<{ allowed: boolean; retryAfter: number | null }> => {
      try {
        await limiterFor(rule).consume(key)
        return { allowed: true, retryAfter: null }
      } catch (cause) {
        if (cause instanceof RateLimiterRes) return { allowed: false, retryAfter: Math.ceil(cause.msBeforeNext / 1000) }
        throw cause
      }
    }
  }
}
