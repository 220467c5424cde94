import { Result } from "effect"
import { RulesRefused } from "./compile-error.ts"

/**
 * The sets in an order in which each stands after those that it rests on; among equals in the order of their ids, so
 * that the order of loading does not matter.
 */
export const inOrder = (
  rests: ReadonlyMap<string, ReadonlySet<string>>
): Result.Result<ReadonlyArray<string>, RulesRefused> => {
  const done = new Set<string>()
  const path: Array<string> = []
  const visit = (id: string): RulesRefused | null => {
    if (done.has(id)) return null
    const open = path.indexOf(id)
    if (open >= 0) return new RulesRefused({ reason: "cycle", sets: [...path.slice(open), id], code: null })
    path.push(id)
    for (const other of [...(rests.get(id) ?? [])].sort()) {
      const refused = rests.has(other) ? visit(other) : null
      if (refused !== null) return refused
    }
    path.pop()
    done.add(id)
    return null
  }
  for (const id of [...rests.keys()].sort()) {
    const refused = visit(id)
    if (refused !== null) return Result.fail(refused)
  }
  return Result.succeed([...done])
}
