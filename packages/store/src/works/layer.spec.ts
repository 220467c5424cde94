import { evidenceSamples } from "@ntm/domain/testing"
import { EvidenceFiles } from "@ntm/domain/criteria"
import { WorkId } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import { LandGiftId, ReportId, Works, type WorkRecording } from "@ntm/domain/works"
import { Moment } from "@ntm/domain/values"
import { Effect, Exit } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice } from "../testing/sample-observations.ts"
import { sampleBatch, sampleGift, sampleReport, sampleWork } from "../testing/sample-works.ts"

const ask = <A, E>(use: (port: Works["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Works, use)
const approve = (works: ReadonlyArray<WorkRecording>, batch = sampleBatch()) =>
  ask((port) => port.approve(batch, works, provincialOffice))
const report = (...rows: Parameters<Works["Service"]["report"]>[0]) =>
  ask((port) => port.report(rows, provincialOffice))
const give = (...rows: Parameters<Works["Service"]["giveLand"]>[0]) =>
  ask((port) => port.giveLand(rows, provincialOffice))
const follow = (...rows: Parameters<Works["Service"]["followLand"]>[0]) =>
  ask((port) => port.followLand(rows, provincialOffice))
const journal = ask((port) => port.journal(null))
const told = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }

const prepare = loadAll(sampleFacts, sampleSource)

onEveryDatabase(
  "Works",
  ({ run, exit }) => {
    it("are none at first", async () => {
      expect(await run(journal)).toEqual({ batches: [], works: [], reports: [], gifts: [], landEvents: [] })
      expect(await run(ask((port) => port.moment()))).toBeNull()
      expect(await run(ask((port) => port.resting()))).toEqual([])
      expect((await run(ask((port) => port.rules(null)))).overdueAfterDays).toBe(90)
    })

    it("are held to the rules as known at a moment: those of earlier loads stay, the same again is nothing new", async () => {
      const rules = (knownAt: Moment | null) => run(ask((port) => port.rules(knownAt)))
      const moment = () => run(ask((port) => port.moment()))
      const load = (sha256: string, overdueAfterDays: number | null) => {
        const worksRules = overdueAfterDays === null ? null : { source: "Quy ước", overdueAfterDays, alerts: [] }
        return run(loadAll({ ...sampleFacts, worksRules }, { ...sampleSource, sha256 }))
      }
      await load("r1", 30)
      const first = await moment()
      await load("r2", 30)
      expect(await moment()).toBe(first)
      await load("r3", 60)
      const second = await moment()
      expect([await rules(first), await rules(second), await rules(null)].map((one) => one.overdueAfterDays)).toEqual([
        30, 60, 60
      ])
      // Of what was before the first nothing is kept.
      expect((await rules(Moment.make("2001-01-01T00:00:00Z"))).overdueAfterDays).toBe(30)
      await load("r4", null)
      expect([await rules(second), await rules(null)].map((one) => one.overdueAfterDays)).toEqual([60, 90])
    })

    it("come back as they were approved, with their batch", async () => {
      const recordings = [sampleWork(), sampleWork({ code: "VB-02", unit: "11824", size: null })]
      const { ids, recordedAt } = await run(approve(recordings))
      const found = await run(journal)
      expect(found.batches).toEqual([sampleBatch()])
      expect(found.works).toEqual(recordings.map((work, at) => ({ ...work, unit: 7, id: ids[at], recordedAt })))
      expect(await run(ask((port) => port.moment()))).toBe(recordedAt)
      expect(await run(ask((port) => port.resting()))).toEqual([{ unit: 7, works: 2, gifts: 0 }])
    })

    it("come back with everything that was said of them, and of those units alone that are asked for", async () => {
      const [first] = (await run(journal)).works
      if (first === undefined) throw new Error("no work was approved")
      const { sha256, bytes } = await run(
        Effect.flatMap(EvidenceFiles, (files) =>
          files.keep({ name: "ảnh.pdf", content: evidenceSamples.pdf }, provincialOffice)
        )
      )
      const rows = [
        sampleReport({ work: first.id }),
        sampleReport({
          work: "31/VB-01",
          day: "2025-09-02",
          body: { _tag: "problem", category: "land", text: "Vướng\n“mặt bằng” \\ ba hộ" },
          evidence: [
            { file: "ảnh.pdf", sha256, bytes },
            { link: "https://haiphong.gov.vn/a", title: null }
          ],
          note: "một\thai",
          document: "5/BC"
        })
      ]
      const { ids, recordedAt } = await run(report(...rows))
      const [, problem] = ids
      await run(
        report(sampleReport({ work: first.id, day: "2025-09-09", body: { _tag: "solved", problem, text: null } }))
      )
      const gifts = await run(give(sampleGift({ work: first.id })))
      const [gift] = gifts.ids
      if (gift === undefined) throw new Error("nothing was given")
      const day = rows[0]?.day
      const events = [
        { gift, day, event: { _tag: "cleared" } },
        { gift, day, event: { _tag: "updated", parcels: 2 } }
      ] as const
      if (day === undefined) throw new Error("a report has a day")
      const followed = await run(follow(...events.map((event) => ({ ...event, day }))))
      const found = await run(journal)
      expect(found.reports.slice(0, 2)).toEqual(
        rows.map((row, at) => ({ ...row, work: first.id, id: ids[at], recordedAt, recordedBy: told }))
      )
      expect(found.reports[2]?.body).toEqual({ _tag: "solved", problem, text: null })
      expect(found.gifts).toEqual([
        { ...sampleGift({ work: first.id }), id: gift, recordedAt: gifts.recordedAt, recordedBy: told }
      ])
      expect(found.landEvents).toEqual(
        events.map((event) => ({ ...event, recordedAt: followed.recordedAt, recordedBy: told }))
      )
      expect(followed.recordedAt > gifts.recordedAt).toBe(true)
      expect(await run(ask((port) => port.journal([UnitId.make(7)])))).toEqual(found)
      expect((await run(ask((port) => port.journal([UnitId.make(8)])))).works).toEqual([])
    })

    it("are refused with every problem of every row, and nothing of the batch is written", async () => {
      const before = await run(journal)
      const refusals = await run(
        Effect.all([
          Effect.flip(
            approve([
              sampleWork({ code: "VB-03" }),
              sampleWork(),
              sampleWork({ code: "VB-03", cost: 0.5 }),
              sampleWork({ code: "VB-04", unit: "99999", serves: ["không có"] })
            ])
          ),
          Effect.flip(approve([sampleWork({ code: "VB-05" })], sampleBatch({ name: "Tên khác" }))),
          Effect.flip(
            report(
              sampleReport({ work: WorkId.make(999_999) }),
              sampleReport({ work: "31/VB-02", day: "2099-01-01" }),
              sampleReport({ work: "31/VB-02", day: "2025-10-01", body: { _tag: "volume", done: 2_000_000_000 } }),
              sampleReport({
                work: "31/VB-02",
                body: { _tag: "paper", title: "ảnh" },
                evidence: [{ file: "a.pdf", sha256: "0".repeat(64), bytes: 1 }]
              })
            )
          ),
          Effect.flip(give(sampleGift(), sampleGift({ household: "Hộ 0002", eligible: 3 }))),
          Effect.flip(
            follow({ gift: LandGiftId.make(1_000_000), day: sampleReport({ work: 1 }).day, event: { _tag: "cleared" } })
          )
        ])
      )
      expect(refusals.map(({ problems }) => problems.map(({ kind, row }) => `${row} ${kind}`))).toEqual([
        ["1 duplicateCode", "2 notMoney", "2 duplicate", "3 unknownUnit", "3 unknownInput"],
        ["0 duplicate"],
        ["0 unknownWork", "1 futureDay", "2 volumeOverContract", "3 form"],
        ["1 eligibleOverStructures"],
        ["0 unknownGift"]
      ])
      expect(await run(journal)).toEqual(before)
    })

    it("take long batches", async () => {
      const works = Array.from({ length: 1500 }, (_, at) => sampleWork({ code: `DÀI-${at}` }))
      const { ids } = await run(approve(works))
      const { ids: reports } = await run(report(...ids.map((work) => sampleReport({ work }))))
      expect(reports).toHaveLength(1500)
      const found = await run(journal)
      expect(found.works.slice(-1500).map(({ id }) => id)).toEqual(ids)
      expect(found.works.at(-1)?.investor).toBe("UBND xã \\ Vĩnh Bảo")
      expect(found.reports.slice(-1500).map(({ id }) => id)).toEqual(reports)
    })

    it("are written one batch after another: of two that approve the same code one is refused, and moments grow", async () => {
      const writers = Array.from({ length: 10 }, (_, at) =>
        approve([sampleWork({ code: `CÙNG-${at % 4}` })]).pipe(Effect.exit)
      )
      const exits = await run(Effect.all(writers, { concurrency: "unbounded" }))
      expect(exits.filter(Exit.isSuccess)).toHaveLength(4)
      const moments = exits.flatMap((each) => (Exit.isSuccess(each) ? [each.value.recordedAt] : []))
      expect(new Set(moments).size).toBe(4)
      const ids = (await run(journal)).works.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it("take a report back by another one: the journal keeps both", async () => {
      const [work] = (await run(journal)).works
      const [first] = (await run(journal)).reports
      if (work === undefined || first === undefined) throw new Error("nothing was reported")
      await run(report(sampleReport({ work: work.id, body: { _tag: "withdrawn", report: first.id, reason: "nhầm" } })))
      const found = (await run(journal)).reports
      expect(found[0]).toEqual(first)
      expect(found.at(-1)?.body).toEqual({ _tag: "withdrawn", report: first.id, reason: "nhầm" })
      const again = await exit(
        report(
          sampleReport({ work: work.id, body: { _tag: "withdrawn", report: ReportId.make(first.id), reason: "nữa" } })
        )
      )
      expect(Exit.isFailure(again)).toBe(true)
    })

    it("cannot be written past the rules: the tables hold areas, counts and costs", async () => {
      const bad = await exit(query((sql) => sql`update land_gift set eligible = structures + 1`))
      expect(Exit.isFailure(bad)).toBe(true)
    })
  },
  prepare
)
