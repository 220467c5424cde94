import { type Client, type MapTopology, makeClient } from "@ntm/contract"
import { type Relative, type Unit, UnitCode, UnitId, type UnitLevel } from "@ntm/domain/units"
import { day } from "@ntm/domain/testing"

/** A unit of a register; a negative id is nobody's. */
export const unit = (id: number, code: string, type: string, name: string, more: Partial<Unit> = {}): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  type,
  name,
  level: code.length === 2 ? "province" : code.length === 3 ? "district" : "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null,
  ...more
})

const lastDay = { validTo: day("2025-06-30") }
const fromJuly = { validFrom: day("2025-07-01") }

export const haiDuong = unit(30, "30", "tỉnh", "Hải Dương", lastDay)
export const oldHaiPhong = unit(31, "31", "thành phố trung ương", "Hải Phòng", lastDay)
export const haiPhong = unit(131, "31", "thành phố", "Hải Phòng", {
  ...fromJuly,
  areaKm2: 3194.72,
  population: 4_664_124
})
export const vinhBaoDistrict = unit(316, "316", "huyện", "Vĩnh Bảo", { ...lastDay, parentCode: oldHaiPhong.code })
export const town = unit(1, "11824", "thị trấn", "Vĩnh Bảo", { ...lastDay, parentCode: vinhBaoDistrict.code })
export const vinhAn = unit(2, "11830", "xã", "Vĩnh An", { ...lastDay, parentCode: vinhBaoDistrict.code })
export const vinhBao = unit(11, "11824", "xã", "Vĩnh Bảo", {
  ...fromJuly,
  parentCode: haiPhong.code,
  areaKm2: 30.6,
  population: 45_332
})
export const doSon = unit(12, "11737", "phường", "Đồ Sơn", { ...fromJuly, parentCode: haiPhong.code })

/** A share of a unit, between two fractions. */
export const relative = (of: Unit, low: number, high = low, inferred = false): Relative => ({
  unit: of,
  share: { low, high },
  inferred,
  notes: []
})

/** How many units of each level there are. */
export const counts = (province: number, district: number, commune: number): Readonly<Record<UnitLevel, number>> => ({
  province,
  district,
  commune,
  village: 0
})

/** Two squares side by side, the second one a cell, that share the arc between them. */
export const twoSquares = (west: string, east: string): MapTopology => ({
  type: "Topology",
  bbox: [106, 20, 108, 21],
  transform: { scale: [1, 1], translate: [106, 20] },
  objects: {
    units: {
      type: "GeometryCollection",
      geometries: [
        { type: "MultiPolygon", id: west, properties: { source: "boundary" }, arcs: [[[0, 1]]] },
        { type: "MultiPolygon", id: east, properties: { source: "cell" }, arcs: [[[2, -2]]] }
      ]
    }
  },
  // Each corner as a step from the one before.
  arcs: [
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0]
    ],
    [
      [1, 0],
      [0, 1]
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0]
    ]
  ]
})

/** A client whose server answers a path and its parameters, at once or later; `undefined` is a problem with status 404. */
export const clientOf = (
  answer: (path: string, query: URLSearchParams) => unknown,
  asked: Array<string> = []
): Client =>
  makeClient(async (address) => {
    const url = new URL(address, "http://here")
    const path = url.pathname.replace("/api/v1", "")
    asked.push(`${path}${url.search}`)
    const body = await answer(path, url.searchParams)
    const missing = { type: "urn:ntm:problem:unit-not-found", title: "Không có", titleEn: "Not there", status: 404 }
    return new Response(JSON.stringify(body ?? missing), { status: body === undefined ? 404 : 200 })
  }, "")
