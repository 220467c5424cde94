import { Agencies, Agency, weekendsOff, WorkCalendar, WorkCalendars } from "@ntm/domain/assignments"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"

/** `Agencies` on PostgreSQL. */
export const agenciesLayer: Layer.Layer<Agencies, never, Database> = Layer.effect(
  Agencies,
  Effect.gen(function* () {
    const agencies = reader(yield* Database)(Schema.Struct({ body: Agency }))
    return Agencies.of({
      list: Effect.fn("Agencies.list")(() =>
        Effect.map(
          agencies((sql) => sql`select body from agency order by position`),
          (rows) => rows.map(({ body }) => body)
        )
      )
    })
  })
)

/** `WorkCalendars` on PostgreSQL. While none was loaded only Saturdays and Sundays are off. */
export const workCalendarsLayer: Layer.Layer<WorkCalendars, never, Database> = Layer.effect(
  WorkCalendars,
  Effect.gen(function* () {
    const calendars = reader(yield* Database)(Schema.Struct({ body: WorkCalendar }))
    return WorkCalendars.of({
      calendar: Effect.fn("WorkCalendars.calendar")(() =>
        Effect.map(
          calendars((sql) => sql`select body from work_calendar order by import_id desc limit 1`),
          ([newest]) => newest?.body ?? weekendsOff
        )
      )
    })
  })
)
