import {
  type EntryRecording,
  Funding,
  FundingEntryId,
  FundingRefused,
  FundingSourceKey,
  FundingStage,
  placementOf,
  WorkId
} from "@ntm/domain/funding"
import { fundingOver } from "@ntm/domain/testing"
import { Reorganisations, UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Exit } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleEntry } from "../testing/sample-funding.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

const end = Day.make("2026-01-31")
const record = (...batch: ReadonlyArray<EntryRecording>) =>
  Effect.flatMap(Funding, (port) => port.record(batch, provincialOffice))
const refusal = (...batch: ReadonlyArray<EntryRecording>) => Effect.flip(record(...batch))
const everything = Effect.flatMap(Funding, (port) =>
  port.entries({ units: null, years: null, works: null, asOf: end, knownAt: null })
)
const moment = Effect.flatMap(Funding, (port) => port.moment())
const empty = { ...sampleFacts, fundingTables: [] }

onEveryDatabase(
  "the journal of funding",
  ({ run }) => {
    it("has no moment while nothing was recorded", async () => {
      expect([await run(moment), await run(everything)]).toEqual([null, []])
    })

    it("gives entries back as they were recorded, with everything beside the amount", async () => {
      const land = sampleEntry({
        unit: UnitId.make(7),
        source: "community.land",
        stage: "mobilised",
        amount: 9_007_199_254_740_991,
        quantity: { amount: 230.5, unit: "m²" },
        agency: "Hội Nông dân",
        from: { agency: "Hộ 0123" },
        content: "III.2",
        document: "12/BB",
        place: "trang 2",
        illustrative: true
      })
      const { ids, recordedAt } = await run(record(sampleEntry(), land))
      const [, stored] = await run(everything)
      expect(ids).toEqual([1, 2])
      expect(stored).toEqual({
        ...land,
        id: 2,
        recordedAt,
        recordedBy: { name: provincialOffice.name, role: "provincialOffice", agency: null }
      })
      expect(await run(moment)).toBe(recordedAt)
    })

    it("takes an adjustment for an entry of its own, and never more than there is", async () => {
      const adjusts = FundingEntryId.make(1)
      const cut = sampleEntry({ kind: "adjustment", reason: "Cắt giảm", adjusts, amount: -600_000 })
      await run(record(cut))
      const refused = await run(refusal({ ...cut, day: Day.make("2025-08-06") }))
      expect(refused).toBeInstanceOf(FundingRefused)
      expect(refused.problems.map(({ kind }) => kind)).toEqual(["takesTooMuch"])
      expect((await run(everything)).map(({ amount }) => amount)).toEqual([1_000_000, 9_007_199_254_740_991, -600_000])
    })

    it("refuses what it says already from the same place, and names the entry", async () => {
      const said = sampleEntry({ document: "61/KH", place: "dòng 3" })
      await run(record(said))
      const [problem] = (await run(refusal(sampleEntry({ source: "enterprise" }), { ...said, amount: 7 }))).problems
      expect(problem).toMatchObject({ row: 1, kind: "duplicate" })
      expect(problem.sentence.vi).toContain("số 4")
      // Without a place the amount and the day tell two entries of a document apart.
      const paid = sampleEntry({ document: "5/QĐ" })
      await run(record(paid))
      await run(record({ ...paid, day: Day.make("2025-08-07") }))
      expect((await run(refusal(paid))).problems.map(({ kind }) => kind)).toEqual(["duplicate"])
    })

    it("takes what is sent twice without a document once, and another of the same amount with its document", async () => {
      const given = sampleEntry({ source: "credit", day: Day.make("2025-08-09") })
      await run(record(given))
      expect((await run(refusal(given))).problems.map(({ kind }) => kind)).toEqual(["duplicate"])
      await run(record({ ...given, document: "6/QĐ" }))
    })

    it("writes nothing of a batch of which one row is wrong, and tells of all", async () => {
      const before = await run(everything)
      const refused = await run(
        refusal(
          sampleEntry({ amount: 1 }),
          sampleEntry({ unit: "99999", amount: 0.5 }),
          sampleEntry({ unit: "313", tier: "district", amount: 3 }),
          sampleEntry({ work: WorkId.make(404), amount: 4 }),
          sampleEntry({ adjusts: FundingEntryId.make(404), kind: "adjustment", reason: "x", amount: 5 }),
          sampleEntry({ content: "no'; drop table funding_entry; --\\\t\n", amount: 6 })
        )
      )
      expect(refused.problems.map(({ kind, row }) => `${row} ${kind}`)).toEqual([
        "1 notMoney",
        "1 unknownUnit",
        "2 unitNotStanding",
        "3 unknownWork",
        "4 unknownEntry"
      ])
      expect(await run(everything)).toEqual(before)
    })

    it("keeps text as it is, whatever signs are in it", async () => {
      const content = "no'; drop table funding_entry; --\\\t\n\r\"“”"
      await run(record(sampleEntry({ content, agency: content, document: content, amount: 66 })))
      expect((await run(everything)).at(-1)).toMatchObject({ content, agency: content, document: content })
    })
  },
  loadAll(empty, sampleSource)
)

/** A journal of all units of the sample, of several batches: every source, stage and tier comes up. */
const many = Array.from({ length: 5 }, (_, batch) =>
  Array.from({ length: 400 }, (_each, at) => {
    const source = FundingSourceKey.literals[(at * 7 + batch) % 22] ?? "all"
    const inKind = { "community.land": "m²", "community.labour": "ngày công", "community.kind": "tấn" } as const
    const quantity =
      source === "community.land" || source === "community.labour" || source === "community.kind"
        ? { amount: 1, unit: inKind[source] }
        : null
    const raised = /^(credit|enterprise|community)/.test(source)
    return sampleEntry({
      unit: ["11824", "11629", "11630", "31"][at % 4] ?? "31",
      tier: at % 4 === 3 ? (["province", "commune"] as const)[at % 8 === 3 ? 0 : 1] : "commune",
      source: at % 4 === 3 && source.endsWith(".commune") ? "budget" : source.endsWith(".district") ? "budget" : source,
      stage: raised && at % 3 === 0 ? "mobilised" : ((["planned", "disbursed"] as const)[at % 2] ?? "planned"),
      year: at % 5 === 0 ? 2026 : 2025,
      agency: at % 11 === 0 ? `Phòng ${at % 3}` : null,
      quantity,
      amount: at * 1000 + batch,
      day: Day.make(at % 5 === 0 ? "2026-01-05" : `2025-1${batch % 3}-0${(at % 9) + 1}`),
      illustrative: at % 13 === 0
    })
  }).filter(({ quantity, source }) => !(source === "budget" && quantity !== null))
)

onEveryDatabase(
  "sums of funding",
  ({ run }) => {
    it("are what the domain says of the same entries: by row, agency, source, year, stage and kind, as of a day, as known at a moment", async () => {
      for (const batch of many) await run(record(...batch))
      const journal = await run(everything)
      const oracle = fundingOver(journal)
      const { chronicle } = await run(Effect.flatMap(Reorganisations, (port) => port.register()))
      const moments = [null, ...new Set(journal.map(({ recordedAt }) => recordedAt))]
      expect(moments).toHaveLength(many.length + 1)
      const order = (rows: ReadonlyArray<object>) =>
        rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()
      for (const knownAt of [null, moments[1] ?? null, moments[3] ?? null])
        for (const asOf of [Day.make("2025-11-05"), end])
          for (const parent of [null, UnitId.make(6), UnitId.make(7)]) {
            const { placement } = placementOf(chronicle, parent, Day.make("2025-12-31"))
            for (const tier of ["province", "commune"] as const) {
              const question = { placement, tier, years: [2025, 2026], stages: FundingStage.literals, asOf, knownAt }
              const sums = await run(Effect.flatMap(Funding, (port) => port.sums(question)))
              expect(order(sums)).toEqual(order(Effect.runSync(oracle.sums(question))))
            }
            const of = { units: placement.units, asOf, knownAt }
            const tiers = await run(Effect.flatMap(Funding, (port) => port.tiers(of)))
            expect(order(tiers)).toEqual(order(Effect.runSync(oracle.tiers(of))))
            const narrowed = { ...of, years: [2026] }
            expect(order(await run(Effect.flatMap(Funding, (port) => port.tiers(narrowed))))).toEqual(
              order(Effect.runSync(oracle.tiers(narrowed)))
            )
          }
    })

    it("are read one by one as the domain says, piece by piece where that is asked for", async () => {
      const journal = await run(everything)
      const oracle = fundingOver(journal)
      const ask = (more: object) => {
        const question = { units: null, years: null, works: null, asOf: end, knownAt: null, ...more }
        return run(Effect.flatMap(Funding, (port) => port.entries(question))).then((found) => ({
          found,
          expected: Effect.runSync(oracle.entries(question))
        }))
      }
      for (const more of [
        { units: [UnitId.make(7)] },
        { years: [2026], stages: ["planned"] },
        { asOf: Day.make("2025-11-05") },
        { knownAt: journal[500]?.recordedAt },
        { works: [WorkId.make(1)] },
        { after: journal[99]?.id, limit: 10 }
      ]) {
        const { expected, found } = await ask(more)
        expect(found).toEqual(expected)
      }
    })
  },
  loadAll(empty, sampleSource)
)

onEveryDatabase(
  "two who record funding at the same time",
  ({ exit, run, url }) => {
    it("get moments that grow strictly, and one of two that say the same is refused", async () => {
      const writers = Array.from({ length: 12 }, (_, at) =>
        Effect.exit(record(sampleEntry({ amount: at }), sampleEntry({ document: "61/KH", place: `dòng ${at % 3}` })))
      )
      const exits = await run(Effect.all(writers, { concurrency: "unbounded" }))
      expect(exits.filter(Exit.isSuccess)).toHaveLength(3)
      const recorded = exits.flatMap((each) => (Exit.isSuccess(each) ? [each.value] : []))
      const byId = recorded.toSorted((a, b) => (a.ids[0] ?? 0) - (b.ids[0] ?? 0)).map(({ recordedAt }) => recordedAt)
      expect(byId).toEqual([...new Set(byId)].toSorted())
      expect((await run(everything)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
    })

    it("leave nothing when one of them is killed", async () => {
      const before = await run(everything)
      const program = fileURLToPath(new URL("../testing/record-half-entries.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("recorded\n")
      expect(await run(everything)).toEqual(before)
      expect(Exit.isSuccess(await exit(record(sampleEntry({ amount: 77 }))))).toBe(true)
    })

    it("are waited for by a question as known at a moment, so that asked again it gets the same", async () => {
      const seen = await run(
        Effect.gen(function* () {
          const port = yield* Funding
          let writes = true
          const writing = Effect.tap(
            Effect.forEach(Array.from({ length: 40 }), (_, at) => record(sampleEntry({ amount: 1000 + at }))),
            () => Effect.sync(() => (writes = false))
          )
          const known = (knownAt: Moment) =>
            Effect.map(port.tiers({ units: [UnitId.make(7)], asOf: end, knownAt }), (tiers) => tiers[0]?.amount ?? 0)
          const asking = Effect.gen(function* () {
            const asked = []
            while (writes) {
              const knownAt = Moment.make(new Date(Date.now() - 1).toISOString())
              asked.push({ knownAt, first: yield* known(knownAt) })
            }
            return asked
          })
          const [, asked] = yield* Effect.all([writing, asking], { concurrency: 2 })
          return yield* Effect.forEach(asked, ({ knownAt, first }) =>
            Effect.map(known(knownAt), (again) => ({ again, first }))
          )
        })
      )
      for (const { again, first } of seen) expect(again).toBe(first)
      expect(new Set(seen.map(({ again }) => again)).size).toBeGreaterThan(1)
    })
  },
  loadAll(empty, sampleSource)
)
