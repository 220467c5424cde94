import { describedEndpoints, oneState } from "@ntm/contract/openapi"
import answers from "@ntm/contract/answers.json" with { type: "json" }
import { describe, expect, it } from "vitest"
import { columnsOf, fieldsBelow, shapeAt } from "../http/answer-shapes.ts"
import { openApiDocument } from "./document.ts"

const readings = describedEndpoints.filter(({ endpoint }) => !("body" in endpoint) && !("sends" in endpoint))

const taken = (endpoint: object): ReadonlyArray<string> => {
  const query: unknown = "query" in endpoint ? endpoint.query : null
  const isHeld = (typeof query === "object" || typeof query === "function") && query !== null
  return isHeld && "fields" in query ? Object.keys(query.fields ?? {}) : []
}

const isFile = (endpoint: object): boolean => "answers" in endpoint

describe("every question that reads", () => {
  it.each(readings.map(({ endpoint, key }) => [key, endpoint] as const))(
    "%s takes a day and a moment, or says why not",
    (key, endpoint) => {
      for (const name of ["as_of", "known_at"] as const)
        expect([name, taken(endpoint).includes(name)]).toEqual([name, oneState[key]?.[name] === undefined])
    }
  )

  it("gives no reason for a question that is not there", () => {
    const keys = new Set(readings.map(({ key }) => key))
    expect(Object.keys(oneState).filter((key) => !keys.has(key))).toEqual([])
  })

  it.each(readings.filter(({ endpoint }) => !isFile(endpoint)).map(({ endpoint, key }) => [key, endpoint] as const))(
    "%s takes fields; it is a list where its answer has items, and then takes a page",
    (key, endpoint) => {
      const shape = shapeAt(endpoint.path)
      const fields = fieldsBelow(shape === null ? [] : [shape]).fields
      const isList = "usual" in endpoint
      expect(taken(endpoint)).toContain("fields")
      expect([key, fields.has("items")]).toEqual([key, isList])
      if (!isList) return
      expect(taken(endpoint)).toEqual(expect.arrayContaining(["limit", "cursor"]))
      expect(fields.has("next")).toBe(true)
      // A table of such items has columns, and no column twice.
      const columns = columnsOf(fields.get("items") ?? []).map((path) => path.join("."))
      expect(columns.length).toBeGreaterThan(0)
      expect(new Set(columns).size).toBe(columns.length)
    }
  )

  it("calls what it asks for by the same names everywhere", () => {
    const names = new Set(readings.flatMap(({ endpoint }) => taken(endpoint)))
    // Units are `unit` (it and all below it), or `parent` (right below it); an order is `sort`; a page is `limit` and `cursor`.
    for (const other of ["within", "order", "standing", "province", "before", "offset", "page", "more"])
      expect([other, names.has(other)]).toEqual([other, false])
    const withParent = readings.filter(({ endpoint }) => taken(endpoint).includes("parent")).map(({ key }) => key)
    expect(withParent).toEqual(["units.list"])
  })

  it("tells of lists in the document that they have pages, lines and tables", () => {
    const paths = JSON.parse(JSON.stringify(openApiDocument("1"))).paths
    for (const { endpoint } of readings.filter((each) => "usual" in each.endpoint)) {
      const told = paths[endpoint.path.replaceAll(/:(\w+)/g, "{$1}")].get
      expect(Object.keys(told.responses["200"].content)).toEqual([
        "application/json",
        "application/x-ndjson",
        "text/csv"
      ])
      expect(told.responses["200"].headers).toHaveProperty("link")
      expect(JSON.stringify(told.responses)).toContain("urn:ntm:problem:cursor-refused")
      expect(JSON.stringify(told.responses)).toContain("urn:ntm:problem:not-acceptable")
    }
    expect(Object.keys(answers.endpoints).length).toBeGreaterThan(readings.length)
  })
})
