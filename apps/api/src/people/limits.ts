import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

/** What is left of a key's requests. */
export interface Allowance {
  readonly perMinute: number
  readonly left: number
  /** Seconds until all of them are there again. */
  readonly seconds: number
  readonly allowed: boolean
}

/** Counts requests of keys by the minute, each by what it was given; in memory, for one server. */
export const makeLimits = () => {
  const limiters = new Map<number, RateLimiterMemory>()
  const limiterFor = (points: number): RateLimiterMemory => {
    const known = limiters.get(points) ?? new RateLimiterMemory({ points, duration: 60, keyPrefix: String(points) })
    limiters.set(points, known)
    return known
  }
  return async (who: string, perMinute: number): Promise<Allowance> => {
    const told = (result: RateLimiterRes, allowed: boolean): Allowance => ({
      perMinute,
      left: Math.max(0, result.remainingPoints),
      seconds: Math.ceil(result.msBeforeNext / 1000),
      allowed
    })
    try {
      return told(await limiterFor(perMinute).consume(who), true)
    } catch (cause) {
      if (cause instanceof RateLimiterRes) return told(cause, false)
      throw cause
    }
  }
}
