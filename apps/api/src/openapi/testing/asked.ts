import type { Dice } from "./values.ts"

/** What a request that is to succeed is made of, beside what the document's examples say. */
export interface Asked {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly file?: Uint8Array<ArrayBuffer>
  /** What is shown of who asks, nothing for nobody; the machine's owner unless told. */
  readonly as?: Readonly<Record<string, string>>
  /** The tag of what was seen. */
  readonly ifMatch?: string
  /** Hears of the answer where it is a success: ids, tags and keys for what is asked later. */
  readonly learn?: (told: Told, response: Response) => void
}

/** What was sent or answered, as far as anybody looks into it. */
export type Told = Readonly<Record<string, unknown>>

/**
 * How a question is asked so that it succeeds; the name of another that has to be asked before, where what it rests on is not there yet.
 *
 * **Details** `nth` is never the same twice in a process: names, numbers and days that must be new are made of it.
 */
export type Recipe = (nth: number, roll: Dice) => Asked | string

export type Recipes = Readonly<Record<string, Recipe>>

const isObject = (value: unknown): value is Told => typeof value === "object" && value !== null

/** A text in an answer, by the keys that lead to it; "" where there is none. */
export const textIn = (told: unknown, ...path: ReadonlyArray<string>): string => {
  const found = path.reduce<unknown>((inside, key) => (isObject(inside) ? inside[key] : undefined), told)
  return typeof found === "string" || typeof found === "number" ? String(found) : ""
}

/** The items of a list in an answer. */
export const itemsIn = (told: unknown, key = "items"): ReadonlyArray<Told> => {
  const items: unknown = isObject(told) ? told[key] : null
  return Array.isArray(items) ? items.filter(isObject) : []
}

/** One of them, and not the same each time. */
export const nthOf = <A>(all: ReadonlyArray<A>, nth: number): A | undefined => all[nth % Math.max(1, all.length)]

/** A day that is another for each number of more than a year of them, from a day on. */
export const dayAfter = (from: string, nth: number, days = 400): string =>
  new Date(Date.parse(from) + (nth % days) * 24 * 3_600_000).toISOString().slice(0, 10)
