import { describe, expect, inject, it } from "vitest"
import { keys, openScreen, type Screen } from "./screen.ts"

const left = "\u001b[D"
const right = "\u001b[C"

const openUnits = async (size?: { readonly columns: number; readonly rows: number }): Promise<Screen> => {
  const screen = openScreen(["--server", inject("address")], size)
  await screen.shows(/NTM +61\/KH-UBND/)
  screen.type("5")
  await screen.shows(/▸ tỉnh An Giang/, "đang đọc…")
  return screen
}

/** Goes to the unit that a text finds first. */
const goTo = async (screen: Screen, text: string, arrived: string | RegExp): Promise<string> => {
  screen.type(`/${text}`)
  await screen.shows(new RegExp(`Tìm đơn vị: ${text} +1/`))
  screen.type(keys.enter)
  return screen.shows(arrived, "Tìm đơn vị")
}

/** The row of the screen in which a unit's name stands, without what the map shows beside it. */
const row = (text: string, name: RegExp): string => text.split("\n").find((line) => name.test(line)) ?? ""

describe("the units of the country in the terminal", () => {
  it("opens on the provinces of today, and opens Hải Phòng down to its 114 communes", async () => {
    const screen = await openUnits()
    expect(screen.text()).toMatch(/· 34 tỉnh, 3\.321 xã/)
    await goTo(screen, "hai phong", /▸ thành phố Hải Phòng/)
    screen.type(right)
    const open = await screen.shows(/▾ thành phố Hải Phòng · 114 xã/)
    expect(open).toMatch(/phường Ái Quốc +10660 +17,60 +24\.736/)
    screen.type(left)
    await screen.shows(/▸ thành phố Hải Phòng/)
  })

  it("steps back over 01/07/2025 to three levels and on again, following the unit under the cursor", async () => {
    const screen = await openUnits()
    await goTo(screen, "xa vinh thuan, hai phong", /^ +xã Vĩnh Thuận +11842/m)
    screen.type("[")
    await screen.shows("Đơn vị ngày 01/07/2025")
    screen.type("[")
    const before = await screen.shows(/Đơn vị ngày 01\/01\/2025/)
    expect(before).toContain("63 tỉnh, 696 huyện, 10.035 xã")
    expect(row(before, /▾ huyện Vĩnh Bảo/)).toMatch(/^ {3}▾ huyện Vĩnh Bảo · \d+ xã/)
    expect(row(before, /xã Vĩnh An /)).toMatch(/^ {7}xã Vĩnh An +11842/)
    expect(before).toContain("xã Vĩnh Thuận chưa có vào ngày 01/01/2025; trước là")
    screen.type("]")
    const after = await screen.shows(/Đơn vị ngày 01\/07\/2025/)
    expect(after).toContain("sau là xã Vĩnh Thuận")
    expect(after).not.toMatch(/ huyện Vĩnh Bảo/)
  })

  it("takes a typed day, and says in words why 31/6 is none", async () => {
    const screen = await openUnits()
    screen.type("d31/6/2025\r")
    await screen.shows("Ngày “31/6/2025” không có trong lịch")
    screen.type(`${keys.escape}`)
    await screen.shows("34 tỉnh", "Xem vào ngày")
    screen.type("d31/12/2024\r")
    await screen.shows(/Đơn vị ngày 31\/12\/2024 · 63 tỉnh, 696 huyện, [\d.]+ xã/)
  })

  it("finds a commune that is no more, says what it is now, goes to it, and tells its story", async () => {
    const screen = await openUnits()
    screen.type("/vinh an hai phong")
    const found = await screen.shows(/xã Vĩnh An, huyện Vĩnh Bảo, .*nay là xã Vĩnh Thuận/)
    expect(found).not.toContain("tỉnh Phú Thọ")
    screen.type(keys.enter)
    await screen.shows("Cây được mở vào ngày 30/06/2025, khi đơn vị này tồn tại")
    screen.type(keys.enter)
    const story = await screen.shows("Lịch sử")
    expect(story).toMatch(/Trực thuộc +huyện Vĩnh Bảo, thành phố trung ương Hải Phòng/)
    expect(story).toContain("Ngày 01/07/2025, xã Vĩnh An (11842) nhập vào xã Vĩnh Thuận (11842)")
    expect(story).toMatch(/Về sau, vào ngày 01\/07\/2025/)
    expect(story).toMatch(/100 % ████████ xã Vĩnh Thuận \(11842\)/)
    screen.type("o")
    await screen.shows("Đi tới đơn vị nào?")
    screen.type(keys.enter)
    const next = await screen.shows(/Xem vào ngày +01\/07\/2025/)
    expect(next).toMatch(/Dân số +28\.879 người/)
    screen.type("t")
    await screen.shows(/Đơn vị ngày 01\/07\/2025[^]*^ +xã Vĩnh Thuận +11842 +23,50 +28\.879/m)
  })

  it("finds while one types, also when Enter is faster than the answer", async () => {
    const screen = await openUnits()
    screen.type("/h. vinh bao\r")
    await screen.shows(/Đơn vị ngày 30\/06\/2025[^]*huyện Vĩnh Bảo/, "Tìm đơn vị")
  })

  it("draws the province beside the tree and over the screen, and turns it through time", async () => {
    const screen = await openUnits()
    await goTo(screen, "xa vinh thuan, hai phong", /^ +xã Vĩnh Thuận +11842/m)
    expect(await screen.shows(/Bản đồ thành phố Hải Phòng · 114 xã/)).toMatch(/[▖▗▘▝▐▌█▄▀]/)
    screen.type("m")
    const over = await screen.shows("● ", "Đơn vị ngày")
    expect(over).toMatch(/\[ ○ 31\/12\/2024 ── ○ 01\/01\/2025 ── ○ 01\/07\/2025 ── ● \d\d\/\d\d\/\d{4} \]/)
    expect(over).toMatch(/[⠁-⣿]{3}/)
    screen.type("[[")
    await screen.shows(/Bản đồ thành phố trung ương Hải Phòng · 167 xã[^]*● 01\/01\/2025/)
    screen.type(keys.escape)
    await screen.shows("Đơn vị ngày 01/01/2025")
  })

  it("draws itself in a low window, and names the keys", async () => {
    const screen = await openUnits({ columns: 40, rows: 10 })
    expect(screen.lines()[1]?.trim()).toBe("1   2   3   4   5 Đơn vị   6   7")
    for (const line of screen.lines()) expect(line.length).toBeLessThanOrEqual(40)
    screen.type("?")
    await screen.shows(/Các phím trong trang Đơn vị[^]*mở, đóng/)
    screen.type("G")
    await screen.shows("để xem vì sao")
  })
})
