import { describe, expect, it } from "vitest"
import { nextPlace } from "./cell-keys.ts"

const last = { row: 136, column: 20 }
const go = (row: number, column: number, key: string, ctrl = false) => {
  const next = nextPlace({ row, column }, key, ctrl, last)
  return next === undefined ? undefined : [next.row, next.column]
}

describe("the keys of the cells", () => {
  it("lead from cell to cell and stay inside the table", () => {
    expect([go(0, 0, "ArrowLeft"), go(136, 20, "ArrowRight"), go(136, 4, "PageDown")]).toEqual([
      [0, 0],
      [136, 20],
      [136, 4]
    ])
    expect([go(20, 4, "PageUp"), go(3, 4, "PageUp"), go(5, 5, "Home"), go(5, 5, "End")]).toEqual([
      [8, 4],
      [0, 4],
      [5, 0],
      [5, 20]
    ])
    expect([go(50, 5, "Home", true), go(50, 5, "End", true)]).toEqual([
      [0, 0],
      [136, 20]
    ])
  })

  it("lead up into the head where it can be pressed, and not above the names", () => {
    expect([go(0, 2, "ArrowUp"), go(0, 1, "ArrowUp"), go(-1, 2, "ArrowLeft"), go(-1, 2, "ArrowUp")]).toEqual([
      [-1, 2],
      [0, 1],
      [0, 1],
      [-1, 2]
    ])
  })

  it("leave every other key alone", () => {
    expect([go(0, 0, "a"), go(0, 0, "Tab"), go(0, 0, "Enter")]).toEqual([undefined, undefined, undefined])
  })
})
