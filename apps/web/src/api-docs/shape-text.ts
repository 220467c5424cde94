import type { Shape } from "./document.ts"

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value)

const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1)

/** How deep a type is told; below it named types stand by their name. */
const DEEPEST = 6

/**
 * A schema as a type is written: `{ asOf: string, items: Unit[] }`, one field a line.
 *
 * **Details** Named types are opened once on the way down, so that one that holds itself ends.
 */
export const shapeText = (shape: Shape, schemas: { readonly [name: string]: Shape }): string => {
  const write = (value: unknown, indent: string, within: ReadonlyArray<string>): string => {
    if (!isShape(value)) return "any"
    const reference = value["$ref"]
    if (typeof reference === "string") {
      const name = nameOf(reference)
      const told = schemas[name]
      return told === undefined || within.includes(name) || within.length >= 3
        ? name
        : write(told, indent, [...within, name])
    }
    if ("const" in value) return JSON.stringify(value["const"])
    if (Array.isArray(value["enum"])) return value["enum"].map((each) => JSON.stringify(each)).join(" | ")
    const forms = value["anyOf"] ?? value["oneOf"]
    if (Array.isArray(forms)) return forms.map((form) => write(form, indent, within)).join(" | ")
    const { type } = value
    if (Array.isArray(type)) return type.join(" | ")
    if (type === "array") {
      if (Array.isArray(value["prefixItems"]))
        return `[${value["prefixItems"].map((item) => write(item, indent, within)).join(", ")}]`
      const item = write(value["items"], indent, within)
      return item.includes(" | ") ? `(${item})[]` : `${item}[]`
    }
    if (type === "object") {
      const required = Array.isArray(value["required"]) ? value["required"] : []
      const properties = Object.entries(isShape(value["properties"]) ? value["properties"] : {})
      const more = isShape(value["additionalProperties"])
        ? [`[key]: ${write(value["additionalProperties"], `${indent}  `, within)}`]
        : []
      if (properties.length === 0 && more.length === 0) return "{}"
      if (indent.length / 2 >= DEEPEST) return "{…}"
      const fields = properties.map(
        ([name, each]) => `${name}${required.includes(name) ? "" : "?"}: ${write(each, `${indent}  `, within)}`
      )
      return `{\n${[...fields, ...more].map((line) => `${indent}  ${line}`).join("\n")}\n${indent}}`
    }
    if (typeof type === "string") return typeof value["format"] === "string" ? `${type} (${value["format"]})` : type
    return "any"
  }
  return write(shape, "", [])
}
