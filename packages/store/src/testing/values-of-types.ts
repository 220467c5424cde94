/** A column of a table, as the catalogue has it. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly generated: boolean
  readonly identity: boolean
}

/** A value of a type that no row of the samples has, and one that is not what is there. */
const values: Readonly<Record<string, { readonly fresh: string; readonly other: (column: string) => string }>> = {
  smallint: { fresh: "99", other: (column) => `coalesce(${column}, 0) + 1000` },
  integer: { fresh: "900001", other: (column) => `coalesce(${column}, 0) + 1000` },
  bigint: { fresh: "900001", other: (column) => `coalesce(${column}, 0) + 1000` },
  numeric: { fresh: "12.5", other: (column) => `coalesce(${column}, 0) + 0.01` },
  "double precision": { fresh: "0.1", other: (column) => `coalesce(${column}, 0) + 0.5` },
  boolean: { fresh: "false", other: (column) => `not coalesce(${column}, false)` },
  text: { fresh: "'00099'", other: (column) => `coalesce(${column}, '') || '0'` },
  date: { fresh: "date '2031-02-03'", other: (column) => `coalesce(${column}, '2001-01-01') + 1000` },
  "timestamp with time zone": {
    fresh: "timestamptz '2031-02-03 04:05:06.007+00'",
    other: (column) => `coalesce(${column}, '2001-01-01') + interval '1 ms'`
  },
  jsonb: { fresh: `'{"a": [1.50, null]}'`, other: () => `'{"a": [1.5, null]}'` },
  "integer[]": { fresh: "'{1}'", other: (column) => `coalesce(${column}, '{}') || 7` },
  "text[]": { fresh: "'{một}'", other: (column) => `coalesce(${column}, '{}') || '{hai}'::text[]` },
  json: { fresh: "'[]'", other: () => "'[[]]'" },
  bytea: { fresh: "'\\x01'", other: () => "'\\x02'" }
}

/** Values of a type. Throws for one of which none are known. */
export const ofType = (type: string) => {
  const known = values[type.replace(/\(\d+\)/, "")]
  if (known === undefined) throw new Error(`a column of a type without a value: ${type}`)
  return known
}

export const quoted = (name: string) => `"${name}"`
