import type { Flag } from "../rules/condition.ts"

/** Values of one leaf for all units, in the order of the units. */
export interface Column {
  /** NaN: no data. */
  readonly values: Float64Array
  /** Days since 1970-01-01 that the values stand for; null where nobody asks for their age. */
  readonly days: Int32Array | null
  /**
   * Where a value is not known but bounded: between these two numbers, NaN where nothing bounds it. `values` is NaN there, so that
   * who does not ask for bounds sees no data.
   */
  readonly bounds?: Bounds
}

export interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** A day that is not known, in `Column.days`: older than any limit. */
export const NO_DAY = -2_147_483_648

/** Three-valued truth in columns. */
export const NO = 0
export const YES = 1
export const UNKNOWN = 2

/** What conditions ask of the units, by column. */
export interface Profile {
  readonly regions: ReadonlyArray<string>
  /** Place in `regions`; −1: not known. */
  readonly region: Int16Array
  /** Nhóm xã 1, 2, 3; 0: not known. */
  readonly group: Uint8Array
  readonly types: ReadonlyArray<string>
  /** Place in `types`; −1: not known. */
  readonly type: Int16Array
  /** `NO`, `YES` or `UNKNOWN`. */
  readonly flags: { readonly [F in Flag]: Uint8Array }
}

/** Facts about units of one level on a day, as known at one moment: what the evaluator reads, and all that it reads. */
export interface Columns {
  readonly size: number
  /** Identities of the units, in the order of every column. */
  readonly units: ReadonlyArray<number>
  readonly profile: Profile
  /** By `columnKey`; a column that is absent has no data. */
  readonly values: ReadonlyMap<string, Column>
}
