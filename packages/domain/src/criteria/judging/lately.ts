/**
 * Remembers what was made for the keys that were asked for lately.
 *
 * **Details** `most`: how many are kept; the one that was not asked for the longest goes first.
 */
export const lately = <A>(most: number) => {
  const kept = new Map<string, A>()
  return (key: string, make: () => A): A => {
    const known = kept.get(key)
    const made = known ?? make()
    kept.delete(key)
    kept.set(key, made)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return made
  }
}
