import type { ClosingFacts } from "@ntm/domain/assignments"
import { reaches } from "@ntm/domain/criteria"
import { unitOn } from "@ntm/domain/units"
import { batchStanding, scopeOf, type WorksBook } from "@ntm/domain/works"
import { Effect } from "effect"
import { readApprovals, readDebts, readMoney, readRegisters, readStated, readVerdicts } from "./reading.ts"
import { type FactsWorld, moneyKey, type Wanted } from "./wanted.ts"

/** Facts that know nothing and write down what they are asked. */
const noting = (wanted: Wanted): ClosingFacts => ({
  money: (unit, source, year, by) => {
    wanted.money.set(moneyKey(unit, source, year, by), { unit, source, year, by })
    return null
  },
  verdict: (unit, set) => {
    wanted.verdicts.set(set, (wanted.verdicts.get(set) ?? new Set()).add(unit))
    return null
  },
  states: (document) => {
    wanted.documents.add(document)
    return false
  },
  approvals: (unit, input) => {
    wanted.approvals.units.add(unit)
    wanted.approvals.inputs.add(input)
    return null
  },
  registered: (_unit, { kind }) => {
    wanted.registers.add(kind)
    return null
  },
  overdueDebt: (unit) => {
    wanted.debts.add(unit)
    return null
  },
  batch: () => null,
  holds: () => null
})

/** Of works: out of their book, which is there already. */
const ofWorks = (book: WorksBook): Pick<ClosingFacts, "batch"> => ({
  batch: (id) => {
    const batch = book.batches.find((one) => one.id === id)
    if (batch === undefined) return null
    const { tally } = batchStanding(book, batch, scopeOf(book, null, id))
    return { works: tally.works, handedOver: tally.works - tally.notHandedOver }
  }
})

/** Titles that a decision grants; what passed on from predecessors closes nothing. */
const ofTitles = ({ asOf, known }: FactsWorld): Pick<ClosingFacts, "holds"> => ({
  holds: (unit, tier) => {
    const held = known.held(asOf).get(unit)
    const row = unitOn(known.chronicle.register, unit, asOf)
    if (held === undefined || row === undefined) return null
    return held.kind === "decided" && reaches(row.level, tier, held)
  }
})

/**
 * The facts that closing conditions look at, each read with one question for all that ask.
 *
 * **Details** Conditions are functions of facts, and facts come out of ports: so `ask` is run once with facts that only write down what they
 * are asked, that is read, and the answer is what `ask` is to be run with. Whoever asks the same again has everything.
 */
export const factsFor = Effect.fn("closing.facts")(function* (
  world: FactsWorld,
  ask: (facts: ClosingFacts) => unknown
) {
  const wanted: Wanted = {
    money: new Map(),
    verdicts: new Map(),
    debts: new Set(),
    documents: new Set(),
    approvals: { units: new Set(), inputs: new Set() },
    registers: new Set()
  }
  ask(noting(wanted))
  const money = yield* readMoney(world, wanted)
  const overdueDebt = yield* readDebts(world, wanted)
  const verdict = yield* readVerdicts(world, wanted)
  const states = yield* readStated(world, wanted)
  const approvals = yield* readApprovals(world, wanted)
  const registered = yield* readRegisters(world, wanted)
  const facts: ClosingFacts = {
    ...ofWorks(world.book),
    ...ofTitles(world),
    money,
    overdueDebt,
    verdict,
    states,
    approvals,
    registered
  }
  return facts
})
