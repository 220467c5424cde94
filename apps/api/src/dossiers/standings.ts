import { CriteriaSetId, type SetExplanation } from "@ntm/domain/criteria"
import {
  type Dossier,
  type DossierAsked,
  dossierStanding,
  type DossierFacts,
  dossierWaiting,
  openingCheck,
  procedureFor,
  tasksByStep
} from "@ntm/domain/dossiers"
import { unitOn } from "@ntm/domain/units"
import type { Dong } from "@ntm/domain/values"
import { Effect } from "effect"
import { debtsOf, explanationsOf } from "./judging.ts"
import type { DossierWorld } from "./world.ts"

/** What the system knows of a dossier's unit: what its papers fill themselves with, and why. */
export interface Gathered {
  readonly facts: DossierFacts
  readonly explanation: SetExplanation | null
}

const factsFrom = (
  explanation: SetExplanation | null,
  overdueDebt: Dong | null,
  seal: string | null
): DossierFacts => ({
  assessment:
    explanation === null
      ? null
      : {
          set: CriteriaSetId.make(explanation.set),
          asOf: explanation.day,
          verdict: explanation.verdict,
          met: explanation.met,
          outOf: explanation.outOf,
          seal
        },
  overdueDebt
})

/** Facts of dossiers, asked with a handful of questions however many they are. */
export const factsOf = Effect.fn("dossiers.facts")(function* (world: DossierWorld, dossiers: ReadonlyArray<Dossier>) {
  const explained = yield* explanationsOf(world, dossiers)
  const owed = yield* debtsOf(
    world,
    dossiers.map(({ unit }) => unit)
  )
  return (dossier: Dossier, seal: string | null = null): Gathered => {
    const explanation = explained(dossier)
    return { facts: factsFrom(explanation, owed(dossier.unit), seal), explanation }
  }
})

/** All that the standing of a dossier is made of; null for one whose procedure nobody knows, which a store never has. */
export const askedOf = (
  world: DossierWorld,
  dossier: Dossier,
  { explanation, facts }: Gathered
): DossierAsked | null => {
  const { asOf, calendar, journal, known, knownAt, procedures, tasks } = world
  const procedure = procedures.find(({ id }) => id === dossier.procedure)
  if (procedure === undefined) return null
  const { openedOn, tier, unit: id } = dossier
  const rows = known.chronicle.register.byId.get(id) ?? []
  const unit = rows.findLast(({ validFrom }) => validFrom === null || validFrom <= asOf) ?? null
  const then = unitOn(known.chronicle.register, id, openedOn) ?? unit
  const opening =
    then === null
      ? { allowed: true, reasons: [], remarks: [] }
      : openingCheck({
          unit: then,
          tier,
          day: openedOn,
          procedure: procedureFor(procedures, { level: then.level, tier, day: openedOn }),
          explanation,
          held: known.held(openedOn).get(id) ?? null,
          overdueDebt: facts.overdueDebt
        })
  return {
    dossier,
    unit,
    procedure,
    events: journal.events.filter((event) => event.dossier === dossier.id),
    calendar,
    day: asOf,
    knownAt,
    facts,
    opening,
    tasks: tasksByStep(dossier, tasks.book),
    waiting: dossierWaiting(dossier, procedure, tasks.book)
  }
}

/** Dossiers that were opened by the day, as they stand on it. */
export const standingsOn = Effect.fn("dossiers.standings")(function* (
  world: DossierWorld,
  dossiers: ReadonlyArray<Dossier>
) {
  const opened = dossiers.filter(({ openedOn }) => openedOn <= world.asOf)
  const gathered = yield* factsOf(world, opened)
  return opened.flatMap((dossier) => {
    const asked = askedOf(world, dossier, gathered(dossier))
    return asked === null ? [] : [dossierStanding(asked)]
  })
})
