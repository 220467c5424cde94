import { Context, type Effect } from "effect"
import type { Chronicle } from "../units/index.ts"
import type { Moment } from "../values/index.ts"
import type { AccountEvent, AccountNote } from "./account-event.ts"
import type { PersonEvent, PersonEventId, PersonRecording } from "./event.ts"
import type { PersonId } from "./person.ts"
import type { PeopleRefused } from "./refusal.ts"

/** Who records something of people, and against what it is held. */
export interface PeopleWriter {
  /** `person` null: the program itself, at its first start or on the machine of its data. */
  readonly by: { readonly person: PersonId | null; readonly name: string }
  readonly chronicle: Chronicle
  readonly demonstration: boolean
}

/** The journal of people: who was invited, given what, ended. Passwords, sessions and keys are the library's of accounts. */
export class People extends Context.Service<
  People,
  {
    /** In the order of recording. */
    readonly journal: () => Effect.Effect<ReadonlyArray<PersonEvent>>
    /** Wholly or not at all: refused with every problem of every row (`checkPersonEvents`). */
    readonly record: (
      batch: ReadonlyArray<PersonRecording>,
      writer: PeopleWriter
    ) => Effect.Effect<{ readonly ids: ReadonlyArray<PersonEventId>; readonly recordedAt: Moment }, PeopleRefused>
    /** Notes what happened to accounts, in the order of happening; `by` null: who had not signed in. */
    readonly note: (notes: ReadonlyArray<AccountNote>, by: PeopleWriter["by"]) => Effect.Effect<void>
    /** What happened to somebody's account: keys, second factor, refused attempts to sign in. The newest last. */
    readonly accountEvents: (person: PersonId) => Effect.Effect<ReadonlyArray<AccountEvent>>
    /** Of the last batch; null while there was none. */
    readonly moment: () => Effect.Effect<Moment | null>
  }
>()("@ntm/domain/people/People") {}
