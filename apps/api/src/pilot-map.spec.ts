import { join } from "node:path"
import { ApiProblem, type Client, makeClient, type MapTopology } from "@ntm/contract"
import { type Chronicle, childrenOn } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { loadReference } from "@ntm/reference"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { appInMemory } from "./testing/ports.ts"

const dataDirectory = join(import.meta.dirname, "../../../packages/reference/data")

let chronicle: Chronicle
let client: Client
let request: ReturnType<typeof appInMemory>["app"]["request"]

beforeAll(async () => {
  ;({ chronicle } = await Effect.runPromise(loadReference(dataDirectory)))
  const { app } = appInMemory({}, chronicle)
  request = app.request
  client = makeClient((url, init) => app.request(url, init), "")
}, 30_000)

/** The corners of each arc, in degrees. */
const arcsOf = ({ arcs, transform: { scale, translate } }: MapTopology) =>
  arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return [translate[0] + x * scale[0], translate[1] + y * scale[1]] as const
    })
  })

const middleOf = (topology: MapTopology, code: string) => {
  const arcs = arcsOf(topology)
  const geometry = topology.objects.units.geometries.find(({ id }) => id === code)
  const corners = (geometry?.arcs.flat(2) ?? []).flatMap((arc) => arcs[arc < 0 ? ~arc : arc] ?? [])
  const sum = corners.reduce(([a, b], [lon, lat]) => [a + lon, b + lat] as const, [0, 0] as const)
  return [sum[0] / corners.length, sum[1] / corners.length]
}

describe("a fresh install", () => {
  it.each([
    ["2025-07-01", 34, 3321],
    ["2024-12-31", 63, 10_085],
    ["2025-06-30", 63, 10_035]
  ])(
    "draws every commune of every province on %s",
    async (as_of, provinces, communes) => {
      const asOf = Day.make(as_of)
      const begun = performance.now()
      let slowest = 0
      let largest = 0
      let drawn = 0
      for (const { code } of childrenOn(chronicle.register, null, asOf)) {
        const before = performance.now()
        const { units, undrawn, topology } = await client.map.get({ province: code, as_of })
        slowest = Math.max(slowest, performance.now() - before)
        largest = Math.max(largest, JSON.stringify(topology).length)
        const { geometries } = topology.objects.units
        expect([code, undrawn]).toEqual([code, []])
        expect(geometries.map(({ id }) => id)).toEqual(units.map((unit) => unit.code))
        expect(geometries.filter(({ arcs }) => arcs.length === 0)).toEqual([])
        drawn += geometries.length
      }
      const took = Math.round(performance.now() - begun)
      console.info(`${as_of}: ${took} ms, the slowest ${Math.round(slowest)} ms, the largest ${largest} bytes`)
      expect([childrenOn(chronicle.register, null, asOf).length, drawn]).toEqual([provinces, communes])
    },
    60_000
  )

  it("draws districts and provinces as the land of their communes, those without communes too", async () => {
    const districts = await client.map.get({ province: "31", as_of: "2024-12-31", level: "district" })
    expect(districts.units.map(({ name }) => name)).toContain("Bạch Long Vĩ")
    expect([districts.units.length, districts.undrawn]).toEqual([15, []])
    const province = await client.map.get({ province: "31", as_of: "2025-07-01", level: "province" })
    expect(province.units.map(({ name }) => name)).toEqual(["Hải Phòng"])
    expect(province.topology.objects.units.geometries).toMatchObject([
      { id: "31", properties: { source: "cell", fromParts: true } }
    ])
  })

  it("draws a unit where it lies, at every zoom, and says that it is a cell", async () => {
    for (const zoom of [0, 1, 2]) {
      const { topology, units } = await client.map.get({ province: "31", as_of: "2025-07-01", zoom })
      const vinhBao = units.find(({ code }) => code === "11824")
      const [lon = 0, lat = 0] = middleOf(topology, "11824")
      expect(Math.hypot(lon - (vinhBao?.lon ?? 0), lat - (vinhBao?.lat ?? 0))).toBeLessThan(0.03)
      expect(new Set(topology.objects.units.geometries.map(({ properties }) => properties.source))).toEqual(
        new Set(["cell"])
      )
    }
  })
})

describe("the map of Hải Phòng", () => {
  const marks = async (province: string, as_of: string, level = "commune") =>
    (await client.map.get({ province, as_of, level })).days

  it("has the real reorganisations as marks, before its day and after it", async () => {
    const [newYear, july] = ["1232/NQ-UBTVQH15", "202/2025/QH15"]
    for (const day of ["2024-12-31", "2025-01-01", "2025-06-30"]) {
      expect(await marks("31", day)).toEqual([
        { day: "2025-01-01", documents: [newYear], count: 167 },
        { day: "2025-07-01", documents: [july], count: 114 }
      ])
    }
  })

  it("has those of the provinces that it was formed of, counted on all of their ground", async () => {
    const communes = (await client.map.get({ province: "30", as_of: "2025-06-30" })).units.length
    expect((await marks("31", "2025-07-01")).map(({ day, count }) => [day, count])).toEqual([
      ["2025-01-01", 167 + communes],
      ["2025-07-01", 114]
    ])
    expect((await marks("30", "2025-06-30")).map(({ day, count }) => [day, count])).toEqual([["2025-07-01", 114]])
  })

  it("is that of the unit which carries the code on the day: 15 was Yên Bái and is Lào Cai", async () => {
    const nameOn = async (as_of: string) => (await client.map.get({ province: "15", as_of })).province.name
    expect([await nameOn("2025-06-30"), await nameOn("2025-07-01")]).toEqual(["Yên Bái", "Lào Cai"])
  })

  it.each([
    ["30", "2025-07-01", "unit-not-found", 404],
    ["99", "2025-07-01", "unit-not-found", 404],
    ["316", "2024-12-31", "invalid-request", 422],
    ["31", "2025-02-30", "invalid-request", 422]
  ])("is refused for %s on %s", async (province, as_of, name, status) => {
    const problem = await client.map.get({ province, as_of }).catch((cause: unknown) => cause)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ problem: { status, type: `urn:ntm:problem:${name}` } })
  })

  it("lists its units in Vietnamese order, is small, and is not sent twice", async () => {
    const path = "/api/v1/map/31?as_of=2025-07-01"
    const response = await request(path, { headers: { "accept-encoding": "gzip" } })
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(20_000)
    const { units } = await client.map.get({ province: "31", as_of: "2025-07-01" })
    const names = units.map(({ name }) => name)
    expect(names).toEqual(names.toSorted(new Intl.Collator("vi").compare))
    const held = await request(path, { headers: { "if-none-match": response.headers.get("etag") ?? "" } })
    expect(held.status).toBe(304)
  })
})

describe("a map with some boundaries", () => {
  /** The shapes of the first units of a map, as a file of boundaries. */
  const fileOf = ({ topology, units }: Awaited<ReturnType<Client["map"]["get"]>>, many: number) => {
    const arcs = arcsOf(topology)
    const wanted = new Set(units.slice(0, many).map(({ code }) => code as string))
    const features = topology.objects.units.geometries.flatMap(({ id, arcs: polygons }) => {
      if (!wanted.has(id)) return []
      const coordinates = polygons.map((polygon) =>
        polygon.map((ring) =>
          ring.flatMap((arc, at) => {
            const corners = arc < 0 ? (arcs[~arc] ?? []).toReversed() : (arcs[arc] ?? [])
            return at === 0 ? corners : corners.slice(1)
          })
        )
      )
      return [{ type: "Feature", properties: { code: id }, geometry: { type: "MultiPolygon", coordinates } }]
    })
    return { type: "FeatureCollection", features }
  }
  const sources = ({ topology }: Awaited<ReturnType<Client["map"]["get"]>>) =>
    Map.groupBy(topology.objects.units.geometries, ({ properties }) => properties.source)

  it("draws them with cells that leave them free, once half of the units have one; before, cells alone", async () => {
    const { app } = appInMemory({}, chronicle)
    const own = makeClient((url, init) => app.request(url, init), "")
    const map = () => own.map.get({ province: "31", as_of: "2025-07-01", zoom: 2 })
    const cells = await map()
    await own.boundaries.record({ as_of: "2025-07-01", body: fileOf(cells, 56) })
    expect(sources(await map()).get("cell")).toHaveLength(114)
    await own.boundaries.record({ as_of: "2025-07-01", body: fileOf(cells, 58) })
    const mixed = await map()
    expect([sources(mixed).get("cell")?.length, sources(mixed).get("boundary")?.length]).toEqual([56, 58])
    expect(mixed.undrawn).toEqual([])
    const names = mixed.topology.objects.units.geometries.map(({ id }) => id)
    expect(names.toSorted()).toEqual(mixed.units.map(({ code }) => code as string).toSorted())
  })
})
