import { describe, expect, it } from "vitest"
import { listedProblems, problemLines } from "./row-problems.ts"

const at = (row: number, words = `w${row}`) => ({ row, sentence: { vi: `sai ${words}`, en: `wrong ${words}` } })

describe("what is wrong with a batch", () => {
  it("is listed by row, what was found first of a row first", () => {
    const listed = listedProblems([at(2), at(0, "b"), at(1), at(0, "a")])
    expect(listed?.map(({ sentence }) => sentence.en)).toEqual(["wrong b", "wrong a", "wrong w1", "wrong w2"])
  })

  it("is the first thousand of it, so that a file of a million wrong rows has an answer somebody can read", () => {
    const listed = listedProblems(Array.from({ length: 5000 }, (_, index) => at(4999 - index)))
    expect([listed?.length, listed?.[0].row, listed?.at(-1)?.row]).toEqual([1000, 0, 999])
  })

  it("makes no refusal where there is nothing", () => {
    expect(listedProblems([])).toBeNull()
  })

  it("is said in both languages, a line a problem, rows as people count them", () => {
    expect(problemLines([at(0), at(4)]).split("\n")).toEqual([
      expect.stringMatching(/^1: .*sai w0.*wrong w0/),
      expect.stringMatching(/^5: .*sai w4.*wrong w4/)
    ])
  })
})
