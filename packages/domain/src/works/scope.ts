import { ancestorsOn, childrenOn, type Unit, type UnitId } from "../units/index.ts"
import type { WorkInBook, WorksBook } from "./book.ts"
import type { GiftStanding } from "./land-standing.ts"
import type { BatchId } from "./work.ts"

/** Some of the works of a book, with the land that was given there. */
export interface WorksScope {
  readonly works: ReadonlyArray<WorkInBook>
  readonly gifts: ReadonlyArray<GiftStanding>
}

/** The part of a scope that lies in a unit right below one; that which lies in none of these stands at the unit itself. */
export interface ScopePart extends WorksScope {
  /** Null: of the whole country, what lies in no province. */
  readonly unit: Unit | null
}

/** Units of the day and all that are above them, each asked for once. */
const aboveIn = (book: WorksBook) => {
  const kept = new Map<UnitId, ReadonlyArray<Unit>>()
  return (unit: Unit): ReadonlyArray<Unit> => {
    const known = kept.get(unit.id)
    if (known !== undefined) return known
    const found = [unit, ...ancestorsOn(book.chronicle.register, unit.id, book.asOf)]
    kept.set(unit.id, found)
    return found
  }
}

/**
 * The works of a unit and everything below it on the day (null: of the country), or of a batch there, with the land given.
 *
 * **Details** The land of a batch is what was given for its works; of a unit all that was given in it, for a work or for none.
 */
export const scopeOf = (book: WorksBook, unit: Unit | null, batch: BatchId | null = null): WorksScope => {
  const above = aboveIn(book)
  const isIn = (own: Unit | null): boolean =>
    unit === null || (own !== null && above(own).some(({ id }) => id === unit.id))
  const works = book.works.filter((work) => (batch === null || work.work.batch === batch) && isIn(work.unit))
  if (batch !== null) return { works, gifts: works.flatMap(({ gifts }) => gifts) }
  return { works, gifts: unit === null ? book.gifts : book.gifts.filter((gift) => isIn(gift.unit)) }
}

/**
 * A scope by the units right below one (null: by provinces), in Vietnamese order, what stands at the unit itself first.
 *
 * **Details** Only parts that have anything. Everything of the scope is in exactly one of them.
 */
export const partsBelow = (book: WorksBook, parent: Unit | null, scope: WorksScope): ReadonlyArray<ScopePart> => {
  const above = aboveIn(book)
  const children = childrenOn(book.chronicle.register, parent?.id ?? null, book.asOf)
  const among = new Set(children.map(({ id }) => id))
  const childOf = (unit: Unit | null): UnitId | null =>
    (unit === null ? undefined : above(unit).find(({ id }) => among.has(id)))?.id ?? null
  const works = Map.groupBy(scope.works, ({ unit }) => childOf(unit))
  const gifts = Map.groupBy(scope.gifts, ({ unit }) => childOf(unit))
  const part = (id: UnitId | null, unit: Unit | null): ReadonlyArray<ScopePart> =>
    works.has(id) || gifts.has(id) ? [{ unit, works: works.get(id) ?? [], gifts: gifts.get(id) ?? [] }] : []
  return [...part(null, parent), ...children.flatMap((unit) => part(unit.id, unit))]
}
