import { ApiProblem, makeClient } from "@ntm/contract"
import { AgencyId, type Assignment } from "@ntm/domain/assignments"
import { taskSamples } from "@ntm/domain/testing"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { assignment, planId } from "../testing/facts.ts"
import { nothingOwed } from "../testing/owed.ts"
import { appInMemory } from "../testing/ports.ts"

const task = (no: string, due: string | null, rest: Partial<Assignment> = {}): Assignment => ({
  ...assignment,
  no,
  title: `Việc ${no}`,
  due: due === null ? null : Day.make(due),
  ...rest
})

/** The clock stands on 2025-04-16. Two communes owe task 4 one by one. */
const { app } = appInMemory({}, undefined, {
  assignments: [
    task("1", null),
    task("2", "2025-04-30", { lead: "Sở Nông nghiệp và Phát triển nông thôn" }),
    task("3", "2025-04-10"),
    task("4", "2025-04-01", { lead: "UBND các xã" })
  ],
  owed: {
    ...nothingOwed,
    agencies: taskSamples.testAgencies,
    calendar: taskSamples.testCalendar,
    taskings: [
      {
        document: planId,
        province: UnitCode.make("31"),
        askedOn: Day.make("2025-03-05"),
        inferred: false,
        note: null,
        dependencies: [{ no: "2", after: ["3"], why: "cần kết quả" }],
        closing: []
      }
    ]
  }
})
const client = makeClient((url, init) => app.request(url, init), "")
const keys = (items: ReadonlyArray<{ readonly key: string }>) => items.map(({ key }) => key.slice(key.indexOf("/") + 1))
const problem = async (asking: Promise<unknown>) => {
  const found: unknown = await asking.then(
    () => null,
    (error: unknown) => error
  )
  return found instanceof ApiProblem ? [found.problem.status, found.problem.detail] : found
}

describe("tasks", () => {
  it("come in the order of their document, with the instances of what several owe", async () => {
    const { items, next, tally } = await client.assignments.tasks({})
    expect(keys(items)).toEqual(["1", "2", "3", "4", "4@11830", "4@11836"])
    expect(next).toBeNull()
    expect(tally).toMatchObject({ noDue: 1, dueSoon: 1, overdue: 3, open: 0 })
    expect(items[4]).toMatchObject({ parent: `${planId}/4`, holders: [{ id: "unit:11830", name: "xã Vĩnh An" }] })
  })

  it("come the most pressing first, or the latest, and say where there are more than were asked for", async () => {
    const due = await client.assignments.tasks({ sort: "due", limit: 3 })
    expect(keys(due.items)).toEqual(["4", "4@11830", "4@11836"])
    expect([due.next !== null, due.tally.overdue]).toEqual([true, 3])
    const late = await client.assignments.tasks({ sort: "late", timeliness: "overdue" })
    expect(late.items.map(({ lateDays }) => lateDays)).toEqual([15, 15, 15, 6])
  })

  it("are found by who owes them, also one that took over, and by words without diacritics", async () => {
    expect(keys((await client.assignments.tasks({ unit: "11836" })).items)).toEqual(["4@11836"])
    expect(keys((await client.assignments.tasks({ agency: "so-nnmt" })).items)).toEqual(["2"])
    expect(keys((await client.assignments.tasks({ q: "vinh an" })).items)).toEqual(["4@11830"])
    expect(await problem(client.assignments.tasks({ unit: "99999" }))).toEqual([404, expect.stringContaining("99999")])
    expect(await problem(client.assignments.tasks({ agency: "khong-co" }))).toEqual([
      422,
      "agency: không có cơ quan “khong-co”"
    ])
  })

  it("are due within the days asked for, and wait for others, which the timeline and the task itself tell", async () => {
    const { due, overdue, within } = await client.assignments.due({ days: 10 })
    expect([within, keys(due), keys(overdue)]).toEqual([10, [], ["4@11830", "4@11836", "3"]])
    expect(keys((await client.assignments.due({})).due)).toEqual(["2"])
    const { waiting } = await client.assignments.task({ task: `${planId}/2` })
    expect(waiting.map(({ line, why }) => [line.no, why])).toEqual([
      ["2", null],
      ["3", "cần kết quả"]
    ])
    const { timeline } = await client.assignments.timeline({ document: planId })
    expect(keys(timeline.criticalPath.map((key) => ({ key })))).toEqual(["3", "2"])
    expect(await problem(client.assignments.task({ task: `${planId}/9` }))).toEqual([
      404,
      `Chưa có nhiệm vụ “${planId}/9” vào ngày 16/04/2025`
    ])
  })

  it("do not exist before their document, and are recorded by POST alone, row by row", async () => {
    expect((await client.assignments.tasks({ as_of: "2025-03-04" })).items).toEqual([])
    expect((await app.request("/api/v1/tasks/events")).status).toBe(405)
    const refused = await app.request("/api/v1/tasks/events", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows: [{ task: "x", day: "2025-02-30", body: { _tag: "note", text: "a" } }] })
    })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      type: "urn:ntm:problem:tasks-refused",
      errors: expect.arrayContaining([
        expect.objectContaining({ path: "rows[0].task", kind: "form" }),
        expect.objectContaining({ path: "rows[0].day", kind: "form" })
      ])
    })
  })
})

describe("agencies and working days", () => {
  it("tell who stands on the day and who took over what", async () => {
    const { items } = await client.agencies.list({ q: "phat trien" })
    expect(items.map(({ agency, holders, stands }) => [agency.id, stands, holders.map(({ id }) => id)])).toEqual([
      ["so-nn", false, ["so-nnmt"]]
    ])
    const { load, tookOver } = await client.agencies.one({ id: AgencyId.make("so-nnmt") })
    expect([load?.dueSoon, tookOver.map(({ id }) => id)]).toEqual([1, ["so-nn"]])
    expect(await problem(client.agencies.one({ id: "khong-co" }))).toEqual([404, "Không có cơ quan mã “khong-co”"])
  })

  it("refuse days that the calendar does not tell of, for their holidays are not known", async () => {
    const week = await client.agencies.calendar({ from: "2025-04-28", to: "2025-05-04" })
    expect([week.workingDays, week.days.length]).toEqual([3, 2])
    expect(await problem(client.agencies.calendar({ from: "2025-05-04", to: "2025-04-28" }))).toEqual([
      422,
      "to: ngày 28/04/2025 trước ngày bắt đầu 04/05/2025"
    ])
    const beyond = client.agencies.period({ from: "2025-12-20", days: 30 })
    expect(await problem(beyond)).toEqual([422, "days: lịch làm việc có từ 01/01/2025 đến 31/12/2025"])
    expect((await client.agencies.period({ from: "2025-04-15", days: 15 })).end).toBe("2025-05-02")
  })
})
