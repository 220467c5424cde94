import { createHash } from "node:crypto"
import { ApiProblem, JsonText, makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { joining } from "../testing/register.ts"
import { appInMemory } from "../testing/ports.ts"

const start = () => {
  const { app, logged } = appInMemory()
  return { app, logged, client: makeClient((url, init) => app.request(url, init), "") }
}
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
  )

const square = (x: number) => [
  [106 + x, 20],
  [106.1 + x, 20],
  [106.1 + x, 20.1],
  [106 + x, 20.1],
  [106 + x, 20]
]
const feature = (code: unknown, ring: unknown = square(0), properties: object = {}) => ({
  type: "Feature",
  properties: { code, ...properties },
  geometry: { type: "Polygon", coordinates: [ring] }
})
const collection = (...features: ReadonlyArray<unknown>) => ({ type: "FeatureCollection", features })
const july = "2025-07-01"
const all = collection(feature("11824"), feature("11836", square(0.1)), feature("10813", square(0.3)))

describe("a file of boundaries", () => {
  it("is recorded with its name and the hash of its bytes, and listed", async () => {
    const { client } = start()
    const text = `${JSON.stringify(all, null, 1)}\n`
    const answer = await client.boundaries.record({ as_of: july, file: "hp.geojson", body: new JsonText(text) })
    expect(answer).toMatchObject({ asOf: july, units: 3, warnings: [], state: "recorded" })
    expect(answer.import).toMatchObject({
      file: "hp.geojson",
      sha256: createHash("sha256").update(text).digest("hex"),
      asOf: july,
      supersedes: []
    })
    expect((await client.boundaries.list({})).items).toEqual([answer.import])
  })

  it("is checked without a trace", async () => {
    const { client } = start()
    const body = collection(feature("11824", square(0), { name: "Vĩnh Bảo" }), feature("11836", square(0.08)))
    const answer = await client.boundaries.check({ as_of: july, body })
    expect(answer.units).toBe(2)
    expect(answer.warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringMatching(/^\/features\/1\/geometry: 11836 chồng lên 11824 \(\/features\/0\) \d+,\d+ km²$/),
      "/features: không có ranh giới của Thanh Xuân (10813), đơn vị của 31 vào ngày 01/07/2025"
    ])
    expect(answer.warnings.every(({ messageEn }) => messageEn !== undefined && messageEn !== "")).toBe(true)
    expect((await client.boundaries.list({})).items).toEqual([])
  })

  it("says whose place it takes", async () => {
    const { client } = start()
    const { import: first } = await client.boundaries.record({ as_of: july, body: all })
    const { import: second } = await client.boundaries.record({
      as_of: "2026-01-01",
      body: collection(feature("11824"))
    })
    expect(second.supersedes).toEqual([{ id: first.id, units: 1 }])
  })

  it("is for the units of today unless a day is named; a code names a unit only on a day", async () => {
    const { client } = start()
    expect((await client.boundaries.check({ body: collection(feature("11830")) })).asOf).toBe("2025-04-16")
    const problem = await problemOf(client.boundaries.check({ as_of: july, body: collection(feature("11830")) }))
    expect(problem).toMatchObject({
      status: 422,
      errors: [{ path: "/features/0/properties/code", message: "không có đơn vị mang mã 11830 vào ngày 01/07/2025" }]
    })
  })
})

describe("hostile boundaries", () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`
  const inFeature = (coordinates: string) =>
    `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"11824"},"geometry":{"type":"Polygon","coordinates":${coordinates}}}]}`
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `[${106 + Math.cos(i / count)},${20 + Math.sin(i / count)}]`).join(",")

  it.each([
    ["broken JSON", '{"type": "FeatureCollection", "features": [', ""],
    ["null", "null", ""],
    ["a list", "[]", ""],
    ["no features", JSON.stringify(collection()), "/features"],
    ["features that are none", JSON.stringify(collection(1, null, "x", [])), "/features/3"],
    [
      "a feature without properties",
      '{"type":"FeatureCollection","features":[{"type":"Feature"}]}',
      "/features/0/geometry"
    ],
    [
      "an unknown code twice",
      JSON.stringify(collection(feature("99999"), feature("99999"))),
      "/features/1/properties/code"
    ],
    ["a number for a code", JSON.stringify(collection(feature(11824))), "/features/0/properties/code"],
    [
      "a key of every object for a code",
      JSON.stringify(collection(feature("__proto__"))),
      "/features/0/properties/code"
    ],
    [
      "an open ring",
      JSON.stringify(collection(feature("11824", square(0).slice(1)))),
      "/features/0/geometry/coordinates/0"
    ],
    ["metres", JSON.stringify(collection(feature("11824", square(5e5)))), "/features/0/geometry/coordinates/0/0"],
    [
      "infinite numbers",
      inFeature("[[[1e999,20],[106,20],[106,21],[1e999,20]]]"),
      "/features/0/geometry/coordinates/0/0"
    ],
    ["texts for numbers", inFeature('[[["106","20"],["106","21"]]]'), "/features/0/geometry/coordinates/0/0"],
    ["lists that never end", inFeature(deep), "/features/0/geometry/coordinates/0/0"],
    ["a ring of too many positions", inFeature(`[[${many(100_001)}]]`), "/features/0/geometry/coordinates/0"],
    ["another reference system", JSON.stringify({ ...all, crs: { properties: { name: "EPSG:3405" } } }), "/crs"]
  ])("are refused where they are wrong: %s", async (_name, body, path) => {
    const { client, logged } = start()
    for (const ask of [client.boundaries.check, client.boundaries.record]) {
      const problem = await problemOf(ask({ as_of: july, body: new JsonText(body) }))
      expect(problem).toMatchObject({ status: 422, type: "urn:ntm:problem:invalid-body" })
      expect((problem as ApiProblem["problem"]).errors?.map((error) => error.path)).toContain(path)
    }
    expect((await client.boundaries.list({})).items).toEqual([])
    expect(logged).toEqual([])
  })

  it("tell at most some hundred of what is wrong", async () => {
    const wrong = collection(...Array.from({ length: 5000 }, () => feature("99999")))
    const problem = await problemOf(start().client.boundaries.check({ as_of: july, body: wrong }))
    expect((problem as ApiProblem["problem"]).errors).toHaveLength(201)
  })

  it.each([
    ["/api/v1/boundaries", "text/plain", 415],
    ["/api/v1/boundaries/check", "application/x-www-form-urlencoded", 415]
  ])("sent to %s as %s are not read", async (path, type, status) => {
    const body = JSON.stringify(all)
    const response = await start().app.request(path, { method: "POST", headers: { "content-type": type }, body })
    expect(response.status).toBe(status)
  })

  it("may have 64 MB, which other bodies may not, and not a byte more", async () => {
    const { app } = start()
    const headers = { "content-type": "application/json" }
    const sending = async (path: string, bytes: number) =>
      (await app.request(path, { method: "POST", headers, body: " ".repeat(bytes) })).status
    const most = 64 * 1024 * 1024
    expect(await sending("/api/v1/boundaries/check", most)).toBe(422)
    expect(await sending("/api/v1/boundaries/check", most + 1)).toBe(413)
    expect(await sending("/api/v1/reorganisations", 8 * 1024 * 1024 + 1)).toBe(413)
    const claimed = { ...headers, "content-length": String(most + 1) }
    const response = await app.request("/api/v1/boundaries", { method: "POST", headers: claimed, body: "{}" })
    expect(response.status).toBe(413)
  })

  it.each(["/api/v1/boundaries", "/api/v1/boundaries/check"])("are taken from this machine only: %s", async (path) => {
    const headers = { "content-type": "application/json" }
    const body = JSON.stringify(all)
    const response = await start().app.request(`http://example.org${path}`, { method: "POST", headers, body })
    expect(response.status).toBe(403)
  })

  it.each([
    ["a day that is none", "as_of=2025-02-30", "as_of"],
    ["a name that is too long", `file=${"x".repeat(201)}`, "file"],
    ["a parameter that nobody knows", "days=1", "days"]
  ])("are not asked about with %s", async (_name, query, path) => {
    const headers = { "content-type": "application/json" }
    const response = await start().app.request(`/api/v1/boundaries?${query}`, { method: "POST", headers, body: "{}" })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path }] })
  })
})

describe("boundaries and events", () => {
  const codesOf = async (client: ReturnType<typeof start>["client"], as_of: string) =>
    (await client.map.get({ province: "31", as_of })).topology.objects.units.geometries.map(
      ({ id, properties }) => `${id} ${properties.source}${properties.fromParts === true ? " from parts" : ""}`
    )

  it("are drawn for their extent only: not before the event, not after it is taken back, again when it is applied again", async () => {
    const { client } = start()
    await client.boundaries.record({ as_of: july, body: all })
    expect(await codesOf(client, july)).toEqual(["11836 boundary", "10813 boundary", "11824 boundary"])
    expect(await codesOf(client, "2025-06-30")).toEqual([])
    await client.reorganisations.undo({ id: joining.id, body: {} })
    expect(await codesOf(client, july)).toEqual([])
    await client.reorganisations.apply({ body: joining })
    expect(await codesOf(client, july)).toEqual(["11836 boundary", "10813 boundary", "11824 boundary"])
  })

  it("of whole units draw the one that is formed of them", async () => {
    const { client } = start()
    await client.boundaries.record({ as_of: july, body: all })
    const merging = {
      id: "m",
      document: { number: "2/NQ", issuer: null, issuedOn: null },
      day: "2026-01-01",
      changes: [
        {
          change: "merge",
          from: [{ unit: { code: "11824" } }, { unit: { code: "11836" } }],
          into: {
            new: { key: "n", code: "11999", name: "Mới", type: "xã", level: "commune", parent: { code: "31" } }
          }
        }
      ]
    }
    await client.reorganisations.apply({ body: merging })
    expect(await codesOf(client, "2026-01-01")).toEqual(["11999 boundary from parts", "10813 boundary"])
    expect(await codesOf(client, "2025-12-31")).toEqual(["11836 boundary", "10813 boundary", "11824 boundary"])
  })
})
