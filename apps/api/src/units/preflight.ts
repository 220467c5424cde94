import type { Preflight } from "@ntm/contract"
import { assignmentHoldings, Assignments, targetHoldings } from "@ntm/domain/assignments"
import {
  catalogueOf,
  CriteriaSets,
  factHoldings,
  fallsOf,
  knownOf,
  Observations,
  recognitionHoldings,
  Recognitions,
  recognitionsOn,
  Targets
} from "@ntm/domain/criteria"
import { Documents } from "@ntm/domain/documents"
import { dossierHoldings, Dossiers, procedureOfDossier } from "@ntm/domain/dossiers"
import { Funding, fundingHoldings } from "@ntm/domain/funding"
import { Inventory, inventoryHoldings } from "@ntm/domain/inventory"
import { People, scopeHoldings, standingsOf } from "@ntm/domain/people"
import { apply, outcomesOf, plan, preview, type Reorganisation, Reorganisations } from "@ntm/domain/units"
import { addDays } from "@ntm/domain/values"
import { Works, worksHoldings } from "@ntm/domain/works"
import { Effect } from "effect"
import type { TasksOf } from "../assignments/tasks-book.ts"

/**
 * Everything that an event would do, before anything is written.
 *
 * **Details** Only gathers: what becomes of a thing is decided by `outcomesOf`, and each kind of thing says itself what rests on a
 * unit. A room that keeps another kind adds its line here.
 */
export const preflight = Effect.fn("preflight")(function* (event: Reorganisation, tasksOn: TasksOf) {
  const { chronicle, version } = yield* (yield* Reorganisations).register()
  const planned = yield* Effect.fromResult(plan(chronicle, event))
  const shown = preview(chronicle, planned)
  const touched = [...new Set(planned.ends.map(({ id }) => id))]
  const concerned = new Set(touched)
  const eve = addDays(event.day, -1)

  const sets = yield* (yield* CriteriaSets).list()
  const inputs = [...catalogueOf(sets).keys()]
  const values = yield* (yield* Observations).columns({
    units: touched,
    inputs,
    asOf: eve,
    knownAt: null,
    accept: "submitted"
  })
  const decisions = yield* (yield* Recognitions).list()
  const held = new Map([...recognitionsOn(chronicle, decisions, eve)].filter(([unit]) => concerned.has(unit)))
  const assignments = yield* (yield* Assignments).list({ document: null, query: null })
  const { book: tasks } = yield* tasksOn({ asOf: eve, knownAt: null })
  const documents = yield* (yield* Documents).list()
  const targets = yield* (yield* Targets).list(null)
  const asked = [
    ...targetHoldings(targets, documents, chronicle, event.day),
    ...assignmentHoldings(assignments, documents, chronicle, event.day, tasks)
  ].filter(({ unit }) => concerned.has(unit))
  const dossiers = yield* Dossiers
  const cases = yield* dossiers.journal(touched)
  const money = yield* (yield* Funding).resting({ units: touched, asOf: eve, knownAt: null })
  const people = standingsOf(yield* (yield* People).journal())
  const holdings = [
    ...factHoldings(values),
    ...recognitionHoldings(chronicle, held, event.day),
    ...fundingHoldings(money),
    ...worksHoldings(chronicle, yield* (yield* Works).resting(), concerned, eve),
    ...inventoryHoldings(chronicle, yield* (yield* Inventory).resting(), concerned, eve),
    ...dossierHoldings(chronicle, cases, procedureOfDossier(yield* dossiers.procedures()), concerned, eve),
    ...scopeHoldings(people.values(), eve).filter(({ unit }) => concerned.has(unit)),
    ...asked
  ]

  const after = knownOf({ chronicle: apply(chronicle, planned), sets, recognitions: decisions })
  const tiers = after.held(event.day)
  const answer: Preflight = {
    id: event.id,
    version,
    preview: shown,
    holdings: outcomesOf(planned, holdings),
    recognitions: planned.begins.flatMap(({ id }) => tiers.get(id) ?? []),
    falls: yield* fallsOf(after, yield* Observations, planned.begins, event.day)
  }
  return answer
})
