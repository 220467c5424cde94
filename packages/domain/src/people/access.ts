import type { Chronicle, UnitId } from "../units/index.ts"
import type { Day } from "../values/index.ts"
import { type Grant, holdsOn } from "./grant.ts"
import type { Person } from "./person.ts"
import { type Reaches, scopeOf } from "./scope.ts"

/** Units, or all that there are and will be. */
export type UnitSet = "all" | ReadonlySet<UnitId>

/** A grant that holds, with the units that it reaches. */
export interface HeldGrant {
  readonly grant: Grant
  readonly sees: UnitSet
  readonly writes: UnitSet
}

/** Who asks, and what they have on a day. */
export interface Access {
  /** Null for who has not signed in. */
  readonly person: Person | null
  readonly day: Day
  /** Those in force on the day; none of a closed account. */
  readonly grants: ReadonlyArray<HeldGrant>
  /** What any of the grants lets them read. */
  readonly sees: UnitSet
}

/** Roles that follow what happens and report nothing. */
const silent: ReadonlySet<Grant["role"]> = new Set(["leader", "supervisor", "partner"])

const nothing: ReadonlySet<UnitId> = new Set()

const held = (chronicle: Chronicle, grant: Grant, day: Day): HeldGrant => {
  const writing = !silent.has(grant.role)
  if (grant.units === "all") return { grant, sees: "all", writes: writing ? "all" : nothing }
  const reached: Reaches = scopeOf(chronicle, grant.units, { from: grant.from, today: day })
  return { grant, sees: reached.sees, writes: writing ? reached.writes : nothing }
}

const together = (sets: ReadonlyArray<UnitSet>): UnitSet => {
  const found = new Set<UnitId>()
  for (const set of sets) {
    if (set === "all") return "all"
    for (const id of set) found.add(id)
  }
  return found
}

/** Whether a set of units has all of these. */
export const hasUnits = (set: UnitSet, units: ReadonlyArray<UnitId>): boolean =>
  set === "all" || units.every((unit) => set.has(unit))

/** What somebody has on a day: their grants in force then, with the units that each reaches through all reorganisations. */
export const accessOf = (
  chronicle: Chronicle,
  { person, grants }: { readonly person: Person; readonly grants: ReadonlyArray<Grant> },
  day: Day
): Access => {
  const inForce = person.active ? grants.filter((grant) => holdsOn(grant, day)) : []
  const each = inForce.map((grant) => held(chronicle, grant, day))
  return { person, day, grants: each, sees: together(each.map(({ sees }) => sees)) }
}

/** What somebody has who has not signed in. */
export const anonymous = (day: Day): Access => ({ person: null, day, grants: [], sees: nothing })
