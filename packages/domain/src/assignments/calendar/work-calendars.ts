import { Context, type Effect } from "effect"
import type { WorkCalendar } from "./work-calendar.ts"

/** The calendar of working days that periods are counted on. */
export class WorkCalendars extends Context.Service<
  WorkCalendars,
  { readonly calendar: () => Effect.Effect<WorkCalendar> }
>()("@ntm/domain/assignments/WorkCalendars") {}
