import { type Day, dayNumber } from "../../values/index.ts"
import { emptyColumn } from "./columns-build.ts"
import { type Column, type Columns, NO_DAY } from "./columns.ts"

/** A value of one unit put in the place of what is there; null: no data. */
export interface Change {
  /** Place of the unit in the columns. */
  readonly at: number
  /** See `columnKey`. */
  readonly column: string
  readonly value: number | null
  readonly day: Day | null
}

const withBounds = ({ bounds }: Column, of: (bound: Float64Array) => Float64Array): Pick<Column, "bounds"> =>
  bounds === undefined ? {} : { bounds: { low: of(bounds.low), high: of(bounds.high) } }

const copyOf = (column: Column | undefined, size: number): Column =>
  column === undefined
    ? emptyColumn(size)
    : {
        values: column.values.slice(),
        days: column.days?.slice() ?? new Int32Array(size).fill(NO_DAY),
        ...withBounds(column, (bound) => bound.slice())
      }

/** Writes a value into a column, whatever bounded it. What is not a finite number is no data. */
export const writeInto = (column: Column, { at, day, value }: Omit<Change, "column">): void => {
  if (column.bounds !== undefined) {
    column.bounds.low[at] = Number.NaN
    column.bounds.high[at] = Number.NaN
  }
  column.values[at] = value !== null && Number.isFinite(value) ? value : Number.NaN
  if (column.days !== null) column.days[at] = day === null || value === null ? NO_DAY : dayNumber(day)
}

/** The columns with copies of these, which can be written without the original's knowing. */
export const withOwn = (columns: Columns, keys: Iterable<string>): Columns => {
  const values = new Map(columns.values)
  for (const key of keys) values.set(key, copyOf(columns.values.get(key), columns.size))
  return { ...columns, values }
}

/** The columns as they would be with these changes; the given ones stay as they are. */
export const overlaid = (columns: Columns, changes: ReadonlyArray<Change>): Columns => {
  const changed = withOwn(columns, new Set(changes.map(({ column }) => column)))
  for (const { column: key, ...change } of changes) {
    const column = changed.values.get(key)
    if (column !== undefined && change.at >= 0 && change.at < columns.size) writeInto(column, change)
  }
  return changed
}

/** The columns of these units only, in this order. */
export const picked = (columns: Columns, places: ReadonlyArray<number>): Columns => {
  const { profile } = columns
  const bytes = (from: Uint8Array): Uint8Array => Uint8Array.from(places, (at) => from[at] ?? 0)
  return {
    size: places.length,
    units: places.map((at) => columns.units[at] ?? -1),
    profile: {
      regions: profile.regions,
      region: Int16Array.from(places, (at) => profile.region[at] ?? -1),
      group: bytes(profile.group),
      types: profile.types,
      type: Int16Array.from(places, (at) => profile.type[at] ?? -1),
      flags: {
        border: bytes(profile.flags.border),
        island: bytes(profile.flags.island),
        speciallyDifficult: bytes(profile.flags.speciallyDifficult),
        safeZone: bytes(profile.flags.safeZone),
        urban: bytes(profile.flags.urban),
        programme: bytes(profile.flags.programme)
      }
    },
    values: new Map(
      Array.from(columns.values, ([key, column]) => {
        const { days, values } = column
        const of = (from: Float64Array) => Float64Array.from(places, (at) => from[at] ?? Number.NaN)
        const ages = days === null ? null : Int32Array.from(places, (at) => days[at] ?? NO_DAY)
        return [key, { values: of(values), days: ages, ...withBounds(column, of) }]
      })
    )
  }
}
