import { addDays, type Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import type { UnitId } from "../unit.ts"
import { type Epoch, epochOn, epochsOf } from "./epochs.ts"
import type { AsAsked } from "./units-as.ts"

/** Units whose reports are wanted as they stood on a day. */
export interface ReportDay {
  readonly on: Day
  readonly units: ReadonlyArray<UnitId>
}

/** The epochs that lead to these, or that they lead to, through any number of events; themselves among them. */
const reachedFrom = (epochs: Iterable<Epoch>, beyond: (epoch: Epoch) => ReadonlyArray<Epoch>): ReadonlySet<Epoch> => {
  const found = new Set(epochs)
  // The set grows while it is walked.
  for (const epoch of found) for (const next of beyond(epoch)) found.add(next)
  return found
}

/**
 * Whose reports `unitsAs` needs to answer for these units, by the day on which to ask for them: of the units themselves, of
 * all that they were formed of and of all that they passed into.
 *
 * **Details** A unit that lives on with another ground is asked for each of its grounds, as of the last day of each, but never
 * after `on`. A unit that does not stand on `boundaries` needs none.
 */
export const reportDays = (
  chronicle: Chronicle,
  { boundaries, on }: Pick<AsAsked, "boundaries" | "on">,
  units: ReadonlyArray<UnitId>
): ReadonlyArray<ReportDay> => {
  const epochs = epochsOf(chronicle)
  const asked = units.flatMap((unit) => epochOn(epochs, unit, boundaries) ?? [])
  const formedOf = reachedFrom(asked, ({ came }) => came.map(({ from }) => from))
  const passedInto = reachedFrom(asked, ({ went }) => went.map(({ to }) => to))
  const days = new Map<Day, Set<UnitId>>()
  for (const { unit, until } of new Set([...formedOf, ...passedInto])) {
    // A unit that ended has reported nothing since: asked as of `on` it needs no day of its own.
    const ended = epochs.byUnit.get(unit)?.at(-1)?.until === until
    const eve = ended || until === null ? on : addDays(until, -1)
    const day = eve < on ? eve : on
    days.set(day, (days.get(day) ?? new Set()).add(unit))
  }
  return [...days].map(([day, some]) => ({ on: day, units: [...some] }))
}
