import { Schema } from "effect"
import { placementOf } from "../funding/index.ts"
import { type Unit, unitByCode, UnitCode, type UnitId } from "../units/index.ts"
import { Day } from "../values/index.ts"
import type { InventoryBook, ItemInBook } from "./book.ts"
import { ItemKind } from "./item.ts"
import { type ItemState, stateOn } from "./standing.ts"
import type { ItemTarget, ItemTargetStanding } from "./target.ts"
import { targetsFacing } from "./target-standing.ts"

/** How many entries there are of a unit and everything below it, against what plans want. */
export interface ItemCount {
  readonly unit: Pick<Unit, "id" | "code" | "name" | "type"> | null
  /**
   * `total`: all that is asked for. `own`: of it what was put down for the unit itself; `unit`: for one right below it, or anything there;
   * `ended`: for one that was divided, so that no unit below holds it.
   */
  readonly place: "total" | "own" | "unit" | "ended"
  readonly kind: ItemKind
  readonly year: number
  /** New in the year. */
  readonly added: number
  /** All that count on the day; of what is held (classes, meetings, documents): all to date. */
  readonly total: number
  /** Of certificates: those that ran out and were not renewed, and those renewed in the year. */
  readonly expired: number
  readonly renewed: number
  readonly byStars: ReadonlyArray<{ readonly stars: number; readonly count: number }>
  /** Of the trainings and meetings of the year: who took part, summed; null where there were none. */
  readonly people: number | null
  /** Of trainings of the year, wherever they were held: who came from the unit; null of other kinds. */
  readonly attended: number | null
  readonly targets: ReadonlyArray<ItemTargetStanding>
}

/** Of whom and when is counted. */
export interface CountsQuestion {
  /** Null: the country. */
  readonly unit: Unit | null
  readonly kinds: ReadonlyArray<ItemKind>
  readonly year: number
  readonly targets: ReadonlyArray<ItemTarget>
}

/** The day on which a year is counted: the one that is asked, once the year is over its last. */
export const countingDay = (asOf: Day, year: number): Day => {
  const last = Day.make(`${String(year).padStart(4, "0")}-12-31`)
  return asOf < last ? asOf : last
}

/** An entry on the day of counting. */
interface Counted {
  readonly own: ItemInBook
  readonly state: ItemState
}

const took = ({ body }: ItemInBook["item"]): number | null => {
  if (body._tag === "meeting") return body.participants
  return body._tag === "training" ? body.attendees.reduce((sum, { count }) => sum + count, 0) : null
}

const sumKnown = (numbers: ReadonlyArray<number | null>): number | null =>
  numbers.reduce((sum, one) => (one === null ? sum : (sum ?? 0) + one), null)

type Numbers = Pick<ItemCount, "added" | "total" | "expired" | "renewed" | "byStars" | "people">

const numbersOf = (counted: ReadonlyArray<Counted>, year: number): Numbers => {
  const inYear = (day: Day) => Number(day.slice(0, 4)) === year
  const isNew = ({ own, state }: Counted) => state.because !== "withdrawn" && inYear(own.item.day)
  const standing = counted.filter(({ state }) => state.counts)
  const stars = Map.groupBy(standing, ({ state }) => state.stars)
  return {
    added: counted.filter(isNew).length,
    total: standing.length,
    expired: counted.filter(({ state }) => state.because === "expired").length,
    renewed: counted.filter(({ state }) => state.because !== "withdrawn" && state.renewed.some(inYear)).length,
    byStars: [5, 4, 3].flatMap((each) => {
      const count = stars.get(each)?.length ?? 0
      return count === 0 ? [] : [{ stars: each, count }]
    }),
    people: sumKnown(counted.filter(isNew).map(({ own }) => took(own.item)))
  }
}

/** Who came to the trainings of the year, by the row of the table that their unit stands in. */
const attendance = (
  book: InventoryBook,
  trainings: ReadonlyArray<Counted>,
  year: number,
  rowOf: ReadonlyMap<UnitId, number>
): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const { own, state } of trainings) {
    const { body, day } = own.item
    if (body._tag !== "training" || state.because === "withdrawn" || Number(day.slice(0, 4)) !== year) continue
    for (const { count, unit: code } of body.attendees) {
      const unit = code === null ? undefined : unitMeantBy(book, code, day)
      const row = unit === undefined ? undefined : rowOf.get(unit.id)
      if (row !== undefined) found.set(row, (found.get(row) ?? 0) + count)
    }
  }
  return found
}

const isCode = Schema.is(UnitCode)

const unitMeantBy = ({ chronicle: { register } }: InventoryBook, code: string, day: Day): Unit | undefined =>
  isCode(code) ? unitByCode(register, code, day) : undefined

const told = (unit: Unit | null): ItemCount["unit"] =>
  unit === null ? null : { id: unit.id, code: unit.code, name: unit.name, type: unit.type }

/**
 * Counts by the units right below one and in total, kind by kind.
 *
 * **Details** Every entry has one place, as money has (`placementOf`): so whatever the boundaries, the parts add up to the total. `units` has
 * the units right below in Vietnamese order, what lies in none of them only where there is any.
 */
export const countsOf = (
  book: InventoryBook,
  { kinds, targets, unit, year }: CountsQuestion
): { readonly total: ReadonlyArray<ItemCount>; readonly units: ReadonlyArray<ItemCount> } => {
  const day = countingDay(book.asOf, year)
  const { placement, rows } = placementOf(book.chronicle, unit?.id ?? null, book.asOf)
  const rowOf = new Map(placement.units.map((id, at) => [id, placement.rows[at] ?? 0]))
  const all = book.items
    .filter(({ item }) => item.day <= day)
    .map((own): Counted => ({ own, state: stateOn(own.item, own.events, day) }))
  const total: Array<ItemCount> = []
  const units: Array<ItemCount> = []
  for (const kind of kinds) {
    const ofKind = all.filter(({ own }) => own.item.body._tag === kind)
    const wanted = targets.filter((target) => target.kind === kind && target.year === year)
    const byRow = Map.groupBy(ofKind, ({ own }) => rowOf.get(own.item.unit))
    const came = kind === "training" ? attendance(book, ofKind, year, rowOf) : null
    const standing = ofKind.filter(({ state }) => state.counts).map(({ own }) => own.item.unit)
    const added = ofKind
      .filter(({ own, state }) => state.because !== "withdrawn" && Number(own.item.day.slice(0, 4)) === year)
      .map(({ own }) => own.item.unit)
    const facing = targetsFacing(book.chronicle, book.asOf, wanted, { total: standing, added })
    total.push({
      unit: told(unit),
      place: "total",
      kind,
      year,
      ...numbersOf(
        ofKind.filter(({ own }) => rowOf.has(own.item.unit)),
        year
      ),
      attended: came === null ? null : [...came.values()].reduce((sum, one) => sum + one, 0),
      targets: unit === null ? [] : facing(unit.id)
    })
    for (const [at, row] of rows.entries()) {
      const own = byRow.get(at) ?? []
      const attended = came === null ? null : (came.get(at) ?? 0)
      if (row.kind !== "unit" && own.length === 0 && (attended ?? 0) === 0) continue
      units.push({
        unit: told(row.unit),
        place: row.kind,
        kind,
        year,
        ...numbersOf(own, year),
        attended,
        targets: row.kind === "unit" && row.unit !== null ? facing(row.unit.id) : []
      })
    }
  }
  return { total, units }
}

/** Which entries of a register are counted: all that count on the day, or the new ones of a year; of products with so many stars. */
export interface EntryCount {
  readonly kind: ItemKind
  readonly year: number | null
  readonly stars: number | null
}

/** How many entries there are in a unit and everything below it, on the boundaries of the book's day. */
export const countIn = (book: InventoryBook, unit: UnitId, { kind, stars, year }: EntryCount): number => {
  const within = new Set(placementOf(book.chronicle, unit, book.asOf).placement.units)
  return book.items.filter(
    ({ item, state }) =>
      item.body._tag === kind &&
      within.has(item.unit) &&
      (year === null ? state.counts : state.because !== "withdrawn" && Number(item.day.slice(0, 4)) === year) &&
      (stars === null || (state.stars ?? 0) >= stars)
  ).length
}

/** All kinds, in the order in which registers are shown. */
export const allItemKinds: ReadonlyArray<ItemKind> = ItemKind.literals
