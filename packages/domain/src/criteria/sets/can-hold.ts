import type { Demand, Stretch } from "./stricter-demand.ts"

/** Most steps in which a way to meet demands is looked for. */
export const MOST_STEPS = 500_000

/** The numbers that a measure can take at all. */
export type Domain = (of: string) => Stretch

type List<A> = { readonly head: A; readonly tail: List<A> } | null

/** One way that is being tried: what is still to be met, choices last, and what is left of each measure's numbers. */
interface Way {
  readonly todo: List<Demand>
  readonly choices: List<Demand>
  readonly left: ReadonlyMap<string, Stretch>
}

const isEmpty = ({ high, highOpen, low, lowOpen }: Stretch): boolean =>
  low > high || (low === high && (lowOpen || highOpen))

const common = (a: Stretch, b: Stretch): Stretch => ({
  ...(a.low > b.low || (a.low === b.low && a.lowOpen)
    ? { low: a.low, lowOpen: a.lowOpen }
    : { low: b.low, lowOpen: b.lowOpen }),
  ...(a.high < b.high || (a.high === b.high && a.highOpen)
    ? { high: a.high, highOpen: a.highOpen }
    : { high: b.high, highOpen: b.highOpen })
})

/** What each way of meeting a choice asks for instead: one of the parts, or a part and one less of the others. */
const waysOf = (choice: Demand): ReadonlyArray<ReadonlyArray<Demand>> => {
  if (choice.demand === "any") return choice.parts.map((part) => [part])
  if (choice.demand !== "atLeast") return [[]]
  const { count, parts } = choice
  if (count <= 0) return [[]]
  const [first, ...others] = parts
  if (first === undefined || count > parts.length) return []
  return [[first, { ...choice, count: count - 1, parts: others }], [{ ...choice, parts: others }]]
}

/**
 * Whether some numbers meet the demand: false where none do, null where that was not found out in `steps.left` steps.
 *
 * **Details** Tries choices one after the other and goes back where the numbers of a measure run out, numbers before choices, so
 * that a choice of any length costs only the parts that are tried. Facts are taken to be free. Uses up `steps.left`, which several
 * questions may share.
 */
export const canHold = (demand: Demand, domain: Domain, steps: { left: number }): boolean | null => {
  const ways: Array<Way> = [{ todo: { head: demand, tail: null }, choices: null, left: new Map() }]
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    let { choices, todo } = way
    const left = new Map(way.left)
    let isOpen = true
    while (isOpen && todo !== null) {
      if (--steps.left < 0) return null
      const { head, tail }: NonNullable<List<Demand>> = todo
      todo = tail
      if (head.demand === "any" || head.demand === "atLeast") choices = { head, tail: choices }
      else if (head.demand === "all") for (const part of head.parts) todo = { head: part, tail: todo }
      else if (head.demand === "number") {
        const stretch = common(left.get(head.of) ?? domain(head.of), head.within)
        isOpen = !isEmpty(stretch)
        left.set(head.of, stretch)
      }
    }
    if (!isOpen) continue
    if (choices === null) return true
    const { head, tail } = choices
    // The first of them is tried first.
    for (const parts of waysOf(head).toReversed())
      ways.push({
        todo: parts.reduceRight<List<Demand>>((list, part) => ({ head: part, tail: list }), null),
        choices: tail,
        left
      })
  }
  return false
}
