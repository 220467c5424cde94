import { api } from "@ntm/contract"
import { beginning, Changes, cursorOf, HEADLINE_ROWS, HeldNoun, placeOf, Sequence } from "@ntm/domain/changes"
import { type Access, PersonId } from "@ntm/domain/people"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { register, tell, tellListing } from "../people/desk.ts"
import type { Who } from "../people/who.ts"
import { differing } from "./differing.ts"
import { EntryNotFound, EverythingNeeded } from "./errors.ts"
import { entriesTold, headTold, type PeopleNamed, rowsOf } from "./entries.ts"
import { beginningPlace, feedPage } from "./feed.ts"
import { seenIn } from "./scope.ts"
import { streamChanges } from "./stream.ts"

const USUAL_LIMIT = 100

/** Entries that are read at once. */
const AT_ONCE = 1000

/** Between two looks for something new. */
const LOOK_MS = 250

/** The chain holds what is of all units: whoever follows it has to see all of them. */
const seesAll = ({ sees }: Access) => (sees === "all" ? Effect.void : Effect.fail(new EverythingNeeded()))

/** By what entries name units and people. */
const knownTo = Effect.fnUntraced(function* (who: Who | null) {
  const people: PeopleNamed = who === null ? new Map() : yield* who.standings
  return { chronicle: yield* register, people }
})

/** `/audit` and `/changes`: what was changed by whom, its seal, and the feed of changes. `who` null: nobody can sign in. */
export const changesRoutes = (desk: Desk, who: Who | null): void => {
  const { audit, changes } = api

  tellListing(
    desk,
    audit.list,
    "audit.read",
    Effect.fnUntraced(function* ({ access, query }) {
      const { include, noun, person, unit } = query
      const known = yield* knownTo(who)
      const meant = [...known.people].find(
        ([id, { person: one }]) => id === person || one.email === person?.toLowerCase()
      )
      const asked = {
        units: yield* seenIn(known.chronicle, access, unit),
        person: person === undefined ? null : (meant?.[0] ?? PersonId.make(person.slice(0, 64))),
        noun: noun ?? null,
        technical: include === "technical",
        rows: HEADLINE_ROWS
      }
      const part = Effect.fnUntraced(function* (at: string | null, atMost: number) {
        const limit = Math.min(atMost, AT_ONCE)
        const before = at === null ? null : Sequence.make(Number(at))
        const entries = yield* (yield* Changes).list({ ...asked, before, limit })
        const last = entries.length < limit ? undefined : entries.at(-1)
        return {
          items: yield* entriesTold(entries, known),
          next: last === undefined ? null : String(last.seq)
        }
      })
      return { items: { part, after: ({ seq }) => String(seq) } }
    })
  )
  tellListing(
    desk,
    audit.sealed,
    "audit.read",
    Effect.fnUntraced(function* ({ access, query }) {
      yield* seesAll(access)
      const port = yield* Changes
      // Read before the entries: whatever is entered meanwhile is not missed.
      const head = yield* port.head()
      const { after = Sequence.make(0) } = query
      const part = Effect.fnUntraced(function* (at: string | null, atMost: number) {
        const limit = Math.min(atMost, AT_ONCE)
        const items = yield* port.sealed(at === null ? after : Sequence.make(Number(at)), limit)
        const last = items.length < limit ? undefined : items.at(-1)
        return { items, next: last === undefined ? null : String(last.seq) }
      })
      return { head, items: { part, after: ({ seq }) => String(seq) } }
    })
  )
  tellListing(
    desk,
    audit.differences,
    "audit.read",
    Effect.fnUntraced(function* ({ access, query }) {
      yield* seesAll(access)
      const port = yield* Changes
      // Read before the facts: whoever follows the chain afterwards has all entries that they were held against.
      const head = yield* port.head()
      return { head, items: differing(port, query.noun === undefined ? HeldNoun.literals : [query.noun]) }
    })
  )
  tell(
    desk,
    audit.checkpoint,
    "audit.read",
    Effect.fnUntraced(function* ({ access, query: { seq } }) {
      yield* seesAll(access)
      const port = yield* Changes
      if (seq === undefined) return yield* port.head()
      return seq === 0 ? beginning : ((yield* port.sealOf(seq)) ?? (yield* new EntryNotFound({ seq })))
    })
  )
  tellListing(
    desk,
    audit.entry,
    "audit.read",
    Effect.fnUntraced(function* ({ access, params: { seq } }) {
      const port = yield* Changes
      const known = yield* knownTo(who)
      const rowsFrom = Effect.fnUntraced(function* (skip: number, rows: number) {
        const found = yield* port.entry({ seq, units: access.sees, skip, rows })
        return found ?? (yield* new EntryNotFound({ seq }))
      })
      return {
        entry: yield* headTold(yield* rowsFrom(0, HEADLINE_ROWS), known),
        items: rowsOf(rowsFrom, known)
      }
    })
  )
  streamChanges(desk)
  tell(
    desk,
    changes.list,
    "changes.read",
    Effect.fnUntraced(function* ({ access, query }) {
      const { limit = USUAL_LIMIT, noun, since, unit, wait = 0 } = query
      const end = desk.now().getTime() + wait * 1000
      let place = since === undefined ? beginningPlace : placeOf(since)
      for (;;) {
        const { more, next, records } = yield* feedPage(access, { since: place, unit, noun, limit })
        place = next
        if (records.length > 0 || more || desk.now().getTime() >= end) return { records, next: cursorOf(next), more }
        yield* Effect.sleep(LOOK_MS)
      }
    })
  )
  for (const { path } of [audit.list, audit.sealed, audit.differences, audit.checkpoint, audit.entry, changes.list])
    desk.app.all(path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD" })))
}
