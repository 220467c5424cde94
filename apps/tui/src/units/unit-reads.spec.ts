import { type Client, makeClient } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { startFakeApi } from "../testing/fake-api.ts"
import { serveUnits } from "../testing/fake-units.ts"
import { plan } from "../testing/sample.ts"
import { answerTo, change, code, eve, sample, today } from "../testing/unit-sample.ts"
import { type Origin, readUnits, type UnitRead } from "./unit-reads.ts"

const { city, vinhBao, oldCity, vinhThuan } = sample

const world = async () => {
  const api = await startFakeApi(plan)
  serveUnits(api)
  const client: Client = makeClient(fetch, api.url)
  return {
    api,
    read: (read: UnitRead) => readUnits(client, read, new AbortController().signal),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]()
  }
}

const place = (day: typeof today | null, from: Origin | null): UnitRead => ({
  room: "units",
  key: "place",
  _tag: "Place",
  day,
  from
})

describe("what the tab of units reads", () => {
  it("is at first the provinces of the server's today, in one question", async () => {
    await using it = await world()
    expect(await it.read(place(null, null))).toMatchObject({
      day: today,
      at: null,
      counts: { province: 1, commune: 2 }
    })
    expect(it.api.questions).toEqual(["/units?level=province&limit=1000"])
  })

  it("is the tree opened down to what a unit was, with all it was formed from", async () => {
    await using it = await world()
    const from = { unit: vinhThuan, day: today, above: [city] }
    expect(await it.read(place(eve, from))).toEqual(answerTo(place(eve, from)))
  })

  it("is what the unit above became where the unit itself has no successor", async () => {
    await using it = await world()
    const read = await it.read(place(change, { unit: vinhBao, day: eve, above: [oldCity] }))
    expect(read).toMatchObject({ at: city.id, of: { id: oldCity.id }, above: [] })
  })

  it("is the branch of a unit, the hits of a text, the days of change", async () => {
    await using it = await world()
    const of = { room: "units", key: "" } as const
    for (const read of [
      { ...of, _tag: "Below", code: code("31"), day: today },
      { ...of, _tag: "Search", query: "vinh an", day: today },
      { ...of, _tag: "Days" },
      { ...of, _tag: "Story", code: code("11842"), day: eve },
      { ...of, _tag: "Map", province: code("31"), day: today }
    ] satisfies ReadonlyArray<UnitRead>)
      expect(await it.read(read)).toEqual(answerTo(read))
    expect(it.api.questions).toContain(`/units?q=vinh+an&as_of=${today}&limit=50`)
  })

  it("fails with the API's own problem", async () => {
    await using it = await world()
    it.api.answers.delete("/units/11842/lineage")
    await expect(it.read(place(eve, { unit: vinhThuan, day: today, above: [] }))).rejects.toMatchObject({
      problem: { status: 404 }
    })
  })
})
