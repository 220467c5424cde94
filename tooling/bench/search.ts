import { buildUnitSearch, searchUnits, unitSearchEntries, type UnitSearchIndex } from "@ntm/domain/units"
import { Day, foldVietnamese } from "@ntm/domain/values"
import { loadReference } from "@ntm/reference"
import { Effect } from "effect"
import { median, printRow } from "./print.ts"

const limit = 20
const asOf = Day.make("2025-07-01")
/** What a person may wait for after a key. */
const budget = 20

/** Every `step`th name as it is typed, key by key, half of them with two letters swapped. */
const keystrokes = (names: ReadonlyArray<string>, step: number): ReadonlyArray<string> =>
  names
    .filter((_, at) => at % step === 0)
    .flatMap((name, at) => {
      const folded = foldVietnamese(name)
      const middle = folded.length >> 1
      const slipped =
        folded.slice(0, middle) + (folded[middle + 1] ?? "") + (folded[middle] ?? "") + folded.slice(middle + 2)
      const typed = at % 2 === 0 ? folded : slipped
      return Array.from(typed, (_, end) => typed.slice(0, end + 1))
    })

const percentile = (sorted: ReadonlyArray<number>, share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN

/** Milliseconds of each answer, sorted. */
const answers = (queries: ReadonlyArray<string>, answer: (query: string) => unknown): ReadonlyArray<number> => {
  const times = queries.map((query) => {
    const started = performance.now()
    answer(query)
    return performance.now() - started
  })
  return times.sort((a, b) => a - b)
}

/** Every 20th unit, old and new, is found by its name and by its code: a fast search that misses is worth nothing. */
const checkComplete = (index: UnitSearchIndex): void => {
  for (const [row, unit] of index.entries.entries()) {
    if (row % 20 !== 0) continue
    for (const query of [foldVietnamese(unit.name), unit.code]) {
      const hits = searchUnits(index, query, { limit: 500, level: unit.level })
      const found = hits.some((hit) => [hit.unit, ...hit.formerly].some(({ id }) => id === unit.id))
      const underItsName = hits.some((hit) => hit.unit.name === unit.name && hit.match === "exact")
      if (!found && !underItsName)
        throw new Error(`${unit.type} ${unit.name} (${unit.code}) is not found by “${query}”`)
    }
  }
}

/** Search over all units, old and new, per keystroke, beside one pass over the folded names with `includes`. */
export const benchSearch = async (): Promise<void> => {
  const { chronicle } = await Effect.runPromise(loadReference())
  const units = chronicle.register.rows
  const lineage = chronicle.lineage.transfers
    .filter((transfer) => !transfer.implied)
    .map(({ share, ...link }) => ({ ...link, share: share.all === 1 ? ("whole" as const) : ("part" as const) }))
  const builds = Array.from({ length: 7 }, () => {
    const started = performance.now()
    buildUnitSearch(unitSearchEntries(units, lineage))
    return performance.now() - started
  })
  const index = buildUnitSearch(unitSearchEntries(units, lineage))
  checkComplete(index)
  const folded = units.map(({ name }) => foldVietnamese(name))
  const scan = (query: string) => folded.filter((name) => name.includes(query)).slice(0, limit)
  const search = (query: string) => searchUnits(index, query, { asOf, limit })
  const queries = keystrokes([...new Set(units.map(({ name }) => name))], 20)
  answers(queries, scan)
  answers(queries, search)
  const scanned = answers(queries, scan)
  const searched = answers(queries, search)
  const base = percentile(scanned, 0.5)
  const slow = percentile(searched, 0.95)
  console.log(
    `\nSearch: ${units.length} units old and new, ${queries.length} keystrokes, the first ${limit} hits of each`
  )
  printRow("one pass, names.includes(query) (limit), p50", base, base, "")
  printRow("one pass, names.includes(query), p95", percentile(scanned, 0.95), base, "")
  printRow("searchUnits, p50", percentile(searched, 0.5), base, "")
  printRow("searchUnits, p95", slow, base, `   at most ${budget} ms`)
  printRow("searchUnits, slowest", searched.at(-1) ?? Number.NaN, base, "")
  printRow("buildUnitSearch with its entries, the first", builds[0] ?? Number.NaN, base, "")
  printRow("buildUnitSearch with its entries, median", median(builds), base, "")
  if (slow > budget) throw new Error(`a keystroke takes ${slow.toFixed(1)} ms (p95), more than ${budget} ms`)
}
