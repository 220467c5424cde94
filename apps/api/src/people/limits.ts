import { api } from "@ntm/contract"
import { TrieRouter } from "hono/router/trie-router"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

/** Seconds over which requests are counted. */
export const WINDOW = 60

/** How many requests a minute callers have, by what they show; keys have what each was given. */
export interface RateLimits {
  /** Somebody who has signed in, on all their pages and terminals together. */
  readonly person: number
  /** A network address from which nobody has signed in. */
  readonly address: number
  /** Whoever owns the machine of the data. */
  readonly owner: number
}

/** No page asks a hundred times a second for a whole minute; the owner loads and compares whole countries. */
export const RATE_LIMITS: RateLimits = { person: 6000, address: 3000, owner: 600_000 }

/** By which rule somebody is counted, and under which name. */
export interface Counted {
  readonly policy: "key" | "person" | "address" | "owner"
  readonly who: string
  readonly perMinute: number
}

/** What is left of somebody's requests. */
export interface Allowance {
  readonly left: number
  /** Seconds until all of them are there again. */
  readonly seconds: number
  readonly allowed: boolean
}

/** Questions that are answered by judging, by comparing everything, or by writing a file: each counts as so many. */
const heavy = (() => {
  const router = new TrieRouter<number>()
  const costs: ReadonlyArray<readonly [{ readonly path: string }, number]> = [
    [api.assessments.matrix, 5],
    [api.movements.group, 5],
    [api.audit.differences, 5],
    [api.dossiers.check, 5],
    [api.dossiers.rehearsal, 5],
    [api.dossiers.bundle, 10],
    [api.proofs.annex, 10]
  ]
  for (const [{ path }, cost] of costs) router.add("GET", path, cost)
  return router
})()

/** How much a question counts; `path` is below `API_ROOT`. */
export const costOf = (path: string): number => heavy.match("GET", path)[0][0]?.[0] ?? 1

/** An address as it is counted: of IPv6 the network, since whoever has one has all of its addresses. */
export const networkOf = (address: string): string => {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1)
  if (!address.includes(":")) return address
  const [head = "", tail] = address.split("::")
  const groups = head.split(":").filter((group) => group !== "")
  const after = tail === undefined ? [] : tail.split(":").filter((group) => group !== "")
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0")
  return [...groups, ...zeros, ...after].slice(0, 4).join(":")
}

/** Counts requests by the minute, in memory, for one server. */
export const makeLimits = () => {
  const limiters = new Map<number, RateLimiterMemory>()
  const limiterFor = (points: number): RateLimiterMemory => {
    const known = limiters.get(points) ?? new RateLimiterMemory({ points, duration: WINDOW, keyPrefix: String(points) })
    limiters.set(points, known)
    return known
  }
  return async ({ perMinute, policy, who }: Counted, cost = 1): Promise<Allowance> => {
    const told = (result: RateLimiterRes, allowed: boolean): Allowance => ({
      left: Math.max(0, result.remainingPoints),
      seconds: Math.ceil(result.msBeforeNext / 1000),
      allowed
    })
    try {
      return told(await limiterFor(perMinute).consume(`${policy} ${who}`, cost), true)
    } catch (cause) {
      if (cause instanceof RateLimiterRes) return told(cause, false)
      throw cause
    }
  }
}

/** The two headers of draft-ietf-httpapi-ratelimit-headers, as structured fields: the rule, and what is left of it. */
export const limitHeaders = ({ perMinute, policy }: Counted, { left, seconds }: Allowance) => ({
  "ratelimit-policy": `"${policy}";q=${perMinute};w=${WINDOW}`,
  ratelimit: `"${policy}";r=${left};t=${seconds}`
})
