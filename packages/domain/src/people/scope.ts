import { addDays, type Day } from "../values/index.ts"
import {
  type Chronicle,
  type Register,
  type Transfer,
  type Unit,
  type UnitId,
  UnitLevel,
  unitOn
} from "../units/index.ts"

/** Units that somebody may read, and those that they may write about. */
export interface Reaches {
  readonly sees: ReadonlySet<UnitId>
  readonly writes: ReadonlySet<UnitId>
}

/** Days that nothing precedes or follows. */
const FIRST = ""
const LAST = "9999-12-31"

/** Units that lead a scope from a day (`from`) to the day before another (`until`). */
interface Stretch {
  readonly from: string
  readonly until: string
  readonly roots: ReadonlyArray<Root>
}

interface Root {
  readonly id: UnitId
  /** False where it took only a part of the ground, among that of others: it is seen, and not written about. */
  readonly writes: boolean
}

/** Rows directly below a unit that stood on any of these days, without those of the unit itself. */
const below = (register: Register, id: UnitId, from: string, until: string): ReadonlyArray<Unit> =>
  (register.byParent.get(id) ?? []).filter(
    (row) => (row.validFrom ?? FIRST) < until && (row.validTo === null || row.validTo >= from)
  )

/** The unit and everything that stood below it on any of these days, as far as each stood under the other then. */
const gather = (register: Register, id: UnitId, from: string, until: string, into: Set<UnitId>): void => {
  into.add(id)
  for (const row of below(register, id, from, until)) {
    const begins = row.validFrom !== null && row.validFrom > from ? row.validFrom : from
    const ends = row.validTo !== null && row.validTo < until ? addDays(row.validTo, 1) : until
    if (begins < ends) gather(register, row.id, begins, ends, into)
  }
}

/** Of a unit's level among all, the highest first. */
const rankIn = (register: Register, id: UnitId): number => {
  const level = register.byId.get(id)?.[0]?.level
  return level === undefined ? -1 : UnitLevel.literals.indexOf(level)
}

/**
 * What passed on a day from or to a unit, without what a unit kept, and never upwards: that a province took the ground of a district
 * makes nobody of the district one of the province. (Down it goes: the district of Bạch Long Vĩ became a special zone.)
 */
const passed = (
  register: Register,
  transfers: ReadonlyArray<Transfer> | undefined,
  day: Day,
  id: UnitId
): ReadonlyArray<Transfer> =>
  (transfers ?? []).filter(
    (one) =>
      one.day === day &&
      one.fromId !== one.toId &&
      (one.fromId === id || one.toId === id) &&
      rankIn(register, one.toId) >= rankIn(register, one.fromId)
  )

/** Whether all of a unit's ground went to one taker. */
const wholly = (transfers: ReadonlyArray<Transfer>): boolean => transfers.length === 1 && transfers[0]?.share.all === 1

const merged = (roots: ReadonlyArray<Root>): ReadonlyArray<Root> => {
  const found = new Map<UnitId, Root>()
  for (const root of roots) {
    const known = found.get(root.id)
    found.set(root.id, { id: root.id, writes: root.writes || known?.writes === true })
  }
  return [...found.values()]
}

/** What leads the scope once the event days' changes are made. */
const after = (chronicle: Chronicle, { id, writes }: Root, day: Day): ReadonlyArray<Root> => {
  const { lineage, register } = chronicle
  if (unitOn(register, id, day) !== undefined) return [{ id, writes }]
  const given = passed(register, lineage.from.get(id), day, id)
  const whole = wholly(given)
  const takers = given.map(({ toId }): Root => {
    const taken = passed(register, lineage.to.get(toId), day, toId)
    const ownGround = unitOn(register, toId, addDays(day, -1)) === undefined && taken.length === 1
    return { id: toId, writes: writes && (whole || ownGround) }
  })
  if (given.some(({ toId }) => rankIn(register, toId) === rankIn(register, id))) return takers
  // Nothing of its level took its ground: what stood directly below it leads on.
  const children = below(register, id, addDays(day, -1), day)
  return [...takers, ...children.flatMap((child) => after(chronicle, { id: child.id, writes }, day))]
}

/** What led the scope before the changes of the day: the unit itself, and whatever went into it whole. */
const before = ({ register, lineage }: Chronicle, { id, writes }: Root, day: Day): ReadonlyArray<Root> => {
  const own = unitOn(register, id, addDays(day, -1)) === undefined ? [] : [{ id, writes }]
  const whole = passed(register, lineage.to.get(id), day, id).filter(
    ({ fromId }) =>
      unitOn(register, fromId, day) === undefined && wholly(passed(register, lineage.from.get(fromId), day, fromId))
  )
  return [...own, ...whole.map(({ fromId }) => ({ id: fromId, writes }))]
}

/** The day on which a unit is looked up: the one asked for, else the nearest on which it stood, the earlier first. */
const anchorOf = (register: Register, id: UnitId, day: Day): Day | undefined => {
  if (unitOn(register, id, day) !== undefined) return day
  const rows = register.byId.get(id) ?? []
  return rows.findLast(({ validTo }) => validTo !== null && validTo < day)?.validTo ?? rows[0]?.validFrom ?? undefined
}

const turns = new WeakMap<Chronicle, ReadonlyArray<Day>>()

/** Days on which units began, ended or gave ground, oldest first: a district's end alone passes no ground on. Found once for a chronicle. */
const turningDays = (chronicle: Chronicle): ReadonlyArray<Day> => {
  const known = turns.get(chronicle)
  if (known !== undefined) return known
  const { lineage, register } = chronicle
  const days = new Set(lineage.days)
  for (const { validFrom, validTo } of register.rows) {
    if (validFrom !== null) days.add(validFrom)
    if (validTo !== null) days.add(addDays(validTo, 1))
  }
  const found = [...days].sort()
  turns.set(chronicle, found)
  return found
}

/** Who leads the scope when: from the day of the grant on forward, and back to the first day. */
const stretchesOf = (
  chronicle: Chronicle,
  days: ReadonlyArray<Day>,
  unit: UnitId,
  day: Day
): ReadonlyArray<Stretch> => {
  const anchor = anchorOf(chronicle.register, unit, day)
  if (anchor === undefined) return []
  const later = days.filter((each) => each > anchor)
  const earlier = days.filter((each) => each <= anchor)
  const start: ReadonlyArray<Root> = [{ id: unit, writes: true }]
  const stretches: Array<Stretch> = []
  let roots = start
  let from: string = earlier.at(-1) ?? FIRST
  for (const each of later) {
    stretches.push({ from, until: each, roots })
    roots = merged(roots.flatMap((root) => after(chronicle, root, each)))
    from = each
  }
  stretches.push({ from, until: LAST, roots })
  roots = start
  for (const [at, each] of [...earlier.entries()].toReversed()) {
    roots = merged(roots.flatMap((root) => before(chronicle, root, each)))
    stretches.push({ from: earlier[at - 1] ?? FIRST, until: each, roots })
  }
  return stretches
}

/**
 * The units that a grant reaches: what it names, with everything that ever stood below, through all reorganisations.
 *
 * **Details** A unit leads the scope for as long as it stands, and its boundary is the scope's. Where it ended, the one that took all of
 * its ground leads on; where it was divided, all its takers are seen, and those that are made of nothing else are written about too;
 * where nothing of its level took its ground (districts, on 2025-07-01), what stood directly below leads on. Backwards, what went into a
 * unit whole belongs to it. `named` on the day `from` (that of the grant), written about on `today`.
 *
 * So a reorganisation takes nothing from what is seen, and what is written about never grows beyond the units that took the
 * scope's ground. Units that stand elsewhere today are seen for what they were, and no longer written about.
 */
export const scopeOf = (
  chronicle: Chronicle,
  named: ReadonlyArray<UnitId>,
  { from, today }: { readonly from: Day; readonly today: Day }
): Reaches => {
  const { register } = chronicle
  const sees = new Set<UnitId>()
  const written = new Set<UnitId>()
  const present = new Set<UnitId>()
  const days = turningDays(chronicle)
  for (const unit of named) {
    for (const stretch of stretchesOf(chronicle, days, unit, from)) {
      const isPresent = stretch.from <= today && today < stretch.until
      for (const root of stretch.roots) {
        gather(register, root.id, stretch.from, stretch.until, sees)
        if (!root.writes || stretch.from > today) continue
        gather(register, root.id, stretch.from, stretch.until, written)
        if (isPresent) gather(register, root.id, today, addDays(today, 1), present)
      }
    }
  }
  const writes = new Set([...written].filter((id) => present.has(id) || unitOn(register, id, today) === undefined))
  return { sees, writes }
}
