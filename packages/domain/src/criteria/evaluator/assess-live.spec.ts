import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays } from "../../values/index.ts"
import { keepAssessed } from "./assess-live.ts"
import { assess, verdictOf } from "./assess.ts"
import type { Change } from "./columns-change.ts"
import { overlaid } from "./columns-change.ts"
import { compile } from "./compile.ts"
import { oneGroup, tallyOf } from "./rollup-tallies.ts"
import { columnKeys, facts, factValue, sets } from "../testing/arbitrary.spec.ts"
import { InputKey } from "../rules/condition.ts"
import { attested, day, held, line, setId, setOf, unitsOf } from "../testing/sets.ts"
import { allVerdicts, columnsOfUnits } from "../testing/units.ts"
import { columnsOf } from "./columns-build.ts"
import { whatIf } from "./what-if.ts"

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 4 }),
  column: fc.constantFrom(...columnKeys),
  value: fc.option(factValue),
  day: fc.option(fc.constantFrom(0, 10, 11).map((age) => addDays(day, -age)))
})

describe("an assessment that is kept", () => {
  it("equals one made anew after any changes, tallies and all", () => {
    fc.assert(
      fc.property(
        sets,
        fc.array(facts, { minLength: 5, maxLength: 5 }),
        fc.array(change, { maxLength: 12 }),
        (all, units, changes) => {
          const program = Result.getOrThrow(compile(all, day))
          const columns = columnsOfUnits(units)
          const untouched = allVerdicts(assess(program, columns))
          const groupings = [oneGroup(5, null), { groups: 2, of: Int32Array.of(0, 1, 1, -1, 0) }]
          const live = keepAssessed(program, columns, groupings)
          for (const one of changes) live.change(one)
          const anew = assess(program, overlaid(columns, changes))
          expect(allVerdicts(live.assessment)).toEqual(allVerdicts(anew))
          expect(live.tallies).toEqual(groupings.map((grouping) => tallyOf(anew, grouping)))
          expect(allVerdicts(assess(program, columns))).toEqual(untouched)
        }
      ),
      { numRuns: 100 }
    )
  })

  it("tells what a value changed", () => {
    const set = setOf("s", [[line("1", attested("a"))], [line("2", attested("b"))]])
    const program = Result.getOrThrow(compile([set], day))
    const columns = columnsOf(unitsOf({}), [
      { unit: 1, column: "input:a", value: 1 },
      { unit: 1, column: "input:b", value: 0 }
    ])
    const live = keepAssessed(program, columns, [])
    expect(live.change({ at: 0, column: "input:b", value: 1, day })).toEqual([
      { set: "s", criterion: null, before: "notMet", after: "met" },
      { set: "s", criterion: 2, before: "notMet", after: "met" }
    ])
    expect(live.change({ at: 0, column: "input:b", value: 1, day })).toEqual([])
    expect(live.change({ at: 0, column: "input:unheard-of", value: 1, day })).toEqual([])
    expect(live.change({ at: 7, column: "input:b", value: 1, day })).toEqual([])
  })
})

it("judges again what follows another set's threshold, when a value moves that threshold", () => {
  const open = { year: null, from: null, to: null }
  const few = { if: "value" as const, input: InputKey.make("schools"), op: "<=" as const, than: 3 }
  const rows = [
    { value: 50, when: few, ...open },
    { value: 70, when: null, ...open }
  ]
  const lower = setOf("lower", [[line("5", held(">=", "share", { rows, awaiting: null }))]])
  const upper = setOf("upper", [[line("5", held(">=", "share", { times: 1.1, set: setId("lower"), code: "5" }))]])
  const columns = columnsOf(unitsOf({}), [
    { unit: 1, column: "input:share", value: 60 },
    { unit: 1, column: "input:schools", value: 3 }
  ])
  const live = keepAssessed(Result.getOrThrow(compile([upper, lower], day)), columns, [])
  const changes = live.change({ at: 0, column: "input:schools", value: 4, day })
  expect(changes.filter(({ criterion }) => criterion === null)).toEqual([
    { set: "lower", criterion: null, before: "met", after: "notMet" },
    { set: "upper", criterion: null, before: "met", after: "notMet" }
  ])
})

it("what if: the chosen units are judged with the changes, and nothing else knows of it", () => {
  const set = setOf("s", [[line("1", attested("a"))]])
  const program = Result.getOrThrow(compile([set], day))
  const columns = columnsOf(unitsOf({}, {}, {}), [
    { unit: 1, column: "input:a", value: 0 },
    { unit: 3, column: "input:a", value: 0 }
  ])
  const changes = [2, 1, 0].map((at) => ({ at, column: "input:a", value: 1, day }))
  const words = (codes: Uint8Array | undefined) => Array.from(codes ?? [], verdictOf)
  expect(words(whatIf(program, columns, [2, 1], changes.slice(0, 1)).sets[0]?.codes)).toEqual(["met", "noData"])
  expect(words(assess(program, columns).sets[0]?.codes)).toEqual(["notMet", "noData", "notMet"])
})
