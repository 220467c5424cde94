import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library"
import { afterEach, describe, expect, it, vi } from "vitest"
import { setLanguage } from "../language/language.ts"
import { answering, showPage } from "../testing/show.tsx"
import ApiDocsPage from "./api-docs-page.tsx"
import { matching, questionsOf, sideOf } from "./document.ts"
import { shapeText } from "./shape-text.ts"

const asOf = {
  name: "as_of",
  in: "query",
  required: false,
  description: "phải là ngày · must be a day",
  schema: { type: "string", format: "date" },
  example: "2025-07-01"
} as const
const code = {
  name: "code",
  in: "path",
  required: true,
  description: "mã · a code",
  schema: { type: "string" },
  example: "11824"
} as const

const document = {
  openapi: "3.1.0",
  info: { version: "1", description: "Gửi `x-api-key`.\n\nSend `x-api-key`." },
  tags: [
    { name: "units", description: "Đơn vị hành chính · Units" },
    { name: "people", description: "Người dùng · People" }
  ],
  paths: {
    "/units/{code}": {
      get: {
        operationId: "units.get",
        tags: ["units"],
        summary: "Một đơn vị · A unit",
        description: "Một đơn vị.\n\nA unit.",
        "x-ntm-action": "reference.read",
        parameters: [code, asOf],
        responses: {
          200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Unit" } } } },
          404: { description: "Không có đơn vị này · No such unit" }
        }
      }
    },
    "/people": {
      post: {
        operationId: "people.invite",
        tags: ["people"],
        summary: "Mời một người · Invite somebody",
        description: "Mời một người.\n\nInvite somebody.",
        parameters: [],
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", properties: { name: { type: "string" } } },
              example: { name: "Lan" }
            }
          }
        },
        responses: { 200: { description: "" } }
      }
    }
  },
  components: {
    schemas: {
      Unit: {
        type: "object",
        properties: {
          code: { type: "string" },
          parent: { anyOf: [{ $ref: "#/components/schemas/Unit" }, { type: "null" }] }
        },
        required: ["code", "parent"]
      }
    }
  },
  "x-ntm-problems": [
    { type: "urn:ntm:problem:unit-not-found", status: 404, title: "Không có đơn vị này", titleEn: "No such unit" }
  ]
}

const answer = (asked: Array<string>) =>
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url)
    return new Response(JSON.stringify(url.endsWith("openapi.json") ? document : { asOf: "2025-07-01" }))
  })

describe("the documentation of the API", () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    setLanguage("vi")
  })

  it("lists questions by noun, and what it can be refused with, in the language in use", async () => {
    answer([])
    showPage(ApiDocsPage, answering({}))
    expect(await screen.findByRole("heading", { name: "Đơn vị hành chính" })).toBeTruthy()
    expect(screen.getByText("Không có đơn vị này")).toBeTruthy()
    expect(screen.getByText("Gửi x-api-key.")).toBeTruthy()
    expect(screen.queryByText("Send x-api-key.")).toBeNull()
    setLanguage("en")
    expect(await screen.findByRole("heading", { name: "Units" })).toBeTruthy()
    expect(screen.getByText("Invite somebody")).toBeTruthy()
    expect(screen.getByText("Send x-api-key.")).toBeTruthy()
  })

  it("finds by path, title and parameter, without diacritics", () => {
    const questions = questionsOf(document)
    const named = (words: string) => matching(questions, words).map(({ operationId }) => operationId)
    expect(named("")).toHaveLength(2)
    expect(named("mot don vi")).toEqual(["units.get"])
    expect(named("as_of")).toEqual(["units.get"])
    expect(named("POST people")).toEqual(["people.invite"])
    expect(named("khong co")).toEqual([])
  })

  it("asks a question with what was typed and shows the answer", async () => {
    const asked: Array<string> = []
    answer(asked)
    const { container } = showPage(ApiDocsPage, answering({}))
    await screen.findByRole("heading", { name: "Đơn vị hành chính" })
    const entry = container.querySelector("li details")
    if (!(entry instanceof HTMLDetailsElement)) throw new Error("no entry")
    entry.open = true
    fireEvent(entry, new Event("toggle"))
    const field = await within(entry).findByLabelText("as_of")
    fireEvent.input(field, { target: { value: "2025-07-01" } })
    fireEvent.click(within(entry).getByRole("button", { name: "Gọi thử" }))
    await waitFor(() => expect(asked).toContain("/api/v1/units/11824?as_of=2025-07-01"))
    expect(await within(entry).findByText(/Mã 200/)).toBeTruthy()
  })
})

describe("a schema in words", () => {
  it("is a type with its fields, and ends where it holds itself", () => {
    const { schemas } = document.components
    expect(shapeText({ $ref: "#/components/schemas/Unit" }, schemas)).toBe(
      "{\n  code: string\n  parent: Unit | null\n}"
    )
    expect(shapeText({ type: "array", items: { enum: ["a", "b"] } }, {})).toBe('("a" | "b")[]')
    expect(shapeText({ type: "object", properties: { day: asOf.schema } }, {})).toBe("{\n  day?: string (date)\n}")
    expect(shapeText({}, {})).toBe("any")
  })

  it("has one side for each language", () => {
    expect([sideOf("một · one", "vi"), sideOf("một · one", "en"), sideOf("ocds", "en")]).toEqual(["một", "one", "ocds"])
  })
})
