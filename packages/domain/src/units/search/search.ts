import type { Day } from "../../values/index.ts"
import type { UnitSearchEntry } from "./search-entry.ts"
import type { UnitSearchIndex } from "./search-index.ts"
import { type Reading, readingsOf } from "./search-query.ts"
import { kind, rateNames, unrated } from "./search-rate.ts"
import { searchDay, type SearchDay } from "./search-time.ts"
import type { UnitId, UnitLevel } from "../unit.ts"

export interface UnitSearchOptions {
  /** Units that stand on this day come first, and others lead to them. Without it: after the last known change. */
  readonly asOf?: Day | undefined
  /** Only hits of this level. */
  readonly level?: UnitLevel | undefined
  /** Only hits below this unit, and former ones whose land lies below it on the day. */
  readonly parent?: UnitId | undefined
  readonly limit: number
}

export interface UnitHit {
  readonly unit: UnitSearchEntry
  /** A unit of another type than was typed is no better than a slip, however well its name fits. */
  readonly match: "exact" | "prefix" | "abbreviation" | "slip"
  /** Whether the row stands on the day, had ended before it, or was still to come. */
  readonly state: "standing" | "former" | "future"
  /** For a row that does not stand: the units standing on its land on the day ("nay là …"). Empty for a standing one. */
  readonly now: ReadonlyArray<UnitSearchEntry>
  /** For a standing row: the rows that it was formed from directly ("trước là …"). Empty for others. */
  readonly formerly: ReadonlyArray<UnitSearchEntry>
}

const matchOf = (of: number): UnitHit["match"] =>
  of === kind.whole || of === kind.wholeWithin
    ? "exact"
    : of === kind.provinceInitials
      ? "abbreviation"
      : of <= kind.wordsWithin
        ? "prefix"
        : of <= kind.initialsWithin
          ? "abbreviation"
          : "slip"

/** Rank of a row: rating × 4, and 2 more for another type than asked, 1 more if it does not stand. Lesser is better. */
const kindOfRank = (rank: number): number => rank >>> 3
const isOfOtherType = (rank: number): boolean => (rank & 2) !== 0
const noRank = 65_535

/** "hn", "hcm": letters with which hardly a word begins. They mean the province, not a name that happens to begin so. */
const onlyInitials = /^(?!(?:ch|gh|kh|ng|nh|ph|th|tr)$)[^aeiouy\d]{2,}$/

const codeDigits = /^\d{2,8}$/

const rateCode = (code: string, typed: string): number =>
  code === typed ? kind.whole * 2 : code.startsWith(typed) ? kind.start * 2 : unrated

/** Ranks every row for one reading, keeping the better rank where there is one already. */
const rankRows = (
  index: UnitSearchIndex,
  { words, types, address }: Reading,
  slips: boolean,
  day: SearchDay,
  wanted: (row: number) => boolean,
  ranks: Uint16Array
): void => {
  const rating = words.length === 0 ? null : rateNames(index.names, words, slips)
  const [first, second] = words
  const code = first !== undefined && second === undefined && codeDigits.test(first.plain) ? first.plain : null
  const initials = second === undefined && onlyInitials.test(first?.plain ?? "")
  const askedTypes = types === null ? null : new Uint8Array(256)
  for (const type of types ?? []) if (askedTypes !== null) askedTypes[type] = 1
  for (let row = 0; row < ranks.length; row++) {
    const ofType = askedTypes === null || askedTypes[index.typeOf[row] ?? 255] === 1
    let rate = unrated
    if (rating === null) {
      // Only a type was typed: all units of it.
      if (ofType) rate = kind.wordsWithin * 2
    } else {
      const name = index.nameOf[row] ?? 0
      rate = rating.names[name] ?? unrated
      if (second !== undefined && rate >= kind.wordsWithin * 2) {
        rate = Math.min(rate, rating.within(name, index.within[row] ?? []))
      }
      if (initials && rate >> 1 === kind.allInitials && index.entries[row]?.level === "province")
        rate = kind.provinceInitials * 2 + (rate % 2)
      if (code !== null) rate = Math.min(rate, rateCode(index.entries[row]?.code ?? "", code))
    }
    if (rate === unrated) continue
    // Words left out as types of units above may have been the beginnings of names: such a reading yields to others.
    if (address && rate < kind.wholeWithin * 2) rate = kind.wordsWithin * 2 + (rate % 2)
    const rank = rate * 4 + (ofType ? 0 : 2) + (day.stands(row) ? 0 : 1)
    if (rank < (ranks[row] ?? noRank) && wanted(row)) ranks[row] = rank
  }
}

/**
 * Rows by rank, then in their own order. A row is left out where the same unit stands on the day, or went on unchanged
 * towards it, and that row ranks as well.
 */
const bestRows = (ranks: Uint16Array, day: SearchDay, limit: number): ReadonlyArray<number> => {
  const byRank: Array<Array<number> | undefined> = []
  for (let row = 0; row < ranks.length; row++) {
    const rank = ranks[row] ?? noRank
    if (rank === noRank) continue
    const rows = byRank[rank]
    if (rows === undefined) byRank[rank] = [row]
    else rows.push(row)
  }
  const best: Array<number> = []
  for (const [rank, rows] of byRank.entries()) {
    for (const row of rows ?? []) {
      if (best.length >= limit) return best
      const stands = rank % 2 === 0
      if (stands || !day.sameNearer(row).some((other) => (ranks[other] ?? noRank) <= rank)) best.push(row)
    }
  }
  return best
}

const entriesAt = (index: UnitSearchIndex, rows: Iterable<number>): ReadonlyArray<UnitSearchEntry> =>
  [...rows].flatMap((row) => index.entries[row] ?? [])

/**
 * Units for what a person has typed so far.
 *
 * **Details** Words in any order, with or without diacritics, whole or begun ("thuy ngu"), by initials ("vbao", "tn"),
 * with a slip; the type before the name ("h. Vinh Bao", "tp thuy nguyen"); an official code or its beginning; words of
 * the units above, now or earlier, to narrow down ("vinh bao hai phong"). Hits come by whole names, by beginning, by
 * initials, by a slip; among equals first with the diacritics typed, of the type typed, standing on the day, of higher level, in
 * Vietnamese order. A unit that went on under its name and level comes once. Slips are looked for only while hits are
 * fewer than the limit. Never fails: text without a letter or digit finds nothing.
 * **Gotchas** Only the first 200 characters are read.
 */
export const searchUnits = (
  index: UnitSearchIndex,
  query: string,
  { asOf, level, parent, limit }: UnitSearchOptions
): ReadonlyArray<UnitHit> => {
  const readings = readingsOf(index, query)
  if (readings.length === 0 || !(limit >= 1)) return []
  const day = searchDay(index, asOf)
  const wanted = (row: number): boolean =>
    (level === undefined || index.entries[row]?.level === level) && (parent === undefined || day.liesIn(row, parent))
  const ranks = new Uint16Array(index.entries.length).fill(noRank)
  let rows: ReadonlyArray<number> = []
  for (const slips of [false, true]) {
    for (const reading of readings) rankRows(index, reading, slips, day, wanted, ranks)
    rows = bestRows(ranks, day, limit)
    if (rows.length >= limit) break
  }
  return rows.flatMap((row) => {
    const unit = index.entries[row]
    if (unit === undefined) return []
    const standing = day.stands(row)
    return {
      unit,
      match: isOfOtherType(ranks[row] ?? 0) ? "slip" : matchOf(kindOfRank(ranks[row] ?? 0)),
      state: standing ? "standing" : day.hasEnded(row) ? "former" : "future",
      now: standing ? [] : entriesAt(index, day.leadsTo(row)),
      formerly: standing ? entriesAt(index, index.before[row] ?? []) : []
    }
  })
}
