import { type Amounts, allOf, type Flow, totalOf } from "./amounts.ts"
import type { Chronicle } from "../chronicle.ts"
import type { Fate } from "./fate.ts"
import type { Giving } from "./giving.ts"
import { ancestorsOn, unitOn } from "../register.ts"
import { draftOf, type Statements } from "./statements.ts"
import { UnitLevel, type UnitId } from "../unit.ts"
import { weightOf } from "../unit-weights.ts"

/** What a unit passes to another because a unit below it went there: shares of the weights that are known. */
export interface Implied {
  readonly flow: Flow
  readonly by: Readonly<Record<string, number>>
}

/** The units above one from the day on, by level. */
const above = (fate: Fate, id: UnitId): ReadonlyMap<UnitLevel, UnitId> => {
  const found = new Map<UnitLevel, UnitId>()
  let next = fate.parentOf(id)
  for (let step = 0; next !== null && step < UnitLevel.literals.length; step++) {
    const level = fate.levelOf(next)
    if (level !== null) found.set(level, next)
    next = fate.parentOf(next)
  }
  return found
}

/** A unit that passes whole from one parent to another, the amounts it keeps itself. */
const moved = (statements: Statements, fate: Fate, giving: ReadonlyMap<UnitId, Giving>) =>
  [...statements.drafts.values()].flatMap(({ id, before }): ReadonlyArray<Flow> => {
    const stays = before === null || fate.ended.has(id) || giving.has(id) || fate.parentOf(id) === before.parentId
    return stays ? [] : [{ from: id, to: id, amounts: allOf(before) }]
  })

/**
 * Passes what moves between units on to the units above them: a commune that changes its district takes its people
 * from one to the other.
 *
 * **Details** Where the event itself states what a unit above gives, it is left as stated. The units above become
 * drafts. A flow for what the giver keeps stands beside those for what it gives.
 */
export const impliedBy = (
  chronicle: Chronicle,
  statements: Statements,
  fate: Fate,
  giving: ReadonlyMap<UnitId, Giving>,
  flows: ReadonlyArray<Flow>
): ReadonlyArray<Implied> => {
  const passed = new Map<UnitId, Map<UnitId, Array<Amounts>>>()
  for (const flow of [...flows, ...moved(statements, fate, giving)]) {
    const takersAbove = above(fate, flow.to)
    for (const giver of ancestorsOn(chronicle.register, flow.from, statements.lastDay)) {
      const taker = takersAbove.get(giver.level)
      const stated = giving.has(giver.id) || fate.ended.has(giver.id)
      if (taker === undefined || taker === giver.id || stated) continue
      const takers = passed.get(giver.id) ?? new Map<UnitId, Array<Amounts>>()
      passed.set(giver.id, takers.set(taker, [...(takers.get(taker) ?? []), flow.amounts]))
    }
  }
  return [...passed].flatMap(([from, takers]) => {
    const giver = unitOn(chronicle.register, from, statements.lastDay)
    if (giver === undefined) return []
    draftOf(statements, chronicle, from)
    const known = allOf(giver)
    const given = [...takers].map(([to, amounts]) => {
      draftOf(statements, chronicle, to)
      const total = totalOf(amounts)
      // A weight that the giver does not know cannot be a share of it.
      return { from, to, amounts: Object.fromEntries(Object.keys(known).map((name) => [name, total[name] ?? null])) }
    })
    const gone = totalOf(given.map(({ amounts }) => amounts))
    const kept: Flow = {
      from,
      to: from,
      amounts: Object.fromEntries(
        Object.entries(known).map(([name, weight]) => {
          const lost = gone[name] ?? null
          return [name, lost === null || weight === null ? null : Math.max(0, weight - lost)]
        })
      )
    }
    return [...given, kept].map((flow) => ({
      flow,
      by: Object.fromEntries(
        Object.entries(flow.amounts).flatMap(([name, amount]) => {
          const weight = weightOf(giver, name)
          return amount === null || weight === null || weight <= 0 ? [] : [[name, Math.min(1, amount / weight)]]
        })
      )
    }))
  })
}
