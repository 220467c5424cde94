import { describe, expect, it } from "vitest"
import { shareText } from "./share-text.ts"
import { unitWords } from "./units.words.ts"

const text = (low: number, high: number) => shareText({ low, high }, unitWords.vi)

describe("a share in words", () => {
  it("says a whole, an exact share with a decimal comma, and a part of unknown size apart", () => {
    expect([text(1, 1), text(0.405, 0.405), text(0, 1)]).toEqual(["toàn bộ", "40,5 %", "một phần"])
  })

  it("gives the bounds where only they are known", () => {
    expect([text(0, 0.4), text(0.25, 1)]).toEqual(["khoảng 0–40 %", "khoảng 25–100 %"])
  })
})
