import type { DeclaredSum, TableColumn } from "@ntm/domain/documents"
import { cycleIn, formatCycle } from "./cycle.ts"
import { isObject, pointer } from "./fields.ts"
import type { Reading } from "../files/problem.ts"

type Part = DeclaredSum["parts"][number]

/** "-disbursed": a part that is taken away. */
export const signed = (name: string): { readonly name: string; readonly sign: 1 | -1 } =>
  name.startsWith("-") ? { name: name.slice(1), sign: -1 } : { name, sign: 1 }

/** The names of a sum's parts; empty, with a problem, where they are no list of names. */
export const partNames = (reading: Reading, path: string, raw: unknown): ReadonlyArray<string> => {
  if (
    Array.isArray(raw) &&
    raw.length > 0 &&
    raw.every((name) => typeof name === "string" || typeof name === "number")
  ) {
    return raw.map((name) => String(name).normalize("NFC"))
  }
  reading.problem(path, "phải là danh sách tên các phần", "must be a list of the names of the parts")
  return []
}

/** Refuses totals that are parts of themselves. */
export const checkSumCycle = (
  reading: Reading,
  path: string,
  sums: ReadonlyArray<DeclaredSum>,
  nameOf: (index: number) => string
): void => {
  const edges = new Map<string, ReadonlyArray<string>>()
  for (const { target, parts } of sums) {
    const known = edges.get(String(target)) ?? []
    edges.set(String(target), [...known, ...parts.map(({ index }) => String(index))])
  }
  const cycle = cycleIn(edges)
  if (cycle === null) return
  const round = formatCycle(cycle.map((index) => nameOf(Number(index))))
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
export const decodeColumnSums = (
  reading: Reading,
  raw: unknown,
  columns: ReadonlyArray<TableColumn>
): ReadonlyArray<DeclaredSum> => {
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
  checkSumCycle(reading, "/sums/columns", sums, (index) => columns[index]?.label ?? "")
  return sums
}
