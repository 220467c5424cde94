import { type Chronicle, type Epoch, epochOn, epochsOf, type UnitId } from "../../units/index.ts"
import { addDays, type Day } from "../../values/index.ts"

/** Units to be asked for the values that they had on a day. */
export interface SourceDay {
  readonly asOf: Day
  readonly units: ReadonlyArray<UnitId>
}

/** A unit's ground as it is on the day; undefined if it does not stand. */
export const groundOn = (chronicle: Chronicle, unit: UnitId, day: Day): Epoch | undefined =>
  epochOn(epochsOf(chronicle), unit, day)

/** Whether the unit had another ground before: what it reported by then is not about this one. */
const hadAnother = (chronicle: Chronicle, { from, unit }: Epoch): boolean =>
  from !== null && epochsOf(chronicle).byUnit.get(unit)?.[0]?.from !== from

/** The units that stand on the day with another ground than they had before. */
export const regroundedOn = (chronicle: Chronicle, day: Day): ReadonlySet<UnitId> =>
  new Set(
    epochsOf(chronicle)
      .all.filter((epoch) => epoch.from !== null && epoch.from <= day && (epoch.until === null || day < epoch.until))
      .filter((epoch) => hadAnother(chronicle, epoch))
      .map(({ unit }) => unit)
  )

/**
 * Everything that the ground of these units was made of, however many events ago, by the day on which to ask for it.
 *
 * **Details** A unit that is no more has reported nothing since: it is asked as of `day`, which is what is quickest to answer.
 * One that lives on with another ground is asked as of the eve of its change, if that is not after `day`.
 */
export const sourcesOf = (chronicle: Chronicle, grounds: ReadonlyArray<Epoch>, day: Day): ReadonlyArray<SourceDay> => {
  const found = new Set<Epoch>()
  const open = [...grounds]
  for (let epoch = open.pop(); epoch !== undefined; epoch = open.pop()) {
    for (const { from } of epoch.came) {
      if (found.has(from)) continue
      found.add(from)
      open.push(from)
    }
  }
  const { byUnit } = epochsOf(chronicle)
  const asked = new Map<Day, Set<UnitId>>()
  for (const { unit, until } of found) {
    const ended = byUnit.get(unit)?.at(-1)?.until === until
    const eve = ended || until === null ? day : addDays(until, -1)
    const asOf = eve < day ? eve : day
    asked.set(asOf, (asked.get(asOf) ?? new Set()).add(unit))
  }
  return [...asked].map(([asOf, units]) => ({ asOf, units: [...units] }))
}
