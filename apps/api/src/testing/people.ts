import { checkPersonEvents, People, type PersonEvent, PersonEventId } from "@ntm/domain/people"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"

const at = Moment.make("2025-04-15T20:00:00.000Z")

/** A journal of people in memory, empty at first. */
export const peopleInMemory = Layer.sync(People, () => {
  const events: Array<PersonEvent> = []
  return People.of({
    journal: () => Effect.sync(() => [...events]),
    record: (batch, { by, chronicle, demonstration }) =>
      Effect.suspend(() => {
        const refused = checkPersonEvents(batch, { events, chronicle, demonstration, today: Day.make("2025-04-16") })
        if (refused !== null) return Effect.fail(refused)
        const added = batch.map((one, index): PersonEvent => ({
          ...one,
          id: PersonEventId.make(events.length + 1 + index),
          recordedAt: at,
          recordedBy: by
        }))
        events.push(...added)
        return Effect.succeed({ ids: added.map(({ id }) => id), recordedAt: at })
      }),
    note: () => Effect.void,
    accountEvents: () => Effect.succeed([]),
    moment: () => Effect.succeed(events.length === 0 ? null : at)
  })
})
