import type { AuditEntry, AuditHead } from "@ntm/contract"
import {
  type Change,
  type ChangedRow,
  changedRows,
  Changes,
  headlineOf,
  type Names,
  namesOf,
  referencesOf,
  type RowsTold
} from "@ntm/domain/changes"
import { type InputCatalogue, InputKey } from "@ntm/domain/criteria"
import { PersonId } from "@ntm/domain/people"
import { type Chronicle, UnitCode, UnitId } from "@ntm/domain/units"
import { Effect, Schema } from "effect"
import { catalogue } from "../observations/catalogue.ts"
import type { Parts } from "../http/page.ts"
import { unitNamed } from "./scope.ts"

/** Units that an entry of the trail names. */
const UNITS = 20

/** What a list tells of what an entry holds. */
const listed = { most: 3, longest: 300 }

/** People by their numbers, as they were recorded; none where nobody can sign in. */
export type PeopleNamed = ReadonlyMap<PersonId, { readonly person: { readonly name: string; readonly email: string } }>

/** Who and what entries name, besides what the store knows. */
interface Known {
  readonly chronicle: Chronicle
  readonly people: PeopleNamed
}

const isCode = Schema.is(UnitCode)

/** A unit by its identity, or by the code that it has or had last. */
const unitOf = (chronicle: Chronicle, key: number | string) => {
  const { byCode, byId } = chronicle.register
  if (typeof key === "number") {
    const id = UnitId.make(key)
    return byId.has(id) ? unitNamed(chronicle, id) : undefined
  }
  const id = isCode(key) ? byCode.get(key)?.at(-1)?.id : undefined
  return id === undefined ? undefined : unitNamed(chronicle, id)
}

const isInputKey = Schema.is(InputKey)

const inputNamed = (inputs: InputCatalogue, key: string): string | undefined => {
  const input = isInputKey(key) ? inputs.get(key) : undefined
  return input === undefined ? undefined : `${input.name} (${key})`
}

const headOf = (change: Change, { chronicle, people }: Known, names: Names): AuditHead => {
  const { after: _, before: __, person, units, ...entry } = change
  const name = person === null ? undefined : (people.get(person)?.person.name ?? entry.origin?.name)
  return {
    ...entry,
    person: person === null ? null : { id: person, name: name ?? person },
    headline: headlineOf(change, names),
    units: units.slice(0, UNITS).map((id) => unitNamed(chronicle, id)),
    unitCount: units.length
  }
}

const entryOf = (change: Change, known: Known, names: Names): AuditEntry => {
  const { after, before, rows } = change
  const changed = changedRows(change, { ...listed, names })
  const held = after === null && before === null ? 0 : rows
  return {
    ...headOf(change, known, names),
    changed,
    more: held > listed.most || changed.some((row) => row.changed.some(({ cut }) => cut === true))
  }
}

/** The names of everything that is told of entries: looked up at once, whatever their number. */
const namesIn = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Change>,
  told: Omit<RowsTold, "names">,
  { chronicle, people }: Known
) {
  const found = yield* (yield* Changes).named(referencesOf(entries, told))
  const inputs = yield* catalogue()
  return namesOf(found, {
    unit: (key) => unitOf(chronicle, key),
    person: (id) => people.get(PersonId.make(id))?.person.name,
    input: (key) => inputNamed(inputs, key)
  })
})

/** Entries in words, each with how what it holds begins. */
export const entriesTold = Effect.fnUntraced(function* (entries: ReadonlyArray<Change>, known: Known) {
  const names = yield* namesIn(entries, listed, known)
  return entries.map((entry) => entryOf(entry, known, names))
})

/** What an entry says of itself, in words. */
export const headTold = Effect.fnUntraced(function* (entry: Change, known: Known) {
  return headOf(entry, known, yield* namesIn([entry], { most: 0 }, known))
})

/** Rows of an entry that are read at once. */
const AT_ONCE = 200

/** All rows of an entry in words, part by part; `rowsFrom` reads the entry with some of them. */
export const rowsOf = <E, R>(
  rowsFrom: (skip: number, rows: number) => Effect.Effect<Change, E, R>,
  known: Known
): Parts<ChangedRow, E, R | Effect.Services<ReturnType<typeof namesIn>>> => ({
  part: Effect.fnUntraced(function* (at: string | null, atMost: number) {
    const skip = Number(at ?? 0)
    const most = Math.min(atMost, AT_ONCE)
    const entry = yield* rowsFrom(skip, most)
    const names = yield* namesIn([entry], { most }, known)
    const items = changedRows(entry, { most, names }).map((row) => ({ ...row, no: skip + row.no }))
    const read = Math.max(entry.before?.length ?? 0, entry.after?.length ?? 0)
    return { items, next: read < most ? null : String(skip + read) }
  }),
  after: ({ no }) => String(no)
})
