import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { assignment, testCalendar, testPlan } from "../assignments/testing/tasks.ts"
import { bookOn, type CalendarDay, TaskKey, type WorkCalendar } from "../assignments/index.ts"
import { addDays, Day, Dong, Moment } from "../values/index.ts"
import { dossierStanding } from "./dossier-standing.ts"
import type { DossierEventRecording } from "./event.ts"
import {
  askedOn,
  begun,
  consulted,
  decided,
  done,
  handed,
  recorded,
  recording,
  soundFacts,
  surveyed,
  testDossier,
  testProcedure,
  voted,
  wholeWay
} from "./testing/dossiers.ts"
import { dossierWaiting, tasksByStep } from "./waiting.ts"

const day = Day.make
const standing = (...asked: Parameters<typeof askedOn>) => dossierStanding(askedOn(...asked))
const stepOf = (key: string, ...asked: Parameters<typeof askedOn>) =>
  standing(...asked).steps.find(({ step }) => step.key === key)
const papersOf = (...asked: Parameters<typeof askedOn>) =>
  Object.fromEntries(standing(...asked).papers.map(({ paper, state }) => [paper.key, state]))

describe("a dossier on a day", () => {
  it("stands at its first step when it is opened, with due days in working days", () => {
    const { at, expectedEnd, missing, state, steps } = standing("2025-03-03")
    expect([state, at, missing]).toEqual(["open", "report", 3])
    expect(steps.map((one) => one.state)).toEqual(["ready", ...Array<string>(7).fill("waiting")])
    expect(steps[0]).toMatchObject({ due: "2025-03-17", days: 14, lateDays: 0, expectedEnd: "2025-03-17" })
    // Nobody knows how long the survey takes: nothing behind it can be expected.
    expect(expectedEnd).toBeNull()
    expect(steps[1]?.expectedEnd).toBe("2025-04-01")
  })

  it("is late by the days that its step is past its due day, and takes no day off for the rest", () => {
    expect(stepOf("report", "2025-03-20")).toMatchObject({ days: -3, lateDays: 3, expectedEnd: "2025-03-20" })
    expect(stepOf("report", "2025-03-22")).toMatchObject({ lateDays: 5, expectedEnd: "2025-03-24" })
    const late = [recording("2025-03-20", done("report"))]
    expect(stepOf("report", "2025-06-20", late)).toMatchObject({ state: "done", days: null, lateDays: 3 })
  })

  it("counts periods over holidays: five working days from 28/04 end on 07/05, for 30/04 and 01/05 are off", () => {
    const events = wholeWay.slice(0, 5).map((event) => ({ ...event, day: day("2025-04-28") }))
    expect(stepOf("submit", "2025-04-29", events)).toMatchObject({ state: "ready", due: "2025-05-07" })
  })

  it("fills its papers out of the facts, and tells those that the facts contradict", () => {
    expect(papersOf("2025-03-28", wholeWay)).toEqual({
      assessment: "there",
      debt: "there",
      opinions: "there",
      survey: "there",
      request: "there",
      photos: "missing",
      appraised: "missing",
      minutes: "missing"
    })
    const facts = { ...soundFacts, overdueDebt: Dong.make(5_000_000) }
    expect(papersOf("2025-03-28", wholeWay, { facts })).toMatchObject({ debt: "contradicted" })
    // Handed in or not: what the system knows of the debt counts.
    const told = [recording("2025-03-04", handed("debt", "2025-03-04"))]
    expect(papersOf("2025-03-28", told, { facts })).toMatchObject({ debt: "contradicted" })
    const unknown = { assessment: null, overdueDebt: null }
    expect(papersOf("2025-03-28", told, { facts: unknown })).toMatchObject({ assessment: "missing", debt: "there" })
    const notMet = {
      ...soundFacts,
      assessment: {
        set: testDossier.criteriaSet,
        asOf: testDossier.asOf,
        verdict: "notMet",
        met: 18,
        outOf: 19,
        seal: null
      }
    } as const
    const [paper] = standing("2025-03-28", [], { facts: notMet }).papers
    expect(paper).toMatchObject({ state: "contradicted", fact: { of: "assessment", met: 18 } })
    expect(paper?.sentence.vi).toBe("giấy assessment: đánh giá đến ngày 31/12/2024: Chưa đạt, 18/19 tiêu chí đạt")
  })

  it("finds papers too old by calendar months; of a decided dossier on the day of the decision", () => {
    const events = [recording("2025-03-05", handed("request", "2025-02-28"))]
    expect(papersOf("2025-08-28", events)).toMatchObject({ request: "there" })
    expect(papersOf("2025-08-29", events)).toMatchObject({ request: "tooOld" })
    expect(papersOf("2025-12-31", wholeWay)).toMatchObject({ request: "there" })
  })

  it("tells results against the rules of their steps; against a number that nobody knows, no verdict", () => {
    expect(
      stepOf("survey", "2025-04-01", [recording("2025-03-10", done("report")), recording("2025-03-27", surveyed(251))])
        ?.rule
    ).toMatchObject({ holds: false })
    const few = [recording("2025-03-10", done("report")), recording("2025-03-27", surveyed(200, 200))]
    expect(stepOf("survey", "2025-04-01", few)?.rule?.holds).toBe(false)
    // 251 of 279 are 89,964 %: shown as 89,96 and not rounded to 90.
    const near = [recording("2025-03-10", done("report")), recording("2025-03-27", surveyed(251, 279))]
    expect(stepOf("survey", "2025-04-01", near)?.rule?.sentence.vi).toContain("89,96 % hài lòng")
    const steps = testProcedure.steps.map((one) =>
      one.key === "survey" ? { ...one, rule: { _tag: "survey", satisfied: null, asked: null } as const } : one
    )
    const [first, ...others] = steps
    if (first === undefined) throw new Error("no step")
    const procedure = { ...testProcedure, steps: [first, ...others] } as const
    const open = stepOf("survey", "2025-04-01", near, { procedure })
    expect(open?.rule?.holds).toBeNull()
    expect(open?.rule?.sentence.vi).toContain("mức quy định chưa biết")
    expect(papersOf("2025-04-01", near, { procedure })).toMatchObject({ survey: "there" })
  })

  it("goes back to a step when it is sent back: that step and all behind it are to be done again, papers stay", () => {
    const events = [
      ...wholeWay.slice(0, 9),
      recording("2025-04-12", { _tag: "returned", to: "survey", reason: "Thiếu phiếu của hai thôn" })
    ]
    const { at, next, state, steps } = standing("2025-04-12", events)
    expect([state, at]).toEqual(["returned", "survey"])
    expect(steps.map((one) => one.state)).toEqual(["done", "done", "ready", ...Array<string>(5).fill("waiting")])
    expect(papersOf("2025-04-12", events)).toMatchObject({ survey: "missing", request: "there" })
    expect(next).toContainEqual({ _tag: "surveyed", step: "survey" })
    const again = [...events, recording("2025-04-14", surveyed(270)), recording("2025-04-14", done("survey"))]
    expect(standing("2025-04-14", again)).toMatchObject({ state: "open", at: "submit" })
    // The five days of sending it run anew.
    expect(stepOf("submit", "2025-04-14", again)?.due).toBe("2025-04-21")
  })

  it("is recognised by its decision, published afterwards, and no longer from the day of a revocation on", () => {
    expect(standing("2025-04-14", wholeWay).state).toBe("open")
    const { at, expectedEnd, next, recognition, state } = standing("2025-04-15", wholeWay)
    expect([state, at, expectedEnd]).toEqual(["recognised", "publication", null])
    expect(recognition).toEqual({ document: "100/QĐ-UBND", decidedOn: "2025-04-14", until: null })
    expect(next).toEqual([
      { _tag: "step", step: "publication", event: "begun" },
      { _tag: "step", step: "publication", event: "done" },
      { _tag: "revoked" },
      { _tag: "expired" }
    ])
    const ended = [
      ...wholeWay,
      recording("2025-05-05", {
        _tag: "revoked",
        document: "120/QĐ-UBND",
        from: day("2025-06-01"),
        reason: "Không còn đạt 50 % tiêu chí"
      })
    ]
    expect(standing("2025-05-31", ended).state).toBe("recognised")
    expect(standing("2025-06-01", ended)).toMatchObject({
      state: "revoked",
      recognition: { until: "2025-06-01" },
      next: []
    })
    expect(
      standing("2025-04-15", wholeWay.slice(0, 11).concat(recording("2025-04-15", decided("2025-04-15", false))))
    ).toMatchObject({
      state: "refused",
      recognition: null,
      next: []
    })
  })

  it("offers what may come next and nothing else", () => {
    expect(standing("2025-03-03").next.filter(({ _tag }) => _tag !== "paper")).toEqual([
      { _tag: "step", step: "report", event: "begun" },
      { _tag: "step", step: "report", event: "done" },
      { _tag: "closed" }
    ])
    const started = [recording("2025-03-04", begun("report"))]
    expect(
      standing("2025-03-05", started, { facts: { assessment: null, overdueDebt: null } }).next.filter(
        ({ _tag }) => _tag !== "paper"
      )
    ).toEqual([{ _tag: "returned", to: ["report"] }, { _tag: "closed" }])
    // Of a unit that is no more it can only be given up.
    const gone = askedOn("2025-07-02").unit
    const unit = gone === null ? null : { ...gone, validTo: day("2025-06-30") }
    expect(standing("2025-07-02", [], { unit }).next).toEqual([{ _tag: "closed" }])
  })

  it("says through which of its tasks it is waiting", () => {
    const tasks = [
      { step: "report", task: TaskKey.make("kh-mau/1") },
      { step: "submit", task: TaskKey.make("kh-mau/6") }
    ]
    const plan = testPlan([
      assignment("1", { due: day("2025-04-30"), title: "Báo cáo" }),
      assignment("6", { due: day("2025-06-30"), title: "Gửi hồ sơ" })
    ])
    const book = bookOn(plan, { events: [], day: day("2025-06-20"), knownAt: null, facts: null })
    const linked = { ...testDossier, tasks }
    expect(dossierWaiting(linked, testProcedure, book).map(({ task }) => task)).toEqual(["kh-mau/6"])
    expect(tasksByStep(linked, book).get("report")).toMatchObject([{ no: "1", state: "notStarted", lateDays: 51 }])
    expect(dossierWaiting(testDossier, testProcedure, book)).toEqual([])
  })
})

const anyDay = fc.integer({ min: 0, max: 300 }).map((at) => addDays(day("2025-01-01"), at))
const off = (one: Day): CalendarDay => ({
  day: one,
  kind: "holiday",
  holiday: "labour",
  source: "…",
  confidence: "recalled"
})
const anyCalendar = fc
  .uniqueArray(anyDay, { maxLength: 40 })
  .map((days): WorkCalendar => ({ ...testCalendar, days: days.map(off) }))
const anyPart = fc.integer({ min: 0, max: wholeWay.length }).map((count) => wholeWay.slice(0, count))

describe("the laws of standings", () => {
  it("a holiday never shortens a period: no due day and no expected end comes earlier for one more", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, anyPart, (calendar, more, on, events) => {
        const fewer = { ...calendar, days: calendar.days.filter((one) => one.day !== more) }
        const longer = { ...fewer, days: [...fewer.days, off(more)] }
        const [before, after] = [fewer, longer].map((one) => standing(on, events, { calendar: one }).steps)
        before?.forEach(({ due, expectedEnd, lateDays, state, step }, at) => {
          const other = after?.[at]
          expect(other?.step.key).toBe(step.key)
          expect(other?.state).toBe(state)
          expect((other?.due ?? "") >= (due ?? "")).toBe(true)
          expect((other?.expectedEnd ?? "") >= (expectedEnd ?? "")).toBe(true)
          expect(other?.lateDays ?? 0).toBeLessThanOrEqual(lateDays)
        })
      })
    )
  })

  it("what happens later changes nothing of an earlier day, nor what is recorded later of what was known", () => {
    fc.assert(
      fc.property(anyDay, anyPart, (on, events) => {
        const known: ReadonlyArray<DossierEventRecording> = events.filter((event) => event.day <= on)
        expect(standing(on, events)).toEqual(standing(on, known))
        const knownAt = Moment.make(`${on}T23:00:00.000Z`)
        const later = recorded(events).map((event) => ({
          ...event,
          recordedAt: Moment.make("2026-01-01T00:00:00.000Z")
        }))
        expect(standing(on, [], { events: [...recorded(known), ...later], knownAt })).toEqual(
          standing(on, known, { knownAt })
        )
      })
    )
  })

  it("nothing is done before what it comes after", () => {
    fc.assert(
      fc.property(anyDay, anyPart, (on, events) => {
        const { steps } = standing(on, events)
        const doneOn = new Map(steps.map((one) => [one.step.key, one.doneOn]))
        for (const { doneOn: own, state, step } of steps) {
          if (state === "waiting") continue
          for (const key of step.after) expect(doneOn.get(key)).not.toBeNull()
          if (own !== null) for (const key of step.after) expect((doneOn.get(key) ?? "") <= own).toBe(true)
        }
      })
    )
  })

  it("has every part of a history that goes the whole way", () => {
    expect(standing("2025-12-31", wholeWay)).toMatchObject({ state: "recognised", at: null, missing: 0 })
    expect([consulted("2025-03-11", "2025-03-26"), voted(9)].map(({ _tag }) => _tag)).toEqual(["consultation", "voted"])
  })
})
