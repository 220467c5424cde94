import { makeClient } from "@ntm/contract"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import type { Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { taskAnswers, taskKey } from "../testing/tasks-sample.ts"
import { readTasksAgain, tasksFailed, tasksLoaded } from "./tasks-arriving.ts"
import { tasksLines } from "./tasks-lines.ts"
import { readTasks, type TasksRead } from "./tasks-reads.ts"
import { type Frame, noTasks, type TasksState } from "./tasks-state.ts"
import { showTasks, stepTasks } from "./tasks-step.ts"
import { tasksWanted } from "./tasks-wanted.ts"

const frame: Frame = { width: 110, height: 20, lang: "vi" }
const problem = { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 }

const asked: Array<string> = []
const client = makeClient((url) => {
  const address = decodeURIComponent(url.replace("/api/v1", ""))
  asked.push(address)
  const { due, list, load, one, timeline } = taskAnswers
  const answers = new Map<string, object>([
    ["/tasks", list],
    ["/tasks/due", due],
    ["/tasks/load", load],
    ["/tasks/one", one],
    ["/tasks/timeline", timeline]
  ])
  return Response.json(answers.get(address.split("?")[0] ?? "") ?? problem)
}, "")

/** The tab once everything that it wants has come, and what that was. */
const read = async (
  tasks: TasksState
): Promise<{ readonly tasks: TasksState; readonly questions: ReadonlyArray<string> }> => {
  asked.length = 0
  let now = tasks
  for (let wanted = tasksWanted(now); wanted.length > 0; wanted = tasksWanted(now))
    for (const one of wanted) now = tasksLoaded(now, one, await readTasks(client, one, AbortSignal.timeout(1000)))
  return { tasks: now, questions: [...asked] }
}
const pressed = (tasks: TasksState, ...presses: ReadonlyArray<string>): TasksState =>
  presses.reduce((now, press) => {
    const event: Press =
      press === "enter" || press === "escape" || press === "down" || press === "end"
        ? { _tag: "Key", key: press }
        : { _tag: "Typed", text: press }
    return stepTasks(now, event, frame)
  }, tasks)
const drawn = (tasks: TasksState, of: Frame = frame): ReadonlyArray<string> =>
  tasksLines(tasks, of).map((line) => plain(line).trimEnd())

describe("tasks behind the tab of assignments", () => {
  it("ask for nothing while what is printed is on show, then for what is due", async () => {
    expect(tasksWanted({ ...noTasks, view: { _tag: "List" } })).toHaveLength(1)
    const { questions, tasks } = await read(showTasks(noTasks))
    expect(questions).toEqual(["/tasks/due"])
    const lines = drawn(tasks)
    expect(lines[0]).toMatch(/^Quá hạn và đến hạn trong 14 ngày +1\/4$/)
    expect(lines[2]).toMatch(/^20\/04\/2025 +quá 61 ngày +1\.2\.a@313 +Báo cáo của từng huyện/)
    expect(lines.at(-1)).toBe("61/KH-UBND · Báo cáo của từng huyện về Chương trình · huyện An Lão")
  })

  it("lead from who owes how many to what that one owes, and back step by step", async () => {
    const due = (await read(showTasks(noTasks))).tasks
    const load = await read(pressed(due, "t", "t"))
    expect(load.questions).toEqual(["/tasks/load"])
    expect(drawn(load.tasks)[2]).toMatch(/^Sở Nông nghiệp và Môi trường +4 +81 ngày +2 +35 +25\/06\/2025$/)
    const owed = await read(pressed(load.tasks, "enter"))
    expect(owed.questions).toEqual(["/tasks?agency=hp-so-nnmt&sort=due&limit=1000"])
    expect(drawn(owed.tasks)[0]).toMatch(/^Mọi nhiệm vụ.* · Sở Nông nghiệp và Môi trường +1\/6$/)
    const back = await read(pressed(owed.tasks, "escape"))
    expect(back.questions).toEqual(["/tasks/load"])
    expect((await read(pressed(back.tasks, "escape"))).questions).toEqual(["/tasks/due"])
  })

  it("open a task, the next one, and the timeline of its document", async () => {
    const due = (await read(showTasks(noTasks))).tasks
    const page = await read(pressed(due, "end", "enter"))
    expect(page.questions).toEqual([`/tasks/one?task=${taskKey("6")}`])
    expect(drawn(page.tasks)[0]).toBe("6. Chốt hồ sơ và gửi Trung ương")
    expect((await read(pressed(page.tasks, "p"))).questions).toEqual([`/tasks/one?task=${taskKey("4")}`])
    const timeline = await read(pressed(page.tasks, "escape", "i"))
    expect(timeline.questions).toEqual(["/tasks/timeline?document=kh-61-2025-haiphong"])
    expect(drawn(timeline.tasks)).toContain("Đường găng")
  })

  it("search among all tasks, as of another day; a day that does not exist is told", async () => {
    const due = (await read(showTasks(noTasks))).tasks
    const found = await read(pressed(due, "/", "b", "a", "o"))
    expect(found.questions).toEqual(["/tasks?q=bao&sort=due&limit=1000"])
    const wrong = pressed(found.tasks, "enter", "d", ..."31/6/2025", "enter")
    expect(drawn(wrong).at(-1)).toContain("Ngày: 31/6/2025")
    expect(wrong.view).toMatchObject({ _tag: "Day", problem: { vi: expect.any(String) } })
    const dated = pressed(found.tasks, "enter", "d", ..."20/6/2025", "enter")
    expect(dated.spot.asOf).toBe(Day.make("2025-06-20"))
    expect((await read(dated)).questions).toEqual(["/tasks?as_of=2025-06-20&q=bao&sort=due&limit=1000"])
  })

  it("drop an answer that is no longer wanted; keep the list on show when a question fails, and ask again on r", async () => {
    const due = (await read(showTasks(noTasks))).tasks
    const gone = pressed(due, "t")
    const [late] = tasksWanted(gone)
    const later = pressed(gone, "t")
    const answer = { _tag: "Arrived", spot: gone.spot, list: { asOf: "2025-06-20", rows: [], more: false } } as const
    expect(tasksLoaded(later, late as TasksRead, answer)).toBe(later)
    const [wanted] = tasksWanted(later)
    const failed = tasksFailed(later, wanted as TasksRead, problem)
    expect(drawn(failed).at(-1)).toBe("Hỏng")
    expect(tasksWanted(failed)).toEqual([])
    expect(tasksWanted(readTasksAgain(failed))).toHaveLength(1)
  })

  it("fit into every window", async () => {
    const due = (await read(showTasks(noTasks))).tasks
    const load = (await read(pressed(due, "t", "t"))).tasks
    for (const of of [frame, { ...frame, width: 78, height: 19 }, { ...frame, width: 38, height: 7 }])
      for (const tasks of [due, load]) {
        const lines = tasksLines(tasks, of)
        expect(lines).toHaveLength(of.height)
        for (const line of lines) expect(width(plain(line).trimEnd())).toBeLessThanOrEqual(of.width)
      }
  })
})
