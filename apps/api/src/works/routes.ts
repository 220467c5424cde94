import { api } from "@ntm/contract"
import { Funding, type WorkId } from "@ntm/domain/funding"
import { Reorganisations, unitByCode, UnitNotFound } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import {
  alertsOf,
  batchStanding,
  curveOf,
  debtTogether,
  landOf,
  partsBelow,
  type RecordedWorks,
  scopeOf,
  tallyOf,
  type WorkInBook,
  Works
} from "@ntm/domain/works"
import { Effect } from "effect"
import { makeKnown } from "../assessments/known.ts"
import { WorkNotFound } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asThing } from "../http/things.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedWorks } from "./asking.ts"
import { alertsTable, batchesTable, curveTable, debtTable, landTable, slipsTable, worksTable } from "./csv.ts"
import { chosenWorks, unitLine, workLine } from "./lines.ts"
import { readEventRows, readGiftRows, readReportRows, readWorkRows } from "./rows.ts"
import { reportsOf, worksNamed } from "./named.ts"
import { slipsOfWorks } from "./slips.ts"
import { openWorksRoutes } from "./open-routes.ts"
import type { Acts } from "../people/acting.ts"

const debtsOf = (works: ReadonlyArray<WorkInBook>) => debtTogether(works.map((own) => own.standing().debt))

const recorded = <Id>({ ids, recordedAt }: RecordedWorks<Id>) => ({
  recordedAt,
  items: ids.map((id, row) => ({ row, id }))
})

/**
 * `/works`: lists, batches, curves, debt, land, alerts, what late works hold back, and the recording of all of it.
 *
 * **Details** Only gathers: every answer comes out of the book of its day and moment, made in the domain. Whoever writes
 * acts as the office of a grant that has leave for all of it (`Acts`).
 */
export const worksRoutes = (desk: Desk, acts: Acts): void => {
  const { works } = api
  const known = makeKnown()
  const today = (): Day => todayInVietnam(desk.now())
  const asked = (query: Parameters<typeof askedWorks>[1]) => askedWorks(desk.books, query, today())

  const oneWork = Effect.fnUntraced(function* (id: WorkId, query: Parameters<typeof asked>[0]) {
    const found = yield* asked(query)
    const own = found.book.byId.get(id)
    return own === undefined ? yield* new WorkNotFound({ id, asOf: found.head.asOf }) : { ...found, own }
  })

  receive(
    desk,
    works.approve,
    Effect.fnUntraced(function* ({ body }) {
      const { chronicle } = yield* (yield* Reorganisations).register()
      const day = body.batch.approvedOn ?? today()
      const unit = unitByCode(chronicle.register, body.batch.unit, day)
      if (unit === undefined) return yield* new UnitNotFound({ code: body.batch.unit, asOf: day })
      const batch = { ...body.batch, unit: unit.id }
      const rows = yield* readWorkRows(batch, body.rows)
      return recorded(yield* (yield* Works).approve(batch, rows, yield* acts("works.record", { units: [unit.id] })))
    })
  )
  receive(
    desk,
    works.report,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readReportRows(body.rows)
      return recorded(yield* (yield* Works).report(rows, yield* acts("works.record")))
    }),
    ({ body }) => worksNamed(body.rows, today())
  )
  onlyPosts(desk, works.report)
  receive(
    desk,
    works.giveLand,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readGiftRows(body.rows)
      return recorded(yield* (yield* Works).giveLand(rows, yield* acts("works.record")))
    })
  )
  receive(
    desk,
    works.followLand,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readEventRows(body.rows)
      return recorded(yield* (yield* Works).followLand(rows, yield* acts("works.record")))
    })
  )
  onlyPosts(desk, works.followLand)

  openWorksRoutes(desk)
  mountListing(
    desk,
    works.list,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, scope } = yield* asked(query)
      const chosen = chosenWorks(scope.works, query)
      const narrowed = chosen.length < scope.works.length
      return {
        ...head,
        // The land of some works is what was given for them; that of a unit all that was given in it.
        tally: tallyOf(narrowed ? { works: chosen, gifts: chosen.flatMap(({ gifts }) => gifts) } : scope, book.asOf),
        items: chosen.map(workLine)
      }
    }),
    { allow: "GET, HEAD, POST", csv: worksTable }
  )
  mountListing(
    desk,
    works.batches,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, unit } = yield* asked(query)
      const items = book.batches.flatMap((batch) => {
        const scope = scopeOf(book, unit, batch.id)
        return scope.works.length === 0 ? [] : [batchStanding(book, batch, scope)]
      })
      return { ...head, items }
    }),
    { csv: batchesTable }
  )
  mount(
    desk,
    works.curve,
    Effect.fnUntraced(function* ({ query }) {
      const { head, scope } = yield* asked(query)
      return { ...head, curve: curveOf(scope.works, head.asOf) }
    }),
    undefined,
    curveTable
  )
  mountListing(
    desk,
    works.slips,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, scope } = yield* asked(query)
      const { knownAt, slips } = yield* slipsOfWorks(known, book, scope.works, query.known_at ?? null)
      const items = slips.flatMap((slip) => {
        const own = book.byId.get(slip.work)
        return own === undefined ? [] : [{ ...slip, line: workLine(own) }]
      })
      return { ...head, knownAt, items }
    }),
    { csv: slipsTable }
  )
  mountListing(
    desk,
    works.debt,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, scope, unit: parent } = yield* asked(query)
      const owing = chosenWorks(scope.works, { sort: "debt" }).filter((own) => own.standing().debt.amount > 0)
      const units = partsBelow(book, parent, { works: owing, gifts: [] }).flatMap(({ unit, works: own }) =>
        unit === null ? [] : [{ unit: unitLine(unit), works: own.length, debt: debtsOf(own) }]
      )
      return {
        ...head,
        limitDays: book.overdueAfter,
        owed: debtsOf(owing),
        units: units.toSorted((a, b) => b.debt.amount - a.debt.amount),
        items: owing.map((own) => ({ line: workLine(own), debt: own.standing().debt }))
      }
    }),
    { csv: debtTable }
  )
  mount(
    desk,
    works.land,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, scope, unit: parent } = yield* asked(query)
      const parts = partsBelow(book, parent, { works: [], gifts: scope.gifts })
      return {
        ...head,
        total: landOf(scope.gifts),
        units: parts.flatMap(({ gifts, unit }) =>
          unit === null ? [] : [{ unit: unitLine(unit), land: landOf(gifts) }]
        )
      }
    }),
    "GET, HEAD, POST",
    landTable
  )
  mountListing(
    desk,
    works.alerts,
    Effect.fnUntraced(function* ({ query }) {
      const { book, head, scope } = yield* asked(query)
      const { alerts: rules } = yield* (yield* Works).rules(query.known_at ?? null)
      const fired = Map.groupBy(alertsOf(rules, book, scope), ({ rule }) => rule)
      const ofEach = rules.map((rule) => fired.get(rule) ?? [])
      return {
        ...head,
        rules,
        counts: ofEach.map(({ length }) => length),
        items: ofEach
          .flatMap((alerts) => (query.each === undefined ? alerts : alerts.slice(0, query.each)))
          .map(({ unit, ...alert }) => ({ ...alert, unit: unit === null ? null : unitLine(unit) }))
      }
    }),
    { csv: alertsTable }
  )
  mount(
    desk,
    works.one,
    asThing(
      desk,
      works.one,
      Effect.fnUntraced(function* ({ params, query }) {
        const { book, head, journal, own } = yield* oneWork(params.id, query)
        const { asOf, knownAt } = head
        const held = yield* slipsOfWorks(known, book, [own], query.known_at ?? null)
        const [slip = null] = held.slips
        const question = { units: null, years: null, works: [params.id], asOf, knownAt }
        return {
          asOf,
          knownAt: held.knownAt,
          standing: own.standing(),
          slip,
          reports: reportsOf(journal, params.id, head),
          entries: yield* (yield* Funding).entries(question),
          curve: curveOf([own], asOf, true),
          gifts: own.gifts
        }
      }),
      ({ gifts, reports, standing: { work } }) => [work, reports, gifts],
      Effect.fnUntraced(function* ({ params, query }) {
        const { head, journal, own } = yield* oneWork(params.id, query)
        return [own.standing().work, reportsOf(journal, params.id, head), own.gifts]
      })
    )
  )
}
