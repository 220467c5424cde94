import { type Assignment, Assignments } from "@ntm/domain/assignments"
import {
  type CriteriaSet,
  CriteriaSetNotFound,
  CriteriaSets,
  type Observations,
  type Recognition,
  Recognitions,
  type Target,
  Targets
} from "@ntm/domain/criteria"
import { DocumentNotFound, Documents } from "@ntm/domain/documents"
import { Funding, type FundingEntry } from "@ntm/domain/funding"
import { fundingOver, worksJournal } from "@ntm/domain/testing"
import { Boundaries, type Chronicle, Reorganisations, unitByCode, UnitNotFound, Units } from "@ntm/domain/units"
import type { InventoryJournal } from "@ntm/domain/inventory"
import type { WorksJournal } from "@ntm/domain/works"
import { Effect, Layer, ManagedRuntime } from "effect"
import { type AppOptions, makeApp } from "../app.ts"
import { boundariesInMemory } from "./boundaries.ts"
import { evidenceInMemory } from "./evidence.ts"
import { observationsInMemory } from "./observations.ts"
import { assignment, commune, criteriaSet, findings, plan, planId, recognitions } from "./facts.ts"
import { nothingOwed, type Owed, owedInMemory } from "./owed.ts"
import { registerInMemory, reorganisationsInMemory } from "./register.ts"
import { dossiersInMemory, noDossiers, type ToldDossiers } from "./dossiers.ts"
import { inventoryOf } from "./inventory.ts"
import { changesInMemory } from "./changes.ts"
import { requestsInMemory } from "./requests.ts"
import { peopleInMemory } from "./people.ts"
import { worksOf } from "./works.ts"

/** A broken port: what the store does when its database is gone. */
export class Outage extends Error {}

const documents = Documents.of({
  list: () =>
    Effect.succeed([
      {
        ...plan.document,
        counts: { figures: 150, tables: 0, criteriaSets: 0, fundingTables: 0, assignments: 1, findings: 2 }
      }
    ]),
  get: (id) => (id === planId ? Effect.succeed(plan) : Effect.fail(new DocumentNotFound({ id }))),
  figures: ({ limit, query }) => {
    if (query === "hỏng") return Effect.die(new Error("password=secret at /srv/ntm/store.ts:12"))
    if (query === "mất") return Effect.die(new Outage("connection refused"))
    return Effect.succeed(plan.figures.slice(0, limit ?? undefined).map((figure) => ({ document: planId, figure })))
  },
  findings: () => Effect.succeed(findings)
})

const units = Units.of({
  find: ({ limit }) => Effect.succeed([commune].slice(0, limit)),
  tree: (_, within) => Effect.succeed(within === null || within === commune.code ? [commune] : []),
  get: (code, asOf) => {
    const unit = code === commune.code ? commune : unitByCode(registerInMemory().register, code, asOf)
    return unit === undefined
      ? Effect.fail(new UnitNotFound({ code, asOf }))
      : Effect.succeed({ unit, predecessors: [], successors: [] })
  },
  count: () => Effect.succeed({ province: 0, district: 0, commune: 1, village: 0 })
})

/** What assessments rest on, where a spec brings its own. */
export interface Judging {
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly recognitions: ReadonlyArray<Recognition>
  readonly targets: ReadonlyArray<Target>
  readonly observations: Layer.Layer<Observations>
  readonly entries: ReadonlyArray<FundingEntry>
  readonly works: WorksJournal
  readonly inventory: InventoryJournal
  readonly dossiers: ToldDossiers
  readonly assignments: ReadonlyArray<Assignment>
  readonly owed: Owed
}

const usual: Judging = {
  sets: [criteriaSet],
  recognitions,
  targets: [],
  observations: observationsInMemory,
  entries: [],
  works: worksJournal({}),
  inventory: { items: [], events: [] },
  dossiers: noDossiers,
  assignments: [assignment],
  owed: nothingOwed
}

/** Entries told by the spec, read by the domain's own rules; nothing can be written. */
const fundingOf = (entries: ReadonlyArray<FundingEntry>) =>
  Funding.of({
    ...fundingOver(entries),
    tables: () => Effect.succeed([]),
    record: () => Effect.die(new Error("the journal is on a real database in these specs"))
  })

/** When the sets of specs were loaded. */
const SETS_SINCE = "2020-01-01T00:00:00.000Z"

const criteriaOf = (sets: ReadonlyArray<CriteriaSet>) =>
  CriteriaSets.of({
    version: () => Effect.succeed("1"),
    knownSince: () => Effect.succeed(null),
    list: (knownAt) => Effect.succeed((knownAt ?? SETS_SINCE) < SETS_SINCE ? [] : sets),
    get: (id) => {
      const set = sets.find((one) => one.id === id)
      return set === undefined ? Effect.fail(new CriteriaSetNotFound({ id })) : Effect.succeed(set)
    },
    results: () => Effect.succeed([]),
    versions: () => Effect.succeed([]),
    load: () => Effect.die(new Error("sets are loaded into a real database in these specs"))
  })

/** Fresh for every app: events and files change them. */
const registerOf = (chronicle: Chronicle) =>
  Layer.sync(Reorganisations, () => Reorganisations.of(reorganisationsInMemory(chronicle)))
const boundaries = Layer.effect(
  Boundaries,
  Effect.map(Reorganisations, (port) =>
    Boundaries.of(boundariesInMemory(() => Effect.map(port.register(), ({ version }) => version)))
  )
)

const othersOf = ({
  assignments,
  dossiers,
  entries,
  inventory,
  observations,
  owed,
  recognitions: decisions,
  sets,
  targets,
  works
}: Judging) =>
  Layer.mergeAll(
    Layer.succeed(Documents, documents),
    Layer.succeed(Units, units),
    Layer.succeed(CriteriaSets, criteriaOf(sets)),
    Layer.succeed(Recognitions, Recognitions.of({ list: () => Effect.succeed(decisions) })),
    Layer.succeed(Targets, Targets.of({ list: () => Effect.succeed(targets) })),
    observations,
    evidenceInMemory,
    peopleInMemory,
    changesInMemory,
    requestsInMemory,
    Layer.succeed(Funding, fundingOf(entries)),
    worksOf(works),
    inventoryOf(inventory),
    dossiersInMemory(dossiers),
    Layer.succeed(
      Assignments,
      Assignments.of({ list: () => Effect.succeed(assignments), printed: () => Effect.succeed(assignments) })
    ),
    owedInMemory(owed)
  )

/** The app over a few rows in memory, or over another register, with what it logs. The clock stands at 20:00 UTC on 15/04/2025: the 16th in Việt Nam. */
export const appInMemory = (
  options: Partial<AppOptions> = {},
  chronicle: Chronicle = registerInMemory(),
  judging: Partial<Judging> = {}
) => {
  const logged: Array<string> = []
  const ports = Layer.mergeAll(
    othersOf({ ...usual, ...judging }),
    boundaries.pipe(Layer.provideMerge(registerOf(chronicle)))
  )
  const runtime = ManagedRuntime.make(ports)
  const app = makeApp(runtime, {
    health: () =>
      Effect.succeed({ status: "ok", version: "0.0.0", database: "bundled", postgres: "18.4", loadedAt: null }),
    web: null,
    host: "127.0.0.1",
    now: () => new Date("2025-04-15T20:00:00Z"),
    log: (line) => logged.push(line),
    isOutage: (defect) => defect instanceof Outage,
    ...options
  })
  return { app, logged, runtime }
}
