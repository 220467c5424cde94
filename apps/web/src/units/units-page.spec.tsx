import { fireEvent, screen, waitFor } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import {
  clientOf,
  counts,
  doSon,
  haiDuong,
  haiPhong,
  oldHaiPhong,
  town,
  vinhAn,
  vinhBao,
  vinhBaoDistrict
} from "./testing/register.ts"
import UnitsPage from "./units-page.tsx"

const found = ({ id, code, name, type, level, validFrom, validTo }: typeof vinhAn, ...within: Array<string>) => ({
  id,
  code,
  name,
  type,
  level,
  validFrom,
  validTo,
  within
})

const before = { asOf: "2024-12-31", counts: counts(2, 1, 2) }
const after = { asOf: "2025-08-01", counts: counts(1, 0, 2) }

/** A country of two provinces that became one. */
const register = (path: string, query: URLSearchParams): unknown => {
  if (path === "/reorganisations") {
    return {
      items: [
        { id: "a", document: { number: "1/NQ", issuer: "QH", issuedOn: null }, day: "2025-07-01", undoneAt: null },
        {
          id: "b",
          document: { number: "2/NQ", issuer: "QH", issuedOn: null },
          day: "2025-09-01",
          undoneAt: "2025-10-01"
        }
      ]
    }
  }
  if (path !== "/units") return undefined
  const then = query.get("as_of") === "2024-12-31" ? before : after
  if (query.get("q") === "vinh an") {
    const hit = {
      unit: found(vinhAn, "huyện Vĩnh Bảo"),
      match: "exact",
      state: "former",
      now: [found(vinhBao)],
      formerly: []
    }
    const standing = { unit: found(vinhBao), match: "slip", state: "standing", now: [], formerly: [found(town)] }
    return { ...then, items: [vinhBao], hits: [hit, standing] }
  }
  if (query.get("q") !== null) return { ...then, items: [], hits: [] }
  const below: Readonly<Record<string, ReadonlyArray<unknown>>> =
    then === before ? { "31": [vinhBaoDistrict], "316": [town, vinhAn] } : { "31": [doSon, vinhBao] }
  const parent = query.get("parent")
  if (parent !== null) return { ...then, items: below[parent] ?? [] }
  return { ...then, items: then === before ? [haiDuong, oldHaiPhong] : [haiPhong] }
}

const open = (address: string) => {
  const asked: Array<string> = []
  showPage(UnitsPage, clientOf(register, asked), address)
  return asked
}
const row = (name: RegExp) => screen.findByRole("row", { name })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe("the tree of units", () => {
  it("shows three tiers before the reorganisation, and two after it", async () => {
    open("/don-vi?as_of=2024-12-31")
    expect(await screen.findByRole("region", { name: "Ba cấp: tỉnh, huyện, xã" })).toHaveTextContent("1Cấp huyện")
    fireEvent.click(await screen.findByRole("button", { name: "01/07/2025" }))
    expect(await screen.findByRole("region", { name: "Hai cấp: tỉnh, xã" })).not.toHaveTextContent("Cấp huyện")
  })

  it("offers the days around reorganisations, without those taken back", async () => {
    open("/don-vi?as_of=2025-06-30")
    const stops = await screen.findByRole("group", { name: "Mốc sắp xếp" })
    expect([...stops.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
      "30/06/2025",
      "01/07/2025"
    ])
    expect(screen.getByRole("button", { name: "30/06/2025" })).toHaveAttribute("aria-pressed", "true")
  })

  it("opens by keyboard down to the commune, asking for each level only then, and closes again", async () => {
    const asked = open("/don-vi?as_of=2024-12-31")
    const province = await row(/Hải Phòng/)
    expect(asked.some((address) => address.includes("parent="))).toBe(false)
    const [, first] = screen.getAllByRole("row")
    first?.focus()
    press("ArrowDown")
    expect(province).toHaveFocus()
    press("ArrowRight")
    const district = await row(/huyện Vĩnh Bảo/)
    expect(province).toHaveFocus()
    expect(province).toHaveAttribute("aria-expanded", "true")
    expect(province).toHaveTextContent("1 đơn vị: 1 huyện")
    press("ArrowRight")
    expect(district).toHaveFocus()
    press("ArrowRight")
    const commune = await row(/xã Vĩnh An/)
    expect(
      asked.filter((address) => address.includes("parent=")).map((address) => /parent=(\d+)/.exec(address)?.[1])
    ).toEqual(["31", "316"])
    press("End")
    expect(commune).toHaveFocus()
    expect(commune).not.toHaveAttribute("aria-expanded")
    expect(commune).toHaveAttribute("aria-level", "3")
    expect(commune).toHaveAttribute("aria-posinset", "2")
    press("ArrowLeft")
    expect(district).toHaveFocus()
    press("ArrowLeft")
    await waitFor(() => expect(commune).not.toBeInTheDocument())
    press("Home")
    press("v")
    expect(district).toHaveFocus()
  })

  it("keeps a province open from day to day: districts below it before, communes after", async () => {
    open("/don-vi?as_of=2024-12-31&mo=31")
    await row(/huyện Vĩnh Bảo/)
    fireEvent.click(screen.getByRole("button", { name: "01/07/2025" }))
    await row(/phường Đồ Sơn/)
    expect(await row(/thành phố Hải Phòng/)).toHaveTextContent("2 đơn vị: 1 phường, 1 xã")
    expect(screen.queryByRole("row", { name: /huyện/ })).toBeNull()
  })

  it("lets the Tab key reach one row, and leads from it to the unit on the page's day", async () => {
    open("/don-vi?as_of=2024-12-31")
    const province = await row(/Hải Dương/)
    expect(
      screen.getAllByRole("row").filter((each) => each.tabIndex === 0 && each.dataset["code"] !== undefined)
    ).toEqual([province])
    expect(screen.getByRole("link", { name: "tỉnh Hải Dương" })).toHaveAttribute("href", "/don-vi/30?as_of=2024-12-31")
  })
})

describe("the search for units", () => {
  it("says when a hit is a name of another time, and leads to the unit of the day", async () => {
    open("/don-vi?q=vinh+an")
    const old = await screen.findByRole("link", { name: "xã Vĩnh An (đến 30/06/2025)" })
    expect(old).toHaveAttribute("href", "/don-vi/11830?as_of=2025-06-30")
    expect(screen.getByRole("link", { name: "nay là xã Vĩnh Bảo" })).toHaveAttribute("href", "/don-vi/11824")
    expect(screen.getByText("tên cũ")).toBeInTheDocument()
    expect(screen.getByRole("status")).toHaveTextContent("2 kết quả, trong đó 1 tên của thời khác.")
    expect(screen.getByText("Trước là thị trấn Vĩnh Bảo")).toBeInTheDocument()
    expect(screen.queryByRole("treegrid")).toBeNull()
  })

  it("names the day on which an old name led there, when the page is not of today", async () => {
    open("/don-vi?q=vinh+an&as_of=2025-08-01")
    expect(await screen.findByRole("link", { name: "ngày 01/08/2025 là xã Vĩnh Bảo" })).toHaveAttribute(
      "href",
      "/don-vi/11824?as_of=2025-08-01"
    )
  })

  it("says what to do when nothing was found", async () => {
    open("/don-vi?q=khong+co")
    await waitFor(() => expect(screen.getByText(/Không có đơn vị nào khớp/)).toBeInTheDocument())
  })
})
