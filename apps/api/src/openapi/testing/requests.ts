import { hostile } from "@ntm/domain/testing"
import type { Shape } from "../given.ts"
import type { Asked } from "./asked.ts"
import type { Operation } from "./hold.ts"
import { givenBodies } from "./bodies.ts"
import { poolOf, type Pools } from "./pools.ts"
import type { makeSucceeding } from "./succeeding.ts"
import { type Dice, hostileText, hostileValue, validValue } from "./values.ts"

const { diceOf, oneOf } = hostile

/** Questions that gather a whole country or every document: asked more seldom, so that the others have their turn. */
const seldom: ReadonlySet<string> = new Set([
  "movements.group",
  "recommendations.limitations",
  "observations.data",
  "assessments.matrix",
  "assessments.replacement",
  "funding.activities",
  "works.releases",
  "works.records",
  "units.tree",
  "map.get",
  "audit.list",
  "audit.sealed",
  "audit.differences",
  "changes.list",
  "assessments.targets",
  "works.slips",
  "observations.rebuild"
])

/** A request that was made up, with what the document tells of it. */
export interface MadeUp {
  /** Null where the method or the address is none of the document's. */
  readonly operation: Operation | null
  readonly url: string
  readonly init: RequestInit
  /** Hears of the answer where it is a success. */
  readonly learn?: Asked["learn"]
}

interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
  readonly schema: Shape
}

const parametersOf = ({ told }: Operation): ReadonlyArray<Parameter> =>
  Array.isArray(told["parameters"]) ? told["parameters"].filter((each: Parameter) => each.in !== "header") : []

const bodySchemaOf = ({ told }: Operation): Shape | undefined => {
  const text = JSON.stringify(told["requestBody"] ?? null)
  const content = (JSON.parse(text) as { content?: Record<string, { schema: Shape }> } | null)?.content
  return content?.["application/json"]?.schema
}

const broken = ["%", "%zz", "%00", "%c0%af", "%e0%80%80", "%ud800", "%25", "+", "%2e%2e%2f"]

/** Half surrogates cannot be put into an address by any program. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

const headerTexts = [
  "",
  "*",
  '"abc"',
  'W/"x"',
  "a".repeat(9000),
  "gzip;q=0",
  "application/x-ndjson",
  "text/csv",
  "text/html",
  "*/*",
  "bytes=0-1",
  "identity;q=0, *;q=0"
]
const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"]
const mediaTypes = [
  "text/plain",
  "",
  "application/xml",
  "multipart/form-data",
  "application/json; charset=utf-16",
  "application/jsonx",
  "application/x-www-form-urlencoded"
]

/** Parameters that only fit one question each: made up they are nearly always wrong, and hide what else is asked. */
const narrow: ReadonlySet<string> = new Set(["fields", "cursor"])

/** What requests show: the key of whoever may do everything, or that of one of the roles. */
export interface Keys {
  readonly owner: string
  readonly roles: ReadonlyArray<string>
}

/** The share of requests that are to succeed: more of them until every operation did. */
const [RIGHT_AT_FIRST, RIGHT] = [0.3, 0.1]

/**
 * Makes requests of a document, each fixed by its number and the seed: some as they should be, most of them not.
 *
 * **Details** Those that are to succeed (`makeSucceeding`) rest on earlier answers besides: they are the same again where the run is.
 */
export const makeRequests = (
  operations: ReadonlyArray<Operation>,
  schemas: Shape,
  pools: Pools,
  keys: Keys,
  succeeding: ReturnType<typeof makeSucceeding>
) => {
  /** One by chance; of what is asked more seldom, another in its place most of the time. */
  const oneBy = (roll: Dice): Operation => {
    const first = operations[Math.floor(roll() * operations.length)]
    const again = first !== undefined && seldom.has(first.operationId) && roll() < 0.85
    const operation = again ? operations[Math.floor(roll() * operations.length)] : first
    if (operation === undefined) throw new Error("no operations")
    return operation
  }
  const addressOf = (roll: Dice, operation: Operation, wild: boolean): string => {
    const valueOf = ({ name, schema }: Parameter): string =>
      wild && roll() < 0.35
        ? hostileText(roll)
        : String(validValue(roll, schema, schemas, (each) => poolOf(pools, operation, each), name))
    const given = parametersOf(operation).filter(
      (each) => each.required || roll() < (narrow.has(each.name) ? 0.05 : 0.35)
    )
    const left = wild && roll() < 0.1 ? given.filter((each) => each.in === "path" || roll() < 0.5) : given
    let path = operation.path
    const query: Array<string> = []
    for (const each of left) {
      const value = encoded(valueOf(each))
      if (each.in === "path") path = path.replace(`{${each.name}}`, value)
      else query.push(`${each.name}=${value}`)
    }
    if (wild && roll() < 0.1) query.push(oneOf(roll, query, "limit=1"))
    if (wild && roll() < 0.1) query.push(`${encoded(hostileText(roll))}=${encoded(hostileText(roll))}`)
    if (wild && roll() < 0.04) query.push(`q=${oneOf(roll, broken, "%")}`)
    if (wild && roll() < 0.03) path += oneOf(roll, ["/", "//", "/..", "/%2e%2e/%2e%2e", ";a=b", "/%00"], "/")
    return `${path}${query.length === 0 ? "" : `?${query.join("&")}`}`
  }

  const bodyOf = (roll: Dice, operation: Operation, wild: boolean): string | Uint8Array<ArrayBuffer> => {
    const schema = bodySchemaOf(operation)
    if (schema === undefined) return new TextEncoder().encode(hostileText(roll).repeat(20))
    // What schemas cannot say, an example knows: without them whole rooms would never be written to.
    const given = givenBodies[operation.operationId]
    const valid =
      given !== undefined && roll() < 0.3
        ? given
        : validValue(roll, schema, schemas, (each) => poolOf(pools, operation, each))
    if (!wild) return JSON.stringify(valid)
    const kind = Math.floor(roll() * 8)
    const text = JSON.stringify(valid)
    if (kind === 0) return text.slice(0, Math.floor(roll() * text.length))
    if (kind === 1) return JSON.stringify(hostileValue(roll)) ?? ""
    if (kind === 2) return "[".repeat(Math.floor(roll() * 50_000))
    if (kind === 3) return `${text.slice(0, -1)}${text === "{}" ? "" : ","}"__proto__":{"a":1},"extra":1e400}`
    if (kind === 4) return `\ufeff${text}`
    // Somewhere within it something else.
    const places = [...text.matchAll(/"[^"]*"(?!:)|\d+|true|false|null/g)]
    const place = places[Math.floor(roll() * places.length)]
    if (place === undefined) return text
    const put = JSON.stringify(hostileValue(roll)) ?? "null"
    return text.slice(0, place.index) + put + text.slice(place.index + place[0].length)
  }

  return (seed: number, index: number): MadeUp => {
    const roll = diceOf(Math.imul(seed ^ (index + 1), 2_654_435_761))
    roll()
    if (roll() < (succeeding.isAllAnswered() ? RIGHT : RIGHT_AT_FIRST)) return succeeding.next(roll, () => oneBy(roll))
    const operation = oneBy(roll)
    const wild = roll() < 0.7
    const method = wild && roll() < 0.06 ? oneOf(roll, methods, "PUT") : operation.method
    const headers = new Headers()
    const who = roll()
    if (who < 0.9)
      headers.set("authorization", `Bearer ${who < 0.55 ? keys.owner : oneOf(roll, keys.roles, keys.owner)}`)
    else if (wild && who < 0.92) headers.set("authorization", `Bearer ${encoded(hostileText(roll)).slice(0, 500)}`)
    else if (wild && who < 0.93) headers.set("cookie", `ntm.session_token=${encoded(hostileText(roll)).slice(0, 500)}`)
    if (wild)
      for (const name of [
        "accept",
        "if-none-match",
        "accept-encoding",
        "range",
        "if-match",
        "idempotency-key",
        "x-request-id",
        "x-forwarded-for"
      ])
        if (roll() < 0.06) headers.set(name, oneOf(roll, headerTexts, "*"))
    const url = `http://127.0.0.1:4100/api/v1${addressOf(roll, operation, wild)}`
    // A few keys, so that they come again with the same and with other content; and tags of what was never seen.
    if (roll() < 0.3) headers.set("idempotency-key", `"k${Math.floor(roll() * 40)}"`)
    if (roll() < 0.1) headers.set("if-match", oneOf(roll, ['"never-seen"', '"a", "b"', "*", 'W/"weak"'], "*"))
    if (method === "GET" || method === "HEAD" || method === "OPTIONS") {
      return { operation: method === operation.method ? operation : null, url, init: { method, headers } }
    }
    const isFile = "sends" in operation.told || bodySchemaOf(operation) === undefined
    const right = isFile ? "application/octet-stream" : "application/json"
    headers.set("content-type", wild && roll() < 0.06 ? oneOf(roll, mediaTypes, "text/plain") : right)
    headers.set("origin", "http://127.0.0.1:4100")
    const body = bodyOf(roll, operation, wild)
    return { operation: method === operation.method ? operation : null, url, init: { method, headers, body } }
  }
}
