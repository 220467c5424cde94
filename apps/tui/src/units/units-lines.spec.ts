import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { answerTo } from "../testing/unit-sample.ts"
import { unitsFailed, unitsLoaded } from "./arriving.ts"
import { unitsLines } from "./units-lines.ts"
import { type Frame, noUnits, type UnitsState } from "./units-state.ts"
import { settleUnits, stepUnits } from "./units-step.ts"
import { unitsWanted } from "./units-wanted.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }

const answered = (units: UnitsState, of: Frame): UnitsState => {
  const reads = unitsWanted(units, of)
  return reads.length === 0
    ? units
    : answered(
        reads.reduce((state, read) => settleUnits(unitsLoaded(state, read, answerTo(read)), of), units),
        of
      )
}

const named: ReadonlySet<string> = new Set<Key>(["left", "right", "down", "enter", "escape"])
const isKey = (text: string): text is Key => named.has(text)

/** What is seen after these keys and letters. */
const seen = (presses: ReadonlyArray<string>, of: Frame = frame): ReadonlyArray<string> => {
  const state = presses
    .map((text): Press => (isKey(text) ? { _tag: "Key", key: text } : { _tag: "Typed", text }))
    .reduce((units, press) => answered(stepUnits(units, press, of), of), answered(noUnits, of))
  return unitsLines(state, of).map(plain)
}

describe("the tab of units on the screen", () => {
  it("shows the day, its counts, and a row a unit with code, area and population", () => {
    const lines = seen(["right", "["])
    expect(lines[0]).toMatch(/^Đơn vị ngày 01\/07\/2025 \(202\/2025\/QH15\) · 1 tỉnh, 2 xã +1\/3$/)
    expect(lines[2]).toMatch(/^▾ thành phố Hải Phòng · 2 xã +31 +23,50 +28\.879$/)
    expect(lines[3]).toMatch(/^ {4}xã Vĩnh Thuận +11842 /)
    expect(lines.at(-1)?.trim()).toBe("thành phố Hải Phòng · từ 01/07/2025")
  })

  it("shows three levels on a day that had them", () => {
    const lines = seen(["right", "right", "[", "["])
    expect(lines[0]).toContain("30/06/2025 · 2 tỉnh, 1 huyện, 2 xã")
    expect(lines.slice(2, 6).map((line) => line.slice(0, 26).trimEnd())).toEqual([
      "▾ thành phố trung ương Hải",
      "  ▾ huyện Vĩnh Bảo · 2 xã",
      "      xã Dũng Tiến",
      "      xã Vĩnh An"
    ])
    expect(lines.at(-1)).toContain("trước là xã Dũng Tiến, xã Vĩnh An")
  })

  it("names where each hit leads, and all of it below", () => {
    const lines = seen([..."/vinh an", "down"])
    expect(lines[0]).toMatch(/^Tìm đơn vị: vinh an +2\/2$/)
    expect(lines[2]).toMatch(/^11842 +xã Vĩnh Thuận, .*trước là xã Dũng Tiến/)
    expect(lines[3]).toMatch(/^11842 +xã Vĩnh An, huyện Vĩnh Bảo.* +nay là xã Vĩnh Thuận/)
    expect(lines.at(-1)?.trim()).toBe("đến 30/06/2025 · nay là xã Vĩnh Thuận")
    expect(seen([..."/zzz"])[0]).toContain("Không tìm thấy đơn vị nào")
  })

  it("tells a story: facts, sentences, and the shares with the mark of what was inferred", () => {
    const text = seen(["right", "right", "enter"]).join("\n")
    expect(text).toMatch(/Trực thuộc +thành phố Hải Phòng/)
    expect(text).toMatch(/Mật độ +1\.229 người\/km²/)
    expect(text).toContain("• Ngày 01/07/2025, xã Vĩnh Thuận (11842)")
    expect(text).toMatch(/Trước đó, vào ngày 31\/12\/2024/)
    expect(text).toMatch(/100 % ████████ xã Dũng Tiến \(11827\) \[suy ra\]/)
  })

  it("says that no number is known rather than nothing", () => {
    expect(seen(["right", "right", "enter", "o", "down", "enter"]).join("\n")).toMatch(/Dân số +chưa có số liệu/)
  })

  it("draws the map beside the tree from 110 columns on, with the chosen commune solid", () => {
    const wide = { ...frame, width: 108 }
    const lines = seen(["right", "right"], wide)
    expect(lines[0]).toMatch(/1 tỉnh, 2 xã +2\/3 +Bản đồ thành phố Hải Phòng · 2 xã/)
    expect(lines.some((line) => line.includes("████"))).toBe(true)
    expect(lines.join("\n")).toContain("ranh giới phỏng theo tâm đơn vị")
    expect(seen(["right", "right"], { ...frame, width: 107 }).join("")).not.toContain("Bản đồ")
  })

  it("fills a commune alone, and all communes of a district", () => {
    const wide = { ...frame, width: 108 }
    const solid = (presses: ReadonlyArray<string>) => seen(presses, wide).join("").replaceAll(/[^█]/g, "").length
    const today = solid(["right", "right"])
    expect(today).toBeGreaterThan(0)
    expect(solid(["right"])).toBe(0)
    // The only shapes of the sample are today's; on the eve the code 11842 is that of one of two communes of a district.
    const eve = ["right", "right", "[", "["]
    expect([solid([...eve, "down"]), solid(eve), solid([...eve, "left"])]).toEqual([today, 0, today])
  })

  it("draws the map over the screen with the days that it can turn to", () => {
    const lines = seen(["m", "["])
    expect(lines[0]).toContain("Bản đồ thành phố Hải Phòng")
    expect(lines.at(-2)).toBe("[ ○ 30/06/2025 ── ● 01/07/2025 ── ○ 22/11/2026 ]")
  })

  it("says in the whole line why a typed day is none", () => {
    const lines = seen([..."d31/6/2025", "enter"], { ...frame, width: 38, height: 7 })
    expect(lines[0]?.trim()).toBe("Ngày “31/6/2025” không có trong lịch")
  })

  it("says what failed and how to try again", () => {
    const [read] = unitsWanted(noUnits, frame)
    const problem = { type: "x", title: "Không kết nối được máy chủ", titleEn: "Unreachable", status: 0 }
    const failed = read === undefined ? noUnits : unitsFailed(noUnits, read, problem)
    const text = unitsLines(failed, { ...frame, lang: "en" })
      .map(plain)
      .join("\n")
    expect(text).toMatch(/Unreachable[^]*Press r to try again/)
    expect(unitsWanted(failed, frame).map(({ _tag }) => _tag)).toEqual(["Days"])
  })

  it("fits any window, in both languages, whatever is on show", () => {
    const scenes = [[], ["right"], ["m"], [..."/vinh an"], ["enter"], ["right", "right", "enter", "o"], [..."d1/1"]]
    for (const lang of ["vi", "en"] as const)
      for (const [columns, height] of [
        [38, 7],
        [58, 12],
        [78, 19],
        [118, 35],
        [198, 55]
      ] as const)
        for (const scene of scenes) {
          const lines = seen(scene, { width: columns, height, lang })
          expect(lines.length).toBeLessThanOrEqual(height)
          // The line in which a person types gives way at its end when it is drawn.
          for (const line of lines.slice(1)) expect(width(line)).toBeLessThanOrEqual(columns)
        }
  })
})
