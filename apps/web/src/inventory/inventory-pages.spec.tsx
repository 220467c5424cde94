import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import CountsPage from "./counts-page.tsx"
import ItemsPage from "./items-page.tsx"
import RecordPage from "./record-page.tsx"
import { inventoryAnswers } from "./testing/facts.ts"

const show = (page: Parameters<typeof showPage>[0], address: string, answers: object = {}) => {
  const asked: Array<string> = []
  return { ...showPage(page, answering({ ...inventoryAnswers, ...answers }, asked), address), asked }
}

/** A server that keeps what is sent to it. */
const sending = (page: Parameters<typeof showPage>[0], address: string, reply?: () => Response) => {
  const sent: Array<unknown> = []
  const answers: Readonly<Record<string, unknown>> = inventoryAnswers
  const client = makeClient(async (url, init) => {
    const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
    if (init.method === "POST") {
      sent.push([path, JSON.parse(String(init.body))])
      return reply?.() ?? new Response(JSON.stringify({ recordedAt: "2025-06-20T11:00:00.000Z", items: [] }))
    }
    return new Response(JSON.stringify(answers[path] ?? {}), { status: answers[path] === undefined ? 404 : 200 })
  }, "")
  return { ...showPage(page, client, address), sent }
}
const type = (form: HTMLElement, label: string, value: string) =>
  fireEvent.input(within(form).getByLabelText(label), { target: { value } })

describe("registers in numbers", () => {
  it("tell what there is, what is new, and how far the plan's targets are reached", async () => {
    const { asked } = show(CountsPage, "/so-theo-doi?as_of=2025-06-20")
    const areas = (await screen.findByRole("heading", { level: 2, name: "Khu dân cư kiểu mẫu" })).closest("li")
    expect(areas).toHaveTextContent("15 đang có3 mới trong năm 2025")
    expect(areas).toHaveTextContent("20 khu dân cư kiểu mẫu15/20chưa đạt")
    expect(within(areas ?? document.body).getByRole("link", { name: "20 khu dân cư kiểu mẫu" })).toHaveAttribute(
      "href",
      "/van-ban/kh-61-2025-haiphong#so-lieu-ct-khu-dan-cu"
    )
    const ocop = screen.getByRole("heading", { level: 2, name: "Sản phẩm OCOP" }).closest("li")
    expect(ocop).toHaveTextContent("4 sao: 5 · 3 sao: 7 · 1 hết hạn")
    expect(ocop).toHaveTextContent("kế hoạch không giao chỉ tiêu")
    const classes = screen.getByRole("heading", { level: 2, name: "Lớp tập huấn" }).closest("li")
    expect(classes).toHaveTextContent("4 trong năm 20259 từ trước đến nay · 210 người dự")
    expect(asked.some((each) => /\/inventory\/counts\?unit=31&as_of=2025-06-20&year=2025/.test(each))).toBe(true)
  })

  it("stand unit by unit, each leading on, a target that is met marked", async () => {
    show(CountsPage, "/so-theo-doi?as_of=2025-06-20")
    const table = within(await screen.findByRole("region", { name: "Theo đơn vị" }))
    const row = table.getByRole("row", { name: /huyện Vĩnh Bảo/ })
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent)
    ).toEqual(["6 ✓ (đạt)", "7", "2"])
    expect(within(row).getByRole("link")).toHaveAttribute("href", "/so-theo-doi?don-vi=316&as_of=2025-06-20")
    expect(table.getByRole("row", { name: /ghi cho chính đơn vị này/ })).toBeInTheDocument()
  })

  it("tell which certificates run out soon, by the rule where nothing else is stated", async () => {
    const { asked } = show(CountsPage, "/so-theo-doi?as_of=2025-06-20")
    const soon = await screen.findByRole("region", { name: "OCOP sắp hết hạn" })
    expect(await within(soon).findByText("Trà hoa vàng")).toBeInTheDocument()
    expect(soon).toHaveTextContent("hạn 01/07/2025 (tính theo quy định) · còn 11 ngày")
    expect(soon).toHaveTextContent("tính 36 tháng")
    expect(asked.some((each) => /\/inventory\?.*kind=ocop.*expiring=180/.test(each))).toBe(true)
  })

  it("say when nothing was entered", async () => {
    const none = { ...inventoryAnswers["/inventory/counts"], total: [], units: [] }
    show(CountsPage, "/so-theo-doi", { "/inventory/counts": none })
    expect(await screen.findByText("Sổ chưa có mục nào đến ngày này.")).toBeInTheDocument()
  })
})

describe("entries one by one", () => {
  it("say how each stands, and are narrowed by register, expiry and words", async () => {
    const { address, asked } = show(ItemsPage, "/so-theo-doi/danh-sach?as_of=2025-06-20&q=tra")
    const tea = (await screen.findByText("Trà hoa vàng")).closest("li")
    expect(tea).toHaveTextContent("Sản phẩm OCOP · Xã Vĩnh An")
    expect(tea).toHaveTextContent("chủ thể: HTX Vĩnh An")
    expect(tea).toHaveTextContent("4 saođang tính")
    const area = screen.getByText("Khu dân cư thôn 2").closest("li")
    expect(area).toHaveTextContent("thôi tính")
    expect(within(area ?? document.body).queryByRole("button")).toBeNull()
    fireEvent.change(screen.getByLabelText("Hết hạn trong"), { target: { value: "90" } })
    await waitFor(() => expect(asked.some((each) => /q=tra.*expiring=90|expiring=90.*q=tra/.test(each))).toBe(true))
    fireEvent.change(screen.getByLabelText("Sổ"), { target: { value: "modelArea" } })
    await waitFor(() => expect(address()).toContain("loai=modelArea"))
    expect(screen.queryByLabelText("Hết hạn trong")).toBeNull()
  })

  it("are followed up from a panel: graded again, ended, withdrawn", async () => {
    const { sent } = sending(ItemsPage, "/so-theo-doi/danh-sach?as_of=2025-06-20&don-vi=31")
    fireEvent.click(await screen.findByRole("button", { name: "Ghi tiếp: Trà hoa vàng" }))
    const form = screen.getByRole("form", { name: "Ghi tiếp: Trà hoa vàng" })
    const kinds = within(screen.getByRole("group", { name: "Ghi gì" })).getAllByRole("button")
    expect(kinds.map((button) => button.textContent)).toEqual(["Phân hạng lại", "Thôi tính", "Rút lại"])
    fireEvent.change(within(form).getByLabelText("Hạng"), { target: { value: "5" } })
    type(form, "Hạn của giấy chứng nhận", "20/6/2028")
    fireEvent.click(within(form).getByRole("button", { name: "Ghi lại" }))
    await waitFor(() =>
      expect(sent).toEqual([
        [
          "/inventory/events",
          {
            rows: [
              { item: 5, day: "2025-06-20", body: { _tag: "renewed", stars: 5, until: "2028-06-20" }, document: null }
            ]
          }
        ]
      ])
    )
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
  })
})

describe("putting an entry down", () => {
  const address = "/so-theo-doi/ghi?as_of=2025-06-20&don-vi=11830"
  const theForm = () => screen.findByRole("form", { name: "Ghi vào sổ" })
  const send = (form: HTMLElement) => fireEvent.click(within(form).getByRole("button", { name: "Ghi vào sổ" }))

  it("sends a product with its producer and grade", async () => {
    const { sent } = sending(RecordPage, `${address}&loai=ocop`)
    const form = await theForm()
    expect(screen.getByRole("region", { name: "Ghi cho Xã Vĩnh An" })).toBeInTheDocument()
    type(form, "Tên sản phẩm", "Trà hoa vàng")
    send(form)
    await waitFor(() => expect(within(form).getByLabelText("Chủ thể sản xuất")).toHaveAttribute("aria-invalid", "true"))
    expect(sent).toEqual([])
    type(form, "Chủ thể sản xuất", "HTX Vĩnh An")
    send(form)
    expect(await within(form).findByText("Đã ghi vào sổ.")).toBeInTheDocument()
    expect(sent).toEqual([
      [
        "/inventory",
        {
          rows: [
            {
              unit: "11830",
              name: "Trà hoa vàng",
              body: { _tag: "ocop", producer: "HTX Vĩnh An", stars: 3, until: null },
              day: "2025-06-20",
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

  it("sends a class with who attended, and tells what the server says of one of them at its field", async () => {
    const refused = {
      type: "urn:ntm:problem:inventory-refused",
      title: "Không ghi được",
      titleEn: "Refused",
      status: 422,
      errors: [{ path: "rows[0].body.attendees[1].unit", message: "Không có đơn vị 99999", messageEn: "No unit" }]
    }
    const { sent } = sending(
      RecordPage,
      `${address}&loai=training`,
      () => new Response(JSON.stringify(refused), { status: 422 })
    )
    const form = await theForm()
    type(form, "Tên lớp tập huấn", "Kỹ năng số")
    type(form, "Ai dự học", "Cán bộ thôn")
    type(form, "Số người", "25")
    fireEvent.click(within(form).getByRole("button", { name: "Thêm thành phần" }))
    const second = within(within(form).getByRole("group", { name: "Thành phần 2" }))
    fireEvent.input(second.getByLabelText("Ai dự học"), { target: { value: "Hội viên" } })
    fireEvent.input(second.getByLabelText("Mã đơn vị (nếu có)"), { target: { value: "99999" } })
    fireEvent.input(second.getByLabelText("Số người"), { target: { value: "10" } })
    send(form)
    expect(await within(form).findByText("Không có đơn vị 99999")).toBeInTheDocument()
    expect(second.getByLabelText("Mã đơn vị (nếu có)")).toHaveAttribute("aria-invalid", "true")
    expect(JSON.stringify(sent)).toContain(
      '"attendees":[{"who":"Cán bộ thôn","unit":null,"count":25},{"who":"Hội viên","unit":"99999","count":10}]'
    )
  })

  it("says where a register is not for the unit", async () => {
    sending(RecordPage, "/so-theo-doi/ghi?don-vi=31&loai=modelGarden")
    expect(await screen.findByText(/chỉ ghi cho xã, phường hoặc thôn/)).toBeInTheDocument()
  })
})
