import type { Acceptance } from "@ntm/domain/criteria"
import type { Tag } from "../database/database.ts"
import { stateCodes } from "./codes.ts"
import { appendRows, numbers } from "./copy.ts"
import { BLOCK, type Block, emptyBlock, NO_DAY, pack, type Packed, unpack } from "./packed.ts"

/** The packed tables, and from which state on a value is in each. */
export const packedTables = {
  approved: "observation_approved",
  submitted: "observation_submitted"
} as const satisfies Partial<Record<Acceptance, string>>

/** States for which values in force are kept packed. */
export type PackedAcceptance = keyof typeof packedTables

export const packedAcceptances: ReadonlyArray<PackedAcceptance> = ["approved", "submitted"]

/** Whether a value recorded in a state is in a packed table. */
export const belongs = (state: number, accept: PackedAcceptance): boolean => state >= stateCodes[accept]

/** Where a value goes. */
export interface Place {
  readonly province: number
  readonly unit: number
  readonly input: number
}

/** A packed row with its key. */
export interface PackedRow extends Packed {
  readonly province: number
  readonly unit: number
  readonly block: number
}

/** Below 128 blocks of 128 inputs: room for 16,384. */
const MOST_BLOCKS = 128

const keyOf = (unit: number, block: number): number => unit * MOST_BLOCKS + block

interface Open {
  readonly province: number
  readonly unit: number
  readonly block: number
  /** As it stands in the table; null where there is no row. */
  readonly stored: Packed | null
  readonly cells: Block
}

/** Packed rows in the making: what was read of some units, changed place by place, and written where it differs. */
export class Fold {
  readonly #rows = new Map<number, Open>()

  constructor(stored: Iterable<PackedRow>) {
    for (const row of stored) this.#rows.set(keyOf(row.unit, row.block), { ...row, stored: row, cells: unpack(row) })
  }

  /** As if nothing had been in these rows: what is not set anew goes. */
  static cleared(stored: Iterable<PackedRow>): Fold {
    const fold = new Fold(stored)
    for (const { cells } of fold.#rows.values()) {
      cells.values.fill(Number.NaN)
      cells.days.fill(NO_DAY)
    }
    return fold
  }

  /** How many rows stand in the table afterwards. */
  get size(): number {
    return this.#rows
      .values()
      .filter(({ cells }) => pack(cells) !== null)
      .toArray().length
  }

  #open({ province, unit, input }: Place): Open {
    const block = Math.floor(input / BLOCK)
    const key = keyOf(unit, block)
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const made = { province, unit, block, stored: null, cells: emptyBlock() }
    this.#rows.set(key, made)
    return made
  }

  /** Puts a value in its place whatever is there; null takes away what is. */
  set(place: Place, value: number | null, day: number): void {
    const { cells } = this.#open(place)
    cells.values[place.input % BLOCK] = value ?? Number.NaN
    cells.days[place.input % BLOCK] = value === null ? NO_DAY : day
  }

  /** Puts a value in its place unless one of a later day is there: what a value that corrects nothing does, being the last recorded. */
  offer(place: Place, value: number, day: number): void {
    const { cells } = this.#open(place)
    const at = place.input % BLOCK
    if (day < (cells.days[at] ?? NO_DAY)) return
    cells.values[at] = value
    cells.days[at] = day
  }

  /** Rows that are to be taken out of the table, and rows that are to stand in it afterwards; one that did not change is in neither. */
  changes(): { readonly gone: ReadonlyArray<Open>; readonly made: ReadonlyArray<PackedRow> } {
    const gone: Array<Open> = []
    const made: Array<PackedRow> = []
    for (const row of this.#rows.values()) {
      const packed = pack(row.cells)
      const { stored, province, unit, block } = row
      if (packed !== null && stored !== null && packed.vals.equals(stored.vals) && packed.days.equals(stored.days))
        continue
      if (stored !== null) gone.push(row)
      if (packed !== null) made.push({ province, unit, block, ...packed })
    }
    return { gone, made }
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`

/** The packed rows of units, whatever their inputs. */
export const readPacked = (sql: Tag, accept: PackedAcceptance, units: Iterable<number>) => sql<Array<PackedRow>>`
  select p.province, p.unit, p.block, p.vals, p.days from observed_unit u
  join ${sql(packedTables[accept])} p on p.province = u.province and p.unit = u.unit
  where u.unit = any(${numbers(units)}::int[])`

/** Adds packed rows. */
export const writePacked = (sql: Tag, accept: PackedAcceptance, rows: ReadonlyArray<PackedRow>): Promise<void> =>
  appendRows(
    sql,
    packedTables[accept],
    ["province", "unit", "block", "vals", "days"],
    rows.map(({ province, unit, block, vals, days }) => [province, unit, block, hex(vals), hex(days)])
  )

/** Brings a packed table to what was folded: rows that differ are taken out and put in anew. */
export const writeFold = async (sql: Tag, accept: PackedAcceptance, fold: Fold): Promise<void> => {
  const { gone, made } = fold.changes()
  if (gone.length > 0)
    await sql`
      delete from ${sql(packedTables[accept])} p
      using unnest(${numbers(gone.map((row) => row.province))}::smallint[], ${numbers(gone.map((row) => row.unit))}::int[],
        ${numbers(gone.map((row) => row.block))}::smallint[]) as gone (province, unit, block)
      where (p.province, p.unit, p.block) = (gone.province, gone.unit, gone.block)`
  if (made.length > 0) await writePacked(sql, accept, made)
}
