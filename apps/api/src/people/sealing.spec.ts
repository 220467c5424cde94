import { createOTP } from "@better-auth/utils/otp"
import { PersonId } from "@ntm/domain/people"
import { memoryAdapter } from "better-auth/adapters/memory"
import { symmetricEncrypt } from "better-auth/crypto"
import { describe, expect, it } from "vitest"
import { makeAccounts } from "./accounts.ts"
import { keysOf } from "./sealing.ts"

const [oldest, older, present] = ["oldest", "older", "present"].map(
  (word) => `the ${word} secret of this spec, long`
) as [string, string, string]
const SEED = "seed of an authenticator"
const AT = Date.parse("2026-01-01T00:00:10Z")

/** Accounts under secrets, with a second factor of Lan's that was sealed before. */
const accountsWith = (secret: string, former: ReadonlyArray<string>, sealed: string) => {
  const rows = {
    user: [],
    session: [],
    account: [],
    verification: [],
    twoFactor: [{ id: "1", userId: "lan", secret: sealed, backupCodes: "[]", lastStep: null }]
  }
  const accounts = makeAccounts({
    database: memoryAdapter(rows),
    secret,
    former,
    address: "http://127.0.0.1:4100",
    providers: [],
    now: () => AT
  })
  const code = () => createOTP(SEED).hotp(Math.floor(AT / 30_000))
  return {
    accounts,
    sealed: () => rows.twoFactor[0]?.secret ?? "",
    use: async () => accounts.useCode(PersonId.make("lan"), await code())
  }
}

describe("a signing secret that is changed", () => {
  const sealedBy = (secret: string, former: ReadonlyArray<string> = []) =>
    symmetricEncrypt({ key: keysOf({ secret, former }), data: SEED })

  it("leaves second factors to be used that former ones sealed, named in the seal or not", async () => {
    for (const sealed of [await symmetricEncrypt({ key: oldest, data: SEED }), await sealedBy(older, [oldest])])
      expect(await accountsWith(present, [older, oldest], sealed).use()).toBe("right")
    expect(await accountsWith(present, [], await sealedBy(older)).use()).toBe("unread")
  })

  it("seals them anew, after which the former ones can go", async () => {
    for (const before of [await symmetricEncrypt({ key: oldest, data: SEED }), await sealedBy(older, [oldest])]) {
      const changed = accountsWith(present, [older, oldest], before)
      expect(await changed.accounts.sealAnew()).toEqual([])
      expect(changed.sealed()).not.toBe(before)
      expect(await accountsWith(present, [], changed.sealed()).use()).toBe("right")
    }
  })

  it("tells whose none of the secrets opens, and leaves them as they are", async () => {
    const lost = await sealedBy("a secret that nobody has any more, long")
    const changed = accountsWith(present, [older], lost)
    expect(await changed.accounts.sealAnew()).toEqual(["lan"])
    expect(changed.sealed()).toBe(lost)
  })
})
