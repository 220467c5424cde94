import { type Day, compareVietnamese } from "../values/index.ts"
import { type Unit, type UnitCode, type UnitId, UnitLevel } from "./unit.ts"

/** All rows of all units, indexed once and never changed. Build it with `registerOf`; ask it as of a day. */
export interface Register {
  readonly rows: ReadonlyArray<Unit>
  /** Rows of one unit, oldest first. */
  readonly byId: ReadonlyMap<UnitId, ReadonlyArray<Unit>>
  /** Rows that carry a code, oldest first. */
  readonly byCode: ReadonlyMap<UnitCode, ReadonlyArray<Unit>>
  /** Rows whose parent is this unit (null: provinces), in no order that means anything. */
  readonly byParent: ReadonlyMap<UnitId | null, ReadonlyArray<Unit>>
  readonly levels: Readonly<Record<UnitLevel, LevelDays>>
  /** The first id that no unit has. */
  readonly nextId: number
}

/** First and last days of the rows of a level, sorted: how many stand on a day is a matter of two searches. */
interface LevelDays {
  readonly unbounded: number
  readonly begins: ReadonlyArray<Day>
  readonly ends: ReadonlyArray<Day>
}

/** Whether the row stands on the day: the first condition of every question. */
export const standsOn = (row: Unit, day: Day): boolean =>
  (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day)

const earlier = (a: Unit, b: Unit): number =>
  a.validFrom === b.validFrom
    ? 0
    : a.validFrom === null
      ? -1
      : b.validFrom === null || a.validFrom > b.validFrom
        ? 1
        : -1

const push = <K>(index: Map<K, Array<Unit>>, key: K, row: Unit) => {
  const known = index.get(key)
  if (known === undefined) index.set(key, [row])
  else known.push(row)
}

const sortEach = <K>(index: Map<K, Array<Unit>>): Map<K, Array<Unit>> => {
  for (const rows of index.values()) if (rows.length > 1) rows.sort(earlier)
  return index
}

const levelDays = (rows: ReadonlyArray<Unit>, level: UnitLevel): LevelDays => {
  const begins: Array<Day> = []
  const ends: Array<Day> = []
  let unbounded = 0
  for (const row of rows) {
    if (row.level !== level) continue
    if (row.validFrom === null) unbounded += 1
    else begins.push(row.validFrom)
    if (row.validTo !== null) ends.push(row.validTo)
  }
  return { unbounded, begins: begins.sort(), ends: ends.sort() }
}

/** The rows as a register: O(rows), some 30 ms for 25,000. */
export const registerOf = (rows: ReadonlyArray<Unit>): Register => {
  const byId = new Map<UnitId, Array<Unit>>()
  const byCode = new Map<UnitCode, Array<Unit>>()
  const byParent = new Map<UnitId | null, Array<Unit>>()
  let nextId = 1
  for (const row of rows) {
    push(byId, row.id, row)
    push(byCode, row.code, row)
    push(byParent, row.parentId, row)
    if (row.id >= nextId) nextId = row.id + 1
  }
  return {
    rows,
    byId: sortEach(byId),
    byCode: sortEach(byCode),
    byParent,
    levels: {
      province: levelDays(rows, "province"),
      district: levelDays(rows, "district"),
      commune: levelDays(rows, "commune"),
      village: levelDays(rows, "village")
    },
    nextId
  }
}

/** The one row among rows of disjoint periods, oldest first, that stands on the day: O(log n). */
const standing = (rows: ReadonlyArray<Unit> | undefined, day: Day): Unit | undefined => {
  if (rows === undefined) return undefined
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const from = rows[middle]?.validFrom ?? null
    if (from === null || from <= day) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  return row !== undefined && standsOn(row, day) ? row : undefined
}

/** The unit as it stood on the day, `undefined` if it did not. */
export const unitOn = (register: Register, id: UnitId, day: Day): Unit | undefined =>
  standing(register.byId.get(id), day)

/** The unit that carried the code on the day, `undefined` if none did. */
export const unitByCode = (register: Register, code: UnitCode, day: Day): Unit | undefined =>
  standing(register.byCode.get(code), day)

/** The units directly below one on the day (null: the provinces), in Vietnamese order. */
export const childrenOn = (register: Register, parent: UnitId | null, day: Day): ReadonlyArray<Unit> =>
  (register.byParent.get(parent) ?? [])
    .filter((row) => standsOn(row, day))
    .sort((a, b) => compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1))

/** The units above one on the day, the nearest first; empty if it does not stand. */
export const ancestorsOn = (register: Register, id: UnitId, day: Day): ReadonlyArray<Unit> => {
  const found: Array<Unit> = []
  let row = unitOn(register, id, day)
  // More steps than there are levels would be a cycle.
  while (row !== undefined && row.parentId !== null && found.length < UnitLevel.literals.length) {
    row = unitOn(register, row.parentId, day)
    if (row !== undefined) found.push(row)
  }
  return found
}

/** A unit with everything below it. */
export interface UnitTree {
  readonly unit: Unit
  readonly children: ReadonlyArray<UnitTree>
}

/** Everything below a unit (null: the country) on the day; `depth` levels of it. */
export const treeOn = (
  register: Register,
  root: UnitId | null,
  day: Day,
  depth: number = UnitLevel.literals.length
): ReadonlyArray<UnitTree> =>
  depth <= 0
    ? []
    : childrenOn(register, root, day).map((unit) => ({ unit, children: treeOn(register, unit.id, day, depth - 1) }))

/** How many of the sorted days lie before `day`, or on it if `within`. */
const daysBefore = (days: ReadonlyArray<Day>, day: Day, within: boolean): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    const known = days[middle] ?? day
    if (known < day || (within && known === day)) low = middle + 1
    else high = middle
  }
  return low
}

const countOf = ({ unbounded, begins, ends }: LevelDays, day: Day): number =>
  unbounded + daysBefore(begins, day, true) - daysBefore(ends, day, false)

/** How many units of each level stand on the day: O(log n). */
export const countOn = (register: Register, day: Day): Readonly<Record<UnitLevel, number>> => ({
  province: countOf(register.levels.province, day),
  district: countOf(register.levels.district, day),
  commune: countOf(register.levels.commune, day),
  village: countOf(register.levels.village, day)
})

/** All units that stand on the day, in the order of the rows. */
export const unitsOn = (register: Register, day: Day): ReadonlyArray<Unit> =>
  register.rows.filter((row) => standsOn(row, day))

/** Every unit below one on the day, each before what lies below it. */
export const descendantsOn = (register: Register, id: UnitId, day: Day): ReadonlyArray<Unit> =>
  (register.byParent.get(id) ?? [])
    .filter((row) => standsOn(row, day))
    .flatMap((row) => [row, ...descendantsOn(register, row.id, day)])
