import type { Day } from "../../values/index.ts"
import type { UnitSearchEntry } from "./search-entry.ts"
import { type NameTable, tableOfNames } from "./search-names.ts"
import { searchWords } from "./search-text.ts"
import { type UnitId, UnitLevel } from "../unit.ts"

type Rows = ReadonlyArray<number>

/**
 * Units, old and new, made ready for search by `buildUnitSearch`. Rows are numbered in the order in which equal hits
 * come: higher level first, then Vietnamese order of names, then code and age, so that a hit list needs no sorting.
 */
export interface UnitSearchIndex {
  readonly entries: ReadonlyArray<UnitSearchEntry>
  readonly names: NameTable
  readonly nameOf: Uint32Array
  /** First and last day as numbers (20250701); open ends below and above all days. */
  readonly begins: Uint32Array
  readonly ends: Uint32Array
  readonly rowsOfId: ReadonlyMap<UnitId, Rows>
  /** Rows to which the land of a row went at its end, and rows from which it came. */
  readonly after: ReadonlyArray<Rows>
  readonly before: ReadonlyArray<Rows>
  readonly children: ReadonlyArray<Rows>
  /** Names of all units that the row has lain in, its land earlier and later included. */
  readonly within: ReadonlyArray<Rows>
  /** Types of units without "trung ương" or "thuộc tỉnh": number of the type of each row, and of each phrase typed. */
  readonly typeOf: Uint8Array
  readonly typesByPhrase: ReadonlyMap<string, Rows>
}

const none: Rows = []
const openEnd = 99_999_999
/** The longest code, that of a village. */
const codeDigits = 8
/** Of a row whose type is no word; types are numbered below it. */
const noType = 255

/** 2025-07-01 → 20250701, which compares as the day does. */
export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""))

/** One list of rows for each row; few rows have any, so an empty one costs nothing. */
const listsOf = (size: number) => {
  const lists = Array.from({ length: size }, (): Array<number> | undefined => undefined)
  return {
    add: (at: number, row: number): void => {
      const list = lists[at]
      if (list === undefined) lists[at] = [row]
      else if (list.at(-1) !== row) list.push(row)
    },
    done: (): ReadonlyArray<Rows> => lists.map((list) => list ?? none)
  }
}

/** "thành phố trung ương", "thành phố thuộc tỉnh" → "thanh pho". */
const typeWords = (type: string): ReadonlyArray<string> => {
  const words = searchWords(type).map((word) => word.plain)
  const tail = words.findIndex(
    (word, at) => at > 0 && (word === "thuoc" || (word === "trung" && words[at + 1] === "uong"))
  )
  return tail === -1 ? words : words.slice(0, tail)
}

const typesOf = (entries: ReadonlyArray<UnitSearchEntry>) => {
  const phrases = new Map<string, string>()
  for (const { type } of entries) if (!phrases.has(type)) phrases.set(type, typeWords(type).join(" "))
  const known = [...new Set(phrases.values())]
    .filter((phrase) => phrase !== "")
    .sort()
    .slice(0, noType)
  const numberOf = new Map(known.map((phrase, number) => [phrase, number]))
  const byPhrase = new Map<string, Array<number>>()
  for (const [phrase, number] of numberOf) {
    const initials = phrase.replace(/(\S)\S*\s*/g, "$1")
    for (const typed of new Set([phrase, initials])) byPhrase.set(typed, [...(byPhrase.get(typed) ?? []), number])
  }
  // "huyện đảo Lý Sơn", "đảo Phú Quý": districts until 2025, special zones since.
  const islands = ["huyen", "dac khu"].flatMap((phrase) => numberOf.get(phrase) ?? [])
  if (islands.length > 0) for (const typed of ["dao", "huyen dao"]) byPhrase.set(typed, islands)
  const numbers = new Map([...phrases].map(([type, phrase]) => [type, numberOf.get(phrase) ?? noType]))
  return {
    typeOf: Uint8Array.from(entries, ({ type }) => numbers.get(type) ?? noType),
    typesByPhrase: byPhrase
  }
}

/** Row of the unit that begins next after the day, or the last of its rows. */
const nextRow = (rows: Rows, begins: Uint32Array, day: number): number | undefined =>
  rows.find((row) => (begins[row] ?? 0) > day) ?? rows.at(-1)

/**
 * Makes units ready for `searchUnits`.
 *
 * **Details** Entries may come in any order; parents and successors that are not among them are left out. The whole
 * country, old and new (14,400 rows), takes about 0.1 s and some 10 MB.
 */
export const buildUnitSearch = (unordered: ReadonlyArray<UnitSearchEntry>): UnitSearchIndex => {
  const { table, numberOf } = tableOfNames(unordered.map((entry) => entry.name))
  const days = new Map<Day | null, number>()
  const numberOfDay = (day: Day | null, open: number): number => {
    if (day === null) return open
    const number = days.get(day) ?? dayNumber(day)
    days.set(day, number)
    return number
  }
  const levels = new Map(UnitLevel.literals.map((level, rank) => [level, rank]))
  const rows = unordered
    .map((entry) => {
      const name = numberOf.get(entry.name) ?? 0
      // Level, name and code in one number: codes of a level have equally many digits, so they sort as they read.
      const place = ((levels.get(entry.level) ?? 0) * table.words.length + name) * 10 ** codeDigits + Number(entry.code)
      return { entry, name, place, begin: numberOfDay(entry.validFrom, 0) }
    })
    .sort(
      (a, b) =>
        a.place - b.place ||
        a.begin - b.begin ||
        a.entry.id - b.entry.id ||
        (a.entry.type < b.entry.type ? -1 : a.entry.type > b.entry.type ? 1 : 0)
    )
  const entries = rows.map(({ entry }) => entry)
  const begins = Uint32Array.from(rows, ({ begin }) => begin)
  const ends = Uint32Array.from(entries, ({ validTo }) => numberOfDay(validTo, openEnd))
  const nameOf = Uint32Array.from(rows, ({ name }) => name)
  const rowsOfId = new Map<UnitId, Array<number>>()
  entries.forEach(({ id }, row) => {
    const rows = rowsOfId.get(id)
    if (rows === undefined) rowsOfId.set(id, [row])
    else rows.push(row)
  })
  for (const rows of rowsOfId.values()) {
    if (rows.length > 1) rows.sort((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0))
  }

  const after = listsOf(entries.length)
  const before = listsOf(entries.length)
  const children = listsOf(entries.length)
  entries.forEach((entry, row) => {
    for (const id of entry.successors) {
      const next = nextRow(rowsOfId.get(id) ?? none, begins, begins[row] ?? 0)
      if (next === undefined || next === row) continue
      after.add(row, next)
      before.add(next, row)
    }
    if (entry.parentId === null) return
    for (const parent of rowsOfId.get(entry.parentId) ?? none) children.add(parent, row)
  })
  const structure = { entries, nameOf, rowsOfId, after: after.done(), before: before.done() }
  const within = withinOf(structure)
  return { ...structure, names: table, begins, ends, children: children.done(), within, ...typesOf(entries) }
}

const withinOf = ({
  entries,
  nameOf,
  rowsOfId,
  after,
  before
}: Pick<UnitSearchIndex, "entries" | "nameOf" | "rowsOfId" | "after" | "before">): ReadonlyArray<Rows> => {
  const known = new Map<UnitId, Rows>()
  /** Names of a unit and of those above it. */
  const upwards = (id: UnitId): Rows => {
    const earlier = known.get(id)
    if (earlier !== undefined) return earlier
    known.set(id, none)
    const names = new Set<number>()
    for (const row of rowsOfId.get(id) ?? none) {
      names.add(nameOf[row] ?? 0)
      const parentId = entries[row]?.parentId ?? null
      if (parentId !== null) for (const name of upwards(parentId)) names.add(name)
    }
    const found = [...names]
    known.set(id, found)
    return found
  }
  return entries.map((_, start) => {
    const names: Array<number> = []
    const collect = (next: ReadonlyArray<Rows>): void => {
      const met = [start]
      for (let at = 0; at < met.length; at++) {
        const row = met[at] ?? start
        const parentId = entries[row]?.parentId ?? null
        if (parentId !== null) for (const name of upwards(parentId)) if (!names.includes(name)) names.push(name)
        for (const other of next[row] ?? none) if (!met.includes(other)) met.push(other)
      }
    }
    collect(before)
    collect(after)
    return names
  })
}
