import type { DeclaredSum } from "@ntm/domain/documents"
import { isObject, pointer } from "./fields.ts"
import type { Reading } from "../files/problem.ts"
import type { ReadRow } from "./table-rows.ts"
import { checkSumCycle, partNames, signed } from "./table-sums.ts"

type Part = DeclaredSum["parts"][number]

/** Rows by the names that call them, in the order of the table. */
type Called = ReadonlyMap<string, ReadonlyArray<number>>

const callRows = (rows: ReadonlyArray<ReadRow>): Called => {
  const called = new Map<string, Array<number>>()
  rows.forEach(({ names }, index) => {
    for (const name of names) {
      const known = called.get(name)
      if (known === undefined) called.set(name, [index])
      else known.push(index)
    }
  })
  return called
}

const noRow = (reading: Reading, path: string, name: string): void =>
  reading.problem(path, `không có dòng “${name}”`, `there is no row “${name}”`)

const targetOf = (reading: Reading, path: string, called: Called, name: string): number | null => {
  const [first, second] = called.get(name) ?? []
  if (first === undefined) noRow(reading, path, name)
  else if (second === undefined) return first
  else {
    reading.problem(
      path,
      `“${name}” chỉ nhiều dòng, không rõ dòng tổng`,
      `“${name}” names several rows: which is the total?`
    )
  }
  return null
}

/**
 * Of several rows of one name, the one in the total's own block: "1" under "I" is not "1" under "II".
 *
 * **Details** The block runs from the total down to the next total, or, where totals stand below their rows, up to the
 * one before.
 */
const inBlock = (rows: ReadonlyArray<number>, target: number, targets: ReadonlyArray<number>): number | undefined => {
  const next = targets.find((other) => other > target) ?? Infinity
  const previous = targets.findLast((other) => other < target) ?? -Infinity
  const below = rows.filter((row) => row > target && row < next)
  const above = rows.filter((row) => row < target && row > previous)
  const block = below.length > 0 ? below : above
  return block.length === 1 ? block[0] : undefined
}

/**
 * Whether a row says that it only repeats others: a subtotal, or "Trong đó: …" (of which).
 */
const repeats = ({ row }: ReadRow): boolean =>
  /sub-?total/iu.test(row.kind ?? "") || /^[\s\-–+*]*trong đó/iu.test(row.label)

/**
 * Decodes `sums.rows`: `{ "total": "the other rows" }`, `{ "I": ["1", "2"], "total": ["I", "II"] }`.
 *
 * **Details** A row is called by its kind, number, key, id or label. A kind may call many rows; any other name that
 * does must find one of them next to its total. Any sentence stands for the other rows that are not themselves parts of
 * another sum, so that subtotals and their details are not both counted; nor are subtotals without a declared sum, and
 * rows "trong đó".
 */
export const decodeRowSums = (
  reading: Reading,
  raw: unknown,
  rows: ReadonlyArray<ReadRow>
): ReadonlyArray<DeclaredSum> => {
  if (raw === undefined || raw === null) return []
  if (!isObject(raw)) {
    reading.problem("/sums/rows", "phải là một đối tượng", "must be an object")
    return []
  }
  const called = callRows(rows)
  const kinds = new Set(rows.flatMap(({ row }) => row.kind ?? []))
  const entries = Object.entries(raw).flatMap(([name, list]) => {
    const path = pointer("/sums/rows", name)
    const target = targetOf(reading, path, called, name)
    return target === null ? [] : [{ path, target, list }]
  })
  const targets = entries.map(({ target }) => target).toSorted((a, b) => a - b)
  const partsOf = (path: string, list: unknown, target: number): ReadonlyArray<Part> =>
    partNames(reading, path, list).flatMap((part, index): ReadonlyArray<Part> => {
      const { name, sign } = called.has(part) ? ({ name: part, sign: 1 } as const) : signed(part)
      const found = (called.get(name) ?? []).filter((row) => row !== target)
      if (found.length === 0) noRow(reading, `${path}/${index}`, name)
      if (found.length <= 1 || kinds.has(name)) return found.map((at) => ({ index: at, sign }))
      const near = inBlock(found, target, targets)
      if (near !== undefined) return [{ index: near, sign }]
      reading.problem(`${path}/${index}`, `“${name}” chỉ nhiều dòng`, `“${name}” names several rows`)
      return []
    })
  const named = entries.flatMap(({ path, target, list }) =>
    typeof list === "string" ? [] : [{ target, parts: partsOf(path, list, target) }]
  )
  const taken = new Set(named.flatMap(({ parts }) => parts.map(({ index }) => index)))
  const summed = new Set(named.map(({ target }) => target))
  const counts = (row: ReadRow, index: number): boolean => !taken.has(index) && (summed.has(index) || !repeats(row))
  const rest = entries.flatMap(({ target, list }) => (typeof list === "string" ? [target] : []))
  const sums = [
    ...named,
    ...rest.map((target) => ({
      target,
      parts: rows.flatMap((row, index): ReadonlyArray<Part> =>
        index !== target && counts(row, index) ? [{ index, sign: 1 }] : []
      )
    }))
  ].filter(({ parts }) => parts.length > 0)
  checkSumCycle(reading, "/sums/rows", sums, (index) => rows[index]?.row.label ?? "")
  return sums
}
