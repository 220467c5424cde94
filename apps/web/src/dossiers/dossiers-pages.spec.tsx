import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage, unreachable } from "../testing/show.tsx"
import DossierPage from "./dossier-page.tsx"
import DossiersPage from "./dossiers-page.tsx"
import ProceduresPage from "./procedures-page.tsx"
import { dossiersAnswers } from "./testing/facts.ts"

const show = (page: Parameters<typeof showPage>[0], address: string, path?: string) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering(dossiersAnswers, asked), address, undefined, path), asked }
}

describe("the list of dossiers", () => {
  it("tells of whom, for which title, at which step, what is missing and until when", async () => {
    const { asked } = show(DossiersPage, "/ho-so?as_of=2025-06-20")
    const link = await screen.findByRole("link", { name: "Xã Vĩnh An – Nông thôn mới nâng cao" })
    expect(link).toHaveAttribute("href", "/ho-so/3?as_of=2025-06-20")
    const row = link.closest("li")
    expect(row).toHaveTextContent("Đang ở bước: Khảo sát sự hài lòng")
    expect(row).toHaveTextContent("chờ từ 19/06/2025 · mở ngày 02/06/2025 · dự kiến xong 07/07/2025")
    expect(row).toHaveTextContent("chậm 4 ngày")
    expect(row).toHaveTextContent("thiếu 1 giấy tờ")
    expect(row).toHaveTextContent("mở ngoài điều kiện")
    const done = screen.getByRole("link", { name: /Huyện Vĩnh Bảo/ }).closest("li")
    expect(done).toHaveTextContent("Đã công nhận")
    expect(done).not.toHaveTextContent("giấy tờ")
    expect(asked.some((each) => /\/dossiers\?unit=31&as_of=2025-06-20/.test(each))).toBe(true)
  })

  it("is narrowed by title and state", async () => {
    const { address, asked } = show(DossiersPage, "/ho-so?don-vi=31")
    await screen.findByText("2 hồ sơ")
    fireEvent.change(screen.getByLabelText("Tình trạng"), { target: { value: "recognised" } })
    expect(await screen.findByText("1 hồ sơ")).toBeInTheDocument()
    await waitFor(() => expect(address()).toContain("tinh-trang=recognised"))
    fireEvent.change(screen.getByLabelText("Danh hiệu"), { target: { value: "advanced" } })
    await waitFor(() => expect(asked.some((each) => /\/dossiers\?unit=31&tier=advanced/.test(each))).toBe(true))
  })

  it("says when there is none, and when the server is away", async () => {
    showPage(DossiersPage, answering({ ...dossiersAnswers, "/dossiers": { asOf: "2025-06-20", items: [] } }), "/ho-so")
    expect(await screen.findByText(/Chưa có hồ sơ nào/)).toBeInTheDocument()
    showPage(DossiersPage, unreachable(), "/ho-so?don-vi=31")
    expect(await screen.findByText("Không tải được số liệu")).toBeInTheDocument()
  })
})

describe("procedures", () => {
  it("tell who does what in how many days, and mark what was not verified", async () => {
    show(ProceduresPage, "/ho-so/trinh-tu?as_of=2025-06-20")
    const card = await screen.findByRole("region", { name: "Xét, công nhận xã" })
    expect(card).toHaveTextContent("18/2022/QĐ-TTg · hiệu lực 02/08/2022 – 30/06/2025")
    const [consult, survey, decide] = within(card).getAllByRole("listitem")
    expect(consult).toHaveTextContent("15 ngày · lấy ý kiến công khai ít nhất 15 ngày · Nguồn: Điều 7")
    expect(survey).toHaveTextContent("chưa rõ thời hạn · ít nhất 90 % người trả lời hài lòng")
    expect(survey).toHaveTextContent("chưa đối chiếu")
    expect(decide).toHaveTextContent("5 ngày làm việc")
  })
})

describe("one dossier", () => {
  const address = "/ho-so/3?as_of=2025-06-20"
  const one = async () => {
    const shown = show(DossierPage, address, "/ho-so/:id")
    return { ...shown, steps: await screen.findByRole("region", { name: "Các bước" }) }
  }

  it("tells its steps in order: who, when, how late, with which papers and tasks", async () => {
    const { steps } = await one()
    const [consult, survey, decide] = within(steps)
      .getAllByRole("heading", { level: 3 })
      .map((heading) => heading.closest("li"))
    expect(consult).toHaveTextContent("xong")
    expect(consult).toHaveTextContent("chậm 2 ngày")
    expect(consult).toHaveTextContent("Bắt đầu 02/06/2025 · xong 19/06/2025 · hạn 17/06/2025")
    expect(consult).toHaveTextContent("công khai 17 ngày, cần 15")
    expect(survey).toHaveAttribute("aria-current", "step")
    expect(survey).toHaveTextContent("hạn 30/06/2025 · còn 10 ngày")
    expect(survey).toHaveTextContent("theo trí nhớ")
    expect(survey?.querySelector("a")).toHaveAttribute(
      "href",
      "/nhiem-vu/viec?ma=kh-61-2025-haiphong%2F2.1&as_of=2025-06-20"
    )
    expect(decide).toHaveTextContent("Giấy tờ: 1/3 đủ; thiếu Báo cáo kết quả của xã; Xác nhận không nợ đọng")
    expect(decide).toHaveTextContent("Dự kiến 07/07/2025")
  })

  it("tells of every paper where it comes from", async () => {
    await one()
    const papers = screen.getByRole("region", { name: "Giấy tờ" })
    expect(papers).toHaveTextContent("2/4 giấy tờ bắt buộc đã có")
    expect(within(papers).getByRole("link", { name: "Xem đánh giá" })).toHaveAttribute(
      "href",
      "/don-vi/11830/danh-gia?bo=xa-ntm-nang-cao-2021-2025&as_of=2024-12-31"
    )
    expect(within(papers).getByRole("link", { name: "Tải chứng cứ" })).toHaveAttribute(
      "href",
      "/api/v1/assessments/units/11830/annex?set=xa-ntm-nang-cao-2021-2025&as_of=2024-12-31&format=json"
    )
    expect(within(papers).getByRole("link", { name: "Xem nợ đọng" })).toHaveAttribute(
      "href",
      "/cong-trinh/no-dong?don-vi=11830"
    )
    expect(within(papers).getByRole("link", { name: "Xem diễn biến" })).toHaveAttribute("href", "#dien-bien-1")
    expect(papers).toHaveTextContent("trái số liệu")
  })

  it("tells why it was opened all the same, what it waits for, and what people said", async () => {
    await one()
    const opening = screen.getByRole("region", { name: "Điều kiện mở hồ sơ" })
    expect(opening).toHaveTextContent("chưa đủ điều kiện")
    expect(opening).toHaveTextContent("còn nợ đọng quá hạn")
    expect(opening).toHaveTextContent("Lý do vẫn mở: UBND tỉnh đồng ý mở trước")
    const chain = screen.getByRole("region", { name: "Đang chờ những việc nào" })
    expect(within(chain).getByRole("link", { name: /^Khảo sát mức hài lòng .*quá hạn 21 ngày/ })).toHaveAttribute(
      "href",
      "/nhiem-vu/viec?ma=kh-61-2025-haiphong%2F2.1&as_of=2025-06-20"
    )
    expect(chain).toHaveTextContent("hồ sơ phải có kết quả khảo sát")
    const results = screen.getByRole("region", { name: "Lấy ý kiến, khảo sát, bỏ phiếu" })
    expect(results).toHaveTextContent("Lấy ý kiến 02/06/2025 – 18/06/2025 · 120 ý kiến, 4 không đồng ý")
    expect(within(results).getByRole("row", { name: /Giao thông/ })).toHaveTextContent("Giao thông40038036195 %")
    expect(screen.getByRole("region", { name: "Diễn biến" })).toHaveTextContent("95 % hài lòng; 380/323 hộ cần trả lời")
  })

  it("rehearses the appraisal in a panel: what blocks, what is asked, another margin, a file to save", async () => {
    const { asked } = await one()
    fireEvent.click(screen.getByRole("button", { name: "Thẩm định thử" }))
    const panel = await screen.findByRole("dialog", { name: "Thẩm định thử" })
    expect(await within(panel).findByText("Sẽ bị trả lại")).toBeInTheDocument()
    const blocking = within(panel).getByRole("region", { name: "Phải sửa trước khi trình (2)" })
    expect(blocking).toHaveTextContent("Chưa có báo cáo của xã")
    expect(within(blocking).getByRole("link", { name: "Đến chỗ đó" })).toHaveAttribute("href", "#giay-to-report")
    expect(within(blocking).getByRole("link", { name: "Xem nhiệm vụ" })).toBeInTheDocument()
    expect(within(panel).getByRole("region", { name: "Hội đồng sẽ hỏi (1)" })).toHaveTextContent("17.1")
    expect(within(panel).getByRole("link", { name: /Tải bộ hồ sơ/ })).toHaveAttribute(
      "href",
      "/api/v1/dossiers/3/bundle?margin=5&as_of=2025-06-20&known_at=2025-06-20T10%3A00%3A00.000Z"
    )
    fireEvent.click(within(panel).getByRole("button", { name: "10 %" }))
    await waitFor(() => expect(asked.some((each) => /rehearsal\?margin=10/.test(each))).toBe(true))
  })

  it("says that there is none on the day", async () => {
    show(DossierPage, "/ho-so/9", "/ho-so/:id")
    expect(await screen.findByText(/Chưa có hồ sơ này vào ngày đang xem/)).toBeInTheDocument()
  })
})
