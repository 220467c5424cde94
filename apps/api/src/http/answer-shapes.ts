import answers from "@ntm/contract/answers.json" with { type: "json" }
import { describedEndpoints } from "@ntm/contract/openapi"

/** A JSON Schema of an answer, or of a part of one. */
export type AnswerShape = { readonly [key: string]: unknown }

const isShape = (value: unknown): value is AnswerShape =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const definitions = new Map<string, unknown>(Object.entries(answers.definitions))
const endpoints = new Map<string, { readonly answer: unknown }>(Object.entries(answers.endpoints))

const keyByPath = new Map(
  describedEndpoints
    .filter(({ endpoint }) => !("body" in endpoint) && !("sends" in endpoint))
    .map(({ endpoint, key }) => [endpoint.path, key])
)

/** What the answer to the question that reads at a path looks like; null where the contract has none there. */
export const shapeAt = (path: string): AnswerShape | null => {
  const answer = endpoints.get(keyByPath.get(path) ?? "")?.answer
  return isShape(answer) ? answer : null
}

const REFERENCE = "#/components/schemas/"

/** A shape without what only leads to it: references, alternatives, and the items of lists. */
const plain = (shape: AnswerShape): ReadonlyArray<AnswerShape> => {
  const { $ref, anyOf, items } = shape
  if (typeof $ref === "string") {
    const defined = definitions.get($ref.slice(REFERENCE.length))
    return isShape(defined) ? plain(defined) : []
  }
  if (Array.isArray(anyOf)) return anyOf.filter(isShape).flatMap(plain)
  if (isShape(items)) return plain(items)
  return [shape]
}

/** The fields below a shape by their names, each with all shapes that it may have. `open`: others may stand there, too. */
export const fieldsBelow = (
  shapes: ReadonlyArray<AnswerShape>
): { readonly fields: ReadonlyMap<string, ReadonlyArray<AnswerShape>>; readonly open: boolean } => {
  const fields = new Map<string, ReadonlyArray<AnswerShape>>()
  let open = false
  for (const shape of shapes.flatMap(plain)) {
    const { additionalProperties, properties } = shape
    if (isShape(additionalProperties) || Object.keys(shape).length === 0) open = true
    for (const [name, field] of Object.entries(isShape(properties) ? properties : {}))
      if (isShape(field)) fields.set(name, [...(fields.get(name) ?? []), field])
  }
  return { fields, open }
}

/** Whether a shape is of a list, whatever stands in it. */
const isList = (shape: AnswerShape): boolean => {
  const { $ref, anyOf, items } = shape
  if (typeof $ref === "string") {
    const defined = definitions.get($ref.slice(REFERENCE.length))
    return isShape(defined) && isList(defined)
  }
  return Array.isArray(anyOf) ? anyOf.filter(isShape).some(isList) : items !== undefined
}

/** How deep a table tells what is nested; what lies deeper is one cell. */
const DEPTH = 4

/**
 * The columns of a table of such items: every field that holds one value, nested by dots ("unit.name").
 *
 * **Details** Lists, and what has no fixed names, are one column; what holds itself ends at the fourth step.
 */
export const columnsOf = (
  shapes: ReadonlyArray<AnswerShape>,
  path: ReadonlyArray<string> = []
): ReadonlyArray<ReadonlyArray<string>> => {
  const { fields, open } = fieldsBelow(shapes)
  const ends = path.length > 0 && (open || fields.size === 0 || path.length >= DEPTH || shapes.some(isList))
  if (ends) return [path]
  return [...fields].flatMap(([name, below]) => columnsOf(below, [...path, name]))
}
