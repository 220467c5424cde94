import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { driveDesk } from "../testing/desk-driver.ts"
import { inventoryAnswers } from "../testing/inventory-sample.ts"
import { sample } from "../testing/unit-sample.ts"
import { inventoryDesk } from "./inventory-desk.ts"

const { byUnit, list, totals } = inventoryAnswers
const provinces = { asOf: "2025-06-20", counts: {}, items: [sample.oldCity] }
const answers = { "/units": provinces, "/inventory": list, "/inventory/counts": totals }
const drive = (counts = totals) =>
  driveDesk(inventoryDesk, { ...answers, "/inventory/counts": counts }, "UBND thành phố Hải Phòng")

describe("registers in the terminal", () => {
  it("count each kind against what the plan wants of its province, in the year of the server's day", async () => {
    const { asked, drawn, press, read, start } = drive()
    const now = await read(start)
    expect(asked).toEqual([
      "/session",
      "/units?level=province&limit=1000",
      "/inventory?limit=1",
      "/inventory/counts?unit=31&year=2025"
    ])
    const lines = drawn(now)
    expect(lines[0]).toMatch(/^So với mục tiêu 2025 · thành phố trung ương Hải Phòng +1\/2$/)
    expect(lines[2]).toMatch(/^khu dân cư kiểu mẫu +3 +12 +–$/)
    expect(lines[3]).toMatch(/^sản phẩm OCOP +2 +7 +2\/60$/)
    expect(drawn(press(now, "down")).at(-1)).toBe(
      "kh-61-2025-haiphong: Có thêm 60 sản phẩm OCOP · 4 sao: 7 · 1 hết hạn"
    )
    // The search goes over what was read.
    expect(drawn(press(now, "/san pham")).slice(2, 4)).toEqual([lines[3], ""])
  })

  it("begin with the unit that is theirs to see who asks", async () => {
    const home = { id: 1, code: "11824", name: "Vĩnh Bảo", type: "xã", level: "commune" }
    const session = { home: { unit: home, agency: null } }
    const { asked, drawn, read, start } = driveDesk(
      inventoryDesk,
      { ...answers, "/session": session },
      "UBND thành phố Hải Phòng"
    )
    const now = await read(start)
    expect(asked.at(-1)).toBe("/inventory/counts?unit=11824&year=2025")
    expect(drawn(now)[0]).toContain("xã Vĩnh Bảo")
  })

  it("lead from a kind to its units, to the entries of one, to an entry, and back step by step", async () => {
    const { asked, drawn, press, read, start } = drive(byUnit)
    const kinds = await read(start)
    const units = await read(press(kinds, "enter"))
    expect(asked.at(-1)).toBe("/inventory/counts?unit=31&kind=ocop&year=2025")
    expect(drawn(units)[3]).toMatch(/^huyện Vĩnh Bảo +2 +7 +–$/)
    expect(drawn(units)[4]).toMatch(/^ghi cho chính đơn vị +0 +0/)
    const district = await read(press(units, "down", "enter"))
    expect(asked.at(-1)).toBe("/inventory/counts?unit=316&kind=ocop&year=2025")
    const entries = await read(press(district, "home", "enter"))
    expect(asked).toEqual(["/inventory?unit=316&kind=ocop&limit=1000"])
    expect(drawn(entries)[2]).toMatch(/^Gạo nếp cái hoa vàng ° +huyện Vĩnh Bảo +01\/09\/2022 +4 sao · đang tính$/)
    const page = await read(press(entries, "enter"))
    expect(drawn(page)[0]).toBe("Gạo nếp cái hoa vàng ° minh họa")
    expect(
      drawn(page).some((line) => /Hết hạn +01\/09\/2025 · còn 73 ngày · theo quy định 36\s+tháng/.test(line))
    ).toBe(true)
    const back = await read(press(page, "escape", "escape"))
    expect(drawn(back)[0]).toContain("So với mục tiêu 2025 · sản phẩm OCOP · huyện Vĩnh Bảo")
    expect(drawn(await read(press(back, "escape")))[0]).toContain("sản phẩm OCOP · thành phố trung ương Hải Phòng")
  })

  it("ask the server for entries that are searched, for what expires soon, for another year", async () => {
    const { asked, drawn, press, read, start } = drive()
    const entries = await read(press(await read(start), "t"))
    await read(press(entries, "/gao"))
    expect(asked).toEqual(["/inventory?unit=31&q=gao&limit=1000"])
    const soon = await read(press(entries, "t"))
    expect(asked).toEqual(["/inventory?unit=31&expiring=180&limit=1000"])
    expect(drawn(soon)[2]).toMatch(/01\/09\/2025 +4 sao/)
    expect(drawn(press(entries, "y", "25", "enter")).at(-1)).toContain("Năm gồm bốn chữ số")
    await read(press(entries, "y", "2024", "enter"))
    expect(asked).toEqual(["/inventory?unit=31&year=2024&limit=1000"])
  })

  it("record what becomes of an entry", async () => {
    const { drawn, press, read, sent, start } = drive()
    const page = await read(press(await read(press(await read(start), "t")), "enter"))
    const menu = press(page, "e")
    expect(drawn(menu).slice(2)).toEqual(["  Công nhận lại sản phẩm", "  Không còn nữa", "  Rút khỏi sổ (ghi nhầm)"])
    const form = press(menu, "enter", "enter", "right", "right", "enter", "1/9/2028", "enter", "enter", "enter")
    await read(form)
    expect(sent).toEqual([
      {
        path: "/inventory/events",
        body: {
          rows: [
            {
              item: 11,
              day: "2025-06-20",
              body: { _tag: "renewed", stars: 5, until: "2028-09-01" },
              document: null
            }
          ]
        }
      }
    ])
  })

  it("fit into every window", async () => {
    const { drawn, press, read, start } = drive()
    const counts = await read(start)
    const entries = await read(press(counts, "t"))
    const page = await read(press(entries, "enter"))
    for (const size of [
      { width: 118, height: 30 },
      { width: 78, height: 19 },
      { width: 38, height: 7 }
    ])
      for (const state of [counts, entries, press(counts, "y"), page, press(page, "e", "enter")]) {
        const lines = drawn(state, size)
        expect(lines.length).toBeLessThanOrEqual(size.height)
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(size.width)
      }
  })
})
