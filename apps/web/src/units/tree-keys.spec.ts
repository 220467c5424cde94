import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { moveOf, type TreeRow, typedAhead } from "./tree-keys.ts"

const row = (level: number, name: string, expanded: boolean | null): TreeRow => ({ level, name, expanded })

/** Hải Phòng open with Vĩnh Bảo open in it, Đà Nẵng closed. */
const rows = [
  row(1, "Hải Phòng", true),
  row(2, "Vĩnh Bảo", true),
  row(3, "Vĩnh An", null),
  row(3, "Vĩnh Hưng", null),
  row(1, "Đà Nẵng", false)
]

describe("the keys of a tree", () => {
  it("goes up, down, to the first and to the last row, and stays at the ends", () => {
    expect(moveOf(rows, 1, "ArrowDown")).toEqual({ to: 2 })
    expect(moveOf(rows, 1, "ArrowUp")).toEqual({ to: 0 })
    expect(moveOf(rows, 3, "Home")).toEqual({ to: 0 })
    expect(moveOf(rows, 0, "End")).toEqual({ to: 4 })
    expect(moveOf(rows, 0, "ArrowUp")).toBeUndefined()
    expect(moveOf(rows, 4, "ArrowDown")).toBeUndefined()
  })

  it("opens a closed row by Right, enters an open one, and does nothing on a leaf", () => {
    expect(moveOf(rows, 4, "ArrowRight")).toBe("expand")
    expect(moveOf(rows, 0, "ArrowRight")).toEqual({ to: 1 })
    expect(moveOf(rows, 2, "ArrowRight")).toBeUndefined()
  })

  it("does not leave an open row that has nothing below it yet", () => {
    expect(moveOf([row(1, "A", true), row(1, "B", false)], 0, "ArrowRight")).toBeUndefined()
  })

  it("closes an open row by Left, and goes to the row above from others", () => {
    expect(moveOf(rows, 1, "ArrowLeft")).toBe("collapse")
    expect(moveOf(rows, 3, "ArrowLeft")).toEqual({ to: 1 })
    expect(moveOf(rows, 4, "ArrowLeft")).toBeUndefined()
  })

  it("leaves other keys alone", () => {
    expect(moveOf(rows, 0, "Tab")).toBeUndefined()
  })

  it("never leads outside the rows", () => {
    const someRows = fc.array(
      fc.record({ level: fc.integer({ min: 1, max: 4 }), name: fc.string(), expanded: fc.option(fc.boolean()) })
    )
    const key = fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End")
    fc.assert(
      fc.property(someRows, fc.nat(30), key, (some, at, pressed) => {
        const move = moveOf(some, at, pressed)
        if (typeof move === "object") expect(some[move.to]).toBeDefined()
      })
    )
  })
})

describe("typing ahead", () => {
  it("goes to the next name that begins so, without diacritics, and around", () => {
    expect(typedAhead(rows, 0, "v")).toBe(1)
    expect(typedAhead(rows, 3, "v")).toBe(1)
    expect(typedAhead(rows, 0, "da n")).toBe(4)
    expect(typedAhead(rows, 0, "đ")).toBe(4)
  })

  it("goes on to the next name when the same letter comes again", () => {
    expect(typedAhead(rows, 1, "vv")).toBe(2)
  })

  it("stays on a name that the longer word still fits", () => {
    expect(typedAhead(rows, 2, "vĩnh a")).toBe(2)
    expect(typedAhead(rows, 2, "vĩnh h")).toBe(3)
  })

  it("finds nothing where no name begins so", () => {
    expect(typedAhead(rows, 0, "x")).toBeUndefined()
  })
})
