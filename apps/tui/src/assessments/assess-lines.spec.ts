import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width } from "../parts/text.ts"
import { planDay } from "../testing/assess-facts.ts"
import { assessAnswer } from "../testing/assess-sample.ts"
import { assessLoaded } from "./assess-arriving.ts"
import { assessLines } from "./assess-lines.ts"
import { type AssessState, type Frame, noAssessments } from "./assess-state.ts"
import { settleAssess, stepAssess } from "./assess-step.ts"
import { assessWanted, type Context } from "./assess-wanted.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }
const context: Context = { document: "kh-61-2025", place: "Hải Phòng", day: planDay }

const answered = (assess: AssessState, of: Frame): AssessState => {
  const reads = assessWanted(assess, context)
  return reads.length === 0
    ? assess
    : answered(
        reads.reduce((state, read) => settleAssess(assessLoaded(state, read, assessAnswer(read)), of), assess),
        of
      )
}

const named: ReadonlySet<string> = new Set<Key>(["left", "right", "down", "enter", "escape"])
const isKey = (text: string): text is Key => named.has(text)

/** What is seen after these keys and letters. */
const seen = (presses: ReadonlyArray<string>, of: Frame = frame): ReadonlyArray<string> => {
  const state = presses
    .map((text): Press => (isKey(text) ? { _tag: "Key", key: text } : { _tag: "Typed", text }))
    .reduce(
      (assess, press) => answered(stepAssess(assess, press, context.document, of), of),
      answered(noAssessments, of)
    )
  return assessLines(state, context.document, of).map(plain)
}

describe("the tab of assessments on the screen", () => {
  it("draws a row a unit and a sign a criterion, readable without colour", () => {
    const lines = seen(["down", "right"])
    expect(lines[0]).toMatch(/^31\/12\/2024 · Hải Phòng · 3 đơn vị · Xã đạt chuẩn nông thôn mới 2021–2025 +2\/3$/)
    expect(lines[2]).toMatch(/Đạt +1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9$/)
    expect(lines[4]).toMatch(/^xã Vĩnh An +° +16\/19 {2}✓ ✗ ✗ ✓ \? ✓/)
    expect(lines[5]).toMatch(/^xã Giang Biên +°~ +17\/19 {2}✓ ✓ ✗ – § ✓/)
  })

  it("says under the cells what the criterion is and why it is not met, then all units together", () => {
    const lines = seen(["down", "right"])
    expect(lines.at(-4)).toBe("✗ TC 2 Giao thông: 2.1 72.5 %, chưa đạt mức ≥ 80 %")
    expect(lines.at(-3)).toBe("xã Vĩnh An, huyện Vĩnh Bảo · ° số liệu minh họa")
    expect(lines.at(-2)).toBe("Σ TC 2: ✓ 2 đạt · ✗ 1 chưa đạt  bq 17,33/19")
    expect(lines.at(-1)).toBe("° Bình quân 17,33/19 · 0–14: 0  15–18: 2  19: 1 · đạt chuẩn 2")
    expect(seen([]).at(-3)).toBe("xã Dũng Tiến, huyện Vĩnh Bảo · đã công nhận đạt chuẩn · ° số liệu minh họa")
  })

  it("keeps every criterion on show in the smallest window", () => {
    const small: Frame = { width: 38, height: 7, lang: "vi" }
    const lines = seen(["down"], small)
    expect(lines[0]).toContain("31/12/2024")
    expect(lines[1]).toMatch(/1111111111$/)
    expect(lines[2]).toMatch(/1234567890123456789$/)
    expect(lines[4]).toMatch(/^xã Vĩnh An.*16\/19 ✓✗✗✓\?✓{14}$/)
    expect(lines.at(-1)).toMatch(/^✓ TC 1 Quy hoạch/)
  })

  it("shows a scorecard with value, threshold, gap and age, and the marks of what is not verified", () => {
    const lines = seen(["down", "right", "enter"], { ...frame, width: 118 })
    expect(lines[0]).toContain("xã Vĩnh An (11842), huyện Vĩnh Bảo, thành phố trung ương Hải Phòng · 31/12/2024")
    expect(lines[1]).toContain("* quy định chưa kiểm chứng")
    expect(lines.join("\n")).toMatch(/▾ ✗ Xã đạt chuẩn nông thôn mới 2021–2025 +16\/19 chưa đạt/)
    expect(lines.join("\n")).toMatch(/✗ 2\.1 Đường xã được cứng hóa +\* +72,5 +≥ 80 +7,5 +đã duyệt, 45 ngày/)
    expect(lines.at(-1)).toBe("Chỉ tiêu · % · Sở Xây dựng")
  })

  it("marks what a trial changes, and that it is one", () => {
    const lines = seen(["down", "right", "enter", ..."w85", "enter"])
    expect(lines[0]).toMatch(/THỬ 1 số liệu, chưa ghi/)
    expect(lines.join("\n")).toMatch(/✗→✓ 2\.1 Đường xã/)
    expect(lines.join("\n")).toMatch(/✗→✓ 2\. Giao thông/)
    expect(seen(["down", "right", "enter", ..."w85"]).at(-2)).toMatch(/THỬ 2\.1 giá trị thử: 85 .*hiện là 72,5 %/)
  })

  it("tells everything of a line on its own page: threshold, why, gap, parts of a derived value, agency", () => {
    const text = seen(["down", "down", "right", "enter", "enter"]).join("\n")
    expect(text).toMatch(/2\.1 Đường xã được cứng hóa/)
    expect(text).toMatch(/Mức quy định +≥ 80 %/)
    expect(text).toMatch(/Vì sao mức này +vùng ĐBSH/)
    expect(text).toMatch(/Vượt mức +15 % \(18,8 %\)/)
    expect(text).toMatch(/~ Suy ra từ +trong khoảng 90 – 97/)
    expect(text).toMatch(/xã Dũng Tiến \(11827\): 97, 31\/12\/2023, 40 %/)
    expect(text).toMatch(/Cơ quan phụ trách +Sở Xây dựng/)
    expect(text).toMatch(/chưa kiểm chứng: ghi theo trí nhớ/)
  })

  it("tells what proves a value, with the link that opens it", () => {
    const tall = { ...frame, width: 118, height: 60, server: "http://127.0.0.1:4100" }
    const text = seen(["down", "right", "enter", "enter"], tall).join("\n")
    expect(text).toMatch(/Minh chứng +biên bản\.pdf \(1,5 KB\)/)
    expect(text).toContain(`http://127.0.0.1:4100/api/v1/evidence/${"a".repeat(64)}`.slice(0, 95))
    expect(text).toMatch(/Minh chứng +Cổng thông tin\n +https:\/\/haiphong\.gov\.vn\/a/)
  })

  it("tells why numbers moved since a day: each part, its units, old and new values", () => {
    const text = seen(["m"]).join("\n")
    expect(text).toMatch(/Vì sao số thay đổi · Từ ngày 31\/12\/2023 · d: ngày khác/)
    expect(text).toMatch(/2\. Giao thông: 3 → 2 \(-1: Thay đổi thực tế\)/)
    expect(text).toMatch(/xã .*: Đạt → Chưa đạt; tiêu chí −2; chỉ tiêu 2\.1/)
    expect(text).toMatch(/2\.1: 95 \(31\/12\/2023\) → 72,5 \(\d\d\/\d\d\/20\d\d\)/)
  })

  it("takes another first day, says what is none, and goes back to the cells", () => {
    expect(seen(["m", ..."d31/2/2024", "enter"]).join("\n")).toMatch(/Từ ngày: 31\/2\/2024.*không có trong lịch/)
    expect(seen(["m", ..."d30/6/2024", "enter"]).join("\n")).toMatch(/Từ ngày 30\/06\/2024/)
    expect(seen(["m", ..."d1", "escape", "escape"])).toEqual(seen([]))
  })

  it("adds all units up by criterion, with distribution, tiers, the nearest and the debt", () => {
    const text = seen(["i"], { ...frame, height: 60 }).join("\n")
    expect(text).toMatch(/ {2}2 {2}Giao thông +█+[░▏▎▍▌▋▊▉]* +2 +1 +·/)
    expect(text).toMatch(/đạt chuẩn: 1 \+ 1 = 2/)
    expect(text).toContain("xã Giang Biên 17/19 · còn thiếu TC 3, 5")
    expect(text).toContain("xã Vĩnh An · còn thiếu TC 2")
  })

  it("lists the targets of the plan with where they stand", () => {
    const lines = seen(["t"])
    expect(lines[0]).toContain("Chỉ tiêu kế hoạch, theo nhóm nội dung, đến ngày 31/12/2024")
    expect(lines[2]).toMatch(/^! chậm +100 % số xã giữ .* °2\/3 · 66,7 % +3 +31\/12\/2025/)
    expect(lines.at(-1)).toBe("III.2 Phát triển hạ tầng kinh tế - xã hội")
    expect(seen(["t", "enter"]).join("\n")).toMatch(/Cần mỗi tháng +1/)
  })

  it("fits any window, in both languages, whatever is on show", () => {
    const card = ["down", "right", "enter"]
    const scenes = [
      [],
      ["right", "x"],
      ["s"],
      ["p"],
      ["i"],
      ["t"],
      ["t", "enter"],
      ["m"],
      ["m", ..."d30"],
      [..."/vinh"],
      [..."d31/6"],
      card,
      [...card, "enter"],
      [...card, "w"],
      [...card, ..."w85", "enter"],
      [...card, "left", "left", "enter"]
    ]
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
          for (const line of lines)
            expect(width(line), `${columns} ${scene.join(" ")}: ${line}`).toBeLessThanOrEqual(columns)
        }
  })
})
