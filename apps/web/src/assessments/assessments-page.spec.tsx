import { cleanup, fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { counts, clientOf, oldHaiPhong } from "../units/testing/register.ts"
import { showPage } from "../testing/show.tsx"
import AssessmentsPage from "./assessments-page.tsx"
import { group, matrix, set } from "./testing/facts.ts"

const national = {
  id: "xa-ntm-kieu-mau-2021-2025",
  name: "Bộ tiêu chí quốc gia về xã nông thôn mới kiểu mẫu 2021-2025",
  level: "commune",
  tier: "model",
  periodFrom: 2021,
  periodTo: 2025,
  period: { from: "2021-01-01", to: "2025-12-31" },
  derivesFrom: null,
  doNotEvaluate: false
}

const answers: Readonly<Record<string, unknown>> = {
  "/assessments": matrix,
  "/rollups": group,
  "/criteria-sets": {
    items: [
      national,
      { ...national, id: set.id, derivesFrom: { set: national.id } },
      { ...national, id: "xa-2026", name: "Bộ tiêu chí quốc gia về xã nông thôn mới 2026-2030", doNotEvaluate: true }
    ]
  },
  "/documents": { items: [] },
  "/reorganisations": { items: [] },
  "/units": { asOf: "2024-12-31", items: [oldHaiPhong], counts: counts(1, 0, 4) }
}

const open = (query: string) => {
  const asked: Array<string> = []
  const client = clientOf((path) => answers[path], asked)
  return { ...showPage(AssessmentsPage, client, `/danh-gia?${query}`), asked }
}
const grid = () => screen.findByRole("grid", { name: /^Đơn vị theo tiêu chí/ })
const press = (key: string, ctrlKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })

describe("the heat map", () => {
  it("asks for the plan's province and the set of the day where the address says nothing", async () => {
    const { asked } = open("as_of=2024-12-31")
    await grid()
    expect(asked).toContain("/assessments?set=xa-ntm-kieu-mau-2021-2025&unit=31&as_of=2024-12-31")
  })

  it("names the set that is asked, a province's own too, and one that nobody knows as the address has it", async () => {
    const { asked } = open(`bo=${set.id}&don-vi=31`)
    await grid()
    expect(asked).toContain(`/assessments?set=${set.id}&unit=31`)
    expect(screen.getByRole("combobox", { name: "Bộ tiêu chí" })).toHaveValue(set.id)
    cleanup()
    open("bo=khong-co&don-vi=31")
    await grid()
    expect(screen.getByRole("combobox", { name: "Bộ tiêu chí" })).toHaveValue("khong-co")
  })

  it("has a row a unit with its verdicts in words, tells namesakes apart, and marks what rests on others' values", async () => {
    open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31")
    const table = await grid()
    const first = within(table).getByRole("row", { name: /An Đồng/ })
    expect(within(first).getAllByRole("cell", { name: "Đạt" })).toHaveLength(3)
    expect(first).toHaveTextContent("số minh họa")
    expect(within(table).getByRole("row", { name: /Đại Bản/ })).toHaveTextContent("tạm tính")
    const second = within(table).getByRole("row", { name: /An Hòa 11854/ })
    expect(
      ["Chưa đạt", "Không áp dụng", "Chưa có số liệu"].map(
        (name) => within(second).getAllByRole("cell", { name }).length
      )
    ).toEqual([1, 1, 1])
    expect(within(second).getByRole("link")).toHaveAttribute(
      "href",
      "/don-vi/11854/danh-gia?bo=xa-ntm-kieu-mau-2021-2025"
    )
  })

  it("shows sets of which only the frame is known beside the others, and does not let them be chosen", async () => {
    open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31")
    await grid()
    const frame = await screen.findByRole("option", { name: "Xã nông thôn mới 2026-2030 (mới có khung)" })
    expect(frame).toBeDisabled()
    expect(screen.getByRole("option", { name: "Xã nông thôn mới kiểu mẫu 2021-2025" })).toBeEnabled()
  })

  it("counts at its foot, whatever is filtered", async () => {
    open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31&thieu=1")
    const table = await grid()
    expect(screen.getByRole("status")).toHaveTextContent("2 trên 4 đơn vị")
    expect(within(table).queryByRole("row", { name: /An Đồng/ })).toBeNull()
    const foot = (name: string) =>
      within(within(table).getByRole("row", { name: new RegExp(`^${name}`) }))
        .getAllByRole("cell")
        .map((cell) => cell.textContent)
    expect(foot("Đạt")).toEqual(["", "2", "3", "2"])
    expect(foot("Chưa đạt")).toEqual(["", "2", "0", "0"])
    expect(foot("Chưa có số liệu")).toEqual(["", "0", "1", "2"])
  })

  it("filters by a press on a criterion's head, and takes it back", async () => {
    const { address } = open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31")
    const head = within(await grid()).getByRole("button", { name: /Giao thông/ })
    fireEvent.click(head)
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("2 trên 4 đơn vị"))
    await waitFor(() => expect(address()).toContain("thieu=1"))
    fireEvent.click(screen.getByRole("button", { name: "Bỏ lọc" }))
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/^4 đơn vị$/))
  })

  it("is gone through by keyboard: one stop, arrows from cell to cell, Enter opens the scorecard at the criterion", async () => {
    const { address } = open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31&sap-xep=gan")
    const table = await grid()
    const stops = () => [...table.querySelectorAll("[tabindex='0']")]
    expect(stops()).toHaveLength(1)
    within(table)
      .getByRole("link", { name: /Đại Bản/ })
      .focus()
    press("ArrowRight")
    press("ArrowRight")
    press("ArrowDown")
    expect(document.activeElement).toHaveAttribute("aria-label", "Chưa đạt")
    expect(stops()).toEqual([document.activeElement])
    press("End")
    expect(document.activeElement).toHaveAttribute("aria-label", "Đạt")
    press("Home", true)
    expect(document.activeElement).toHaveTextContent("xã Đại Bản")
    press("End")
    press("ArrowLeft")
    press("Enter")
    await waitFor(() => expect(address()).toBe("/don-vi/11602/danh-gia?bo=xa-ntm-kieu-mau-2021-2025#tieu-chi-2"))
  })

  it("tells the group beside it: average, whole set, titles with those held provisionally, who is nearest", async () => {
    open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31")
    const figures = await screen.findByRole("region", { name: set.name })
    expect(figures).toHaveTextContent(/Bình quân1,75\/3 tiêu chí|Bình quân1,75\/0 tiêu chí/)
    expect(figures).toHaveTextContent("Danh hiệu kiểu mẫu2 · 50 %")
    expect(figures).toHaveTextContent("trong đó 1 tạm giữ")
    expect(figures).toHaveTextContent("1 theo trí nhớ")
    expect(figures).toHaveTextContent("4 đơn vị có số liệu minh họa")
    const nearest = screen.getByRole("region", { name: "Gần đạt nhất" })
    expect(nearest).toHaveTextContent("xã An Hòathiếu tiêu chí 1")
  })

  it("leads from the number of a criterion, and from the page, to why it moved", async () => {
    open("as_of=2024-12-31&bo=xa&don-vi=31&xem=tieu-chi")
    const link = await screen.findByRole("link", { name: "2: Vì sao số này thay đổi: Tiêu chí 1. Giao thông" })
    expect(link).toHaveAttribute("href", "/danh-gia/thay-doi?bo=xa&don-vi=31&as_of=2024-12-31&so=criterion-1")
    expect(screen.getByRole("link", { name: "So với ngày…" })).toHaveAttribute(
      "href",
      "/danh-gia/thay-doi?bo=xa&don-vi=31&as_of=2024-12-31"
    )
  })

  it("shows the same by criterion, as Phụ lục 01 does", async () => {
    open("bo=xa-ntm-kieu-mau-2021-2025&don-vi=31&xem=tieu-chi")
    const line = await screen.findByRole("row", { name: /Giao thông/ })
    expect(
      within(line)
        .getAllByRole("cell")
        .map((cell) => cell.textContent)
    ).toEqual(["1", "2", "2", "0", "50 %"])
  })
})
