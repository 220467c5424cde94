import { type Access, may } from "../people/index.ts"
import type { FeedRecord } from "./feed.ts"
import { audienceOf } from "./noun.ts"

/**
 * Whether a record may be told to somebody: what is of no unit to all who follow the feed, of units and criteria to who was given them.
 *
 * **Details** Of something that is gone no more is told than its key.
 */
export const isToldTo =
  (access: Access) =>
  ({ noun, record, units }: Pick<FeedRecord, "noun" | "record" | "units">): boolean => {
    const audience = audienceOf(noun)
    if (audience !== "scoped") return audience === "all"
    const input = record?.["input"]
    return may(access, "changes.read", { units, ...(typeof input === "string" ? { inputs: [input] } : {}) }) === null
  }
