import { type Register, standsOn, type Unit, UnitLevel } from "../units/index.ts"
import { compareVietnamese } from "../values/index.ts"
import type { Access } from "./access.ts"

const rank = ({ level }: Unit): number => UnitLevel.literals.indexOf(level)

/**
 * The unit that what is shown to somebody begins with: the highest that stands on the day and is theirs to see; of several the one of the
 * grant that comes first, then by name. Null for who sees all, or nothing that stands.
 */
export const homeOf = (register: Register, { day, grants, sees }: Access): Unit | null => {
  if (sees === "all") return null
  for (const { sees: own } of grants) {
    if (own === "all") return null
    const standing = [...own].flatMap((id) => (register.byId.get(id) ?? []).filter((row) => standsOn(row, day)))
    const [first] = standing.toSorted((a, b) => rank(a) - rank(b) || compareVietnamese(a.name, b.name) || a.id - b.id)
    if (first !== undefined) return first
  }
  return null
}
