import { manyWorks } from "@ntm/domain/testing"
import { unitsOn } from "@ntm/domain/units"
import { Day, dayNumber } from "@ntm/domain/values"
import { bookOn, curveOf, pathOfWorks, scopeOf, tallyOf } from "@ntm/domain/works"
import type { National } from "./national.ts"
import { median, printRow, refuseAbove } from "./print.ts"
import { byHand } from "./works-hand.ts"

/** What the book may cost beside loops that were written for these very works. */
const atMost = 5

/** Milliseconds for the critical path and the S-curve of a batch, as the programme asks. */
const BUDGET = 50

/** Half-way through the construction of the works that are drawn. */
const asOf = Day.make("2024-06-05")

const timed = (task: () => unknown): number => {
  const started = performance.now()
  task()
  return performance.now() - started
}

/** Undisturbed: the quicker quarter of the rounds, since others use the machine too. */
const undisturbed = (times: ReadonlyArray<number>): number =>
  median(times.toSorted((a, b) => a - b).slice(0, Math.max(1, times.length >> 2)))

/** The critical path and the S-curve of a year's batch out of its journal, and everything else that is told of the programme's works. */
export const benchWorks = async ({ chronicle }: Pick<National, "chronicle">): Promise<void> => {
  const communes = unitsOn(chronicle.register, asOf).filter(({ level }) => level === "commune")
  const { entries, journal } = manyWorks(
    1047,
    communes.slice(0, 45).map(({ id }) => id)
  )
  const question = { asOf, knownAt: null, overdueAfter: 90 }
  const own = () => {
    const { works } = bookOn(journal, entries, chronicle, question)
    return { path: pathOfWorks(works), curve: curveOf(works, asOf) }
  }
  const { curve, path } = own()
  const samples = curve.points.map(({ day }) => dayNumber(day))
  const hand = () => byHand(journal, entries, asOf, samples)
  const same = hand()
  const near = (a: number | null, b: number | undefined): boolean =>
    a === null || Math.abs(a - (b ?? Number.NaN)) < 0.051
  if (
    path === null ||
    dayNumber(path.start) !== same.start ||
    dayNumber(path.expectedFinish) !== same.finish ||
    !curve.points.every(
      ({ done, paid, planned }, at) =>
        near(planned, same.planned[at]) && near(done, same.built[at]) && near(paid, same.paid[at])
    )
  )
    throw new Error("the loops written by hand say something else")

  const all = manyWorks(
    1850,
    communes.slice(0, 80).map(({ id }) => id)
  )
  const everything = () => {
    const book = bookOn(all.journal, all.entries, chronicle, question)
    return tallyOf(scopeOf(book, null), asOf)
  }
  const times = { hand: [] as Array<number>, own: [] as Array<number>, everything: [] as Array<number> }
  for (let round = 0; round < 60; round++) {
    times.hand.push(timed(hand))
    times.own.push(timed(own))
    times.everything.push(timed(everything))
  }
  const [base, took] = [undisturbed(times.hand), undisturbed(times.own)]
  console.log(
    `\nWorks: ${journal.works.length} works, ${journal.reports.length} reports, ${entries.length} payments, ${samples.length} points of a curve`
  )
  printRow("loops over flat arrays by hand (limit)", base, base, "")
  printRow("critical path and S-curve out of the journal", took, base, `   at most ${atMost} x and ${BUDGET} ms`)
  printRow(
    `standings and tally of ${all.journal.works.length} works, ${all.journal.reports.length} reports`,
    undisturbed(times.everything),
    base,
    ""
  )
  refuseAbove("the critical path and the S-curve of a batch", took / base, atMost)
  if (took > BUDGET)
    throw new Error(`the critical path and the S-curve take ${took.toFixed(1)} ms, more than ${BUDGET}`)
}
