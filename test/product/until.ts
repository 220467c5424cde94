import { setTimeout as pause } from "node:timers/promises"

const LOOK_EVERY_MS = 25

/**
 * Asks again and again until there is an answer other than `undefined` and `false`, and returns it.
 *
 * **Details** Rejects after `within` milliseconds, with what was awaited and what could be seen last.
 */
export const until = async <A>(
  what: string,
  ask: () => A | undefined | false | Promise<A | undefined | false>,
  { within = 30_000, seen = () => "" }: { readonly within?: number; readonly seen?: () => string } = {}
): Promise<A> => {
  const end = performance.now() + within
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > end) throw new Error(`waited ${within} ms in vain: ${what}\n${seen()}`)
    await pause(LOOK_EVERY_MS)
  }
}
