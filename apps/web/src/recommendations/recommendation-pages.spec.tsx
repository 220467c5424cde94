import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import LimitationsPage from "./limitations-page.tsx"
import RecommendationPage from "./recommendation-page.tsx"
import RecommendationsPage from "./recommendations-page.tsx"
import { recommendationAnswers } from "./testing/facts.ts"

const show = (page: Parameters<typeof showPage>[0], address: string) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering(recommendationAnswers, asked), address), asked }
}

describe("recommendations", () => {
  it("stand by whom they are made to, with how many units answered", async () => {
    show(RecommendationsPage, "/kien-nghi?as_of=2025-12-01")
    const city = await screen.findByRole("region", { name: "Kiến nghị với UBND thành phố Hải Phòng – 20/TB-BĐT" })
    expect(city).toHaveTextContent("Đã trả lời")
    expect(city).toHaveTextContent("1/3 việc xong")
    expect(city).not.toHaveTextContent("đơn vị đã trả lời")
    expect(within(city).getByRole("link")).toHaveAttribute(
      "href",
      "/kien-nghi/mot?ma=tb-20-2025-haiphong%2Fkn-tp-07&as_of=2025-12-01"
    )
    expect(screen.getByRole("region", { name: /UBND cấp xã/ })).toHaveTextContent(
      "12/114 đơn vị đã trả lời · 5/114 đơn vị đã thực hiện"
    )
  })

  it("are narrowed by state and words", async () => {
    const { address, asked } = show(RecommendationsPage, "/kien-nghi?q=no+dong")
    await screen.findByRole("region", { name: /UBND cấp xã/ })
    fireEvent.change(screen.getByLabelText("Tình trạng"), { target: { value: "reopened" } })
    await waitFor(() => expect(address()).toContain("tinh-trang=reopened"))
    await waitFor(() => expect(asked.some((each) => /state=reopened&q=no\+dong/.test(each))).toBe(true))
  })
})

describe("one recommendation", () => {
  const address = "/kien-nghi/mot?ma=tb-20-2025-haiphong/kn-tp-07"

  it("sets what is said beside what is shown, and says where findings stand on a figure", async () => {
    show(RecommendationPage, address)
    const said = await screen.findByRole("region", { name: "Báo cáo nói gì, số liệu cho thấy gì" })
    expect(said).toHaveTextContent("Năm 2024 huy động 29.960 tỷ đồng")
    expect(said).toHaveTextContent("29.960 tỷ đồng 2 phát hiện")
    expect(within(said).getByRole("link", { name: /Tổng nguồn lực/ })).toHaveAttribute(
      "href",
      "/van-ban/kh-61-2025-haiphong#so-lieu-nguon-luc-2024-tong"
    )
  })

  it("tells answers, measures, tasks, its condition, the limitations and its units", async () => {
    show(RecommendationPage, address)
    expect(await screen.findByRole("region", { name: "Trả lời" })).toHaveTextContent(
      "20/11/2025Đã bố trí đủ vốn (chọn phương án 1)Công văn trả lời"
    )
    expect(screen.getByRole("region", { name: "Biện pháp" })).toHaveTextContent(
      "Nhiệm vụ kh-61-2025-haiphong/6: Giao vốn đợt 2"
    )
    expect(screen.getByRole("region", { name: "Việc thực hiện kiến nghị" })).toHaveTextContent("Chờ nghiệm thu")
    expect(screen.getByRole("region", { name: "Điều kiện đóng" })).toHaveTextContent("chưa đạt")
    expect(screen.getByText("Chậm cập nhật quy hoạch.")).toBeInTheDocument()
    expect(screen.getByRole("region", { name: "Từng đơn vị" })).toHaveTextContent("Xã Vĩnh Bảo")
    expect(screen.getByText("1. Theo lĩnh vực", { selector: "p" })).toBeInTheDocument()
  })

  it("says that there is none on the day", async () => {
    showPage(RecommendationPage, answering({ "/documents": { items: [] } }), address)
    expect(await screen.findByText(/Chưa có kiến nghị này vào ngày đang xem/)).toBeInTheDocument()
  })
})

describe("limitations and causes", () => {
  it("stand by field, with their kind, figures and units, and are narrowed by kind", async () => {
    const { address, asked } = show(LimitationsPage, "/kien-nghi/han-che")
    const land = await screen.findByRole("region", { name: "Đất đai" })
    expect(land).toHaveTextContent("Nguyên nhân · chủ quanChậm cập nhật quy hoạch.")
    expect(land).toHaveTextContent("xã Vĩnh Bảo")
    expect(within(land).getByRole("link", { name: /Tổng nguồn lực/ })).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText("Loại"), { target: { value: "cause" } })
    await waitFor(() => expect(address()).toContain("loc=cause"))
    await waitFor(() => expect(asked.some((each) => each.includes("/limitations?kind=cause"))).toBe(true))
  })
})
