import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { planDay } from "../testing/assess-facts.ts"
import { assessAnswer } from "../testing/assess-sample.ts"
import { assessFailed, assessLoaded } from "./assess-arriving.ts"
import { assessLines } from "./assess-lines.ts"
import { type AssessState, type Frame, noAssessments } from "./assess-state.ts"
import { settleAssess, stepAssess } from "./assess-step.ts"
import { assessWanted, type Context, sendingOf } from "./assess-wanted.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }
const context: Context = { document: "kh-61-2025", place: "Hải Phòng", day: planDay }

const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))
/** Answers all that is read; what writes stays on its way. */
const answered = (assess: AssessState): AssessState => {
  const reads = assessWanted(assess, context).filter(({ _tag }) => _tag !== "Record")
  return reads.length === 0
    ? assess
    : answered(
        reads.reduce((state, read) => settleAssess(assessLoaded(state, read, assessAnswer(read)), frame), assess)
      )
}
const press = (assess: AssessState, ...presses: ReadonlyArray<Press>): AssessState =>
  presses.reduce((state, one) => answered(stepAssess(state, one, context.document, frame)), assess)

const map = press(answered(noAssessments), key("down"), key("right"))
const form = press(map, key("enter"), ...type("e"))
const rows = (assess: AssessState) => sendingOf(assess).flatMap((read) => (read._tag === "Record" ? read.rows : []))
const seen = (assess: AssessState, of: Frame = frame) => assessLines(assess, context.document, of).map(plain).join("\n")

const accepted = (assess: AssessState): AssessState =>
  answered(sendingOf(assess).reduce((state, read) => assessLoaded(state, read, { _tag: "Recorded" }), assess))

const refusal = {
  type: "urn:ntm:problem:observations-refused",
  title: "Có số liệu không ghi được",
  titleEn: "Refused",
  status: 422,
  errors: [{ path: "rows[1].value", kind: "outOfRange", message: "Phải từ 0 đến 100", messageEn: "0 to 100" }]
}
const refused = (assess: AssessState): AssessState =>
  sendingOf(assess).reduce((state, read) => assessFailed(state, read, refusal), assess)

describe("the form for one value", () => {
  it("opens on the chosen line with the day of the tab, and shows what is known already", () => {
    const text = seen(form)
    expect(text).toContain("Nhập số liệu · 2.1 Đường xã được cứng hóa")
    expect(text).toContain("Đang tính: chưa có; Mới hơn, chưa duyệt: 72,5 · đã nộp · 31/12/2024")
    expect(text).toMatch(/Giá trị \(%\): /)
    expect(text).toMatch(/Ngày của số liệu: +31\/12\/2024/)
  })

  it("hands a value in: Enter goes on from line to line, and what a form said of the same day is corrected", () => {
    const sent = press(form, ...type("81,5"), key("enter"), key("enter"), ...type("đo lại"), key("enter"), key("enter"))
    expect(rows(sent)).toEqual([
      {
        unit: "11842",
        input: "xa-ntm-2021-2025/2.1",
        day: planDay,
        value: 81.5,
        state: "submitted",
        note: "đo lại",
        supersedes: 101
      }
    ])
    const done = accepted(sent)
    expect(done.view).toMatchObject({ _tag: "Card", entry: null })
    expect(done.said?.text.vi).toContain("Đã nộp 1 số liệu")
    expect(assessWanted(done, context)).toEqual([])
  })

  it("saves a draft, and leaves alone what was said of another day or by another source", () => {
    const draft = [key("up"), key("enter")]
    const other = press(form, ...type("1"), key("enter"), ...Array.from("31/12/2024", () => key("backspace")))
    const sent = press(other, ...type("30/6/2024"), key("enter"), key("enter"), key("down"), key("enter"))
    expect(rows(sent)).toMatchObject([{ day: "2024-06-30", state: "draft", supersedes: null, note: null }])
    const first = press(map, key("up"), key("enter"), ...type("e5"), ...draft)
    expect(rows(first)).toMatchObject([{ unit: "11827", state: "draft", supersedes: null }])
  })

  it("says why it cannot be sent, and sends nothing then", () => {
    const wrong = press(form, ...type("8x"), key("up"), key("up"), key("enter"))
    expect([rows(wrong), seen(wrong)]).toEqual([[], expect.stringContaining("8x")])
    const noDay = press(
      form,
      ...type("8"),
      key("enter"),
      key("backspace"),
      ...type("x"),
      key("up"),
      key("up"),
      key("up")
    )
    expect(rows(press(noDay, key("enter")))).toEqual([])
  })

  it("shows in the smallest window, too, why it cannot be sent", () => {
    const small: Frame = { width: 38, height: 7, lang: "vi" }
    expect(seen(form, small)).toContain("Đang tính: chưa có")
    expect(seen(press(form, ...type("8x"), key("up"), key("up"), key("enter")), small)).toContain(
      "8x” không phải là số"
    )
    expect(seen(refused(press(form, ...type("181"), key("up"), key("up"), key("enter"))), small)).toContain(
      "Không ghi: Phải"
    )
  })

  it("shows a refusal in the server's words, keeps what was typed, and can be sent again", () => {
    const sent = press(form, ...type("181"), key("up"), key("up"), key("enter"))
    expect(rows(press(sent, key("escape")))).toHaveLength(1)
    const back = refused(sent)
    expect(seen(back)).toContain("Không ghi: Phải từ 0 đến 100")
    expect(seen(back)).toContain("181")
    expect(rows(press(back, key("enter")))).toHaveLength(1)
  })
})

describe("the grid of one input down the units", () => {
  const grid = press(map, ...type("e"))
  const filled = press(grid, ...type("80"), key("enter"), ...type("190"))

  it("opens on the unit and the criterion of the heat map, with what is known of each", () => {
    const text = seen(grid)
    expect(text).toMatch(/Nhập theo cột · TC 2 · Đường xã được cứng hóa +2\/3/)
    expect(text).toMatch(/xã Dũng Tiến +72,5 · đã nộp · 31\/12\/2024/)
  })

  it("sends all that was typed as one batch, each value correcting its own", () => {
    const sent = press(filled, key("tab"), key("enter"), key("enter"), key("enter"))
    expect(rows(sent)).toMatchObject([
      { unit: "11842", value: 80, state: "submitted", supersedes: 101 },
      { unit: "11845", value: 190, supersedes: null }
    ])
    const done = accepted(sent)
    expect(seen(done)).toMatch(/xã Vĩnh An .*đã ghi +✓/)
    expect(done.said?.text.vi).toContain("Đã nộp 2 số liệu")
  })

  it("tells each row's own refusal, by the row", () => {
    const back = refused(press(filled, key("tab"), key("enter"), key("enter"), key("enter")))
    expect(seen(back)).toContain("Không ghi: Phải từ 0 đến 100")
    const again = press(back, key("escape"))
    expect(seen(again)).toMatch(/xã Giang Biên +190 +▲/)
    expect(seen(again)).toMatch(/xã Vĩnh An .* 80 +$/m)
    expect(seen(again).split("\n").at(-1)).toBe("Phải từ 0 đến 100")
  })

  it("marks rows that cannot be read and sends nothing", () => {
    const wrong = press(grid, ...type("x"), key("tab"), key("enter"), key("enter"), key("enter"))
    expect(rows(wrong)).toEqual([])
    expect(seen(press(wrong, key("escape")))).toMatch(/xã Vĩnh An .* x +▲/)
  })

  it("asks before it drops what was typed, and leaves at once where nothing was", () => {
    expect(press(grid, key("escape")).view._tag).toBe("Map")
    expect(press(filled, key("escape")).view._tag).toBe("Grid")
    expect(press(filled, key("escape"), key("escape")).view._tag).toBe("Map")
    expect(press(filled, key("escape"), ...type("5"), key("escape")).view._tag).toBe("Grid")
  })

  it("fits any window, with the form and without", () => {
    for (const [columns, height] of [
      [38, 7],
      [78, 19],
      [118, 35]
    ] as const)
      for (const state of [form, refused(press(form, ...type("181"), key("up"), key("up"), key("enter"))), filled])
        for (const at of [state, press(state, key("tab"))]) {
          const lines = assessLines(at, context.document, { width: columns, height, lang: "vi" }).map(plain)
          expect(lines.length).toBeLessThanOrEqual(height)
          for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns)
        }
  })
})
