import {
  DossierEventRow,
  DossierOpeningBody,
  EntryBody,
  RecommendationBody,
  RecordingBody,
  TaskEventBody
} from "@ntm/contract"
import { LandEventRecording } from "@ntm/domain/works"
import { JsonSchema, Schema } from "effect"
import { EventRow, ItemRow } from "../inventory/rows.ts"
import { GiftRow, ReportRow, WorkBody } from "../works/rows.ts"

/** A JSON Schema in the document. */
export type Shape = { readonly [key: string]: unknown }

/** Rows are read one by one, so that each is told what is wrong with it: the contract says of what form. */
const rowsOf: ReadonlyMap<string, Schema.Top> = new Map<string, Schema.Top>([
  ["observations.record", RecordingBody],
  ["funding.record", EntryBody],
  ["works.approve", WorkBody],
  ["works.report", ReportRow],
  ["works.giveLand", GiftRow],
  ["works.followLand", LandEventRecording],
  ["assignments.record", TaskEventBody],
  ["recommendations.record", RecommendationBody],
  ["dossiers.open", DossierOpeningBody],
  ["dossiers.record", DossierEventRow],
  ["inventory.record", ItemRow],
  ["inventory.follow", EventRow]
])

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value)

/** Words for what JSON has no numbers for: they are refused. */
const isNoNumber = (value: unknown): boolean =>
  isShape(value) && value["type"] === "string" && Array.isArray(value["enum"]) && value["enum"].includes("NaN")

/** The same in fewer words: a number is one of JSON, and of a list that is not empty the first is as the others. */
const plainer = (shape: Shape): Shape => {
  const { anyOf, prefixItems, ...others } = shape
  if (Array.isArray(anyOf) && anyOf.some(isNoNumber)) {
    const left: ReadonlyArray<unknown> = anyOf.filter((each) => !isNoNumber(each))
    const [only] = left
    return left.length === 1 && isShape(only) ? { ...others, ...only } : { ...others, anyOf: left }
  }
  const isSame =
    Array.isArray(prefixItems) &&
    prefixItems.length === 1 &&
    JSON.stringify(prefixItems[0]) === JSON.stringify(shape["items"])
  return isSame ? others : shape
}

/** An unknown key in a body is refused, and a definition of what is given is named apart from those of answers. */
const strict = (told: unknown): unknown => {
  if (Array.isArray(told)) return told.map(strict)
  if (!isShape(told)) return told
  const value = plainer(told)
  const open = value["type"] === "object" && isShape(value["properties"]) && value["additionalProperties"] === true
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === "$ref" && typeof each === "string") return [key, each.replace(/\/([^/]+)$/, "/Given.$1")]
      return [key, key === "additionalProperties" && open ? false : strict(each)]
    })
  )
}

const shapeIn = (value: unknown): Shape => {
  const shape = strict(value)
  return isShape(shape) ? shape : {}
}

/** JSON Schemas of what is given to the API, out of the very schemas that read it; definitions gather in `into`. */
export const makeGiven = (into: Map<string, Shape>) => {
  const shapeOf = (schema: Schema.Top): Shape => {
    const { definitions, schema: told } = Schema.toJsonSchemaDocument(schema)
    const document = JsonSchema.toMultiDocumentOpenApi3_1({ dialect: "draft-2020-12", schemas: [told], definitions })
    for (const [name, each] of Object.entries(document.schemas[0] === undefined ? {} : document.definitions))
      into.set(`Given.${name}`, shapeIn(each))
    return shapeIn(document.schemas[0])
  }

  return {
    /** Fields of a path or a query, with whether each has to be given. A number is told as one, not as its text. */
    fields: (
      schema: Schema.Top
    ): ReadonlyArray<{ readonly name: string; readonly required: boolean; readonly shape: Shape }> => {
      const told = shapeOf(Schema.toType(schema))
      const required = Array.isArray(told["required"]) ? told["required"] : []
      const properties = isShape(told["properties"]) ? told["properties"] : {}
      return Object.entries(properties).map(([name, shape]) => ({
        name,
        required: required.includes(name),
        shape: isShape(shape) ? shape : {}
      }))
    },
    body: (key: string, schema: Schema.Top): Shape => {
      const shape = shapeOf(schema)
      const row = rowsOf.get(key)
      if (row === undefined || !isShape(shape["properties"])) return shape
      const rows = isShape(shape["properties"]["rows"]) ? shape["properties"]["rows"] : {}
      return { ...shape, properties: { ...shape["properties"], rows: { ...rows, items: shapeOf(row) } } }
    }
  }
}
