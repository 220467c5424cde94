import type { AuditEntry } from "@ntm/contract"
import { type Change, changedRows, Changes, headlineOf, type Names, namesOf, referencesOf } from "@ntm/domain/changes"
import { type InputCatalogue, InputKey } from "@ntm/domain/criteria"
import { PersonId } from "@ntm/domain/people"
import { type Chronicle, UnitCode, UnitId } from "@ntm/domain/units"
import { Effect, Schema } from "effect"
import { catalogue } from "../observations/catalogue.ts"
import { unitNamed } from "./scope.ts"

/** Units that an entry of the trail names, and rows that it shows. */
const MOST = 20

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

const entryOf = (change: Change, { chronicle, people }: Known, names: Names): AuditEntry => {
  const { after: _, before: __, person, units, ...entry } = change
  const name = person === null ? undefined : (people.get(person)?.person.name ?? entry.origin?.name)
  return {
    ...entry,
    person: person === null ? null : { id: person, name: name ?? person },
    headline: headlineOf(change, names),
    units: units.slice(0, MOST).map((id) => unitNamed(chronicle, id)),
    unitCount: units.length,
    changed: changedRows(change, { most: MOST, names })
  }
}

/** Entries in words: all names that they need are looked up at once, whatever their number. */
export const entriesTold = Effect.fnUntraced(function* (entries: ReadonlyArray<Change>, known: Known) {
  const { chronicle, people } = known
  const found = yield* (yield* Changes).named(referencesOf(entries, MOST))
  const inputs = yield* catalogue()
  const names = namesOf(found, {
    unit: (key) => unitOf(chronicle, key),
    person: (id) => people.get(PersonId.make(id))?.person.name,
    input: (key) => inputNamed(inputs, key)
  })
  return entries.map((entry) => entryOf(entry, known, names))
})
