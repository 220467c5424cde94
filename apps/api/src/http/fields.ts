import type { FieldProblem } from "@ntm/contract"
import { type AnswerShape, columnsOf, fieldsBelow } from "./answer-shapes.ts"

/** Fields that are wanted, by name; null: with everything below. */
export type Wanted = ReadonlyMap<string, Wanted | null>

type Gathered = Map<string, Gathered | null>

/** Reads "code,name,standing.state". What is wanted whole and in part is wanted whole. */
export const wantedIn = (text: string): Wanted => {
  const wanted: Gathered = new Map()
  for (const path of text.split(",")) {
    let at: Gathered = wanted
    const steps = path.split(".")
    for (const [index, step] of steps.entries()) {
      const known = at.get(step)
      if (known === null) break
      if (index === steps.length - 1) at.set(step, null)
      else {
        const below: Gathered = known ?? new Map()
        at.set(step, below)
        at = below
      }
    }
  }
  return wanted
}

/** Names that are wanted of answers of such shapes and are not there, each told with those that are. */
export const unknownFields = (
  wanted: Wanted,
  shapes: ReadonlyArray<AnswerShape>,
  above = ""
): ReadonlyArray<FieldProblem> => {
  const { fields, open } = fieldsBelow(shapes)
  return [...wanted].flatMap(([name, below]) => {
    const known = fields.get(name)
    const path = `${above}${name}`
    if (known !== undefined) return below === null ? [] : unknownFields(below, known, `${path}.`)
    if (open) return []
    const names = [...fields.keys()].map((each) => `${above}${each}`).join(", ")
    return [
      {
        path: "fields",
        kind: "unknown",
        message: `không có trường “${path}”; ${names === "" ? "ở đó không có trường nào" : `dùng được: ${names}`}`,
        messageEn: `there is no field “${path}”; ${names === "" ? "nothing lies below there" : `there are: ${names}`}`
      }
    ]
  })
}

/** What is wanted of a value; of a list, of each of its items. Null: all of it. */
export const pick = (value: unknown, wanted: Wanted | null): unknown => {
  if (wanted === null || typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map((each) => pick(each, wanted))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, below]) => {
      const within = wanted.get(name)
      return within === undefined ? [] : [[name, pick(below, within)]]
    })
  )
}

const isWanted = ([step, ...rest]: ReadonlyArray<string>, wanted: Wanted | null): boolean => {
  if (wanted === null || step === undefined) return true
  const below = wanted.get(step)
  return below !== undefined && isWanted(rest, below)
}

/** `columnsOf`, as far as they are wanted. */
export const wantedColumns = (
  shapes: ReadonlyArray<AnswerShape>,
  wanted: Wanted | null
): ReadonlyArray<ReadonlyArray<string>> => columnsOf(shapes).filter((path) => isWanted(path, wanted))
