import { describe, expect, it } from "vitest"
import { planFrom, toldReport, toldWork, worksJournal } from "../testing/facts.ts"
import { country, idOf } from "../units/testing/country.ts"
import { Day, Dong } from "../values/index.ts"
import type { WorksChecking } from "./check-fault.ts"
import { checkReports } from "./check-reports.ts"
import type { ReportBody, ReportRecording, WorkReport } from "./report.ts"
import type { StepKey } from "./procedure.ts"

const work = toldWork({
  id: 1,
  unit: idOf("10101"),
  cost: 1000,
  code: "CT-01",
  milestones: planFrom(Day.make("2024-01-01"))
})
const actor = { name: "Phòng kinh tế", role: "provincialOffice", scope: "all", agency: null } as const
const checking = (reports: ReadonlyArray<WorkReport> = [], more: Partial<WorksChecking> = {}): WorksChecking => ({
  chronicle: country,
  inputs: new Map(),
  actor,
  today: Day.make("2025-06-30"),
  journal: worksJournal({ works: [work], reports }),
  ...more
})
const row = (day: string, body: ReportBody, named: ReportRecording["work"] = work.id): ReportRecording => ({
  work: named,
  day: Day.make(day),
  body,
  document: null,
  evidence: [],
  note: null,
  illustrative: false
})
const step = (key: StepKey, event: "begun" | "done"): ReportBody => ({ _tag: "step", step: key, event, by: null })
const volume = (done: number): ReportBody => ({ _tag: "volume", done: Dong.make(done) })
const accepted = (amount: number): ReportBody => ({ _tag: "accepted", amount: Dong.make(amount) })
const value = (before: number, after: number): ReportBody => ({
  _tag: "change",
  change: { _tag: "value", before: Dong.make(before), after: Dong.make(after) },
  reason: "phát sinh"
})
const kinds = (rows: ReadonlyArray<ReportRecording>, given = checking()) =>
  checkReports(given, rows).problems.map((one) => `${one.row} ${one.kind}`)

describe("reports of works", () => {
  it("are taken in any order of rows, where together they can have happened", () => {
    const rows = [
      row("2024-02-01", step("listing", "done")),
      row("2024-01-20", step("survey", "done")),
      row("2024-01-05", step("survey", "begun"), "10/CT-01")
    ]
    const { accepted: taken, problems } = checkReports(checking(), rows)
    expect(problems).toEqual([])
    expect(taken.map((one) => [one.row, one.work])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1]
    ])
  })

  it("are refused with every problem of every row", () => {
    expect(
      kinds([
        row("2025-07-01", volume(10)),
        row("2024-05-01", volume(10), "10/CT-99"),
        row("2024-05-01", volume(10), "20/CT-01"),
        row("2024-05-02", volume(2000)),
        row("2024-05-02", volume(2000))
      ])
    ).toEqual(["0 futureDay", "1 unknownWork", "2 unknownWork", "4 duplicate", "3 volumeOverContract"])
    expect(kinds([row("2024-05-01", volume(1))], checking([], { actor: { ...actor, scope: [idOf("20")] } }))).toEqual([
      "0 notInScope"
    ])
  })

  it("of steps follow the procedure; a construction may begin over land that is not cleared, and is not done before it is", () => {
    expect(kinds([row("2024-02-01", step("listing", "done"))])).toEqual(["0 stepBeforePredecessor"])
    expect(kinds([row("2024-02-01", step("survey", "done")), row("2024-02-02", step("survey", "begun"))])).toEqual([
      "1 stepDoneBeforeBegun"
    ])
    const ready = work.milestones.flatMap(({ due, step: key }) =>
      due < "2024-06-15" && key !== "land" && key !== "construction" ? [row(due, step(key, "done"))] : []
    )
    const begun = row("2024-06-20", step("construction", "begun"))
    expect(kinds([...ready, begun])).toEqual([])
    const done = row("2024-10-01", step("construction", "done"))
    expect(kinds([...ready, begun, done])).toEqual([`${ready.length + 1} stepBeforePredecessor`])
    expect(kinds([...ready, row("2024-09-01", step("land", "done")), begun, done])).toEqual([])
    expect(kinds([row("2024-01-20", step("survey", "done")), row("2024-01-21", step("survey", "done"))])).toEqual([
      "1 duplicate"
    ])
  })

  it("of volumes never go back, over days that were reported already too", () => {
    const known = checking([toldReport(1, 1, "2024-05-01", volume(400)), toldReport(2, 1, "2024-07-01", volume(600))])
    expect(kinds([row("2024-06-01", volume(500))], known)).toEqual([])
    expect(kinds([row("2024-06-01", volume(300))], known)).toEqual(["0 volumeBack"])
    expect(kinds([row("2024-06-01", volume(700))], known)).toEqual(["0 volumeBack"])
    expect(checkReports(known, [row("2024-06-01", volume(300))]).problems[0]?.sentence.vi).toBe(
      "Khối lượng lũy kế 300 đồng nhỏ hơn lần báo cáo trước (400 đồng)"
    )
  })

  it("of what is accepted stay within what is built", () => {
    const known = checking([toldReport(1, 1, "2024-05-01", volume(400)), toldReport(2, 1, "2024-06-01", accepted(300))])
    expect(kinds([row("2024-07-01", accepted(100))], known)).toEqual([])
    expect(kinds([row("2024-07-01", accepted(101))], known)).toEqual(["0 acceptedOverBuilt"])
    // Accepted before what is recorded already: together it is too much.
    expect(kinds([row("2024-05-10", accepted(200))], known)).toEqual(["0 acceptedOverBuilt"])
    expect(kinds([row("2024-05-10", accepted(200)), row("2024-05-20", volume(600))], known)).toEqual([])
  })

  it("of changes say what was in force, as of their day and before the next change", () => {
    const known = checking([toldReport(1, 1, "2024-05-01", value(1000, 1200))])
    expect(kinds([row("2024-06-01", value(1200, 1100))], known)).toEqual([])
    expect(kinds([row("2024-06-01", value(1000, 1100))], known)).toEqual(["0 changeBeforeDiffers"])
    expect(kinds([row("2024-04-01", value(1000, 1100))], known)).toEqual(["0 changeBeforeDiffers"])
    expect(kinds([row("2024-04-01", volume(1100))], known)).toEqual(["0 volumeOverContract"])
    expect(checkReports(known, [row("2024-04-01", volume(1100))]).problems[0]?.field).toBe("body.done")
    expect(kinds([row("2024-05-01", volume(1100))], known)).toEqual([])
    expect(kinds([row("2024-06-01", volume(1100)), row("2024-07-01", value(1200, 1050))], known)).toEqual([
      "1 volumeOverContract"
    ])
  })

  it("of time and scope are checked alike", () => {
    const due = work.milestones.find((one) => one.step === "construction")?.due ?? Day.make("2024-01-01")
    const time = (before: string, after: string): ReportBody => ({
      _tag: "change",
      change: { _tag: "time", step: "construction", before: Day.make(before), after: Day.make(after) },
      reason: "bão"
    })
    const scope = (before: string, after: string): ReportBody => ({
      _tag: "change",
      change: { _tag: "scope", before, after },
      reason: "thiết kế"
    })
    expect(
      kinds([row("2024-05-01", time(due, "2025-01-31")), row("2024-06-01", time("2025-01-31", "2025-02-28"))])
    ).toEqual([])
    expect(kinds([row("2024-05-01", time("2024-12-31", "2025-01-31"))])).toEqual(["0 changeBeforeDiffers"])
    expect(kinds([row("2024-05-01", time(due, "2024-02-01"))])).toEqual(["0 milestoneReversed"])
    expect(kinds([row("2024-05-01", scope("1,2 km", "1,5 km")), row("2024-06-01", scope("1,2 km", "2 km"))])).toEqual([
      "1 changeBeforeDiffers"
    ])
  })

  it("solve snags that there are, once, and take back reports that there are", () => {
    const snag = toldReport(1, 1, "2024-05-01", { _tag: "problem", category: "land", text: "vướng 2 hộ" })
    const known = checking([snag, toldReport(2, 1, "2024-05-02", volume(700))])
    const solved = (day: string): ReportRecording => row(day, { _tag: "solved", problem: snag.id, text: null })
    expect(kinds([solved("2024-06-01")], known)).toEqual([])
    expect(kinds([solved("2024-04-30")], known)).toEqual(["0 unknownReport"])
    expect(kinds([solved("2024-06-01"), solved("2024-06-02")], known)).toEqual(["1 solvedTwice"])
    const taken = (report: number): ReportRecording =>
      row("2024-06-01", {
        _tag: "withdrawn",
        report: toldReport(report, 1, "2024-06-01", volume(1)).id,
        reason: "nhầm"
      })
    expect(kinds([taken(9)], known)).toEqual(["0 unknownReport"])
    // What is taken back does not stand in the way of what is right.
    expect(kinds([taken(2), row("2024-06-01", volume(300))], known)).toEqual([])
    expect(kinds([row("2024-06-01", volume(300))], known)).toEqual(["0 volumeBack"])
  })
})
