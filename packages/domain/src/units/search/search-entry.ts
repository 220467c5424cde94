import type { LineageLink, Unit, UnitId } from "../unit.ts"

/** What search needs of a row of a unit. Several rows may share an id: one for each name, type, code or parent it has had. */
export interface UnitSearchEntry extends Pick<
  Unit,
  "id" | "code" | "name" | "type" | "level" | "parentId" | "validFrom" | "validTo"
> {
  /** Units that the land of this row went to when it ended; its own id where it goes on as a later row. */
  readonly successors: ReadonlyArray<UnitId>
}

/** Whether a row begins before a day; a row of unknown beginning stands before every day. */
const beginsBefore = (unit: Unit, day: string): boolean => unit.validFrom === null || unit.validFrom < day

/** Entries for search out of the rows of units, old and new, and the links between them, in any order. */
export const unitSearchEntries = (
  units: ReadonlyArray<Unit>,
  links: ReadonlyArray<LineageLink>
): ReadonlyArray<UnitSearchEntry> => {
  const rows = Map.groupBy(units, (unit) => unit.id)
  const given = Map.groupBy(links, (link) => link.fromId)
  return units.map((unit) => {
    const ownRows = rows.get(unit.id) ?? []
    const isLater = (row: Unit) => row.validFrom !== null && beginsBefore(unit, row.validFrom)
    // What a unit gave on a day was given by the last of its rows that began before.
    const givenByThisRow = (given.get(unit.id) ?? []).filter(
      ({ day }) => beginsBefore(unit, day) && !ownRows.some((row) => isLater(row) && beginsBefore(row, day))
    )
    const goesOn = ownRows.some(isLater)
    return {
      id: unit.id,
      code: unit.code,
      name: unit.name,
      type: unit.type,
      level: unit.level,
      parentId: unit.parentId,
      validFrom: unit.validFrom,
      validTo: unit.validTo,
      successors: [...new Set([...givenByThisRow.map((link) => link.toId), ...(goesOn ? [unit.id] : [])])]
    }
  })
}
