import { Data } from "effect"

/** Who has not signed in asks for what wants it; why is the domain's to say. */
export class SignInNeeded extends Data.TaggedError("SignInNeeded")<{
  readonly sentence: { readonly vi: string; readonly en: string }
  readonly next: { readonly vi: string; readonly en: string }
}> {}

/** A key or a token that is unknown, ended or taken back. */
export class CredentialRefused extends Data.TaggedError("CredentialRefused") {}

/** Somebody's role is for those who sign in by a second factor too, and they have none yet. */
export class SecondFactorNeeded extends Data.TaggedError("SecondFactorNeeded")<{
  /** They have one and did not show it in this session: a provider let them in. */
  readonly has: boolean
}> {}

/** Somebody wants to change how they get in, and it is too long ago that they showed who they are. */
export class ConfirmNeeded extends Data.TaggedError("ConfirmNeeded")<{}> {}

/** Why the library of accounts does not let somebody in, or change how they come in; by its own code. */
export class SignInRefused extends Data.TaggedError("SignInRefused")<{ readonly code: string }> {}

export class TooManyRequests extends Data.TaggedError("TooManyRequests")<{ readonly seconds: number }> {}

/** Nobody, or nothing of theirs, of this id. */
export class AccountNotFound extends Data.TaggedError("AccountNotFound")<{
  readonly what: "person" | "key" | "session" | "secondFactor" | "calendar"
  readonly id: string
}> {}

/** Nobody can sign in here: there are no accounts, or not in this way. */
export class NoSuchWay extends Data.TaggedError("NoSuchWay") {}

export type PeopleApiError =
  | SignInNeeded
  | CredentialRefused
  | SecondFactorNeeded
  | ConfirmNeeded
  | SignInRefused
  | TooManyRequests
  | AccountNotFound
  | NoSuchWay
