import type { Day } from "../../values/index.ts"
import type { UnitId } from "../unit.ts"
import { type Epoch, epochOn, type Epochs } from "./epochs.ts"
import { along, type Portion, together, wholePortion } from "./portion.ts"
import type { Flow, Weighing } from "./weighing.ts"

/** A value of a series that a unit reported, about the unit as it was on that day. Callers add what else they know of it. */
export interface Report {
  readonly unit: UnitId
  readonly day: Day
  readonly value: number | boolean
}

/** How much of an epoch that has a report of its own. */
export interface Source {
  readonly epoch: Epoch
  readonly portion: Portion
}

/** What a unit's ground is made of: epochs with a report of their own, each once, and epochs of which nothing is known. */
export interface Composition {
  readonly sources: ReadonlyArray<Source>
  readonly missing: ReadonlyArray<Epoch>
}

/** The reports of one series up to a day, by the epoch that they are about; and what is made of them. */
export interface Series<R extends Report> {
  /** The latest report about the epoch. */
  readonly own: (epoch: Epoch) => R | undefined
  /** The epoch by its own report, or by those that its predecessors made. */
  readonly standing: (epoch: Epoch) => Composition
  /** The epoch by its own report or later ones, of successors that all of them have reported; null where there are none. */
  readonly newest: (epoch: Epoch) => Composition | null
}

interface Piece {
  readonly of: Composition
  readonly flow: Flow
  readonly inferred: boolean
}

/** What lies at the far ends of links, with the share of it that passed over each. */
const joined = (pieces: ReadonlyArray<Piece>): Composition => {
  const [only, ...others] = pieces
  // Most units came whole from one or went whole to one: nothing is to be put together then.
  if (only !== undefined && others.length === 0 && only.flow.branches === 1 && !only.inferred) return only.of
  const sources: Array<Source> = []
  const missing: Array<Epoch> = []
  for (const { of, flow, inferred } of pieces) {
    const alone = of.sources.length === 1 && of.missing.length === 0
    for (const { epoch, portion } of of.sources) {
      const part = along(portion, flow, inferred, alone)
      // A unit has a handful of sources: looking through them is quicker than any index.
      const at = sources.findIndex((source) => source.epoch === epoch)
      const known = sources[at]
      if (known === undefined) sources.push({ epoch, portion: part })
      else sources[at] = { epoch, portion: together(known.portion, part) }
    }
    for (const epoch of of.missing) if (!missing.includes(epoch)) missing.push(epoch)
  }
  return { sources, missing }
}

const blanks = new WeakMap<Epochs, ReadonlyArray<undefined>>()

/** A place for each epoch, to be copied: an array that grows at its end by leaps is kept as a slow dictionary, one that is filled by a function takes long. */
const blankOf = (epochs: Epochs): ReadonlyArray<undefined> => {
  const known = blanks.get(epochs) ?? epochs.all.map(() => undefined)
  blanks.set(epochs, known)
  return known
}

/** Reports of units that do not stand on their day are left out; of two about one day the one further on counts. */
export const seriesOf = <R extends Report>(
  epochs: Epochs,
  { forward, backward }: Weighing,
  reports: ReadonlyArray<R>,
  on: Day
): Series<R> => {
  const blank = blankOf(epochs)
  const latest: Array<R | undefined> = blank.slice()
  for (const report of reports) {
    if (report.day > on) continue
    const epoch = epochOn(epochs, report.unit, report.day)
    const known = epoch === undefined ? undefined : latest[epoch.index]
    if (epoch !== undefined && (known === undefined || known.day <= report.day)) latest[epoch.index] = report
  }
  const forwards: Array<Composition | undefined> = blank.slice()
  const backwards: Array<Composition | null | undefined> = blank.slice()
  const only = (epoch: Epoch): Composition => ({ sources: [{ epoch, portion: wholePortion }], missing: [] })
  const own = ({ index }: Epoch) => latest[index]

  const derived = (epoch: Epoch): Composition => {
    if (own(epoch) !== undefined) return only(epoch)
    if (epoch.came.length === 0) return { sources: [], missing: [epoch] }
    return joined(
      epoch.came.flatMap(({ index, from, inferred }) => {
        const flow = forward[index]
        return flow === undefined ? [] : [{ of: standing(from), flow, inferred }]
      })
    )
  }
  const standing = (epoch: Epoch): Composition => {
    const found = forwards[epoch.index] ?? derived(epoch)
    forwards[epoch.index] = found
    return found
  }

  const takenBack = ({ went, until }: Epoch): Composition | null => {
    if (until === null || until > on) return null
    const pieces: Array<Piece> = []
    for (const { index, to, inferred } of went) {
      const flow = backward[index]
      if (flow === undefined) continue
      const of = newest(to)
      if (of === null) return null
      pieces.push({ of, flow, inferred })
    }
    return pieces.length === 0 ? null : joined(pieces)
  }
  const newest = (epoch: Epoch): Composition | null => {
    const known = backwards[epoch.index]
    if (known !== undefined) return known
    const found = takenBack(epoch) ?? (own(epoch) === undefined ? null : only(epoch))
    backwards[epoch.index] = found
    return found
  }
  return { own, standing, newest }
}
