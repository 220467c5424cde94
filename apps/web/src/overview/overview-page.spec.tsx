import { screen, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { assignment, catHaiFinding, figure, fundingTable, plan, planId, results } from "@ntm/domain/testing"
import { dossiersAnswers } from "../dossiers/testing/facts.ts"
import { fundingAnswers } from "../funding/testing/facts.ts"
import { inventoryAnswers } from "../inventory/testing/facts.ts"
import { answering, showPage } from "../testing/show.tsx"
import { worksAnswers } from "../works/testing/facts.ts"
import { OverviewPage } from "./overview-page.tsx"

const { counts: _, ...document } = plan
const answers = {
  "/documents": { items: [plan] },
  [`/documents/${planId}`]: {
    document,
    figures: [figure("nang-cao", "Xã NTM nâng cao lũy kế", 137, { outOf: 137 })],
    tables: [],
    findings: [catHaiFinding]
  },
  [`/documents/${planId}/results`]: { items: [results] },
  "/funding/tables": { items: [fundingTable] },
  "/assignments": {
    asOf: "2025-04-22",
    items: [
      assignment("1.2", "1", "2025-04-20", -2),
      assignment("1.1", "1", "2025-04-30", 8),
      assignment("1", null, null, null)
    ]
  }
}

/** The key result of that name. */
const keyResult = async (name: string | RegExp) => {
  const group = (await screen.findByText(name, { selector: "dt" })).parentElement
  if (group === null) throw new Error("a key result stands in a group")
  return group
}

describe("the first screen", () => {
  it("opens with the key results, each leading to where it is stated", async () => {
    showPage(OverviewPage, answering(answers))
    const advanced = await keyResult("Xã NTM nâng cao lũy kế")
    expect(within(advanced).getByRole("link", { name: "137/137" })).toHaveAttribute(
      "href",
      `/van-ban/${planId}#so-lieu-nang-cao`
    )
    expect(await keyResult("Tổng nguồn lực năm 2024")).toHaveTextContent("1.001 tỷ đồng")
    expect(await keyResult("Phát hiện về số liệu")).toHaveTextContent("1 sai lệch")
  })

  it("says what is past due, what is due soon, and what comes next, as of the day of the answer", async () => {
    showPage(OverviewPage, answering(answers))
    const due = await keyResult("Nhiệm vụ, tính đến 22/04/2025")
    expect(due).toHaveTextContent("1 đã qua hạn · 1 sắp đến hạn")
    expect(due).toHaveTextContent("Hạn kế tiếp 30/04/2025: 1 việc")
  })

  it("shows the three annexes: sets with both averages, the marked table, the due days", async () => {
    showPage(OverviewPage, answering(answers))
    const sets = within(await screen.findByRole("region", { name: /^Kết quả theo bộ tiêu chí \(/ })).getByRole("row", {
      name: /kiểu mẫu/
    })
    expect(sets).toHaveTextContent("4,3/5")
    expect(sets).toHaveTextContent("4,55")
    expect(sets).toHaveTextContent("Không khớp với bảng")
    expect(await screen.findByRole("button", { name: /Cát Hải không bằng/ })).toBeInTheDocument()
    expect((await screen.findAllByRole("heading", { level: 3 })).map((heading) => heading.textContent)).toEqual([
      "20/04/2025",
      "30/04/2025",
      "Không có hạn đọc được"
    ])
  })

  it("asks for the day in the address", async () => {
    const asked: Array<string> = []
    showPage(OverviewPage, answering(answers, asked), "/?as_of=2025-04-22")
    await keyResult(/Nhiệm vụ, tính đến/)
    expect(asked).toContain(`/api/v1/assignments?document=${planId}&as_of=2025-04-22`)
  })

  it("tells what was paid of the money of the year, and how many works are late, each leading on", async () => {
    const more = { ...fundingAnswers, ...worksAnswers, ...answers }
    showPage(OverviewPage, answering(more), "/?as_of=2024-12-27")
    const paid = await keyResult("Giải ngân vốn năm 2024")
    expect(paid).toHaveTextContent("40,0 %100,0 tỷ đồng trong 250,0 tỷ đồng đã giao")
    expect(paid).toHaveTextContent("có số minh họa")
    expect(within(paid).getByRole("link")).toHaveAttribute("href", "/nguon-luc/giai-ngan?nam=2024&as_of=2024-12-27")
    const late = await keyResult("Công trình chậm tiến độ")
    expect(late).toHaveTextContent("12 trong 803 công trìnhchậm nhất 75 ngày")
    expect(within(late).getByRole("link")).toHaveAttribute("href", "/cong-trinh?as_of=2024-12-27")
  })

  it("says what to do where no plan has been loaded", async () => {
    showPage(OverviewPage, answering({ "/documents": { items: [] } }))
    expect(await screen.findByText(/Nạp văn bản của tỉnh/)).toBeInTheDocument()
  })

  it("tells how many dossiers are under way, and how many targets of registers are met, each leading on", async () => {
    const more = { ...dossiersAnswers, ...inventoryAnswers, ...answers }
    showPage(OverviewPage, answering(more), "/?as_of=2025-06-20")
    const dossiers = await keyResult("Hồ sơ công nhận đang làm")
    expect(dossiers).toHaveTextContent("1còn thiếu 1 giấy tờ")
    expect(within(dossiers).getByRole("link")).toHaveAttribute("href", "/ho-so?as_of=2025-06-20")
    const registers = await keyResult("Sổ theo dõi")
    expect(registers).toHaveTextContent("0/1 chỉ tiêu đạt")
    expect(within(registers).getByRole("link")).toHaveAttribute("href", "/so-theo-doi?as_of=2025-06-20&nam=2025")
  })
})
