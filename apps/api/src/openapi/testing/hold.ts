import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import type { Shape } from "../given.ts"

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value)

/** Objects may hold what their schema names and nothing else: so that whatever an answer tells beside it is found. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed)
  if (!isShape(value)) return value
  const open = value["type"] === "object" && isShape(value["properties"]) && value["additionalProperties"] === undefined
  const within = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]))
  return open ? { ...within, additionalProperties: false } : within
}

/** What the document says of one operation. */
export interface Operation {
  readonly operationId: string
  readonly method: "GET" | "POST"
  /** With `{name}` for what the path is filled with. */
  readonly path: string
  readonly told: Shape
}

/** The operations that a document tells. */
export const operationsIn = (document: Shape): ReadonlyArray<Operation> =>
  Object.entries(isShape(document["paths"]) ? document["paths"] : {}).flatMap(([path, methods]) =>
    Object.entries(isShape(methods) ? methods : {}).map(([method, told]) => {
      if (!isShape(told) || typeof told["operationId"] !== "string") throw new Error(`${path}: no operation`)
      return { operationId: told["operationId"], method: method === "post" ? "POST" : "GET", path, told } as const
    })
  )

const at = (value: unknown, ...path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>((inside, key) => (isShape(inside) ? inside[key] : undefined), value)

/** An answer as it came. */
export interface Answered {
  readonly status: number
  readonly mediaType: string
  readonly text: string
}

/** Makes a judge of answers by a document: what of an answer the document does not tell, in words; nothing where it holds. */
export const makeHold = (document: Shape) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  ajv.addSchema({ $id: "urn:ntm:api", components: { schemas: closed(at(document, "components", "schemas")) } })
  const compiled = new Map<string, ValidateFunction>()
  const rooted = (schema: unknown): unknown =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"urn:ntm:api#/components'))
  const validatorOf = (key: string, schema: unknown): ValidateFunction => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const made = ajv.compile(rooted(closed(schema)) as object)
    compiled.set(key, made)
    return made
  }
  const faults = (key: string, schema: unknown, text: string): string | null => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return `no JSON: ${text.slice(0, 80)}`
    }
    const valid = validatorOf(key, schema)
    if (valid(value)) return null
    const beside = valid.errors
      ?.map(({ params }) => at(params, "additionalProperty"))
      .find((name) => name !== undefined)
    return `${ajv.errorsText(valid.errors?.slice(0, 3))}${beside === undefined ? "" : ` (${String(beside)})`}`
  }
  const problems = document["x-ntm-problems"]
  const catalogue = new Map(
    (Array.isArray(problems) ? problems : []).map((each) => [String(at(each, "type")), at(each, "status")])
  )

  return {
    validate: faults,
    /** `operation` null: an address or a method that the document does not tell. */
    hold: (operation: Operation | null, { mediaType, status, text }: Answered): string | null => {
      if (status >= 500) return `answered ${status}`
      if (mediaType.startsWith("application/problem+json")) {
        const wrong = faults("problem", { $ref: "#/components/schemas/Problem" }, text)
        if (wrong !== null) return `problem: ${wrong}`
        const problem: unknown = JSON.parse(text)
        const type = String(at(problem, "type"))
        if (catalogue.get(type) !== status || at(problem, "status") !== status) return `${type} with ${status}`
        if (operation === null) return null
        const listed = at(operation.told, "responses", String(status), "content", "application/problem+json", "schema")
        return JSON.stringify(listed ?? null).includes(`"${type}"`)
          ? null
          : `${type} is not told of ${operation.operationId}`
      }
      if (operation === null) return status === 204 || status === 304 ? null : `answered ${status} where nothing is`
      const response = at(operation.told, "responses", String(status))
      if (response === undefined) return `answered ${status}, which is not told`
      if (status === 304) return text === "" ? null : "304 with a body"
      const content = at(response, "content")
      const [told = ""] = mediaType.split(";")
      const schema = at(content, told, "schema")
      if (told === "application/json" && schema !== undefined) {
        const wrong = faults(operation.operationId, schema, text)
        return wrong === null ? null : `answer: ${wrong}`
      }
      return schema !== undefined || at(content, "*/*") !== undefined ? null : `answered with ${mediaType}`
    }
  }
}
