import { Schema } from "effect"
import { canonicalJson } from "./canonical.ts"
import { sha256 } from "./sha256.ts"

const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/))

/**
 * What shows that nothing was changed.
 *
 * **Details** `hash` is that of the whole document without its seal. `parts` has the hash of each part (by JSON pointer), so that a
 * change can be told with its place: members of the document, and the members of those that are lists.
 */
export const Seal = Schema.Struct({
  algorithm: Schema.Literal("SHA-256"),
  canonical: Schema.Literal("RFC 8785"),
  hash: Hash,
  parts: Schema.Record(Schema.String, Hash)
})
export type Seal = typeof Seal.Type

const hashOf = (value: unknown): string => sha256(canonicalJson(value))

/** A member's name as it stands in a JSON pointer (RFC 6901). */
export const pointerName = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1")

/** The seal of a document; a seal that it has is not looked at. */
export const sealOf = (document: object): Seal => {
  const parts = Object.entries(document).filter(([name]) => name !== "seal")
  const members = parts.flatMap(([name, value]: [string, unknown]) => {
    const at = `/${pointerName(name)}`
    return Array.isArray(value) ? value.map((one, place) => [`${at}/${place}`, one] as const) : [[at, value] as const]
  })
  return {
    algorithm: "SHA-256",
    canonical: "RFC 8785",
    hash: hashOf(Object.fromEntries(parts)),
    parts: Object.fromEntries(members.map(([at, value]) => [at, hashOf(value)]))
  }
}
