import { Effect } from "effect"
import type { Position } from "./cursor.ts"

/** A part of a list, as it is read. */
export interface Part<Item> {
  readonly items: ReadonlyArray<Item>
  /** Where the next part begins; null after the last. */
  readonly next: string | null
}

/**
 * A list that is too long to be held: read part by part, from where the one before said.
 *
 * **Details** `atMost`: more are not needed now; a part that has more is fine, and one that has fewer says where the next begins. A part that begins
 * at a place holds the same items in the same order however many were asked for.
 */
export interface Parts<Item, E, R> {
  readonly part: (at: string | null, atMost: number) => Effect.Effect<Part<Item>, E, R>
  /** Where the part after an item begins, where any item can be gone on from: then what is put before it later moves no page. */
  readonly after?: (item: Item) => string
}

export const isParts = <Item, E, R>(items: ReadonlyArray<Item> | Parts<Item, E, R>): items is Parts<Item, E, R> =>
  "part" in items

/** A list that is held whole, as one part. */
export const whole = <Item>(items: ReadonlyArray<Item>): Parts<Item, never, never> => ({
  part: () => Effect.succeed({ items, next: null })
})

/** The items of a page, and where the next one begins; null on the last. */
export interface Cut<Item> {
  readonly items: ReadonlyArray<Item>
  readonly next: Omit<Position, "key"> | null
}

/** Cuts a page out of a list: at most `limit` items from a position on. A page that is not the last has as many. */
export const cut = <Item, E, R>(
  { after, part }: Parts<Item, E, R>,
  from: Omit<Position, "key">,
  limit: number
): Effect.Effect<Cut<Item>, E, R> =>
  Effect.gen(function* () {
    const items: Array<Item> = []
    let { at, skip } = from
    for (;;) {
      // One more than fits: whether there is a next page is known without asking again.
      const read = yield* part(at, skip + limit - items.length + 1)
      const rest = read.items.slice(skip)
      const taken = rest.slice(0, limit - items.length)
      items.push(...taken)
      if (rest.length > taken.length) {
        const last = items.at(-1)
        const place = { at, skip: skip + taken.length }
        return { items, next: after === undefined || last === undefined ? place : { at: after(last), skip: 0 } }
      }
      if (read.next === null) return { items, next: null }
      at = read.next
      skip = 0
    }
  })
