/** Names in a message: the first of a long way round, and its end. */
const MOST_NAMES = 8

/** A way round as a person reads it: "a → b → a". */
export const formatCycle = (names: ReadonlyArray<string>): string =>
  (names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES - 2), "…", ...names.slice(-1)]).join(" → ")

/** The first way round a cycle in a graph of names, or null. Iterative: a hostile chain must not exhaust the stack. */
export const cycleIn = (edges: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> | null => {
  const done = new Set<string>()
  for (const start of edges.keys()) {
    const trail: Array<string> = []
    const onTrail = new Set<string>()
    const stack: Array<{ readonly node: string; next: number }> = [{ node: start, next: 0 }]
    while (stack.length > 0) {
      const frame = stack.at(-1)
      if (frame === undefined) break
      if (frame.next === 0) {
        if (done.has(frame.node)) {
          stack.pop()
          continue
        }
        trail.push(frame.node)
        onTrail.add(frame.node)
      }
      const target = edges.get(frame.node)?.[frame.next++]
      if (target === undefined) {
        stack.pop()
        trail.pop()
        onTrail.delete(frame.node)
        done.add(frame.node)
      } else if (onTrail.has(target)) {
        return [...trail.slice(trail.indexOf(target)), target]
      } else if (!done.has(target)) {
        stack.push({ node: target, next: 0 })
      }
    }
  }
  return null
}
