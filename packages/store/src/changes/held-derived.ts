import { differenceOf, type FactDifference, heldField, type HeldField, type HeldNoun } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"
import { Fold, type PackedAcceptance, packedTables, type PackedRow } from "../observations/current.ts"
import { eachInForce, ofProvince } from "../observations/journal.ts"
import { BLOCK, type Block, emptyBlock, NO_DAY, unpack } from "../observations/packed.ts"

const DAY_MS = 86_400_000

const dayOf = (day: number | undefined): string | null =>
  day === undefined || day === NO_DAY ? null : new Date(day * DAY_MS).toISOString().slice(0, 10)

const valueOf = (value: number | undefined): string | null =>
  value === undefined || Number.isNaN(value) ? null : String(value)

/** Behind which order keys come: that of their bytes. */
export const byKey = ({ key: one }: { readonly key: string }, { key: other }: { readonly key: string }): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))

interface Cell {
  readonly key: string
  readonly fields: ReadonlyArray<HeldField>
}

/** The cells of a packed row that are not what was recorded. */
const cellsOf = (
  row: { readonly unit: number; readonly block: number },
  made: Block,
  stored: Block,
  inputs: ReadonlyMap<number, string>
) => {
  const cells: Array<Cell> = []
  for (let at = 0; at < BLOCK; at++) {
    const fields = [
      heldField("observation", "value", { journal: valueOf(made.values[at]), stands: valueOf(stored.values[at]) }),
      heldField("observation", "day", { journal: dayOf(made.days[at]), stands: dayOf(stored.days[at]) })
    ].filter(({ journal, stands }) => journal !== stands)
    const position = row.block * BLOCK + at
    if (fields.length > 0) cells.push({ key: `${row.unit}/${inputs.get(position) ?? position}`, fields })
  }
  return cells
}

/**
 * Values in force that are not what the journal of values makes them: all that is read of values is read there.
 *
 * **Details** Province by province, in the memory of one; in a transaction that sees one state.
 */
export const differingValues = async (
  sql: Tag,
  accept: PackedAcceptance,
  after: string | null,
  limit: number
): Promise<ReadonlyArray<FactDifference>> => {
  const noun: HeldNoun = accept === "approved" ? "approvedValue" : "submittedValue"
  const dictionary = await sql<Array<{ position: number; key: string }>>`select position, key from observation_input`
  const inputs = new Map(dictionary.map(({ key, position }) => [position, key]))
  const provinces = await sql<Array<{ province: number }>>`
    select province from observed_unit union select province from ${sql(packedTables[accept])} order by province`
  let cells: ReadonlyArray<Cell> = []
  for (const { province } of provinces) {
    const stored = await sql<Array<PackedRow>>`
      select province, unit, block, vals, days from ${sql(packedTables[accept])} where province = ${province}`
    const fold = Fold.cleared(stored)
    await eachInForce(sql, ofProvince(province), { accept, knownAt: null, asOf: null }, (unit, input, day, value) =>
      fold.set({ province, unit, input }, value, day)
    )
    const { gone, made } = fold.changes()
    const was = new Map(gone.map((row) => [`${row.unit} ${row.block}`, row.stored]))
    const fresh = made.filter(({ block, unit }) => !was.has(`${unit} ${block}`))
    const found = [
      ...gone.flatMap((row) =>
        cellsOf(row, row.cells, row.stored === null ? emptyBlock() : unpack(row.stored), inputs)
      ),
      ...fresh.flatMap((row) => cellsOf(row, unpack(row), emptyBlock(), inputs))
    ]
    // No more than are told are kept, however many there are.
    cells = [
      ...cells,
      ...found.filter(({ key }) => after === null || Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0)
    ]
      .toSorted(byKey)
      .slice(0, limit)
  }
  return cells.map(({ fields, key }) => differenceOf({ noun, key, kind: "derived", entry: null, fields }))
}

/** Sets of units by which rows are hidden from people, and that are not those which were asked for: each is found by the hash of its units. */
export const differingScopes = async (
  sql: Tag,
  after: string | null,
  limit: number
): Promise<ReadonlyArray<FactDifference>> => {
  const found = await sql<Array<{ key: string; journal: string; stands: string }>>`
    select * from (
      select s.id::text collate "C" as key, s.digest as journal, encode(sha256(convert_to(coalesce(
        (select string_agg(u.unit::text, ' ' order by u.unit) from access_scope_unit u where u.scope = s.id), ''), 'UTF8')), 'hex') as stands
      from access_scope s) held
    where journal <> stands and (${after}::text is null or key > ${after}::text) order by key limit ${limit}`
  const words = { vi: "mã băm của các đơn vị", en: "hash of the units" }
  return found.map(({ journal, key, stands }) =>
    differenceOf({
      noun: "accessScope",
      key,
      kind: "derived",
      entry: null,
      fields: [{ field: "units", words, journal, stands }]
    })
  )
}
