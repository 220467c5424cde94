import { Result } from "effect"
import fc from "fast-check"
import { addDays, Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import { type Chronicle, chronicleOf } from "../chronicle.ts"
import { plan } from "../reorganisation/planning.ts"
import { unitByCode } from "../register.ts"
import type { Change, Reorganisation, Target } from "../reorganisation/reorganisation.ts"
import type { StatedShare } from "../share.ts"
import { type Unit, UnitCode, UnitId } from "../unit.ts"

/** An indivisible piece of land, of which everything is known. Units are heaps of them. */
export interface Atom {
  readonly people: number
  /** Something counted; nothing of it without people. */
  readonly things: number
  /** Of the people, those that something is true of. */
  readonly having: number
  readonly income: number
  readonly clean: boolean
}

/** How the units stood from a day on: the atoms of each, by code. */
export interface Standing {
  readonly day: Day
  readonly units: ReadonlyMap<string, ReadonlyArray<Atom>>
}

/** A chronicle with the truth beneath it, which never changes: only boundaries do. */
export interface AtomModel {
  readonly chronicle: Chronicle
  /** Before the first event, and from each event on. */
  readonly standings: ReadonlyArray<Standing>
  readonly events: ReadonlyArray<Reorganisation>
}

const firstDay = Day.make("2020-01-01")
export const eventDays = [Day.make("2021-01-01"), Day.make("2022-01-01"), Day.make("2023-01-01")] as const

export const totalOf = (atoms: ReadonlyArray<Atom>, of: (atom: Atom) => number): number =>
  atoms.reduce((sum, atom) => sum + of(atom), 0)
const peopleOf = (atoms: ReadonlyArray<Atom>) => totalOf(atoms, ({ people }) => people)

const atom: fc.Arbitrary<Atom> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ people: 0, things: 0, having: 0, income: 0, clean: true }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        people: fc.integer({ min: 1, max: 500 }),
        things: fc.nat({ max: 100 }),
        part: fc.constantFrom(0, 0.25, 0.5, 1),
        each: fc.integer({ min: 0, max: 90 }),
        clean: fc.boolean()
      })
      .map(({ people, things, part, each, clean }) => ({
        people,
        things,
        having: Math.floor(people * part),
        income: people * each,
        clean
      }))
  }
)

const row = (id: number, code: string, level: "province" | "commune", people: number): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name: `Số ${code}`,
  type: level === "province" ? "tỉnh" : "xã",
  level,
  parentId: level === "province" ? null : UnitId.make(1),
  parentCode: level === "province" ? null : UnitCode.make("10"),
  areaKm2: null,
  population: people,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})

const newUnit = (code: string, people: number | null): Target => ({
  new: {
    key: code,
    code: UnitCode.make(code),
    name: `Mới ${code}`,
    type: "xã",
    level: "commune",
    parent: { code: UnitCode.make("10") },
    ...(people === null ? {} : { weights: { population: people } })
  }
})

/** What an event states: `known` shares of people, or parts of unknown size; people of the units afterwards, or not. */
export interface Telling {
  readonly shares: "known" | "unknown" | "some"
  readonly people: boolean
}

type Dice = (sides: number) => number

const shareOf = (telling: Telling, piece: number, whole: number, isRest: boolean, dice: Dice): StatedShare => {
  const of = isRest ? "rest" : "part"
  const told = telling.shares === "known" || (telling.shares === "some" && dice(2) === 0)
  if (whole > 0 && (told || (piece === 0 && dice(2) === 0))) return { of, by: { population: piece / whole } }
  return of
}

/**
 * An event that deals the atoms of up to three units out anew, among them and new ones.
 *
 * **Details** Every mixture of merging, splitting and passing of parts comes up; a unit that keeps none of its atoms ends.
 */
const redealt = (before: Standing, index: number, telling: Telling, dice: Dice) => {
  const day = eventDays[index] ?? firstDay
  const all = [...before.units.keys()]
  // What the event before made comes last: rearranging it again is what tries chains.
  const chosen = () => (dice(2) === 0 ? all.at(-1) : all[dice(all.length)]) ?? ""
  const involved = [...new Set([0, 1, 2].slice(0, 1 + dice(3)).map(chosen))]
  const fresh = [0, 1].slice(0, dice(3)).map((n) => `1${index + 1}00${n}`)
  const takers = [...involved.filter(() => dice(3) > 0), ...fresh]
  if (takers.length === 0) takers.push(`1${index + 1}009`)
  const after = new Map(before.units)
  for (const code of involved) after.delete(code)
  const gathered = dice(3) === 0
  const deals = involved.map((from) => {
    const atoms = before.units.get(from) ?? []
    const only = gathered ? takers[0] : dice(4) === 0 ? takers[dice(takers.length)] : undefined
    return { from, pieces: Map.groupBy(atoms, () => only ?? takers[dice(takers.length)] ?? "") }
  })
  for (const { pieces } of deals) {
    for (const [to, atoms] of pieces) after.set(to, [...(after.get(to) ?? []), ...atoms])
  }
  // A unit that was to live on and got nothing ends after all, unless it passes nothing whole to itself.
  const made = new Set<string>()
  const targetOf = (to: string): Target => {
    if (before.units.has(to)) return { unit: { code: UnitCode.make(to) } }
    const first = !made.has(to)
    made.add(to)
    return first ? newUnit(to, telling.people ? peopleOf(after.get(to) ?? []) : null) : { unit: { key: to } }
  }
  const changes = deals.flatMap(({ from, pieces }): ReadonlyArray<Change> => {
    const others = [...pieces].filter(([to]) => to !== from)
    const whole = peopleOf(before.units.get(from) ?? [])
    const ends = !pieces.has(from)
    // A unit that gives all its own away but takes others' cannot live on: see below.
    return others.map(([to, atoms], at) => {
      const isRest = ends && at === others.length - 1
      const share = pieces.size === 1 ? ("whole" as const) : shareOf(telling, peopleOf(atoms), whole, isRest, dice)
      return { change: "transfer", from: { code: UnitCode.make(from) }, to: targetOf(to), share }
    })
  })
  const restated = telling.people
    ? [...after].flatMap(([code, atoms]): ReadonlyArray<Change> => {
        const same = peopleOf(before.units.get(code) ?? []) === peopleOf(atoms)
        const lives = before.units.has(code) && involved.includes(code)
        return lives && !same
          ? [{ change: "attributes", unit: { code: UnitCode.make(code) }, weights: { population: peopleOf(atoms) } }]
          : []
      })
    : []
  // A unit cannot both end by giving everything and take from others.
  const possible = deals.every(({ from, pieces }) => pieces.has(from) || !after.has(from))
  const [first, ...others] = [...changes, ...restated]
  return !possible || first === undefined
    ? null
    : {
        standing: { day, units: after },
        event: {
          id: `E${index + 1}`,
          document: { number: `E${index + 1}/NQ`, issuer: null, issuedOn: null },
          day,
          changes: [first, ...others]
        } satisfies Reorganisation
      }
}

/** Five communes of four atoms each and up to three events; impossible events are left out. */
export const atomModel = (tellings: fc.Arbitrary<Telling>): fc.Arbitrary<AtomModel> =>
  fc
    .record({
      some: fc.array(atom, { minLength: 20, maxLength: 20 }),
      // Communes where it is true of everybody or nobody leave the least room to bounds.
      even: fc.array(fc.constantFrom(0, 1, null), { minLength: 5, maxLength: 5 }),
      rolls: fc.array(fc.nat({ max: 5039 }), { minLength: 97, maxLength: 97 }),
      telling: fc.tuple(tellings, tellings, tellings)
    })
    .map(({ some, even, rolls, telling }) => {
      const atoms = some.map((atom, index): Atom => {
        const part = even[Math.floor(index / 4)] ?? null
        return part === null ? atom : { ...atom, having: part * atom.people }
      })
      let rolled = 0
      const dice: Dice = (sides) => (rolls[rolled++ % rolls.length] ?? 0) % sides
      const codes = ["10001", "10002", "10003", "10004", "10005"]
      const units = new Map(codes.map((code, index) => [code, atoms.slice(index * 4, index * 4 + 4)]))
      let chronicle = chronicleOf([
        row(1, "10", "province", peopleOf(atoms)),
        ...[...units].map(([code, own], index) => row(index + 2, code, "commune", peopleOf(own)))
      ])
      const standings: Array<Standing> = [{ day: firstDay, units }]
      const events: Array<Reorganisation> = []
      telling.forEach((told, index) => {
        const last = standings.at(-1) ?? { day: firstDay, units }
        const next = redealt(last, index, told, dice)
        if (next === null) return
        chronicle = apply(chronicle, Result.getOrThrow(plan(chronicle, next.event)))
        standings.push(next.standing)
        events.push(next.event)
      })
      return { chronicle, standings, events }
    })

/** The id of the unit that carries the code on the day. */
export const idOn = (chronicle: Chronicle, code: string, day: Day): UnitId => {
  const unit = unitByCode(chronicle.register, UnitCode.make(code), day)
  if (unit === undefined) throw new Error(`${code} on ${day}`)
  return unit.id
}

/** Days within each standing on which something may be reported or asked. */
export const dayIn = (standing: Standing, after: number): Day => addDays(standing.day, after)
