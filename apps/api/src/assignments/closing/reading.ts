import type { ClosingFacts } from "@ntm/domain/assignments"
import {
  type CriteriaSetId,
  judgeUnits,
  Observations,
  overdueDebtInput,
  placesOf,
  stateAt,
  verdictOf
} from "@ntm/domain/criteria"
import { Documents } from "@ntm/domain/documents"
import { comparableTier, Funding, placementOf, stageComparison } from "@ntm/domain/funding"
import { countIn, Inventory, inventoryOn } from "@ntm/domain/inventory"
import { type UnitId, unitOn } from "@ntm/domain/units"
import { Dong } from "@ntm/domain/values"
import { Effect } from "effect"
import { type FactsWorld, moneyKey, type Wanted } from "./wanted.ts"

const NOTHING = Dong.make(0)

/** What was allocated and paid, at the tier at which a plan can be held against its payments. */
export const readMoney = Effect.fnUntraced(function* ({ asOf, known, knownAt }: FactsWorld, { money }: Wanted) {
  const port = yield* Funding
  const found = new Map<string, ReturnType<ClosingFacts["money"]>>()
  // One question for all sources of a unit, year and day.
  for (const asked of Map.groupBy(money.values(), ({ by, unit, year }) => `${unit} ${year} ${by}`).values()) {
    const [one] = asked
    if (one === undefined) continue
    const { by, unit, year } = one
    const { parent, placement } = placementOf(known.chronicle, unit, asOf)
    const question = { asOf: by, knownAt, years: [year] }
    const tier = comparableTier(yield* port.tiers({ units: placement.units, ...question }), year)
    if (tier === null) continue
    const sums = yield* port.sums({ placement, tier, stages: ["allocated", "disbursed"], ...question })
    const { lines } = stageComparison({ unit: parent, year, asOf: by }, sums)
    for (const { source } of asked) {
      const line = lines.find((each) => each.source === source)
      if (line === undefined) continue
      const { allocated, disbursed } = line
      found.set(moneyKey(unit, source, year, by), {
        allocated: allocated ?? NOTHING,
        disbursed: disbursed ?? NOTHING
      })
    }
  }
  const answer: ClosingFacts["money"] = (...asked) => found.get(moneyKey(...asked)) ?? null
  return answer
})

/** What units owe overdue: what their works do, else what was reported and approved. */
export const readDebts = Effect.fnUntraced(function* ({ asOf, knownAt }: FactsWorld, { debts }: Wanted) {
  const units = [...debts]
  const question = { asOf, knownAt, accept: "approved" as const, units, inputs: [overdueDebtInput], days: false }
  const column = units.length === 0 ? undefined : (yield* (yield* Observations).columns(question)).values[0]
  const found = new Map(units.map((unit, at) => [unit, column?.[at] ?? Number.NaN]))
  const answer: ClosingFacts["overdueDebt"] = (unit) => {
    const owed = found.get(unit) ?? Number.NaN
    return Number.isNaN(owed) ? null : Dong.make(Math.round(owed))
  }
  return answer
})

/** Verdicts by the approved values: of a set as a whole, and of its criteria. Null where nothing judges the unit. */
export const readVerdicts = Effect.fnUntraced(function* ({ asOf, known, knownAt }: FactsWorld, { verdicts }: Wanted) {
  const values = yield* Observations
  const judged = new Map<CriteriaSetId, ReadonlyMap<UnitId, ReturnType<typeof placesOf>[number]>>()
  for (const [set, ids] of verdicts) {
    if (known.setOn(set, asOf) === undefined) continue
    const units = [...ids].flatMap((id) => unitOn(known.chronicle.register, id, asOf) ?? [])
    const places = new Map<UnitId, ReturnType<typeof placesOf>[number]>()
    // Units of one level are judged together.
    for (const own of Map.groupBy(units, ({ level }) => level).values()) {
      const found = yield* judgeUnits(known, values, { asOf, knownAt, accept: "approved" }, [set], own)
      for (const place of placesOf(found, set, own)) places.set(place.unit.id, place)
    }
    judged.set(set, places)
  }
  const answer: ClosingFacts["verdict"] = (unit, set, criterion) => {
    const place = judged.get(set)?.get(unit)
    if (place === undefined) return null
    const { at, bound } = place
    const codes = criterion === null ? bound.codes : bound.criteria.find(({ no }) => no === criterion)?.codes
    return codes === undefined ? null : verdictOf(codes[at])
  }
  return answer
})

/** Figures that documents of the day state; a document that is not there states none. */
export const readStated = Effect.fnUntraced(function* ({ asOf }: FactsWorld, { documents }: Wanted) {
  const port = yield* Documents
  const stated = new Map<string, ReadonlySet<string>>()
  for (const id of documents) {
    const content = yield* Effect.catchTag(port.get(id), "DocumentNotFound", () => Effect.succeed(null))
    if (content === null || (content.document.date !== null && content.document.date > asOf)) continue
    stated.set(id, new Set(content.figures.map((figure) => figure.id)))
  }
  const answer: ClosingFacts["states"] = (document, figure) => stated.get(document)?.has(figure) === true
  return answer
})

/** Of the values in force, from the submitted ones on: how many there are, and how many of them are approved. */
export const readApprovals = Effect.fnUntraced(function* ({ asOf, knownAt }: FactsWorld, { approvals }: Wanted) {
  const counts = new Map<string, { reported: number; approved: number }>()
  const [units, inputs] = [[...approvals.units], [...approvals.inputs]]
  const question = { asOf, knownAt, accept: "submitted" as const, units, inputs }
  const records = units.length === 0 ? [] : yield* (yield* Observations).inForce(question)
  for (const record of records) {
    const key = `${record.observation.unit} ${record.observation.input}`
    const { approved, reported } = counts.get(key) ?? { reported: 0, approved: 0 }
    const counted = stateAt(record, knownAt) === "approved" ? 1 : 0
    counts.set(key, { reported: reported + 1, approved: approved + counted })
  }
  const answer: ClosingFacts["approvals"] = (unit, input) =>
    counts.get(`${unit} ${input}`) ?? { reported: 0, approved: 0 }
  return answer
})

/** Entries of registers, out of one book of the kinds that are asked for. */
export const readRegisters = Effect.fnUntraced(function* ({ asOf, known, knownAt }: FactsWorld, { registers }: Wanted) {
  if (registers.size === 0) return () => null
  const journal = yield* (yield* Inventory).journal(null, [...registers], knownAt)
  const book = inventoryOn(journal, known.chronicle, { asOf, knownAt })
  const answer: ClosingFacts["registered"] = (unit, asked) => countIn(book, unit, asked)
  return answer
})
