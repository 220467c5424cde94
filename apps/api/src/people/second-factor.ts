import { createHash } from "node:crypto"
import { createOTP } from "@better-auth/utils/otp"
import { generateRandomString, type SecretConfig, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto"

/** How long the code of an authenticator is shown, in milliseconds (RFC 6238's usual interval, and the library's). */
const STEP_MS = 30_000

/** Codes for emergencies that somebody is given. */
const CODES = 10

/** Letters and digits of each: 24 of 36 are 124 bits, so that a hash of it is as good as one that is slow to make. */
const CODE_LENGTH = 24

const HASHED = "sha256:"

/** A code for emergencies as it is looked up: blanks and strokes are there for the eye. */
const plain = (code: string): string => code.replaceAll(/[\s-]/g, "")

/** What is kept of a code for emergencies, and shown to the library in its place. */
export const codeHash = (code: string): string => HASHED + createHash("sha256").update(plain(code)).digest("base64url")

const listIn = (json: string): ReadonlyArray<string> => {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}

/** Codes for emergencies for the library of accounts: in groups of four, kept as hashes; those that were sealed before are hashed as they are read. */
export const emergencyCodes = (keys: SecretConfig) => ({
  customBackupCodesGenerate: () =>
    Array.from(
      { length: CODES },
      () => generateRandomString(CODE_LENGTH, "a-z", "0-9").match(/.{4}/g)?.join("-") ?? ""
    ),
  storeBackupCodes: {
    encrypt: async (json: string) =>
      JSON.stringify(listIn(json).map((code) => (code.startsWith(HASHED) ? code : codeHash(code)))),
    decrypt: async (kept: string) =>
      kept.startsWith("[")
        ? kept
        : JSON.stringify(listIn(await symmetricDecrypt({ key: keys, data: kept })).map(codeHash))
  }
})

/** A second factor as the library keeps it, with what is kept beside. */
export interface FactorRow {
  readonly id: string
  readonly userId: string
  readonly secret: string
  readonly backupCodes: string
  readonly lastStep: number | null
}

/**
 * A second factor sealed with the secret in force, and its emergency codes as hashes.
 *
 * **Details** Rejects where none of the secrets opens it.
 */
export const sealedAnew = async ({ backupCodes, secret }: FactorRow, keys: SecretConfig) => ({
  secret: await symmetricEncrypt({ key: keys, data: await symmetricDecrypt({ key: keys, data: secret }) }),
  backupCodes: await emergencyCodes(keys).storeBackupCodes.decrypt(backupCodes)
})

/** Of what a code of an authenticator is, beside right or wrong; `unread`: none of the secrets opens what it would be held against. */
export type CodeAge = "now" | "before" | "ahead" | "none" | "unread"

/**
 * Which interval a code is of: the one that is, the one before, the one to come, or none of them.
 *
 * **Details** The library would take all three; what is shown for thirty seconds is taken for no longer. Others than these it refuses, and counts.
 */
export const stepOf = async (
  row: FactorRow,
  code: string,
  { keys, now }: { readonly now: number; readonly keys: SecretConfig }
): Promise<{ readonly age: CodeAge; readonly step: number }> => {
  const current = Math.floor(now / STEP_MS)
  // A database that was restored without the folder's secrets, or a signing secret that was changed without naming the one before.
  const seed = await symmetricDecrypt({ key: keys, data: row.secret }).catch(() => null)
  if (seed === null) return { age: "unread", step: current }
  const otp = createOTP(seed)
  const ages = [
    ["now", current],
    ["before", current - 1],
    ["ahead", current + 1]
  ] as const
  for (const [age, step] of ages) if ((await otp.hotp(step)) === code) return { age, step }
  return { age: "none", step: current }
}
