import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Key, Press } from "../parts/press.ts"
import { planDay } from "../testing/assess-facts.ts"
import { assessAnswer } from "../testing/assess-sample.ts"
import { change, today } from "../testing/unit-sample.ts"
import { assessFailed, assessLoaded } from "./assess-arriving.ts"
import { readAssessAgain } from "./assess-going.ts"
import { assessLines } from "./assess-lines.ts"
import { type AssessState, type Frame, noAssessments } from "./assess-state.ts"
import { settleAssess, stepAssess } from "./assess-step.ts"
import { assessWanted, type Context } from "./assess-wanted.ts"
import { chosenUnit, criteriaOf, matrixRows } from "./matrix-rows.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }
const context: Context = { document: "kh-61-2025", place: "Hải Phòng", day: planDay }

const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))

/** Everything that is wanted is answered until nothing is. */
const answered = (assess: AssessState, of: Context = context): AssessState => {
  const reads = assessWanted(assess, of)
  return reads.length === 0
    ? assess
    : answered(
        reads.reduce((state, read) => settleAssess(assessLoaded(state, read, assessAnswer(read)), frame), assess),
        of
      )
}
const once = (assess: AssessState, one: Press): AssessState => stepAssess(assess, one, context.document, frame)
const press = (assess: AssessState, ...presses: ReadonlyArray<Press>): AssessState =>
  presses.reduce((state, one) => answered(once(state, one)), assess)

const opened = answered(noAssessments)
const tags = (assess: AssessState) => assessWanted(assess, context).map(({ _tag }) => _tag)
const names = (assess: AssessState) => matrixRows(assess).map(({ unit }) => unit.name)
const at = (assess: AssessState) => chosenUnit(assess)?.unit.name
const problem = { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 }

describe("the heat map of units by criteria", () => {
  it("opens where the plan speaks: its place, the day of its appendix, the nation's set of that day", () => {
    expect(tags(noAssessments)).toEqual(["Days", "Open"])
    expect(opened.spot).toMatchObject({ day: planDay, set: "xa-ntm-2021-2025", parent: { name: "Hải Phòng" } })
    expect(names(opened)).toEqual(["Dũng Tiến", "Vĩnh An", "Giang Biên"])
    expect(assessWanted(opened, context)).toEqual([])
  })

  it("asks for a province where the plan names none that stands", () => {
    const lost = answered(noAssessments, { ...context, place: "Atlantis" })
    expect(lost.view._tag).toBe("Places")
    const there = answered(once(lost, key("enter")))
    expect([there.spot?.parent.name, there.view._tag]).toEqual(["Hải Phòng", "Map"])
  })

  it("moves over cells and stays inside them", () => {
    const far = press(opened, ...Array.from({ length: 30 }, () => key("right")), key("end"), key("down"))
    expect([criteriaOf(far)[far.column]?.no, at(far)]).toEqual([19, "Giang Biên"])
    expect(press(opened, key("left"), key("up"))).toMatchObject({ column: 0, at: 193 })
  })

  it("reads why of the unit under the cursor only once the cursor stays", () => {
    const moved = once(opened, key("down"))
    expect(assessWanted(moved, context)).toMatchObject([{ _tag: "Card", code: "11842", after: 120 }])
  })

  it("shows only units that fail the chosen criterion on x, another one's on x there, and all again", () => {
    const failing = press(opened, key("right"), ...type("x"))
    expect([names(failing), failing.failing]).toEqual([["Vĩnh An"], 2])
    const third = press(failing, key("right"), ...type("x"))
    expect(names(third)).toEqual(["Vĩnh An", "Giang Biên"])
    expect(names(press(third, ...type("x")))).toHaveLength(3)
    expect(names(press(third, key("escape")))).toHaveLength(3)
  })

  it("filters units without diacritics, also by letters that are keys elsewhere", () => {
    const filtered = press(opened, ...type("/giang"))
    expect(names(filtered)).toEqual(["Giang Biên"])
    expect(press(filtered, key("enter"))).toMatchObject({ query: "giang", view: { _tag: "Map" } })
    expect(press(filtered, key("escape"))).toMatchObject({ query: "", view: { _tag: "Map" } })
    expect(press(opened, ...type("/sxdq")).query).toBe("sxdq")
  })

  it("steps through time and keeps its unit, its criterion and its set, saying that the set is of another period", () => {
    const on = press(opened, key("down"), key("right"), ...type("]]"))
    expect([on.spot?.day, at(on), on.column]).toEqual([change, "Vĩnh An", 1])
    const late = press(on, ...type("]"))
    expect(late.spot?.day).toBe(today)
    expect(late.said?.text.vi).toContain("01/01/2021 – 31/12/2025")
    expect(press(late, ...type("]")).said?.text.en).toContain("No reorganisation after")
  })

  it("keeps what is on show while a day is on its way, and drops an answer that was overtaken", () => {
    const first = once(opened, { _tag: "Typed", text: "]" })
    const [overtaken] = assessWanted(first, context)
    const second = [...type("]]")].reduce(once, first)
    expect(second.matrix).toBe(opened.matrix)
    const late = overtaken === undefined ? second : assessLoaded(second, overtaken, assessAnswer(overtaken))
    expect(late.spot?.day).toBe(planDay)
    expect(answered(late).spot?.day).toBe(today)
  })

  it("takes a typed day, and says in words why a text is none", () => {
    expect(press(opened, ...type("d30/6/2025"), key("enter")).spot?.day).toBe("2025-06-30")
    const wrong = press(opened, ...type("d31/6/2025"), key("enter"))
    expect(wrong.view).toMatchObject({ problem: { vi: "Ngày “31/6/2025” không có trong lịch" } })
  })

  it("judges by another set, in another province, and by values of another state", () => {
    expect(press(opened, ...type("sk"), key("enter")).spot?.set).toBe("xa-ntm-2026-2030")
    expect(press(opened, ...type("pHải Dương"), key("enter")).spot?.parent.name).toBe("Hải Dương")
    expect(press(opened, ...type("a")).spot?.accept).toBe("verified")
    expect(press(opened, ...type("aaa")).spot?.accept).toBe("approved")
  })

  it("tells what failed and asks again on r only", () => {
    const [, open] = assessWanted(noAssessments, context)
    const failed = open === undefined ? noAssessments : assessFailed(noAssessments, open, problem)
    expect(tags(failed)).toEqual(["Days"])
    expect(answered(readAssessAgain(failed)).spot?.day).toBe(planDay)
    const going = once(opened, { _tag: "Typed", text: "]" })
    const [go] = assessWanted(going, context)
    const stayed = go === undefined ? going : assessFailed(going, go, problem)
    expect(stayed).toMatchObject({ spot: { day: planDay }, said: { text: { vi: "Hỏng" } }, going: null })
  })

  it("keeps the cursor on what is on show, whatever happens", () => {
    const keys = fc.constantFrom<Key>(
      ...(["up", "down", "pageUp", "pageDown", "home", "end", "left", "right", "enter", "escape", "backspace"] as const)
    )
    const presses = fc.oneof(
      keys.map(key),
      fc.constantFrom(..."[]sp/xaitwdeq2gGjk ").map((text): Press => ({ _tag: "Typed", text }))
    )
    fc.assert(
      fc.property(fc.array(presses, { maxLength: 25 }), (happened) => {
        const state = press(opened, ...happened)
        const lines = assessLines(state, context.document, frame)
        expect(lines.length).toBeLessThanOrEqual(frame.height)
        if (state.view._tag === "Map" && matrixRows(state).length > 0)
          expect(lines.flat().some((part) => part.chosen === true)).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})
