import {
  assessedSet,
  type CriteriaSetId,
  explain,
  judgeUnits,
  Observations,
  overdueDebtInput,
  type SetExplanation,
  type Verdict,
  verdictOf
} from "@ntm/domain/criteria"
import { type LineNames, namesOfSet } from "@ntm/domain/dossiers"
import type { UnitId } from "@ntm/domain/units"
import { unitOn } from "@ntm/domain/units"
import { type Day, Dong } from "@ntm/domain/values"
import { Effect } from "effect"
import type { DossierWorld } from "./world.ts"

/** A unit that asks for a tier: by which set it is judged, as of which day. */
export interface Asking {
  readonly unit: UnitId
  readonly criteriaSet: CriteriaSetId
  readonly asOf: Day
}

/** The day as of which it is judged: that of its results, but never a day after the one asked. */
export const judgedDay = ({ asOf }: Pick<Asking, "asOf">, world: Pick<DossierWorld, "asOf">): Day =>
  asOf < world.asOf ? asOf : world.asOf

const keyOf = ({ criteriaSet, unit }: Asking, day: Day): string => `${unit} ${criteriaSet} ${day}`

/** Where a unit stands under the set of its dossier; `explain` says why, which costs more than all the rest. */
export interface Stood {
  readonly set: CriteriaSetId
  readonly asOf: Day
  readonly verdict: Verdict
  /** Criteria that count as met, of how many. */
  readonly met: number
  readonly outOf: number
  readonly explain: () => SetExplanation | null
  readonly names: LineNames
}

/** Where units stand under the sets of their dossiers; null for one that nothing judges. One question for each set and day. */
export const stoodOf = Effect.fn("dossiers.stood")(function* (
  world: Pick<DossierWorld, "asOf" | "known" | "knownAt">,
  asking: ReadonlyArray<Asking>
) {
  const { known, knownAt } = world
  const values = yield* Observations
  const found = new Map<string, Stood>()
  const groups = Map.groupBy(asking, (one) => `${one.criteriaSet} ${judgedDay(one, world)}`)
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const [set, day] = [first.criteriaSet, judgedDay(first, world)]
    if (known.setOn(set, day) === undefined) continue
    const units = [...new Set(group.map(({ unit }) => unit))].flatMap(
      (id) => unitOn(known.chronicle.register, id, day) ?? []
    )
    // Units of one level are judged together.
    for (const own of Map.groupBy(units, ({ level }) => level).values()) {
      const question = { asOf: day, knownAt, accept: "approved" as const }
      const { groups: judged } = yield* judgeUnits(known, values, question, [set], own)
      for (const { assessment, sets, units: those } of judged) {
        const used = sets.get(set)
        const bound = used === undefined ? undefined : assessedSet(assessment, used.id)
        if (used === undefined || bound === undefined) continue
        for (const [at, { id }] of those.entries())
          found.set(keyOf({ ...first, unit: id }, day), {
            set: used.id,
            asOf: day,
            verdict: verdictOf(bound.codes[at]),
            met: bound.met[at] ?? 0,
            outOf: bound.criteria.length,
            explain: () => explain(assessment, used.id, at),
            names: namesOfSet(used)
          })
      }
    }
  }
  return (one: Asking): Stood | null => found.get(keyOf(one, judgedDay(one, world))) ?? null
})

/** What units owe overdue: what their works do, else what was reported and approved; null where nobody knows. */
export const debtsOf = Effect.fn("dossiers.debts")(function* (
  { asOf, knownAt }: Pick<DossierWorld, "asOf" | "knownAt">,
  units: ReadonlyArray<UnitId>
) {
  const ids = [...new Set(units)]
  const question = { asOf, knownAt, accept: "approved" as const, units: ids, inputs: [overdueDebtInput], days: false }
  const read = ids.length === 0 ? null : yield* (yield* Observations).columns(question)
  const column = read?.values[0]
  const found = new Map(read?.units.map((unit, at) => [unit, column?.[at] ?? Number.NaN]))
  return (unit: UnitId): Dong | null => {
    const owed = found.get(unit) ?? Number.NaN
    return Number.isNaN(owed) ? null : Dong.make(Math.round(owed))
  }
})
