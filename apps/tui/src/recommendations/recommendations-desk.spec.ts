import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { driveDesk } from "../testing/desk-driver.ts"
import { recommendationAnswers, recommendationKey } from "../testing/recommendations-sample.ts"
import { recommendationsDesk } from "./recommendations-desk.ts"

const { list, one } = recommendationAnswers
const answers = { "/recommendations": list, "/recommendations/one": one }
const drive = () => driveDesk(recommendationsDesk, answers)
const path = `/recommendations/one?recommendation=${recommendationKey}`

describe("recommendations in the terminal", () => {
  it("list addressee and state, one addressee after the other, one state after the other", async () => {
    const { asked, drawn, press, read, start } = drive()
    const all = await read(start)
    expect(drawn(all)[2]).toMatch(
      /^kn-tp-07 +Bố trí và huy động vốn +UBND thành phố Hải Phòng +đã trả lời +1\/1 +1\/3$/
    )
    expect(drawn(all)[3]).toMatch(/^kn-xa-07 +Xử lý nợ đọng +UBND cấp xã +chưa trả lời +2\/114/)
    const city = await read(press(all, "a"))
    expect(drawn(city)[0]).toMatch(/UBND thành phố Hải Phòng +1\/1$/)
    const communes = await read(press(city, "a"))
    expect(drawn(communes)[0]).toMatch(/UBND cấp xã +1\/1$/)
    expect(drawn(await read(press(communes, "a")))[0]).toMatch(/^Kiến nghị của cơ quan giám sát +\d\/2$/)
    await read(press(all, "t"))
    expect(asked).toEqual(["/recommendations?state=open"])
    expect(drawn(press(all, "/no dong")).slice(2, 4)).toEqual([expect.stringContaining("Xử lý nợ đọng"), ""])
  })

  it("show what is said beside what the figures show, and record an answer that takes an option", async () => {
    const { asked, drawn, press, read, sent, start } = drive()
    const page = await read(press(await read(start), "enter"))
    expect(asked).toEqual([path])
    const lines = drawn(page, { height: 60 })
    const said = lines.findIndex((line) => line.includes("“Năm 2024 huy động 29.960 tỷ đồng”"))
    expect(lines[said + 1]).toBe("    → Tổng nguồn lực năm 2024: 29.960 tỷ đồng (2 phát hiện)")
    expect(drawn(press(page, "e")).slice(2)).toEqual([
      "  Trả lời",
      "  Nêu biện pháp",
      "  Kết luận đã thực hiện",
      "  Mở lại"
    ])
    const form = press(page, "e", "enter", "enter", "Sẽ xử lý dứt điểm", "enter", "1", "enter", "05/UBND", "enter")
    expect(drawn(form).at(-1)).toContain("[ Ghi ]")
    await read(press(form, "enter"))
    expect(sent).toEqual([
      {
        path: "/recommendations/events",
        body: {
          rows: [
            {
              recommendation: recommendationKey,
              day: "2025-06-20",
              body: { _tag: "answered", text: "Sẽ xử lý dứt điểm", option: 1 },
              document: "05/UBND"
            }
          ]
        }
      }
    ])
  })

  it("of one made to several units list each unit's own", async () => {
    const child = { ...one.standing, ...list.items[1] }
    const children = [{ ...child, addressee: "UBND xã Vĩnh An", count: 1, answered: 0, carriedOut: 0 }]
    const { asked, drawn, press, read, start } = driveDesk(recommendationsDesk, {
      ...answers,
      "/recommendations/one": { ...one, children }
    })
    const units = await read(press(await read(start), "down", "enter"))
    expect(asked).toHaveLength(2)
    expect(drawn(units)[0]).toMatch(/^Xử lý nợ đọng +1\/2$/)
    expect(drawn(units)[3]).toMatch(/^UBND xã Vĩnh An +chưa trả lời +0\/1/)
    // The whole takes no answers: only its page opens.
    const whole = await read(press(units, "enter"))
    expect(press(whole, "e").view).toMatchObject({ _tag: "Page", moving: null })
    expect(drawn(await read(press(whole, "escape", "escape")))[0]).toMatch(/^Kiến nghị của cơ quan giám sát/)
  })

  it("fit into every window", async () => {
    const { drawn, press, read, start } = drive()
    const all = await read(start)
    const page = await read(press(all, "enter"))
    for (const size of [
      { width: 118, height: 30 },
      { width: 78, height: 19 },
      { width: 38, height: 7 }
    ])
      for (const state of [all, page, press(page, "e"), press(page, "e", "enter")]) {
        const lines = drawn(state, size)
        expect(lines.length).toBeLessThanOrEqual(size.height)
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(size.width)
      }
  })
})
