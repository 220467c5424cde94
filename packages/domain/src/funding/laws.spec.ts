import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fundingOver } from "../testing/funding.ts"
import { childrenOn, type Chronicle, type UnitId, unitsOn } from "../units/index.ts"
import { chain, days } from "../units/testing/events.ts"
import { Day, Dong, Moment } from "../values/index.ts"
import { type FundingEntry, FundingEntryId, FundingEntryKind } from "./entry.ts"
import type { FundingPivot } from "./pivot.ts"
import { pivotOf } from "./pivot-of.ts"
import { placementOf } from "./placement.ts"
import { FundingSourceKey } from "./source.ts"
import { isWithin, sourceOf } from "./source-tree.ts"

const end = Day.make("2025-12-31")
const question = { year: 2025, stage: "disbursed", tier: "commune" } as const

/** Money of units of all days, as it may be told: amounts of either sign, at any source, some of an agency. */
const told = fc.array(
  fc.record({
    unit: fc.nat({ max: 999 }),
    on: fc.nat({ max: days.length - 1 }),
    source: fc.constantFrom(...FundingSourceKey.literals),
    kind: fc.constantFrom(...FundingEntryKind.literals),
    agency: fc.constantFrom(null, null, null, "Các sở, ngành"),
    amount: fc.integer({ min: -5_000_000, max: 90_000_000 }),
    illustrative: fc.boolean()
  }),
  { maxLength: 40 }
)

type Told = typeof told extends fc.Arbitrary<infer A> ? A : never

/** Each of them stands on a unit of its day. */
const journalOf = (chronicle: Chronicle, all: Told): ReadonlyArray<FundingEntry> =>
  all.flatMap(({ agency, amount, illustrative, kind, on, source, unit: pick }, at) => {
    const day = days[on] ?? end
    const standing = unitsOn(chronicle.register, day)
    const unit = standing[pick % standing.length]
    if (unit === undefined) return []
    return [
      {
        id: FundingEntryId.make(at + 1),
        unit: unit.id,
        tier: question.tier,
        agency,
        from: null,
        source,
        year: question.year,
        stage: question.stage,
        kind,
        content: null,
        amount: Dong.make(amount),
        quantity: null,
        day,
        work: null,
        document: null,
        place: null,
        reason: null,
        adjusts: null,
        illustrative,
        recordedAt: Moment.make(`2025-12-31T01:00:00.${String(at).padStart(3, "0")}Z`),
        recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null }
      }
    ]
  })

const pivot = (
  chronicle: Chronicle,
  journal: ReadonlyArray<FundingEntry>,
  parent: UnitId | null,
  boundaries: Day,
  asOf: Day = end,
  knownAt: Moment | null = null
): FundingPivot => {
  const plan = placementOf(chronicle, parent, boundaries)
  const { stage, tier, year } = question
  const asked = { placement: plan.placement, tier, years: [year], stages: [stage], asOf, knownAt }
  return pivotOf(plan, { ...question, tiers: [] }, Effect.runSync(fundingOver(journal).sums(asked)))
}

const amountAt = ({ sources, total }: FundingPivot, source: FundingSourceKey): number =>
  total[sources.indexOf(source)]?.amount ?? 0

const anyMoney = fc.tuple(chain, told).map(([chronicle, all]) => ({ chronicle, journal: journalOf(chronicle, all) }))

describe("laws of money", () => {
  it("every total is the sum of its rows, and every source of what stands at it and below it, at every level on every day", () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom(...days), ({ chronicle, journal }, day) => {
        const parents = [null, ...unitsOn(chronicle.register, day).map(({ id }) => id)]
        for (const parent of parents) {
          const { rows, sources, total } = pivot(chronicle, journal, parent, day)
          for (const [at, source] of sources.entries()) {
            const ofRows = rows.reduce((sum, { cells }) => sum + (cells[at]?.amount ?? 0), 0)
            expect(total[at]?.amount ?? 0).toBe(ofRows)
            const units = new Set(placementOf(chronicle, parent, day).placement.units)
            const counted = journal.filter(({ source: own, unit }) => units.has(unit) && isWithin(own, source))
            expect(total[at]?.amount).toBe(counted.reduce((sum, { amount }) => sum + amount, 0))
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it("the row of a unit is the total of that unit's own table", () => {
    fc.assert(
      fc.property(anyMoney, fc.constantFrom(...days), ({ chronicle, journal }, day) => {
        for (const province of childrenOn(chronicle.register, null, day)) {
          const above = pivot(chronicle, journal, null, day)
          const row = above.rows.find(({ kind, unit }) => kind === "unit" && unit?.id === province.id)
          const at = above.sources.indexOf("all")
          expect(row?.cells[at]?.amount ?? 0).toBe(amountAt(pivot(chronicle, journal, province.id, day), "all"))
        }
      }),
      { numRuns: 60 }
    )
  })

  it("a reorganisation neither makes nor loses money: the country's is the same on the boundaries of every day", () => {
    fc.assert(
      fc.property(anyMoney, ({ chronicle, journal }) => {
        const all = journal.reduce((sum, { amount }) => sum + amount, 0)
        for (const day of [...days, end]) expect(amountAt(pivot(chronicle, journal, null, day), "all")).toBe(all)
      })
    )
  })

  it("every unit of any day has one place in the country's table", () => {
    fc.assert(
      fc.property(chain, fc.constantFrom(...days), (chronicle, day) => {
        const { placement } = placementOf(chronicle, null, day)
        expect(placement.units.toSorted((a, b) => a - b)).toEqual(
          [...chronicle.register.byId.keys()].toSorted((a, b) => a - b)
        )
      })
    )
  })

  it("shares add up to 100 among siblings wherever there are any", () => {
    fc.assert(
      fc.property(anyMoney, ({ chronicle, journal }) => {
        const { shares, sources } = pivot(chronicle, journal, null, end)
        const siblings = Map.groupBy([...sources.keys()], (at) => sourceOf(sources[at] ?? "all").parent)
        for (const places of siblings.values()) {
          const stated = places.flatMap((at) => shares[at] ?? [])
          if (stated.length > 0) expect(Math.round(stated.reduce((sum, share) => sum + share * 10, 0))).toBe(1000)
        }
      })
    )
  })

  it("a later entry never changes what was true as of an earlier day, nor what was known at an earlier moment", () => {
    fc.assert(
      fc.property(anyMoney, fc.nat(), fc.constantFrom(...days), ({ chronicle, journal }, cut, day) => {
        const known = journal.slice(0, journal.length === 0 ? 0 : cut % journal.length)
        const moment = known.at(-1)?.recordedAt ?? null
        if (moment !== null)
          expect(pivot(chronicle, journal, null, end, end, moment)).toEqual(pivot(chronicle, known, null, end, end))
        const until = journal.filter((entry) => entry.day <= day)
        expect(pivot(chronicle, journal, null, end, day)).toEqual(pivot(chronicle, until, null, end, end))
      })
    )
  })
})
