import { beginning, Changes, Sequence, Webhooks } from "@ntm/domain/changes"
import { Effect, Layer } from "effect"

const real = Effect.die(new Error("changes are on a real database in these specs"))

/** So many times it was asked what the last entry is. */
let asked = 0

/** Nothing was ever entered; but what is in memory may have changed whenever it is asked, so nothing is kept. */
export const changesInMemory = Layer.mergeAll(
  Layer.succeed(
    Changes,
    Changes.of({
      list: () => Effect.succeed([]),
      entry: () => Effect.succeed(null),
      named: () => Effect.succeed([]),
      sealed: () => Effect.succeed([]),
      head: () => Effect.succeed(beginning),
      last: () => Effect.sync(() => Sequence.make(++asked)),
      sealOf: () => Effect.succeed(null),
      differences: () => Effect.succeed([]),
      feed: ({ since }) => Effect.succeed({ records: [], next: since, more: false })
    })
  ),
  Layer.succeed(
    Webhooks,
    Webhooks.of({
      list: () => Effect.succeed([]),
      create: () => real,
      rotate: () => real,
      turn: () => real,
      replay: () => real,
      remove: () => real,
      deliveries: () => real,
      deliver: () => Effect.succeed(null)
    })
  )
)
