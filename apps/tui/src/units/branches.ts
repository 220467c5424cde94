import type { Problem } from "@ntm/contract"
import { rankOf, type Unit, type UnitCode, type UnitId, type UnitLevel } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { Origin } from "./unit-reads.ts"
import { answered, belowKey, type UnitsState } from "./units-state.ts"

export interface UnitRow {
  readonly _tag: "Unit"
  readonly key: string
  readonly depth: number
  readonly unit: Unit
  readonly branch: "open" | "closed" | "leaf"
  /** Units directly below, once they were read. */
  readonly below: ReadonlyArray<Unit> | null
  /** The units above, the nearest first. */
  readonly above: ReadonlyArray<Unit>
}

/** A row of the tree: a unit, or what is the matter with its branch. */
export type Row =
  | UnitRow
  | { readonly _tag: "Reading"; readonly key: string; readonly depth: number; readonly code: UnitCode }
  | { readonly _tag: "Failed"; readonly key: string; readonly depth: number; readonly problem: Problem }

export const rowKey = (id: UnitId): string => `unit ${id}`

const isAboveSome = (level: UnitLevel, counts: UnitsState["counts"]): boolean =>
  counts === null ||
  (["district", "commune", "village"] as const).some((lower) => rankOf[lower] > rankOf[level] && counts[lower] > 0)

const rowsBelow = (units: UnitsState, items: ReadonlyArray<Unit>, above: ReadonlyArray<Unit>, day: Day): Array<Row> =>
  items.flatMap((unit): Array<Row> => {
    const key = rowKey(unit.id)
    const depth = above.length
    const below = answered(units, "Below", belowKey(unit.code, day))
    const known = below?._tag === "Below" ? below.items : null
    const leaf = known?.length === 0 || !isAboveSome(unit.level, units.counts)
    const open = !leaf && units.open.has(unit.id)
    const row: Row = {
      _tag: "Unit",
      key,
      depth,
      unit,
      branch: leaf ? "leaf" : open ? "open" : "closed",
      below: known,
      above
    }
    if (!open) return [row]
    if (known !== null) return [row, ...rowsBelow(units, known, [unit, ...above], day)]
    const inside = { key: `${key} below`, depth: depth + 1 }
    return below?._tag === "Failed"
      ? [row, { _tag: "Failed", ...inside, problem: below.problem }]
      : [row, { _tag: "Reading", ...inside, code: unit.code }]
  })

/** The rows of the tree as it is open now. Empty before the first answer. */
export const rowsOf = (units: UnitsState): ReadonlyArray<Row> => {
  if (units.day === null) return []
  const roots = answered(units, "Below", belowKey("", units.day))
  return roots?._tag === "Below" ? rowsBelow(units, roots.items, [], units.day) : []
}

/** Where the cursor stands; on the unit above where its row is gone, and on the first row where that is gone too. */
export const cursorOf = (units: UnitsState, rows: ReadonlyArray<Row>): number => {
  const at = rows.findIndex(({ key }) => key === units.at)
  if (at >= 0) return at
  const above = rows.findIndex(({ key }) => units.at === `${key} below`)
  return Math.max(0, above)
}

/** The unit under the cursor; where the row tells of a branch, the unit whose branch it is. */
export const chosenRow = (units: UnitsState, rows: ReadonlyArray<Row> = rowsOf(units)): UnitRow | undefined => {
  const at = cursorOf(units, rows)
  const row = rows[at]?._tag === "Unit" ? rows[at] : rows[at - 1]
  return row?._tag === "Unit" ? row : undefined
}

/** The province that the cursor is in. */
export const provinceOf = (units: UnitsState, rows?: ReadonlyArray<Row>): Unit | undefined => {
  const row = chosenRow(units, rows)
  return row?.above.at(-1) ?? row?.unit
}

/** Where one goes from: the unit under the cursor on the day of the tree. */
export const originOf = (units: UnitsState): Origin | null => {
  const row = chosenRow(units)
  return row === undefined || units.day === null ? null : { unit: row.unit, day: units.day, above: row.above }
}
