import {
  type Chronicle,
  type Epoch,
  epochsOf,
  handedOn,
  type Unit,
  unitOn,
  type UnitId,
  type UnitLevel
} from "../../units/index.ts"
import { addDays, compareDays, compareNumbered, type Day } from "../../values/index.ts"
import type { Recognition } from "./recognition.ts"
import type { Tier } from "../sets/tier.ts"
import { isFor, lowestOn, rankOn, tierOrder } from "../sets/tier-order.ts"

/** A unit that another was formed of, with what it held on the eve. */
export interface HeldBefore {
  readonly unit: UnitId
  /** Null where it held none. */
  readonly tier: Tier | null
  /** True where the link was inferred rather than read in a legal text. */
  readonly inferred: boolean
}

/** The plan to bring a unit to what some of its predecessors had met. */
export interface Restoration {
  /** The lowest tier that those held who held one. */
  readonly tier: Tier
  readonly met: ReadonlyArray<UnitId>
  readonly notMet: ReadonlyArray<UnitId>
}

/** What a unit holds on a day, and by what. */
export type HeldRecognition =
  | { readonly kind: "decided"; readonly unit: UnitId; readonly tier: Tier; readonly recognition: Recognition }
  /** Its last recognition was withdrawn, and none decided since. */
  | { readonly kind: "revoked"; readonly unit: UnitId; readonly tier: null; readonly recognition: Recognition }
  /** The lowest tier that all predecessors held, until a decision says otherwise. */
  | {
      readonly kind: "provisional"
      readonly unit: UnitId
      readonly tier: Tier
      readonly predecessors: ReadonlyArray<HeldBefore>
      readonly inferred: boolean
    }
  /** Some predecessors had met it and some had not: it holds none, and is to be brought there. One plan for each ladder of tiers. */
  | {
      readonly kind: "toRestore"
      readonly unit: UnitId
      readonly tier: null
      readonly restore: readonly [Restoration, ...Array<Restoration>]
      readonly predecessors: ReadonlyArray<HeldBefore>
      readonly inferred: boolean
    }

/** Whether the unit is made anew as the epoch begins: formed, or put together with another whole unit. */
const isFormed = ({ unit, came }: Epoch): boolean =>
  !came.some(({ from }) => from.unit === unit) || came.some(({ from }) => from.unit !== unit && from.went.length === 1)

/** The epoch in which the unit was made what it is; the first where that is not known. */
const formationOf = (epoch: Epoch): Epoch => {
  const own = isFormed(epoch) ? undefined : epoch.came.find(({ from }) => from.unit === epoch.unit)
  return own === undefined ? epoch : formationOf(own.from)
}

const byWorth = (level: UnitLevel) => (tier: Tier) =>
  Math.max(...tierOrder[level].map((ladder) => rankOn(ladder, tier)))

/** The last of the decisions on the unit since it was made what it is: a grant that holds, else a withdrawal. */
const decisionOf = (
  own: ReadonlyArray<Recognition>,
  level: UnitLevel,
  unit: UnitId,
  since: Day | null,
  day: Day
): HeldRecognition | undefined => {
  const within = (on: Day) => (since === null || on >= since) && on <= day
  const worth = byWorth(level)
  // By all that tells two decisions apart, so that their order in the list means nothing.
  const later = (a: Recognition, b: Recognition): number =>
    compareDays(a.decidedOn, b.decidedOn) ||
    worth(a.tier) - worth(b.tier) ||
    compareNumbered(a.document, b.document) ||
    compareDays(a.revokedOn ?? a.decidedOn, b.revokedOn ?? b.decidedOn)
  const sorted = own.toSorted(later)
  const held = sorted.findLast(
    ({ decidedOn, revokedOn }) => within(decidedOn) && (revokedOn === null || revokedOn > day)
  )
  if (held !== undefined) return { kind: "decided", unit, tier: held.tier, recognition: held }
  const revoked = sorted.findLast(({ revokedOn }) => revokedOn !== null && within(revokedOn))
  return revoked === undefined ? undefined : { kind: "revoked", unit, tier: null, recognition: revoked }
}

/** What a unit came from on the eve, and what that held. */
interface Came {
  readonly row: Unit | undefined
  readonly before: HeldBefore
  readonly held: HeldRecognition | undefined
}

/** What follows for a unit from what its predecessors held; undefined where none of them held or had to restore anything. */
const inherited = (row: Unit, everything: ReadonlyArray<Came>): HeldRecognition | undefined => {
  const { id: unit, level } = row
  const restore: Array<Restoration> = []
  const told = new Set<HeldBefore>()
  for (const ladder of tierOrder[level]) {
    if (!isFor(ladder, row)) continue
    // Nobody asked it of a township: a commune that takes one in has no less than the communes in it.
    const came = everything.filter((each) => each.row !== undefined && isFor(ladder, each.row))
    const predecessors = came.map(({ before }) => before)
    const inferred = predecessors.some((before) => before.inferred)
    const all = predecessors.map((before) => before.unit)
    const holding = predecessors.flatMap(({ unit, tier }) =>
      tier === null || rankOn(ladder, tier) < 0 ? [] : [{ unit, tier }]
    )
    const lowest = lowestOn(
      ladder,
      holding.map(({ tier }) => tier)
    )
    if (lowest !== undefined && holding.length === predecessors.length) {
      return { kind: "provisional", unit, tier: lowest, predecessors, inferred }
    }
    // Who came with a plan passes it on, though nobody holds the tier any more.
    const plans = came.flatMap(({ held }) =>
      held?.kind === "toRestore" ? held.restore.filter(({ tier }) => rankOn(ladder, tier) >= 0) : []
    )
    const tier =
      lowest ??
      lowestOn(
        ladder,
        plans.map((plan) => plan.tier)
      )
    if (tier === undefined) continue
    for (const before of predecessors) told.add(before)
    const met = holding.map((each) => each.unit)
    restore.push(
      lowest === undefined
        ? {
            tier,
            met: [...new Set(plans.flatMap((plan) => plan.met))],
            notMet: [
              ...new Set([
                ...plans.flatMap((plan) => plan.notMet),
                ...came.flatMap(({ before, held }) => (held?.kind === "toRestore" ? [] : [before.unit]))
              ])
            ]
          }
        : { tier, met, notMet: all.filter((each) => !met.includes(each)) }
    )
  }
  const [first, ...others] = restore
  const predecessors = [...told]
  const inferred = predecessors.some((before) => before.inferred)
  return first === undefined
    ? undefined
    : { kind: "toRestore", unit, tier: null, restore: [first, ...others], predecessors, inferred }
}

/**
 * What units hold on the day; a unit of which there is nothing to say has no entry.
 *
 * **Details** A decision on the unit itself comes first, the last one that holds; one that was withdrawn without another
 * leaves none. A unit formed by an event, on which nothing was decided since, provisionally holds the lowest tier that all its
 * predecessors held on the eve; where some held one and some did not it holds none and carries the plan to restore it. Parts
 * count as predecessors whatever their size, and through any number of events.
 *
 * A unit that lives on while it takes or gives a part keeps its own decision as decided. One that takes in a whole unit is a
 * successor like any other: what was decided before the event counts as that of a predecessor. Only predecessors that could hold
 * the tier count: a commune formed with a township, which the programme asks nothing of, holds what its communes held; a ward
 * formed of communes holds nothing of theirs.
 *
 * Linear in recognitions and what they may concern; the order of recognitions does not matter.
 */
export const recognitionsOn = (
  chronicle: Chronicle,
  recognitions: ReadonlyArray<Recognition>,
  day: Day
): ReadonlyMap<UnitId, HeldRecognition> => {
  const byUnit = Map.groupBy(recognitions, ({ unit }) => unit)
  const eves = new Map<Day, Day>()
  const eveOf = (of: Day): Day => {
    const eve = eves.get(of) ?? addDays(of, -1)
    eves.set(of, eve)
    return eve
  }
  const atEnd = new Map<Epoch, HeldRecognition | undefined>()

  const heldOn = (epoch: Epoch, on: Day): HeldRecognition | undefined => {
    const { unit } = epoch
    const { from, came } = formationOf(epoch)
    const row = unitOn(chronicle.register, unit, on)
    if (row === undefined) return undefined
    const decided = decisionOf(byUnit.get(unit) ?? [], row.level, unit, from, on)
    if (decided !== undefined || from === null || came.length === 0) return decided
    const eve = eveOf(from)
    return inherited(
      row,
      came.map((link): Came => {
        const held = heldAtEnd(link.from, eve)
        const before = { unit: link.from.unit, tier: held?.tier ?? null, inferred: link.inferred }
        return { row: unitOn(chronicle.register, link.from.unit, eve), held, before }
      })
    )
  }
  const heldAtEnd = (epoch: Epoch, eve: Day): HeldRecognition | undefined => {
    if (!atEnd.has(epoch)) atEnd.set(epoch, heldOn(epoch, eve))
    return atEnd.get(epoch)
  }

  const found = new Map<UnitId, HeldRecognition>()
  // Of most units in the country nothing was decided, nor of what they were formed of.
  const concerned = handedOn(chronicle, byUnit.keys())
  for (const epoch of epochsOf(chronicle).all) {
    if (!concerned(epoch)) continue
    const stands = (epoch.from === null || epoch.from <= day) && (epoch.until === null || day < epoch.until)
    const held = stands ? heldOn(epoch, day) : undefined
    if (held !== undefined) found.set(epoch.unit, held)
  }
  return found
}
