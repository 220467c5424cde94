import { api } from "@ntm/contract"
import type { Person } from "@ntm/domain/people"
import { Effect } from "effect"
import type { ApiError } from "../http/errors.ts"
import type { Ports } from "../http/respond.ts"
import { noteAccount } from "./account-notes.ts"
import { askLibrary, type Body } from "./ask-library.ts"
import { type C, type PeopleDesk, take } from "./desk.ts"
import { ConfirmNeeded, SignInRefused } from "./errors.ts"
import { codeHash } from "./second-factor.ts"
import { CONFIRMED_SECONDS } from "./terms.ts"

/** Codes kept for emergencies are longer than those of an authenticator. */
const isAuthenticators = (code: string): boolean => /^\d{6}$/.test(code)

/** Why a code that is theirs is not taken, by a code of ours: the library knows no difference. */
const refusals = { used: "CODE_USED", late: "CODE_LATE", unread: "CODE_UNREAD" } as const

/**
 * Shows the library a code of somebody's second factor: of the authenticator, or one kept for emergencies. Each is taken once.
 *
 * **Details** `person`: who has signed in, or whose second factor is waited for; null where nobody's is, which the library refuses.
 */
export const showCode = (
  desk: PeopleDesk,
  c: C,
  person: Person["id"] | null,
  code: string
): Effect.Effect<Body, ApiError> => {
  const plain = code.replaceAll(/\s/g, "")
  if (!isAuthenticators(plain)) return askLibrary(desk, c, "/two-factor/verify-backup-code", { code: codeHash(plain) })
  const used =
    person === null ? Effect.succeed("unknown" as const) : Effect.promise(() => desk.accounts.useCode(person, plain))
  return Effect.flatMap(used, (was) =>
    was === "used" || was === "late" || was === "unread"
      ? Effect.fail(new SignInRefused({ code: refusals[was] }))
      : askLibrary(desk, c, "/two-factor/verify-totp", { code: plain })
  )
}

/** Notes what is asked of the library where it refuses: an attempt, of whoever it was about. */
export const noted =
  (
    desk: PeopleDesk,
    c: C,
    step: "password" | "secondFactor",
    whose: Effect.Effect<Person["id"] | null, ApiError, Ports>
  ) =>
  <A>(asked: Effect.Effect<A, ApiError, Ports>) =>
    Effect.tapError(asked, (error) =>
      error instanceof SignInRefused
        ? Effect.flatMap(whose, (person) =>
            person === null
              ? Effect.void
              : noteAccount(desk, c, person, { _tag: "signInRefused", step, code: error.code })
          )
        : Effect.void
    )

/**
 * Fails unless whoever asks has shown every factor of theirs in this session within the last quarter of an hour: for what changes how somebody gets in.
 *
 * **Details** A key is no session; what concerns sessions, passwords and factors is of no use to one, and the owner's key stands for the machine itself.
 */
export const confirmed = (desk: PeopleDesk, c: C): Effect.Effect<void, ConfirmNeeded> => {
  const { holder } = c.get("asker")
  if (holder === null || holder.session === null) return Effect.void
  const at = holder.confirmedAt?.getTime() ?? 0
  return desk.now().getTime() - at <= CONFIRMED_SECONDS * 1000 ? Effect.void : Effect.fail(new ConfirmNeeded())
}

/** `/session/confirm`: who is signed in shows again that it is they. */
export const confirmRoutes = (desk: PeopleDesk): void => {
  const { session } = api
  take(
    desk,
    session.confirm,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person }, body: { code, password } }, c) {
      const { holder } = c.get("asker")
      const own = holder?.session ?? null
      if (person === null || own === null) return yield* new SignInRefused({ code: "CONFIRM_SESSION" })
      const has = yield* Effect.promise(() => desk.accounts.waysOf(person.id))
      if (!has.password && !has.twoFactor) return yield* new SignInRefused({ code: "CONFIRM_BY_SIGN_IN" })
      if (has.password && password === undefined) return yield* new SignInRefused({ code: "CONFIRM_PASSWORD" })
      if (has.twoFactor && code === undefined) return yield* new SignInRefused({ code: "CONFIRM_CODE" })
      const whose = Effect.succeed(person.id)
      if (has.password) yield* noted(desk, c, "password", whose)(askLibrary(desk, c, "/verify-password", { password }))
      if (has.twoFactor) yield* noted(desk, c, "secondFactor", whose)(showCode(desk, c, person.id, code ?? ""))
      yield* Effect.promise(() => desk.accounts.confirm(own, has.twoFactor))
      return { done: true } as const
    })
  )
}
