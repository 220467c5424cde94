import { ChangesBy } from "@ntm/domain/changes"
import { type Access, type AccountHappening, People, type PersonId } from "@ntm/domain/people"
import { Effect } from "effect"
import { changedBy } from "../changes/provenance.ts"
import type { C, PeopleDesk } from "./desk.ts"

/** Under whose name something is recorded: the owner of the machine is nobody of the journal. */
export const writerOf = (desk: Pick<PeopleDesk, "owner">, { person }: Access) => ({
  person: person === null || person.id === desk.owner?.id ? null : person.id,
  name: person?.name ?? "ntm"
})

/**
 * Notes what happened to somebody's account, by who asks and from where.
 *
 * **Details** In a transaction of its own: what was refused is noted although nothing else of the request is kept.
 */
export const noteAccount = (
  desk: PeopleDesk,
  c: C,
  person: PersonId,
  ...happened: ReadonlyArray<AccountHappening>
): Effect.Effect<void> =>
  Effect.promise(() => {
    const notes = happened.map((what) => ({ person, what }))
    const by = writerOf(desk, c.get("asker").access)
    const noted = Effect.flatMap(People, (people) => people.note(notes, by))
    return desk.runtime.runPromise(Effect.provideService(noted, ChangesBy, changedBy(c)))
  })
