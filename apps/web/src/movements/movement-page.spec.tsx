import { makeClient } from "@ntm/contract"
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { counts, oldHaiPhong } from "../units/testing/register.ts"
import { showPage } from "../testing/show.tsx"
import { amount, signed } from "./number-text.ts"
import MovementPage from "./movement-page.tsx"
import { movementAnswer } from "./testing/facts.ts"

const set = {
  id: "hp-xa-ntm-kieu-mau-2021-2025",
  name: "Bộ xã",
  level: "commune",
  tier: "model",
  period: { from: "2021-01-01", to: "2025-12-31" },
  periodFrom: 2021,
  derivesFrom: null,
  doNotEvaluate: false,
  criteria: [{ no: 1, name: "Giao thông", indicators: [{ code: "1", name: "Đường thôn được cứng hóa" }] }],
  conditions: []
}
const road = { key: "road", kind: "percent", unit: "%", name: "Đường thôn", agencies: [], carry: { carry: "none" } }

const open = (query = "", answer: unknown = movementAnswer, status = 200) => {
  const asked: Array<string> = []
  const client = makeClient(async (address) => {
    const { pathname, search } = new URL(address, "http://here")
    const path = pathname.replace("/api/v1", "")
    if (path === "/rollups/movement") {
      asked.push(search)
      return new Response(JSON.stringify(answer), { status })
    }
    const answers: Readonly<Record<string, unknown>> = {
      "/documents": { items: [] },
      "/units": { asOf: "2025-01-01", items: [oldHaiPhong], counts: counts(1, 0, 2) },
      "/criteria-sets": { items: [set] },
      [`/criteria-sets/${set.id}`]: set,
      "/inputs": { items: [road] }
    }
    return new Response(JSON.stringify(answers[path] ?? {}), { status: path in answers ? 200 : 404 })
  }, "")
  const address = `/danh-gia/thay-doi?bo=${set.id}&don-vi=31${query}`
  return { ...showPage(MovementPage, client, address, undefined, "/danh-gia/thay-doi"), asked }
}

const table = () => screen.findByRole("table")
const rows = async () =>
  within(await table())
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()))

describe("why a number moved", () => {
  it("asks for the group between two days, each as known at its moment; from the end of the year before unless told", async () => {
    const { asked, unmount } = open()
    await table()
    expect(asked).toEqual([`?set=${set.id}&unit=31&from=2024-12-31`])
    unmount()
    const other = open(
      "&tu=2024-06-30&as_of=2025-01-01&tu-luc=2025-01-05T16:59:59.999Z&known_at=2025-02-01T16:59:59.999Z"
    )
    await waitFor(() => expect(other.asked).toHaveLength(1))
    expect(Object.fromEntries(new URLSearchParams(other.asked[0]))).toEqual({
      set: set.id,
      unit: "31",
      from: "2024-06-30",
      to: "2025-01-01",
      from_known_at: "2025-01-05T16:59:59.999Z",
      to_known_at: "2025-02-01T16:59:59.999Z"
    })
    expect(await screen.findByText(/ngày đầu theo số liệu ghi đến hết 05\/01\/2025; ngày cuối/i)).toBeInTheDocument()
    other.unmount()
    open("&tu=2024-06-30&tu-luc=2025-01-05T02:30:00.000Z")
    expect(await screen.findByText(/ngày đầu theo số liệu ghi đến 05\/01\/2025 09:30$/i)).toBeInTheDocument()
  })

  it("tells each number that moved with its parts, which add up to what stands in the row", async () => {
    open()
    expect(await rows()).toEqual([
      ["Số đơn vị được đánh giá", "4", "−1", "0", "0", "−1", "3"],
      ["Tiêu chí 1. Giao thông", "4", "−1", "−1", "−1", "−3", "1"],
      ["Bình quân tiêu chí mỗi đơn vị", "1,5", "+0,1", "−0,133333", "−0,133334", "−0,166667", "1,333333"]
    ])
    const heads = within(await table())
      .getAllByRole("columnheader")
      .map((head) => head.textContent)
    expect(heads).toEqual([
      "Số",
      "Ngày đầu30/06/2024",
      "Sắp xếp đơn vị",
      "Bộ tiêu chí thay đổi",
      "Thay đổi thực tế",
      "Thay đổi",
      "Ngày cuối01/01/2025"
    ])
    fireEvent.click(screen.getByRole("checkbox", { name: "Hiện cả số không đổi" }))
    expect(await rows()).toHaveLength(4)
  })

  it("goes from the first day to the last by steps, and opens the units and decisions behind one", async () => {
    open("&so=criterion-1")
    const steps = await screen.findByRole("region", { name: "Từ đầu đến cuối: Tiêu chí 1. Giao thông" })
    expect(within(steps).getByText("4 − 1 − 1 − 1 = 1")).toBeInTheDocument()
    const records = () => screen.getByRole("region", { name: /^Căn cứ:/ })
    expect(records()).toHaveAccessibleName("Căn cứ: Sắp xếp đơn vị")
    expect(records()).toHaveTextContent("1232/NQ-UBTVQH15 · hiệu lực từ 01/01/2025")
    expect(records()).toHaveTextContent("3 đơn vị")
    expect(within(records()).getByRole("link", { name: "xã Đại Bản" })).toHaveAttribute(
      "href",
      "/don-vi/11602/danh-gia?bo=xa-ntm-kieu-mau-2021-2025&as_of=2024-06-30#tieu-chi-1"
    )
    expect(within(records()).getByRole("link", { name: "xã Bạch Đằng" }).getAttribute("href")).toContain(
      "as_of=2025-01-01"
    )
    expect(records()).toHaveTextContent("#4")
    fireEvent.click(within(steps).getByRole("button", { name: /^Bộ tiêu chí thay đổi/ }))
    await waitFor(() => expect(records()).toHaveAccessibleName("Căn cứ: Bộ tiêu chí thay đổi"))
    expect(records()).toHaveTextContent("211/QĐ-TTg · hiệu lực từ 01/12/2024 · liên quan: 1")
    await waitFor(() => expect(records()).toHaveTextContent("1. Đường thôn được cứng hóa"))
    expect(records()).toHaveTextContent("Quy định: 318/QĐ-TTg → 211/QĐ-TTg")
    expect(records()).toHaveTextContent("vùng: DBSH → TN")
  })

  it("opens the records of a value that changed: old and new, with their sources and evidence", async () => {
    const { address } = open()
    const cell = await screen.findByRole("button", { name: "Tiêu chí 1. Giao thông, Thay đổi thực tế: −1" })
    fireEvent.click(cell)
    const records = await screen.findByRole("region", { name: "Căn cứ: Thay đổi thực tế" })
    await waitFor(() => expect(address()).toContain("so=criterion-1&vi-sao=change"))
    expect(cell).toHaveAttribute("aria-pressed", "true")
    await waitFor(() => expect(records).toHaveTextContent("Đường thôn: 100 % · ngày 30/06/2024"))
    expect(records).toHaveTextContent("kh-61, Phụ lục 01 · Nguyễn Thị Lan ghi ngày 10/01/2025")
    expect(records).toHaveTextContent("90 % · ngày 31/12/2024tệp bieu.csv")
    expect(within(records).getByRole("link", { name: "kh-61" })).toHaveAttribute("href", "/van-ban/kh-61")
    expect(within(records).getByRole("link", { name: "biên bản.pdf (2 KB)" })).toHaveAttribute(
      "href",
      `/api/v1/evidence/${"a".repeat(64)}`
    )
  })

  it("names of an average the units that moved it, none with a share of its own", async () => {
    open("&so=average&vi-sao=change")
    const records = await screen.findByRole("region", { name: "Căn cứ: Thay đổi thực tế" })
    expect(records).toHaveTextContent("Bình quân thay đổi khi số tiêu chí đạt hoặc số đơn vị thay đổi")
    expect(within(records).getByRole("link", { name: "xã An Đồng" })).toBeInTheDocument()
    expect(screen.getByText("1,5 + 0,1 − 0,133333 − 0,133334 = 1,333333")).toBeInTheDocument()
  })

  it("says so where nothing moved, and where nobody is assessed", async () => {
    const parts = { knowledge: 0, boundaries: 0, group: 0, criteria: 0, change: 0 }
    const numbers = movementAnswer.numbers.map((number) => ({ ...number, after: number.before, parts }))
    const load = {
      set: set.id,
      name: "Bộ nạp lại",
      knownFrom: "2026-03-01T02:30:00.000Z",
      knownUntil: null,
      recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
      programVersion: null,
      file: "phu-luc.json"
    }
    const first = open("", { ...movementAnswer, numbers, loads: [load] })
    expect(await screen.findByText("Không số nào thay đổi giữa hai thời điểm này.")).toBeInTheDocument()
    expect(screen.getByText(/^Bộ nạp lại ·/)).toHaveTextContent("Nguyễn Thị Lan · phu-luc.json")
    first.unmount()
    open("", { ...movementAnswer, numbers: numbers.map((number) => ({ ...number, before: 0, after: 0 })) })
    expect(await screen.findByText(/Không có đơn vị nào được đánh giá/)).toBeInTheDocument()
  })

  it("tells what the server refuses", async () => {
    open("&tu=2024-02-30", { type: "urn:ntm:problem:x", title: "Ngày sai", titleEn: "Wrong day", status: 422 }, 422)
    expect(await screen.findByRole("alert")).toHaveTextContent("Ngày sai")
  })
})

describe("numbers that moved", () => {
  it("are written with every digit that they have, and a sign", () => {
    expect(amount({ decimals: 6 }, 4_298_507)).toBe("4,298507")
    expect([signed({ decimals: 0 }, -1200), signed({ decimals: 6 }, 1), signed({ decimals: 0 }, 0)]).toEqual([
      "−1.200",
      "+0,000001",
      "0"
    ])
  })
})
