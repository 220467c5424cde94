import { readFileSync } from "node:fs"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { polygonsKm2 } from "../maps/plane.ts"
import { codeOf, square } from "../maps/sample.ts"
import { toTopology } from "../maps/topology.ts"
import { type KnownUnits, readBoundaries } from "./boundaries-file.ts"

const day = Schema.decodeUnknownSync(Day)("2025-07-01")

/** Units 1 to 9 of the province 31, "Xã 1" to "Xã 9". */
const known = (most: number): KnownUnits => ({
  asOf: day,
  units: Array.from({ length: most }, (_, i) => ({
    code: codeOf(i + 1),
    name: `Xã ${i + 1}`,
    parentCode: codeOf(31000)
  }))
})

type Pairs = ReadonlyArray<readonly [number, number]>

const feature = (code: unknown, coordinates: ReadonlyArray<Pairs>, properties: object = {}) => ({
  type: "Feature",
  properties: { code, ...properties },
  geometry: { type: "Polygon", coordinates }
})

const file = "boundaries.geojson"

const read = (features: ReadonlyArray<unknown>, rest: object = {}, most = features.length) =>
  readBoundaries({ type: "FeatureCollection", features, ...rest }, known(most), file)

const told = (list: ReadonlyArray<{ readonly path: string; readonly message: { readonly vi: string } }>) =>
  list.map(({ path, message }) => `${path}: ${message.vi}`)

const one = (ring: Pairs) => [feature("00001", [ring])]
const bowTie: Pairs = [
  [106, 21],
  [106.1, 21.1],
  [106.1, 21],
  [106, 21.1],
  [106, 21]
]
const metres = square(0, 0).map(([x, y]) => [x * 5000, y * 1e5] as const)

const refused: ReadonlyArray<readonly [string, unknown, string]> = [
  ["a list", [], ": phải là một FeatureCollection của GeoJSON"],
  ["a single Feature", feature("00001", [square(0, 0)]), ": phải là một FeatureCollection của GeoJSON"],
  ["nothing", null, ": phải là một FeatureCollection của GeoJSON"],
  ["an empty collection", [], "/features: không có đơn vị nào"],
  ["a feature that is none", [7], "/features/0: phải là một Feature"],
  [
    "a point",
    [{ type: "Feature", properties: { code: "00001" }, geometry: { type: "Point", coordinates: [106, 21] } }],
    "/features/0/geometry: hình phải là Polygon hoặc MultiPolygon"
  ],
  [
    "no geometry",
    [{ type: "Feature", properties: { code: "00001" }, geometry: null }],
    "/features/0/geometry: hình phải là Polygon hoặc MultiPolygon"
  ],
  ["no rings", [feature("00001", [])], "/features/0/geometry/coordinates: phải là một danh sách vòng, ít nhất một"],
  [
    "an open ring",
    one(square(0, 0).slice(0, -1)),
    "/features/0/geometry/coordinates/0: vòng chưa khép kín: điểm cuối phải trùng điểm đầu"
  ],
  [
    "a ring of three positions",
    one([
      [106, 21],
      [106, 22],
      [106, 21]
    ]),
    "/features/0/geometry/coordinates/0: vòng phải có ít nhất 4 điểm (điểm cuối trùng điểm đầu) và bao quanh một diện tích"
  ],
  [
    "a ring without land",
    one([
      [106, 21],
      [106, 22],
      [106, 23],
      [106, 21]
    ]),
    "/features/0/geometry/coordinates/0: vòng phải có ít nhất 4 điểm (điểm cuối trùng điểm đầu) và bao quanh một diện tích"
  ],
  ["a bow-tie", one(bowTie), "/features/0/geometry/coordinates/0: đường ranh tự cắt tại [106.05, 21.05]"],
  [
    "a bow-tie through a corner",
    one([
      [106, 21],
      [106.1, 21.1],
      [106.2, 21.2],
      [106.2, 21],
      [106.1, 21.1],
      [106, 21.2],
      [106, 21]
    ]),
    "/features/0/geometry/coordinates/0: đường ranh tự cắt tại một đỉnh"
  ],
  [
    "swapped axes",
    one(square(0, 0).map(([x, y]) => [y, x] as const)),
    "/features/0/geometry/coordinates/0/0: tọa độ [21, 106] không phải WGS 84: có vẻ kinh độ và vĩ độ bị đổi chỗ; GeoJSON ghi [kinh độ, vĩ độ]"
  ],
  [
    "metres",
    one(metres),
    "/features/0/geometry/coordinates/0/0: tọa độ [530000, 2100000] không phải WGS 84: có vẻ là tọa độ mét (VN-2000 hoặc UTM); hãy chuyển về WGS 84 (độ)"
  ],
  [
    "a longitude beyond the globe",
    one(square(9000, 0)),
    "/features/0/geometry/coordinates/0/0: tọa độ [196, 21] không phải WGS 84: nằm ngoài phạm vi kinh độ ±180, vĩ độ ±90"
  ],
  [
    "huge numbers",
    one([
      [Number.POSITIVE_INFINITY, 21],
      [106, 21]
    ]),
    "/features/0/geometry/coordinates/0/0: phải là tọa độ [kinh độ, vĩ độ] bằng số"
  ],
  [
    "a hole that crosses the land's edge",
    [feature("00001", [square(0, 0, 2), square(1, 1, 2)])],
    "/features/0/geometry/coordinates/1: vòng này cắt vòng /features/0/geometry/coordinates/0 tại [106.02, 21.01]"
  ],
  [
    "a hole beside the land",
    [feature("00001", [square(0, 0), square(5, 5)])],
    "/features/0/geometry/coordinates: các phần của đơn vị chồng lên nhau, hoặc có lỗ nằm ngoài phần đất chứa nó"
  ],
  ["no code", [feature(undefined, [square(0, 0)])], "/features/0/properties/code: thiếu mã đơn vị"],
  [
    "a number for a code",
    [feature(1, [square(0, 0)])],
    "/features/0/properties/code: mã 1 phải ghi trong ngoặc kép: số làm mất chữ số 0 ở đầu"
  ],
  [
    "a code that cannot be",
    [feature("HP01", [square(0, 0)])],
    "/features/0/properties/code: “HP01” không phải mã đơn vị (2, 3 hoặc 5 chữ số)"
  ],
  [
    "a code that nobody has",
    [feature("00009", [square(0, 0)])],
    "/features/0/properties/code: không có đơn vị mang mã 00009 vào ngày 01/07/2025"
  ],
  [
    "a code twice",
    [feature("00001", [square(0, 0)]), feature("00001", [square(1, 0)])],
    "/features/1/properties/code: mã 00001 đã dùng ở /features/0"
  ],
  [
    "two units in one place",
    [feature("00001", [square(0, 0, 2)]), feature("00002", [square(0, 0, 2)])],
    "/features/1/geometry: 00002 chồng lên 00001 (/features/0) 4,62 km²: hai đơn vị vẽ trên cùng một chỗ"
  ]
]

describe("boundaries", () => {
  it.each(refused)("are refused for %s", (name, content, problem) => {
    const whole =
      Array.isArray(content) && name !== "a list" ? { type: "FeatureCollection", features: content } : content
    const { boundaries, problems } = readBoundaries(whole, known(2), file)
    expect(told(problems)).toContain(problem)
    expect(boundaries).toBeNull()
  })

  it.each([
    ["urn:ogc:def:crs:OGC:1.3:CRS84", true],
    ["EPSG:4326", true],
    ["urn:ogc:def:crs:EPSG::4326", true],
    ["urn:ogc:def:crs:EPSG::9210", false],
    ["EPSG:3857", false]
  ])("know the reference system %s", (name, good) => {
    const { problems } = read(one(square(0, 0)), { crs: { type: "name", properties: { name } } })
    expect(problems.map(({ path }) => path)).toEqual(good ? [] : ["/crs"])
  })

  it("come turned by the right-hand rule, without heights and repeated positions", () => {
    const clockwise = square(0, 0, 3)
      .toReversed()
      .flatMap(([x, y]) => [
        [x, y, 7],
        [x, y, 7]
      ])
    const hole = square(1, 1)
    const raw = {
      type: "Feature",
      properties: { code: "00001" },
      geometry: { type: "MultiPolygon", coordinates: [[clockwise, hole]] }
    }
    const { boundaries, problems } = read([raw])
    expect(problems).toEqual([])
    expect(boundaries).toEqual([
      { code: "00001", source: "boundary", polygons: [[square(0, 0, 3), hole.toReversed()]] }
    ])
  })

  it("tell overlaps with their area, slivers left out", () => {
    const { boundaries, warnings } = read([
      feature("00001", [square(0, 0, 2)]),
      feature("00002", [square(1.5, 0, 2)]),
      feature("00003", [square(3.4999, 0, 2)])
    ])
    expect(told(warnings)).toEqual(["/features/1/geometry: 00002 chồng lên 00001 (/features/0) 1,15 km²"])
    expect(boundaries).toHaveLength(3)
  })

  it("tell land that is left out between units, and not a bay", () => {
    const around = [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
      [0, 2],
      [1, 2],
      [2, 2]
    ].map(([x = 0, y = 0], i) => feature(codeOf(i + 1), [square(x, y)]))
    const closed = read(around)
    expect(told(closed.warnings)).toEqual([
      "/features: phần đất 1,15 km² quanh [106.0150, 21.0150] không thuộc đơn vị nào"
    ])
    const open = read(
      around.filter((_, i) => i !== 4),
      {},
      4
    )
    expect(open.problems.map(({ path }) => path)).toEqual(
      [5, 4, 6].map((i) => `/features/${i}/properties/code`).toSorted()
    )
  })

  it("tell units of the province that are left out, and other names than the register's", () => {
    const { boundaries, warnings } = read([feature("00001", [square(0, 0)], { name: "Xã Một" })], {}, 2)
    expect(told(warnings)).toEqual([
      "/features/0/properties/name: mã 00001 là “Xã 1”, tệp ghi “Xã Một”",
      "/features: không có ranh giới của Xã 2 (00002), đơn vị của 31000 vào ngày 01/07/2025"
    ])
    expect(boundaries).toHaveLength(1)
  })

  it("are refused where most names are other than the register's: codes are reused, the file is of another day", () => {
    const named = (names: ReadonlyArray<string>) =>
      read(names.map((name, i) => feature(codeOf(i + 1), [square(i, 0)], { name })))
    expect(told(named(["Xã A", "Xã B", "Xã C", "Xã 4", "Xã 5"]).problems)).toEqual([
      "/features: 3 trên 5 đơn vị mang tên khác danh mục ngày 01/07/2025: tệp có vẻ của một ngày khác"
    ])
    expect(named(["Xã A", "Xã B", "Xã 3", "Xã 4"]).problems).toEqual([])
    expect(named(["Xã A", "Xã B", "Xã C"]).problems).toEqual([])
  })

  it("may touch themselves in a corner", () => {
    const pinched: Pairs = [
      [106, 21],
      [106.1, 21.1],
      [106.2, 21],
      [106.2, 21.2],
      [106.1, 21.1],
      [106, 21.2],
      [106, 21]
    ]
    expect(read(one(pinched)).problems).toEqual([])
  })

  const real = process.env["NTM_BOUNDARIES"]
  it.skipIf(real === undefined)("of a real province are read, and are as large as it is", () => {
    const found: unknown = JSON.parse(readFileSync(real ?? "", "utf8"))
    const features = (
      found as { features: ReadonlyArray<{ properties: { code: KnownUnits["units"][number]["code"]; name: string } }> }
    ).features
    const units = features.map(({ properties: { code, name } }) => ({ code, name, parentCode: null }))
    const { boundaries, problems } = readBoundaries(found, { asOf: day, units }, file)
    expect(problems).toEqual([])
    expect(boundaries).toHaveLength(units.length)
    expect(polygonsKm2((boundaries ?? []).flatMap(({ polygons }) => polygons))).toBeGreaterThan(100)
    for (const { topology } of toTopology(boundaries ?? [])) {
      for (const { arcs } of topology.objects.units.geometries) expect(arcs.length).toBeGreaterThan(0)
    }
  })

  it("refuses a shape that lies far from where the register knows the unit to be, and asks nothing of others", () => {
    const near = { lon: 106.5, lat: 20.5 }
    const registered = known(2)
    const units = registered.units.map((unit, at) => ({ ...unit, ...(at === 0 ? near : { lon: null, lat: null }) }))
    const placed = (east: number) =>
      readBoundaries(
        {
          type: "FeatureCollection",
          features: [1, 2].map((n) => feature(codeOf(n), [square(n, 0).map(([x, y]) => [x + east, y] as const)]))
        },
        { ...registered, units },
        file
      )
    expect(placed(0).problems).toEqual([])
    expect(told(placed(50).problems)).toEqual([
      expect.stringMatching(
        /^\/features\/0\/geometry: hình của Xã 1 \(00001\) nằm cách tâm đã biết của đơn vị này 5\d{3} km$/
      )
    ])
  })
})
