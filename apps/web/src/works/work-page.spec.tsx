import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import ReportPage from "./report-page.tsx"
import { worksAnswers } from "./testing/facts.ts"
import WorkPage from "./work-page.tsx"

describe("one work", () => {
  const show = (address = "/cong-trinh/7?as_of=2024-12-27") =>
    showPage(WorkPage, answering(worksAnswers), address, undefined, "/cong-trinh/:id")

  it("tells built and paid apart, what is owed, and when it will be done", async () => {
    show()
    const key = await screen.findByRole("region", { name: "Số chính" })
    expect(key).toHaveTextContent("Giá trị hợp đồng2,5 tỷ đồngtổng mức được duyệt 2,4 tỷ đồng")
    expect(key).toHaveTextContent("Dự kiến xong14/02/2025kế hoạch 31/12/2024")
    expect(key).toHaveTextContent("Đã thi công nhiều hơn đã thanh toán 1,0 tỷ đồng")
    expect(key).toHaveTextContent("chưa có đơn vị vận hành")
    expect(screen.getByText("UBND xã Vĩnh An", { exact: false })).toBeInTheDocument()
  })

  it("follows its delay to the criterion, the title and the target of the plan", async () => {
    show()
    const chain = await screen.findByRole("region", { name: "Chậm thì giữ lại điều gì" })
    expect(chain).toHaveTextContent("Công trình chậm 45 ngày: tiêu chí Giao thông chưa đạt")
    expect(within(chain).getByRole("link", { name: "Tiêu chí 1 · Giao thông" })).toHaveAttribute(
      "href",
      "/don-vi/11830/danh-gia?bo=xa-ntm-kieu-mau-2021-2025&as_of=2024-12-27#tieu-chi-1"
    )
    expect(within(chain).getByRole("link", { name: "Thêm 30 xã NTM kiểu mẫu" })).toHaveAttribute(
      "href",
      "/chi-tieu?van-ban=kh-61-2025-haiphong&as_of=2024-12-27#chi-tieu-km-2025"
    )
    expect(chain).toHaveTextContent("Danh hiệu phải chờXã nông thôn mới kiểu mẫu")
  })

  it("shows each step planned against actual and expected, the critical ones in words", async () => {
    show()
    const steps = await screen.findByRole("region", { name: "Các bước" })
    const construction = within(steps).getByRole("row", { name: /Thi công/ })
    expect(construction).toHaveTextContent("đường găng")
    expect(construction).toHaveTextContent("01/06/2024 – 31/12/2024")
    expect(construction).toHaveTextContent("đang làmtừ 10/06/2024, dự kiến xong 14/02/2025")
    expect(within(steps).getByRole("row", { name: /Hiến đất/ })).not.toHaveTextContent("đường găng")
  })

  it("shows changes with old and new, money with its entries, problems, and the journal with its photos", async () => {
    show()
    const changes = await screen.findByRole("region", { name: "Điều chỉnh hợp đồng" })
    expect(changes).toHaveTextContent("2.400.000.000 đồng2.500.000.000 đồngBổ sung rãnh thoát nước")
    const money = screen.getByRole("region", { name: "Tiền theo giai đoạn" })
    expect(money).toHaveTextContent("500.000.000 đồng")
    expect(within(money).getByRole("link", { name: "Xem từng bút toán" })).toHaveAttribute(
      "href",
      "/nguon-luc/but-toan?cong-trinh=7&as_of=2024-12-27"
    )
    expect(screen.getByRole("region", { name: "Vướng mắc chưa gỡ" })).toHaveTextContent("Thời tiếtBão số 3")
    const journal = screen.getByRole("region", { name: "Nhật ký công trình" })
    const days = within(journal)
      .getAllByRole("listitem")
      .map((item) => item.textContent?.slice(0, 10))
    expect(days[0]).toBe("01/11/2024")
    expect(within(journal).getByRole("link", { name: "Ảnh 1" })).toHaveAttribute("href", "https://example.org/anh-1")
  })

  it("says that the work does not exist on the day, and leads to the list", async () => {
    showPage(WorkPage, answering({ "/documents": { items: [] } }), "/cong-trinh/8", undefined, "/cong-trinh/:id")
    expect(await screen.findByText(/Chưa có công trình này vào ngày đang xem/)).toBeInTheDocument()
    expect(screen.getByRole("link", { name: "Về danh sách công trình" })).toBeInTheDocument()
  })
})

describe("recording what happened to a work", () => {
  const show = (reply: (path: string, body: unknown) => Response) => {
    const sent: Array<readonly [string, unknown]> = []
    const client = makeClient(async (url, init) => {
      const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
      if (init.method === "POST") {
        const body: unknown = JSON.parse(String(init.body))
        sent.push([path, body])
        return reply(path, body)
      }
      const answer = Object.entries(worksAnswers).find(([each]) => each === path)?.[1]
      return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 })
    }, "")
    showPage(ReportPage, client, "/cong-trinh/7/bao-cao?as_of=2024-12-27", undefined, "/cong-trinh/:id/bao-cao")
    return sent
  }
  const accepted = () => new Response(JSON.stringify({ recordedAt: "2024-12-27T02:00:00.000Z", items: [] }))
  const type = (form: HTMLElement, label: string, value: string) =>
    fireEvent.input(within(form).getByLabelText(label), { target: { value } })

  it("offers the next step of the work, and sends it as a report of its own", async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Báo cáo về công trình" })
    expect(within(form).getByLabelText("Bước")).toHaveValue("construction")
    expect(within(form).getByLabelText("Việc")).toHaveValue("done")
    fireEvent.click(within(form).getByRole("button", { name: "Ghi báo cáo" }))
    expect(await within(form).findByText("Đã ghi báo cáo.")).toBeInTheDocument()
    expect(sent).toEqual([
      [
        "/works/reports",
        {
          rows: [
            {
              work: 7,
              day: "2024-12-27",
              body: { _tag: "step", step: "construction", event: "done", by: null },
              document: null,
              evidence: [],
              note: null,
              illustrative: false
            }
          ]
        }
      ]
    ])
  })

  it("sends nothing while an amount has no unit, and says so at the field", async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Báo cáo về công trình" })
    fireEvent.click(screen.getByRole("button", { name: "Khối lượng" }))
    type(form, "Khối lượng đã thi công, lũy kế đến ngày này", "350")
    fireEvent.click(within(form).getByRole("button", { name: "Ghi báo cáo" }))
    const field = within(form).getByLabelText("Khối lượng đã thi công, lũy kế đến ngày này")
    await waitFor(() => expect(field).toHaveAttribute("aria-invalid", "true"))
    expect(form).toHaveTextContent("Có 1 ô cần sửa; chưa ghi gì.")
    expect(sent).toEqual([])
  })

  it("tells what the server refuses at the field that it is about", async () => {
    show(
      () =>
        new Response(
          JSON.stringify({
            type: "urn:ntm:problem:works-refused",
            title: "Không ghi được",
            titleEn: "Refused",
            status: 422,
            errors: [{ path: "rows[0].body.done", message: "Khối lượng vượt giá trị hợp đồng", messageEn: "Too much" }]
          }),
          { status: 422 }
        )
    )
    const form = await screen.findByRole("form", { name: "Báo cáo về công trình" })
    fireEvent.click(screen.getByRole("button", { name: "Khối lượng" }))
    type(form, "Khối lượng đã thi công, lũy kế đến ngày này", "350 tỷ")
    fireEvent.click(within(form).getByRole("button", { name: "Ghi báo cáo" }))
    expect(await within(form).findByText("Khối lượng vượt giá trị hợp đồng")).toBeInTheDocument()
    expect(within(form).getByLabelText("Khối lượng đã thi công, lũy kế đến ngày này")).toHaveAttribute(
      "aria-invalid",
      "true"
    )
  })

  it("records a payment as an entry of the commune that the work is in on the day", async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Ghi thanh toán" })
    type(form, "Số tiền", "1,25 tỷ")
    await waitFor(() => expect(within(form).getByRole("button", { name: "Ghi thanh toán" })).toBeEnabled())
    fireEvent.click(within(form).getByRole("button", { name: "Ghi thanh toán" }))
    expect(await within(form).findByText("Đã ghi thanh toán.")).toBeInTheDocument()
    expect(sent).toMatchObject([
      [
        "/funding/entries",
        {
          rows: [
            {
              unit: "11830",
              tier: "commune",
              source: "investment.province",
              year: 2024,
              stage: "disbursed",
              amount: 1_250_000_000,
              day: "2024-12-27",
              work: 7
            }
          ]
        }
      ]
    ])
  })

  const report = async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Báo cáo về công trình" })
    const bodies = () => sent.flatMap(([, body]) => JSON.parse(JSON.stringify(body)).rows.map(bodyOf))
    return { form, bodies, send: () => fireEvent.click(within(form).getByRole("button", { name: "Ghi báo cáo" })) }
  }
  const bodyOf = ({ body }: { readonly body: unknown }) => body

  it("keeps beside a change of the contract what it was", async () => {
    const { bodies, form, send } = await report()
    fireEvent.click(screen.getByRole("button", { name: "Hợp đồng" }))
    fireEvent.change(within(form).getByLabelText("Điều chỉnh gì"), { target: { value: "value" } })
    expect(form).toHaveTextContent("hiện nay 2.500.000.000")
    type(form, "Giá trị mới", "2,8 tỷ")
    type(form, "Lý do", "Bổ sung cống")
    send()
    await waitFor(() =>
      expect(bodies()).toEqual([
        {
          _tag: "change",
          change: { _tag: "value", before: 2_500_000_000, after: 2_800_000_000 },
          reason: "Bổ sung cống"
        }
      ])
    )
    expect(await within(form).findByLabelText("Ngày cuối mới của bước")).toHaveValue("")
    type(form, "Ngày cuối mới của bước", "28/2/2025")
    type(form, "Lý do", "Mưa bão")
    send()
    await waitFor(() =>
      expect(bodies()[1]).toMatchObject({
        change: { _tag: "time", step: "construction", before: "2024-12-31", after: "2025-02-28" }
      })
    )
  })

  it("ends a snag that is open, and takes back a report that counts", async () => {
    const { bodies, form, send } = await report()
    fireEvent.click(screen.getByRole("button", { name: "Đã gỡ" }))
    expect(within(form).getByLabelText("Vướng mắc đã gỡ")).toHaveTextContent("Bão số 3 làm sạt taluy")
    send()
    await waitFor(() => expect(bodies()).toEqual([{ _tag: "solved", problem: 3, text: null }]))
    fireEvent.click(screen.getByRole("button", { name: "Rút lại" }))
    const reports = within(form).getByLabelText("Báo cáo ghi nhầm")
    const [first] = within(reports).getAllByRole<HTMLOptionElement>("option")
    type(form, "Lý do", "Ghi nhầm công trình")
    send()
    await waitFor(() =>
      expect(bodies()[1]).toEqual({ _tag: "withdrawn", report: Number(first?.value), reason: "Ghi nhầm công trình" })
    )
  })

  it("records land that a household gives, with its areas", async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Ghi hiến đất" })
    const give = within(form).getByRole("button", { name: "Ghi hiến đất" })
    await waitFor(() => expect(give).toBeEnabled())
    type(form, "Hộ, tổ chức (mã của văn phòng)", "Hộ 0012")
    fireEvent.click(give)
    expect(await within(form).findByText(/Phải có diện tích/)).toBeInTheDocument()
    expect(sent).toEqual([])
    type(form, "Đất ở (m²)", "120,5")
    fireEvent.click(give)
    expect(await within(form).findByText("Đã ghi hiến đất.")).toBeInTheDocument()
    expect(sent).toMatchObject([
      [
        "/works/land",
        {
          rows: [
            {
              unit: "11830",
              work: 7,
              household: "Hộ 0012",
              residential: 120.5,
              agricultural: 0,
              structures: 0,
              day: "2024-12-27"
            }
          ]
        }
      ]
    ])
  })

  it("follows land that was given: what became of it, with what that asks for", async () => {
    const sent = show(accepted)
    const form = await screen.findByRole("form", { name: "Theo dõi đất đã hiến" })
    expect(within(form).getByLabelText("Đất của")).toHaveTextContent("Hộ 0012 · 01/10/2024 · 120,5 m²")
    expect(form).toHaveTextContent("chưa giải phóng mặt bằng; đã chỉnh lý 1/3 thửa")
    const send = () => fireEvent.click(within(form).getByRole("button", { name: "Ghi theo dõi" }))
    send()
    await waitFor(() => expect(sent).toHaveLength(1))
    fireEvent.change(within(form).getByLabelText("Việc gì"), { target: { value: "updated" } })
    send()
    await waitFor(() =>
      expect(within(form).getByLabelText("Số thửa chỉnh lý lần này")).toHaveAttribute("aria-invalid", "true")
    )
    type(form, "Số thửa chỉnh lý lần này", "2")
    send()
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent).toEqual([
      ["/works/land/events", { rows: [{ gift: 31, day: "2024-12-27", event: { _tag: "cleared" } }] }],
      ["/works/land/events", { rows: [{ gift: 31, day: "2024-12-27", event: { _tag: "updated", parcels: 2 } }] }]
    ])
  })
})
