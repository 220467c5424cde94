import { API_ROOT } from "@ntm/contract"
import { CriteriaSet, Observations } from "@ntm/domain/criteria"
import { journalOver, recordsOf } from "@ntm/domain/testing"
import { Effect, Layer, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { criteriaSet } from "../testing/facts.ts"
import { appInMemory } from "../testing/ports.ts"

const set = Schema.decodeUnknownSync(CriteriaSet)({
  ...criteriaSet,
  inputs: [
    {
      input: "roads",
      name: "Đường",
      unit: "km",
      measure: "count",
      bySex: false,
      carry: { carry: "sum", weight: "population" }
    }
  ]
})

const records = recordsOf([
  { unit: 5, input: "roads", value: 12, day: "2024-01-10" },
  { unit: 5, input: "roads", value: 13, day: "2024-01-10", supersedes: 1 },
  { unit: 5, input: "roads", value: 17, day: "2025-01-10", illustrative: true },
  { unit: 6, input: "roads", value: 20, day: "2025-02-10", state: "submitted" },
  { unit: 5, input: "roads", value: 99, day: "2025-04-20" }
])

const notHere = () => Effect.die(new Error("nothing is written in these specs"))
const over = (history: Observations["Service"]["history"]) =>
  Layer.succeed(
    Observations,
    Observations.of({ ...journalOver(records), record: notHere, move: notHere, rebuild: notHere, history })
  )
const historyOf: Observations["Service"]["history"] = (of, input) => {
  const units: ReadonlyArray<number> = typeof of === "number" ? [of] : of
  return Effect.succeed(
    records.filter(
      ({ observation }) => units.includes(observation.unit) && (input === null || observation.input === input)
    )
  )
}

const read = async (query: string) => {
  const { app } = appInMemory({}, undefined, { sets: [set], observations: over(historyOf) })
  const response = await app.request(`${API_ROOT}/observations/sdmx/data?unit=31&${query}`)
  const { data } = JSON.parse(await response.text())
  const [structure] = data.structures ?? []
  return Object.fromEntries(
    data.dataSets.flatMap(({ series }: { series: Record<string, { observations: Record<string, Array<unknown>> }> }) =>
      Object.entries(series).flatMap(([key, { observations }]) =>
        Object.entries(observations).map(([at, [value, , status, made]]) => {
          const { id } = structure.dimensions.series[0].values[Number(key.split(":")[0])]
          return [`${id} ${structure.dimensions.observation[0].values[Number(at)].value}`, [value, status, made]]
        })
      )
    )
  )
}

describe("values over time", () => {
  it("are those that stand: corrected ones once, approved ones only unless others are asked for, none of later days", async () => {
    const approved = await read("as_of=2025-04-16")
    expect(Object.values(approved)).toEqual([
      [13, 0, false],
      [17, 0, true]
    ])
    expect(Object.keys(approved).map((key) => key.split(" ")[1])).toEqual(["2024-01-10", "2025-01-10"])
    expect(Object.values(await read("as_of=2025-04-16&accept=submitted"))).toEqual([
      [13, 0, false],
      [17, 0, true],
      [20, 1, false]
    ])
    expect(await read("as_of=2023-12-31")).toEqual({})
  })

  it("break off where the journal fails on the way, and say so in the log alone", async () => {
    const { app, logged } = appInMemory({}, undefined, {
      sets: [set],
      observations: over(() => Effect.die(new Error("secret of the store")))
    })
    const response = await app.request(`${API_ROOT}/observations/sdmx/data?unit=31&as_of=2025-04-16`)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow("the stream broke off")
    expect(logged.join("\n")).toContain("secret of the store")
  })

  it("are given up without a word in the log when whoever reads them goes", async () => {
    const going = new AbortController()
    const { app, logged } = appInMemory({}, undefined, {
      sets: [set],
      observations: over(() =>
        Effect.andThen(
          Effect.sync(() => going.abort()),
          Effect.never
        )
      )
    })
    const response = await app.request(`${API_ROOT}/observations/sdmx/data?unit=31&as_of=2025-04-16`, {
      signal: going.signal
    })
    await expect(response.text()).rejects.toThrow()
    expect(logged).toEqual([])
  })
})
