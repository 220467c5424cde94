import { API_ROOT, endpointActions } from "@ntm/contract"
import answers from "@ntm/contract/answers.json" with { type: "json" }
import {
  type DescribedEndpoint,
  describedEndpoints,
  detailsInVietnamese,
  nounTexts,
  oneState
} from "@ntm/contract/openapi"
import { Schema } from "effect"
import { expectationOf } from "../http/parameters.ts"
import { problemCatalogue } from "../http/problems.ts"
import { exampleOf } from "./examples.ts"
import { makeGiven, type Shape } from "./given.ts"
import { allowedShape, withLeading } from "./leading.ts"
import { parameterExamples } from "./parameter-examples.ts"
import { refusalsOf } from "./refusals.ts"
import { filesOf, tablesOf } from "./tables.ts"
import { changedHeaders, changeHeaders, changeRefusals } from "./writing.ts"
import { everyAnswer, info, problemShape, securitySchemes } from "./words.ts"

interface ReadAnswer {
  readonly answer: Shape | null
  readonly about: string
  readonly errors: ReadonlyArray<string> | null
}

const read: ReadonlyMap<string, ReadAnswer> = new Map<string, ReadAnswer>(Object.entries(answers.endpoints))

const actions = new Map(endpointActions.map(({ action, method, path }) => [`${method} ${path}`, action]))

const tagOfReading = {
  schema: { type: "string" },
  description:
    "Gửi lại bằng if-none-match; với thay đổi, bằng if-match · Send it back as if-none-match; with a change of it, as if-match"
}

const PROBLEM = { $ref: "#/components/schemas/Problem" }

const schemaIn = (endpoint: object, part: "params" | "query" | "body"): Schema.Top | undefined => {
  const value: unknown = Object.entries(endpoint).find(([name]) => name === part)?.[1]
  return Schema.isSchema(value) ? value : undefined
}

/** The answers to a question by their status: what it is asked for, and every problem that it may come to. */
const responsesOf = (
  key: string,
  endpoint: DescribedEndpoint["endpoint"],
  sends: "nothing" | "json" | "file"
): Shape => {
  const isList = "usual" in endpoint
  const told = read.get(key)
  const isFile = told?.answer === null || told === undefined
  const example = exampleOf(key)
  const json = {
    "application/json": {
      schema: told?.answer ? withLeading(key, told.answer, answers.definitions) : {},
      ...(example === undefined ? {} : { example })
    }
  }
  const own = told?.errors ?? null
  const refusals = refusalsOf(sends, isList ? "list" : isFile ? "file" : "one", own, changeRefusals(endpoint))
  const byStatus = Map.groupBy(refusals, ({ status }) => String(status))
  const problems = [...byStatus].map(([status, listed]): [string, Shape] => [
    status,
    {
      description: listed.map(({ title }) => `${title.vi} · ${title.en}`).join("; "),
      content: {
        "application/problem+json": {
          schema: {
            allOf: [PROBLEM, { properties: { type: { enum: listed.map(({ name }) => `urn:ntm:problem:${name}`) } } }]
          }
        }
      }
    }
  ])
  return {
    200: {
      description: isFile ? "Tệp · The file" : "Trả lời · The answer",
      headers: {
        ...(sends === "nothing" ? { etag: tagOfReading } : changedHeaders(endpoint)),
        ...everyAnswer,
        ...(isList
          ? {
              link: {
                schema: { type: "string" },
                description: "Trang đầu và trang sau (RFC 8288) · The first page and the next one (RFC 8288)"
              }
            }
          : {})
      },
      content: isFile ? filesOf(key, endpoint.path) : { ...json, ...tablesOf(endpoint.path, isList) }
    },
    ...(sends === "nothing" ? { 304: { description: "Không có gì mới · Nothing is new (if-none-match)" } } : {}),
    ...Object.fromEntries(problems.toSorted(([a], [b]) => Number(a) - Number(b)))
  }
}

/** What is to be known of a question, a paragraph for each language: its line, why it takes no day or no moment, and what else there is. */
const aboutOf = ({ key, words }: DescribedEndpoint): string => {
  const states = Object.entries(oneState[key] ?? {})
  const vi = [
    `${words.vi}.`,
    ...states.map(([name, why]) => `Không có \`${name}\`: ${why.vi}.`),
    detailsInVietnamese[key] ?? ""
  ]
  const en = [
    `${words.en}.`,
    ...states.map(([name, why]) => `No \`${name}\`: ${why.en}.`),
    (read.get(key)?.about ?? "").replaceAll("**Details** ", "")
  ]
  return [vi, en].map((sentences) => sentences.filter((each) => each !== "").join(" ")).join("\n\n")
}

const operationOf = (described: DescribedEndpoint, given: ReturnType<typeof makeGiven>): Shape => {
  const { endpoint, key, noun, words } = described
  const body = schemaIn(endpoint, "body")
  const sends = "sends" in endpoint ? "file" : body === undefined ? "nothing" : "json"
  const parametersIn = (where: "path" | "query", schema: Schema.Top | undefined) =>
    (schema === undefined ? [] : given.fields(schema)).map(({ name, required, shape }) => {
      const { vi, en } = expectationOf(name)
      const example = parameterExamples[`${key}/${name}`] ?? parameterExamples[name] ?? exampleOf(`${key}/${name}`)
      return {
        name,
        in: where,
        required: where === "path" || required,
        description: `${vi} · ${en}`,
        schema: shape,
        ...(example === undefined ? {} : { example })
      }
    })
  const bodyExample = exampleOf(`${key}#body`)
  const action = actions.get(`${sends === "nothing" ? "GET" : "POST"} ${endpoint.path}`)
  return {
    operationId: key,
    tags: [noun],
    summary: `${words.vi} · ${words.en}`,
    description: aboutOf(described),
    "x-ntm-action": action,
    ...("deprecated" in endpoint ? { deprecated: true } : {}),
    security: action === "public.read" ? [{}] : [{ session: [] }, { bearer: [] }, { key: [] }],
    parameters: [
      ...parametersIn("path", schemaIn(endpoint, "params")),
      ...parametersIn("query", schemaIn(endpoint, "query")),
      ...changeHeaders(endpoint)
    ],
    ...(sends === "nothing"
      ? {}
      : {
          requestBody: {
            required: true,
            content:
              sends === "file" || body === undefined
                ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
                : {
                    "application/json": {
                      schema: given.body(key, body),
                      ...(bodyExample === undefined ? {} : { example: bodyExample })
                    }
                  }
          }
        }),
    responses: responsesOf(key, endpoint, sends)
  }
}

/**
 * The API as an OpenAPI 3.1 document.
 *
 * **Details** What is given is told by the schemas that read it, answers and errors by the types that the routes are held to
 * (`answers.json`), examples by the pilot; so nothing is told here that the program does not do.
 */
export const openApiDocument = (version: string): Shape => {
  const definitions = new Map<string, Shape>()
  const given = makeGiven(definitions)
  const paths = new Map<string, Record<string, Shape>>()
  for (const each of describedEndpoints) {
    const path = each.endpoint.path.replaceAll(/:(\w+)/g, "{$1}")
    const method = "body" in each.endpoint || "sends" in each.endpoint ? "post" : "get"
    paths.set(path, { ...paths.get(path), [method]: operationOf(each, given) })
  }
  return {
    openapi: "3.1.0",
    info: { ...info, version },
    servers: [{ url: API_ROOT }],
    tags: Object.entries(nounTexts).map(([name, { vi, en }]) => ({ name, description: `${vi} · ${en}` })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        ...answers.definitions,
        ...Object.fromEntries(definitions),
        Allowed: allowedShape,
        Problem: problemShape
      },
      securitySchemes
    },
    "x-ntm-problems": problemCatalogue.map(({ name, status, title }) => ({
      type: `urn:ntm:problem:${name}`,
      status,
      title: title.vi,
      titleEn: title.en,
      about: `/api/problems/${name}`
    }))
  }
}
