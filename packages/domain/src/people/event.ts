import { Schema } from "effect"
import { Day, Moment } from "../values/index.ts"
import { GrantBody, GrantId } from "./grant.ts"
import { Email, PersonId, PersonKind } from "./person.ts"

/** Numbered in the order of recording; a grant has the number of the event that gave it. */
export const PersonEventId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("PersonEventId"))
export type PersonEventId = typeof PersonEventId.Type

const Text = Schema.NonEmptyString.check(Schema.isMaxLength(200))

/** What can happen to somebody. Nothing is ever taken out: what is wrong is ended. */
export const PersonHappening = Schema.Union([
  Schema.TaggedStruct("invited", { name: Text, email: Email, kind: PersonKind, demonstration: Schema.Boolean }),
  Schema.TaggedStruct("given", { grant: GrantBody }),
  /** The grant holds up to `last`, or not at all if that is before its first day. */
  Schema.TaggedStruct("ended", { grant: GrantId, last: Day, reason: Schema.NullOr(Text) }),
  Schema.TaggedStruct("closed", { reason: Schema.NullOr(Text) }),
  Schema.TaggedStruct("opened", { reason: Schema.NullOr(Text) }),
  /** Another secret address of their calendar: the one before shows nothing any more. */
  Schema.TaggedStruct("calendar", {})
])
export type PersonHappening = typeof PersonHappening.Type

/** Something that is to be recorded of somebody. */
export interface PersonRecording {
  readonly person: PersonId
  readonly what: PersonHappening
}

/** As it was recorded, by whom: the name that they had then; the program itself for what nobody signed in did. */
export const PersonEvent = Schema.Struct({
  id: PersonEventId,
  person: PersonId,
  what: PersonHappening,
  recordedAt: Moment,
  recordedBy: Schema.Struct({ person: Schema.NullOr(PersonId), name: Schema.NonEmptyString })
})
export type PersonEvent = typeof PersonEvent.Type
