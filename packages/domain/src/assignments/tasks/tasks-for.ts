import { type Access, hasUnits, type HeldGrant } from "../../people/index.ts"
import { agencyHolders } from "../agencies/directory.ts"
import { isCalled } from "./acting.ts"
import type { TaskBook } from "./book.ts"
import { isOwed, tasksOf } from "./load-of.ts"
import type { TaskKey } from "./task-key.ts"
import type { TaskStanding } from "./standing.ts"

/** What one grant makes somebody's: of the agency that it names, else of the units that it reaches. */
const ofGrant = (
  book: TaskBook,
  { grant, sees }: Pick<HeldGrant, "grant" | "sees">,
  role: "lead" | "any"
): ReadonlyArray<TaskStanding> => {
  const { agency } = grant
  if (agency !== null)
    return [...book.plan.readings.values()].flatMap(({ directory }) =>
      directory.agencies
        .filter((one) => isCalled(one, agency))
        .flatMap((one) => agencyHolders(directory, one.id, book.day))
        .flatMap(({ id }) => tasksOf(book, `agency:${id}`, role))
    )
  if (sees === "all") return book.standings.filter(isOwed)
  return book.standings.filter(
    (standing) =>
      isOwed(standing) &&
      [...standing.holders, ...(role === "any" ? standing.coHolders : [])].some(
        (holder) => holder._tag === "unit" && sees.has(holder.unit.id)
      )
  )
}

/**
 * The tasks that concern somebody by what they were given, in the order of the plan.
 *
 * **Details** A grant for an agency brings what the agency owes, under any name that it ever bore, or whoever took over from it; one for units
 * what these owe with everything below them; one for all units everything. `any`: what they co-ordinate too.
 */
export const tasksFor = (
  book: TaskBook,
  grants: ReadonlyArray<Pick<HeldGrant, "grant" | "sees">>,
  role: "lead" | "any" = "lead"
): ReadonlyArray<TaskStanding> => {
  const wanted = new Set<TaskKey>(grants.flatMap((held) => ofGrant(book, held, role).map(({ task }) => task.key)))
  return book.standings.filter(({ task }) => wanted.has(task.key))
}

/**
 * The tasks that are somebody's to see, in the order of the plan.
 *
 * **Details** Whoever sees a province sees all that its documents give, whoever owes it; everybody else what concerns them (`tasksFor`), what
 * they co-ordinate among it.
 */
export const tasksSeen = (
  book: TaskBook,
  { grants, sees }: Pick<Access, "grants" | "sees">
): ReadonlyArray<TaskStanding> => {
  if (sees === "all") return book.standings
  const own = new Set<TaskKey>(tasksFor(book, grants, "any").map(({ task }) => task.key))
  return book.standings.filter(({ task }) => {
    const province = book.plan.readings.get(task.document)?.province.id
    return own.has(task.key) || (province !== undefined && hasUnits(sees, [province]))
  })
}
