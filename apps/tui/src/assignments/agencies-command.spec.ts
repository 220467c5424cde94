import { csvLines } from "@ntm/exchange"
import { describe, expect, it } from "vitest"
import { runOn } from "../testing/asked-commands.ts"
import { agencyAnswers } from "../testing/agencies-sample.ts"
import { agenciesActions } from "./agencies-command.ts"

const answers = {
  "/agencies": agencyAnswers.list,
  "/agencies/hp-so-nnmt": agencyAnswers.one,
  "/agencies/hp-so-nnptnt": agencyAnswers.gone
}
const agencies = (...args: ReadonlyArray<string>) => runOn(["agencies", ...args], agenciesActions, answers)

describe("ntm agencies", () => {
  it("list: agencies on the day, with who answers for those that stand no more", async () => {
    const { asked, out } = await agencies("list", "--unit", "31", "--q", "nong nghiep", "--as-of", "20/6/2025")
    expect(asked).toEqual(["/agencies?unit=31&q=nong+nghiep&as_of=2025-06-20"])
    expect(out).toMatch(/^hp-so-nnmt +Sở Nông nghiệp và Môi trường$/m)
    expect(out).toMatch(/^hp-so-nnptnt +Sở Nông nghiệp và PTNT +Sở Nông nghiệp và Môi trường$/m)
    const lines = csvLines((await agencies("list", "--csv")).out) ?? []
    expect(lines.map(({ cells }) => [cells[0], cells[4], cells[5]])).toEqual([
      ["agency", "stands", "followed by"],
      ["hp-so-nnmt", "yes", ""],
      ["hp-so-nnptnt", "no", "hp-so-nnmt"]
    ])
  })

  it("show: names in time with how sure they are, what it took over, and what it owes", async () => {
    const { out } = await agencies("show", "hp-so-nnmt")
    expect(out).toContain("  Sở Nông nghiệp và Môi trường~ · từ 01/03/2025 · Nghị quyết tháng 02/2025")
    expect(out).toContain("Nhận từ\n  Sở Nông nghiệp và PTNT (hp-so-nnptnt) · từ 01/03/2025 · toàn bộ")
    expect(out).toContain("4 quá hạn (lâu nhất 81 ngày) · 2 sắp đến hạn · 35 còn hạn · 1 chờ nghiệm thu")
  })

  it("show: one that stands no more says to whom it passed", async () => {
    const { out } = await agencies("show", "hp-so-nnptnt")
    expect(out).toContain("không còn hoạt động\nNhiệm vụ nay do Sở Nông nghiệp và Môi trường (hp-so-nnmt)")
    expect(out).toContain("Chuyển cho\n  Sở Nông nghiệp và Môi trường (hp-so-nnmt)~ · từ 01/03/2025 · toàn bộ")
    expect(out).toContain("Đang giữ\n  không có nhiệm vụ nào")
  })
})
