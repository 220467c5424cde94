import type { TargetOnDay } from "@ntm/contract"
import type { Target, TargetStanding } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { day } from "@ntm/domain/testing"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import { plannedText } from "./target-text.ts"
import TargetsPage from "./targets-page.tsx"

const target = (id: string, text: string, more: Partial<Target> = {}): Target => ({
  document: DocumentId.make("kh-61"),
  id,
  group: { no: "III.2", title: "Hạ tầng" },
  text,
  subject: { _tag: "orientation" },
  level: "commune",
  scope: { text: "tất cả các xã", units: [], count: null },
  operator: null,
  value: null,
  unit: null,
  baseline: null,
  added: null,
  total: null,
  outOf: null,
  action: null,
  from: day("2025-01-01"),
  by: day("2025-12-31"),
  note: null,
  ...more
})

const standing = (state: TargetStanding["state"], more: Partial<TargetStanding> = {}): TargetStanding => ({
  state,
  needed: null,
  expected: null,
  actual: null,
  percent: null,
  perMonth: null,
  ...more
})

const added = target("t-1", "Thêm xã kiểu mẫu", {
  baseline: 90,
  added: 12,
  total: 102,
  outOf: 181,
  value: 56,
  unit: "%"
})

const items: ReadonlyArray<TargetOnDay> = [
  {
    target: added,
    standing: standing("behind", {
      needed: 102,
      expected: 95.94,
      actual: { reached: 92, outOf: 181, unknown: 4 },
      percent: 50.8,
      perMonth: 1.0309
    }),
    faults: [{ vi: "102/181 là 56,4 %, văn bản ghi 56 %", en: "102 of 181 are 56.4 %" }],
    illustrative: true
  },
  {
    target: target("t-2", "Nâng cao đời sống", { group: { no: "I.1", title: "Mục tiêu chung" } }),
    standing: standing("notMeasured"),
    faults: [],
    illustrative: false
  }
]

const plan = { id: "kh-61", kind: "Kế hoạch", number: "61/KH-UBND", locality: "Hải Phòng", date: "2025-03-05" }
const open = (query = "") =>
  showPage(
    TargetsPage,
    answering({
      "/documents": { items: [plan] },
      "/targets": { asOf: "2025-06-30", knownAt: null, accept: "approved", items }
    }),
    `/chi-tieu?van-ban=kh-61${query}`
  )
const lineOf = async (text: string) => (await screen.findByText(text)).closest("li")

describe("the targets of a plan", () => {
  it("stand by content group, each with what was planned, reached, and needed a month", async () => {
    open()
    const line = await lineOf("Thêm xã kiểu mẫu")
    expect(line).toHaveTextContent("90 + 12 = 102/181 · 56 %")
    expect(line).toHaveTextContent("92/181 · 50,8 % · cần 102")
    expect(line).toHaveTextContent("cần thêm 1 mỗi tháng đến 31/12/2025")
    expect(line).toHaveTextContent("theo tiến độ đều phải có 95,9")
    expect(line).toHaveTextContent("4 đơn vị chưa có số liệu")
    expect(line).toHaveTextContent("Chậm")
    expect(line).toHaveTextContent("dựa trên số minh họa")
    expect(screen.getByRole("region", { name: "III.2. Hạ tầng" })).toBeInTheDocument()
  })

  it("show what the document says against itself", async () => {
    open()
    const line = await lineOf("Thêm xã kiểu mẫu")
    expect(line).toHaveTextContent("Văn bản tự mâu thuẫn102/181 là 56,4 %, văn bản ghi 56 %")
    expect(await lineOf("Nâng cao đời sống")).not.toHaveTextContent("mâu thuẫn")
  })

  it("are narrowed to one standing, and all are shown again", async () => {
    open()
    await lineOf("Thêm xã kiểu mẫu")
    const filter = within(screen.getByRole("group", { name: "Lọc theo kết quả" }))
    fireEvent.click(filter.getByRole("button", { name: /Không đo/ }))
    await waitFor(() => expect(screen.queryByText("Thêm xã kiểu mẫu")).toBeNull())
    expect(screen.getByText("Nâng cao đời sống")).toBeInTheDocument()
    fireEvent.click(filter.getByRole("button", { name: "Tất cả 2" }))
    expect(await screen.findByText("Thêm xã kiểu mẫu")).toBeInTheDocument()
  })

  it("are printed as the plan has them, whichever of its numbers it states", () => {
    expect(plannedText(target("a", "", { operator: ">=", value: 70, unit: "%" }))).toBe("≥ 70 %")
    expect(plannedText(target("b", "", { added: 12 }))).toBe("+ 12")
    expect(plannedText(target("c", "", { total: 102 }))).toBe("102")
    expect(plannedText(target("d", ""))).toBe("")
  })
})
