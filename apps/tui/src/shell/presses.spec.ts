import { describe, expect, it } from "vitest"
import { pressesOf } from "./presses.ts"

const none = { ctrl: false, meta: false, shift: false, tab: false }
const typed = (...letters: ReadonlyArray<string>) => letters.map((text) => ({ _tag: "Typed", text }))

describe("what was pressed", () => {
  it("takes a chunk of fast typing apart", () => {
    expect(pressesOf("jjj", none)).toEqual(typed("j", "j", "j"))
    expect(pressesOf("/bá\r", none)).toEqual([...typed("/", "b", "á"), { _tag: "Key", key: "enter" }])
  })

  it("keeps a letter and its marks together", () => {
    expect(pressesOf("Thủy".normalize("NFD"), none)).toHaveLength(4)
  })

  it("knows named keys and Shift+Tab", () => {
    expect(pressesOf("", { ...none, pageDown: true })).toEqual([{ _tag: "Key", key: "pageDown" }])
    expect(pressesOf("\t", { ...none, tab: true, shift: true })).toEqual([{ _tag: "Key", key: "backTab" }])
  })

  it("drops chords and control letters", () => {
    expect(pressesOf("q", { ...none, ctrl: true })).toEqual([])
    expect(pressesOf("\u0000\u0007", none)).toEqual([])
  })
})
