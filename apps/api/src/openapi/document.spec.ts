import { api } from "@ntm/contract"
import answers from "@ntm/contract/answers.json" with { type: "json" }
import { describedEndpoints, detailsInVietnamese } from "@ntm/contract/openapi"
import { Validator } from "@seriousme/openapi-schema-validator"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import type { ApiEnv } from "../http/api-env.ts"
import { problemCatalogue } from "../http/problems.ts"
import { appInMemory } from "../testing/ports.ts"
import { tellDeprecated } from "./deprecation.ts"
import { openApiDocument } from "./document.ts"
import { operationsIn } from "./testing/hold.ts"

const document = openApiDocument("1.2.3")
const operations = operationsIn(document)
const { app } = appInMemory()

const endpointsIn = (group: object): number =>
  Object.values(group).reduce<number>(
    (sum, member: object) => sum + ("path" in member && typeof member.path === "string" ? 1 : endpointsIn(member)),
    0
  )

describe("the document of the API", () => {
  it("is OpenAPI 3.1 by the standard's own schema", async () => {
    const validated = await new Validator().validate(structuredClone(document))
    expect(validated.errors).toBeUndefined()
    expect([document["openapi"], validated.valid]).toEqual(["3.1.0", true])
  })

  it("tells every question of the contract, each once, with words in both languages and an action", () => {
    expect(operations.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(describedEndpoints.map(({ key }) => key))
    )
    expect(operations).toHaveLength(endpointsIn(api))
    for (const { operationId, told } of operations) {
      expect(told["summary"], operationId).toMatch(/^.+ · .+$/)
      expect(told["x-ntm-action"], operationId).toMatch(/^\w+\.\w+$/)
    }
  })

  it("tells in Vietnamese whatever it tells in English, a paragraph each", () => {
    for (const { operationId, told } of operations) {
      const [vi = "", en = "", ...others] = String(told["description"]).split("\n\n")
      expect(others, operationId).toEqual([])
      expect(en, operationId).not.toBe("")
      const about = answers.endpoints[operationId as keyof typeof answers.endpoints].about
      expect(Object.hasOwn(detailsInVietnamese, operationId), operationId).toBe(about !== "")
      expect(`${vi} ${en}`, operationId).not.toContain("**")
    }
    const { description } = document["info"] as { readonly description: string }
    const paragraphs = description.split("\n\n")
    const marks = paragraphs.map((text) => /[ăđơưạảấầẩẫậắằặẹẻẽếềểễệịọỏốồổộớờởỡợụủứừửữựỳ]/i.test(text))
    expect(marks).toEqual(paragraphs.map((_, at) => at % 2 === 0))
  })

  it("tells numbers as numbers of JSON, and lists without their first item apart", () => {
    const bodies = JSON.stringify(operations.map(({ told }) => told["requestBody"]))
    expect(bodies).not.toContain('"NaN"')
    expect(bodies).not.toMatch(/"prefixItems":\[(\{"type":"string"\})\],"minItems":1,"items":\1/)
    const { told } = operations.find(({ operationId }) => operationId === "people.invite") ?? {}
    expect(JSON.stringify(told)).toContain('{"type":"array","minItems":1,"items":{"type":"string"}}')
  })

  it("tells of files what they are, but of those that were handed in", () => {
    const unnamed = operations.filter(({ told }) => JSON.stringify(told["responses"]).includes('"*/*"'))
    expect(unnamed.map(({ operationId }) => operationId)).toEqual(["evidence.file"])
  })

  it("refers to nothing that it does not hold", () => {
    const text = JSON.stringify(document)
    const { schemas } = document["components"] as { readonly schemas: Readonly<Record<string, unknown>> }
    const wanted = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name))
    expect([...wanted].filter((name) => !(name in schemas))).toEqual([])
  })

  it("tells parameters with what they must be and an example, and answers with every problem that a handler names", () => {
    const one = operations.find(({ operationId }) => operationId === "units.get")?.told
    expect(one).toMatchObject({
      parameters: [
        { name: "code", in: "path", required: true, example: "11824" },
        { name: "as_of", in: "query", required: false, schema: { type: "string", format: "date" } },
        { name: "known_at", in: "query", required: false, schema: { type: "string" } },
        { name: "fields", in: "query", required: false, schema: { type: "string" } }
      ]
    })
    const responses = JSON.stringify(one?.["responses"])
    for (const name of ["unit-not-found", "invalid-request", "sign-in-needed", "data-unavailable"])
      expect(responses).toContain(`urn:ntm:problem:${name}`)
    expect(responses).not.toContain("document-not-found")
  })

  it("is handed out to everybody, with a tag", async () => {
    const response = await app.request("/api/v1/openapi.json")
    expect(await response.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: "/api/v1" }] })
    const tag = response.headers.get("etag") ?? ""
    expect((await app.request("/api/v1/openapi.json", { headers: { "if-none-match": tag } })).status).toBe(304)
    expect((await app.request("/api/v1/openapi.json", { method: "POST" })).status).toBe(405)
  })
})

describe("problems", () => {
  it("each have an address that tells them in both languages", async () => {
    for (const { name, status, title } of problemCatalogue) {
      const response = await app.request(`/api/problems/${name}`)
      expect(await response.json()).toEqual({
        type: `urn:ntm:problem:${name}`,
        status,
        title: title.vi,
        titleEn: title.en
      })
    }
    expect((await app.request("/api/problems/none")).status).toBe(404)
  })

  it("have names that are no other's", () => {
    const names = problemCatalogue.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe("a question that is to be given up", () => {
  it("says with each answer since when, until when, and what to ask instead", async () => {
    const routes = new Hono<ApiEnv>()
    const deprecated = { since: "2026-01-01", sunset: "2027-01-01", successor: "/new/:id" }
    tellDeprecated(routes, [{ path: "/old/:id", deprecated }, { path: "/new/:id" }])
    routes.get("/old/:id", (c) => c.json({}))
    routes.get("/new/:id", (c) => c.json({}))
    const { headers } = await routes.request("/old/1")
    expect(headers.get("deprecation")).toBe("@1767200400")
    expect(headers.get("sunset")).toBe("Thu, 31 Dec 2026 17:00:00 GMT")
    expect(headers.get("link")).toContain('</api/v1/new/1>; rel="successor-version"')
    expect((await routes.request("/new/1")).headers.has("deprecation")).toBe(false)
  })
})
