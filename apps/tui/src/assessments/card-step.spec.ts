import { describe, expect, it } from "vitest"
import type { Key, Press } from "../parts/press.ts"
import { planDay } from "../testing/assess-facts.ts"
import { assessAnswer } from "../testing/assess-sample.ts"
import { assessLoaded } from "./assess-arriving.ts"
import { type AssessState, cardOf, type Frame, noAssessments } from "./assess-state.ts"
import { settleAssess, stepAssess } from "./assess-step.ts"
import { assessWanted, type Context } from "./assess-wanted.ts"
import { shownCard } from "./card-shown.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }
const context: Context = { document: "kh-61-2025", place: "Hải Phòng", day: planDay }

const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))
const answered = (assess: AssessState): AssessState => {
  const reads = assessWanted(assess, context)
  return reads.length === 0
    ? assess
    : answered(
        reads.reduce((state, read) => settleAssess(assessLoaded(state, read, assessAnswer(read)), frame), assess)
      )
}
const press = (assess: AssessState, ...presses: ReadonlyArray<Press>): AssessState =>
  presses.reduce((state, one) => answered(stepAssess(state, one, context.document, frame)), assess)

/** The card of the commune whose roads fail, opened from that cell. */
const card = press(answered(noAssessments), key("down"), key("right"), key("enter"))
const shown = (assess: AssessState) => (assess.view._tag === "Card" ? shownCard(assess, assess.view) : undefined)
const at = (assess: AssessState) => shown(assess)?.rows[shown(assess)?.cursor ?? 0]?.key
const roads = (assess: AssessState) => shown(assess)?.card.sets[0]?.explanation.criteria[1]?.verdict

describe("a unit's scorecard", () => {
  it("opens on the line of the criterion that the heat map was on", () => {
    expect(at(card)).toBe("xa-ntm-2021-2025 criterion 2.1")
  })

  it("folds a set with ←, first going up to its heading, and opens it with →", () => {
    const heading = press(card, key("left"))
    expect(at(heading)).toBe("xa-ntm-2021-2025 set")
    const folded = press(heading, key("left"))
    expect(shown(folded)?.rows).toHaveLength(1)
    expect(shown(press(folded, key("right")))?.rows).toHaveLength(39)
  })

  it("opens on the line also where it bears the number of its criterion", () => {
    const third = press(answered(noAssessments), key("down"), key("right"), key("right"), key("enter"))
    expect(at(third)).toBe("xa-ntm-2021-2025 criterion 3")
  })

  it("shows only what is not met on x", () => {
    const keys = shown(press(card, ...type("x")))?.rows.map((row) => row.key.replace("xa-ntm-2021-2025 ", ""))
    expect(keys).toEqual([
      "set",
      "heading 2",
      "criterion 2.1",
      "heading 3",
      "criterion 3",
      "heading 5",
      "criterion 5.1"
    ])
  })

  it("tries a value without recording it, and Esc brings back what is", () => {
    const tried = press(card, ...type("w85"), key("enter"))
    expect([roads(card), roads(tried)]).toEqual(["notMet", "met"])
    expect(at(tried)).toBe(at(card))
    expect(cardOf(tried, "11842")?.sets[0]?.explanation.criteria[1]?.verdict).toBe("notMet")
    const reset = press(tried, key("escape"))
    expect([roads(reset), reset.view._tag]).toEqual(["notMet", "Card"])
    expect(press(reset, key("escape")).view._tag).toBe("Map")
  })

  it("tries that nothing had been reported, and takes the value that was typed last", () => {
    expect(roads(press(card, ...type("w-"), key("enter")))).toBe("noData")
    expect(roads(press(card, ...type("w85"), key("enter"), ...type("w10"), key("enter")))).toBe("notMet")
  })

  it("says in words why a text is no value, and types on", () => {
    const wrong = press(card, ...type("w8x"), key("enter"))
    expect(wrong.view).toMatchObject({ typing: { text: "8x", problem: { vi: expect.stringContaining("8x") } } })
    expect(roads(press(wrong, key("backspace"), ...type("5"), key("enter")))).toBe("met")
  })

  it("keeps the card as it was on show while a trial is on its way", () => {
    const typed = press(card, ...type("w85"))
    const waiting = stepAssess(typed, key("enter"), context.document, frame)
    expect(roads(waiting)).toBe("notMet")
    expect(assessWanted(waiting, context)).toMatchObject([
      { _tag: "Tried", trials: [{ input: "xa-ntm-2021-2025/2.1", value: 85 }] }
    ])
  })
})
