import { leads } from "@ntm/contract"
import type { Shape } from "./given.ts"

const text = { type: "string" }

/** `Allowed` of the contract. */
export const allowedShape: Shape = {
  type: "object",
  description: "Một việc mà người hỏi được làm lúc này · A change that whoever asks may make now",
  properties: {
    action: { ...text, description: "Việc trong bảng quyền · As the table of who may do what names it" },
    method: { const: "POST" },
    href: { ...text, description: "Địa chỉ gửi · Where it is sent" },
    title: text,
    titleEn: text
  },
  required: ["action", "method", "href", "title", "titleEn"],
  additionalProperties: false
}

const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null && !Array.isArray(value)

const REFERENCE = "#/components/schemas/"

/** The answer to a question by its name: with what the caller may do next, where it leads to changes. Not told beside chosen `fields`. */
export const withLeading = (key: string, answer: Shape, definitions: Readonly<Record<string, unknown>>): Shape => {
  const to = Object.entries(leads).find(([from]) => from === key)?.[1]
  if (to === undefined) return answer
  const { $ref } = answer
  const told = typeof $ref === "string" ? definitions[$ref.slice(REFERENCE.length)] : answer
  if (!isShape(told) || !isShape(told["properties"]))
    throw new Error(`${key}: an answer without fields leads to changes`)
  const allowed = {
    type: "array",
    description: `Việc tiếp theo người hỏi được làm, trong số · What the caller may do next, among: ${to.join(", ")}`,
    items: { $ref: `${REFERENCE}Allowed` }
  }
  return { ...told, properties: { ...told["properties"], allowed } }
}
