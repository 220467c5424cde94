/** A number of places, and a line before them. */
export interface Places {
  /** Takes a place where one is free at once; gives how to leave it. */
  readonly take: () => (() => void) | null
  /**
   * Waits for a place, first come first served; gives how to leave it, or null where the line is full already, or `signal` ended the waiting.
   *
   * **Gotchas** Whoever entered has to leave, once.
   */
  readonly enter: (signal: AbortSignal) => Promise<(() => void) | null>
}

/** Places for `places` at once, and a line of `line` at most. */
export const makePlaces = ({ line, places }: { readonly places: number; readonly line: number }): Places => {
  let free = places
  // In the order in which they came; one that went away is taken out.
  const waiting = new Set<() => void>()
  const leave = (): void => {
    const [first] = waiting
    if (first === undefined) free += 1
    else first()
  }
  const take = (): (() => void) | null => {
    if (free === 0) return null
    free -= 1
    return leave
  }
  return {
    take,
    enter: (signal) => {
      if (signal.aborted) return Promise.resolve(null)
      const taken = take()
      if (taken !== null) return Promise.resolve(taken)
      if (waiting.size >= line) return Promise.resolve(null)
      return new Promise((resolve) => {
        const ended = (): void => {
          waiting.delete(called)
          resolve(null)
        }
        const called = (): void => {
          waiting.delete(called)
          signal.removeEventListener("abort", ended)
          resolve(leave)
        }
        waiting.add(called)
        signal.addEventListener("abort", ended, { once: true })
      })
    }
  }
}

/** What a stream of an answer asks of its caller's account: to be counted until it ends, and a turn for each part that it makes. */
export interface Holding {
  readonly begin: () => () => void
  readonly turn: () => Promise<(() => void) | null>
}
