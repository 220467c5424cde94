import type { Unit } from "../../units/index.ts"
import { type PairedLine, type SetSwitch, compareSets } from "../evaluator/rollup-compare.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import type { CriteriaSetId } from "../sets/set-id.ts"
import type { Judged } from "./judged.ts"
import { type Place, placesOf } from "./places.ts"

/** A line of a set, as answers name it. */
export interface NamedLine {
  readonly code: string
  readonly name: string
}

/** Two lines that ask for the same, and how many units the second makes fail that met the first, or the other way round. */
export interface ReplacedLine {
  readonly from: NamedLine
  readonly to: NamedLine
  readonly lost: number
  readonly gained: number
}

/** A line that only the new set has: how many units fail it, and of how many that is not known. */
export interface AddedLine extends NamedLine {
  readonly failed: number
  readonly open: number
}

/** One unit under both sets. */
export interface ReplacedUnit extends Omit<SetSwitch, "unit"> {
  readonly unit: Unit
  /** Criteria met under each. */
  readonly metBefore: number
  readonly metAfter: number
}

/** What a group of units loses and gains when one set takes the place of another on the same facts. */
export interface Replacement {
  /** In the order asked; units that one of the sets does not judge are left out. */
  readonly units: ReadonlyArray<ReplacedUnit>
  readonly paired: ReadonlyArray<ReplacedLine>
  readonly added: ReadonlyArray<AddedLine>
  readonly dropped: ReadonlyArray<NamedLine>
}

/** How each line of a set is called. */
const namesOf = ({ conditions, criteria }: CriteriaSet): ReadonlyMap<string, string> =>
  new Map([...conditions, ...criteria.flatMap(({ indicators }) => indicators)].map(({ code, name }) => [code, name]))

const numberOf = <A>(
  units: ReadonlyArray<SetSwitch>,
  of: (unit: SetSwitch) => ReadonlyArray<A>,
  is: (one: A) => boolean
) => units.filter((unit) => of(unit).some(is)).length

/** Lines of several provinces by what they are called in both sets: their sets may differ. */
const together = <A>(lines: ReadonlyArray<A>, key: (line: A) => string, sum: (a: A, b: A) => A): ReadonlyArray<A> => {
  const found = new Map<string, A>()
  for (const line of lines) {
    const before = found.get(key(line))
    found.set(key(line), before === undefined ? line : sum(before, line))
  }
  return [...found.values()]
}

/**
 * What these units lose and gain when the set `to` replaces the set `from`, of one judging of both on the same facts.
 *
 * **Details** Each province by its own sets, as everywhere. Lines are paired by what they ask to be reported (`compareSets`). What is
 * not known under the new set is neither lost nor gained: it is `open`.
 */
export const replacementOf = (
  judged: Judged,
  from: CriteriaSetId,
  to: CriteriaSetId,
  units: ReadonlyArray<Pick<Unit, "id">>
): Replacement => {
  const [before, after] = [placesOf(judged, from, units), placesOf(judged, to, units)]
  const next = new Map(after.map((place) => [place.unit.id, place]))
  const both = before.filter(({ unit }) => next.has(unit.id))
  const found = new Map<Unit["id"], ReplacedUnit>()
  const parts = [...Map.groupBy(both, ({ group }) => group)].flatMap(([group, places]) => {
    const [old, replacing] = [group.sets.get(from), group.sets.get(to)]
    if (old === undefined || replacing === undefined) return []
    const compared = compareSets(
      group.assessment,
      old.id,
      replacing.id,
      places.map(({ at }) => at)
    )
    if (compared === null) return []
    compared.units.forEach(({ unit: _, ...switched }, at) => {
      const place: Place | undefined = places[at]
      if (place === undefined) return
      const metAfter = next.get(place.unit.id)?.bound.met[place.at] ?? 0
      found.set(place.unit.id, { unit: place.unit, ...switched, metBefore: place.bound.met[place.at] ?? 0, metAfter })
    })
    const [oldNames, newNames] = [namesOf(old), namesOf(replacing)]
    const named = (names: ReadonlyMap<string, string>, code: string): NamedLine => ({
      code,
      name: names.get(code) ?? code
    })
    const same = (pair: PairedLine) => (one: PairedLine) => one.from === pair.from && one.to === pair.to
    return [
      {
        paired: compared.paired.map((pair) => ({
          from: named(oldNames, pair.from),
          to: named(newNames, pair.to),
          lost: numberOf(compared.units, ({ lost }) => lost, same(pair)),
          gained: numberOf(compared.units, ({ gained }) => gained, same(pair))
        })),
        added: compared.added.map((code) => ({
          ...named(newNames, code),
          failed: numberOf(
            compared.units,
            ({ newlyFailed }) => newlyFailed,
            (one) => one === code
          ),
          open: numberOf(
            compared.units,
            ({ open }) => open,
            (one) => one === code
          )
        })),
        dropped: compared.dropped.map((code) => named(oldNames, code))
      }
    ]
  })
  return {
    units: both.flatMap(({ unit }) => found.get(unit.id) ?? []),
    paired: together(
      parts.flatMap(({ paired }) => paired),
      (line) => `${line.from.code} ${line.to.code}`,
      (a, b) => ({ ...a, lost: a.lost + b.lost, gained: a.gained + b.gained })
    ),
    added: together(
      parts.flatMap(({ added }) => added),
      ({ code }) => code,
      (a, b) => ({ ...a, failed: a.failed + b.failed, open: a.open + b.open })
    ),
    dropped: together(
      parts.flatMap(({ dropped }) => dropped),
      ({ code }) => code,
      (a) => a
    )
  }
}
