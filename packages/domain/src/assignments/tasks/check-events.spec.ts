import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Actor } from "../../criteria/index.ts"
import { UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { assignment, building, key, office, recorded, recording, testPlan, to } from "../testing/tasks.ts"
import { bookOn } from "./book.ts"
import { checkTaskEvents } from "./check-events.ts"
import type { TaskEventRecording, TaskState } from "./event.ts"
import type { TaskKey } from "./task-key.ts"
import { taskWorkflow } from "./workflow.ts"

const day = Day.make
const plan = testPlan([
  assignment("1", {
    start: day("2025-02-01"),
    due: day("2025-03-31"),
    coordinating: ["Sở Nông nghiệp và Phát triển nông thôn"]
  }),
  assignment("2", { lead: "UBND các huyện", due: day("2025-03-31") }),
  assignment("3", { lead: null }),
  assignment("3.a", { parentNo: "3" })
])
const checking = (actor: Actor, events: ReadonlyArray<TaskEventRecording> = []) => ({
  plan,
  events: recorded(...events),
  actor,
  closedByEvidence: new Set<TaskKey>(),
  today: day("2025-04-15")
})
const problems = (
  actor: Actor,
  batch: ReadonlyArray<TaskEventRecording>,
  before: ReadonlyArray<TaskEventRecording> = []
) => checkTaskEvents(batch, checking(actor, before))?.problems.map(({ field, kind, row }) => [row, field, kind]) ?? []

const begun = recording("1", "2025-02-03", to("inProgress"))
const handedIn = recording("1", "2025-03-20", to("submitted"))

describe("events of a task", () => {
  it("go on from what went before, in the same batch or earlier ones", () => {
    expect(problems(building, [begun, handedIn])).toEqual([])
    const back = recording("1", "2025-03-21", to("inProgress", "sai số liệu"))
    expect(problems(building, [handedIn, back, recording("1", "2025-03-22", to("submitted"))])).toEqual([])
    expect(problems(building, [handedIn, recording("1", "2025-03-22", to("submitted"))])).toEqual([
      [1, "body.to", "noSuchMove"]
    ])
    expect(problems(office, [recording("1", "2025-04-01", to("accepted"))], [begun, handedIn])).toEqual([])
    expect(problems(office, [recording("1", "2025-04-01", to("accepted"))], [begun])).toEqual([
      [0, "body.to", "noSuchMove"]
    ])
  })

  it("say what may be done instead, in both languages", () => {
    const refused = checkTaskEvents([recording("1", "2025-02-03", to("accepted"))], checking(office))
    expect(refused?.problems[0]).toMatchObject({
      sentence: {
        vi: "Nhiệm vụ chưa bắt đầu không chuyển thẳng sang “đã nghiệm thu”",
        en: "A task that is not started does not become accepted"
      },
      next: { vi: "Bước tiếp theo có thể là: đang thực hiện, đã nộp, đã hủy" }
    })
  })

  it("are the lead's: others may not begin it, the office may in its place and says why", () => {
    const other: Actor = { ...building, agency: "Sở Nông nghiệp và Môi trường" }
    expect(problems(other, [begun])).toEqual([[0, null, "notAllowed"]])
    expect(problems(office, [begun])).toEqual([[0, "body.reason", "reasonMissing"]])
    expect(problems(office, [recording("1", "2025-02-03", to("inProgress", "Sở có công văn"))])).toEqual([])
    expect(problems(building, [recording("1", "2025-03-21", to("accepted"))], [handedIn])).toEqual([
      [0, null, "notAllowed"]
    ])
  })

  it("of a unit are its officer's, within his scope", () => {
    const officer: Actor = { name: "Cán bộ", role: "districtOffice", scope: [UnitId.make(2)], agency: null }
    expect(problems(officer, [recording("2@313", "2025-02-03", to("inProgress"))])).toEqual([])
    expect(problems(officer, [recording("2@318", "2025-02-03", to("inProgress"))])).toEqual([[0, null, "notAllowed"]])
    const communes: Actor = { ...officer, role: "communeOfficer", scope: [UnitId.make(4)] }
    // Districts ended on 30 June: then the communes on the ground answer.
    const late = { ...checking(communes), today: day("2025-07-15") }
    expect(checkTaskEvents([recording("2@313", "2025-07-02", to("submitted"))], late)).toBeNull()
  })

  it("are notes of whoever takes part, under whatever name it stands now", () => {
    const helper: Actor = { ...building, agency: "Sở Nông nghiệp và Môi trường" }
    const note = { _tag: "note", text: "Đã gửi số liệu" } as const
    expect(problems(helper, [recording("1", "2025-03-05", note)])).toEqual([])
    expect(problems({ ...building, agency: "Sở Y tế" }, [recording("1", "2025-03-05", note)])).toEqual([
      [0, null, "notAllowed"]
    ])
  })

  it("are recorded of the parts, not of what they are parts of", () => {
    expect(problems(office, [recording("2", "2025-02-03", to("cancelled", "thôi"))])).toEqual([
      [0, "task", "sharedTask"]
    ])
    expect(problems(office, [recording("3", "2025-02-03", to("cancelled", "thôi"))])).toEqual([
      [0, "task", "sharedTask"]
    ])
    expect(problems(office, [recording("9", "2025-02-03", to("cancelled", "thôi"))])).toEqual([
      [0, "task", "unknownTask"]
    ])
  })

  it("are of days that came, after the task was given, and not before what was recorded last", () => {
    expect(problems(building, [recording("1", "2025-04-16", to("inProgress"))])).toEqual([[0, "day", "futureDay"]])
    expect(problems(building, [recording("1", "2025-01-09", to("inProgress"))])).toEqual([[0, "day", "dayBeforeTask"]])
    expect(problems(building, [recording("1", "2025-02-02", to("submitted"))], [begun])).toEqual([
      [0, "day", "dayBack"]
    ])
    expect(problems(building, [begun, begun])).toEqual([[1, null, "duplicate"]])
  })

  it("are all told at once, by row", () => {
    const batch = [recording("9", "2025-02-03", to("inProgress")), begun, recording("1", "2025-04-16", to("submitted"))]
    expect(problems(building, batch)).toEqual([
      [0, "task", "unknownTask"],
      [2, "day", "futureDay"]
    ])
  })
})

describe("putting off a due day", () => {
  const extend = (before: string | null, after: string, reason: string | null = "Chờ Trung ương") =>
    recording("1", "2025-03-25", {
      _tag: "extended",
      before: before === null ? null : day(before),
      after: day(after),
      reason
    })

  it("is the office's, with a reason, and keeps the day before", () => {
    expect(problems(building, [extend("2025-03-31", "2025-04-30")])).toEqual([[0, null, "notAllowed"]])
    expect(problems(office, [extend("2025-03-31", "2025-04-30", " ")])).toEqual([[0, "body.reason", "reasonMissing"]])
    expect(problems(office, [extend("2025-03-31", "2025-04-30")])).toEqual([])
    const events = recorded(extend("2025-03-31", "2025-04-30"))
    const on = (text: string) =>
      bookOn(plan, { events, day: day(text), knownAt: null, facts: null }).byKey.get(key("1"))
    expect(on("2025-04-10")).toMatchObject({
      due: "2025-04-30",
      dueStated: "2025-03-31",
      timeliness: "open",
      extensions: [{ before: "2025-03-31", after: "2025-04-30", reason: "Chờ Trung ương" }]
    })
    // As of a day before it was put off nothing of it shows.
    expect(on("2025-03-24")).toMatchObject({ due: "2025-03-31", extensions: [] })
  })

  it("is refused with who made the task what it is, and when, unless that was the batch itself", () => {
    const told = (batch: ReadonlyArray<TaskEventRecording>, before: ReadonlyArray<TaskEventRecording> = []) =>
      checkTaskEvents(batch, checking(office, before))?.problems.map(({ sentence }) => sentence) ?? []
    const by = "do Văn phòng ghi lúc 01/02/2025 07:00"
    const accepted = [handedIn, recording("1", "2025-03-21", to("accepted"))]
    const putOff = extend("2025-03-31", "2025-04-30")
    expect(told([putOff], accepted)[0]).toEqual({
      vi: `Nhiệm vụ đã nghiệm thu (${by}), không gia hạn`,
      en: "The task is accepted (recorded by Văn phòng at 2025-02-01T00:00:01Z): nothing to put off"
    })
    expect(told([recording("1", "2025-03-22", to("submitted"))], accepted)[0]?.vi).toContain(`đã nghiệm thu (${by})`)
    expect(told([recording("1", "2025-03-01", to("accepted"))], [handedIn])[0]?.vi).toContain(`20/03/2025 (${by})`)
    expect(told([putOff], [putOff])[0]?.vi).toBe(`Nhiệm vụ đang có hạn 30/04/2025 (${by})`)
    const inPlace = recording("1", "2025-03-20", to("submitted", "thay chủ trì"))
    expect(told([inPlace, recording("1", "2025-03-21", to("accepted")), putOff])[0]?.vi).toBe(
      "Nhiệm vụ đã nghiệm thu, không gia hạn"
    )
  })

  it("starts from the due day that there is, to another one that is not before the start", () => {
    expect(problems(office, [extend("2025-03-30", "2025-04-30")])).toEqual([[0, "body.before", "dueBeforeDiffers"]])
    expect(problems(office, [extend("2025-03-31", "2025-03-31")])).toEqual([[0, "body.after", "dueNotMoved"]])
    expect(problems(office, [extend("2025-03-31", "2025-01-31")])).toEqual([[0, "body.after", "dueBeforeStart"]])
    const accepted = [handedIn, recording("1", "2025-03-21", to("accepted"))]
    expect(problems(office, [extend("2025-03-31", "2025-04-30")], accepted)).toEqual([[0, null, "alreadyClosed"]])
  })
})

const states = ["notStarted", "inProgress", "submitted", "accepted", "returned", "cancelled"] as const
const attempts = fc.array(
  fc.record({
    actor: fc.constantFrom(building, office),
    to: fc.constantFrom<TaskState>(...states),
    reason: fc.constantFrom(null, "có lý do")
  }),
  { maxLength: 14 }
)

describe("the law of states", () => {
  it("is that none is reached except by a row of the workflow", () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const journal: Array<TaskEventRecording> = []
        let state: TaskState = "notStarted"
        for (const { actor, reason, to: next } of tried) {
          const event = recording("1", "2025-03-01", to(next, reason === null ? null : `${reason} ${journal.length}`))
          const refused = checkTaskEvents([event], checking(actor, journal))
          const rule = taskWorkflow.find((one) => one.to === next && one.from.includes(state))
          const asOther = rule?.who === "lead" && actor === office
          const may = rule !== undefined && (asOther || (rule.who === "lead") === (actor === building))
          const told = reason !== null || (rule !== undefined && !rule.withReason && !asOther)
          expect(refused === null).toBe(may && told)
          if (refused !== null) continue
          journal.push(event)
          state = next
        }
        const book = bookOn(plan, { events: recorded(...journal), day: day("2025-03-01"), knownAt: null, facts: null })
        expect(book.byKey.get(key("1"))?.state).toBe(state)
      })
    )
  })
})
