import { join } from "node:path"
import {
  countOn,
  descendantsOn,
  Reorganisations,
  type Unit,
  undo,
  unitByCode,
  UnitCode,
  Units
} from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { loadReference, pilot } from "@ntm/reference"
import { databaseLayer, type Facts, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime, Result } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const dataDirectory = join(import.meta.dirname, "../../../packages/reference/data")
const july = Day.make("2025-07-01")

describe("the real registers", () => {
  let database: FreshDatabase
  let runtime: ManagedRuntime.ManagedRuntime<Reorganisations | Units, never>
  const close: Array<() => Promise<void>> = []
  const register = () => runtime.runPromise(Effect.flatMap(Reorganisations, (port) => port.register()))
  const undoing = (id: string) => runtime.runPromise(Effect.flatMap(Reorganisations, (port) => port.undo(id)))

  beforeAll(async () => {
    database = await freshDatabase()
    const made = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    runtime = made
    close.push(() => made.dispose())
    const { chronicle, criteriaSets } = await Effect.runPromise(loadReference(dataDirectory))
    const facts: Facts = {
      units: chronicle.register.rows,
      reorganisations: chronicle.events,
      criteriaSets,
      documents: [],
      setResults: [],
      recognitions: [],
      targets: [],
      fundingTables: [],
      assignments: [],
      findings: []
    }
    await made.runPromise(loadAll(facts, { importName: "reference", sha256: "a", programVersion: "0" }))
  }, 300_000)

  afterAll(async () => {
    for (const one of close) await one()
    await database?.drop()
  })

  it("come back as they were loaded: rows, events and transfers", async () => {
    const { chronicle } = await Effect.runPromise(loadReference(dataDirectory))
    const stored = (await register()).chronicle
    const inOrder = (rows: ReadonlyArray<Unit>) =>
      rows.toSorted((a, b) => a.id - b.id || (a.validFrom ?? "").localeCompare(b.validFrom ?? ""))
    expect(stored.register.rows).toEqual(inOrder(chronicle.register.rows))
    expect(stored.lineage.transfers).toHaveLength(chronicle.lineage.transfers.length)
    expect(stored.events.map((event) => [event.reorganisation, event.ends.length, event.begins.length])).toEqual(
      chronicle.events.map((event) => [event.reorganisation, event.ends.length, event.begins.length])
    )
  })

  it("lead Hải Phòng from 217 communes over 167 to 114", async () => {
    const { chronicle } = await register()
    const communes = (day: Day) => {
      const city = unitByCode(chronicle.register, UnitCode.make(pilot.province), day)
      return city === undefined
        ? 0
        : descendantsOn(chronicle.register, city.id, day).filter((unit) => unit.level === "commune").length
    }
    expect(["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].map((day) => communes(Day.make(day)))).toEqual([
      217, 167, 167, 114
    ])
  })

  it("take the national event back and apply it again, each in one transaction, to the very same rows", async () => {
    const before = await register()
    const event = before.chronicle.events.at(-1)
    if (event === undefined) throw new Error("no event")
    await undoing(event.reorganisation.id)
    const between = await register()
    expect(between.chronicle.register.rows).toEqual(
      Result.getOrThrow(undo(before.chronicle, event.reorganisation.id)).register.rows
    )
    expect(countOn(between.chronicle.register, july)).toEqual({
      province: 63,
      district: 696,
      commune: 10_035,
      village: 0
    })
    await runtime.runPromise(Effect.flatMap(Reorganisations, (port) => port.apply(event, between.version)))
    const after = await register()
    expect(after.chronicle.register.rows).toEqual(before.chronicle.register.rows)
    expect(after.chronicle.lineage.transfers).toEqual(before.chronicle.lineage.transfers)
    expect(await runtime.runPromise(Effect.flatMap(Units, (units) => units.count(july)))).toEqual({
      province: 34,
      district: 0,
      commune: 3321,
      village: 0
    })
  })
})
