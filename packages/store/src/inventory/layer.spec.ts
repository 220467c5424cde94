import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { EvidenceFiles } from "@ntm/domain/criteria"
import { Inventory, ItemId } from "@ntm/domain/inventory"
import { evidenceSamples } from "@ntm/domain/testing"
import { plan, Reorganisation, Reorganisations, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Exit, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleEnd, sampleItem } from "../testing/sample-inventory.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

const ask = <A, E>(use: (port: Inventory["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Inventory, use)
const record = (...rows: Parameters<Inventory["Service"]["record"]>[0]) =>
  ask((port) => port.record(rows, provincialOffice))
const follow = (...rows: Parameters<Inventory["Service"]["follow"]>[0]) =>
  ask((port) => port.follow(rows, provincialOffice))
const journal = ask((port) => port.journal(null, null, null))
const told = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }
const day = (text: string) => Day.make(text)

/** Đồ Sơn (11631) goes into Ân Thi (11630, unit 9). */
const merger = Schema.decodeUnknownSync(Reorganisation)({
  id: "merger",
  document: { number: "1/NQ", issuer: null, issuedOn: null },
  day: "2026-03-01",
  changes: [{ change: "merge", from: [{ unit: { code: "11631" } }], into: { unit: { code: "11630" } } }]
})

onEveryDatabase(
  "Inventory",
  ({ exit, run, url }) => {
    it("is empty at first", async () => {
      expect(await run(journal)).toEqual({ items: [], events: [] })
      expect(await run(ask((port) => port.moment()))).toBeNull()
      expect(await run(ask((port) => port.resting()))).toEqual([])
      expect(await run(ask((port) => port.targets()))).toEqual([])
    })

    it("comes back as it was recorded, with what became of it, of those units and kinds alone that are asked for", async () => {
      const { bytes, sha256 } = await run(
        Effect.flatMap(EvidenceFiles, (files) =>
          files.keep({ name: "giấy.pdf", content: evidenceSamples.pdf }, provincialOffice)
        )
      )
      const rows = [
        sampleItem({ evidence: [{ file: "giấy.pdf", sha256, bytes }], note: "một\nhai" }),
        sampleItem({ unit: 8, name: "Thôn Đông", body: { _tag: "smartVillage", village: null }, illustrative: true })
      ]
      const { ids, recordedAt } = await run(record(...rows))
      const [first = ItemId.make(1), second = ItemId.make(1)] = ids
      const events = [
        sampleEnd(first, day("2025-09-01"), { _tag: "renewed", stars: 5, until: day("2028-09-01") }),
        sampleEnd(second, day("2025-09-02"))
      ]
      const followed = await run(follow(...events))
      const found = await run(journal)
      expect(found.items).toEqual(
        rows.map((row, at) => ({ ...row, unit: at === 0 ? 7 : 8, id: ids[at], recordedAt, recordedBy: told }))
      )
      expect(found.events).toEqual(
        events.map((event, at) => ({
          ...event,
          id: followed.ids[at],
          recordedAt: followed.recordedAt,
          recordedBy: told
        }))
      )
      expect(followed.recordedAt > recordedAt).toBe(true)
      expect(await run(ask((port) => port.moment()))).toBe(followed.recordedAt)
      expect(await run(ask((port) => port.journal([UnitId.make(8)], null, followed.recordedAt)))).toEqual({
        items: [found.items[1]],
        events: [found.events[1]]
      })
      expect((await run(ask((port) => port.journal(null, ["ocop"], null)))).items).toEqual([found.items[0]])
      expect(await run(ask((port) => port.resting()))).toEqual([
        { unit: 7, items: 1 },
        { unit: 8, items: 1 }
      ])
    })

    it("refuses a batch with every problem of every row, and writes nothing of it", async () => {
      const before = await run(journal)
      const refusals = await run(
        Effect.all([
          Effect.flip(
            record(
              sampleItem({ name: "Mới" }),
              sampleItem(),
              sampleItem({ name: "Mới" }),
              sampleItem({ unit: "99999", day: "2099-01-01" }),
              sampleItem({ name: "Tệp", evidence: [{ file: "a.pdf", sha256: "0".repeat(64), bytes: 1 }] })
            )
          ),
          Effect.flip(follow(sampleEnd(ItemId.make(999_999), day("2025-09-03"))))
        ])
      )
      expect(refusals.map(({ problems }) => problems.map(({ kind, row }) => `${row} ${kind}`))).toEqual([
        ["1 duplicate", "2 duplicate", "3 unknownUnit", "3 futureDay", "4 form"],
        ["0 unknownItem"]
      ])
      expect(await run(journal)).toEqual(before)
    })

    it("takes long batches, and of two that list the same one is refused", async () => {
      const many = Array.from({ length: 1500 }, (_, at) => sampleItem({ name: `Dài ${at}` }))
      const { ids } = await run(record(...many))
      expect((await run(journal)).items.slice(-1500).map(({ id }) => id)).toEqual(ids)
      const writers = Array.from({ length: 6 }, () => Effect.exit(record(sampleItem({ name: "Cùng" }))))
      const exits = await run(Effect.all(writers, { concurrency: "unbounded" }))
      expect(exits.filter(Exit.isSuccess)).toHaveLength(1)
    })

    it("keeps nothing of a batch whose writer was killed half-way", async () => {
      const before = await run(journal)
      const program = fileURLToPath(new URL("../testing/list-half.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("listed\n")
      expect(await run(journal)).toEqual(before)
      const { ids } = await run(record(sampleItem({ name: "Nửa 1" })))
      expect(ids).toHaveLength(1)
    })

    it("keeps an event of units in force once an entry is of the ground that it made", async () => {
      const events = await run(Effect.map(Reorganisations, (port) => port))
      const apply = Effect.gen(function* () {
        const { chronicle, version } = yield* events.register()
        return yield* events.apply(Result.getOrThrow(plan(chronicle, merger)), version)
      })
      await run(record(sampleItem({ unit: "11630", name: "Trước", day: "2026-02-28" })))
      await run(apply)
      await run(events.undo("merger"))
      await run(apply)
      await run(record(sampleItem({ unit: "11630", name: "Sau", day: "2026-03-02" })))
      const refused = await run(Effect.flip(events.undo("merger")))
      expect(refused).toMatchObject({
        refusals: [
          {
            sentence: {
              vi: "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có mục trong sổ theo dõi ngày 02/03/2026"
            }
          }
        ]
      })
    })

    it("cannot be written past the rules: the kind of a row is that of what it says", async () => {
      expect(Exit.isFailure(await exit(query((sql) => sql`update inventory_item set kind = 'meeting'`)))).toBe(true)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
