import { dayNumber, type UnitSearchIndex } from "./search-index.ts"
import type { UnitId } from "../unit.ts"

/** Search as of a day; without a day, as of an unknown one after the last change. */
export interface SearchDay {
  readonly stands: (row: number) => boolean
  readonly hasEnded: (row: number) => boolean
  /** Rows that stand on the day on the land of a row: itself, or where its land went since, or came from. */
  readonly leadsTo: (row: number) => ReadonlyArray<number>
  /**
   * Rows that say the same as a row that does not stand: the one that stands on its land on the day under its name and
   * level, and those of also the same type that come next towards the day.
   */
  readonly sameNearer: (row: number) => ReadonlyArray<number>
  /** Whether a row lies in a unit, or what it leads to does. */
  readonly liesIn: (row: number, parent: UnitId) => boolean
}

const none: ReadonlyArray<number> = []

export const searchDay = (index: UnitSearchIndex, asOf: string | undefined): SearchDay => {
  const day = asOf === undefined ? 99_999_998 : dayNumber(asOf)
  const { entries, begins, ends, after, before, children, nameOf, rowsOfId, typeOf } = index
  const stands = (row: number): boolean => (begins[row] ?? 0) <= day && (ends[row] ?? 0) >= day
  const hasEnded = (row: number): boolean => (ends[row] ?? 0) < day
  /** One step towards the day. */
  const step = (row: number): ReadonlyArray<number> => (hasEnded(row) ? after[row] : before[row]) ?? none

  const leadsTo = (row: number): ReadonlyArray<number> => {
    const found = new Set<number>()
    const seen = new Set<number>()
    const walk = (at: number): void => {
      if (seen.has(at)) return
      seen.add(at)
      if (stands(at)) {
        found.add(at)
        return
      }
      const next = step(at)
      // A level that ended left no successors: its units lead where the units in them went.
      for (const each of next.length > 0 ? next : (children[at] ?? none)) walk(each)
    }
    walk(row)
    return [...found].sort((a, b) => a - b)
  }

  const sameNearer = (row: number): ReadonlyArray<number> => {
    const isSame = (other: number) => nameOf[other] === nameOf[row] && entries[other]?.level === entries[row]?.level
    const found = step(row).filter((other) => isSame(other) && typeOf[other] === typeOf[row])
    let at = row
    for (let steps = 0; !stands(at); steps++) {
      const next = step(at).find(isSame)
      // Rows that follow one another come closer to the day with each step; more steps than rows would be a circle.
      if (next === undefined || steps > entries.length) return found
      at = next
    }
    found.push(at)
    return found
  }

  const known = new Map<number, boolean>()
  const isBelow = (row: number, parent: UnitId, depth: number): boolean => {
    const parentId = entries[row]?.parentId ?? null
    if (parentId === null || depth > 8) return false
    return parentId === parent || (rowsOfId.get(parentId) ?? none).some((each) => isBelow(each, parent, depth + 1))
  }
  const liesIn = (row: number, parent: UnitId): boolean => {
    const before = known.get(row)
    if (before !== undefined) return before
    known.set(row, false)
    const next = stands(row) ? none : step(row)
    const found =
      isBelow(row, parent, 0) ||
      (!stands(row) && (next.length > 0 ? next : (children[row] ?? none)).some((each) => liesIn(each, parent)))
    known.set(row, found)
    return found
  }
  return { stands, hasEnded, leadsTo, sameNearer, liesIn }
}
