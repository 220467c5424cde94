import { describe, expect, it } from "vitest"
import { drawFrom } from "./draw.ts"
import { chooseHolders, type Stage } from "./holders.ts"

const later = (unit: number, ...from: ReadonlyArray<number>) => ({ unit, from })

/** Later units that came from holders alone. */
const wholeOf = ({ units }: Stage<number>, holders: ReadonlySet<number> | undefined) =>
  units.filter(({ from }) => from.every((unit) => holders?.has(unit) === true)).map(({ unit }) => unit)

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

/** The same seeds every time: each is a draw of its own. */
const draws = upTo(40).map((seed) => drawFrom(`hạt ${seed}`))

describe("choosing who holds a tier", () => {
  it("gives as many holders as asked, and as many later units made of holders alone", () => {
    const units = upTo(40)
    const stage: Stage<number> = {
      units: upTo(12).map((at) => later(100 + at, 3 * at, 3 * at + 1, 3 * at + 2, (3 * at + 3) % 36)),
      whole: 3,
      without: null
    }
    for (const [at, draw] of draws.entries()) {
      const count = 12 + (at % 17)
      const holders = chooseHolders(units, count, [stage], draw)
      expect([holders?.size, wholeOf(stage, holders).length]).toEqual([count, 3])
    }
  })

  it("looks two reorganisations ahead, and leaves without only those that may be", () => {
    const first: Stage<number> = {
      units: [later(11, 1, 2), later(12, 3), later(13, 4), later(14, 5, 6)],
      whole: 2,
      without: new Set([11, 12, 13])
    }
    const second: Stage<number> = { units: [later(21, 11, 12), later(22, 13), later(23, 14)], whole: 1, without: null }
    for (const [at, draw] of draws.entries()) {
      const count = 3 + (at % 2)
      const holders = chooseHolders([1, 2, 3, 4, 5, 6], count, [first, second], draw)
      const whole = new Set(wholeOf(first, holders))
      // 14 alone makes 23, and nothing may leave it without: it is the one that is whole.
      expect([holders?.size, whole.size, wholeOf(second, whole)]).toEqual([count, 2, [23]])
    }
  })

  it("says so where there is no way", () => {
    const stage: Stage<number> = { units: [later(11, 1), later(12, 2)], whole: 2, without: null }
    expect(chooseHolders([1, 2], 1, [stage], drawFrom("a"))).toBeUndefined()
  })

  it("draws the same for the same seed, whatever the order of the units", () => {
    const sorted = (holders: ReadonlySet<number> | undefined) => [...(holders ?? [])].toSorted((a, b) => a - b)
    for (const [at, draw] of draws.entries()) {
      const units = upTo(4 + at)
      const one = sorted(chooseHolders(units, 3, [], draw))
      expect(sorted(chooseHolders(units.toReversed(), 3, [], draw))).toEqual(one)
    }
    expect(new Set(draws.map((draw) => draw("xã", 1))).size).toBe(draws.length)
  })
})
