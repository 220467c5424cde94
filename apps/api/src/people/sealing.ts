import { createHash } from "node:crypto"
import type { SecretConfig } from "better-auth/crypto"

/** What seals secrets of people: the secret in force, and those before it that still open what they sealed, the newest first. */
export interface Sealing {
  readonly secret: string
  readonly former?: ReadonlyArray<string>
}

/** The number by which what is sealed names its secret: of its hash, so that it stays the same whatever secrets stand beside it. */
const versionOf = (secret: string): number =>
  Number.parseInt(createHash("sha256").update(secret).digest("hex").slice(0, 8), 16)

/** The secrets as the library of accounts takes them, the one in force first; each once. */
export const versionsOf = ({ former = [], secret }: Sealing) =>
  [...new Set([secret, ...former])].map((value) => ({ version: versionOf(value), value }))

/** The secret of what was sealed before seals named theirs: the first that there was. */
export const unnamedOf = ({ former = [], secret }: Sealing): string => former.at(-1) ?? secret

/** The secrets as the library's own functions take them. */
export const keysOf = (sealing: Sealing): SecretConfig => ({
  keys: new Map(versionsOf(sealing).map(({ value, version }) => [version, value])),
  currentVersion: versionOf(sealing.secret),
  legacySecret: unnamedOf(sealing)
})
