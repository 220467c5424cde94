import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { runOn } from "../testing/asked-commands.ts"
import { recommendationAnswers, recommendationKey } from "../testing/recommendations-sample.ts"
import { ROOM } from "../units/table.ts"
import { recommendationsActions } from "./recommendations-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-recommendations-"))
afterAll(() => rmSync(folder, { recursive: true }))

const answers = {
  "/recommendations": recommendationAnswers.list,
  "/recommendations/one": recommendationAnswers.one,
  "/limitations": recommendationAnswers.limitations
}
const raw = (...args: ReadonlyArray<string>) => runOn(["recommendations", ...args], recommendationsActions, answers)
const ask = async (...args: ReadonlyArray<string>) => {
  const done = await raw(...args)
  for (const line of done.out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return done
}

describe("ntm recommendations", () => {
  it("list: by addressee, with how many of the units answered where it is made to several", async () => {
    const { asked, out } = await ask(
      ..."list --document tb-20-2025-haiphong --unit 31 --state open --q von --as-of 20/6/2025".split(" ")
    )
    expect(asked).toEqual(["/recommendations?document=tb-20-2025-haiphong&unit=31&state=open&q=von&as_of=2025-06-20"])
    expect(out).toContain("2 kiến nghị · 1 chưa trả lời · 1 đã trả lời")
    expect(out).toMatch(/^kn-tp-07 +Bố trí và huy động vốn +đã trả lời +1\/3$/m)
    expect(out).toMatch(/^kn-xa-07 +Xử lý nợ đọng +chưa trả lời +2\/114 +23\/114 +1\/3$/m)
  })

  it("show: answers and tasks, and what is said beside what the figures show", async () => {
    const { asked, out } = await ask("show", recommendationKey)
    expect(asked).toEqual([`/recommendations/one?recommendation=${recommendationKey}`])
    expect(out).toContain("7. Bố trí và huy động vốn")
    expect(out).toContain("  10/06/2025 · phương án 1: Sẽ bố trí đủ vốn\n    12/UBND · Văn phòng Điều phối")
    expect(out).toContain("  1. Theo lĩnh vực: ưu tiên giao thông\n     cần: kế hoạch vốn\n     hạn chế: dàn trải")
    expect(out).toContain(
      "  “Năm 2024 huy động 29.960 tỷ đồng” (kh-61-2025-haiphong, I.4)\n    → Tổng nguồn lực năm 2024: 29.960 tỷ đồng (2 phát hiện)\n    → ✗ Mới giải ngân 90 %"
    )
    expect(out).toContain("6 · Chốt hồ sơ và gửi Trung ương · 30/06/2025 · còn 10 ngày")
    // A figure that stands beside what was said is not told twice.
    expect(out).not.toContain("Số liệu liên quan")
    expect(out).toContain("  nguồn lực: Thiếu nguồn lực đầu tư.")
  })

  it("limitations: by document and category, with figures and units", async () => {
    const { asked, out } = await ask("limitations", "--kind", "cause", "--unit", "31")
    expect(asked).toEqual(["/limitations?kind=cause&unit=31"])
    expect(out).toBe(
      [
        "20/TB-BĐT (tb-20-2025-haiphong)",
        "",
        "nguồn lực",
        "  – Thiếu nguồn lực đầu tư.",
        "    nguyên nhân chủ quan · thành phố Hải Phòng",
        "    → Tổng nguồn lực năm 2024: 29.960 tỷ đồng (2 phát hiện)",
        "    kiến nghị: kn-tp-07",
        ""
      ].join("\n")
    )
  })

  it("are tables for spreadsheets too, every row as wide as the heading", async () => {
    for (const action of ["list", "limitations"]) {
      const lines = csvLines((await raw(action, "--csv")).out) ?? []
      expect(lines.length).toBeGreaterThan(1)
      for (const { cells } of lines) expect([action, cells.length]).toEqual([action, lines[0]?.cells.length])
    }
  })

  it("record sends a file as the API takes it, and refuses one that it cannot read", async () => {
    const path = join(folder, "tra-loi.csv")
    writeFileSync(path, `Kiến nghị;Ngày;Việc;Nội dung\n${recommendationKey};20/6/2025;Trả lời;Sẽ làm\n`)
    const { out, sent } = await ask("record", path)
    expect(out).toBe(`Đã ghi 1 diễn biến kiến nghị từ ${path}.\n`)
    expect(sent).toMatchObject([
      {
        path: "/recommendations/events",
        body: { rows: [{ body: { _tag: "answered", text: "Sẽ làm", option: null } }] }
      }
    ])
    writeFileSync(path, `Kiến nghị;Ngày;Việc;Nội dung\n${recommendationKey};31/6/2025;Trả lời;Sẽ làm\n`)
    expect(await ask("record", path)).toMatchObject({
      code: 2,
      sent: [],
      err: expect.stringContaining("dòng 2, cột Ngày")
    })
  })
})
