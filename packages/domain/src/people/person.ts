import { Schema } from "effect"

/** The identity of somebody, or of a partner's system, as the library of accounts gives it. */
export const PersonId = Schema.NonEmptyString.check(Schema.isMaxLength(64)).pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

const emailSaid = { message: "phải là một địa chỉ thư điện tử · must be an e-mail address" }

/** An address as accounts are found by: in lower case, without blanks. */
export const Email = Schema.String.check(
  Schema.isMaxLength(254, emailSaid),
  Schema.isPattern(/^[^\s@A-Z]+@[^\s@A-Z]+$/, emailSaid)
).pipe(Schema.brand("Email"))
export type Email = typeof Email.Type

/** Somebody signs in; a system asks with a key and has neither password nor link. */
export const PersonKind = Schema.Literals(["human", "system"])
export type PersonKind = typeof PersonKind.Type

/** Who can be known to the program, by what was recorded of them. */
export const Person = Schema.Struct({
  id: PersonId,
  name: Schema.NonEmptyString,
  email: Email,
  kind: PersonKind,
  /** False from the moment on at which the account was closed. */
  active: Schema.Boolean,
  /** Made up to show the program, with everything else of the demonstration. */
  demonstration: Schema.Boolean
})
export type Person = typeof Person.Type
