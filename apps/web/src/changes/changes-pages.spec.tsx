import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import AuditPage from "./audit-page.tsx"
import WebhooksPage from "./webhooks-page.tsx"

const moment = "2025-06-03T07:05:00.000Z"
const plain = (text: string) => ({ vi: text, en: text, to: null })
const entry = {
  seq: 5,
  moment,
  person: { id: "p1", name: "Nguyễn Thị Lan" },
  origin: { name: "Lan", question: "POST /api/v1/works", address: "10.0.0.7", request: "r", agent: null },
  noun: "work",
  op: "update",
  rows: 1,
  units: [{ id: 7, code: "11824", name: "xã Vĩnh Bảo" }],
  unitCount: 3,
  firstId: null,
  lastId: null,
  headline: {
    did: { vi: "Sửa công trình", en: "Work, changed" },
    about: { vi: "Đường trục xã", en: "Đường trục xã", to: { page: "work", key: "12" } }
  },
  more: false,
  changed: [
    {
      no: 1,
      changed: [
        {
          field: "name",
          words: { vi: "tên", en: "name" },
          before: "Cũ",
          after: "Mới",
          lines: [{ words: { vi: "tên", en: "name" }, before: plain("Cũ"), after: plain("Mới") }]
        },
        {
          field: "document",
          words: { vi: "văn bản", en: "document" },
          before: null,
          after: "kh-61",
          lines: [
            {
              words: { vi: "văn bản", en: "document" },
              before: null,
              after: { ...plain("Kế hoạch 61/KH-UBND"), to: { page: "document", key: "kh-61" } }
            },
            { words: { vi: "nội dung", en: "content" }, before: null, after: plain("a".repeat(400)) }
          ]
        }
      ]
    }
  ]
}
const batch = {
  ...entry,
  seq: 4,
  person: null,
  origin: null,
  noun: "observation",
  op: "insert",
  rows: 300,
  firstId: 1,
  lastId: 300,
  headline: { did: { vi: "Ghi mới 300 số liệu", en: "Value, new (300)" }, about: null },
  changed: []
}
const hook = {
  id: 1,
  url: "https://doi-tac.example.vn/ntm",
  description: "Kho dữ liệu",
  nouns: null,
  createdAt: moment,
  person: null,
  delivered: 12,
  active: false,
  failingSince: moment,
  attempts: 4,
  nextTry: moment,
  notice: "Đã tự tắt: không nhận được gì",
  formerUntil: null
}
const delivery = {
  id: 1,
  message: "chg_1_0_12",
  since: 0,
  until: 12,
  attempt: 3,
  at: moment,
  tookMs: 20,
  status: 503,
  answer: "bận",
  ok: false
}

describe("the audit trail", () => {
  it("tells who changed what, from where, before and after, and asks for a unit, a person and a noun", async () => {
    const asked: Array<string> = []
    const client = answering({ "/audit": { items: [entry, batch], next: null } }, asked)
    showPage(AuditPage, client, "/nhat-ky?don-vi=11824&q=lan%40example.vn&loai=work")
    const [first, second] = within(await screen.findByRole("list", { name: "Nhật ký kiểm toán" })).getAllByRole(
      "listitem"
    )
    if (first === undefined || second === undefined) throw new Error("two entries")
    expect(first).toHaveTextContent("Sửa công trình: Đường trục xã")
    expect(within(first).getByRole("link", { name: "Đường trục xã" })).toHaveAttribute("href", "/cong-trinh/12")
    expect(first).toHaveTextContent("03/06/2025 14:05 · Mục 5")
    expect(first).toHaveTextContent("Nguyễn Thị Lan, từ 10.0.0.7")
    expect(first).toHaveTextContent("Đơn vị: xã Vĩnh Bảo (11824) và 2 đơn vị khác")
    expect(within(first).queryByText("tên")).toBeNull()
    const [shown, raw] = first.querySelectorAll("details")
    fireEvent(shown ?? first, new Event("toggle"))
    expect(within(first).getByText("tên").closest("tr")).toHaveTextContent("tênCũMới")
    expect(within(first).getByRole("link", { name: "Kế hoạch 61/KH-UBND" })).toHaveAttribute("href", "/van-ban/kh-61")
    // A long text is folded, its beginning in sight.
    const long = within(first).getByText("nội dung").closest("tr")
    expect(long?.querySelector("details")).not.toHaveAttribute("open")
    expect(long).toHaveTextContent("Xem hết")
    fireEvent(raw ?? first, new Event("toggle"))
    const kept = within(first).getByRole("region", { name: "Dữ liệu gốc của mục 5" })
    expect(JSON.parse(kept.textContent ?? "")).toMatchObject({
      origin: { question: "POST /api/v1/works" },
      changed: [{ name: { before: "Cũ", after: "Mới" }, document: { before: null, after: "kh-61" } }]
    })
    expect(second).toHaveTextContent("Ghi mới 300 số liệu")
    expect(second).toHaveTextContent("Hệ thống, trên chính máy chủ")
    expect(second).toHaveTextContent("Số hiệu từ 1 đến 300")
    expect(asked[0]).toBe("/api/v1/audit?unit=11824&person=lan%40example.vn&noun=work&limit=50")
  })

  it("asks for the whole of an entry that the list tells in part, once, and for its further rows", async () => {
    const asked: Array<string> = []
    const part = { ...entry, op: "insert", rows: 150, more: true }
    const { changed, more: _, ...head } = part
    const rowNamed = (no: number, name: string) => ({
      no,
      changed: [
        {
          field: "name",
          words: plain("tên"),
          before: null,
          after: name,
          lines: [{ words: plain("tên"), before: null, after: plain(name) }]
        }
      ]
    })
    const client = makeClient((url) => {
      asked.push(url)
      if (!url.includes("/audit/5")) return new Response(JSON.stringify({ items: [{ ...part, changed }], next: null }))
      const later = url.includes("cursor=r100")
      const items = later ? [rowNamed(150, "Cuối")] : [rowNamed(1, "Đầu"), rowNamed(100, "Giữa")]
      return new Response(JSON.stringify({ entry: head, items, next: later ? null : "r100" }))
    }, "")
    showPage(AuditPage, client, "/nhat-ky")
    const item = within(await screen.findByRole("list", { name: "Nhật ký kiểm toán" })).getByRole("listitem")
    const [shown, raw] = item.querySelectorAll("details")
    fireEvent(shown ?? item, new Event("toggle"))
    expect(await within(item).findByText("Giữa")).toBeInTheDocument()
    expect(within(item).queryByText("Mới")).toBeNull()
    expect(item).toHaveTextContent("100 dòng đầu trong 150 dòng.")
    fireEvent.click(within(item).getByRole("button", { name: "Các dòng sau nữa" }))
    expect(await within(item).findByText("Cuối")).toBeInTheDocument()
    expect(item).toHaveTextContent("Dòng 150")
    expect(within(item).queryByRole("button", { name: "Các dòng sau nữa" })).toBeNull()
    fireEvent(raw ?? item, new Event("toggle"))
    const kept = await within(item).findByRole("region", { name: "Dữ liệu gốc của mục 5" })
    expect(JSON.parse(kept.textContent ?? "").changed).toHaveLength(3)
    expect(asked.filter((url) => url.includes("/audit/5"))).toEqual([
      "/api/v1/audit/5?limit=100",
      "/api/v1/audit/5?cursor=r100&limit=100"
    ])
  })

  it("leaves out what only the program keeps, unless that is asked for", async () => {
    const asked: Array<string> = []
    showPage(AuditPage, answering({ "/audit": { items: [entry], next: null } }, asked), "/nhat-ky")
    await screen.findByRole("list", { name: "Nhật ký kiểm toán" })
    fireEvent.click(screen.getByRole("checkbox", { name: "Cả mục kỹ thuật" }))
    await waitFor(() => expect(asked).toEqual(["/api/v1/audit?limit=50", "/api/v1/audit?include=technical&limit=50"]))
    expect(await screen.findByRole("checkbox", { name: "Cả mục kỹ thuật" })).toBeChecked()
  })

  it("goes on to earlier entries", async () => {
    const client = makeClient((url) => {
      const later = url.includes("cursor=c5")
      return new Response(JSON.stringify({ items: [later ? batch : entry], next: later ? null : "c5" }))
    }, "")
    showPage(AuditPage, client, "/nhat-ky")
    fireEvent.click(await screen.findByRole("button", { name: "Các mục trước nữa" }))
    expect(await screen.findByText(/Ghi mới 300 số liệu/)).toBeInTheDocument()
    expect(screen.getByText(/Sửa công trình/)).toBeInTheDocument()
    expect(screen.queryByRole("button", { name: "Các mục trước nữa" })).toBeNull()
  })

  it("says why nothing is shown", async () => {
    showPage(AuditPage, answering({ "/audit": { items: [], next: null } }), "/nhat-ky")
    expect(await screen.findByText(/^Chưa có thay đổi nào như vậy\. Từng phần của dữ liệu/)).toBeInTheDocument()
    fireEvent.click(screen.getByRole("checkbox", { name: "Cả mục kỹ thuật" }))
    expect(await screen.findByText("Chưa có thay đổi nào như vậy.")).toBeInTheDocument()
  })
})

describe("webhooks", () => {
  const server = () => {
    const sent: Array<readonly [string, unknown]> = []
    const client = makeClient((url, { body, method }) => {
      const path = url.replace("/api/v1", "").replace(/\?.*$/, "")
      if (method === "POST") {
        sent.push([path, JSON.parse(String(body))])
        return new Response(JSON.stringify({ id: 1, secret: "whsec_abc", done: true }))
      }
      return new Response(JSON.stringify({ items: path.endsWith("/deliveries") ? [delivery] : [hook] }))
    }, "")
    return { client, sent }
  }

  it("tell how each fares, and show every delivery", async () => {
    showPage(WebhooksPage, server().client, "/webhook")
    const item = await screen.findByRole("article", { name: hook.url })
    expect(item).toHaveTextContent("Kho dữ liệu · đã tắt · đã gửi đến mục 12 · không nhận được từ 03/06/2025 14:05")
    expect(item).toHaveTextContent("Đã tự tắt")
    fireEvent.click(within(item).getByRole("button", { name: /^Nhật ký gửi/ }))
    const log = await within(item).findByRole("table")
    expect(log).toHaveTextContent("03/06/2025 14:053503bận")
  })

  it("are made, switched on, sent again and given another secret, which is shown once", async () => {
    const { client, sent } = server()
    showPage(WebhooksPage, client, "/webhook")
    const item = await screen.findByRole("article", { name: hook.url })
    fireEvent.click(within(item).getByRole("button", { name: /^Bật/ }))
    fireEvent.input(within(item).getByLabelText("Gửi lại từ mục"), { target: { value: "7" } })
    fireEvent.click(within(item).getByRole("button", { name: /^Gửi lại:/ }))
    fireEvent.click(within(item).getByRole("button", { name: /^Đổi khóa ký/ }))
    expect(await screen.findByText("whsec_abc")).toBeInTheDocument()
    fireEvent.input(screen.getByLabelText("Địa chỉ nhận (https://…)"), { target: { value: "https://x.vn" } })
    fireEvent.input(screen.getByLabelText("Mô tả"), { target: { value: "Thử" } })
    fireEvent.click(screen.getByRole("button", { name: "Tạo webhook" }))
    await waitFor(() => expect(sent).toHaveLength(4))
    expect(sent.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["/webhooks", { url: "https://x.vn", description: "Thử" }],
      ["/webhooks/1/replay", { since: 7 }],
      ["/webhooks/1/rotate", {}],
      ["/webhooks/1/switch", { active: true }]
    ])
  })
})
