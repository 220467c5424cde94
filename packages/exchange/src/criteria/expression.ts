import type { Comparison, Condition } from "@ntm/domain/criteria"
import { InputKey } from "@ntm/domain/criteria"

/** Longest expression that is read. */
const LONGEST = 500

interface Tokens {
  readonly list: ReadonlyArray<string>
  at: number
}

const pattern = /\s*(>=|<=|[<>=()]|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_./-]*)/uy

const tokensOf = (text: string): Tokens | null => {
  const list: Array<string> = []
  pattern.lastIndex = 0
  let end = 0
  while (end < text.trimEnd().length) {
    const match = pattern.exec(text)
    if (match === null) return null
    list.push(match[1] ?? "")
    end = pattern.lastIndex
  }
  return { list, at: 0 }
}

const comparisons: ReadonlyArray<Comparison> = [">=", ">", "<=", "<", "="]

const words: ReadonlySet<string> = new Set(["and", "or"])

const comparison = (tokens: Tokens): Condition | null => {
  const [name = "", op, number = ""] = tokens.list.slice(tokens.at, tokens.at + 3)
  const known = comparisons.find((one) => one === op)
  if (known === undefined || !/^[\p{L}_]/u.test(name) || words.has(name) || !/^-?\d/.test(number)) return null
  tokens.at += 3
  return { if: "value", input: InputKey.make(name), op: known, than: Number(number) }
}

const joined = (
  tokens: Tokens,
  word: "and" | "or",
  kind: "all" | "any",
  part: (tokens: Tokens) => Condition | null
): Condition | null => {
  const of: Array<Condition> = []
  for (;;) {
    const one = part(tokens)
    if (one === null) return null
    of.push(one)
    if (tokens.list[tokens.at] !== word) break
    tokens.at += 1
  }
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { if: kind, of }
}

const factor = (tokens: Tokens): Condition | null => {
  if (tokens.list[tokens.at] !== "(") return comparison(tokens)
  tokens.at += 1
  const inside = either(tokens)
  if (inside === null || tokens.list[tokens.at] !== ")") return null
  tokens.at += 1
  return inside
}

const both = (tokens: Tokens): Condition | null => joined(tokens, "and", "all", factor)
const either = (tokens: Tokens): Condition | null => joined(tokens, "or", "any", both)

/**
 * Reads "schoolCount > 3", "population >= 5000 and (areaKm2 < 20 or schoolCount = 1)": inputs, comparisons with a number,
 * `and`, `or`, brackets. `and` binds closer. Null for anything else; nothing is ever executed.
 */
export const parseExpression = (text: string): Condition | null => {
  if (text.length > LONGEST) return null
  const tokens = tokensOf(text)
  if (tokens === null || tokens.list.length === 0) return null
  const condition = either(tokens)
  return tokens.at === tokens.list.length ? condition : null
}
