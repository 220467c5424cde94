import { Result } from "effect"
import type { Moment } from "../../values/index.ts"
import { type Chronicle, chronicleOf } from "../chronicle.ts"
import type { Transfer } from "../transfer.ts"
import type { Unit } from "../unit.ts"
import { apply, takenBack } from "./applying.ts"
import type { Plan } from "./plan.ts"
import { plan } from "./planning.ts"
import type { Reorganisation } from "./reorganisation.ts"

/** An event that somebody applied, and the moments from which on and until which it was in force. */
export interface JournalEvent {
  readonly reorganisation: Reorganisation
  readonly appliedAt: Moment
  /** Null while it is in force. */
  readonly undoneAt: Moment | null
}

/** Whether the event was in force at the moment. */
export const inForceAt = ({ appliedAt, undoneAt }: JournalEvent, moment: Moment): boolean =>
  appliedAt <= moment && (undoneAt === null || undoneAt > moment)

/** What happened to the register at one moment. */
interface Step {
  readonly at: Moment
  readonly take: (chronicle: Chronicle) => Chronicle
}

const byUnit = (a: Unit, b: Unit): number => a.id - b.id
const byEnds = (a: Transfer, b: Transfer): number => a.fromId - b.fromId || a.toId - b.toId
const byRow = (a: Unit, b: Unit): number => a.id - b.id || ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1)

/** In the order of a register that was read: sums of fractions depend on theirs in the last bits. */
const ordered = ({ begins, ends, reorganisation, transfers }: Plan): Plan => ({
  reorganisation,
  ends: ends.toSorted(byUnit),
  begins: begins.toSorted(byUnit),
  transfers: transfers.toSorted(byEnds)
})

/** The event as it is in force now; of one undone since what `plan` makes of it again, from the register as it then was. */
const stepsOf = (now: Chronicle, event: JournalEvent, moment: Moment): ReadonlyArray<Step> => {
  const { appliedAt, reorganisation, undoneAt } = event
  const kept = undoneAt === null ? now.events.find((one) => one.reorganisation.id === reorganisation.id) : undefined
  let applied = kept
  const applying: Step = {
    at: appliedAt,
    take: (chronicle) => {
      applied = kept ?? Result.getOrUndefined(Result.map(plan(chronicle, reorganisation), ordered))
      return applied === undefined ? chronicle : apply(chronicle, applied)
    }
  }
  const undoing: Step = {
    at: undoneAt ?? moment,
    take: (chronicle) => (applied === undefined ? chronicle : takenBack(chronicle, applied))
  }
  return undoneAt === null || undoneAt > moment ? [applying] : [applying, undoing]
}

/**
 * The register as it was known at a moment, out of the one that is known now and everything that people did to it.
 *
 * **Details** `journal`: in the order of application; what is shipped with the program is not in it, and counts as always known.
 * Events applied later are taken back, the last first, so that nothing rests on any. Where an event was in force that has been
 * undone since, everything is taken back and done again up to the moment: so units get the very ids that they had.
 * **Gotchas** An event that was undone before other registers were shipped, and cannot be applied to these, is left out.
 */
export const chronicleAt = (now: Chronicle, journal: ReadonlyArray<JournalEvent>, moment: Moment): Chronicle => {
  const again = journal.some((event) => event.undoneAt !== null && inForceAt(event, moment))
  const back = journal.filter(({ appliedAt, undoneAt }) => undoneAt === null && (again || appliedAt > moment))
  if (back.length === 0 && !again) return now
  const before = back.toReversed().reduce((chronicle, { reorganisation: { id } }) => {
    const event = chronicle.events.find(({ reorganisation }) => reorganisation.id === id)
    return event === undefined ? chronicle : takenBack(chronicle, event)
  }, now)
  const done = again ? journal.filter(({ appliedAt }) => appliedAt <= moment) : []
  const steps = done.flatMap((event) => stepsOf(now, event, moment)).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const { events, register } = steps.reduce((chronicle, { take }) => take(chronicle), before)
  return chronicleOf(register.rows.toSorted(byRow), events)
}
