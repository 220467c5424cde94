import { describe, expect, it } from "vitest"
import { type Line, plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { planDay } from "../testing/assess-facts.ts"
import { assessAnswer } from "../testing/assess-sample.ts"
import { assessFailed, assessLoaded } from "./assess-arriving.ts"
import { assessLines } from "./assess-lines.ts"
import { type AssessState, type Frame, noAssessments } from "./assess-state.ts"
import { settleAssess, stepAssess } from "./assess-step.ts"
import { assessWanted, type Context } from "./assess-wanted.ts"

const frame: Frame = { width: 78, height: 30, lang: "vi" }
const context: Context = { document: "kh-61-2025", place: "Hải Phòng", day: planDay }

const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): Press => ({ _tag: "Typed", text })

const answered = (assess: AssessState): AssessState => {
  const reads = assessWanted(assess, context)
  return reads.length === 0
    ? assess
    : answered(
        reads.reduce((state, read) => settleAssess(assessLoaded(state, read, assessAnswer(read)), frame), assess)
      )
}
const once = (assess: AssessState, one: Press): AssessState => stepAssess(assess, one, context.document, frame)
const press = (assess: AssessState, ...presses: ReadonlyArray<Press>): AssessState =>
  presses.reduce((state, one) => answered(once(state, one)), assess)
const shown = (assess: AssessState, room: Frame = frame): ReadonlyArray<string> =>
  assessLines(assess, context.document, room).map((line: Line) => plain(line))

const opened = answered(noAssessments)
const asked = press(opened, type("b"))

describe("another set in the place of that of the heat map", () => {
  it("is the next period's of the same tier, asked for once and told with its reason first", () => {
    expect(once(opened, type("b")).view).toMatchObject({ _tag: "Replacement", to: "xa-ntm-2026-2030" })
    expect(assessWanted(once(opened, type("b")), context).map(({ _tag }) => _tag)).toEqual(["Replacement"])
    const page = shown(asked).join("\n")
    expect(page).toContain("Thay bộ tiêu chí")
    expect(page).toContain("! Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg.")
    expect(page).toMatch(/1 +Hạ tầng kinh tế - xã hội +§ +2 +1 +0/)
  })

  it("leads from a unit to its scorecard, and by Esc back to the heat map", () => {
    const last = press(asked, key("end"))
    expect(shown(last).at(-1)).toContain("Giang Biên")
    expect(shown(last).at(-1)).toContain("1:✓✓")
    const card = press(last, key("enter"))
    expect(card.view).toMatchObject({ _tag: "Card", code: "11845" })
    expect(press(asked, key("enter")).view._tag).toBe("Replacement")
    expect(press(last, key("escape")).view._tag).toBe("Map")
  })

  it("goes round the other sets, stays within the screen, and tells why there is no answer", () => {
    expect(press(asked, type("b")).view).toEqual({ ...asked.view })
    for (const room of [frame, { ...frame, width: 60, height: 12 }, { ...frame, width: 200 }]) {
      const lines = shown(settleAssess(asked, room), room)
      expect(lines.length).toBeLessThanOrEqual(room.height)
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(room.width)
    }
    const on = once(opened, type("b"))
    const [read] = assessWanted(on, context)
    const problem = { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 }
    const failed = read === undefined ? on : assessFailed(on, read, problem)
    expect(shown(failed).join("\n")).toContain("Hỏng")
    expect(assessWanted(failed, context)).toEqual([])
  })
})
