import { passwordWeakness, type Person } from "@ntm/domain/people"
import { Effect } from "effect"
import { SignInRefused } from "./errors.ts"

/** Loaded when somebody first sets a password: some 50,000 that are tried first, as the library zxcvbn-ts has them. */
let loading: Promise<ReadonlySet<string>> | undefined

const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (loading ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(String))
  ))

const codes = { common: "PASSWORD_COMMON", context: "PASSWORD_CONTEXT" } as const

/** Why somebody should not have a password; null where nothing speaks against it. */
export const passwordRefusal = (
  password: string,
  person: Pick<Person, "name" | "email">
): Effect.Effect<SignInRefused | null> =>
  Effect.map(
    Effect.promise(() => commonPasswords()),
    (common) => {
      const weakness = passwordWeakness(password, { common, person })
      return weakness === null ? null : new SignInRefused({ code: codes[weakness] })
    }
  )
