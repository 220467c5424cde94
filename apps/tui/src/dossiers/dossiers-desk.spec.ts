import { describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { driveDesk } from "../testing/desk-driver.ts"
import { dossierAnswers } from "../testing/dossiers-sample.ts"
import { sample } from "../testing/unit-sample.ts"
import { dossiersDesk } from "./dossiers-desk.ts"

const { code } = sample.vinhBao
const answers = {
  "/dossiers": dossierAnswers.list,
  "/dossiers/3": dossierAnswers.one,
  "/dossiers/3/rehearsal": dossierAnswers.rehearsal,
  "/dossiers/check": dossierAnswers.check,
  [`/units/${code}`]: { asOf: "2025-06-20", unit: sample.vinhBao },
  "/criteria-sets": {
    items: [
      { id: "huyen-ntm-2021-2025", name: "Huyện nông thôn mới", level: "district", tier: "standard" },
      { id: "huyen-ntm-nang-cao-2021-2025", name: "Huyện nâng cao", level: "district", tier: "advanced" }
    ]
  }
}
const drive = () => driveDesk(dossiersDesk, answers)

describe("dossiers in the terminal", () => {
  it("list state, step and how many papers are wanting; search by step and unit without diacritics", async () => {
    const { asked, drawn, press, read, start } = drive()
    const list = await read(start)
    expect(asked).toEqual(["/dossiers"])
    expect(drawn(list)[0]).toMatch(/^Hồ sơ xét, công nhận +1\/2$/)
    expect(drawn(list)[2]).toMatch(
      /^huyện Vĩnh Bảo ° +nâng cao +đang làm +Khảo sát sự hài lòng +1 +10 ngày +18\/07\/2025$/
    )
    expect(drawn(list).at(-1)).toContain("Số 3 · huyện Vĩnh Bảo · nâng cao · mở ngày 01/04/2025")
    const found = press(list, "/khao sat")
    expect(drawn(found)[3]).toBe("")
    expect(drawn(found).at(-1)).toMatch(/^Tìm: khao sat +1 dòng$/)
    const decided = await read(press(list, "ttt"))
    expect(drawn(decided)[0]).toMatch(/đã công nhận +1\/1$/)
    expect(press(decided, "ttttt").spot.state).toBe(null)
    expect(drawn(await read(press(decided, "escape")))[0]).toMatch(/^Hồ sơ xét, công nhận +2\/2$/)
  })

  it("show the papers that are wanting before all else, required ones first, and what it waits for", async () => {
    const { asked, drawn, press, read, start } = drive()
    const page = await read(press(await read(start), "enter"))
    expect(asked).toEqual(["/dossiers/3"])
    const lines = drawn(page, { height: 80 })
    const at = (text: string) => lines.findIndex((line) => line.includes(text))
    expect(lines[0]).toBe("Hồ sơ 3: huyện Vĩnh Bảo · Huyện nông thôn mới nâng cao ° minh họa")
    const order = [
      "✗ Tờ trình của UBND huyện · thiếu",
      "✗ Hình ảnh minh họa · thiếu · không bắt buộc",
      "4. Khảo sát: chưa bắt đầu, còn 5 ngày",
      "✓ Lấy ý kiến Nhân dân · xong · 30/04/2025",
      "› Khảo sát sự hài lòng · đang làm · hạn 10/06/2025 · quá 10 ngày",
      "✓ Báo cáo kết quả thực hiện · có · 10/05/2025",
      "30/04/2025 · lấy ý kiến 10/04/2025 – 30/04/2025: 3 ý kiến, 0 không đồng ý ° minh họa"
    ].map(at)
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it("play the appraisal council: what it would send back first, and back to the dossier", async () => {
    const { drawn, press, read, start } = drive()
    const page = await read(press(await read(start), "enter"))
    const rehearsal = await read(press(page, "h"))
    const lines = drawn(rehearsal)
    expect(lines).toContain("Hội đồng sẽ trả lại hồ sơ này")
    expect(lines.indexOf("  ✗ Thiếu Tờ trình của UBND huyện")).toBeLessThan(
      lines.indexOf("  ? 5.1 đạt 91,2 %, ngưỡng 90 %")
    )
    expect(drawn(press(rehearsal, "escape"))[0]).toContain("Hồ sơ 3")
    expect(press(rehearsal, "escape", "escape").view._tag).toBe("List")
  })

  it("offer what may come next and nothing else; send it once it is filled in, then read everything again", async () => {
    const { asked, drawn, press, read, sent, start } = drive()
    const page = await read(press(await read(start), "enter"))
    const menu = press(page, "e")
    expect(drawn(menu).slice(2)).toEqual([
      "  Xong bước: Khảo sát sự hài lòng",
      "  Ghi kết quả khảo sát: Khảo sát sự hài lòng",
      "  Nộp giấy tờ: Tờ trình của UBND huyện",
      "  Thôi đề nghị"
    ])
    const form = press(menu, "down", "down", "enter")
    const empty = press(form, "down", "down", "down", "down", "down", "enter")
    expect(drawn(empty)).toContain("Cần ghi: Tên văn bản")
    expect(sent).toEqual([])
    const wrong = press(form, "enter", "Tờ trình 05", "enter", "31/6/2025", "end", "down", "down", "down", "enter")
    expect(drawn(wrong).some((line) => line.startsWith("Ngày văn bản: "))).toBe(true)
    const filled = press(form, "enter", "Tờ trình 05", "enter", "18/6/2025", "enter", "enter", "enter", "enter")
    const done = await read(filled)
    expect(sent).toEqual([
      {
        path: "/dossiers/events",
        body: {
          rows: [
            {
              dossier: 3,
              day: "2025-06-20",
              body: { _tag: "paper", paper: "letter", issuedOn: "2025-06-18", title: "Tờ trình 05" },
              document: null,
              evidence: []
            }
          ]
        }
      }
    ])
    expect(asked).toEqual(["/dossiers", "/dossiers/3"])
    expect(drawn(done).at(-1)).toBe("Đã ghi: Nộp giấy tờ: Tờ trình của UBND huyện")
    expect(drawn(press(done, "down")).at(-1)).not.toContain("Đã ghi")
  })

  it("keep what was typed when the server refuses it, and say why in its own words", async () => {
    const { drawn, press, read, refusal, start } = drive()
    refusal.problem = {
      type: "urn:ntm:problem:dossiers-refused",
      title: "Không ghi",
      titleEn: "Not recorded",
      status: 422,
      errors: [{ path: "body.rows[0].day", message: "Ngày trước ngày mở hồ sơ", messageEn: "Before the opening" }]
    }
    const menu = press(await read(press(await read(start), "enter")), "e", "end", "enter")
    const form = await read(press(menu, "enter", "Không đủ điều kiện", "enter", "enter", "enter"))
    expect(drawn(form)).toContain("Không ghi: Ngày trước ngày mở hồ sơ")
    expect(drawn(form).some((line) => line.includes("Không đủ điều kiện"))).toBe(true)
    expect(drawn(form, { lang: "en" })).toContain("Refused: Before the opening")
  })

  it("say why none can be opened for a unit, of another tier too, and open one only with a reason", async () => {
    const { asked, drawn, press, read, sent, start } = drive()
    const list = await read(start)
    expect(drawn(press(list, "o", "enter")).at(-1)).toContain("Cần một mã hoặc tên đơn vị")
    const standard = await read(press(list, "o", code, "enter"))
    expect(asked).toEqual([`/dossiers/check?unit=${code}&tier=standard`, `/units/${code}`, "/criteria-sets"])
    const advanced = await read(press(standard, "t"))
    const lines = drawn(advanced)
    expect(lines[0]).toBe(`Có mở được hồ sơ không · huyện Vĩnh Bảo (${code})`)
    expect(lines).toContain("  ✗ Chưa đạt tiêu chí 5")
    expect(lines).toContain("  3. Hội đồng thẩm định · 20 ngày làm việc")
    const form = press(advanced, "e", "enter", "enter", "enter", "enter")
    expect(drawn(press(form, "down", "down", "enter"))).toContain("Cần ghi: Lý do vẫn mở")
    await read(press(form, "Theo kết luận", "enter", "enter", "enter"))
    expect(sent).toEqual([
      {
        path: "/dossiers",
        body: {
          rows: [
            {
              unit: code,
              tier: "advanced",
              criteriaSet: "huyen-ntm-nang-cao-2021-2025",
              asOf: "2025-06-20",
              openedOn: "2025-06-20",
              override: "Theo kết luận",
              document: null
            }
          ]
        }
      }
    ])
  })

  it("offer nothing to who may not record, as the answer says", async () => {
    const reading = driveDesk(dossiersDesk, {
      ...answers,
      "/dossiers/3": { ...dossierAnswers.one, allowed: [] }
    })
    const page = await reading.read(reading.press(await reading.read(reading.start), "enter"))
    const asked = reading.press(page, "e")
    expect(asked.view).toMatchObject({ _tag: "Page", moving: null })
    expect(reading.drawn(asked).at(-1)).toContain("Không có việc gì ghi được ở đây")
  })

  it("fit into every window, pages and forms too", async () => {
    const { drawn, press, read, start } = drive()
    const list = await read(start)
    const page = await read(press(list, "enter"))
    const rehearsal = await read(press(page, "h"))
    const form = press(page, "e", "down", "enter")
    for (const size of [
      { width: 118, height: 30 },
      { width: 78, height: 19 },
      { width: 38, height: 7 }
    ])
      for (const state of [list, press(list, "/x"), page, rehearsal, press(page, "e"), form]) {
        const lines = drawn(state, size)
        expect(lines.length).toBeLessThanOrEqual(size.height)
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(size.width)
      }
  })
})
