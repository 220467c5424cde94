import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { API_ROOT } from "@ntm/contract"
import { describedEndpoints } from "@ntm/contract/openapi"
import { Result, Schema } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openApiDocument } from "./document.ts"
import { exampleOf } from "./examples.ts"
import { parameterExamples } from "./parameter-examples.ts"
import { givenBodies } from "./testing/bodies.ts"
import { makeHold, type Operation, operationsIn } from "./testing/hold.ts"
import { ORIGIN, pilotApp } from "./testing/pilot.ts"
import { poolOf, type Pools, poolsOf } from "./testing/pools.ts"
import { shortened } from "./testing/shorten.ts"

const FILE = join(import.meta.dirname, "examples.json")

/** Longest example, characters of JSON: the document is read by people. */
const LONGEST = 4000

interface Parameter {
  readonly name: string
  readonly in: "path" | "query"
  readonly required: boolean
  readonly example?: unknown
}

const parametersOf = ({ told }: Operation): ReadonlyArray<Parameter> =>
  Array.isArray(told["parameters"]) ? told["parameters"] : []

/** Asked besides what has to be, so that an answer shows something. */
const besides: Readonly<Record<string, string>> = {
  "units.list": "parent=31&as_of=2025-07-01",
  "units.tree": "unit=31&as_of=2025-07-01",
  "map.get": "as_of=2025-07-01",
  "works.list": "unit=31",
  "dossiers.list": "unit=31"
}

const document = openApiDocument("0.0.0")
const { validate } = makeHold(document)
const operations = operationsIn(document)

/** Of the JSON that a question is answered with; none for a file. */
const answerSchema = ({ told }: Operation): unknown =>
  (told["responses"] as Record<string, { content: Record<string, { schema: unknown }> }>)["200"]?.content[
    "application/json"
  ]?.schema

describe("examples of the document", () => {
  it("are bodies as the contract reads them", () => {
    for (const { endpoint, key } of describedEndpoints) {
      const schema = Object.entries(endpoint).find(([name]) => name === "body")?.[1]
      if (!Schema.isSchema(schema)) continue
      const read = Schema.decodeUnknownResult(schema as unknown as Schema.ConstraintDecoder<unknown>, {
        onExcessProperty: "error"
      })
      const body = exampleOf(`${key}#body`) ?? {}
      expect(Result.isSuccess(read(body)), `${key}: ${JSON.stringify(body)}`).toBe(true)
    }
  })

  it("are answers as the document tells them, of every question that only reads", () => {
    const readings = operations.filter(({ method }) => method === "GET")
    const shown = readings.filter(({ operationId }) => exampleOf(operationId) !== undefined)
    for (const operation of shown) {
      const { operationId } = operation
      const schema = answerSchema(operation)
      expect(validate(operationId, schema, JSON.stringify(exampleOf(operationId))), operationId).toBeNull()
    }
    expect(shown.length).toBeGreaterThan(60)
  })
})

// NTM_EXAMPLES=write asks the pilot and writes the examples anew.
describe.runIf(process.env["NTM_EXAMPLES"] === "write")("examples anew", () => {
  let pilot: Awaited<ReturnType<typeof pilotApp>>
  beforeAll(async () => {
    pilot = await pilotApp()
  }, 300_000)
  afterAll(() => pilot?.end())

  const ask = async (path: string): Promise<Response> =>
    pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, { headers: { authorization: `Bearer ${pilot.key}` } })

  const asked = (operation: Operation, pools: Pools) => {
    const { operationId } = operation
    let { path } = operation
    const query: Array<string> = []
    const chosen: Record<string, unknown> = {}
    for (const { example, name, required, ...parameter } of parametersOf(operation)) {
      if (!required) continue
      const value =
        parameterExamples[`${operationId}/${name}`] ??
        parameterExamples[name] ??
        poolOf(pools, operation, name)[0] ??
        example
      if (value === undefined) continue
      if (value !== example) chosen[`${operationId}/${name}`] = value
      const text = encodeURIComponent(String(value))
      if (parameter.in === "path") path = path.replace(`{${name}}`, text)
      else query.push(`${name}=${text}`)
    }
    return { chosen, path: `${path}?${[...query, besides[operationId] ?? ""].join("&")}` }
  }

  it("come from the pilot", async () => {
    const pools = await poolsOf(async (path) => (await ask(path)).json())
    const examples: Record<string, unknown> = {}
    for (const operation of operations.filter(({ method }) => method === "GET")) {
      const { chosen, path } = asked(operation, pools)
      const response = await ask(path)
      Object.assign(examples, chosen)
      // A question that is answered with a file may have JSON among its other forms.
      const isJson =
        (response.headers.get("content-type") ?? "").includes("json") && answerSchema(operation) !== undefined
      if (!response.ok)
        console.info(`${operation.operationId} ${path}: ${response.status} ${(await response.text()).slice(0, 200)}`)
      if (!response.ok || !isJson) continue
      const answer: unknown = await response.json()
      const [long, short] = [shortened(answer), shortened(answer, 1)]
      const longest = JSON.stringify(long).length <= LONGEST ? long : short
      if (JSON.stringify(longest).length <= 5 * LONGEST) examples[operation.operationId] = longest
      else console.info(`${operation.operationId}: too long, ${JSON.stringify(longest).length}`)
    }
    for (const [key, body] of Object.entries(givenBodies)) examples[`${key}#body`] = body
    const lines = Object.entries(examples).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    await writeFile(FILE, `{\n${lines.join(",\n")}\n}\n`)
    expect(lines.length).toBeGreaterThan(60)
  }, 600_000)
})
