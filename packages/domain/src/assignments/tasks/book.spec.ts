import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, Day, Dong, type Moment } from "../../values/index.ts"
import { UnitId } from "../../units/index.ts"
import type { ClosingFacts } from "../closing/facts.ts"
import { assignment, key, recorded, recording, testPlan, to } from "../testing/tasks.ts"
import { bookOn } from "./book.ts"
import type { TaskEvent } from "./event.ts"
import { timelinessOn } from "./timeliness.ts"

const day = Day.make
const plan = testPlan([
  assignment("1", { lead: null }),
  assignment("1.a", { parentNo: "1", due: day("2025-03-31") }),
  assignment("1.b", { parentNo: "1", due: day("2025-04-30") }),
  assignment("2", { due: day("2025-05-31") }),
  assignment("2.a", { parentNo: "2", lead: "UBND các huyện", due: day("2025-05-15") })
])
const at = (events: ReadonlyArray<TaskEvent>, on = "2025-04-15", knownAt: Moment | null = null) => {
  const { byKey } = bookOn(plan, { events, day: day(on), knownAt, facts: null })
  return (no: string) => byKey.get(key(no))
}
const done = (no: string, on: string) => [recording(no, on, to("submitted")), recording(no, on, to("accepted"))]

describe("a task with parts", () => {
  it("is what its parts are, where it is a heading", () => {
    const half = at(recorded(...done("1.a", "2025-03-20")))
    expect(half("1")).toMatchObject({ state: "inProgress", childrenDone: 1, childrenCount: 2, due: "2025-04-30" })
    const both = at(recorded(...done("1.a", "2025-03-20"), ...done("1.b", "2025-04-10")))
    expect(both("1")).toMatchObject({ state: "accepted", by: "children", timeliness: "done", acceptedOn: "2025-04-10" })
    const one = at(recorded(...done("1.a", "2025-03-20"), recording("1.b", "2025-04-10", to("cancelled", "gộp"))))
    expect(one("1")).toMatchObject({ state: "accepted", childrenCount: 1 })
  })

  it("with work of its own is accepted only when all parts are, and goes on when one is opened again", () => {
    const parts = [...done("2.a@313", "2025-04-01"), ...done("2.a@318", "2025-04-02")]
    expect(at(recorded(...parts))("2")).toMatchObject({ state: "notStarted", waitsFor: [] })
    const all = at(recorded(...parts, ...done("2", "2025-04-05")))
    expect(all("2")?.state).toBe("accepted")
    const opened = at(
      recorded(...parts, ...done("2", "2025-04-05"), recording("2.a@318", "2025-04-06", to("returned", "sai")))
    )
    expect(opened("2")).toMatchObject({ state: "inProgress", by: "children", waitsFor: [key("2.a")] })
  })
})

describe("late", () => {
  it("is counted to the day on which it was handed in, not to its acceptance", () => {
    const events = recorded(
      recording("1.a", "2025-03-31", to("submitted")),
      recording("1.a", "2025-04-10", to("accepted"))
    )
    expect(at(events)("1.a")).toMatchObject({ timeliness: "done", lateDays: 0 })
    const late = recorded(
      recording("1.a", "2025-04-03", to("submitted")),
      recording("1.a", "2025-04-10", to("accepted"))
    )
    expect(at(late)("1.a")).toMatchObject({ timeliness: "doneLate", lateDays: 3 })
    expect(at(late, "2025-04-05")("1.a")).toMatchObject({ timeliness: "awaiting", lateDays: 3 })
    expect(at(late, "2025-04-02")("1.a")).toMatchObject({ timeliness: "overdue", lateDays: 2 })
  })

  it("forgets what was handed in once it was returned", () => {
    const back = recorded(
      recording("1.a", "2025-03-20", to("submitted")),
      recording("1.a", "2025-03-25", to("returned", "thiếu")),
      recording("1.a", "2025-04-02", to("submitted"))
    )
    expect(at(back, "2025-03-28")("1.a")).toMatchObject({ state: "returned", timeliness: "dueSoon", submittedOn: null })
    expect(at(back)("1.a")).toMatchObject({ timeliness: "awaiting", submittedOn: "2025-04-02", lateDays: 2 })
  })

  it("begins the day after the due day", () => {
    const told = (on: string) =>
      timelinessOn({ state: "inProgress", start: null, due: day("2025-03-31"), submittedOn: null }, day(on)).timeliness
    expect(["2025-03-16", "2025-03-17", "2025-03-31", "2025-04-01"].map(told)).toEqual([
      "open",
      "dueSoon",
      "dueSoon",
      "overdue"
    ])
  })
})

const debtOf = (amounts: Readonly<Record<number, number | null>>): ClosingFacts => ({
  money: () => null,
  overdueDebt: (unit) => {
    const amount = amounts[unit] ?? null
    return amount === null ? null : Dong.make(amount)
  },
  batch: () => null,
  verdict: () => null,
  holds: () => null,
  states: () => false,
  approvals: () => null,
  registered: () => null
})

describe("a closing condition", () => {
  const closed = testPlan([assignment("1", { lead: "UBND các huyện", due: day("2025-03-31") })], {
    closing: [{ no: "1", condition: { _tag: "noOverdueDebt", of: "own" } }]
  })
  const state = (facts: ClosingFacts | null, events: ReadonlyArray<TaskEvent> = []) => {
    const { byKey } = bookOn(closed, { events, day: day("2025-04-15"), knownAt: null, facts })
    return ["1@313", "1@318", "1"].map((no) => `${byKey.get(key(no))?.state} ${byKey.get(key(no))?.by}`)
  }
  const [anLao, island] = [UnitId.make(2), UnitId.make(3)]

  it("closes a task on the evidence, each unit's on its own", () => {
    expect(state(debtOf({ [anLao]: 0, [island]: 5_000_000 }))).toEqual([
      "accepted evidence",
      "notStarted nothing",
      "inProgress children"
    ])
    expect(state(debtOf({ [anLao]: 0, [island]: 0 }))[2]).toBe("accepted children")
  })

  it("opens it again when the facts fall back, whatever was accepted", () => {
    const accepted = recorded(...done("1@313", "2025-03-20"))
    expect(state(debtOf({ [anLao]: 1, [island]: 0 }), accepted)[0]).toBe("inProgress evidence")
    expect(state(debtOf({ [anLao]: 0, [island]: 0 }), accepted)[0]).toBe("accepted events")
  })

  it("never closes on what is not known, and is not looked at without facts", () => {
    expect(state(debtOf({ [anLao]: null }))[0]).toBe("notStarted nothing")
    expect(state(null, recorded(...done("1@313", "2025-03-20")))[0]).toBe("accepted events")
  })
})

describe("the law of a day", () => {
  const steps = fc.array(
    fc.record({
      no: fc.constantFrom("1.a", "1.b", "2", "2.a@313"),
      days: fc.integer({ min: 0, max: 90 }),
      state: fc.constantFrom("inProgress", "submitted", "accepted", "returned", "cancelled")
    }),
    { maxLength: 30 }
  )
  const journal = (
    all: ReadonlyArray<{
      no: string
      days: number
      state: "inProgress" | "submitted" | "accepted" | "returned" | "cancelled"
    }>
  ) =>
    recorded(
      ...all
        .toSorted((a, b) => a.days - b.days)
        .map(({ days, no, state }) => recording(no, addDays(day("2025-02-01"), days), to(state)))
    )

  it("is that what stood on it does not change, whatever is recorded of later days or later at all", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 90 }), fc.nat(), (all, on, cut) => {
        const events = journal(all)
        const asked = addDays(day("2025-02-01"), on)
        const view = (some: ReadonlyArray<TaskEvent>, knownAt: Moment | null) =>
          bookOn(plan, { events: some, day: asked, knownAt, facts: null }).standings
        expect(view(events, null)).toEqual(
          view(
            events.filter((event) => event.day <= asked),
            null
          )
        )
        const last = events[cut % Math.max(1, events.length)]
        if (last === undefined) return
        const known = events.filter(({ id }) => id <= last.id)
        expect(view(events, last.recordedAt)).toEqual(view(known, null))
      })
    )
  })
})
