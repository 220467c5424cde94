import { Schema } from "effect"
import { Moment } from "../values/index.ts"
import { PersonId } from "./person.ts"

const Text = Schema.String.check(Schema.isMaxLength(200))

/** By which step of signing in somebody was refused. */
export const SignInStep = Schema.Literals(["password", "secondFactor"])
export type SignInStep = typeof SignInStep.Type

/**
 * What happened to the ways by which somebody, or a partner's system, gets in: no secret is ever part of it.
 *
 * **Details** `keyMade`, `keyRevoked`: `key` is the number by which a key is taken back. `signInRefused`: `code` is the library's reason; an address that
 * is nobody's is nobody's event, and stands in the log of requests alone.
 */
export const AccountHappening = Schema.Union([
  Schema.TaggedStruct("keyMade", { key: Text, name: Text, perMinute: Schema.Int, expiresAt: Schema.NullOr(Moment) }),
  Schema.TaggedStruct("keyRevoked", { key: Text, name: Text }),
  Schema.TaggedStruct("linkMade", {}),
  Schema.TaggedStruct("passwordSet", {}),
  Schema.TaggedStruct("secondFactorOn", {}),
  Schema.TaggedStruct("secondFactorOff", {}),
  /** Taken away by an administrator; `known`: how they made sure whose it was. */
  Schema.TaggedStruct("secondFactorReset", { known: Text }),
  /** `others`: all but the one that asked for it. */
  Schema.TaggedStruct("sessionsEnded", { which: Schema.Literals(["one", "others", "all"]) }),
  Schema.TaggedStruct("signInRefused", { step: SignInStep, code: Text })
])
export type AccountHappening = typeof AccountHappening.Type

/** Something that happened to somebody's account, to be noted. */
export interface AccountNote {
  readonly person: PersonId
  readonly what: AccountHappening
}

/** As it was noted: who did it (`person` null: who had not signed in, or the program itself). From where it came stands in the journal of changes. */
export const AccountEvent = Schema.Struct({
  id: Schema.Int.check(Schema.isGreaterThan(0)),
  person: PersonId,
  what: AccountHappening,
  recordedAt: Moment,
  recordedBy: Schema.Struct({ person: Schema.NullOr(PersonId), name: Schema.NonEmptyString })
})
export type AccountEvent = typeof AccountEvent.Type
