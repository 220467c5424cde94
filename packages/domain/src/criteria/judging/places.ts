import type { Unit, UnitId } from "../../units/index.ts"
import { assessedSet } from "../evaluator/assess.ts"
import type { BoundSet } from "../evaluator/kernels-bound.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Judged, JudgedGroup } from "./judged.ts"

/** A unit with its place in what was judged, under the set that judges it. */
export interface Place {
  readonly unit: Unit
  readonly bound: BoundSet
  readonly at: number
  readonly group: JudgedGroup
}

/** The places of these units where `set` was asked for, in their order; units that nothing judges are left out. */
export const placesOf = (
  { groups }: Judged,
  set: CriteriaSetId,
  units: ReadonlyArray<Pick<Unit, "id">>
): ReadonlyArray<Place> => {
  const found = new Map<UnitId, Place>()
  for (const group of groups) {
    const used = group.sets.get(set)
    const bound = used === undefined ? undefined : assessedSet(group.assessment, used.id)
    if (bound !== undefined) group.units.forEach((unit, at) => found.set(unit.id, { unit, bound, at, group }))
  }
  return units.flatMap(({ id }) => found.get(id) ?? [])
}
