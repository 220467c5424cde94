import {
  Boundaries,
  extentOn,
  plan,
  RegisterChanged,
  Reorganisation,
  Reorganisations,
  UnitCode
} from "@ntm/domain/units"
import { type NewBoundaries, type Polygon, unitByCode, type UnitBoundary } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Exit, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"

const july = Day.make("2025-07-01")

const ground = (x: number): ReadonlyArray<Polygon> => [
  [
    [
      [106.5 + x, 20.12345678901234],
      [106.6 + x, 20],
      [106.5 + x, 20.2],
      [106.5 + x, 20.12345678901234]
    ]
  ]
]

/** A file with a boundary for each code, checked against the register as it stands. */
const fileOf = (name: string, asOf: Day, codes: ReadonlyArray<string>, x = 0) =>
  Effect.gen(function* () {
    const { version, chronicle } = yield* (yield* Reorganisations).register()
    const boundaries = codes.map((text): UnitBoundary => {
      const code = UnitCode.make(text)
      const unit = unitByCode(chronicle.register, code, asOf)
      if (unit === undefined) throw new Error(`no ${text}`)
      return {
        unit: unit.id,
        code,
        asOf,
        formed: extentOn(chronicle, unit.id, asOf)?.formed ?? "",
        polygons: ground(x)
      }
    })
    return { asOf, file: `${name}.geojson`, sha256: name, version, boundaries } satisfies NewBoundaries
  })
const recording = (...args: Parameters<typeof fileOf>) =>
  Effect.gen(function* () {
    return yield* (yield* Boundaries).replace(yield* fileOf(...args))
  })
const ask = <A, R = never>(question: (port: Boundaries["Service"]) => Effect.Effect<A, never, R>) =>
  Effect.flatMap(Boundaries, question)
const everyBoundary = ask((port) =>
  Effect.flatMap(Reorganisations, (events) =>
    Effect.flatMap(events.register(), ({ chronicle }) => port.of([...chronicle.register.byId.keys()]))
  )
)
const inForce = Effect.map(everyBoundary, (all) =>
  all.map(({ code, asOf, polygons }) => `${code} ${asOf} ${polygons[0]?.[0]?.[0]?.[0]}`).toSorted()
)

onEveryDatabase(
  "Boundaries",
  ({ run, exit }) => {
    it("are none on a fresh install", async () => {
      expect(
        await run(Effect.all([ask((port) => port.version()), everyBoundary, ask((port) => port.imports())]))
      ).toEqual([0, [], []])
    })

    it("come back as they were recorded, to the last digit, with the file that they came from", async () => {
      const file = await run(fileOf("a", july, ["11824", "11629"]))
      const { state, import: recorded } = await run(ask((port) => Effect.orDie(port.replace(file))))
      expect(state).toBe("recorded")
      expect(recorded).toMatchObject({
        file: "a.geojson",
        sha256: "a",
        asOf: july,
        units: 2,
        inForce: 2,
        supersedes: []
      })
      expect(new Date(recorded.recordedAt).toISOString()).toBe(recorded.recordedAt)
      expect(await run(everyBoundary)).toEqual(file.boundaries.toSorted((a, b) => (a.code < b.code ? -1 : 1)))
      expect(await run(ask((port) => port.version()))).toBe(recorded.id)
    })

    it("are not written twice when the very same file comes again", async () => {
      const before = await run(ask((port) => port.imports()))
      expect(await run(recording("a", july, ["11824", "11629"]))).toEqual({ state: "unchanged", import: before[0] })
      expect(await run(ask((port) => port.imports()))).toEqual(before)
    })

    it("take the place of those of the same units and extents only; what was there stays, marked", async () => {
      const { import: second } = await run(recording("b", Day.make("2026-03-01"), ["11629", "11630"], 1))
      const [, first] = await run(ask((port) => port.imports()))
      expect(second.supersedes).toEqual([{ id: first?.id, units: 1 }])
      expect(first).toMatchObject({ units: 2, inForce: 1 })
      expect(await run(inForce)).toEqual(["11629 2026-03-01 107.5", "11630 2026-03-01 107.5", "11824 2025-07-01 106.5"])
      // The earlier ground of the same code is another unit's.
      await run(recording("c", Day.make("2025-06-30"), ["11824"], 2))
      expect(await run(inForce)).toContain("11824 2025-07-01 106.5")
      expect(await run(inForce)).toContain("11824 2025-06-30 108.5")
    })

    it("of a file that was superseded in part are recorded again when it comes again", async () => {
      const { state, import: third } = await run(recording("a", july, ["11824", "11629"]))
      expect([state, third.supersedes.map(({ units }) => units)]).toEqual(["recorded", [1, 1]])
    })

    it("are refused when units were changed since the register was read, and nothing is written", async () => {
      const stale = await run(fileOf("d", july, ["11824"]))
      const renaming = Schema.decodeUnknownSync(Reorganisation)({
        id: "r",
        document: { number: "1/NQ", issuer: null, issuedOn: null },
        day: "2026-01-01",
        changes: [{ change: "rename", unit: { code: "11629" }, name: "Khác" }]
      })
      await run(
        Effect.gen(function* () {
          const events = yield* Reorganisations
          const { version, chronicle } = yield* events.register()
          yield* events.apply(Result.getOrThrow(plan(chronicle, renaming)), version)
        })
      )
      const before = await run(ask((port) => port.imports()))
      expect(await run(Effect.flip(Effect.flatMap(Boundaries, (port) => port.replace(stale))))).toBeInstanceOf(
        RegisterChanged
      )
      expect(await run(ask((port) => port.imports()))).toEqual(before)
      await run(Effect.flatMap(Reorganisations, (events) => events.undo("r")))
    })

    it("leave nothing when the database refuses one of them, or the transaction around them fails", async () => {
      const before = await run(Effect.all([inForce, ask((port) => port.imports())]))
      const file = await run(fileOf("e", july, ["11629"]))
      const twice = { ...file, boundaries: [...file.boundaries, ...file.boundaries] }
      expect(Exit.isFailure(await exit(Effect.flatMap(Boundaries, (port) => port.replace(twice))))).toBe(true)
      const broken = inTransaction(Effect.andThen(recording("e", july, ["11629"]), Effect.fail("late")))
      expect(await run(Effect.flip(broken))).toBe("late")
      expect(await run(Effect.all([inForce, ask((port) => port.imports())]))).toEqual(before)
    })

    it("find their units again by code and day when other registers give these other ids", async () => {
      const shifted = (id: number) => (id === 8 ? 18 : id === 9 ? 8 : id)
      const json: unknown = JSON.parse(
        JSON.stringify(sampleFacts.units, (key, value: unknown) =>
          (key === "id" || key === "parentId") && typeof value === "number" ? shifted(value) : value
        )
      )
      const units = Schema.decodeUnknownSync(Schema.Array(Schema.Any))(json)
      const facts = { ...sampleFacts, units, reorganisations: [] }
      await run(loadAll(facts, { ...sampleSource, sha256: "b" }))
      const named = await run(
        query(
          (sql) => sql<Array<{ code: string; unitId: number }>>`
          select distinct code, unit_id as "unitId" from boundary where as_of >= '2025-07-01' order by code`
        )
      )
      expect(named).toEqual([
        { code: "11629", unitId: 18 },
        { code: "11630", unitId: 8 },
        { code: "11824", unitId: 7 }
      ])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
