import { describe, expect, inject, it } from "vitest"
import { keys, openScreen, type Screen } from "./screen.ts"

const right = "\u001b[C"
const server = () => ["--server", inject("address")]

const openMoney = async (size?: { readonly columns: number; readonly rows: number }): Promise<Screen> => {
  const screen = openScreen(server(), size)
  await screen.shows(/NTM +61\/KH-UBND/)
  screen.type("2")
  await screen.shows(/^ huyện An Lão .* 3\.367\.963/m, "đang đọc…")
  return screen
}

/** The pilot's works on the day of the report that publishes them. */
const openWorks = async (): Promise<Screen> => {
  const screen = openScreen(server())
  await screen.shows(/NTM +61\/KH-UBND/)
  screen.type("7")
  await screen.shows(/1\.850 công trình/, "đang đọc…")
  screen.type("d27/12/2024\r")
  await screen.shows(/ngày 27\/12\/2024$/m, "đang đọc…")
  return screen
}

describe("money in the terminal", () => {
  it("opens on the plan's table by sources and units, and goes down to An Lão's unexplained 2.775", async () => {
    const screen = await openMoney()
    const table = await screen.shows(/^ huyện An Lão .*▲ 493\.227/m)
    expect(table).toMatch(/Hải Phòng · năm 2024 · Huy động · Cấp huyện · triệu đồng · theo ranh giới/)
    expect(table).toMatch(/^ Tổng +29\.960\.217 +4\.687\.912 +4\.651\.993/m)
    expect(table).toMatch(/^ huyện Cát Hải .*▲ 896\.210/m)
    screen.type(`/an lao${keys.enter}${right}${right}`)
    const cell = await screen.shows(/│ ▲ Tổng không bằng các phần/)
    expect(cell).toMatch(/│ 493\.227 triệu đồng/)
    expect(cell).toMatch(/│ trong đó 2\.775 triệu đồng chưa giải/)
    screen.type(keys.enter)
    await screen.shows(/huyện An Lão · năm 2024/, "huyện Cát Hải")
    await screen.shows(/Cả đơn vị[^]*trong đó 2\.775 triệu đồng chưa giải/)
    // Its communes are another tier.
    screen.type("c")
    await screen.shows(/Cấp xã[^]*^ xã /m, "Cả đơn vị")
    screen.type(keys.backspace)
    await screen.shows(/^ huyện Cát Hải/m)
  })

  it("narrows to what is doubted, shows what was paid, the entries, and the table as printed", async () => {
    const screen = await openMoney()
    screen.type("x")
    const doubted = await screen.shows("chỉ dòng cần xem", "Bạch Long Vĩ")
    expect(doubted).toMatch(/huyện An Lão[^]*huyện Cát Hải[^]*huyện Thủy Nguyên/)
    screen.type(keys.escape)
    await screen.shows("Bạch Long Vĩ")
    screen.type("i")
    await screen.shows(/Từ kế hoạch đến giải ngân[^]*hạn giải ngân 31\/01\/2025/)
    screen.type(keys.escape)
    await screen.shows("Bạch Long Vĩ", "Từ kế hoạch đến giải ngân")
    screen.type(`${keys.down}${keys.down}e`)
    await screen.shows(/Từng bút toán[^]*31\/12\/2024 +huyện An Lão/)
    screen.type(keys.escape)
    await screen.shows("Bạch Long Vĩ", "Từng bút toán")
    screen.type("v")
    await screen.shows(/Phụ lục 02 · ĐVT: triệu đồng/)
    screen.type("v")
    await screen.shows(/Hải Phòng · năm 2024 · Huy động/, "Phụ lục 02 ·")
  })

  it("steps to the year after, up to the country, and draws itself in a low window", async () => {
    const screen = await openMoney({ columns: 60, rows: 14 })
    for (const line of screen.lines()) expect(line.length).toBeLessThanOrEqual(60)
    screen.type("]")
    // What is published of the year comes first; its works are made up, at their own tier.
    await screen.shows(/năm 2025[^]*23\.802\.000/)
    screen.type("c")
    await screen.shows(/năm 2025[^]*^ xã An Lão .*°/m)
    screen.type("[")
    await screen.shows(/^ huyện An Lão/m)
    screen.type(keys.escape)
    await screen.shows(/Cả nước · năm 2024/)
    screen.type("?")
    await screen.shows("Các phím trong trang Nguồn lực")
  })
})

describe("works in the terminal", () => {
  it("finds a late work, and shows its chain, its curve and what it holds back", async () => {
    const screen = await openWorks()
    const list = screen.text()
    expect(list).toMatch(/1\.850 công trình · \d+ chậm · chậm nhất trước/)
    expect(list).toMatch(/░|▒|█/)
    screen.type("x")
    await screen.shows(/chỉ công trình chậm/, "đang đọc…")
    screen.type(`g${keys.enter}`)
    const work = await screen.shows(/chậm \d+ ngày[^]*Đường găng/)
    expect(work).toMatch(/Các bước \(● trên đường găng\)/)
    expect(work).toMatch(/● ✓ +Khảo sát +\d\d\/\d\d\/202\d–/)
    expect(work).toContain("° số minh họa")
    screen.type(" ")
    await screen.shows(/Vốn \(triệu đồng\)/)
    screen.type("G")
    await screen.shows("Báo cáo gần nhất")
    screen.type(keys.escape)
    await screen.shows("chỉ công trình chậm")
  })

  it("searches without diacritics, and sums all works up with their published counts", async () => {
    const screen = await openWorks()
    screen.type("/truong mam non")
    const found = await screen.shows(/Tìm công trình: truong mam non +\d+\+? công trình/, "đang đọc…")
    expect(found).toMatch(/trường mầm non/i)
    screen.type(`${keys.escape}`)
    await screen.shows(/1\.850 công trình/, "Tìm công trình")
    screen.type("i")
    const summary = await screen.shows(/Đường tiến độ \(%\)[^]*100 ┤/)
    expect(summary).toContain("12.497 hộ · đất ở 142.945 m² · đất nông nghiệp 87.202 m²")
    screen.type(" ")
    await screen.shows(/803 công trình · 35 xã|1\.047 công trình · 45 xã/)
  })
})
