import type { Moment } from "@ntm/domain/values"
import { Works, type WorksJournal } from "@ntm/domain/works"
import { Effect, Layer } from "effect"

const notHere = () => Effect.die(new Error("the journal is on a real database in these specs"))

/** Works told by the spec; nothing can be written. */
export const worksOf = (journal: WorksJournal) => {
  const moments = [journal.works, journal.reports, journal.gifts, journal.landEvents]
    .flatMap((facts) => facts.map(({ recordedAt }) => recordedAt))
    .toSorted()
  const last: Moment | null = moments.at(-1) ?? null
  return Layer.succeed(
    Works,
    Works.of({
      journal: () => Effect.succeed(journal),
      approve: notHere,
      report: notHere,
      giveLand: notHere,
      followLand: notHere,
      resting: () =>
        Effect.succeed(
          [...Map.groupBy(journal.works, ({ unit }) => unit)].map(([unit, works]) => ({
            unit,
            works: works.length,
            gifts: journal.gifts.filter((gift) => gift.unit === unit).length
          }))
        ),
      rules: () => Effect.succeed({ source: "Quy ước", overdueAfterDays: 90, alerts: [] }),
      moment: () => Effect.succeed(last)
    })
  )
}
