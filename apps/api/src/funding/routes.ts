import { api } from "@ntm/contract"
import {
  boundariesOf,
  comparableTier,
  endedUnits,
  Funding,
  FundingStage,
  fundingSources,
  highestTier,
  lateFlags,
  ownBudget,
  pivotOf,
  stageComparison,
  usualTier,
  yearComparison
} from "@ntm/domain/funding"
import { Reorganisations } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { existing, issuedBy } from "../documents/routes.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { receive } from "../http/receive.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedFunding, type FundingQuery } from "./asking.ts"
import { entriesTable, pivotTable, stagesTable, yearsTable } from "./csv.ts"
import { entriesPart, entryBoundaries } from "./entries.ts"
import { openFundingRoutes } from "./open-routes.ts"
import { readEntryRows } from "./rows.ts"
import { type Acts, unitsIn } from "../people/acting.ts"

/**
 * `/funding`: tables as printed, any source by any unit, from the plan to the payment, year against year, and the entries themselves.
 *
 * **Details** Only gathers: where money stands, and what is made of its sums, is decided in the domain. Whoever writes
 * acts as the office of a grant that has leave for all of it (`Acts`).
 */
export const fundingRoutes = (desk: Desk, acts: Acts): void => {
  const { funding } = api
  const today = (): Day => todayInVietnam(desk.now())
  const asOfIn = (query: FundingQuery): Day => query.as_of ?? today()

  mountListing(
    desk,
    funding.tables,
    Effect.fnUntraced(function* ({ query }) {
      const document = yield* existing(query.document, query.as_of)
      const issued = yield* issuedBy(query.as_of)
      const tables = yield* (yield* Funding).tables(document)
      return { items: issued === null ? tables : tables.filter((table) => issued.has(table.document)) }
    })
  )
  mountListing(desk, funding.sources, () => Effect.succeed({ items: fundingSources }))
  mountListing(
    desk,
    funding.stated,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = asOfIn(query)
      const { plan, question } = yield* askedFunding(query, asOf, query.boundaries ?? asOf)
      const items = yield* (yield* Funding).tiers({ units: plan.placement.units, ...question })
      return { ...question, unit: plan.parent, items }
    })
  )
  mount(
    desk,
    funding.pivot,
    Effect.fnUntraced(function* ({ query }) {
      const { stage, year } = query
      const asOf = asOfIn(query)
      const boundaries = query.boundaries ?? boundariesOf(year, asOf)
      const { chronicle, plan, question } = yield* askedFunding(query, asOf, boundaries)
      const port = yield* Funding
      const tiers = yield* port.tiers({ units: plan.placement.units, years: [year], ...question })
      const tier = query.tier ?? usualTier(plan.parent, tiers, year, stage)
      const money = { tier, years: [year], stages: [stage], ...question }
      const pivot = pivotOf(
        plan,
        { year, stage, tier, tiers },
        yield* port.sums({ placement: plan.placement, ...money })
      )
      const late = yield* port.late({ ...endedUnits(chronicle, plan, asOf), ...money })
      return {
        ...question,
        boundaries,
        pivot: { ...pivot, flags: [...pivot.flags, ...lateFlags(chronicle, late)] }
      }
    }),
    undefined,
    pivotTable
  )
  mount(
    desk,
    funding.stages,
    Effect.fnUntraced(function* ({ query }) {
      const { year } = query
      const asOf = asOfIn(query)
      const { plan, question } = yield* askedFunding(query, asOf, query.boundaries ?? boundariesOf(year, asOf))
      const { parent: unit, placement } = plan
      const port = yield* Funding
      const tiers = yield* port.tiers({ units: placement.units, years: [year], ...question })
      const tier = query.tier ?? comparableTier(tiers, year) ?? unit?.level ?? "province"
      const stages = FundingStage.literals
      const sums = yield* port.sums({ placement, tier, years: [year], stages, ...question })
      return {
        ...question,
        unit,
        tier,
        comparison: stageComparison({ unit, year, asOf }, sums),
        ownBudget: ownBudget(unit, sums)
      }
    }),
    undefined,
    stagesTable
  )
  mount(
    desk,
    funding.years,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = asOfIn(query)
      const boundaries = query.boundaries ?? boundariesOf(Math.max(query.from, query.to), asOf)
      const { plan, question } = yield* askedFunding(query, asOf, boundaries)
      const { parent: unit, placement } = plan
      const port = yield* Funding
      const tiers = yield* port.tiers({ units: placement.units, years: [query.from, query.to], ...question })
      const side = (year: number, stage: FundingStage) => ({ year, stage, tier: highestTier(unit, tiers, year, stage) })
      const from = side(query.from, query.from_stage ?? query.stage)
      const to = side(query.to, query.stage)
      const sumsOf = ({ stage, tier, year }: typeof from) =>
        port.sums({ placement, tier, years: [year], stages: [stage], ...question })
      return { ...question, unit, from, to, lines: yearComparison(yield* sumsOf(from), yield* sumsOf(to)) }
    }),
    undefined,
    yearsTable
  )
  receive(
    desk,
    funding.record,
    Effect.fnUntraced(function* ({ body }) {
      const { chronicle } = yield* (yield* Reorganisations).register()
      const checking = { chronicle, actor: yield* acts("funding.record"), today: today() }
      const rows = yield* readEntryRows(body.rows, checking)
      const actor = yield* acts("funding.record", {
        units: unitsIn(
          chronicle.register,
          rows.map(({ day, unit }) => [unit, day])
        )
      })
      const { ids, recordedAt } = yield* (yield* Funding).record(rows, actor)
      return { recordedAt, items: ids.map((id, row) => ({ row, id })) }
    })
  )
  openFundingRoutes(desk)
  mountListing(
    desk,
    funding.entries,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = asOfIn(query)
      const asked = yield* askedFunding(query, asOf, entryBoundaries(query, asOf))
      return { ...asked.question, items: entriesPart(asked, query) }
    }),
    { allow: "GET, HEAD, POST", csv: entriesTable }
  )
}
