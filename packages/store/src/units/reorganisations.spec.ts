import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import {
  apply,
  type Chronicle,
  plan,
  RegisterChanged,
  Reorganisation,
  Reorganisations,
  Units,
  UnitCode
} from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Exit, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { settle } from "../observations/ledger.ts"
import { FactsRefused } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleReorganisations, sampleUnits } from "../testing/sample-units.ts"

const day = Day.make("2026-01-01")
const eventOf = (id: string, changes: ReadonlyArray<unknown>) =>
  Schema.decodeUnknownSync(Reorganisation)({
    id,
    document: { number: `${id}/NQ-UBTVQH16`, issuer: null, issuedOn: null },
    day: "2026-01-01",
    changes
  })

const piece = (code: string, share?: unknown) => ({ unit: { code }, ...(share === undefined ? {} : { share }) })
const merger = eventOf("a", [
  {
    change: "merge",
    from: [piece("11630"), piece("11631"), piece("11632", { of: "part", by: { population: 0.25 } })],
    into: {
      new: {
        key: "n",
        code: "11640",
        name: "Nam Đồ Sơn",
        type: "phường",
        level: "commune",
        parent: { code: "31" },
        weights: { areaKm2: 12.5, population: 9000, households: 2500 },
        attributes: { region: "DBSH", communeGroup: 1, border: false, leftOutOf: ["ntm-nang-cao-2025"] }
      }
    }
  }
])
const renaming = eventOf("b", [{ change: "rename", unit: { code: "11629" }, name: "An Lão Mới" }])

const port = Reorganisations
const snapshot = Effect.flatMap(port, (events) => events.register())
const planned = (chronicle: Chronicle, event: Reorganisation) => Result.getOrThrow(plan(chronicle, event))
const applying = (event: Reorganisation) =>
  Effect.gen(function* () {
    const events = yield* port
    const { version, chronicle } = yield* events.register()
    return yield* events.apply(planned(chronicle, event), version)
  })
const undoing = (id: string) => Effect.flatMap(port, (events) => events.undo(id))

onEveryDatabase(
  "Reorganisations",
  ({ run, exit, url }) => {
    it("gives the register back as it was loaded: rows, events, transfers", async () => {
      const { chronicle } = await run(snapshot)
      expect(chronicle.register.rows).toEqual(sampleUnits)
      expect(chronicle.events).toEqual(sampleReorganisations)
      expect(chronicle.lineage.transfers).toEqual(sampleReorganisations.flatMap((event) => event.transfers))
    })

    it("reads nothing again while nothing changed", async () => {
      const [one, two] = await run(Effect.all([snapshot, snapshot]))
      expect(two).toBe(one)
    })

    it("applies a plan: the register becomes what the domain says it becomes", async () => {
      const before = await run(snapshot)
      const made = planned(before.chronicle, merger)
      const version = await run(Effect.flatMap(port, (events) => events.apply(made, before.version)))
      const after = await run(snapshot)
      const expected = apply(before.chronicle, made)
      const inOrder = (rows: Chronicle["register"]["rows"]) =>
        rows.toSorted((a, b) => a.id - b.id || ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1))
      expect(after.version).toBe(version)
      expect(after.chronicle.register.rows).toEqual(inOrder(expected.register.rows))
      expect(after.chronicle.lineage.transfers).toEqual(
        expected.lineage.transfers.toSorted((a, b) => a.fromId - b.fromId || a.toId - b.toId)
      )
      expect(after.chronicle.events.map((event) => event.reorganisation)).toEqual([
        ...sampleReorganisations.map((event) => event.reorganisation),
        merger
      ])
    })

    it("answers the other port as of the day: the new unit with its predecessors, the old one with its successors", async () => {
      const get = (code: string, on: Day) => run(Effect.flatMap(Units, (units) => units.get(UnitCode.make(code), on)))
      const formed = await get("11640", day)
      expect(formed.unit).toMatchObject({
        weights: { households: 2500 },
        attributes: { communeGroup: 1, border: false }
      })
      expect(formed.predecessors.map(({ unit, share }) => [unit.name, share])).toEqual([
        ["Ân Thi", "whole"],
        ["Dương Kinh", "part"],
        ["Đồ Sơn", "whole"]
      ])
      const giver = await get("11632", Day.make("2025-12-31"))
      expect(giver.successors.map(({ unit, share }) => [unit.name, share])).toEqual([
        ["Dương Kinh", "part"],
        ["Nam Đồ Sơn", "part"]
      ])
      expect((await get("11632", day)).predecessors.map(({ unit }) => unit.validTo)).toEqual(["2025-12-31"])
    })

    it("tells a unit that lives on under a new name as its own predecessor and successor", async () => {
      await run(applying(renaming))
      const get = (on: Day) => run(Effect.flatMap(Units, (units) => units.get(UnitCode.make("11629"), on)))
      expect((await get(day)).predecessors.map(({ unit, share }) => [unit.name, share])).toEqual([["An Lão", "whole"]])
      expect((await get(Day.make("2025-12-31"))).successors.map(({ unit, share }) => [unit.name, share])).toEqual([
        ["An Lão Mới", "whole"]
      ])
      await run(undoing("b"))
    })

    it("leaves every day before an event untouched by it", async () => {
      const standing = (on: string) =>
        run(
          Effect.flatMap(Units, (units) =>
            units.find({ asOf: Day.make(on), level: null, parent: null, query: null, limit: 99 })
          )
        )
      const plain = (units: Awaited<ReturnType<typeof standing>>) => units.map(({ validTo: _, ...unit }) => unit)
      const applied = await standing("2025-12-31")
      await run(undoing("a"))
      expect(plain(applied)).toEqual(plain(await standing("2025-12-31")))
      await run(applying(merger))
    })

    it("refuses a plan that was made from another version, and writes nothing", async () => {
      const { version, chronicle } = await run(snapshot)
      const stale = planned(chronicle, renaming)
      await run(undoing("a"))
      await run(applying(merger))
      const refused = await run(Effect.flip(Effect.flatMap(port, (events) => events.apply(stale, version))))
      expect(refused).toBeInstanceOf(RegisterChanged)
      expect(refused.message).toContain("xem trước lại")
      expect((await run(snapshot)).chronicle.events).toHaveLength(2)
    })

    it("lets one of two that apply at the same time win, and refuses the other", async () => {
      await run(undoing("a"))
      const { version, chronicle } = await run(snapshot)
      const exits = await Promise.all(
        [merger, renaming].map((event) =>
          exit(Effect.flatMap(port, (events) => events.apply(planned(chronicle, event), version)))
        )
      )
      expect(exits.map(({ _tag }) => _tag).toSorted()).toEqual(["Failure", "Success"])
      const won = (await run(snapshot)).chronicle.events.at(-1)?.reorganisation.id ?? ""
      expect(["a", "b"]).toContain(won)
      await run(undoing(won))
    })

    it("leaves nothing when it breaks off in the middle, and names no version twice", async () => {
      const before = await run(snapshot)
      const broken = inTransaction(
        Effect.gen(function* () {
          yield* applying(merger)
          const inside = yield* snapshot
          expect(inside.chronicle.events).toHaveLength(2)
          return yield* Effect.fail(inside.version)
        })
      )
      const lost = await run(Effect.flip(broken))
      const after = await run(snapshot)
      expect(after).toEqual(before)
      expect(await run(applying(renaming))).not.toBe(lost)
      await run(undoing("b"))
    })

    it("leaves nothing when its process is killed before the end, and does not block the next", async () => {
      const before = await run(snapshot)
      const program = fileURLToPath(new URL("../testing/apply-half.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url(), JSON.stringify(merger)], {
        stdio: ["ignore", "pipe", "inherit"]
      })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("applied\n")
      expect(await run(snapshot)).toEqual(before)
      await run(applying(merger))
      await run(undoing("a"))
    })

    it("leaves nothing when the database refuses one of its rows", async () => {
      const before = await run(snapshot)
      const made = planned(before.chronicle, merger)
      const twice = { ...made, begins: made.begins.map((row) => ({ ...row, code: UnitCode.make("11629") })) }
      const died = await exit(Effect.flatMap(port, (events) => events.apply(twice, before.version)))
      expect(Exit.isFailure(died)).toBe(true)
      expect(await run(snapshot)).toEqual(before)
    })

    it("takes an event back to the very rows of before, and keeps that it was applied", async () => {
      const before = await run(snapshot)
      await run(applying(merger))
      await run(undoing("a"))
      const after = await run(snapshot)
      expect(after.chronicle).toEqual(before.chronicle)
      expect(after.version).not.toBe(before.version)
      const listed = await run(Effect.flatMap(port, (events) => events.list()))
      expect(listed[0]).toMatchObject({ id: "sample-2025-07-01", document: { issuedOn: "2025-06-16" }, undoneAt: null })
      expect(listed.at(-1)).toMatchObject({ id: "a", day: "2026-01-01" })
      expect(new Date(listed.at(-1)?.undoneAt ?? "").toISOString()).toBe(listed.at(-1)?.undoneAt)
    })

    it("does not take back what a later event rests on, and says which", async () => {
      await run(applying(merger))
      const later = {
        ...eventOf("c", [{ change: "rename", unit: { code: "11640" }, name: "Khác" }]),
        day: Day.make("2026-07-01")
      }
      await run(applying(later))
      const refused = await run(Effect.flip(undoing("a")))
      expect(refused.message).toContain("c/NQ-UBTVQH16")
      expect((await run(Effect.flip(undoing("none")))).refusals[0]?.kind).toBe("eventUnknown")
      await run(undoing("c"))
      await run(undoing("a"))
    })

    it("tells the register as it was known at a moment, whatever was applied and undone since", async () => {
      const ledger = query((sql) => settle(sql, null)).pipe(Effect.map(({ moment }) => Moment.make(moment ?? "")))
      const seen: Array<{ readonly at: Moment; readonly chronicle: Chronicle }> = []
      const steps: ReadonlyArray<Effect.Effect<number, unknown, Reorganisations>> = [
        applying(merger),
        applying(renaming),
        undoing("a"),
        undoing("b"),
        applying(merger),
        undoing("a")
      ]
      for (const step of steps) {
        await run(Effect.orDie(step))
        seen.push({ at: await run(ledger), chronicle: (await run(snapshot)).chronicle })
        for (const then of seen) {
          const known = await run(Effect.flatMap(port, (events) => events.registerAt(then.at)))
          expect(known.chronicle).toEqual(then.chronicle)
        }
      }
      const moments = seen.map(({ at }) => at)
      expect(moments).toEqual([...new Set(moments)].toSorted())
      const twice = Effect.flatMap(port, (events) => Effect.all(moments.slice(0, 2).map((at) => events.registerAt(at))))
      const [one, two] = await run(twice)
      expect(one?.version).not.toBe(two?.version)
      expect(
        await run(Effect.flatMap(port, (events) => events.registerAt(Moment.make("2000-01-01T00:00:00.000Z"))))
      ).toEqual({
        version: expect.any(String),
        chronicle: (await run(snapshot)).chronicle
      })
    })

    it("keeps what was applied when a new build brings the same registers, and does not replace them by others", async () => {
      await run(applying(renaming))
      const before = await run(snapshot)
      expect((await run(loadAll(sampleFacts, { ...sampleSource, sha256: "b" }))).state).toBe("replaced")
      expect(await run(snapshot)).toEqual(before)
      const others = { ...sampleFacts, units: sampleUnits.map((unit) => ({ ...unit, areaKm2: 1 })) }
      const refused = await run(Effect.flip(loadAll(others, { ...sampleSource, sha256: "c" })))
      expect(refused).toBeInstanceOf(FactsRefused)
      expect(refused.message).toContain("b/NQ-UBTVQH16")
      await run(undoing("b"))
      expect((await run(loadAll(others, { ...sampleSource, sha256: "c" }))).state).toBe("replaced")
    })

    it("cannot hold one id, or one code, twice on a day: the database itself refuses", async () => {
      const copy = (columns: string) =>
        query((sql) =>
          sql.unsafe(
            `insert into unit (id, code, name, type, level, valid_from, valid_to, folded)
              select ${columns}, name, type, level, date '2025-12-01', null, folded from unit where code = '11629' and id = 8`
          )
        )
      expect((await run(Effect.flip(copy("8, '99999'")))).message).toContain("unit_id_once")
      expect((await run(Effect.flip(copy("99, code")))).message).toContain("unit_code_once")
    })
  },
  loadAll(sampleFacts, sampleSource)
)
