import { describe, expect, it } from "vitest"
import type { Actor } from "../../criteria/index.ts"
import { Day } from "../../values/index.ts"
import { assignment, building, key, office, recorded, recording, testPlan, to } from "../testing/tasks.ts"
import { actingAs } from "./acting.ts"
import { checkTaskEvents } from "./check-events.ts"
import type { TaskEventBody, TaskEventRecording, TaskState } from "./event.ts"
import { historyOfTask } from "./history.ts"
import { taskNext } from "./next.ts"
import type { TaskKey } from "./task-key.ts"

const today = Day.make("2025-04-15")
const plan = testPlan([
  assignment("1", { start: Day.make("2025-02-01"), due: Day.make("2025-03-31") }),
  assignment("2", { lead: "UBND các huyện", due: Day.make("2025-03-31") })
])
const others: Actor = { ...building, agency: "Sở Y tế" }
const states: ReadonlyArray<TaskState> = ["notStarted", "inProgress", "submitted", "accepted", "returned", "cancelled"]
/** Events by which a task comes to a state. */
const paths: Readonly<Record<TaskState, ReadonlyArray<TaskState>>> = {
  notStarted: [],
  inProgress: ["inProgress"],
  submitted: ["submitted"],
  accepted: ["submitted", "accepted"],
  returned: ["submitted", "returned"],
  cancelled: ["cancelled"]
}

describe("what may be recorded of a task next", () => {
  it.each(states.flatMap((state) => [building, office, others].map((actor) => ({ state, actor }))))(
    "in $state, for $actor.name of $actor.agency, is what is taken, and nothing else is",
    ({ actor, state }) => {
      for (const no of ["1", "2"]) {
        const task = plan.byKey.get(key(no))
        const reading = task === undefined ? undefined : plan.readings.get(task.document)
        if (task === undefined || reading === undefined) throw new Error("no such task")
        const before = recorded(...paths[state].map((one) => recording(no, "2025-03-01", to(one, "vì thế"))))
        const { due } = historyOfTask(task, before)
        const offered = taskNext(
          task,
          task.children.length > 0 ? "notStarted" : state,
          actingAs(actor, task, reading, today)
        )
        const taken = (body: TaskEventBody): boolean => {
          const row: TaskEventRecording = recording(no, "2025-04-01", body)
          const checking = { plan, events: before, actor, closedByEvidence: new Set<TaskKey>(), today }
          return checkTaskEvents([row], checking) === null
        }
        for (const next of states) {
          const move = offered.find((one) => one._tag === "moved" && one.to === next)
          expect(taken(to(next, "vì thế")), `${no} ${next}`).toBe(move !== undefined)
          if (move?._tag === "moved") expect(taken(to(next)), `${no} ${next}`).toBe(!move.withReason)
        }
        const has = (tag: string) => offered.some(({ _tag }) => _tag === tag)
        expect(taken({ _tag: "note", text: "đang làm" })).toBe(has("note"))
        expect(taken({ _tag: "extended", before: due, after: Day.make("2025-12-31"), reason: "vì thế" })).toBe(
          has("extended")
        )
      }
    }
  )
})
