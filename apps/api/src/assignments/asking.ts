import {
  agencyCalled,
  type AgencyId,
  tasksSeen,
  type TaskStanding,
  tasksOf,
  unitWritten
} from "@ntm/domain/assignments"
import type { DocumentId } from "@ntm/domain/documents"
import { unitByCode, type UnitCode, UnitNotFound } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { refused } from "../assessments/asking.ts"
import type { KeptTasks, TasksOf } from "./tasks-book.ts"
import { Asks } from "../people/asks.ts"

/** Of which tasks, as of when: as questions about tasks may say. */
export interface TasksQuery {
  readonly as_of?: Day
  readonly known_at?: Moment
  readonly document?: DocumentId
  readonly unit?: UnitCode
  readonly agency?: AgencyId
  readonly role?: "lead" | "any"
}

/** Tasks that answer a question, out of the book of its day. */
export interface AskedTasks extends KeptTasks {
  readonly chosen: ReadonlyArray<TaskStanding>
  /** Whose tasks are meant, as a heading names them; null for all. */
  readonly whose: string | null
  /** What an answer says of itself. */
  readonly head: { readonly asOf: Day; readonly knownAt: Moment | null }
}

/** Tasks that are theirs to see who asks: of a document, of who leads them or has to do with them. Headings are left out where somebody's are asked for. */
export const askedTasks = Effect.fnUntraced(function* (
  tasksOn: TasksOf,
  { agency, as_of, document, known_at, role, unit: code }: TasksQuery,
  today: Day,
  until?: Day
) {
  const asOf = as_of ?? today
  const only = yield* existing(document)
  const kept = yield* tasksOn({ asOf, knownAt: known_at ?? null, ...(until === undefined ? {} : { until }) })
  const { book } = kept
  const [reading] = book.plan.readings.values()
  const unit = code === undefined || reading === undefined ? null : unitByCode(reading.chronicle.register, code, asOf)
  if (unit === undefined && code !== undefined) return yield* new UnitNotFound({ code, asOf })
  const asked = agency === undefined ? null : reading?.directory.byId.get(agency)
  if (asked === undefined)
    return yield* refused("agency", { vi: `không có cơ quan “${agency}”`, en: `there is no agency “${agency}”` })
  const ids = [
    ...(unit === null || unit === undefined ? [] : [`unit:${unit.code}`]),
    ...(asked === null ? [] : [`agency:${asked.id}`])
  ]
  const owed = ids.map((id) => new Set(tasksOf(book, id, role)))
  const names = [
    ...(unit === null || unit === undefined ? [] : [unitWritten(unit)]),
    ...(asked === null ? [] : [agencyCalled(asked, asOf)])
  ]
  const access = yield* Asks
  const seen = access === null ? book.standings : tasksSeen(book, access)
  const answer: AskedTasks = {
    ...kept,
    chosen: seen.filter(
      (standing) => (only === null || standing.task.document === only) && owed.every((tasks) => tasks.has(standing))
    ),
    whose: names.length === 0 ? null : names.join(", "),
    head: { asOf, knownAt: kept.knownAt }
  }
  return answer
})

/** Those of a list that are among the tasks chosen. */
export const among = (
  standings: ReadonlyArray<TaskStanding>,
  { chosen }: Pick<AskedTasks, "chosen">
): ReadonlyArray<TaskStanding> => {
  const wanted = new Set(chosen)
  return standings.filter((standing) => wanted.has(standing))
}
