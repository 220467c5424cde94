import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { describe, expect, it } from "vitest"
import { showPage } from "../testing/show.tsx"
import {
  clientOf,
  counts,
  doSon,
  haiDuong,
  haiPhong,
  oldHaiPhong,
  relative,
  town,
  twoSquares,
  vinhAn,
  vinhBao,
  vinhBaoDistrict
} from "./testing/register.ts"
import UnitPage from "./unit-page.tsx"

const resolution = { number: "1669/NQ-UBTVQH15", issuer: "Ủy ban Thường vụ Quốc hội", issuedOn: null }
const formed = {
  day: "2025-07-01",
  event: "e",
  document: resolution,
  unit: vinhBao,
  own: true,
  kinds: ["formed"],
  sentence: { vi: "Ngày 01/07/2025, xã Vĩnh Bảo được lập", en: "On 2025-07-01, xã Vĩnh Bảo was formed" },
  inferred: true,
  notes: ["khoản 62, Nghị quyết 1669/NQ-UBTVQH15"]
}
const days = [{ day: "2025-07-01", documents: ["1669/NQ-UBTVQH15"], count: 2 }]
const known = (code: string, day: string) =>
  (day < "2025-07-01" ? [haiDuong, oldHaiPhong, vinhBaoDistrict, town, vinhAn] : [haiPhong, vinhBao, doSon]).find(
    (unit) => unit.code === code
  )

/** What each unit was on the day before, and became on the day of the reorganisation. */
const kinOf = (id: number) =>
  id === haiPhong.id
    ? [relative(haiDuong, 1), relative(oldHaiPhong, 1)]
    : id === haiDuong.id || id === oldHaiPhong.id
      ? [relative(haiPhong, 1)]
      : id === vinhBao.id
        ? [relative(town, 1), relative(vinhAn, 0, 1, true)]
        : []

const register = (path: string, query: URLSearchParams): unknown => {
  const asOf = query.get("as_of") ?? "2025-08-01"
  const [, noun, code = "", part] = path.split("/")
  if (noun === "map") {
    const province = known(code, asOf)
    const [units, topology] =
      asOf < "2025-07-01"
        ? [[town, vinhAn], twoSquares(town.code, vinhAn.code)]
        : [[doSon, vinhBao], twoSquares(doSon.code, vinhBao.code)]
    return province && { asOf, province, level: "commune", zoom: 1, units, undrawn: [], days, topology }
  }
  if (noun !== "units") return undefined
  if (code === "") {
    const hit = {
      unit: { ...haiDuong, within: [] },
      match: "exact",
      state: "former",
      now: [{ ...haiPhong, within: [] }],
      formerly: []
    }
    if (query.get("q") !== null)
      return { asOf, counts: counts(1, 0, 2), items: [], hits: query.get("q") === "30" ? [hit] : [] }
    return { asOf, counts: counts(1, 0, 2), items: query.get("parent") === "31" ? [doSon, vinhBao] : [] }
  }
  const unit = known(code, asOf)
  if (unit === undefined) return undefined
  if (part === "history") return { asOf, unit, items: unit === vinhBao ? [formed] : [] }
  if (part === "lineage") {
    const kin = { on: query.get("on") ?? (asOf < "2025-07-01" ? "2025-07-01" : "2025-06-30"), items: kinOf(unit.id) }
    return { asOf, unit, predecessors: kin.on < asOf ? kin : null, successors: kin.on < asOf ? null : kin }
  }
  const above =
    unit.level === "province"
      ? []
      : asOf < "2025-07-01"
        ? [vinhBaoDistrict, oldHaiPhong].filter((each) => each !== unit)
        : [haiPhong]
  return { asOf, unit, predecessors: [], successors: [], above }
}

const open = (address: string) => showPage(UnitPage, clientOf(register), address, undefined, "/don-vi/:code")
const card = (name: string) => screen.findByRole("region", { name })

describe("a unit's story", () => {
  it("draws from what it came, with shares, what was inferred, and links to each on its own day", async () => {
    open("/don-vi/11824?as_of=2025-08-01")
    const lineage = await card("Từ đâu, thành đâu")
    const [whole, part] = await within(lineage).findAllByRole("listitem")
    expect(whole).toHaveTextContent("thị trấn Vĩnh Bảo11824toàn bộ")
    expect(within(lineage).getByRole("link", { name: "thị trấn Vĩnh Bảo" })).toHaveAttribute(
      "href",
      "/don-vi/11824?as_of=2025-06-30"
    )
    expect(part).toHaveTextContent("xã Vĩnh An11830một phầnsuy ra, chưa đối chiếu văn bản")
    expect(whole).not.toHaveTextContent("suy ra")
    expect(lineage).toHaveTextContent("30,6 km² · 45.332 người")
    expect(lineage).toHaveTextContent("Cộng: chưa có diện tích, dân số")
    expect(lineage).toHaveTextContent("Chưa có sắp xếp nào sau ngày này.")
  })

  it("tells each event with its document, in the language of the screen", async () => {
    open("/don-vi/11824")
    const history = await card("Diễn biến")
    await within(history).findByText("Ngày 01/07/2025, xã Vĩnh Bảo được lập · khoản 62, Nghị quyết 1669/NQ-UBTVQH15.")
    expect(history).toHaveTextContent("1669/NQ-UBTVQH15 · Ủy ban Thường vụ Quốc hội")
    expect(history).toHaveTextContent("thành lập")
  })

  it("says that a district ended without a successor", async () => {
    open("/don-vi/316?as_of=2025-06-30")
    expect(await card("Từ đâu, thành đâu")).toBeInTheDocument()
    expect(await screen.findByText("Hoạt động đến 30/06/2025, không có đơn vị kế tục.")).toBeInTheDocument()
  })

  it("tells of a code that nobody carries on the day when it was somebody's, and where that led", async () => {
    open("/don-vi/30?as_of=2025-08-01")
    expect(await screen.findByRole("link", { name: "tỉnh Hải Dương (đến 30/06/2025)" })).toHaveAttribute(
      "href",
      "/don-vi/30?as_of=2025-06-30"
    )
    expect(screen.getByRole("status")).toHaveTextContent("Ngày 01/08/2025 không có đơn vị nào mang mã 30.")
  })
})

describe("the map on a unit's page", () => {
  const slide = (to: number) => fireEvent.input(screen.getByRole("slider"), { target: { value: to } })

  it("moves a province's page along, to the code that it carried then, and keeps its place on the page", async () => {
    const { address } = open("/don-vi/31?as_of=2025-08-01")
    await screen.findByText("Từ 01/07/2025: 2 đơn vị cấp xã · 1669/NQ-UBTVQH15")
    slide(0)
    await screen.findByText("Đến 30/06/2025: 2 đơn vị cấp xã")
    await waitFor(() => expect(address()).toBe("/don-vi/31?as_of=2025-06-30#ban-do"))
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Thành phố trung ương Hải Phòng")
  })

  it("follows a province that was joined to another", async () => {
    const { address } = open("/don-vi/30?as_of=2025-06-30")
    await screen.findByText("Đến 30/06/2025: 2 đơn vị cấp xã")
    slide(1)
    await waitFor(() => expect(address()).toBe("/don-vi/31?as_of=2025-07-01#ban-do"))
    expect(await screen.findByRole("heading", { level: 1, name: "Thành phố Hải Phòng" })).toBeInTheDocument()
  })

  it("moves only the map on a commune's page, and names what stood on its ground", async () => {
    const { address } = open("/don-vi/11824?as_of=2025-08-01")
    await screen.findByText(/^Từ 01\/07\/2025/)
    slide(0)
    const map = await card("Xã Vĩnh Bảo trên bản đồ")
    expect(await within(map).findByText("Ngày 30/06/2025, trên địa bàn này là:")).toBeInTheDocument()
    expect(within(map).getByRole("list", { name: "" })).toHaveTextContent(
      "thị trấn Vĩnh Bảo (toàn bộ)xã Vĩnh An (một phần)"
    )
    await waitFor(() => expect(address()).toBe("/don-vi/11824?as_of=2025-08-01&ban-do=2025-06-30"))
  })
})
