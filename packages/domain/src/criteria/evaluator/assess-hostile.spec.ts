import { Exit, Result, Schema } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { assess, verdictOf } from "./assess.ts"
import { compile } from "./compile.ts"
import { explain } from "./explain.ts"
import { Rule } from "../rules/rule.ts"
import { columnKeys, ruleOver } from "../testing/arbitrary.spec.ts"
import { diceOf, hostileNumbers, mutated, oneOf } from "../testing/hostile.ts"
import { naiveSet } from "../testing/naive.ts"
import { day, line, setOf } from "../testing/sets.ts"
import { columnsOfUnits, type Known } from "../testing/units.ts"

const decode = Schema.decodeUnknownExit(Rule)
/** Random rules, and hostile documents made of each. Three million documents were run once by hand. */
const RUNS = 150
const EACH = 10

const hostileUnit = (roll: () => number): Known => ({
  type: oneOf(roll, ["xã", null], null),
  attributes: roll() < 0.5 ? { region: oneOf(roll, ["DBSH", "TN", "__proto__"], "TN"), island: roll() < 0.5 } : {},
  values: Object.fromEntries(
    columnKeys.flatMap((key) =>
      roll() < 0.3
        ? []
        : [[key, { value: oneOf(roll, hostileNumbers, 0), ageDays: roll() < 0.5 ? null : Math.floor(roll() * 500) }]]
    )
  )
})

it("hostile rules and values: no crash, no hang, and never a verdict that the rules do not give", () => {
  const base = setOf("s0", [[line("1", { op: "allCriteria" })]])
  const lower = { ...base, criteria: setOf("s0", [[line("1", null)], [line("2", null)]]).criteria }
  const seen = { documents: 0, accepted: 0, met: 0, longest: 0 }
  const judge = (document: unknown, roll: () => number): void => {
    const started = Date.now()
    seen.documents += 1
    const read = decode(JSON.parse(JSON.stringify(document)))
    if (Exit.isFailure(read)) return
    const sets = [lower, setOf("s1", [[line("1", read.value)]])]
    const program = compile(sets, day)
    if (Result.isFailure(program)) return
    seen.accepted += 1
    const units = [hostileUnit(roll), hostileUnit(roll)]
    const assessment = assess(program.success, columnsOfUnits(units))
    units.forEach((unit, at) => {
      const own = verdictOf(assessment.sets.at(-1)?.codes[at])
      const set = sets[1]
      if (set === undefined || (own !== "met" && own !== "notMet")) return
      seen.met += Number(own === "met")
      expect(naiveSet({ ...unit, day, sets }, set)).toBe(own)
      expect(explain(assessment, "s1", at)?.verdict).toBe(own)
    })
    seen.longest = Math.max(seen.longest, Date.now() - started)
  }
  fc.assert(
    fc.property(ruleOver(["s0"]), fc.nat(), (rule, seed) => {
      const roll = diceOf(seed)
      for (let round = 0; round < EACH; round++) {
        let document = mutated(JSON.parse(JSON.stringify(rule)), roll)
        while (roll() < 0.4) document = mutated(document, roll)
        judge(document, roll)
      }
    }),
    { numRuns: RUNS }
  )
  expect(seen.accepted).toBeGreaterThan(seen.documents / 20)
  expect(seen.met).toBeGreaterThan(0)
  expect(seen.longest).toBeLessThan(1000)
})

it("a rule nested without end is refused, not followed", () => {
  const deep = (levels: number): unknown => {
    let rule: unknown = { op: "attested", input: "a" }
    for (let level = 0; level < levels; level++) rule = { op: "all", rules: [rule] }
    return rule
  }
  expect(Exit.isFailure(decode(deep(200_000)))).toBe(true)
  const read = decode(deep(300))
  if (Exit.isFailure(read)) return
  expect(Result.isFailure(compile([setOf("s", [[line("1", read.value)]])], day))).toBe(true)
})
