import { beginning, Changes, Webhooks } from "@ntm/domain/changes"
import { Effect, Layer } from "effect"

const real = Effect.die(new Error("changes are on a real database in these specs"))

/** Nothing was ever entered. */
export const changesInMemory = Layer.mergeAll(
  Layer.succeed(
    Changes,
    Changes.of({
      list: () => Effect.succeed([]),
      sealed: () => Effect.succeed([]),
      head: () => Effect.succeed(beginning),
      sealOf: () => Effect.succeed(null),
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
