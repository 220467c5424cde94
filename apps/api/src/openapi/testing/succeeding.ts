import { parameterExamples } from "../parameter-examples.ts"
import { exampleOf } from "../examples.ts"
import type { Asked, Recipe, Recipes, Told } from "./asked.ts"
import { givenBodies } from "./bodies.ts"
import type { Operation } from "./hold.ts"
import type { Dice } from "./values.ts"

/** A request of an operation that is expected to be answered with what was asked for. */
export interface Succeeding {
  readonly operation: Operation
  readonly url: string
  readonly init: RequestInit & { readonly headers: Headers }
  readonly learn: Asked["learn"]
}

interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
}

/** How long a chain of what has to be asked before can be. */
const DEEPEST = 10

const needed = ({ told }: Operation): ReadonlyArray<Parameter> => {
  const parameters: ReadonlyArray<Parameter> = Array.isArray(told["parameters"]) ? told["parameters"] : []
  return parameters.filter((each) => each.in !== "header" && each.required)
}

const exampleFor = ({ operationId }: Operation, name: string): unknown =>
  parameterExamples[`${operationId}/${name}`] ?? parameterExamples[name] ?? exampleOf(`${operationId}/${name}`)

/**
 * Makes requests that succeed, of what the document's examples say and of what earlier answers told (`Recipe`), and keeps the count of those that did.
 *
 * **Details** An operation that was never answered yet comes first, then by chance; what it rests on is asked before it.
 */
export const makeSucceeding = (
  operations: ReadonlyArray<Operation>,
  recipes: Recipes,
  { root, owner }: { readonly root: string; readonly owner: string }
) => {
  const byId = new Map(operations.map((each) => [each.operationId, each]))
  const answered = new Set<string>()
  let nth = 0

  /** Follows a recipe to what can be asked now. */
  const askable = (first: Operation, roll: Dice): readonly [Operation, Asked] => {
    let operation = first
    for (let step = 0; step < DEEPEST; step += 1) {
      nth += 1
      const recipe: Recipe | undefined = recipes[operation.operationId]
      const made = recipe === undefined ? {} : recipe(nth, roll)
      if (typeof made !== "string") return [operation, made]
      const before = byId.get(made)
      if (before === undefined) throw new Error(`no operation ${made}`)
      operation = before
    }
    throw new Error(`${first.operationId}: what it rests on rests on itself`)
  }

  const addressOf = (operation: Operation, { params = {}, query = {} }: Asked): string => {
    let path = operation.path
    const asked = new Map(Object.entries(query).map(([name, value]) => [name, String(value)]))
    for (const { in: where, name } of needed(operation)) {
      const value = encodeURIComponent(String(params[name] ?? query[name] ?? exampleFor(operation, name) ?? ""))
      if (where === "path") path = path.replace(`{${name}}`, value)
      else asked.set(name, value)
    }
    const text = [...asked].map(([name, value]) => `${name}=${value}`).join("&")
    return `${root}${path}${text === "" ? "" : `?${text}`}`
  }

  return {
    /** Operations that were answered with what was asked for. */
    answered,
    isAllAnswered: (): boolean => answered.size >= operations.length,
    /** Hears of every answer of an operation, whoever made the request. */
    hear: ({ operationId }: Operation, status: number): void => {
      if (status >= 200 && status < 300) answered.add(operationId)
    },
    next: (roll: Dice, usual: () => Operation): Succeeding => {
      const missing = operations.filter(({ operationId }) => !answered.has(operationId))
      const wanted = missing[Math.floor(roll() * missing.length)] ?? usual()
      const [operation, asked] = askable(wanted, roll)
      const headers = new Headers(asked.as ?? { authorization: `Bearer ${owner}` })
      if (asked.ifMatch !== undefined) headers.set("if-match", asked.ifMatch)
      // Who tries to sign in is counted by where they ask from.
      headers.set("x-forwarded-for", `198.51.100.${1 + (nth % 250)}`)
      const url = addressOf(operation, asked)
      if (operation.method === "GET") return { operation, url, init: { method: "GET", headers }, learn: asked.learn }
      headers.set("origin", new URL(root).origin)
      headers.set("content-type", asked.file === undefined ? "application/json" : "application/octet-stream")
      const body = asked.file ?? JSON.stringify(asked.body ?? givenBodies[operation.operationId] ?? {})
      return { operation, url, init: { method: "POST", headers, body }, learn: asked.learn }
    }
  }
}

/** What an answer says, for who learns of it; nothing where it is no JSON. */
export const toldIn = (text: string, mediaType: string): Told => {
  if (!mediaType.startsWith("application/json")) return {}
  const value: unknown = JSON.parse(text)
  return typeof value === "object" && value !== null ? { ...value } : {}
}
