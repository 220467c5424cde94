import type { FedRecord } from "@ntm/contract"
import {
  audienceOf,
  type ChangedNoun,
  Changes,
  fedNouns,
  type FeedPage,
  type FeedPlace,
  isToldTo,
  Sequence
} from "@ntm/domain/changes"
import type { Access } from "@ntm/domain/people"
import type { UnitCode } from "@ntm/domain/units"
import { Effect } from "effect"
import { register } from "../people/desk.ts"
import { codeOf, seenIn } from "./scope.ts"

/** Before everything that was ever entered. */
export const beginningPlace: FeedPlace = { seq: Sequence.make(0), rows: 0 }

/** What is asked of the feed. */
export interface FeedAsked {
  readonly since: FeedPlace
  readonly unit: UnitCode | undefined
  readonly noun: ChangedNoun | undefined
  readonly limit: number
}

/** A page of the feed for somebody. */
export const feedPage = Effect.fnUntraced(function* (access: Access, { limit, noun, since, unit }: FeedAsked) {
  const chronicle = yield* register
  const units = yield* seenIn(chronicle, access, unit)
  const nouns = noun === undefined ? fedNouns : audienceOf(noun) === "none" ? [] : [noun]
  const page: FeedPage = yield* (yield* Changes).feed({ since, nouns, units, limit })
  const isTold = isToldTo(access)
  const records = page.records
    .filter(isTold)
    // A question for one unit is not about what is of none.
    .filter((one) => unit === undefined || one.units.length > 0 || audienceOf(one.noun) === "all")
    .map((one): FedRecord => ({ ...one, unitCodes: one.units.map((id) => codeOf(chronicle, id)) }))
  return { ...page, records }
})
