import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../parts/line.ts"
import type { Key, Press } from "../parts/press.ts"
import { width as cells } from "../parts/text.ts"
import { worksAnswerTo } from "../testing/works-sample.ts"
import { readWorksAgain, worksFailed, worksLoaded } from "./works-arriving.ts"
import { listHeight } from "./works-layout.ts"
import { worksLines } from "./works-lines.ts"
import { worksPage } from "./works-page.ts"
import { cursorOf, type Frame, isOnTheWay, noWorks, type WorksState } from "./works-state.ts"
import { settleWorks, stepWorks } from "./works-step.ts"
import { worksWanted } from "./works-wanted.ts"

const frame: Frame = { width: 118, height: 30, lang: "vi" }
const hint = { place: "Hải Phòng", day: null }
const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))

/** Everything that is wanted is answered, as the runner would. */
const answered = (works: WorksState, of = frame): WorksState => {
  const [read] = worksWanted(works, hint)
  return read === undefined ? works : answered(settleWorks(worksLoaded(works, read, worksAnswerTo(read)), of), of)
}
const opened = answered(noWorks)
const after = (...presses: ReadonlyArray<Press>): WorksState =>
  presses.reduce((works, press) => answered(stepWorks(works, press, frame)), opened)
const names = ({ list }: WorksState) => list?.items.map(({ name }) => name)
const text = (works: WorksState, of = frame) => worksLines(works, of).map(plain).join("\n")

describe("the tab of works", () => {
  it("opens on the works of the plan's place, the latest first, with bars of built, planned and paid", () => {
    expect(opened.spot).toMatchObject({ unit: "31", sort: "late" })
    expect(text(opened)).toMatch(/^3 công trình · 2 chậm · chậm nhất trước +1\/3$/m)
    expect(text(opened)).toMatch(/^Đường trục xã An Thắng ° +huyện An Lão +█+▌?▒+ +43 +█.*░ +181 ngày$/m)
    expect(text(opened)).toMatch(/^Chợ trung tâm .* 0 +░+ +–$/m)
    expect(text(opened)).toContain("KM2024-1 · huyện An Lão · Giao thông · đang thi công · 10,5 tỷ đồng")
    expect(text(opened)).toContain("16/09/2024 → 16/03/2025 · nợ 500 triệu đồng · 1 vướng mắc · ° số minh họa")
  })

  it("narrows to the late ones, to a sector, to what is typed, and widens again on Esc", () => {
    expect(names(after(...type("x")))).toEqual(["Đường trục xã An Thắng", "Trường mầm non An Thắng"])
    const roads = after(...type("f"))
    expect([roads.spot.sector, names(roads)]).toEqual(["transport", ["Đường trục xã An Thắng"]])
    expect(text(roads)).toContain("· Giao thông ·")
    const found = after(...type("/chợ"), key("enter"))
    expect([found.view._tag, names(found)]).toEqual(["List", ["Chợ trung tâm"]])
    const wide = [key("escape"), key("escape"), key("escape")].reduce(
      (works, press) => answered(stepWorks(works, press, frame)),
      after(...type("xf/đường"), key("enter"))
    )
    expect(wide.spot).toMatchObject({ query: "", late: false, sector: null })
  })

  it("turns through the sectors and states back to all of them", () => {
    expect(after(...type("f".repeat(10))).spot.sector).toBeNull()
    expect(after(...type("tt")).spot.state).toBe("preparing")
    expect(after(...type("t".repeat(7))).spot.state).toBeNull()
    expect(after(...type("oo")).spot.sort).toBe("name")
  })

  it("asks once for a text that is typed quickly, and keeps the list on show until the answer comes", () => {
    const typing = type("/chợ").reduce((works, press) => stepWorks(works, press, frame), opened)
    expect(worksWanted(typing, hint)).toMatchObject([{ _tag: "Go", after: 120, to: { query: "chợ" } }])
    expect([isOnTheWay(typing), names(typing)?.length]).toEqual([true, 3])
  })

  it("opens a work with its chain, its curve, its money and what it holds back", () => {
    const page = worksPage(after(key("enter")), frame)
      .map(plain)
      .join("\n")
    expect(page).toContain("Kế hoạch 16/09/2024 → 16/03/2025 · chậm 181 ngày")
    expect(page).toContain(
      "Khảo sát → Lập thiết kế, dự toán → Lựa chọn nhà thầu → Thi công → Nghiệm thu → Bàn giao (441 ngày)"
    )
    expect(page).toMatch(/● ▶ {2}Thi công +21\/03\/2024–17\/08\/2024 +01\/06\/2024–14\/02\/2025 +0$/m)
    expect(page).toContain("Nợ đọng: 500, quá hạn 500")
    expect(page).toMatch(/ 500 · nghiệm thu 05\/08\/2024 · 118 ngày/)
    expect(page).toContain("△ làm trước, chưa trả 3.000")
    expect(page).toContain("2. Giao thông · 2.1 Đường trục xã được nhựa hóa")
    expect(page).toContain("10.000.000.000 đồng → 10.500.000.000 đồng · lý do: giá thép tăng")
    expect(page).toContain("mặt bằng: còn 3 hộ chưa bàn giao đất")
    expect(page).toMatch(/100 ┤/)
  })

  it("goes from a work to those beside it in the list, and back to where one is", () => {
    const next = after(key("enter"), ...type("n"))
    expect(next.view).toMatchObject({ _tag: "Work", id: 2 })
    expect(after(key("enter"), ...type("np")).view).toMatchObject({ id: 1 })
    expect(after(key("enter"), ...type("p")).view).toMatchObject({ id: 1 })
    expect(cursorOf(stepWorks(next, key("escape"), frame))).toBe(1)
  })

  it("sums all works up: their curve, batches by district, alerts", () => {
    const page = worksPage(after(...type("i")), frame)
      .map(plain)
      .join("\n")
    expect(page).toContain("Chậm so với kế hoạch 19,7 điểm %")
    expect(page).toMatch(/Danh mục xã kiểu mẫu 2024 \(KM2024\) · hạn 31\/12\/2024/)
    expect(page).toMatch(/thành phố Hải Phòng +3 +█+▌?▒+░+ +47,5 +181 ngày +500/)
    expect(page).toContain("Chậm đường găng (> 30 ngày): 2")
    expect(after(...type("ii")).view._tag).toBe("List")
  })

  it("asks as of a typed day, of today again for none, and says why a text is no day", () => {
    expect(after(...type("d31/12/2024"), key("enter")).spot.asOf).toBe("2024-12-31")
    expect(after(...type("d1/1/2024"), key("enter"), ...type("d"), key("enter")).spot.asOf).toBeNull()
    expect(after(...type("d31/6/2024"), key("enter")).view).toMatchObject({
      problem: { vi: "Ngày “31/6/2024” không có trong lịch" }
    })
  })

  it("stays with the list that it has when another cannot be read, and tells why", () => {
    const going = stepWorks(opened, type("x")[0] ?? key("up"), frame)
    const [read] = worksWanted(going, hint)
    const problem = { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 }
    const stayed = read === undefined ? going : worksFailed(going, read, problem)
    expect([stayed.spot.late, isOnTheWay(stayed), stayed.said?.text.vi]).toEqual([false, false, "Hỏng"])
    const [first] = worksWanted(noWorks, hint)
    const failed = first === undefined ? noWorks : worksFailed(noWorks, first, problem)
    expect(worksWanted(failed, hint)).toEqual([])
    expect(text(failed)).toContain("Bấm r để thử lại.")
    expect(worksWanted(readWorksAgain(failed), hint).map(({ _tag }) => _tag)).toEqual(["Open"])
  })

  it("keeps the cursor on a row that is on show and fills no more than its room, whatever is pressed", () => {
    const press = fc.oneof(
      fc.constantFrom<Key>("up", "down", "pageDown", "end", "home", "enter", "escape", "backspace").map(key),
      fc.constantFrom(..."xftodi/npaq1").map((text): Press => ({ _tag: "Typed", text }))
    )
    const room = fc.record({ width: fc.integer({ min: 38, max: 180 }), height: fc.integer({ min: 5, max: 50 }) })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 20 }), room, (presses, { height, width }) => {
        const of: Frame = { width, height, lang: "vi" }
        const works = presses.reduce((state, one) => answered(stepWorks(state, one, of), of), answered(noWorks, of))
        expect(cursorOf(works)).toBeGreaterThanOrEqual(works.top)
        expect(cursorOf(works)).toBeLessThan(works.top + listHeight(of))
        const lines = worksLines(works, of)
        expect(lines.length).toBeLessThanOrEqual(height)
        for (const line of lines) expect(cells(plain(line))).toBeLessThanOrEqual(width)
      })
    )
  })
})
