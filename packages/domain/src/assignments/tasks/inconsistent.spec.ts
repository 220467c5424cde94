import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UnitCode, UnitId } from "../../units/index.ts"
import { addDays, Day } from "../../values/index.ts"
import { agencyDirectory } from "../agencies/directory.ts"
import {
  assignment,
  key,
  recorded,
  recording,
  testAgencies,
  testChronicle,
  testDocument,
  testPlan,
  to
} from "../testing/tasks.ts"
import type { Assignment } from "../assignment.ts"
import { bookOn } from "./book.ts"
import { checkParties } from "./check-parties.ts"
import { checkTasking } from "./check-taskings.ts"
import { timelineOf } from "./timeline-of.ts"
import type { TaskEventRecording } from "./event.ts"
import type { Dependency } from "./tasking.ts"

const day = Day.make
const after = (no: string, ...others: readonly [string, ...Array<string>]): Dependency => ({
  no,
  after: others,
  why: "phải có trước"
})
const window = (no: string, start: string | null, due: string | null, more: Partial<Assignment> = {}) =>
  assignment(no, { start: start === null ? null : day(start), due: due === null ? null : day(due), ...more })
const timeline = (
  assignments: ReadonlyArray<Assignment>,
  dependencies: ReadonlyArray<Dependency>,
  on = "2025-03-05",
  events: Parameters<typeof bookOn>[1]["events"] = []
) =>
  timelineOf(
    bookOn(testPlan(assignments, { dependencies }), { events, day: day(on), knownAt: null, facts: null }),
    testDocument
  )

describe("a timeline that does not agree with its order", () => {
  it("says where, by how many days, and mends nothing", () => {
    const { findings, steps } = timeline(
      [
        window("1", "2025-03-10", "2025-04-30"),
        window("2", "2025-04-01", "2025-05-15"),
        window("3", null, "2025-05-10"),
        window("3.a", null, "2025-05-20", { parentNo: "3" })
      ],
      [after("2", "1"), after("3", "2")]
    )
    expect(findings.map(({ days, kind, other, task }) => [kind, task, other, days])).toEqual([
      ["startsBeforePredecessorEnds", key("2"), key("1"), 29],
      ["dueBeforePredecessor", key("3"), key("2"), 5],
      ["childAfterParent", key("3.a"), key("3"), 10]
    ])
    expect(findings[1]?.sentence).toEqual({
      vi: "Nhiệm vụ 3 phải xong ngày 10/05/2025, nhưng chờ nhiệm vụ 2 có hạn 15/05/2025",
      en: "3 is due on 2025-05-10, but waits for 2, due on 2025-05-15"
    })
    expect(steps.find(({ task }) => task === key("3"))?.due).toBe("2025-05-10")
  })

  it("says nothing where a task begins on the day on which the one before is due", () => {
    const agreeing = [window("1", "2025-03-10", "2025-03-20"), window("2", "2025-03-20", "2025-03-31")]
    expect(timeline(agreeing, [after("2", "1")]).findings).toEqual([])
  })
})

describe("what can still be expected", () => {
  const two = [window("1", "2025-03-10", "2025-03-20"), window("2", "2025-03-20", "2025-03-31")]
  const ends = (on: string, ...events: ReadonlyArray<TaskEventRecording>) => {
    const { daysBehind, steps } = timeline(two, [after("2", "1")], on, recorded(...events))
    return [...steps.map(({ expectedEnd }) => expectedEnd), daysBehind]
  }

  it("is the plan while nothing is late, and moves on with every day on which nothing begins", () => {
    expect(ends("2025-03-05")).toEqual(["2025-03-20", "2025-03-31", 0])
    expect(ends("2025-03-15")).toEqual(["2025-03-25", "2025-04-05", 5])
  })

  it("counts what is left of a task that began, and what was done when it was done", () => {
    const begun = recording("1", "2025-03-12", to("inProgress"))
    expect(ends("2025-03-15", begun)).toEqual(["2025-03-22", "2025-04-02", 2])
    const done = [recording("1", "2025-03-13", to("submitted")), recording("1", "2025-03-14", to("accepted"))]
    expect(ends("2025-03-15", ...done)).toEqual(["2025-03-14", "2025-03-31", 0])
  })

  it("lets a task's own work wait for a part, and not the other parts for that one", () => {
    const parts = [
      window("1", "2025-03-20", "2025-03-31"),
      window("1.a", "2025-03-10", "2025-03-20", { parentNo: "1" }),
      window("1.b", "2025-03-10", "2025-03-20", { parentNo: "1" })
    ]
    const { criticalPath, steps } = timeline(parts, [after("1", "1.a")])
    expect(steps.map(({ expectedEnd }) => expectedEnd)).toEqual(["2025-03-31", "2025-03-20", "2025-03-20"])
    expect(criticalPath).toEqual([key("1.a"), key("1")])
  })

  it("leaves slack to what others do not wait for", () => {
    const { criticalPath, steps } = timeline([...two, window("0", "2025-03-10", "2025-03-15")], [after("2", "1", "0")])
    expect(criticalPath).toEqual([key("1"), key("2")])
    expect(steps.map(({ critical, slack }) => [slack, critical])).toEqual([
      [0, true],
      [0, true],
      [5, false]
    ])
  })
})

describe("slack of what goes on", () => {
  it("counts what is left of a task that began before what it waits for was done", () => {
    const rows = [
      window("1", "2025-03-10", "2025-03-20"),
      window("2", "2025-03-20", "2025-03-31"),
      window("3", "2025-03-20", "2025-04-10")
    ]
    const began = recorded(recording("2", "2025-03-12", to("inProgress")))
    const { criticalPath, steps } = timeline(rows, [after("2", "1"), after("3", "1")], "2025-03-25", began)
    // 1 is done on 4 April at the earliest. Nothing is left of 2, so it is done then too; 3 takes until 25 April.
    expect(steps.map(({ expectedEnd, slack }) => [expectedEnd, slack])).toEqual([
      ["2025-04-04", 0],
      ["2025-04-04", 21],
      ["2025-04-25", 0]
    ])
    expect(criticalPath).toEqual([key("1"), key("3")])
  })

  const happenings = fc.array(
    fc.record({
      no: fc.integer({ min: 1, max: 6 }),
      step: fc.integer({ min: 1, max: 3 }),
      at: fc.integer({ min: 0, max: 40 })
    }),
    { maxLength: 6 }
  )
  const moves = [to("inProgress"), to("submitted"), to("accepted")] as const
  const eventsOf = (happened: ReadonlyArray<{ readonly no: number; readonly step: number; readonly at: number }>) =>
    recorded(
      ...happened
        .toSorted((a, b) => a.at - b.at)
        .filter((one, at, all) => all.findIndex(({ no }) => no === one.no) === at)
        .flatMap(({ at, no, step }) =>
          moves.slice(0, step).map((body) => recording(String(no), addDays(day("2025-03-01"), at), body))
        )
    )
  const network = fc.record({
    windows: fc.array(
      fc.record({
        start: fc.option(fc.integer({ min: 0, max: 30 })),
        length: fc.integer({ min: 0, max: 20 }),
        after: fc.subarray([1, 2, 3, 4, 5])
      }),
      { minLength: 6, maxLength: 6 }
    ),
    happened: happenings,
    on: fc.integer({ min: 0, max: 60 })
  })

  it("is never less than none, and whatever decides the last day has none", () => {
    fc.assert(
      fc.property(network, ({ happened, on, windows }) => {
        const from = (days: number) => addDays(day("2025-03-01"), days)
        const rows = windows.map(({ length, start }, at) =>
          window(String(at + 1), start === null ? null : from(start), from((start ?? 0) + length))
        )
        const dependencies = windows.flatMap(({ after: asked }, at) => {
          const [first, ...more] = asked.filter((no) => no <= at).map(String)
          return first === undefined ? [] : [after(String(at + 1), first, ...more)]
        })
        const { criticalPath, expectedEnd, steps } = timeline(rows, dependencies, from(on), eventsOf(happened))
        const bySlack = new Map(steps.map(({ slack, task }) => [task, slack]))
        expect(steps.filter(({ slack }) => slack < 0)).toEqual([])
        expect(steps.some(({ expectedEnd: end }) => end === expectedEnd)).toBe(true)
        expect(criticalPath.map((task) => bySlack.get(task))).toEqual(criticalPath.map(() => 0))
      })
    )
  })
})

describe("how a document is to be read", () => {
  const rows = [assignment("1"), assignment("1.a", { parentNo: "1" }), assignment("2"), assignment("3")]
  const wrong = (...dependencies: ReadonlyArray<Dependency>) =>
    checkTasking(
      {
        document: testDocument,
        province: UnitCode.make("31"),
        askedOn: day("2025-01-10"),
        inferred: false,
        note: null,
        dependencies,
        closing: []
      },
      rows
    ).map(({ path, reason }) => [path, reason.vi])

  it("is refused where tasks wait for each other in a circle, also through their parts", () => {
    expect(wrong(after("2", "1"), after("3", "2"))).toEqual([])
    expect(wrong(after("2", "3"), after("3", "2"))).toEqual([
      ["dependencies[0]", "các nhiệm vụ chờ nhau vòng tròn: 2 → 3 → 2"]
    ])
    // A part inherits what its whole waits for.
    expect(wrong(after("1", "2"), after("2", "1.a"))[0]?.[1]).toContain("vòng tròn")
    expect(wrong(after("1", "1"))[0]?.[1]).toContain("1 → 1")
    // Its own work may wait for its part; not the part for the whole.
    expect(wrong(after("1", "1.a"))).toEqual([])
    expect(wrong(after("1.a", "1"))[0]?.[1]).toContain("vòng tròn")
  })

  it("is refused where it names no task", () => {
    expect(wrong(after("9", "1"))).toEqual([["dependencies[0].no", "không có nhiệm vụ “9”"]])
    expect(wrong(after("1", "2", "9"))).toEqual([["dependencies[0].after[1]", "không có nhiệm vụ “9”"]])
  })
})

describe("who leads and who co-ordinates", () => {
  const reading = {
    directory: agencyDirectory(testAgencies),
    chronicle: testChronicle,
    province: { id: UnitId.make(1), code: UnitCode.make("31") },
    askedOn: day("2025-03-05")
  }
  const wrong = (lead: string, coordinating: string) =>
    checkParties(
      { lead: [{ field: "lead", name: lead }], coordinating: [{ field: "coordinating[0]", name: coordinating }] },
      reading
    ).map(({ path, reason }) => [path, reason.vi])

  it("are not the same, under any of its names", () => {
    expect(wrong("Sở Xây dựng", "Sở Xây dựng")).toEqual([["coordinating[0]", "“Sở Xây dựng” vừa chủ trì vừa phối hợp"]])
    expect(wrong("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn")).toHaveLength(1)
    expect(wrong("UBND các huyện", "UBND huyện An Lão")).toHaveLength(1)
  })

  it("may be one of a group and the group, or the two bodies of one unit", () => {
    expect(wrong("Sở Xây dựng", "Các sở, ngành thành phố")).toEqual([])
    expect(wrong("UBND huyện An Lão", "UBND các huyện")).toEqual([])
    expect(wrong("UBND thành phố Hải Phòng", "HĐND thành phố Hải Phòng")).toEqual([])
  })

  it("are known: a name that nobody bears is told with its field", () => {
    expect(wrong("Sở Vũ trụ", "UBND huyện Không Có")).toEqual([
      ["lead", "không biết cơ quan, đơn vị “Sở Vũ trụ”"],
      ["coordinating[0]", "không biết cơ quan, đơn vị “UBND huyện Không Có”"]
    ])
  })
})
