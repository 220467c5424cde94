import type { FundingTable } from "@ntm/domain/funding"

type Source = FundingTable["sources"][number]

/** A source with its index in the rows' amounts. */
export interface SourceColumn extends Source {
  readonly index: number
  readonly depth: number
}

/** A cell of the head. A group spans its own sum and its parts. */
export interface HeadCell {
  readonly key: string
  readonly source: SourceColumn
  readonly kind: "group" | "sum" | "leaf"
  readonly colSpan: number
  readonly rowSpan: number
}

/** The columns of a funding table and the rows of its head. */
export interface SourceHead {
  readonly columns: ReadonlyArray<SourceColumn>
  readonly rows: ReadonlyArray<ReadonlyArray<HeadCell>>
}

/**
 * Lays the tree of sources out as a head of a table.
 *
 * **Details** A grand total stands beside its parts rather than above them all, since it spans every column. Below it
 * each source with parts is a group: its own sum first, then its parts. Columns come in the order of this walk. A source
 * whose parent is not in the table stands at the top.
 */
export const sourceHead = (sources: FundingTable["sources"]): SourceHead => {
  const indexed = sources.map((source, index) => ({ ...source, index }))
  const keys = new Set(sources.map((source) => source.key))
  const childrenOf = (key: string | null) =>
    indexed.filter((source) =>
      key === null ? source.parent === null || !keys.has(source.parent) : source.parent === key && source.key !== key
    )
  const roots = childrenOf(null)
  const onlyRoot = roots.length === 1 ? roots[0] : undefined
  const columns: Array<SourceColumn> = []
  const rows: Array<Array<HeadCell>> = []
  const put = (depth: number, cell: Omit<HeadCell, "key" | "rowSpan">) => {
    const row = rows[depth] ?? (rows[depth] = [])
    row.push({ ...cell, key: `${cell.source.key}:${cell.kind}`, rowSpan: 1 })
  }
  const walk = (source: (typeof indexed)[number], depth: number): number => {
    const column = { ...source, depth }
    columns.push(column)
    const children = source === onlyRoot ? [] : childrenOf(source.key)
    if (children.length === 0) {
      put(depth, { source: column, kind: "leaf", colSpan: 1 })
      return 1
    }
    const place = rows[depth]?.length ?? 0
    put(depth, { source: column, kind: "group", colSpan: 1 })
    put(depth + 1, { source: column, kind: "sum", colSpan: 1 })
    const colSpan = 1 + children.reduce((span, child) => span + walk(child, depth + 1), 0)
    const group = rows[depth]?.[place]
    if (group !== undefined) rows[depth]?.splice(place, 1, { ...group, colSpan })
    return colSpan
  }
  for (const source of onlyRoot === undefined ? roots : [onlyRoot, ...childrenOf(onlyRoot.key)]) walk(source, 0)
  return {
    columns,
    rows: rows.map((row, depth) =>
      row.map((cell) => (cell.kind === "group" ? cell : { ...cell, rowSpan: rows.length - depth }))
    )
  }
}
