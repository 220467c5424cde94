import type { FoundHit, FoundUnit } from "@ntm/contract"
import {
  ancestorsOn,
  buildUnitSearch,
  type Chronicle,
  searchUnits,
  type Unit,
  unitByCode,
  type UnitCode,
  type UnitLevel,
  unitOn,
  type UnitSearchEntry,
  unitSearchEntries,
  type UnitSearchIndex
} from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"

export interface Found {
  /** Units that stand on the day, the best first: those found, and those that names of other times lead to. */
  readonly items: ReadonlyArray<Unit>
  readonly hits: ReadonlyArray<FoundHit>
}

/** A register, now or as known at a moment; two of one version hold the same. */
export interface KnownRegister {
  readonly version: number | string
  readonly chronicle: Chronicle
}

interface Asked {
  readonly asOf: Day
  readonly query: string
  readonly level: UnitLevel | null
  readonly parent: UnitCode | null
  readonly limit: number
}

/** What was implied from units below is left out: a district that lost a commune did not become its neighbour. */
const indexOf = ({ register, lineage }: Chronicle): UnitSearchIndex =>
  buildUnitSearch(
    unitSearchEntries(
      register.rows,
      lineage.transfers
        .filter(({ implied }) => !implied)
        .map(({ share, ...transfer }) => ({ ...transfer, share: share.all === 1 ? "whole" : "part" }))
    )
  )

/** A day on which the row stands, as near to `asOf` as it comes. */
const dayWithin = ({ validFrom, validTo }: UnitSearchEntry, asOf: Day): Day =>
  validTo !== null && validTo < asOf ? validTo : validFrom !== null && validFrom > asOf ? validFrom : asOf

/**
 * Search over one register after another.
 *
 * **Details** The index is built at the first question to a version of the register, some tenths of a second for the
 * whole country, and kept until the next version is asked. The program asks one itself when it has started.
 */
export const makeSearch = () => {
  let kept: { readonly version: number | string; readonly index: UnitSearchIndex } | undefined

  return ({ version, chronicle }: KnownRegister, { asOf, query, level, parent, limit }: Asked): Found => {
    if (kept?.version !== version) kept = { version, index: indexOf(chronicle) }
    const { register } = chronicle
    const below = parent === null ? undefined : unitByCode(register, parent, asOf)?.id
    if (parent !== null && below === undefined) return { items: [], hits: [] }
    const { index } = kept
    const hitsOf = (most: number) =>
      searchUnits(index, query, { asOf, level: level ?? undefined, parent: below, limit: most })
    const standingOf = (hits: ReturnType<typeof hitsOf>) =>
      hits
        .flatMap(({ unit, now, state }) => (state === "standing" ? [unit] : now))
        .filter((entry) => level === null || entry.level === level)
    // Names of other times may lead nowhere: then others are looked at until there are as many units as are asked for.
    let most = limit
    let hits = hitsOf(most)
    while (hits.length === most && new Set(standingOf(hits).map(({ id }) => id)).size < limit) {
      most *= 2
      hits = hitsOf(most)
    }
    const named = (entry: UnitSearchEntry): FoundUnit => {
      const { id, code, name, type, validFrom, validTo } = entry
      const within = ancestorsOn(register, id, dayWithin(entry, asOf)).map((unit) => `${unit.type} ${unit.name}`)
      return { id, code, name, type, level: entry.level, validFrom, validTo, within }
    }
    const standing = standingOf(hits)
    return {
      items: [...new Set(standing.map(({ id }) => id))]
        .flatMap((id) => unitOn(register, id, asOf) ?? [])
        .slice(0, limit),
      hits: hits.map(({ unit, match, state, now, formerly }) => ({
        unit: named(unit),
        match,
        state,
        now: now.map(named),
        formerly: formerly.map(named)
      }))
    }
  }
}
