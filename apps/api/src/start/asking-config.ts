import { AT_ONCE, type AtOnce } from "../http/under-way.ts"
import { RATE_LIMITS, type RateLimits } from "../people/limits.ts"
import { type Environment, given } from "./environment.ts"

/** How much may be asked, how long an answer may take, and through how many proxies it is asked. */
export interface AskingConfig {
  readonly rates: RateLimits
  readonly atOnce: AtOnce
  /** After so many seconds an answer that has not begun is given up. */
  readonly answerSeconds: number
  /** Reverse proxies of one's own that every request comes through. */
  readonly proxies: number
}

/** Reads a whole number within bounds; adds a line to `problems` where it is none. */
const numberFrom = (
  env: Environment,
  name: string,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
  problems: Array<string>
): number => {
  const text = given(env, name) ?? String(usual)
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (number < least || number > most)
    problems.push(
      `${name} phải là số nguyên từ ${least} đến ${most}, không phải “${text}” · ${name} must be ${least} to ${most}`
    )
  return number
}

/** Below ten requests a minute no page could be opened. */
const perMinute = { least: 10, most: 100_000_000 }

/** Reads `NTM_LIMIT_…` and `NTM_PROXIES`; every variable that cannot be used adds a line to `problems`. */
export const readAsking = (env: Environment, problems: Array<string>): AskingConfig => ({
  rates: {
    person: numberFrom(env, "NTM_LIMIT_PERSON", { ...perMinute, usual: RATE_LIMITS.person }, problems),
    address: numberFrom(env, "NTM_LIMIT_ADDRESS", { ...perMinute, usual: RATE_LIMITS.address }, problems),
    owner: numberFrom(env, "NTM_LIMIT_OWNER", { ...perMinute, usual: RATE_LIMITS.owner }, problems)
  },
  atOnce: {
    caller: numberFrom(env, "NTM_LIMIT_AT_ONCE", { least: 6, most: 10_000, usual: AT_ONCE.caller }, problems),
    heavy: numberFrom(env, "NTM_LIMIT_HEAVY", { least: 1, most: 100, usual: AT_ONCE.heavy }, problems)
  },
  answerSeconds: numberFrom(env, "NTM_LIMIT_SECONDS", { least: 1, most: 3600, usual: 90 }, problems),
  proxies: numberFrom(env, "NTM_PROXIES", { least: 0, most: 9, usual: 0 }, problems)
})
