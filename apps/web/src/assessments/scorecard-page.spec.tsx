import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { makeClient } from "@ntm/contract"
import { Moment } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import ScorecardPage from "./scorecard-page.tsx"
import { scorecard } from "./testing/facts.ts"

const open = (query = "", recorded = scorecard("notMet", "notMet", 77.6)) => {
  const posted: Array<unknown> = []
  const client = makeClient(async (address, init) => {
    const path = new URL(address, "http://here").pathname.replace("/api/v1", "")
    if (path === "/inputs") return new Response(JSON.stringify({ items: [] }))
    if (path.endsWith("/what-if")) {
      posted.push(JSON.parse(String(init.body ?? "null")))
      return new Response(JSON.stringify(scorecard("notMet", "met", 80)))
    }
    return new Response(JSON.stringify(recorded))
  }, "")
  return {
    ...showPage(ScorecardPage, client, `/don-vi/11677/danh-gia${query}`, undefined, "/don-vi/:code/danh-gia"),
    posted
  }
}
const line = (name: string) => screen.findByText(name).then((found) => found.closest("li") ?? document.body)

describe("a scorecard", () => {
  it("sums up what is missing to the title, and names it", async () => {
    open()
    const card = (await screen.findByRole("list", { name: "Bộ tiêu chí áp dụng" })).firstElementChild
    expect(card).toHaveTextContent("Còn thiếu 2 tiêu chí để được công nhận xã nông thôn mới kiểu mẫu")
    expect(card).toHaveTextContent("1. Giao thông · 2. Thu nhập")
  })

  it("tells of a line its value, what is asked and why, the gap in its unit and as a share, and how sure the rule is", async () => {
    open()
    const income = await line("Thu nhập bình quân")
    expect(income).toHaveTextContent("77,6 triệu đồng")
    expect(income).toHaveTextContent("≥ 79,2 triệu đồng1,1 lần mức nâng cao")
    expect(income).toHaveTextContent("thiếu 1,6 triệu đồng (2 %)")
    expect(income).toHaveTextContent("theo trí nhớ")
    expect(income).toHaveTextContent("Sở Xây dựng")
    expect(await line("Đường thôn")).toHaveTextContent("không được xác nhận")
  })

  it("folds what is met and keeps what is not open", async () => {
    const { container } = open("", scorecard("met", "notMet", 77.6))
    await line("Thu nhập bình quân")
    const criterion = (no: number) => container.querySelector<HTMLDetailsElement>(`#tieu-chi-${no}`)
    expect([criterion(1)?.open, criterion(2)?.open]).toEqual([false, true])
    fireEvent.click(screen.getByRole("checkbox", { name: "Chỉ hiện phần chưa đạt" }))
    await waitFor(() => expect(screen.queryByText("Đường thôn")).toBeNull())
    expect(screen.getByText("Thu nhập bình quân")).toBeInTheDocument()
  })

  it("hands out the annex and the sealed proof of the set as known at the moment on show; not of what is tried", async () => {
    open("", { ...scorecard("notMet", "notMet", 77.6), knownAt: Moment.make("2025-03-01T00:00:00.000Z") })
    const link = await screen.findByRole("link", { name: "Tải phụ lục (Word)" })
    const query =
      "set=hp-xa-ntm-kieu-mau-2021-2025&as_of=2024-12-31&known_at=2025-03-01T00%3A00%3A00.000Z&accept=approved"
    expect(link).toHaveAttribute("href", `/api/v1/assessments/units/11677/annex?${query}&format=docx&lang=vi`)
    expect(link).toHaveAttribute("download")
    expect(screen.getByRole("link", { name: "Tải chứng cứ (JSON)" })).toHaveAttribute(
      "href",
      `/api/v1/assessments/units/11677/annex?${query}&format=json&lang=vi`
    )
    fireEvent.click(screen.getByRole("button", { name: "Thử thay số" }))
    await waitFor(() => expect(screen.queryByRole("link", { name: "Tải phụ lục (Word)" })).toBeNull())
  })

  it("tries a value without recording it, says so, shows what changed, and takes it back", async () => {
    const { posted } = open()
    fireEvent.click(await screen.findByRole("button", { name: "Thử thay số" }))
    const bar = screen.getByRole("region", { name: "Đang thử: không ghi gì vào hệ thống" })
    const field = screen.getByLabelText("Giá trị thử: Thu nhập bình quân")
    expect(field).toHaveValue("77,6")
    fireEvent.change(field, { target: { value: "80" } })
    await waitFor(() => expect(bar).toHaveTextContent("1 giá trị đã thử · 1 chỉ tiêu đổi kết quả"))
    expect(posted).toEqual([{ values: [{ input: "income", value: 80 }] }])
    const income = await line("Thu nhập bình quân")
    expect(income).toHaveTextContent("đang là 77,6")
    expect(income).toHaveTextContent(/ĐạtTrước: ✗Chưa đạt/)
    // The field stays the same one, so that whoever types keeps the place.
    expect(field.isConnected).toBe(true)
    fireEvent.click(within(bar).getByRole("button", { name: "Bỏ các giá trị thử" }))
    await waitFor(() => expect(income).not.toHaveTextContent("Trước:"))
    expect(field).toHaveValue("77,6")
  })

  it("refuses to try what is no number, and sends nothing", async () => {
    const { posted } = open()
    fireEvent.click(await screen.findByRole("button", { name: "Thử thay số" }))
    const field = screen.getByLabelText("Giá trị thử: Thu nhập bình quân")
    fireEvent.change(field, { target: { value: "tám mươi" } })
    expect(await screen.findByRole("alert")).toHaveTextContent("không phải là số")
    expect(field).toHaveAttribute("aria-invalid", "true")
    expect(posted).toEqual([])
  })

  it("leads to the entry form, the heat map of its province under the set, and the unit, all on its day", async () => {
    open("?as_of=2024-12-31")
    const link = async (name: string) => (await screen.findByRole("link", { name })).getAttribute("href")
    expect(await link("Nhập số liệu")).toBe("/don-vi/11677/nhap-so-lieu?as_of=2024-12-31")
    expect(await link("Xem cả tỉnh")).toBe("/danh-gia?bo=xa-ntm-kieu-mau-2021-2025&don-vi=31&as_of=2024-12-31")
    expect(await link("Trang của đơn vị")).toBe("/don-vi/11677?as_of=2024-12-31")
  })
})
