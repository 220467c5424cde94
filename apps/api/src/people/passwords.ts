import { passwordWeakness, type Person } from "@ntm/domain/people"
import { Effect } from "effect"
import type { PeopleDesk } from "./desk.ts"
import { SignInRefused } from "./errors.ts"
import { PASSWORD_CHARACTERS } from "./terms.ts"

/**
 * Loaded when somebody first sets a password: some 50,000 that are tried first, as the library zxcvbn-ts has them. It took them from ten million that were
 * breached (xato.net), those that were found more than ten times.
 */
let loading: Promise<ReadonlySet<string>> | undefined

const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (loading ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(String))
  ))

const codes = { common: "PASSWORD_COMMON", context: "PASSWORD_CONTEXT" } as const

/**
 * Why somebody should not have a password; null where nothing speaks against it.
 *
 * **Details** A set of breached ones that an operator named and that cannot be read is a reason too: nobody is to believe that it was looked at.
 */
export const passwordRefusal = (
  { breached, log }: Pick<PeopleDesk, "breached" | "log">,
  password: string,
  person: Pick<Person, "name" | "email">
): Effect.Effect<SignInRefused | null> =>
  Effect.promise(async () => {
    // The library says so of one that is too short, which is the better reason.
    if (password.length < PASSWORD_CHARACTERS) return null
    const weakness = passwordWeakness(password, { common: await commonPasswords(), person })
    if (weakness !== null) return new SignInRefused({ code: codes[weakness] })
    try {
      return (await breached(password)) ? new SignInRefused({ code: "PASSWORD_BREACHED" }) : null
    } catch (cause) {
      log(`NTM_BREACHED_PASSWORDS: ${String(cause)}`)
      return new SignInRefused({ code: "PASSWORD_UNCHECKED" })
    }
  })
