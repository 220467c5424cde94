import { Observations } from "@ntm/domain/criteria"
import { Funding } from "@ntm/domain/funding"
import { Reorganisations } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { withConstructionDebt, Works } from "@ntm/domain/works"
import { Context, Effect, Layer } from "effect"
import type { BookOf } from "./book.ts"

/** The moment of what is known of works by now, their money included; null as long as no work is. */
const momentOfWorks = Effect.gen(function* () {
  const own = yield* (yield* Works).moment()
  if (own === null) return null
  const paid: Moment | null = yield* (yield* Funding).moment()
  return paid === null || paid < own ? own : paid
})

/**
 * Observations in which the construction debt of units is what their works owe, for everything that reads values in columns.
 *
 * **Details** One place, so that no answer of the API judges by another debt; records and what is written are untouched.
 */
export const owedByWorks = (
  bookOf: BookOf
): Layer.Layer<Observations, never, Observations | Works | Funding | Reorganisations> =>
  Layer.effect(
    Observations,
    Effect.gen(function* () {
      const reported = yield* Observations
      // These alone: a context may hold a way to the database too, and whoever asks has one of their own.
      const context = Context.pick(
        Works,
        Funding,
        Reorganisations
      )(yield* Effect.context<Works | Funding | Reorganisations>())
      const { columns } = withConstructionDebt(reported, {
        moment: Effect.provideContext(momentOfWorks, context),
        bookOf: (asked) =>
          Effect.provideContext(
            Effect.map(bookOf(asked), ({ book }) => book),
            context
          )
      })
      return Observations.of({ ...reported, columns })
    })
  )
