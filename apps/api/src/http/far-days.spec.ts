import { api, type Problem } from "@ntm/contract"
import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { farDaysIn } from "./far-days.ts"

const { app } = appInMemory()

const json = async (path: string, init?: RequestInit) => {
  const response = await app.request(`/api/v1${path}`, init)
  return { status: response.status, body: (await response.json()) as Partial<Problem> }
}

describe("days that nobody can ask about", () => {
  it.each(["9999-12-31", "3000-01-01", "0999-12-31", "0001-01-01"])("are refused: %s", async (day) => {
    const { body, status } = await json(`/units?as_of=${day}`)
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          path: "as_of",
          message: "phải là một ngày từ 1000-01-01 đến 2999-12-31",
          messageEn: "must be a day from 1000-01-01 to 2999-12-31"
        }
      ]
    ])
  })

  it.each(["1000-01-01", "2999-12-31"])("begin beyond %s", async (as_of) => {
    expect((await json(`/units?as_of=${as_of}`)).status).toBe(200)
  })

  it("are found in a body by their places, however deep, and text that holds more than a day is text", () => {
    const body = {
      rows: [{ day: "2025-01-01" }, { day: "9999-12-31", body: { until: "0001-01-01" } }],
      note: "9999-12-31."
    }
    expect(farDaysIn(body, JSON.stringify(body)).map(({ path }) => path)).toEqual(["rows[1].day", "rows[1].body.until"])
    let deep: unknown = "9999-12-31"
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    expect(farDaysIn(deep, '"9999-12-31"')).toHaveLength(1)
    expect(farDaysIn({ day: "2025-01-01" }, '{"day":"2025-01-01"}')).toEqual([])
  })

  it("are refused in a body before anything of it is read", async () => {
    const rows = [{ unit: "11824", input: "x", day: "9999-12-31", value: 1 }]
    const { body, status } = await json(api.observations.record.path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows })
    })
    expect([status, body.type]).toEqual([422, "urn:ntm:problem:invalid-body"])
    expect(body.errors).toMatchObject([{ path: "rows[0].day" }])
  })
})

describe("an answer to a change", () => {
  it("is told, whatever the caller holds", async () => {
    const ask = () =>
      app.request(`/api/v1${api.observations.record.path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "if-none-match": "*" },
        body: JSON.stringify({ rows: [] })
      })
    expect((await ask()).status).not.toBe(304)
  })
})
