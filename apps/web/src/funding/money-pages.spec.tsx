import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import EntriesPage from "./entries-page.tsx"
import StagesPage from "./stages-page.tsx"
import { fundingAnswers } from "./testing/facts.ts"
import YearsPage from "./years-page.tsx"

const show = (page: Parameters<typeof showPage>[0], address: string) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering(fundingAnswers, asked), address), asked }
}

describe("from the plan to the payment", () => {
  it("tells planned, allocated and paid, what has passed of the year, and how far payments are behind it", async () => {
    show(StagesPage, "/nguon-luc/giai-ngan")
    const total = await screen.findByRole("region", { name: "Tổng cộng" })
    expect(total).toHaveTextContent("Đã qua 64,3 % niên độ; vốn của năm được thanh toán đến hết 31/01/2025.")
    expect(total).toHaveTextContent("Kế hoạch300.000 triệu đồng")
    expect(total).toHaveTextContent("Huy độngchưa ghi nhận")
    expect(total).toHaveTextContent("chậm 24,3 điểm so với lịch")
    expect(total).toHaveTextContent("có số minh họa")
    const bySource = screen.getByRole("region", { name: "Theo nguồn vốn" })
    expect(bySource).toHaveTextContent("nhanh 5,7 điểm so với lịch")
    expect(within(bySource).getByRole("link", { name: "Bút toán: Vốn đầu tư công" })).toHaveAttribute(
      "href",
      "/nguon-luc/but-toan?don-vi=31&nam=2024&nguon=investment"
    )
    expect(screen.getByRole("region", { name: "Tự chủ ngân sách" })).toHaveTextContent("25,0 %")
    expect(screen.getByText(/Không có điểm nào/)).toBeInTheDocument()
  })
})

describe("year against year", () => {
  it("sets the published year against the plan of the next, each at its own stage", async () => {
    const { asked } = show(YearsPage, "/nguon-luc/so-sanh")
    const table = await screen.findByRole("table")
    expect(asked).toContain("/api/v1/funding/years?unit=31&from=2024&to=2025&stage=planned&from_stage=mobilised")
    const line = within(table).getByRole("row", { name: /Vốn tín dụng/ })
    expect(line).toHaveTextContent("104.803100.000-4.803-4,6 %")
    expect(within(table).getByRole("row", { name: /Doanh nghiệp/ })).toHaveTextContent("–7+7từ chưa có")
  })

  it("asks for the years that are chosen", async () => {
    const { address } = show(YearsPage, "/nguon-luc/so-sanh")
    await screen.findByRole("table")
    fireEvent.change(screen.getByLabelText("Năm gốc"), { target: { value: "2024-disbursed" } })
    await waitFor(() => expect(address()).toContain("tu=2024-disbursed"))
  })
})

describe("entries one by one", () => {
  it("shows document, place, quantity and the reason of a correction, to the đồng", async () => {
    show(EntriesPage, "/nguon-luc/but-toan")
    const table = await screen.findByRole("table")
    expect(screen.getByRole("status")).toHaveTextContent("5 bút toán")
    const land = within(table).getByRole("row", { name: /Hiến đất/ })
    expect(land).toHaveTextContent("1.250,0005")
    expect(land).toHaveTextContent("230,5 m²")
    expect(land).toHaveTextContent("số minh họa")
    expect(land).toHaveTextContent("không nêu văn bản")
    const correction = within(table).getByRole("row", { name: /quyết toán/ })
    expect(correction).toHaveTextContent("-3")
    expect(correction).toHaveTextContent("Điều chỉnh bút toán số 2")
    const stated = within(table).getByRole("row", { name: /104\.793/ })
    expect(within(stated).getByRole("link", { name: "61/KH-UBND" })).toBeInTheDocument()
    expect(stated).toHaveTextContent("Phụ lục 02, dòng 7")
  })

  it("narrows by source with all its parts, and by kind", async () => {
    show(EntriesPage, "/nguon-luc/but-toan?nguon=community")
    const table = await screen.findByRole("table")
    expect(within(table).getAllByRole("row")).toHaveLength(2)
    fireEvent.change(screen.getByLabelText("Nguồn vốn"), { target: { value: "" } })
    fireEvent.change(screen.getByLabelText("Loại bút toán"), { target: { value: "adjustment" } })
    await screen.findByText("1 bút toán")
  })

  it("asks for the entries of a work alone, and leads back to it", async () => {
    const { asked } = show(EntriesPage, "/nguon-luc/but-toan?cong-trinh=7")
    expect(await screen.findByRole("link", { name: "Về công trình" })).toHaveAttribute("href", "/cong-trinh/7")
    expect(asked).toContain("/api/v1/funding/entries?work=7")
  })
})
