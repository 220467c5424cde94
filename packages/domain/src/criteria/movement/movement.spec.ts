import { Effect } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { effectOn, stepsOf } from "./effect.ts"
import { type MovedNumber, movement, type Movement } from "./movement.ts"
import { type AsKnownOn, MovementCause, standpointsOf } from "./standpoint.ts"
import { dayAt, ends, histories, type History, judgedIn, momentAt } from "./testing/history.ts"

const moved = (history: History, from: AsKnownOn, to: AsKnownOn): Movement =>
  Effect.runSync(movement(from, to, judgedIn(history)))

const sum = ({ parts }: MovedNumber): number => MovementCause.literals.reduce((total, cause) => total + parts[cause], 0)

const never = 6
const still: History = { values: [], merged: never, moved: never, left: never, amended: never, recognised: [] }
const value = (unit: number, input: string, day: number, number: number, known = 0) => ({
  unit,
  input,
  day,
  known,
  value: number
})
const at = (day: number, known: number | null = null): AsKnownOn => ({
  day: dayAt(day),
  knownAt: known === null ? null : momentAt(known)
})

/** The parts that are not zero, of the numbers that moved, by name. */
const told = ({ numbers }: Movement) =>
  Object.fromEntries(
    numbers.flatMap(({ criterion, of, parts }) => {
      const some = MovementCause.literals.filter((cause) => parts[cause] !== 0)
      const name = criterion === null ? of : `${of} ${criterion.no}`
      return some.length === 0 ? [] : [[name, Object.fromEntries(some.map((cause) => [cause, parts[cause]]))]]
    })
  )

describe("why a number moved", () => {
  it("is told in parts that add up exactly, for any history, days and moments", () => {
    fc.assert(
      fc.property(histories, ends, ends, (history, from, to) => {
        for (const number of moved(history, from, to).numbers) {
          expect(sum(number)).toBe(number.after - number.before)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("negates in sum where start and end are exchanged", () => {
    fc.assert(
      fc.property(histories, ends, ends, (history, from, to) => {
        const [there, back] = [moved(history, from, to), moved(history, to, from)]
        const name = ({ criterion, of }: MovedNumber) => `${of} ${criterion?.no}`
        const sums = new Map(back.numbers.map((number) => [name(number), sum(number)]))
        for (const number of there.numbers) expect(sum(number) + (sums.get(name(number)) ?? Number.NaN)).toBe(0)
      }),
      { numRuns: 200 }
    )
  })

  it("is nothing, and no unit moves, where nothing changed between the two", () => {
    fc.assert(
      fc.property(histories, ends, (history, end) => {
        const { numbers, steps } = moved(history, end, end)
        for (const { parts } of numbers) expect(Object.values(parts).every((part) => part === 0)).toBe(true)
        expect(steps.flatMap(({ units }) => units)).toEqual([])
      }),
      { numRuns: 100 }
    )
  })

  it("lists the units behind each part: what they gained and lost is the part", () => {
    fc.assert(
      fc.property(histories, ends, ends, (history, from, to) => {
        const { numbers, steps } = moved(history, from, to)
        for (const { cause, units } of steps) {
          for (const number of numbers) {
            const effects = units.map((one) => effectOn(number, one))
            if (number.of === "average") {
              if (number.parts[cause] !== 0) expect(effects).toContain(null)
            } else
              expect(effects.reduce<number>((total, effect) => total + (effect ?? Number.NaN), 0)).toBe(
                number.parts[cause]
              )
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  it("goes from the first number to the last in steps that follow on each other, one for each cause that did anything", () => {
    fc.assert(
      fc.property(histories, ends, ends, (history, from, to) => {
        for (const number of moved(history, from, to).numbers) {
          const steps = stepsOf(number)
          const stops = [number.before, ...steps.map((step) => step.to)]
          expect(steps.map((step) => step.from)).toEqual(stops.slice(0, -1))
          expect(stops.at(-1)).toBe(number.after)
          expect(steps.every((step) => step.from !== step.to)).toBe(true)
          expect(new Set(steps.map(({ cause }) => cause)).size).toBe(steps.length)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("asks for each standpoint once, and changes one thing a step", () => {
    const seen: Array<string> = []
    const counting = (history: History) => (point: Parameters<ReturnType<typeof judgedIn>>[0]) => {
      seen.push(JSON.stringify(point))
      return judgedIn(history)(point)
    }
    Effect.runSync(movement(at(0, 1), at(0, 1), counting(still)))
    expect(seen).toHaveLength(1)
    Effect.runSync(movement(at(0, 1), at(3, 2), counting(still)))
    expect(seen).toHaveLength(7)
    expect(standpointsOf(at(0, 1), at(3, 2)).at(-1)).toEqual({
      day: dayAt(3),
      knownAt: momentAt(2),
      valuesAsOf: dayAt(3),
      setsOn: dayAt(3),
      boundariesOn: dayAt(3),
      attributesOn: dayAt(3)
    })
  })
})

describe("the causes", () => {
  const reported = [1, 2, 3, 4].flatMap((unit) => [value(unit, "x", 0, 2), value(unit, "y", 0, 3)])
  const facts = { ...still, values: reported }

  it("tell late data from real change", () => {
    const history = { ...facts, values: [...reported, value(3, "x", 0, 1, 3), value(4, "x", 2, 0, 4)] }
    const found = moved(history, at(0, 1), at(2, 5))
    expect(told(found)).toMatchObject({ "criterion 1": { knowledge: -1, change: -1 } })
    const [late] = found.steps[0]?.units ?? []
    expect(late).toMatchObject({
      unit: 3,
      lost: [1],
      lines: [{ code: "1", criterion: 1, values: [{ column: "input:x", before: 2, after: 1 }], rule: null }]
    })
  })

  it("tell units that ended and began, with values carried, from what they reported since", () => {
    const merged = { ...facts, merged: 2 }
    expect(told(moved(merged, at(0), at(2)))).toEqual({
      units: { boundaries: -1 },
      set: { boundaries: -1 },
      "criterion 1": { boundaries: -1 },
      "criterion 2": { boundaries: -1 },
      total: { boundaries: -2 }
    })
    const reporting = { ...merged, values: [...reported, value(5, "x", 2, 1)] }
    expect(told(moved(reporting, at(0), at(2)))["criterion 1"]).toEqual({ boundaries: -1, change: -1 })
    const moves = moved(merged, at(0), at(2)).steps[1]?.units ?? []
    expect(moves.map(({ after, before, unit }) => [unit, before, after])).toEqual([
      [1, "met", null],
      [2, "met", null],
      [5, null, "met"]
    ])
  })

  it("tell a region and the programme from the rest", () => {
    const found = moved({ ...facts, moved: 1, left: 2 }, at(0), at(2))
    expect(told(found)["criterion 2"]).toEqual({ group: -2 })
    expect(told(found)["units"]).toEqual({ group: -1 })
    expect(found.steps[2]?.units[0]?.attributes).toEqual([{ name: "region", before: "DBSH", after: "TN" }])
  })

  it("tell an amendment, and a threshold of the year, from real change", () => {
    const history = { ...facts, values: [...reported, value(1, "y", 0, 2)], amended: 3 }
    const found = moved(history, at(2), at(4))
    expect(told(found)["criterion 1"]).toEqual({ criteria: -4 })
    expect(told(found)["criterion 2"]).toEqual({ criteria: -1 })
    expect(found.steps[3]?.units[0]?.lines[0]).toMatchObject({ before: "met", after: "notMet", values: [] })
  })

  it("count a value that became too old among real changes: nothing new was reported", () => {
    const history = { ...facts, values: [value(3, "x", 0, 5)], amended: 0 }
    expect(told(moved(history, at(1), at(4)))).toEqual({
      "criterion 3": { change: -1 },
      total: { change: -1 },
      average: { change: -250_000 }
    })
  })

  it("tell the average in millionths, so that its parts add up too", () => {
    const history = { ...facts, values: reported.slice(0, 3), left: 1 }
    const average = moved(history, at(0), at(1)).numbers.find(({ of }) => of === "average")
    expect(average).toMatchObject({ before: 750_000, after: 1_000_000, decimals: 6, parts: { group: 250_000 } })
  })
})
