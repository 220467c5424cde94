import { api, API_ROOT, type Problem } from "@ntm/contract"
import { expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { unkeptIn } from "./unkept.ts"

const placesIn = (text: string) => unkeptIn(JSON.parse(text), text).map(({ path }) => path)

it("texts that no store can keep are found by their places, however they are written", () => {
  expect(placesIn(String.raw`{"rows":[{"work":"a"},{"work":"\ud800","note":"x\u0000y"}]}`)).toEqual([
    "rows[1].work",
    "rows[1].note"
  ])
  expect(placesIn(String.raw`"\uDC00\uD800"`)).toEqual([""])
})

it("a character that is written as its two halves is whole, and a backslash before a u is no half", () => {
  expect(placesIn(String.raw`["\ud83d\ude42", "\\ud800", "\\u0000", "\u0001"]`)).toEqual([])
})

it("a body with such a text is refused with its place, whatever it would be looked up as", async () => {
  const { app } = appInMemory()
  const response = await app.request(`${API_ROOT}${api.works.report.path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: String.raw`{"rows":[{"work":"\ud800","day":"2025-01-01","body":{"_tag":"volume","done":1}}]}`
  })
  const { errors } = (await response.json()) as Problem
  expect([response.status, errors?.map(({ path }) => path)]).toEqual([422, ["rows[0].work"]])
})
