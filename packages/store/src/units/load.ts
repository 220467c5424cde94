import type { LineageLink, Unit } from "@ntm/domain/units"
import type { Row } from "../reference/insert.ts"
import type { lineage, unit } from "./tables.ts"

/** The code of the province above each unit (its own for a province), by going up the parents. */
const provinceCodes = (units: ReadonlyArray<Unit>): ReadonlyMap<number, string> => {
  const byId = new Map<number, Unit>(units.map((one) => [one.id, one]))
  const known = new Map<number, string>()
  for (const one of units) {
    let top = one
    // A register is three levels deep; more steps than that are a cycle, which the loader of the register must refuse.
    for (let step = 0; step < 4 && top.parentId !== null; step++)
      top = byId.get(top.parentId) ?? { ...top, parentId: null }
    known.set(one.id, top.code)
  }
  return known
}

export const unitRows = (units: ReadonlyArray<Unit>): ReadonlyArray<Row<typeof unit>> => {
  const provinces = provinceCodes(units)
  return units.map((one) => ({ ...one, provinceCode: provinces.get(one.id) ?? one.code, folded: ` ${one.name}` }))
}

export const lineageRows = (links: ReadonlyArray<LineageLink>): ReadonlyArray<Row<typeof lineage>> => links
