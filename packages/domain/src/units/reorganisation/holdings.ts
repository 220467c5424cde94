import type { Holding, HoldingKind, HoldingOutcome, Lot } from "./holding.ts"
import { holdingRules, stays } from "./holding-rules.ts"
import type { Plan } from "./plan.ts"
import type { Transfer } from "../transfer.ts"
import type { Unit, UnitId } from "../unit.ts"

/** An event by the units that it concerns. What only moved along with units below is left out: nothing rests on that. */
interface Touched {
  readonly ends: ReadonlyMap<UnitId, Unit>
  readonly begins: ReadonlySet<UnitId>
  readonly takers: ReadonlyMap<UnitId, ReadonlyArray<UnitId>>
  readonly takes: ReadonlySet<UnitId>
  /** Those of them that take in a whole unit. */
  readonly absorbs: ReadonlySet<UnitId>
  /** Units that live on, by the unit that they stood below. */
  readonly below: ReadonlyMap<UnitId | null, ReadonlyArray<UnitId>>
}

/** The one unit that all of a unit's ground goes to; null where it is divided, or lives on. */
const wholeTo = (given: ReadonlyArray<Transfer>, livesOn: ReadonlySet<UnitId>): UnitId | null => {
  const [first, ...others] = given
  return first === undefined || livesOn.has(first.fromId) || others.some(({ toId }) => toId !== first.toId)
    ? null
    : first.toId
}

const touchedBy = ({ begins, ends, transfers }: Plan): Touched => {
  const moved = transfers.filter(({ fromId, toId, implied }) => fromId !== toId && !implied)
  const livesOn = new Set(begins.map(({ id }) => id))
  const from = Map.groupBy(moved, ({ fromId }) => fromId)
  const below = Map.groupBy(
    ends.filter(({ id }) => livesOn.has(id)),
    ({ parentId }) => parentId
  )
  return {
    ends: new Map(ends.map((row) => [row.id, row])),
    begins: livesOn,
    takers: new Map([...from].map(([id, given]) => [id, [...new Set(given.map(({ toId }) => toId))]])),
    takes: new Set(moved.map(({ toId }) => toId)),
    absorbs: new Set([...from.values()].flatMap((given) => wholeTo(given, livesOn) ?? [])),
    below: new Map([...below].map(([id, rows]) => [id, rows.map((row) => row.id)]))
  }
}

const lotIn = ({ absorbs, begins, ends, takers, takes }: Touched, unit: UnitId): Lot => {
  const given = takers.get(unit)?.length ?? 0
  if (ends.has(unit) && !begins.has(unit)) return given === 0 ? "closed" : given === 1 ? "merged" : "divided"
  if (absorbs.has(unit)) return "absorbs"
  if (given > 0) return "shrinks"
  return takes.has(unit) ? "grows" : "same"
}

/** What the event makes of a unit that stood on the day before. */
export const lotOf = (plan: Plan, unit: UnitId): Lot => lotIn(touchedBy(plan), unit)

/** Where things go: with the ground; from a unit without successor to the one above, a scope to those that stood below. */
const goesTo = (touched: Touched, unit: UnitId, lot: Lot, kind: HoldingKind): ReadonlyArray<UnitId> => {
  const takers = touched.takers.get(unit) ?? []
  if (lot === "grows" || lot === "absorbs" || lot === "shrinks")
    return kind === "facts" || kind === "recognition" ? [unit, ...takers] : takers
  if (lot !== "closed") return takers
  if (kind === "scope") return touched.below.get(unit) ?? []
  const above = touched.ends.get(unit)?.parentId
  return above === null || above === undefined ? [] : [above]
}

/** What becomes of everything that rests on units, in the order given; what stays as it was is told too. */
export const outcomesOf = (plan: Plan, holdings: ReadonlyArray<Holding>): ReadonlyArray<HoldingOutcome> => {
  const touched = touchedBy(plan)
  return holdings.map((holding): HoldingOutcome => {
    const lot = lotIn(touched, holding.unit)
    const [fate, vi, en] = lot === "same" ? stays : holdingRules[lot][holding.kind]
    const to = fate === "stays" || fate === "history" ? [] : goesTo(touched, holding.unit, lot, holding.kind)
    return { ...holding, lot, fate, to, because: { vi, en } }
  })
}
