import { addDays, type Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import type { Share } from "../share.ts"
import type { Unit, UnitId } from "../unit.ts"

/**
 * A unit with one and the same ground, from a day to a day.
 *
 * **Details** A unit has a new epoch from every day on which it gives or takes anything. A new name, type, code,
 * parent or attribute begins no new epoch.
 */
export interface Epoch {
  /** Its place in `Epochs.all`. */
  readonly index: number
  readonly unit: UnitId
  /** The first day; null where it is not known to begin. */
  readonly from: Day | null
  /** The first day on which it is no more; null while it stands. */
  readonly until: Day | null
  /** What it was formed of on its first day. */
  readonly came: ReadonlyArray<EpochLink>
  /** What it passed into when it was no more. */
  readonly went: ReadonlyArray<EpochLink>
}

/** What an epoch passed to the next one, on the day on which the one ends and the other begins. */
export interface EpochLink {
  /** Its place in `Epochs.links`. */
  readonly index: number
  readonly from: Epoch
  readonly to: Epoch
  readonly share: Share
  /** True where the link was inferred rather than read in a legal text. */
  readonly inferred: boolean
}

/** All epochs of a chronicle and the links between them. */
export interface Epochs {
  readonly all: ReadonlyArray<Epoch>
  readonly links: ReadonlyArray<EpochLink>
  /** Epochs of one unit, oldest first. */
  readonly byUnit: ReadonlyMap<UnitId, ReadonlyArray<Epoch>>
}

interface Building extends Epoch {
  readonly came: Array<EpochLink>
  readonly went: Array<EpochLink>
}

const wholeShare: Share = { all: 1, by: {} }

/** The days on which the ground of each unit changes, oldest first. */
const cutsOf = ({ lineage }: Chronicle): ReadonlyMap<UnitId, ReadonlyArray<Day>> => {
  const cuts = new Map<UnitId, Array<Day>>()
  const cut = (unit: UnitId, day: Day) => {
    const known = cuts.get(unit)
    if (known === undefined) cuts.set(unit, [day])
    else if (!known.includes(day)) known.push(day)
  }
  for (const { fromId, toId, day } of lineage.transfers) {
    cut(fromId, day)
    cut(toId, day)
  }
  for (const days of cuts.values()) days.sort()
  return cuts
}

const build = (chronicle: Chronicle): Epochs => {
  const all: Array<Building> = []
  const links: Array<EpochLink> = []
  const byUnit = new Map<UnitId, ReadonlyArray<Building>>()
  const cuts = cutsOf(chronicle)
  const dayAfter = new Map<Day, Day>()
  const next = (day: Day): Day => {
    const known = dayAfter.get(day) ?? addDays(day, 1)
    dayAfter.set(day, known)
    return known
  }
  for (const [unit, rows] of chronicle.register.byId) {
    const begins = rows[0]?.validFrom ?? null
    const lastDay = rows.at(-1)?.validTo ?? null
    const ends = lastDay === null ? null : next(lastDay)
    const inside = (cuts.get(unit) ?? []).filter(
      (day) => (begins === null || day > begins) && (ends === null || day < ends)
    )
    const firsts = [begins, ...inside]
    const own = firsts.map((from, position): Building => {
      const until = firsts[position + 1] ?? ends
      return { index: all.length + position, unit, from, until, came: [], went: [] }
    })
    all.push(...own)
    byUnit.set(unit, own)
  }
  const link = (from: Building | undefined, to: Building | undefined, share: Share, inferred: boolean) => {
    if (from === undefined || to === undefined) return
    const made: EpochLink = { index: links.length, from, to, share, inferred }
    links.push(made)
    from.went.push(made)
    to.came.push(made)
  }
  for (const { fromId, toId, day, share, inferred } of chronicle.lineage.transfers) {
    const giver = byUnit.get(fromId)?.find(({ until }) => until === day)
    const taker = byUnit.get(toId)?.find(({ from }) => from === day)
    link(giver, taker, share, inferred)
  }
  // A unit that took and gave nothing passed whole into its next epoch; no transfer says so.
  for (const own of byUnit.values()) {
    own.forEach((epoch, position) => {
      const later = own[position + 1]
      if (later !== undefined && epoch.went.length === 0) link(epoch, later, wholeShare, false)
    })
  }
  return { all, links, byUnit }
}

const known = new WeakMap<Chronicle, Epochs>()

/** The epochs of a chronicle, built once for each: some 30 ms for the whole country. */
export const epochsOf = (chronicle: Chronicle): Epochs => {
  const built = known.get(chronicle) ?? build(chronicle)
  known.set(chronicle, built)
  return built
}

/** The epoch of the unit on the day; `undefined` if it does not stand. */
export const epochOn = ({ byUnit }: Epochs, unit: UnitId, day: Day): Epoch | undefined =>
  byUnit.get(unit)?.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until))

/** The unit's row on the last day of the epoch, or its last known row while it stands. */
export const lastRowOf = ({ register }: Chronicle, { unit, until }: Epoch): Unit | undefined => {
  const rows = register.byId.get(unit)
  return until === null ? rows?.at(-1) : rows?.findLast(({ validFrom }) => validFrom === null || validFrom < until)
}

/** The unit's row on the first day of the epoch. */
export const firstRowOf = ({ register }: Chronicle, { unit, from }: Epoch): Unit | undefined => {
  const rows = register.byId.get(unit)
  return from === null ? rows?.[0] : rows?.findLast(({ validFrom }) => validFrom === null || validFrom <= from)
}
