import type { UnitSearchEntry } from "./search-entry.ts"
import { type NameTable, tableOfNames } from "./search-names.ts"
import { searchWords } from "./search-text.ts"
import { type UnitId, UnitLevel } from "./unit.ts"

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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** "thành phố trung ương", "thành phố thuộc tỉnh" → "thanh pho". */
const typeWords = (type: string): ReadonlyArray<string> => {
  const words = searchWords(type).map((word) => word.plain)
  const tail = words.findIndex(
    (word, at) => at > 0 && (word === "thuoc" || (word === "trung" && words[at + 1] === "uong"))
  )
  return tail === -1 ? words : words.slice(0, tail)
}

const typesOf = (entries: ReadonlyArray<UnitSearchEntry>) => {
  const phrases = new Map([...new Set(entries.map((entry) => entry.type))].map((type) => [type, typeWords(type)]))
  const known = [...new Set([...phrases.values()].map((words) => words.join(" ")))].sort().slice(0, 255)
  const numberOf = new Map(known.map((phrase, number) => [phrase, number]))
  const byPhrase = new Map<string, Array<number>>()
  for (const [phrase, number] of numberOf) {
    const initials = phrase.replace(/(\S)\S*\s*/g, "$1")
    for (const typed of new Set([phrase, initials])) byPhrase.set(typed, [...(byPhrase.get(typed) ?? []), number])
  }
  return {
    typeOf: Uint8Array.from(entries, (entry) => numberOf.get(phrases.get(entry.type)?.join(" ") ?? "") ?? 255),
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
  const rows = unordered
    .map((entry) => ({
      entry,
      level: UnitLevel.literals.indexOf(entry.level),
      name: numberOf.get(entry.name) ?? 0,
      begin: dayNumber(entry.validFrom ?? "")
    }))
    .sort(
      (a, b) =>
        a.level - b.level ||
        a.name - b.name ||
        compareText(a.entry.code, b.entry.code) ||
        a.begin - b.begin ||
        a.entry.id - b.entry.id ||
        compareText(a.entry.type, b.entry.type)
    )
  const entries = rows.map(({ entry }) => entry)
  const begins = Uint32Array.from(rows, ({ begin }) => begin)
  const ends = Uint32Array.from(entries, ({ validTo }) => (validTo === null ? openEnd : dayNumber(validTo)))
  const nameOf = Uint32Array.from(rows, ({ name }) => name)
  const rowsOfId = new Map<UnitId, Array<number>>()
  for (const [row, { id }] of entries.entries()) {
    const rows = rowsOfId.get(id)
    if (rows === undefined) rowsOfId.set(id, [row])
    else rows.push(row)
  }
  for (const rows of rowsOfId.values()) rows.sort((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0))

  const after = listsOf(entries.length)
  const before = listsOf(entries.length)
  const children = listsOf(entries.length)
  for (const [row, entry] of entries.entries()) {
    for (const id of entry.successors) {
      const next = nextRow(rowsOfId.get(id) ?? none, begins, begins[row] ?? 0)
      if (next === undefined || next === row) continue
      after.add(row, next)
      before.add(next, row)
    }
    if (entry.parentId === null) continue
    for (const parent of rowsOfId.get(entry.parentId) ?? none) children.add(parent, row)
  }
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
  const addAncestors = (row: number, names: Set<number>, depth: number): void => {
    const parentId = entries[row]?.parentId ?? null
    if (parentId === null || depth === 0) return
    for (const parent of rowsOfId.get(parentId) ?? none) {
      names.add(nameOf[parent] ?? 0)
      addAncestors(parent, names, depth - 1)
    }
  }
  const walk = (row: number, next: ReadonlyArray<Rows>, seen: Set<number>): void => {
    if (seen.has(row)) return
    seen.add(row)
    for (const other of next[row] ?? none) walk(other, next, seen)
  }
  return entries.map((_, row) => {
    const earlier = new Set<number>()
    const later = new Set<number>()
    walk(row, before, earlier)
    walk(row, after, later)
    const names = new Set<number>()
    for (const each of new Set([...earlier, ...later])) addAncestors(each, names, UnitLevel.literals.length)
    return [...names]
  })
}
