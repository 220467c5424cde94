import { createHash } from "node:crypto"
import { Option, Schema } from "effect"

/** Where in a list a page begins. */
export interface Position {
  /** Of the part of the list: where it begins, as the list itself names it; null for the first. */
  readonly at: string | null
  /** Items of that part that earlier pages had. */
  readonly skip: number
  /** The key of the last item of the page before, in a list that is told by keys. */
  readonly key: string | null
}

export const FIRST: Position = { at: null, skip: 0, key: null }

/** Which day and which moment all pages of a list are of. */
export interface Pins {
  readonly asOf: string | null
  readonly knownAt: string | null
}

/** What a cursor says: of which question it is, as of when, and where the next page begins. */
export interface CursorRead extends Position, Pins {
  readonly question: string
}

/** Written into every cursor: one of another form is not read as this one. */
const VERSION = 1

const Written = Schema.Tuple([
  Schema.Literal(VERSION),
  Schema.String,
  Schema.NullOr(Schema.String),
  Schema.NullOr(Schema.String),
  Schema.NullOr(Schema.String),
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  Schema.NullOr(Schema.String)
])

const read = Schema.decodeUnknownOption(Schema.fromJsonString(Written))

const digest = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, length)

/** Parameters that do not change which items a list has, nor in which order. */
const OF_A_PAGE = new Set(["cursor", "limit", "fields"])

/** A name for a question: its path, and everything that was given besides what is about a page. */
export const questionOf = (path: string, given: ReadonlyArray<readonly [string, string]>): string => {
  const own = given.filter(([name]) => !OF_A_PAGE.has(name)).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return digest(JSON.stringify([path, own]), 16)
}

const SEAL = 8

/**
 * Writes a cursor, opaque to callers.
 *
 * **Details** Its seal finds slips, it is no signature: a cursor opens nothing, since every page is held to what its caller may see.
 */
export const writeCursor = ({ asOf, at, key, knownAt, question, skip }: CursorRead): string => {
  const text = JSON.stringify([VERSION, question, asOf, knownAt, at, skip, key])
  return Buffer.from(`${digest(text, SEAL)}${text}`).toString("base64url")
}

/** Reads a cursor; null for a text that this program did not write so. */
export const readCursor = (cursor: string): CursorRead | null => {
  const bytes = Buffer.from(cursor, "base64url")
  const sealed = bytes.toString("utf8")
  const text = sealed.slice(SEAL)
  if (bytes.toString("base64url") !== cursor || digest(text, SEAL) !== sealed.slice(0, SEAL)) return null
  const found = read(text)
  if (Option.isNone(found)) return null
  const [, question, asOf, knownAt, at, skip, key] = found.value
  return { question, asOf, knownAt, at, skip, key }
}
