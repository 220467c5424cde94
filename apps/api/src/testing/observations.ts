import { type InputKey, Observations } from "@ntm/domain/criteria"
import { journalOver, recordsOf, type ToldValue } from "@ntm/domain/testing"
import type { UnitId } from "@ntm/domain/units"
import { Effect, Layer } from "effect"

const notHere = () => Effect.die(new Error("the journal is on a real database in these specs"))

/** One value for every unit and input that is asked for; nothing can be written. */
export const observationsInMemory = Layer.succeed(
  Observations,
  Observations.of({
    record: notHere,
    move: notHere,
    columns: ({ inputs, units }) => {
      const column = (of: ReadonlyArray<UnitId | InputKey>) => new Float64Array(of.length).fill(1)
      return Effect.succeed({
        units,
        inputs,
        values: inputs.map(() => column(units)),
        days: inputs.map(() => new Int32Array(units.length)),
        knownAt: null
      })
    },
    inForce: () => Effect.succeed([]),
    series: () => Effect.succeed([]),
    illustrative: () => Effect.succeed(new Set()),
    reported: () => Effect.succeed(new Set()),
    history: () => Effect.succeed([]),
    rebuild: () => Effect.succeed({ rows: 0, differing: 0 })
  })
)

/** Values told to the journal, read by the domain's own rules; nothing can be written. */
export const observationsOf = (told: ReadonlyArray<ToldValue>) =>
  Layer.succeed(
    Observations,
    Observations.of({
      ...journalOver(recordsOf(told)),
      record: notHere,
      move: notHere,
      history: () => Effect.succeed([]),
      rebuild: () => Effect.succeed({ rows: 0, differing: 0 })
    })
  )
