import { isDeepStrictEqual } from "node:util"
import { type Assessment, assess, bind, compile, judge, keepAssessed, oneGroup, picked } from "@ntm/domain/criteria"
import { Day } from "@ntm/domain/values"
import { loadReference } from "@ntm/reference"
import { Effect, Result } from "effect"
import { judgeByHand, layOut } from "./assess-hand.ts"
import { openEngine, openSheet, type PeerRun, withStatement } from "./assess-peers.ts"
import { communeSets, dice, randomColumns } from "./assess-sets.ts"
import { median, printRow, refuseAbove } from "./print.ts"

const day = Day.make("2024-12-31")
const communes = 3321
/** HyperFormula takes half a minute and 3 GB to build the whole country; a share of it is told apart. */
const sheetCommunes = 664

/** What may pass beside a hand-written loop, and what each peer has to take at least. */
const limits = { hand: 3, engine: 200, sheet: 200, statement: 50, changeMilliseconds: 1 }

const timed = (task: () => void): number => {
  const started = performance.now()
  task()
  return performance.now() - started
}

const metCounts = ({ sets }: Assessment): ReadonlyArray<number> =>
  sets.flatMap(({ criteria }) =>
    criteria.map(({ codes }) => codes.reduce((sum, code) => sum + Number(code === 0 || code === 2), 0))
  )

const refuseOther = (name: string, counts: ReadonlyArray<number>, expected: ReadonlyArray<number>): void => {
  if (!isDeepStrictEqual(counts, expected)) throw new Error(`${name} counts other units than the evaluator`)
}

const median3 = async (run: () => Promise<PeerRun>, expected: ReadonlyArray<number>, name: string): Promise<number> => {
  const times: Array<number> = []
  for (let round = 0; round < 3; round++) {
    const { counts, milliseconds } = await run()
    refuseOther(name, counts, expected)
    times.push(milliseconds)
  }
  return median(times)
}

const refuseBelow = (name: string, ratio: number, limit: number): void => {
  if (!(ratio >= limit))
    throw new Error(`${name} takes only ${ratio.toFixed(0)} times the evaluator's time, less than ${limit}`)
}

/** All communes of the country under the commune sets for 2021–2025, beside a loop written by hand and three other ways. */
export const benchAssess = async (): Promise<void> => {
  const { criteriaSets } = await Effect.runPromise(loadReference())
  const sets = communeSets(criteriaSets, day)
  const program = Result.getOrThrow(compile(sets, day))
  const columns = randomColumns(program, communes)
  const inOrder = program.sets.map(({ set }) => set)
  const indicators = inOrder.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.indicators)).length
  const layout = layOut(inOrder, columns)
  const met = layout.map(() => new Uint8Array(communes))
  const counts = new Uint16Array(communes)
  const assessment = bind(program, columns)
  const times = { hand: [] as Array<number>, own: [] as Array<number>, whole: [] as Array<number> }
  // In turns, so that what else the machine does meets all of them.
  for (let round = 0; round < 150; round++) {
    times.hand.push(timed(() => judgeByHand(layout, columns.profile.region, met, counts)))
    times.own.push(timed(() => judge(assessment, 0, communes)))
    if (round % 5 === 0) times.whole.push(timed(() => void assess(program, columns)))
  }
  const expected = metCounts(assessment)
  refuseOther(
    "the loop by hand",
    met.map((column) => column.reduce((sum, one) => sum + one, 0)),
    expected
  )
  // The lower quartile of each: on a busy machine a round of some milliseconds is interrupted more often than one of a single one.
  const warm = (list: ReadonlyArray<number>): number => {
    const late = list.slice(list.length >> 1).toSorted((a, b) => a - b)
    return late[late.length >> 2] ?? Number.NaN
  }
  const [hand, own, whole] = [warm(times.hand), warm(times.own), warm(times.whole)]
  console.log(
    `\nAssessment: ${communes} communes, ${indicators} indicators, ${expected.length} criteria, ${inOrder.length} sets`
  )
  printRow("typed arrays by hand, met or not (limit)", hand, hand, "")
  printRow("judge: five verdicts, criteria, sets", own, hand, `   at most ${limits.hand} x`)
  printRow("assess: binding the rules to the columns too", whole, hand, "")
  refuseAbove("judging", own / hand, limits.hand)
  await benchPeers(own)

  async function benchPeers(ours: number): Promise<void> {
    const statement = await withStatement(layout, columns, (run) => median3(run, expected, "the statement"))
    printRow("one SQL statement over narrow rows", statement, hand, `   ${(statement / ours).toFixed(0)} x ours`)
    refuseBelow("the statement", statement / ours, limits.statement)
    const engine = await median3(openEngine(layout, columns), expected, "json-rules-engine")
    printRow("json-rules-engine", engine, hand, `   ${(engine / ours).toFixed(0)} x ours`)
    refuseBelow("json-rules-engine", engine / ours, limits.engine)
    const part = picked(
      columns,
      Array.from({ length: sheetCommunes }, (_, at) => at)
    )
    const small = bind(program, part)
    const smallTimes = Array.from({ length: 60 }, () => timed(() => judge(small, 0, sheetCommunes)))
    const sheet = openSheet(layOut(inOrder, part), part)
    const recalculated = await median3(sheet.run, metCounts(small), "HyperFormula")
    sheet.close()
    const ratio = recalculated / warm(smallTimes)
    printRow(
      `HyperFormula, ${sheetCommunes} of the communes`,
      recalculated,
      hand,
      `   ${ratio.toFixed(0)} x ours for as many`
    )
    refuseBelow("HyperFormula", ratio, limits.sheet)
  }

  const provinces = { groups: 34, of: Int32Array.from({ length: communes }, (_, at) => at % 34) }
  const live = keepAssessed(program, columns, [oneGroup(communes, null), provinces])
  const keys = [...program.columns.keys()]
  const roll = dice(7)
  const changes = Array.from({ length: 4000 }, () => {
    const column = keys[Math.floor(roll() * keys.length)] ?? ""
    const change = { at: Math.floor(roll() * communes), column, value: roll() < 0.5 ? 1 : 120, day: null }
    return timed(() => void live.change(change))
  })
  const sorted = changes.slice(1000).sort((a, b) => a - b)
  const [middle = Number.NaN, slow = Number.NaN] = [
    sorted[sorted.length >> 1],
    sorted[Math.floor(sorted.length * 0.99)]
  ]
  console.log(
    `  one value changed, tallies up to the nation: ${(middle * 1000).toFixed(0)} µs, 99 % within ${(slow * 1000).toFixed(0)} µs`
  )
  refuseAbove("a changed value, in ms,", slow, limits.changeMilliseconds)
}
