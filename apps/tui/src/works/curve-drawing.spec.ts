import { Day } from "@ntm/domain/values"
import type { CurvePoint } from "@ntm/domain/works"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import { width as cells } from "../parts/text.ts"
import { curveLines } from "./curve-drawing.ts"

const point = (day: string, planned: number, done: number | null, paid: number | null): CurvePoint => ({
  day: Schema.decodeUnknownSync(Day)(day),
  planned,
  done,
  paid
})
const points = [
  point("2024-01-01", 0, 0, 0),
  point("2024-06-30", 60, 40, 20),
  point("2024-09-30", 80, 50, 45),
  point("2024-12-31", 100, null, null)
]

describe("an S-curve in braille", () => {
  it("draws the plan in dots, what is built as a line, with days and a legend below", () => {
    expect(curveLines({ points }, 50, 10, "vi").map((line) => plain(line).trimEnd())).toMatchInlineSnapshot(`
      [
        "100 ┤                                       ⡀⠠ ⠂⠐",
        "    │                               ⢀ ⠄⠐ ⠂⠈",
        "    │                        ⡀⠠ ⠂⠐ ⠁",
        " 50 ┤                  ⡀⠠ ⠂⠈",
        "    │             ⢀ ⠄⠐    ⢀⣀⣀⠤⠤⠤⠤⠒⠒⡒⡒⠍⠋",
        "    │         ⡀⠠ ⠂ ⣀⣀⠤⠔⠒⠊⠉⠁   ⡀⠄⠄⠂⠁",
        "    │    ⢀ ⢄⣐⡠⠤⠔⠒⠉⡉⡀⡀⡀⠄⠄⠄⠄⠂⠂⠁⠁",
        "  0 ┤⣀⡤⠤⠗⠖⠍⠃⠂⠂⠂⠁⠁⠁",
        "     01/01/2024             ▲30/09/2024 31/12/2024",
        "     ⠄⠄⠄ kế hoạch  ⠤⠤⠤ đã làm  ⠠⠄⠠ đã trả",
      ]
    `)
  })

  it("gives a cell that lines share the tone of what is built, and the plan where it is alone", () => {
    const tones = (row: number) =>
      new Set(
        curveLines({ points }, 50, 10, "vi")[row]?.flatMap(({ text, tone }) => (text.trim() === "" ? [] : [tone]))
      )
    expect(tones(0)).toEqual(new Set(["dim"]))
    expect(tones(7).has("good")).toBe(true)
  })

  it("says so where there is nothing to draw", () => {
    expect(curveLines({ points: [] }, 50, 10, "vi").map(plain)).toEqual(["Chưa đủ số liệu để vẽ đường tiến độ."])
    expect(curveLines({ points: points.slice(0, 1) }, 50, 10, "en").map(plain)).toEqual([
      "Not enough is known for a curve."
    ])
  })

  it("fills no more than its room", () => {
    for (const width of [30, 50, 120]) {
      const lines = curveLines({ points }, width, 12, "vi")
      expect(lines).toHaveLength(12)
      for (const line of lines.slice(0, -1)) expect(cells(plain(line))).toBeLessThanOrEqual(width)
    }
  })
})
