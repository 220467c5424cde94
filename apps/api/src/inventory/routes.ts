import { api } from "@ntm/contract"
import { allItemKinds, countingDay, countsOf, Inventory, type RecordedItems } from "@ntm/domain/inventory"
import { Reorganisations } from "@ntm/domain/units"
import { Effect } from "effect"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { todayInVietnam } from "../http/today.ts"
import { askedInventory, itemLines } from "./asking.ts"
import { countsTable, itemsTable } from "./csv.ts"
import { readItemEventRows, readItemRows } from "./rows.ts"
import { type Acts, unitsIn } from "../people/acting.ts"
import { isSeen } from "../people/seeing.ts"

const recorded = ({ ids, recordedAt }: RecordedItems) => ({ recordedAt, items: ids.map((id, row) => ({ row, id })) })

/**
 * `/inventory`: the registers of the programme as lists and counts, and the recording of them.
 *
 * **Details** Only gathers: every answer comes out of the book of its day and moment, made in the domain. Whoever writes
 * acts as the office of a grant that has leave for all of it (`Acts`).
 */
export const inventoryRoutes = (desk: Desk, acts: Acts): void => {
  const { inventory } = api
  const today = () => todayInVietnam(desk.now())

  receive(
    desk,
    inventory.record,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readItemRows(body.rows)
      const { chronicle } = yield* (yield* Reorganisations).register()
      const units = unitsIn(
        chronicle.register,
        rows.map(({ day, unit }) => [unit, day])
      )
      return recorded(yield* (yield* Inventory).record(rows, yield* acts("registers.record", { units })))
    })
  )
  receive(
    desk,
    inventory.follow,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readItemEventRows(body.rows)
      return recorded(yield* (yield* Inventory).follow(rows, yield* acts("registers.record")))
    })
  )
  onlyPosts(desk, inventory.follow)

  mountListing(
    desk,
    inventory.list,
    Effect.fnUntraced(function* ({ query }) {
      const asked = yield* askedInventory(query, today())
      return { ...asked.head, items: itemLines(asked, query) }
    }),
    { allow: "GET, HEAD, POST", csv: itemsTable }
  )
  mount(
    desk,
    inventory.counts,
    Effect.fnUntraced(function* ({ query }) {
      const { kind, year } = query
      const { book, head, unit } = yield* askedInventory(query, today())
      const targets = yield* (yield* Inventory).targets()
      const kinds = kind === undefined ? allItemKinds : [kind]
      const counts = countsOf(book, { unit, kinds, year, targets })
      const seen = yield* isSeen
      const units = counts.units.filter((row) => row.unit === null || seen(row.unit.id))
      return { ...head, countedOn: countingDay(head.asOf, year), ...counts, units }
    }),
    undefined,
    countsTable
  )
}
