import { describe, expect, inject, it } from "vitest"
import { keys, openScreen, type Screen } from "./screen.ts"

const left = "\u001b[D"
const right = "\u001b[C"

const openAssessment = async (size?: { readonly columns: number; readonly rows: number }): Promise<Screen> => {
  const screen = openScreen(["--server", inject("address")], size)
  await screen.shows(/NTM +61\/KH-UBND/)
  screen.type("6")
  await screen.shows(/31\/12\/2024 · Hải Phòng/, "đang đọc…")
  return screen
}

/** To the set of model communes, whose criteria 1 and 2 the plan's appendix prints as 105 and 107 of 137. */
const chooseModel = async (screen: Screen): Promise<string> => {
  screen.type("s")
  await screen.shows("Chọn bộ tiêu chí")
  screen.type(keys.down)
  await screen.settles("the set under the cursor", (lines) => lines.some((line) => / 4\/\d+$/.test(line)))
  screen.type(keys.enter)
  return screen.shows(/31\/12\/2024 · Hải Phòng · 137 đơn vị · Bộ tiêu chí xã nông thôn mới kiểu mẫu/, "đang đọc…")
}

describe("the assessment of communes in the terminal", () => {
  it("opens on the 137 communes of Hải Phòng of the plan's day, every cell a sign, marked illustrative", async () => {
    const screen = await openAssessment()
    const text = await screen.shows("Σ TC 1")
    expect(text).toMatch(/31\/12\/2024 · Hải Phòng · 137 đơn vị · .* 1\/137$/m)
    expect(text).toMatch(/^ xã An Đồng +° +19\/19( +✓){19}$/m)
    expect(text).toMatch(/Σ TC 1: ✓ 137 đạt/)
    expect(text).toMatch(/Bình quân 19,00\/19 · .*19: 137/)
    expect(text).toContain("° số liệu minh họa")
  })

  it("gives the counts of the printed appendix for model communes, and only those that fail on x", async () => {
    const screen = await openAssessment()
    await chooseModel(screen)
    await screen.shows(/Σ TC 1: ✓ 105 đạt · ✗ 32 chưa đạt/)
    screen.type(right)
    await screen.shows(/Σ TC 2: ✓ 107 đạt · ✗ 30 chưa đạt +bq 4,55\/5/)
    screen.type("x")
    const failing = await screen.shows(/chỉ đơn vị chưa đạt TC 2 · \d+\/30$/m)
    for (const line of failing.split("\n").filter((line) => line.startsWith(" xã ") && /\d\/5/.test(line)))
      expect(line).toMatch(/\d\/5 +[✓✗] +✗/)
    screen.type("i")
    const summary = await screen.shows("Theo từng tiêu chí")
    expect(summary).toMatch(/kiểu mẫu: 104 \+ 0 = 104/)
    expect(summary).toMatch(/1 {2}Giao thông .* 105 +32/)
  })

  it("opens a scorecard on the line that fails, tells why, and tries a value without recording it", async () => {
    const screen = await openAssessment()
    await chooseModel(screen)
    screen.type(`${right}x`)
    await screen.shows(/chưa đạt TC 2 · \d+\/30$/m)
    screen.type(keys.enter)
    const card = await screen.shows(/✗ 2\. Thu nhập/)
    expect(card).toMatch(/Danh hiệu: đã công nhận/)
    expect(card).toMatch(/✗ 2 .*[\d,]+ +≥ 79,2 +[\d,]+ +đã duyệt/)
    screen.type(keys.enter)
    const why = await screen.shows("Vì sao mức này")
    expect(why).toMatch(/Mức quy định +≥ 79,2 triệu đồng\/người\/năm/)
    expect(why).toMatch(/Còn thiếu +[\d,]+ triệu đồng/)
    expect(why).toMatch(/số liệu minh họa/)
    screen.type(keys.escape)
    await screen.shows(/✗ 2\. Thu nhập/, "Vì sao mức này")
    screen.type("w85")
    await screen.shows(/THỬ 2 giá trị thử: 85/)
    screen.type(keys.enter)
    const tried = await screen.shows(/✗→✓ 2\. Thu nhập/)
    expect(tried).toContain("THỬ 1 số liệu, chưa ghi")
    screen.type(keys.escape)
    await screen.shows(/✗ 2\. Thu nhập/, "THỬ")
    screen.type(keys.escape)
    await screen.shows(/chưa đạt TC 2 · \d+\/30$/m)
  })

  it("refuses a value in the server's own words, in the form and by the row of the grid", async () => {
    const screen = await openAssessment()
    screen.type(right)
    await screen.shows("Σ TC 2")
    screen.type(keys.enter)
    await screen.shows(/✓ 2\.1 Đường xã/)
    screen.type("e")
    await screen.shows(/Đang tính: 100 · đã duyệt · 31\/12\/2024/)
    screen.type(`181${keys.up}${keys.up}${keys.enter}`)
    await screen.shows(/Không ghi: .*181/)
    screen.type(keys.escape)
    await screen.shows(/✓ 2\.1 Đường xã/, "Không ghi")
    screen.type(keys.escape)
    await screen.shows("Σ TC 2")
    screen.type("e")
    await screen.shows(/xã An Đồng +100 · đã duyệt/)
    screen.type(`99${keys.enter}181`)
    await screen.shows(/2 giá trị đã gõ/)
    screen.type(`${keys.tab}${keys.enter}${keys.enter}${keys.enter}`)
    await screen.shows(/Không ghi: .*181/)
    screen.type(keys.escape)
    const grid = await screen.shows(/xã An Hòa .* 181 +▲/)
    expect(grid).toMatch(/xã An Đồng .* 99$/m)
    screen.type(`${keys.escape}`)
    await screen.shows("Esc lần nữa để bỏ")
    screen.type(`${keys.escape}`)
    await screen.shows("Σ TC 2")
  })

  it("steps over the merger to the new communes, whose values are provisional, and finds another province", async () => {
    const screen = await openAssessment()
    screen.type("d1/7/2025\r")
    const after = await screen.shows(/01\/07\/2025 · Hải Phòng · 67 đơn vị/, "đang đọc…")
    expect(after).toMatch(/^ xã .+ +[° ]~ +\d+\/19/m)
    expect(after).toContain("tạm tính từ số liệu của đơn vị khác")
    screen.type("pha noi")
    await screen.shows(/thành phố Hà Nội/, "tỉnh An Giang")
    screen.type(keys.enter)
    await screen.shows(/01\/07\/2025 · Hà Nội · \d+ đơn vị/)
  })

  it("lists the plan's targets with where they stand", async () => {
    const screen = await openAssessment()
    screen.type("t")
    const targets = await screen.shows(/Chỉ tiêu kế hoạch, theo nhóm nội dung, đến ngày 31\/12\/2024/)
    await screen.shows(/105\/137 · 76,6 % +137/)
    expect(targets).not.toContain("Σ")
    screen.type(keys.escape)
    await screen.shows("Σ TC 1")
  })

  it("draws itself in a low window without colour, and names the keys", async () => {
    const screen = await openAssessment({ columns: 40, rows: 10 })
    const text = await screen.shows(/✓ TC 1 Quy hoạch/)
    expect(text).toMatch(/^ xã An Đồng° +19\/19 ✓{19}$/m)
    for (const line of screen.lines()) expect(line.length).toBeLessThanOrEqual(40)
    screen.type(`${right}${left}?`)
    await screen.shows(/Các phím trong trang Đánh giá[^]*chọn ô/)
    screen.type("G")
    await screen.shows("để xem vì sao")
  })
})
