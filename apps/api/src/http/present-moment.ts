import { Recommendations, Tasks } from "@ntm/domain/assignments"
import { Observations } from "@ntm/domain/criteria"
import { Funding } from "@ntm/domain/funding"
import { Inventory } from "@ntm/domain/inventory"
import { People } from "@ntm/domain/people"
import { Day, type Moment } from "@ntm/domain/values"
import { Works } from "@ntm/domain/works"
import { Effect } from "effect"

const ANY_DAY = Day.make("9999-12-31")

/**
 * The moment by which everything that was ever recorded is known, in whichever journal; null while nothing was.
 *
 * **Details** Each journal waits for what is being written, and none begins a batch at an earlier moment than its last one or the clock. So what is
 * known at this moment never changes, and asked with it all pages of a list are of one state.
 */
export const presentMoment = Effect.fn("http.presentMoment")(function* () {
  const { knownAt } = yield* (yield* Observations).columns({
    units: [],
    inputs: [],
    asOf: ANY_DAY,
    knownAt: null,
    accept: "approved",
    days: false
  })
  const moments = [
    knownAt,
    yield* (yield* Works).moment(),
    yield* (yield* Funding).moment(),
    yield* (yield* Inventory).moment(),
    yield* (yield* Tasks).moment(),
    yield* (yield* Recommendations).moment(),
    yield* (yield* People).moment()
  ]
  return moments.reduce<Moment | null>(
    (last, moment) => (moment !== null && (last === null || moment > last) ? moment : last),
    null
  )
})
