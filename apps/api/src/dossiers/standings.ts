import type { TaskBook } from "@ntm/domain/assignments"
import {
  type Dossier,
  type DossierAsked,
  dossierStanding,
  type DossierFacts,
  dossierWaiting,
  nameless,
  type OpeningCheck,
  openingCheck,
  tasksByStep
} from "@ntm/domain/dossiers"
import { unitOn } from "@ntm/domain/units"
import type { Dong } from "@ntm/domain/values"
import { Effect } from "effect"
import { debtsOf, type Stood, stoodOf } from "./judging.ts"
import type { DossierWorld } from "./world.ts"

/** What the system knows of a dossier's unit: what its papers fill themselves with, and where it stands. */
export interface Gathered {
  readonly facts: DossierFacts
  readonly stood: Stood | null
}

const factsFrom = (stood: Stood | null, overdueDebt: Dong | null, seal: string | null): DossierFacts => {
  if (stood === null) return { assessment: null, overdueDebt }
  const { asOf, met, outOf, set, verdict } = stood
  return { assessment: { set, asOf, verdict, met, outOf, seal }, overdueDebt }
}

/** Facts of dossiers, asked with a handful of questions however many they are. */
export const factsOf = Effect.fn("dossiers.facts")(function* (world: DossierWorld, dossiers: ReadonlyArray<Dossier>) {
  const standing = yield* stoodOf(world, dossiers)
  const owed = yield* debtsOf(
    world,
    dossiers.map(({ unit }) => unit)
  )
  return (dossier: Dossier, seal: string | null = null): Gathered => {
    const stood = standing(dossier)
    return { facts: factsFrom(stood, owed(dossier.unit), seal), stood }
  }
})

/** Whether it may be opened by what the facts say of the day on which it was. */
const openingOf = (world: DossierWorld, dossier: Dossier, { facts, stood }: Gathered): OpeningCheck => {
  const { known, procedureOf } = world
  const { openedOn: day, tier, unit: id } = dossier
  const unit = unitOn(known.chronicle.register, id, day)
  if (unit === undefined) return unasked
  return openingCheck({
    unit,
    tier,
    day,
    procedure: procedureOf(dossier),
    explanation: stood?.explain() ?? null,
    names: stood?.names ?? nameless,
    held: known.held(day).get(id) ?? null,
    overdueDebt: facts.overdueDebt
  })
}

/** What lists leave out: why a unit stands where it does is told one by one. */
const unasked: OpeningCheck = { allowed: true, reasons: [], remarks: [] }

const partsOf = (
  world: DossierWorld,
  dossier: Dossier,
  gathered: Gathered,
  opening: OpeningCheck,
  book: TaskBook | null
): DossierAsked | null => {
  const { asOf, calendar, eventsOf, known, knownAt, procedureOf } = world
  const procedure = procedureOf(dossier)
  if (procedure === undefined) return null
  const rows = known.chronicle.register.byId.get(dossier.unit) ?? []
  return {
    dossier,
    unit: rows.findLast(({ validFrom }) => validFrom === null || validFrom <= asOf) ?? null,
    procedure,
    events: eventsOf(dossier.id),
    calendar,
    day: asOf,
    knownAt,
    facts: gathered.facts,
    opening,
    tasks: book === null ? new Map() : tasksByStep(dossier, book),
    waiting: book === null ? [] : dossierWaiting(dossier, procedure, book)
  }
}

/**
 * All that the standing of a dossier is made of; null for one whose procedure nobody knows, which a store never has.
 *
 * **Details** `book`: where its tasks stand; null for a dossier without any.
 */
export const askedOf = (
  world: DossierWorld,
  dossier: Dossier,
  gathered: Gathered,
  book: TaskBook | null
): DossierAsked | null => partsOf(world, dossier, gathered, openingOf(world, dossier, gathered), book)

/** Dossiers that were opened by the day, as lists show them: whether they could be opened and through what tasks they wait is not asked. */
export const standingsOn = Effect.fn("dossiers.standings")(function* (
  world: DossierWorld,
  dossiers: ReadonlyArray<Dossier>
) {
  const opened = dossiers.filter(({ openedOn }) => openedOn <= world.asOf)
  const gathered = yield* factsOf(world, opened)
  return opened.flatMap((dossier) => {
    const asked = partsOf(world, dossier, gathered(dossier), unasked, null)
    return asked === null ? [] : [dossierStanding(asked)]
  })
})
