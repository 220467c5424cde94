import { describe, expect, it } from "vitest"
import { distance, nearest } from "./nearest.ts"

describe("what was probably meant", () => {
  it("counts a swap of neighbours as one edit", () => {
    expect([
      distance("audti", "audit"),
      distance("audit", "audit"),
      distance("", "tui"),
      distance("tui", "version")
    ]).toEqual([1, 0, 3, 6])
  })

  it("suggests the nearest word, or one that begins so", () => {
    const known = ["tui", "audit", "version", "help"]
    expect(["audti", "AUDIT", "verison", "ver", "hlep", "tiu"].map((word) => nearest(word, known))).toEqual([
      "audit",
      "audit",
      "version",
      "version",
      "help",
      "tui"
    ])
  })

  it("stays silent rather than guess wildly", () => {
    expect(["import", "x", "", "rebuild"].map((word) => nearest(word, ["tui", "audit", "help"]))).toEqual(
      Array(4).fill(undefined)
    )
  })
})
