import type { Client } from "@ntm/contract"
import {
  beginning,
  Checkpoint,
  type FactDifference,
  follow,
  followedTo,
  followFrom,
  type Following,
  HeldNoun
} from "@ntm/domain/changes"
import { Schema } from "effect"
import { readFile } from "node:fs/promises"
import { both } from "../language/lang.ts"
import { type Asked, misuse, printed } from "../people/running.ts"
import { exit } from "../shell/output.ts"
import { verifiedLines } from "./audit-verify-text.ts"

/** Entries that are fetched at once. */
const PAGE = 1000

/** For each page: a long chain takes longer than a question. */
const PAGE_MS = 60_000

/** For each noun: a whole table is held against all that was ever entered of it. */
const NOUN_MS = 600_000

/** Differences of a noun that are fetched: whoever emptied a table is found by the first. */
const MOST_OF_A_NOUN = 1000

const decodeCheckpoint = Schema.decodeUnknownSync(Schema.fromJsonString(Checkpoint))

/** Facts that are not what the trail says, and what it was when they were looked at. */
export interface Differing {
  readonly differences: ReadonlyArray<FactDifference>
  /** Whether a noun has more than are told. */
  readonly more: boolean
  readonly heads: ReadonlyArray<Checkpoint>
}

/** Where following begins: at the seal before the entry. */
const startOf = async ({ client, request }: Asked): Promise<Checkpoint> => {
  const from = Number(request.options["from"] ?? 1)
  return from <= 1 ? beginning : client.audit.checkpoint({ seq: from - 1 }, AbortSignal.timeout(PAGE_MS))
}

/** Follows the chain page by page to the end that the journal has when it comes there. */
const followed = async (client: Client, start: Checkpoint, kept: ReadonlyArray<Checkpoint>): Promise<Following> => {
  let state = followFrom(start)
  for (;;) {
    const { head, items } = await client.audit.sealed(
      { after: state.at.seq, limit: PAGE },
      AbortSignal.timeout(PAGE_MS)
    )
    state = follow(state, items, kept)
    if (state.broken !== null) return state
    // The head was read before the page: with none left it is where the chain has to end.
    if (items.length === 0) return followedTo(state, head, kept)
  }
}

/** Asks noun by noun, so that no answer takes long. */
const differing = async (client: Client): Promise<Differing> => {
  const differences: Array<FactDifference> = []
  const heads: Array<Checkpoint> = []
  let more = false
  for (const noun of HeldNoun.literals) {
    const { head, items, next } = await client.audit.differences(
      { noun, limit: MOST_OF_A_NOUN },
      AbortSignal.timeout(NOUN_MS)
    )
    differences.push(...items)
    heads.push(head)
    more ||= next !== null
  }
  return { differences, more, heads }
}

/**
 * `ntm audit-log verify`: holds all facts against the trail, then follows the chain of the trail in this process.
 *
 * **Details** The chain comes last and has to pass through every end that the trail had while facts were looked at: so it is the trail that they were held
 * against, and not another that was shown afterwards.
 */
export const verify = async (asked: Asked): Promise<number> => {
  const { client, request } = asked
  const file = request.options["checkpoint"]
  let kept: ReadonlyArray<Checkpoint> = []
  if (file !== undefined) {
    try {
      kept = [decodeCheckpoint(await readFile(file, "utf8"))]
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      return misuse(
        asked,
        both(`${file}: không đọc được điểm mốc: ${why}`, `${file}: no checkpoint can be read: ${why}`)
      )
    }
  }
  const from = request.options["from"]
  if (from !== undefined && !/^\d{1,15}$/.test(from))
    return misuse(asked, both("--from phải là số thứ tự của một mục.", "--from must be the number of an entry."))
  const start = await startOf(asked)
  const { differences, heads, more } = await differing(client)
  const { at, broken, entries } = await followed(client, start, [...kept, ...heads])
  const sound = broken === null && differences.length === 0
  const verified = { sound, entries, last: at, broken, nouns: HeldNoun.literals.length, differences, more }
  printed(asked, verified, verifiedLines(verified, request.lang))
  return sound ? exit.done : exit.findings
}
