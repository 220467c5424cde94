import { Effect, Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fundingOver } from "../testing/funding.ts"
import { DocumentId } from "../documents/index.ts"
import { UnitId } from "../units/index.ts"
import { communes, country, idOf } from "../units/testing/country.ts"
import { Day, Dong, Moment } from "../values/index.ts"
import { entriesOfTable } from "./entries-of-table.ts"
import { type EntryRecording, FundingEntryId } from "./entry.ts"
import { pivotOf } from "./pivot-of.ts"
import { placementOf } from "./placement.ts"
import { FundingSourceKey } from "./source.ts"
import type { FundingTable } from "./table.ts"
import { type RowSum, tableOfEntries } from "./table-of-entries.ts"
import type { TablePlaces } from "./table-head.ts"

const day = Day.make("2024-12-31")

interface Printed {
  readonly table: FundingTable
  readonly places: TablePlaces
}

/** A table of communes of one district, in triệu đồng, with the total row first where there is one. */
const printed = (
  counts: ReadonlyArray<FundingSourceKey>,
  rows: ReadonlyArray<ReadonlyArray<number | null>>,
  total: ReadonlyArray<number | null> | null,
  unit = 1_000_000
): Printed => {
  const all = [...(total === null ? [] : [total]), ...rows]
  return {
    table: {
      document: DocumentId.make("kh"),
      table: "appendix-02-funding",
      name: "Phụ lục 02",
      title: null,
      year: 2024,
      stage: "mobilised",
      printedUnit: unit === 1 ? "đồng" : "triệu đồng",
      sources: counts.map((key) => ({ key, label: key, parent: null })),
      rows: all.map((amounts, row) => ({
        row,
        unit: `dòng ${row}`,
        kind: total !== null && row === 0 ? "total" : null,
        amounts: amounts.map((amount) => (amount === null ? null : Dong.make(amount * unit)))
      }))
    },
    places: {
      tier: "commune",
      day,
      counts,
      holders: new Map(
        all.map((_, row) => [
          row,
          {
            unit: total !== null && row === 0 ? idOf("101") : idOf(communes[row % 4] ?? ""),
            agency: row >= 4 ? `Phòng ${row}` : null
          }
        ])
      )
    }
  }
}

const taken = ({ places, table }: Printed) => Result.getOrThrow(entriesOfTable(table, places))

const sumsOf = (entries: ReadonlyArray<EntryRecording>): ReadonlyArray<RowSum> =>
  entries.map(({ amount, place, source }) => ({
    row: Number(place?.split("dòng ")[1]),
    source,
    amount: Dong.make(amount)
  }))

const said = (entries: ReadonlyArray<EntryRecording>) =>
  entries.map(({ amount, kind, place, source }) => `${place?.at(-1)} ${source} ${kind} ${amount / 1_000_000}`)

const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 900_000 }) }
)

/** Any columns of the tree, any blanks, zeros and wrong totals. */
const anyTable = fc
  .uniqueArray(fc.constantFrom(...FundingSourceKey.literals), { minLength: 1, maxLength: 12 })
  .chain((counts) => {
    const row = fc.array(cell, { minLength: counts.length, maxLength: counts.length })
    return fc
      .tuple(fc.array(row, { maxLength: 6 }), fc.option(row), fc.constantFrom(1, 1_000_000))
      .map(([rows, total, unit]) => printed(counts, rows, total, unit))
  })

/** As they are in the journal. */
const recorded = (entries: ReadonlyArray<EntryRecording>) =>
  entries.map((entry, at) => ({
    ...entry,
    id: FundingEntryId.make(at + 1),
    unit: UnitId.make(Number(entry.unit)),
    amount: Dong.make(entry.amount),
    recordedAt: Moment.make("2025-03-05T01:00:00.000Z"),
    recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice" as const, agency: null }
  }))

describe("a printed table as entries", () => {
  it("states the leaves, and of a total that its parts do not make the difference", () => {
    const table = printed(["all", "investment", "investment.province", "credit"], [[20, 12, 9, 8]], null)
    expect(said(taken(table).entries)).toEqual([
      "0 investment unexplained 3",
      "0 investment.province stated 9",
      "0 credit stated 8"
    ])
  })

  it("calls rounding what the rounding of the parts and of their total explains, and nothing beyond", () => {
    const of = (total: number, unit = 1_000_000) =>
      taken(printed(["all", "budget", "credit"], [[total, 4, 5]], null, unit)).entries.map(({ kind }) => kind)
    expect(of(10)).toEqual(["rounding", "stated", "stated"])
    // Two parts and their total, each half a step off at most: less than one and a half in all.
    expect(of(11)).toEqual(["unexplained", "stated", "stated"])
    // Whole đồng are exact.
    expect(of(10, 1)).toEqual(["unexplained", "stated", "stated"])
  })

  it("takes a total without parts for what is stated, and tells a zero from a blank", () => {
    const { entries, head } = taken(
      printed(
        ["all", "budget", "credit"],
        [
          [7, null, null],
          [0, 0, null]
        ],
        null
      )
    )
    expect(said(entries)).toEqual(["0 all stated 7", "1 budget stated 0"])
    expect(head.rows.map(({ blank }) => blank)).toEqual([["budget", "credit"], ["credit"]])
  })

  it("leaves of the total row by how much it differs from the rows, of the unit of the table", () => {
    const table = printed(
      ["all", "credit"],
      [
        [5, 5],
        [6, 6]
      ],
      [12, 41]
    )
    const { entries } = taken(table)
    expect(said(entries)).toEqual([
      "0 all unexplained -29",
      "0 credit unexplained 30",
      "1 credit stated 5",
      "2 credit stated 6"
    ])
    expect(entries[0]?.unit).toBe(idOf("101"))
  })

  it("fails where a difference is beyond the range of amounts", () => {
    const most = Number.MAX_SAFE_INTEGER
    const { places, table } = printed(["all", "credit"], [[-most, most]], null, 1)
    expect(Result.isFailure(entriesOfTable(table, places))).toBe(true)
  })

  it("is printed back to the đồng, whatever stands in it", () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        const { entries, head } = taken(any)
        expect(tableOfEntries(head, sumsOf(entries))).toEqual(any.table)
      }),
      { numRuns: 500 }
    )
  })

  it("comes to its own total row in the pivot of its unit, or to the sum of its rows", () => {
    fc.assert(
      fc.property(anyTable, ({ places, table }) => {
        const { entries } = Result.getOrThrow(entriesOfTable(table, places))
        const plan = placementOf(country, idOf("101"), day)
        const question = { year: 2024, stage: "mobilised", tier: "commune" } as const
        const sums = fundingOver(recorded(entries)).sums({
          placement: plan.placement,
          tier: question.tier,
          years: [2024],
          stages: ["mobilised"],
          asOf: day,
          knownAt: null
        })
        const { sources, total } = pivotOf(plan, { ...question, tiers: [] }, Effect.runSync(sums))
        const own = table.rows.find(({ kind }) => kind === "total")
        for (const [at, source] of places.counts.entries()) {
          const amount = total[sources.indexOf(source)]?.amount ?? 0
          const stated = own?.amounts[at] ?? null
          if (stated !== null) expect(amount).toBe(stated)
        }
      }),
      { numRuns: 300 }
    )
  })
})
