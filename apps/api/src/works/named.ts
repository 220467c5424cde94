import type { WorkId } from "@ntm/domain/funding"
import { Reorganisations } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { workFinder, Works, type WorksJournal } from "@ntm/domain/works"
import { Effect } from "effect"
import { namedIn } from "../http/things.ts"

/** What was reported of a work by the day, as known then. */
export const reportsOf = (
  { reports }: WorksJournal,
  id: WorkId,
  { asOf, knownAt }: { readonly asOf: Day; readonly knownAt: Moment | null }
) =>
  reports.filter(
    ({ day, recordedAt, work }) => work === id && day <= asOf && (knownAt === null || recordedAt <= knownAt)
  )

/** The works that rows name, by number or by code; what stands for none is for the rules to tell. */
export const worksNamed = Effect.fnUntraced(function* (rows: ReadonlyArray<unknown>, day: Day) {
  const names = namedIn(rows, "work")
  const numbers = names.filter((name) => /^\d+$/.test(name))
  if (numbers.length === names.length) return names.map((id) => ({ id }))
  const { chronicle } = yield* (yield* Reorganisations).register()
  const find = workFinder(chronicle, yield* (yield* Works).journal(null))
  const found = names.flatMap((name) => (numbers.includes(name) ? [name] : (find(name, day)?.id.toString() ?? [])))
  return found.map((id) => ({ id }))
})
