import { addDays, compareVietnamese, type Day } from "../values/index.ts"
import type { Chronicle } from "./chronicle.ts"
import { type Register, unitOn } from "./register.ts"
import { everything, type Interval, intervalOf, plus, times } from "./share.ts"
import { notesOf, type Transfer } from "./transfer.ts"
import type { Unit, UnitId } from "./unit.ts"
import type { WeightName } from "./weights.ts"

/** A unit on another day that a unit shares ground with. */
export interface Relative {
  /** As it stood on that day. */
  readonly unit: Unit
  /** Of the earlier unit, how much went to the later one: equal ends where it is known. */
  readonly share: Interval
  /** True where some link on the way was inferred rather than read in a legal text. */
  readonly inferred: boolean
  /** What texts add about the links on the way, each once, in the order of the way. */
  readonly notes: ReadonlyArray<string>
}

type Reach = Omit<Relative, "unit">

const start: Reach = { share: everything, inferred: false, notes: [] }

/** Both, each once; most units have none. */
const joined = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<string> =>
  b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])]

const add = (reached: Map<UnitId, Reach>, id: UnitId, { share, inferred, notes }: Reach) => {
  const known = reached.get(id)
  reached.set(
    id,
    known === undefined
      ? { share, inferred, notes }
      : {
          share: plus(known.share, share),
          inferred: known.inferred || inferred,
          notes: joined(known.notes, notes)
        }
  )
}

const step = (reach: Reach, transfer: Transfer, weight: WeightName | null): Reach => ({
  share: times(reach.share, intervalOf(transfer.share, weight)),
  inferred: reach.inferred || transfer.inferred,
  notes: joined(reach.notes, notesOf([transfer]))
})

const on = (transfers: ReadonlyArray<Transfer> | undefined, day: Day): ReadonlyArray<Transfer> =>
  transfers?.filter((transfer) => transfer.day === day) ?? []

const relatives = (register: Register, reached: ReadonlyMap<UnitId, Reach>, day: Day): ReadonlyArray<Relative> =>
  [...reached]
    .flatMap(([id, reach]) => {
      const unit = unitOn(register, id, day)
      return unit === undefined ? [] : [{ unit, ...reach }]
    })
    .sort((a, b) => compareVietnamese(a.unit.name, b.unit.name) || (a.unit.code < b.unit.code ? -1 : 1))

/**
 * What the unit of the day `from` is on the later day `to`: itself if nothing happened, with how much of it went where.
 *
 * **Details** Shares are of one weight where they are known apart for it ("population"), of everything without one.
 * Empty if the unit does not stand on `from`.
 */
export const successorsOf = (
  { register, lineage }: Chronicle,
  id: UnitId,
  from: Day,
  to: Day,
  weight: WeightName | null = null
): ReadonlyArray<Relative> => {
  if (unitOn(register, id, from) === undefined) return []
  let reached = new Map<UnitId, Reach>([[id, start]])
  for (const day of lineage.days) {
    if (day <= from || day > to) continue
    const next = new Map<UnitId, Reach>()
    for (const [giver, reach] of reached) {
      const given = on(lineage.from.get(giver), day)
      if (given.length === 0) add(next, giver, reach)
      for (const transfer of given) add(next, transfer.toId, step(reach, transfer, weight))
    }
    reached = next
  }
  return relatives(register, reached, to)
}

/**
 * What the unit of the day `from` was on the earlier day `to`: each with how much of it is in this unit now.
 *
 * **Details** As `successorsOf`, backwards: a unit is among the predecessors of each of its successors.
 */
export const predecessorsOf = (
  { register, lineage }: Chronicle,
  id: UnitId,
  from: Day,
  to: Day,
  weight: WeightName | null = null
): ReadonlyArray<Relative> => {
  if (unitOn(register, id, from) === undefined) return []
  let reached = new Map<UnitId, Reach>([[id, start]])
  for (const day of lineage.days.toReversed()) {
    if (day > from || day <= to) continue
    const previous = new Map<UnitId, Reach>()
    const lastDay = addDays(day, -1)
    for (const [taker, reach] of reached) {
      const kept = on(lineage.from.get(taker), day).length === 0 && unitOn(register, taker, lastDay) !== undefined
      if (kept) add(previous, taker, reach)
      for (const transfer of on(lineage.to.get(taker), day)) {
        add(previous, transfer.fromId, step(reach, transfer, weight))
      }
    }
    reached = previous
  }
  return relatives(register, reached, to)
}

/** `predecessorsOf` for an earlier day, `successorsOf` for a later one. */
export const relativesOn = (
  chronicle: Chronicle,
  id: UnitId,
  from: Day,
  to: Day,
  weight: WeightName | null = null
): ReadonlyArray<Relative> => (to < from ? predecessorsOf : successorsOf)(chronicle, id, from, to, weight)
