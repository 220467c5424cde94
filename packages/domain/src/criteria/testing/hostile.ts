/** JSON as somebody would write it who wants the evaluator to fail. */

type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** A sequence of numbers from 0 to 1 that a seed fixes. */
export const diceOf = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
type Dice = ReturnType<typeof diceOf>

export const oneOf = <T>(roll: Dice, all: ReadonlyArray<T>, otherwise: T): T =>
  all[Math.floor(roll() * all.length)] ?? otherwise

const operators = [
  ">=",
  ">",
  "<=",
  "<",
  "=",
  "between",
  "attested",
  "all",
  "any",
  "atLeast",
  "when",
  "eachSex",
  "holds",
  "criterionMet",
  "criterionLost",
  "allCriteria",
  "not",
  "constructor"
]
const kinds = [
  "input",
  "window",
  "ratio",
  "tierShare",
  "leastBelow",
  "criteriaLost",
  "withdrawnBelow",
  "overdueDebt",
  "toString"
]
const numbers = [
  0, -0, 1, -1, 0.1, 1e-7, 5e-324, -5e-324, 1e-300, 1e21, 1e300, 1.7976931348623157e308, 9007199254740991, 80,
  79.99999999999999, 2.5, 1e9
]

const garbage = (roll: Dice): Json => {
  const kind = Math.floor(roll() * 8)
  if (kind < 3) return oneOf(roll, numbers, 0)
  if (kind === 3)
    return oneOf(roll, [...operators, ...kinds, "", "a", "b", "__proto__", "s0", "\u0000", "á".repeat(50)], "")
  if (kind === 4) return roll() < 0.5
  if (kind === 5) return null
  if (kind === 6) return []
  return roll() < 0.5 ? {} : { op: "attested", input: "a" }
}

/** The document with one place of it, chosen at random, made something else. */
export const mutated = (json: Json, roll: Dice): Json => {
  if (typeof json !== "object" || json === null || roll() < 0.1) {
    return typeof json === "string" && roll() < 0.5
      ? oneOf(roll, operators.includes(json) ? operators : [...kinds, json], json)
      : garbage(roll)
  }
  if (Array.isArray(json)) {
    const list: ReadonlyArray<Json> = json
    const at = Math.floor(roll() * list.length)
    const chosen = list[at]
    if (chosen === undefined || roll() < 0.15) return [...list, ...list, garbage(roll)]
    return roll() < 0.15
      ? list.filter((_, other) => other !== at)
      : list.map((one, other) => (other === at ? mutated(one, roll) : one))
  }
  const entries = Object.entries(json)
  const [key] = oneOf(roll, entries, ["op", null])
  const wrapped = roll()
  if (wrapped < 0.05) return { op: "all", rules: [json, json] }
  if (wrapped < 0.1) return { op: "eachSex", rule: json }
  if (wrapped < 0.15) return Object.fromEntries(entries.filter(([other]) => other !== key))
  return Object.fromEntries(entries.map(([other, value]) => [other, other === key ? mutated(value, roll) : value]))
}

export { numbers as hostileNumbers }
