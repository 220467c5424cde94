import { API_ROOT, type FedRecord } from "@ntm/contract"
import { RecommendationEvent, Recommendations, TaskEvent, Tasks } from "@ntm/domain/assignments"
import type { ChangedNoun } from "@ntm/domain/changes"
import {
  Observation,
  type ObservationRecord,
  Observations,
  Recognition,
  Recognitions,
  StateMove
} from "@ntm/domain/criteria"
import { Dossier, DossierEvent, Dossiers } from "@ntm/domain/dossiers"
import { Funding, FundingEntry } from "@ntm/domain/funding"
import { Inventory, Item, ItemEvent, type ItemKind } from "@ntm/domain/inventory"
import { fundingOver, journalOver } from "@ntm/domain/testing"
import {
  chronicleOf,
  type Plan,
  Reorganisation,
  Reorganisations,
  Transfer,
  Unit,
  type UnitId,
  Units
} from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import { Batch, LandEvent, LandGift, Work, WorkReport, Works } from "@ntm/domain/works"
import { type Context, Effect, Layer, ManagedRuntime, Schema } from "effect"
import { makeApp } from "../app.ts"
import type { Ports } from "../http/respond.ts"
import { reorganisationsInMemory } from "./register.ts"

type Row = Readonly<Record<string, unknown>>

/** What a partner keeps of the feed: the last word on every key, and how far it has come. Both are saved together or not at all. */
export interface Held {
  readonly since: string
  readonly nouns: ReadonlyMap<ChangedNoun, ReadonlyMap<string, Row>>
}

export const nothingHeld: Held = { since: "0", nouns: new Map() }

/** What is held once a page is taken: nothing of what was held before is changed. */
export const taken = (
  held: Held,
  page: { readonly records: ReadonlyArray<FedRecord>; readonly next: string }
): Held => {
  const nouns = new Map(held.nouns)
  const touched = new Map<ChangedNoun, Map<string, Row>>()
  for (const { key, noun, record } of page.records) {
    const own = touched.get(noun) ?? new Map(nouns.get(noun))
    touched.set(noun, own)
    nouns.set(noun, own)
    if (record === null) own.delete(key)
    else own.set(key, record)
  }
  return { since: page.next, nouns }
}

const byId = <A extends { readonly id: number }>(rows: ReadonlyArray<A>): ReadonlyArray<A> =>
  rows.toSorted((a, b) => a.id - b.id)

const lastOf = (...all: ReadonlyArray<ReadonlyArray<{ readonly recordedAt: Moment }>>): Moment | null =>
  all
    .flat()
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1) ?? null

/** Reads what is held by the schemas of the domain, which are those of the API. */
const reading = (held: Held) => {
  const raw = (noun: ChangedNoun): ReadonlyArray<Row> => [...(held.nouns.get(noun)?.values() ?? [])]
  return {
    raw,
    rows: <A, I>(noun: ChangedNoun, schema: Schema.Codec<A, I>): ReadonlyArray<A> =>
      raw(noun).map((row) => Schema.decodeUnknownSync(schema)(row))
  }
}

/** The register with its events, as the records of units, parts and events say. */
const chronicleIn = (held: Held) => {
  const { raw } = reading(held)
  const units = raw("unit")
    .map((row) => ({ row: Schema.decodeUnknownSync(Unit)(row), begunBy: row["begunBy"], endedBy: row["endedBy"] }))
    .toSorted((a, b) => a.row.id - b.row.id || ((a.row.validFrom ?? "") < (b.row.validFrom ?? "") ? -1 : 1))
  const events = raw("reorganisation")
    .map((row) => ({ sequence: Number(row["sequence"]), body: Schema.decodeUnknownSync(Reorganisation)(row["body"]) }))
    .toSorted((a, b) => a.sequence - b.sequence)
  const ids = new Map(events.map(({ body, sequence }) => [sequence, body.id]))
  const transfers = raw("transfer").map((row) =>
    Schema.decodeUnknownSync(Transfer)({ ...row, event: ids.get(Number(row["event"])) })
  )
  return chronicleOf(
    units.map(({ row }) => row),
    events.map(({ body, sequence }): Plan => ({
      reorganisation: body,
      ends: units.flatMap(({ endedBy, row }) => (endedBy === sequence ? [row] : [])),
      begins: units.flatMap(({ begunBy, row }) => (begunBy === sequence ? [{ ...row, validTo: null }] : [])),
      transfers: transfers
        .filter(({ event }) => event === body.id)
        .toSorted((a, b) => a.fromId - b.fromId || a.toId - b.toId)
    }))
  )
}

/** Everything of the feed that people record, in the shapes and the order of the journals. */
const journalsIn = (held: Held) => {
  const { raw, rows } = reading(held)
  const landed = raw("landEvent").toSorted(
    (a, b) => Number(a["gift"]) - Number(b["gift"]) || Number(a["id"]) - Number(b["id"])
  )
  const batches = raw("workBatch").toSorted((a, b) =>
    `${String(a["recordedAt"])} ${String(a["id"])}` < `${String(b["recordedAt"])} ${String(b["id"])}` ? -1 : 1
  )
  const moves = Map.groupBy(raw("observationMove"), (move) => Number(move["observation"]))
  return {
    works: {
      batches: batches.map((row) => Schema.decodeUnknownSync(Batch)(row)),
      works: raw("work")
        .map((row) => ({ ...Schema.decodeUnknownSync(Work)(row), recordedAt: Moment.make(String(row["recordedAt"])) }))
        .toSorted((a, b) => a.id - b.id),
      reports: byId(rows("workReport", WorkReport)),
      gifts: byId(rows("landGift", LandGift)),
      landEvents: landed.map((row) => Schema.decodeUnknownSync(LandEvent)(row))
    },
    entries: byId(rows("fundingEntry", FundingEntry)),
    registers: { items: byId(rows("inventoryItem", Item)), events: byId(rows("inventoryEvent", ItemEvent)) },
    dossiers: { dossiers: byId(rows("dossier", Dossier)), events: byId(rows("dossierEvent", DossierEvent)) },
    tasks: byId(rows("taskEvent", TaskEvent)),
    answers: byId(rows("recommendationEvent", RecommendationEvent)),
    recognitions: rows("recognition", Recognition),
    observations: byId(rows("observation", Observation)).map((observation): ObservationRecord => ({
      observation,
      moves: (moves.get(observation.id) ?? [])
        .toSorted((a, b) => (String(a["at"]) < String(b["at"]) ? -1 : 1))
        .map((move) => Schema.decodeUnknownSync(StateMove)(move))
    }))
  }
}

const within = <A extends { readonly unit: UnitId }>(rows: ReadonlyArray<A>, units: ReadonlyArray<UnitId> | null) =>
  units === null ? rows : rows.filter(({ unit }) => units.includes(unit))

/** What people record, read out of what a partner holds; the rest of each port is the reference's. */
const portsOver = (held: Held) => {
  const { answers, dossiers, entries, observations, recognitions, registers, tasks, works } = journalsIn(held)
  const inventory = (units: ReadonlyArray<UnitId> | null, kinds: ReadonlyArray<ItemKind> | null) => {
    const items = within(registers.items, units).filter(({ body }) => kinds === null || kinds.includes(body._tag))
    const ids = new Set(items.map(({ id }) => id))
    return { items, events: registers.events.filter(({ item }) => ids.has(item)) }
  }
  const opened = (units: ReadonlyArray<UnitId> | null) => {
    const own = within(dossiers.dossiers, units)
    const ids = new Set(own.map(({ id }) => id))
    return { dossiers: own, events: dossiers.events.filter(({ dossier }) => ids.has(dossier)) }
  }
  const unused = () => Effect.die(new Error("a partner asks this of its own register"))
  return Layer.mergeAll(
    Layer.sync(Reorganisations, () => Reorganisations.of(reorganisationsInMemory(chronicleIn(held)))),
    Layer.succeed(Units, Units.of({ find: unused, tree: unused, get: unused, count: unused })),
    Layer.succeed(Recognitions, Recognitions.of({ list: () => Effect.succeed(recognitions) })),
    Layer.effect(
      Works,
      Effect.map(Works, (port) =>
        Works.of({
          ...port,
          journal: () => Effect.succeed(works),
          moment: () => Effect.succeed(lastOf(works.works, works.reports, works.gifts, works.landEvents))
        })
      )
    ),
    Layer.effect(
      Funding,
      Effect.map(Funding, (port) => Funding.of({ ...port, ...fundingOver(entries) }))
    ),
    Layer.effect(
      Inventory,
      Effect.map(Inventory, (port) =>
        Inventory.of({
          ...port,
          journal: (units, kinds) => Effect.succeed(inventory(units, kinds)),
          moment: () => Effect.succeed(lastOf(registers.items, registers.events))
        })
      )
    ),
    Layer.effect(
      Dossiers,
      Effect.map(Dossiers, (port) =>
        Dossiers.of({
          ...port,
          journal: (units) => Effect.succeed(opened(units)),
          moment: () => Effect.succeed(lastOf(dossiers.dossiers, dossiers.events))
        })
      )
    ),
    Layer.effect(
      Tasks,
      Effect.map(Tasks, (port) =>
        Tasks.of({ ...port, journal: () => Effect.succeed(tasks), moment: () => Effect.succeed(lastOf(tasks)) })
      )
    ),
    Layer.effect(
      Recommendations,
      Effect.map(Recommendations, (port) =>
        Recommendations.of({
          ...port,
          journal: () => Effect.succeed(answers),
          moment: () => Effect.succeed(lastOf(answers))
        })
      )
    ),
    Layer.effect(
      Observations,
      Effect.map(Observations, (port) =>
        Observations.of({
          ...port,
          ...journalOver(observations),
          history: (unit, input) =>
            Effect.succeed(
              observations.filter(
                ({ observation }) =>
                  [unit].flat().includes(observation.unit) && (input === null || observation.input === input)
              )
            )
        })
      )
    )
  )
}

/**
 * The API over what a partner holds, beside reference data (documents, sets, calendars) that everybody may read.
 *
 * **Details** Whatever people record comes out of the feed: the store is asked for nothing of it.
 */
export const mirrorOf = (held: Held, reference: Context.Context<Ports>) => {
  const given = Layer.succeedContext(reference)
  const runtime = ManagedRuntime.make(Layer.merge(given, portsOver(held).pipe(Layer.provide(given))))
  const app = makeApp(runtime, {
    health: () => Effect.die("not asked"),
    web: null,
    host: "127.0.0.1",
    log: console.error,
    isOutage: () => false
  })
  return {
    chronicle: chronicleIn(held),
    get: async (path: string) => {
      const answer = await app.request(`${API_ROOT}${path}`)
      return { status: answer.status, told: JSON.parse(await answer.text()) }
    },
    end: () => runtime.dispose()
  }
}
