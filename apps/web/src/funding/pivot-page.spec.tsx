import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { afterEach, describe, expect, it, vi } from "vitest"
import { answering, showPage } from "../testing/show.tsx"
import PivotPage from "./pivot-page.tsx"
import { fundingAnswers } from "./testing/facts.ts"

const show = (address = "/nguon-luc") => {
  const asked: Array<string> = []
  const shown = showPage(PivotPage, answering(fundingAnswers, asked), address)
  return { ...shown, asked }
}

const grid = () => screen.findByRole("grid", { name: "Nguồn vốn theo đơn vị, năm 2024" })
const row = async (name: RegExp) => within(await grid()).getByRole("row", { name })
const marked = async () =>
  [...(await grid()).querySelectorAll("[data-marked]")].map((cell) =>
    cell.closest("tr")?.querySelector("th")?.textContent.trim()
  )

afterEach(() => vi.unstubAllGlobals())

describe("the pivot of money", () => {
  it("asks for the year and stage of the table that the plan publishes, of the plan's province", async () => {
    const { asked } = show()
    await grid()
    expect(asked).toContain("/api/v1/funding/pivot?unit=31&year=2024&stage=mobilised")
  })

  it("starts with two levels of sources, and opens the parts of one", async () => {
    show()
    const heads = async () =>
      within(await grid())
        .getAllByRole("columnheader")
        .map((head) => head.textContent)
    await grid()
    expect(await heads()).toEqual(["Đơn vị", "Tổng cộng", "Ngân sách trực tiếp", "Vốn tín dụng"])
    fireEvent.click(screen.getByRole("button", { name: "Mở chi tiết: Ngân sách trực tiếp" }))
    expect(await heads()).toContain("Vốn đầu tư công")
    expect(await heads()).not.toContain("Đầu tư công cấp tỉnh")
    fireEvent.click(screen.getByRole("button", { name: "Thu gọn: Ngân sách trực tiếp" }))
    expect(await heads()).not.toContain("Vốn đầu tư công")
  })

  it("marks what is unexplained once in a row, as near to its place as the columns allow", async () => {
    show()
    await grid()
    expect(await marked()).toEqual(["Tổng", "huyện Cát Hải"])
    const cell = (await row(/Cát Hải/)).querySelector("[data-marked]")
    expect(cell).toHaveTextContent("896.207, chưa giải thích được 896.210 triệu đồng")
    fireEvent.click(screen.getByRole("button", { name: "Mở mọi nguồn" }))
    expect(await marked()).toEqual(["Tổng", "huyện Cát Hải"])
    expect((await row(/Cát Hải/)).querySelector("[data-marked]")).toHaveTextContent(/^896\.210,/)
  })

  it("tells zero from nothing stated", async () => {
    show()
    await grid()
    fireEvent.click(screen.getByRole("button", { name: "Mở mọi nguồn" }))
    const cells = [...(await row(/sở, ngành/)).querySelectorAll("td")].map((cell) => cell.textContent)
    expect(cells).toEqual(["0", "0", "0", "–", "–", "0"])
  })

  it("opens where a number comes from: to the đồng, why it is marked, the document's finding, its entries", async () => {
    show()
    await grid()
    fireEvent.click((await row(/Cát Hải/)).querySelector("[data-marked]") ?? document.body)
    const panel = await screen.findByRole("dialog", { name: "huyện Cát Hải · Ngân sách trực tiếp" })
    expect(panel).toHaveTextContent("Số tiền896.207.000.000 đồng")
    expect(panel).toHaveTextContent("Trong đó chưa giải thích được896.210.000.000 đồng")
    expect(panel).toHaveTextContent("Cát Hải: vốn đầu tư công 896.210 triệu không có phần nào")
    const found = within(panel)
    expect(await found.findByText("Bằng ô ở dòng trên.")).toBeInTheDocument()
    const list = await found.findByRole("region", { name: "Bút toán tạo nên số này" })
    // Credit is no part of the budget, and what is summed at another tier is not in the number.
    expect(within(list).getAllByRole("listitem")).toHaveLength(1)
    expect(list).toHaveTextContent("Chưa giải thích được")
    expect(within(list).getByRole("link", { name: "61/KH-UBND" })).toHaveAttribute(
      "href",
      "/van-ban/kh-61-2025-haiphong"
    )
    expect(within(list).getByRole("link", { name: "Xem mọi bút toán" })).toHaveAttribute(
      "href",
      "/nguon-luc/but-toan?don-vi=317&nam=2024&giai-doan=mobilised&nguon=budget"
    )
  })

  it("asks for the entries of a unit that has ended by the code that it had on its last day", async () => {
    const { asked } = show("/nguon-luc?nam=2024&giai-doan=mobilised&ranh-gioi=2025-07-01")
    await grid()
    const ended = await row(/Thủy Nguyên đã kết thúc/)
    fireEvent.click(ended.querySelector("td") ?? document.body)
    await waitFor(() =>
      expect(asked).toContain("/api/v1/funding/entries?unit=311&boundaries=2024-12-31&year=2024&stage=mobilised")
    )
  })

  it("goes from number to number by arrows, one stop of the Tab key, and opens by Enter", async () => {
    show()
    const table = await grid()
    const stops = () => [...table.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]')]
    expect(stops()).toHaveLength(1)
    stops()[0]?.focus()
    fireEvent.keyDown(stops()[0] ?? table, { key: "ArrowDown" })
    fireEvent.keyDown(stops()[0] ?? table, { key: "ArrowRight" })
    expect(stops()).toHaveLength(1)
    expect(document.activeElement).toBe(stops()[0])
    fireEvent.keyDown(stops()[0] ?? table, { key: "Enter" })
    expect(await screen.findByRole("dialog", { name: "huyện An Lão · Ngân sách trực tiếp" })).toBeInTheDocument()
  })

  it("goes down to a district by its name, keeping the year, the stage and the day", async () => {
    show("/nguon-luc?as_of=2025-03-05")
    const link = within(await grid()).getByRole("link", { name: "huyện An Lão" })
    expect(link).toHaveAttribute("href", "/nguon-luc?don-vi=313&nam=2024&giai-doan=mobilised&as_of=2025-03-05")
  })

  it("shows every tier with its total, and asks for the one that is chosen", async () => {
    const { address, asked } = show()
    await grid()
    const tiers = screen.getByRole("group", { name: "Cộng theo cấp" })
    expect(within(tiers).getByRole("button", { name: /Cấp huyện 1\.500\.000 triệu đồng/ })).toHaveAttribute(
      "aria-pressed",
      "true"
    )
    fireEvent.click(within(tiers).getByRole("button", { name: /Cấp xã.*có số minh họa/ }))
    await waitFor(() => expect(address()).toContain("cap=commune"))
    await waitFor(() => expect(asked.some((each) => each.includes("tier=commune"))).toBe(true))
  })

  it("lists what a person should look at, and shares that add up to 100", async () => {
    show()
    await grid()
    expect(screen.getByRole("region", { name: "Điểm cần xem" })).toHaveTextContent("Cát Hải: vốn đầu tư công")
    const shares = screen.getByRole("region", { name: "Cơ cấu nguồn vốn" })
    expect(shares).toHaveTextContent("93,0 %")
    expect(shares).toHaveTextContent("7,0 %")
  })

  it("asks for the same table as CSV, and says so where it cannot be had", async () => {
    show()
    await grid()
    const fetched = vi.fn(async (_address: string, _init: { readonly headers: Record<string, string> }) => {
      return new Response("{}", { status: 500 })
    })
    vi.stubGlobal("fetch", fetched)
    fireEvent.click(screen.getByRole("button", { name: "Tải CSV" }))
    expect(await screen.findByRole("alert")).toHaveTextContent("Không tải được tệp CSV")
    expect(fetched).toHaveBeenCalledWith("/api/v1/funding/pivot?unit=31&year=2024&stage=mobilised", {
      headers: { accept: "text/csv" }
    })
  })

  it("says that nothing was recorded where nothing was", async () => {
    const answers = {
      ...fundingAnswers,
      "/funding/stated": { asOf: "2025-03-05", knownAt: null, unit: null, items: [] }
    }
    showPage(PivotPage, answering(answers))
    expect(await screen.findByText(/Chưa có khoản vốn nào của đơn vị này/)).toBeInTheDocument()
  })
})
