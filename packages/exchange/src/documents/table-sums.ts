import type { DeclaredSum, TableColumn } from "@ntm/domain/documents"
import { cycleIn, isObject, pointer } from "./fields.ts"
import type { Reading } from "./problem.ts"
import type { ReadRow } from "./table-rows.ts"

type Part = DeclaredSum["parts"][number]

/** "-disbursed": a part that is taken away. */
const signed = (name: string): { readonly name: string; readonly sign: 1 | -1 } =>
  name.startsWith("-") ? { name: name.slice(1), sign: -1 } : { name, sign: 1 }

const partNames = (reading: Reading, path: string, raw: unknown): ReadonlyArray<string> => {
  if (Array.isArray(raw) && raw.length > 0 && raw.every((name) => typeof name === "string" || typeof name === "number")) {
    return raw.map((name) => String(name).normalize("NFC"))
  }
  reading.problem(path, "phải là danh sách tên các phần", "must be a list of the names of the parts")
  return []
}

const checkCycle = (reading: Reading, path: string, sums: ReadonlyArray<DeclaredSum>, nameOf: (index: number) => string): void => {
  const edges = new Map<string, ReadonlyArray<string>>()
  for (const { target, parts } of sums) {
    const known = edges.get(String(target)) ?? []
    edges.set(String(target), [...known, ...parts.map(({ index }) => String(index))])
  }
  const cycle = cycleIn(edges)
  if (cycle === null) return
  const round = cycle.map((index) => nameOf(Number(index))).join(" → ")
  reading.problem(path, `tổng và phần tạo thành vòng: ${round}`, `totals and parts form a cycle: ${round}`)
}

/** Names of the columns that `sums` mentions: they hold numbers. */
export const summedColumns = (sums: unknown): ReadonlySet<string> => {
  const columns = isObject(sums) && isObject(sums["columns"]) ? sums["columns"] : {}
  return new Set(
    Object.entries(columns).flatMap(([target, parts]) => [
      target,
      ...(Array.isArray(parts) ? parts.flatMap((part) => (typeof part === "string" ? [signed(part).name] : [])) : [])
    ])
  )
}

/** Decodes `sums.columns`: `{ "total": ["direct", "credit"], "rest": ["planned", "-paid"] }`. */
export const decodeColumnSums = (reading: Reading, raw: unknown, columns: ReadonlyArray<TableColumn>): ReadonlyArray<DeclaredSum> => {
  if (raw === undefined || raw === null) return []
  if (!isObject(raw)) {
    reading.problem("/sums/columns", "phải là một đối tượng", "must be an object")
    return []
  }
  const indexOf = (path: string, name: string): number | null => {
    const exact = columns.findIndex(({ key }) => key === name)
    if (exact >= 0) return exact
    reading.problem(path, `không có cột “${name}”`, `there is no column “${name}”`)
    return null
  }
  const sums = Object.entries(raw).flatMap(([name, list]): ReadonlyArray<DeclaredSum> => {
    const path = pointer("/sums/columns", name)
    const target = indexOf(path, name)
    const parts = partNames(reading, path, list).flatMap((part, index): ReadonlyArray<Part> => {
      const named = columns.some(({ key }) => key === part) ? { name: part, sign: 1 as const } : signed(part)
      const at = indexOf(`${path}/${index}`, named.name)
      return at === null ? [] : [{ index: at, sign: named.sign }]
    })
    return target === null || parts.length === 0 ? [] : [{ target, parts }]
  })
  checkCycle(reading, "/sums/columns", sums, (index) => columns[index]?.label ?? "")
  return sums
}

/** Rows that a name calls, without `except`. */
const rowsCalled = (rows: ReadonlyArray<ReadRow>, name: string, except: number): ReadonlyArray<number> =>
  rows.flatMap(({ names }, index) => (index !== except && names.has(name) ? [index] : []))

/**
 * Decodes `sums.rows`: `{ "total": "the other rows" }`, `{ "I": ["1", "2"], "total": ["I", "II"] }`.
 *
 * **Details** A row is called by its kind, number, key, id or label. Any sentence stands for the other rows that are
 * not themselves parts of another sum, so that subtotals and their details are not both counted.
 */
export const decodeRowSums = (reading: Reading, raw: unknown, rows: ReadonlyArray<ReadRow>): ReadonlyArray<DeclaredSum> => {
  if (raw === undefined || raw === null) return []
  if (!isObject(raw)) {
    reading.problem("/sums/rows", "phải là một đối tượng", "must be an object")
    return []
  }
  const targetOf = (path: string, name: string): number | null => {
    const [first, second] = rowsCalled(rows, name, -1)
    if (first === undefined) reading.problem(path, `không có dòng “${name}”`, `there is no row “${name}”`)
    else if (second !== undefined) reading.problem(path, `“${name}” chỉ nhiều dòng, không rõ dòng tổng`, `“${name}” names several rows: which is the total?`)
    else return first
    return null
  }
  const partsOf = (path: string, list: unknown, target: number): ReadonlyArray<Part> =>
    partNames(reading, path, list).flatMap((part, index) => {
      const named = rowsCalled(rows, part, target).length > 0 ? { name: part, sign: 1 as const } : signed(part)
      const called = rowsCalled(rows, named.name, target)
      if (called.length === 0) reading.problem(`${path}/${index}`, `không có dòng “${named.name}”`, `there is no row “${named.name}”`)
      return called.map((at) => ({ index: at, sign: named.sign }))
    })
  const named: Array<DeclaredSum> = []
  const rest: Array<number> = []
  for (const [name, list] of Object.entries(raw)) {
    const path = pointer("/sums/rows", name)
    const target = targetOf(path, name.normalize("NFC"))
    if (target === null) continue
    if (typeof list === "string") rest.push(target)
    else named.push({ target, parts: partsOf(path, list, target) })
  }
  const taken = new Set(named.flatMap(({ parts }) => parts.map(({ index }) => index)))
  const sums = [
    ...named,
    ...rest.map((target) => ({
      target,
      parts: rows.flatMap((_, index): ReadonlyArray<Part> => (index === target || taken.has(index) ? [] : [{ index, sign: 1 }]))
    }))
  ].filter(({ parts }) => parts.length > 0)
  checkCycle(reading, "/sums/rows", sums, (index) => rows[index]?.row.label ?? "")
  return sums
}
