import { api } from "@ntm/contract"
import {
  Assignments,
  byLateness,
  byPressure,
  dueStateOn,
  dueWithin,
  loadOf,
  Tasks,
  timelineOf,
  waitingChain
} from "@ntm/domain/assignments"
import { addDays, Day } from "@ntm/domain/values"
import { calendarText, taskCalendar } from "@ntm/exchange"
import { Effect } from "effect"
import { existing } from "../documents/routes.ts"
import { TaskNotFound } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { mountFile, saved } from "../http/mount-file.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asThing, namedIn } from "../http/things.ts"
import { todayInVietnam } from "../http/today.ts"
import { among, askedTasks, type TasksQuery } from "./asking.ts"
import { says, tallyOf, taskLine } from "./lines.ts"
import { nextOfTask } from "./next.ts"
import { readTaskRows } from "./rows.ts"
import type { TasksOf } from "./tasks-book.ts"
import type { Acts } from "../people/acting.ts"

/** Days that are looked ahead unless others are asked for. */
const USUAL_DAYS = 14

/**
 * `/assignments` as documents print them; `/tasks`: lists, what is due, one with all that happened, timelines, load, and recording.
 *
 * **Details** Only gathers: every answer comes out of the book of its day and moment, made in the domain. Whoever writes
 * acts as the office of a grant that has leave for all of it (`Acts`).
 */
export const assignmentRoutes = (desk: Desk, tasksOn: TasksOf, acts: Acts): void => {
  const { assignments } = api
  const today = (): Day => todayInVietnam(desk.now())
  const asked = (query: TasksQuery, until?: Day) => askedTasks(tasksOn, query, today(), until)

  mountListing(
    desk,
    assignments.list,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const document = yield* existing(query.document)
      const found = yield* (yield* Assignments).list({ document, query: query.q?.trim() || null })
      return { asOf, items: found.map((assignment) => ({ ...assignment, ...dueStateOn(assignment, asOf) })) }
    })
  )
  mountListing(
    desk,
    assignments.tasks,
    Effect.fnUntraced(function* ({ query }) {
      const answer = yield* asked(query)
      const { q, sort, timeliness } = query
      const found = answer.chosen
        .filter((standing) => timeliness === undefined || standing.timeliness === timeliness)
        .filter(says(q ?? ""))
      const ordered = sort === "due" ? found.toSorted(byPressure) : sort === "late" ? found.toSorted(byLateness) : found
      return { ...answer.head, tally: tallyOf(found), items: ordered.map(taskLine(answer)) }
    })
  )
  mount(
    desk,
    assignments.due,
    Effect.fnUntraced(function* ({ query }) {
      const within = query.days ?? USUAL_DAYS
      const answer = yield* asked(query, addDays(query.as_of ?? today(), within))
      const { due, overdue } = dueWithin(answer.book, within)
      const line = taskLine(answer)
      return {
        ...answer.head,
        within,
        overdue: among(overdue, answer).map(line),
        due: among(due, answer).map(line)
      }
    })
  )
  mount(
    desk,
    assignments.task,
    asThing(
      desk,
      assignments.task,
      Effect.fnUntraced(function* ({ query }) {
        const answer = yield* asked(query)
        const { book, events, head, taskings } = answer
        const standing = book.byKey.get(query.task)
        if (standing === undefined || !answer.chosen.includes(standing))
          return yield* new TaskNotFound({ key: query.task, asOf: head.asOf })
        const { task } = standing
        const line = taskLine(answer)
        const lineOf = (key: typeof task.key) => {
          const found = book.byKey.get(key)
          return found === undefined ? [] : [line(found)]
        }
        const own = events.filter(
          (event) =>
            event.task === task.key &&
            event.day <= head.asOf &&
            (head.knownAt === null || event.recordedAt <= head.knownAt)
        )
        return {
          ...head,
          standing,
          next: yield* nextOfTask(acts, answer.plan, task, own, head.asOf),
          tasking: taskings.find(({ document }) => document === task.document) ?? null,
          condition: task.closing,
          events: own,
          children: task.children.flatMap(lineOf),
          waiting: waitingChain(book, task.key).flatMap((link) =>
            lineOf(link.task).map((own) => ({ ...link, line: own }))
          )
        }
      }),
      ({ events, standing: { task } }) => [task, events]
    )
  )
  mountListing(
    desk,
    assignments.timeline,
    Effect.fnUntraced(function* ({ query }) {
      const answer = yield* asked(query)
      return {
        ...answer.head,
        timeline: timelineOf(answer.book, query.document),
        items: answer.chosen.map(taskLine(answer))
      }
    })
  )
  mountListing(
    desk,
    assignments.load,
    Effect.fnUntraced(function* ({ query }) {
      const { book, chosen, head } = yield* asked(query)
      return { ...head, items: loadOf(book, chosen) }
    })
  )
  mountFile(
    desk,
    assignments.calendar,
    Effect.fnUntraced(function* ({ query }) {
      const year = Number((query.as_of ?? today()).slice(0, 4))
      const { chosen, events, labels, whose } = yield* asked(query, Day.make(`${year + 1}-12-31`))
      const calendar = taskCalendar({ whose, standings: chosen, events, labels, lang: query.lang ?? "vi" })
      const content = new TextEncoder().encode(calendarText(calendar))
      return { name: `${calendar.name.replaceAll(":", " –")}.ics`, mediaType: "text/calendar; charset=utf-8", content }
    }),
    saved
  )
  receive(
    desk,
    assignments.record,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readTaskRows(body.rows)
      const { book, plan } = yield* tasksOn({ asOf: today(), knownAt: null })
      const closed = book.standings.filter(({ by, state }) => by === "evidence" && state === "accepted")
      const closedByEvidence = new Set(closed.map(({ task }) => task.key))
      const { ids, recordedAt } = yield* (yield* Tasks).record(rows, {
        actor: yield* acts("tasks.report"),
        plan,
        closedByEvidence
      })
      return { recordedAt, items: ids.map((id, row) => ({ row, id })) }
    }),
    ({ body }) => namedIn(body.rows, "task").map((task) => ({ task }))
  )
  onlyPosts(desk, assignments.record)
}
