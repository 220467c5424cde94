import type { Confidence, CriteriaSetId, SetInput, Tier } from "@ntm/domain/criteria"
import { carryOf, InputKey } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type JsonObject, pointer } from "../documents/fields.ts"
import type { Reading } from "../files/problem.ts"
import { choiceOf, textOf } from "./notation.ts"

/** Tiers as the files call them. */
export const tierOf = {
  ntm: "standard",
  "nang-cao": "advanced",
  "kieu-mau": "model",
  "dac-thu": "special",
  "hien-dai": "modern",
  "hoan-thanh": "completed",
  "do-thi-van-minh": "civilised"
} as const satisfies Record<string, Tier>

const isTierName = (name: string): name is keyof typeof tierOf => Object.hasOwn(tierOf, name)

/** Names of the tiers, as the files call them. */
export const tierNames = Object.keys(tierOf).filter(isTierName)

/** A set that a rule may name: its tier, and the sets of a file read together count as well. */
export type KnownSets = ReadonlyMap<string, Tier>

/** What is known while one set is read. */
export interface SetContext {
  readonly reading: Reading
  readonly set: CriteriaSetId
  readonly known: KnownSets
  /** Codes that thresholds may be given by: regions, and groups "G1" to "G3". */
  readonly regions: ReadonlyArray<string>
  readonly inputs: InputList
}

/** What is known while one line (indicator, condition, gate) is read. */
export interface LineContext extends SetContext {
  /** What a rule reads that names no input of its own. */
  readonly input: InputKey
  readonly name: string
  readonly unit: string | null
  readonly measure: string
  readonly bySex: boolean
}

/** What the rules of a set ask to be reported, each once; what a file says of an input comes first. */
export class InputList {
  private readonly found = new Map<InputKey, Omit<SetInput, "carry">>()
  private readonly stated: ReadonlyMap<string, Pick<SetInput, "name" | "unit" | "measure">>

  constructor(stated: ReadonlyMap<string, Pick<SetInput, "name" | "unit" | "measure">>) {
    this.stated = stated
  }

  add(input: Omit<SetInput, "carry">): void {
    const before = this.found.get(input.input)
    const bySex = input.bySex || (before?.bySex ?? false)
    this.found.set(input.input, { ...(before ?? input), ...this.stated.get(input.input), bySex })
  }

  all(): ReadonlyArray<SetInput> {
    return [...this.found.values()].map((input) => ({ ...input, carry: carryOf(input) }))
  }
}

/** Notes down that the line reads an input; `own` names it where it is not the line's own. */
export const asks = (
  line: LineContext,
  input: InputKey,
  own: Partial<Pick<SetInput, "name" | "unit" | "measure">> = {}
): InputKey => {
  line.inputs.add({ input, name: line.name, unit: line.unit, measure: line.measure, bySex: line.bySex, ...own })
  return input
}

/** A key of an input, from a text that is not empty. */
export const inputKey = (text: string): InputKey => InputKey.make(text)

const isDay = Schema.is(Day)

/** A day below the key; null where absent and after a problem. */
export const dayOf = (reading: Reading, path: string, object: JsonObject, key: string): Day | null => {
  const text = textOf(reading, path, object, key)
  if (text === null || isDay(text)) return text
  reading.problem(
    pointer(path, key),
    `“${text.slice(0, 60)}” không phải là ngày (viết như 2025-01-15)`,
    `“${text.slice(0, 60)}” is not a day (write 2025-01-15)`
  )
  return null
}

const confidences = ["verified", "recalled", "unknown", "illustrative"] as const

/** How sure the file is; null where it does not say. */
export const confidenceOf = (reading: Reading, path: string, object: JsonObject, key: string): Confidence | null =>
  choiceOf(reading, path, object, key, confidences)

/** A known set below the key; null where absent and after a problem. */
export const setOf = (context: SetContext, path: string, object: JsonObject, key: string): string | null => {
  const id = textOf(context.reading, path, object, key)
  if (id === null || context.known.has(id)) return id
  context.reading.problem(
    pointer(path, key),
    `không có bộ tiêu chí “${id.slice(0, 60)}”`,
    `there is no criteria set “${id.slice(0, 60)}”`
  )
  return null
}
