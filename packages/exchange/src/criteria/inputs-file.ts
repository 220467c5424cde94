import type { SetInput } from "@ntm/domain/criteria"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { choiceOf, objectOf, refuseUnknownKeys, requiredText, textOf } from "./notation.ts"

const measures = ["percent", "count", "ratio", "money", "attestation"] as const

/** What a file says of the inputs that its rules name: `inputs: { schoolCount: { name, unit, measure } }`. */
export const readStatedInputs = (
  reading: Reading,
  set: JsonObject
): ReadonlyMap<string, Pick<SetInput, "name" | "unit" | "measure">> => {
  const raw = own(set, "inputs")
  const inputs = raw === undefined ? null : objectOf(reading, "/inputs", raw)
  const stated = new Map<string, Pick<SetInput, "name" | "unit" | "measure">>()
  for (const [key, value] of Object.entries(inputs ?? {})) {
    const at = pointer("/inputs", key)
    const input = objectOf(reading, at, value)
    if (input === null) continue
    refuseUnknownKeys(reading, at, input, ["name", "unit", "measure"])
    const name = requiredText(reading, at, input, "name")
    const unit = textOf(reading, at, input, "unit")
    stated.set(key, { name, unit, measure: choiceOf(reading, at, input, "measure", measures) ?? "count" })
  }
  return stated
}
