import type { Changes, FactDifference, HeldNoun } from "@ntm/domain/changes"
import { Effect } from "effect"
import type { Parts } from "../http/page.ts"

/** Differences that are looked for at once. */
const AT_ONCE = 1000

/** Where a part begins: behind a thing of a noun. */
const placeOf = ({ key, noun }: Pick<FactDifference, "key" | "noun">): string => `${noun} ${key}`

/**
 * Facts of the nouns, one after the other, that are not what the trail says of them.
 *
 * **Details** A part that goes on behind a thing looks at the rest of its noun again, and at the nouns behind it: nothing is held between parts.
 */
export const differing = (
  port: Changes["Service"],
  nouns: ReadonlyArray<HeldNoun>
): Parts<FactDifference, never, never> => ({
  part: Effect.fnUntraced(function* (at: string | null, atMost: number) {
    const limit = Math.min(atMost, AT_ONCE)
    const items: Array<FactDifference> = []
    const begun = at === null ? 0 : nouns.findIndex((noun) => at.startsWith(`${noun} `))
    for (const [place, noun] of nouns.entries()) {
      if (place < begun) continue
      const after = at !== null && place === begun ? at.slice(noun.length + 1) : null
      items.push(...(yield* port.differences({ noun, after, limit: limit - items.length })))
      const last = items.at(-1)
      if (items.length >= limit && last !== undefined) return { items, next: placeOf(last) }
    }
    return { items, next: null }
  }),
  after: placeOf
})
