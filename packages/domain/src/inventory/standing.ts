import { type Day, daysBetween } from "../values/index.ts"
import type { Item, ItemEvent } from "./item.ts"
import { lastDayOf } from "./term.ts"

/** An entry as it stands on a day. */
export interface ItemState {
  readonly counts: boolean
  /** Why it does not count; null where it does. */
  readonly because: "notYet" | "ended" | "withdrawn" | "expired" | null
  readonly stars: number | null
  /** Of a certificate: its last day, and whether that was stated or only the rule says so (`ocopTerm`). */
  readonly until: Day | null
  readonly untilBy: "stated" | "rule" | null
  /** Of a certificate: days that are left; negative once it has expired. */
  readonly days: number | null
  /** Days on which it was graded again. */
  readonly renewed: ReadonlyArray<Day>
}

/** In the order of days; of one day in that of recording. */
export const byDay = <A extends { readonly day: Day; readonly id: number }>(events: ReadonlyArray<A>) =>
  events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))

/** How an entry stands on a day by what happened to it up to that day; `events` in the order of days. */
export const stateOn = (item: Item, events: ReadonlyArray<ItemEvent>, day: Day): ItemState => {
  const { body } = item
  let stars = body._tag === "ocop" ? body.stars : null
  let given = body._tag === "ocop" ? { on: item.day, until: body.until } : null
  let because: ItemState["because"] = item.day > day ? "notYet" : null
  const renewed: Array<Day> = []
  for (const event of events) {
    if (event.day > day) break
    if (event.body._tag === "renewed") {
      stars = event.body.stars
      given = { on: event.day, until: event.body.until }
      renewed.push(event.day)
    } else because = event.body._tag
  }
  const until = given === null ? null : lastDayOf(given.on, given.until)
  if (because === null && until !== null && until < day) because = "expired"
  return {
    counts: because === null,
    because,
    stars,
    until,
    untilBy: given === null ? null : given.until === null ? "rule" : "stated",
    days: until === null ? null : daysBetween(day, until),
    renewed
  }
}
