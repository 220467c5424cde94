import { Effect, Result } from "effect"
import { blankIndicator, blankSet, journalOver, recordsOf, type ToldValue } from "../../../testing/facts.ts"
import {
  apply,
  type CarryRule,
  type Change,
  type Chronicle,
  chronicleOf,
  plan,
  type Unit,
  type UnitAttributes,
  unitByCode,
  UnitCode,
  UnitId
} from "../../../units/index.ts"
import { Day, Moment } from "../../../values/index.ts"
import { verdictOf } from "../../evaluator/assess.ts"
import { InputKey } from "../../rules/condition.ts"
import type { CriteriaSet } from "../../sets/criteria-set.ts"
import type { LatestQuestion } from "../../observations/latest.ts"
import type { Recognition } from "../../recognitions/recognition.ts"
import type { Rule } from "../../rules/rule.ts"
import { CriteriaSetId } from "../../sets/set-id.ts"
import { flat } from "../../rules/threshold.ts"
import { judgeUnits } from "../judging.ts"
import { type Known, knownOf } from "../known.ts"
import { placesOf } from "../places.ts"
import { unitsUnder } from "../scope.ts"

/** Two provinces, 10 and 20, with a district and communes each; what is judged of them in specs. */

const row = (
  id: number,
  code: string,
  type: string,
  level: Unit["level"],
  parent: string | null,
  parentId: number
) => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name: `Số ${code}`,
  type,
  level,
  parentId: parent === null ? null : UnitId.make(parentId),
  parentCode: parent === null ? null : UnitCode.make(parent),
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})

export const start = chronicleOf([
  row(1, "10", "tỉnh", "province", null, 0),
  row(2, "20", "tỉnh", "province", null, 0),
  row(3, "100", "huyện", "district", "10", 1),
  row(4, "200", "huyện", "district", "20", 2),
  row(5, "101", "huyện", "district", "10", 1),
  row(11, "10001", "xã", "commune", "100", 3),
  row(12, "10002", "xã", "commune", "100", 3),
  row(13, "10003", "xã", "commune", "100", 3),
  row(21, "20001", "xã", "commune", "200", 4)
])

export const code = (text: string) => ({ code: UnitCode.make(text) })

/** The chronicle after an event of that day. */
export const after = (
  chronicle: Chronicle,
  day: string,
  ...changes: readonly [Change, ...ReadonlyArray<Change>]
): Chronicle => {
  const event = {
    id: `e-${day}`,
    document: { number: "1/NQ", issuer: null, issuedOn: null },
    day: Day.make(day),
    changes
  }
  return apply(chronicle, Result.getOrThrow(plan(chronicle, event)))
}

export const merged = (into: string, from: ReadonlyArray<string>, parent: string): Change => {
  const [first, ...others] = from.map((one) => ({ unit: code(one) }))
  if (first === undefined) throw new Error("nothing is merged")
  return {
    change: "merge",
    from: [first, ...others],
    into: {
      new: { key: into, code: UnitCode.make(into), name: into, type: "xã", level: "commune", parent: code(parent) }
    }
  }
}

export const withAttributes = (chronicle: Chronicle, of: string, attributes: UnitAttributes): Chronicle =>
  chronicleOf(
    chronicle.register.rows.map((one) => (one.code === of ? { ...one, attributes } : one)),
    chronicle.events
  )

const percentage = { carry: "average", weight: "population", min: 0, max: 100 } as const

/** A rule on one input, and how its values pass to other boundaries. */
export interface ToldLine {
  readonly input: string
  readonly rule: Rule
  readonly carry?: CarryRule
}

export const atLeast = (input: string, than: number): ToldLine => ({
  input,
  rule: { op: ">=", measure: { of: "input", input: InputKey.make(input) }, threshold: flat(than) }
})

export const attested = (input: string): ToldLine => ({
  input,
  rule: { op: "attested", input: InputKey.make(input) },
  carry: { carry: "attested" }
})

/** A set of communes with one criterion a line. */
export const setWith = (id: string, lines: ReadonlyArray<ToldLine>, more: Partial<CriteriaSet> = {}): CriteriaSet => ({
  ...blankSet(id),
  criteria: lines.map(({ rule }, at) => ({
    no: at + 1,
    name: `Tiêu chí ${at + 1}`,
    indicators: [{ ...blankIndicator(String(at + 1)), rule }]
  })),
  inputs: lines.map(({ carry = percentage, input }) => ({
    input: InputKey.make(input),
    name: input,
    unit: "%",
    measure: carry.carry === "attested" ? "attestation" : "percent",
    bySex: false,
    carry
  })),
  ...more
})

/** What a spec asks. */
export interface Asked {
  readonly chronicle?: Chronicle
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly values?: ReadonlyArray<ToldValue>
  readonly recognitions?: ReadonlyArray<Recognition>
  readonly set: string
  readonly parent?: string
  readonly asOf?: string
  readonly knownAt?: string
  readonly accept?: LatestQuestion["accept"]
}

export const knownIn = ({ chronicle = start, recognitions = [], sets }: Asked): Known =>
  knownOf({ chronicle, sets, recognitions })

/** Verdicts of the criteria by the codes of the units, the set's own last. */
export const verdictsIn = (asked: Asked): Readonly<Record<string, ReadonlyArray<string>>> => {
  const { accept = "approved", asOf = "2025-06-30", knownAt, parent = "10", values = [] } = asked
  const known = knownIn(asked)
  const day = Day.make(asOf)
  const set = known.setOn(asked.set, day)
  if (set === undefined) throw new Error(`no set ${asked.set}`)
  const above = unitByCode(known.chronicle.register, UnitCode.make(parent), day) ?? null
  const units = unitsUnder(known, set, above, day)
  const question = { asOf: day, knownAt: knownAt === undefined ? null : Moment.make(knownAt), accept }
  const id = CriteriaSetId.make(asked.set)
  const judged = Effect.runSync(judgeUnits(known, journalOver(recordsOf(values)), question, [id], units))
  return Object.fromEntries(
    placesOf(judged, id, units).map(({ at, bound, unit }) => [
      unit.code,
      [...bound.criteria, bound].map(({ codes }) => verdictOf(codes[at]))
    ])
  )
}
