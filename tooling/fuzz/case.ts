import {
  assess,
  checkSet,
  columnsOf,
  compile,
  type CriteriaSet,
  explain,
  type Fact,
  type Program,
  setOn,
  verdictOf
} from "@ntm/domain/criteria"
import { hostile, meaning } from "@ntm/domain/testing"
import { addDays, Day } from "@ntm/domain/values"
import { Result } from "effect"
import { fromNotation, fromSchema, lower } from "./documents.ts"
import { type Dice, numberOf } from "./rules.ts"

const { diceOf, oneOf } = hostile

const day = Day.make("2024-12-31")

/** What became of a document. */
export type Outcome = "refused" | "notCompiled" | "judged"

export interface Told {
  readonly outcome: Outcome
  readonly verdicts: number
  readonly met: number
  /** Verdicts that are not told though the rules decide. */
  readonly open: number
  /** Verdicts that the plain meaning of the rules does not give, in words. */
  readonly wrong: ReadonlyArray<string>
}

interface Unit {
  readonly type: string | null
  readonly attributes: {
    readonly region?: string
    readonly island?: boolean
    readonly border?: boolean
    readonly communeGroup?: 1 | 2 | 3
  }
  readonly values: { readonly [column: string]: { readonly value: number; readonly ageDays: number | null } }
}

const valueOf = (roll: Dice): number => {
  if (roll() < 0.3) return roll() < 0.5 ? 1 : 0
  const value = numberOf(roll)
  const beside = value + oneOf(roll, [0, 0, 1e-9, -1e-9], 0)
  return roll() < 0.1 ? -value : beside
}

const unitOf = (roll: Dice, { columns }: Program): Unit => ({
  type: oneOf(roll, ["xã", "xã", "phường", null], null),
  attributes: {
    ...(roll() < 0.6 ? { region: oneOf(roll, ["DBSH", "TN", "TDMNPB", "__proto__"], "TN") } : {}),
    ...(roll() < 0.5 ? { island: roll() < 0.5 } : {}),
    ...(roll() < 0.5 ? { border: roll() < 0.5 } : {}),
    ...(roll() < 0.5 ? { communeGroup: oneOf(roll, [1, 2, 3] as const, 1) } : {})
  },
  values: Object.fromEntries(
    [...columns.keys()].flatMap((key) =>
      roll() < 0.2
        ? []
        : [[key, { value: valueOf(roll), ageDays: oneOf(roll, [null, 0, 10, 11, 400, 401], null) }] as const]
    )
  )
})

const factsOf = ({ values }: Unit, unit: number): ReadonlyArray<Fact> =>
  Object.entries(values).map(([column, { ageDays, value }]) => ({
    unit,
    column,
    value,
    ...(ageDays === null ? {} : { day: addDays(day, -ageDays) })
  }))

const judgeSet = (set: CriteriaSet, roll: Dice): Told => {
  checkSet(set)
  const sets = [lower, setOn(set, day)]
  const program = compile(sets, day)
  if (Result.isFailure(program)) return { outcome: "notCompiled", verdicts: 0, met: 0, open: 0, wrong: [] }
  const units = Array.from({ length: 3 }, () => unitOf(roll, program.success))
  const assessment = assess(
    program.success,
    columnsOf(
      units.map(({ attributes, type }, id) => ({ id, type, attributes })),
      units.flatMap(factsOf)
    )
  )
  const wrong: Array<string> = []
  let [verdicts, met, open] = [0, 0, 0]
  const explained = roll() < 0.1
  for (const bound of assessment.sets) {
    const judging = sets.find(({ id }) => id === bound.set.id)
    if (judging === undefined) throw new Error(`no set ${bound.set.id}`)
    const { withdraw } = judging.recognition
    units.forEach((unit, at) => {
      const world = { ...unit, day, sets }
      const own = verdictOf(bound.codes[at])
      const pairs = [[own, meaning.naiveSet(world, judging)]]
      if (withdraw !== null) pairs.push([verdictOf(bound.withdraw[at]), meaning.naiveGate(world, judging, withdraw)])
      for (const [said, meant] of pairs) {
        verdicts += 1
        met += Number(said === "met")
        if (said === meant) continue
        // Of what is only bounded the evaluator knows less than every value tried one by one tells: it may stay open, never decide.
        if (said === "noData" || said === "noThreshold") open += 1
        else wrong.push(`${bound.set.id} says ${said}, the rules say ${meant}, of ${JSON.stringify(unit)}`)
      }
      const told = explained ? explain(assessment, bound.set.id, at)?.verdict : own
      if (told !== own) wrong.push(`${bound.set.id} says ${own} and explains ${told}`)
    })
  }
  return { outcome: "judged", verdicts, met, open, wrong }
}

/** One case, fixed by the seed and its number: every second document is written in the notation of the files. */
export const runCase = (seed: number, index: number): Told & { readonly document: unknown } => {
  const roll = diceOf(Math.imul(seed ^ (index + 1), 0x9e37_79b1) ^ (index >>> 3))
  for (let skipped = 0; skipped < 4; skipped++) roll()
  const { document, set } = index % 2 === 0 ? fromSchema(roll) : fromNotation(roll)
  if (set === null) return { outcome: "refused", verdicts: 0, met: 0, open: 0, wrong: [], document }
  return { ...judgeSet(set, roll), document }
}
