import type { ListedItem } from "@ntm/contract"
import { placementOf } from "@ntm/domain/funding"
import {
  Inventory,
  type InventoryBook,
  inventoryOn,
  type ItemInBook,
  type ItemKind,
  ocopTerm
} from "@ntm/domain/inventory"
import { Reorganisations, type Unit, unitByCode, type UnitCode, UnitNotFound, unitOn } from "@ntm/domain/units"
import { compareVietnamese, type Day, matchesFolded, type Moment } from "@ntm/domain/values"
import { Effect } from "effect"

/** Of whom, of what, as of when: as every question about registers may say. */
interface InventoryQuery {
  readonly unit?: UnitCode
  readonly kind?: ItemKind
  readonly as_of?: Day
  readonly known_at?: Moment
}

/** The book of the day, and whose entries are meant. */
export interface AskedInventory {
  readonly book: InventoryBook
  /** Null: of the whole country. */
  readonly unit: Unit | null
  /** What an answer says of itself. */
  readonly head: { readonly asOf: Day; readonly knownAt: Moment | null; readonly term: typeof ocopTerm }
}

/** Makes the book that an answer comes from: without a moment as known at the last batch, so that it can be asked for again. */
export const askedInventory = Effect.fnUntraced(function* (
  { as_of, kind, known_at, unit: code }: InventoryQuery,
  today: Day
) {
  const asOf = as_of ?? today
  const port = yield* Inventory
  const register = yield* Reorganisations
  const { chronicle } = known_at === undefined ? yield* register.register() : yield* register.registerAt(known_at)
  const unit = code === undefined ? null : unitByCode(chronicle.register, code, asOf)
  if (unit === undefined && code !== undefined) return yield* new UnitNotFound({ code, asOf })
  const knownAt = known_at ?? (yield* port.moment())
  const journal = yield* port.journal(null, kind === undefined ? null : [kind], known_at ?? null)
  const book = inventoryOn(journal, chronicle, { asOf, knownAt })
  const asked: AskedInventory = { book, unit: unit ?? null, head: { asOf, knownAt, term: ocopTerm } }
  return asked
})

/** Which entries a list shows. */
interface ListQuery {
  readonly year?: number
  readonly expiring?: number
  readonly q?: string
}

const nameOf = ({ name, type }: Unit): string => `${type} ${name}`

/** An entry as lists show it. */
export const itemLine = ({ chronicle: { register } }: InventoryBook, { item, state, unit }: ItemInBook): ListedItem => {
  const own = unitOn(register, item.unit, item.day) ?? register.byId.get(item.unit)?.[0] ?? null
  const shown = unit ?? own
  return {
    ...item,
    unitCode: shown?.code ?? "",
    unitName: shown === null ? "" : nameOf(shown),
    recordedFor: own === null || shown?.id === own.id ? null : `${nameOf(own)} (${own.code})`,
    state
  }
}

/** What of an entry a person may search by. */
const searched = ({ body, document, name, note, recordedFor, unitName }: ListedItem): string => {
  const own = Object.values(body).filter((value) => typeof value === "string")
  return [name, unitName, recordedFor, document, note, ...own].filter((text) => text !== null).join(" ")
}

const newestFirst = (a: ListedItem, b: ListedItem): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : compareVietnamese(a.name, b.name) || a.id - b.id

const soonestFirst = (a: ListedItem, b: ListedItem): number =>
  (a.state.days ?? 0) - (b.state.days ?? 0) || newestFirst(a, b)

/** Entries of the unit and everything below it that a query asks for, the newest first; certificates by what is left of them. */
export const itemLines = (
  { book, unit }: AskedInventory,
  { expiring, q, year }: ListQuery
): ReadonlyArray<ListedItem> => {
  const within = new Set(placementOf(book.chronicle, unit?.id ?? null, book.asOf).placement.units)
  const lines = book.items
    .filter(
      ({ item, state }) =>
        within.has(item.unit) &&
        (year === undefined || Number(item.day.slice(0, 4)) === year) &&
        (expiring === undefined || (state.counts && state.days !== null && state.days <= expiring))
    )
    .map((own) => itemLine(book, own))
  return lines
    .filter((line) => q === undefined || matchesFolded(q, searched(line)))
    .toSorted(expiring === undefined ? newestFirst : soonestFirst)
}
