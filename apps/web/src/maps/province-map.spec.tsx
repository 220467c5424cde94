import { fireEvent, screen, waitFor } from "@solidjs/testing-library"
import { createSignal } from "solid-js"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import { clientOf, doSon, haiPhong, twoSquares, vinhBao } from "../units/testing/register.ts"
import ProvinceMap from "./province-map.tsx"

const days = [
  { day: "2025-01-01", documents: ["1232/NQ-UBTVQH15"], count: 167 },
  { day: "2025-07-01", documents: ["202/2025/QH15", "1669/NQ-UBTVQH15"], count: 2 }
]

/** A map of two units, of which one stood before July; `answered` delays what is asked of January. */
const open = (
  day: string,
  { ahead = true, answered = Promise.resolve() }: { readonly ahead?: boolean; readonly answered?: Promise<void> } = {}
) => {
  const asked: Array<string> = []
  const client = clientOf(async (path, query) => {
    if (query.get("as_of") === "2025-01-01") await answered
    if (path !== "/map/31") return undefined
    const asOf = query.get("as_of") ?? "2026-01-01"
    const units = asOf < "2025-07-01" ? [doSon] : [doSon, vinhBao]
    const topology = twoSquares(doSon.code, vinhBao.code)
    return { asOf, province: haiPhong, level: "commune", zoom: 1, units, undrawn: ["11900"], days, topology }
  }, asked)
  const picked: Array<string> = []
  const Shown = () => {
    const [asOf, setAsOf] = createSignal(day)
    return (
      <ProvinceMap
        province="31"
        asOf={asOf()}
        marked={(unit) => unit.code === vinhBao.code}
        addressOf={(unit) => `/don-vi/${unit.code}`}
        provinceOn={() => Promise.resolve(ahead ? "31" : undefined)}
        onDay={(next) => {
          picked.push(next)
          setAsOf(next)
        }}
      />
    )
  }
  showPage(Shown, client)
  return { asked, picked }
}
const slider = () => screen.findByRole("slider", { name: "Thời điểm" })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe("the map of a province", () => {
  it("stops at the day before the first change and at each change, and says what the chosen stop means", async () => {
    open("2025-08-01")
    const range = await slider()
    expect(range).toHaveAttribute("max", "2")
    expect(range).toHaveValue("2")
    expect(range).toHaveAttribute("aria-valuetext", "Từ 01/07/2025: 2 đơn vị cấp xã · 202/2025/QH15, 1669/NQ-UBTVQH15")
  })

  it("asks for the stop that the slider is moved to, and fetches its neighbours ahead", async () => {
    const { asked, picked } = open("2025-08-01")
    fireEvent.input(await slider(), { target: { value: 1 } })
    await screen.findByText("Từ 01/01/2025: 1 đơn vị cấp xã · 1232/NQ-UBTVQH15")
    expect(picked).toEqual(["2025-01-01"])
    await waitFor(() => expect(asked.some((address) => address.includes("as_of=2024-12-31"))).toBe(true))
    fireEvent.input(await slider(), { target: { value: 0 } })
    expect(screen.queryByText("Đang tải số liệu…")).toBeNull()
    expect(await screen.findByText("Đến 31/12/2024: 1 đơn vị cấp xã")).toBeInTheDocument()
  })

  it("keeps the map before in sight until the next one has come", async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    open("2025-08-01", { ahead: false, answered: promise })
    const stays = await screen.findByRole("link", { name: /Vĩnh Bảo/ })
    fireEvent.input(await slider(), { target: { value: 1 } })
    expect(await screen.findByText("Đang tải số liệu…")).toBeInTheDocument()
    expect(stays).toBeInTheDocument()
    resolve()
    expect(await screen.findByText(/^Từ 01\/01\/2025: 1 đơn vị/)).toBeInTheDocument()
    expect(stays).not.toBeInTheDocument()
  })

  it("says in words what is only a cell, and what cannot be drawn", async () => {
    open("2025-08-01")
    expect(await screen.findByText("1 đơn vị chưa có ranh giới: vẽ ô quanh tâm đơn vị.")).toBeInTheDocument()
    expect(screen.getByText(/1 đơn vị chưa có ranh giới và tọa độ/)).toBeInTheDocument()
  })

  it("tells the types apart by a legend with counts", async () => {
    open("2025-08-01")
    const legend = await screen.findByRole("list", { name: "Chú giải" })
    expect([...legend.children].map((item) => item.textContent)).toEqual(["phường 1", "xã 1"])
  })

  it("is one stop of the Tab key, at the marked unit, and goes from unit to unit by arrows", async () => {
    open("2025-08-01")
    const marked = await screen.findByRole("link", { name: "xã Vĩnh Bảo: 45.332 người, 30,6 km²" })
    const other = screen.getByRole("link", { name: "phường Đồ Sơn: chưa có dân số, diện tích" })
    expect([marked.getAttribute("tabindex"), other.getAttribute("tabindex")]).toEqual(["0", "-1"])
    expect(marked).toHaveAttribute("href", "/don-vi/11824")
    marked.focus()
    press("ArrowLeft")
    expect(other).toHaveFocus()
    expect(other).toHaveAttribute("tabindex", "0")
    press("ArrowLeft")
    expect(other).toHaveFocus()
  })

  it("comes nearer by keys, asks for finer borders then, and shows the whole again", async () => {
    const { asked } = open("2025-08-01")
    const marked = await screen.findByRole("link", { name: /Vĩnh Bảo/ })
    const reset = screen.getByRole("button", { name: "Xem toàn bộ" })
    expect(reset).toBeDisabled()
    marked.focus()
    for (let presses = 0; presses < 3; presses++) press("+")
    await waitFor(() => expect(asked.some((address) => address.includes("zoom=2"))).toBe(true))
    expect(reset).toBeEnabled()
    expect(marked).toHaveFocus()
    press("0")
    expect(reset).toBeDisabled()
  })
})
