import type { Day } from "../values/index.ts"
import type { Plan } from "./reorganisation/plan.ts"
import { type Register, registerOf } from "./register.ts"
import type { Transfer } from "./transfer.ts"
import type { Unit, UnitId } from "./unit.ts"

/** The register with the events that made it and what units gave to each other. Immutable; `apply` and `undo` give a new one. */
export interface Chronicle {
  readonly register: Register
  readonly lineage: Lineage
  /** Applied events, in the order in which they were applied. */
  readonly events: ReadonlyArray<Plan>
}

/** All transfers, indexed by both ends. */
export interface Lineage {
  readonly transfers: ReadonlyArray<Transfer>
  readonly from: ReadonlyMap<UnitId, ReadonlyArray<Transfer>>
  readonly to: ReadonlyMap<UnitId, ReadonlyArray<Transfer>>
  /** Days on which anything was transferred, oldest first. */
  readonly days: ReadonlyArray<Day>
}

export const lineageOf = (transfers: ReadonlyArray<Transfer>): Lineage => ({
  transfers,
  from: Map.groupBy(transfers, (transfer) => transfer.fromId),
  to: Map.groupBy(transfers, (transfer) => transfer.toId),
  days: [...new Set(transfers.map((transfer) => transfer.day))].sort()
})

/** A register as it stands after these events; the events bring the transfers. */
export const chronicleOf = (rows: ReadonlyArray<Unit>, events: ReadonlyArray<Plan> = []): Chronicle => ({
  register: registerOf(rows),
  lineage: lineageOf(events.flatMap((event) => event.transfers)),
  events
})

/** The applied event of that day which changed the unit. */
export const eventOf = (chronicle: Chronicle, unit: UnitId, day: Day): Plan | undefined =>
  chronicle.events.findLast(
    (event) =>
      event.reorganisation.day === day &&
      (event.begins.some((row) => row.id === unit) || event.ends.some((row) => row.id === unit))
  )
