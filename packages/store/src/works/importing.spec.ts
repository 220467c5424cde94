import { blankEntry, planFrom, toldWork } from "@ntm/domain/testing"
import { Funding, WorkId } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import { Day, Dong } from "@ntm/domain/values"
import { LandGiftId, ReportId, type ReportBody, Works } from "@ntm/domain/works"
import { Effect } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { FactsRefused } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice } from "../testing/sample-observations.ts"
import { sampleBatch, sampleGift, sampleReport, sampleWork } from "../testing/sample-works.ts"
import type { ImportedWorks } from "./imported.ts"

const work = (id: number, rest: object = {}) => {
  const { recordedAt: _, ...told } = toldWork({ id, unit: 7, milestones: planFrom(Day.make("2025-08-01")), ...rest })
  return { ...told, batch: sampleBatch().id }
}
const report = (id: number, of: number, body: ReportBody, day = "2025-09-01") => ({
  ...sampleReport({ work: of, day, body }),
  id: ReportId.make(id),
  work: WorkId.make(of)
})
const done: ReportBody = { _tag: "step", step: "survey", event: "done", by: null }
const gift = (id: number, rest: object = {}) => ({ ...sampleGift(rest), id: LandGiftId.make(id), unit: UnitId.make(7) })

const { id: _id, recordedAt: _at, recordedBy: _by, ...entry } = blankEntry

const imported: ImportedWorks = {
  batches: [sampleBatch()],
  works: [work(1), work(2)],
  reports: [
    report(1, 1, done),
    report(2, 1, { _tag: "problem", category: "weather", text: "bão" }),
    report(3, 1, { _tag: "solved", problem: ReportId.make(2), text: null }, "2025-09-05"),
    report(4, 2, done)
  ],
  gifts: [gift(1, { work: 1 }), gift(2, { household: "Hộ 0002" })],
  landEvents: [{ gift: LandGiftId.make(1), day: Day.make("2025-09-03"), event: { _tag: "cleared" } }],
  entries: [{ ...entry, unit: UnitId.make(7), work: WorkId.make(2), day: Day.make("2025-09-10") }]
}

let version = 0
const load = (works: ImportedWorks) =>
  loadAll({ ...sampleFacts, works }, { ...sampleSource, sha256: `${(version += 1)}` })
const journal = Effect.flatMap(Works, (port) => port.journal(null))
const moment = Effect.flatMap(Works, (port) => port.moment())
const money = Effect.flatMap(Funding, (port) =>
  port.entries({ units: null, years: null, works: null, asOf: Day.make("2026-01-01"), knownAt: null })
)

onEveryDatabase("Works that an import brings", ({ run, url }) => {
  it("stand in the journal with its own numbers, and their money names them", async () => {
    await run(load(imported))
    const { batches, gifts, landEvents, reports, works } = await run(journal)
    expect(batches).toEqual(imported.batches)
    expect(works.map(({ code }) => code)).toEqual(["CT-1", "CT-2"])
    const [first, second] = works
    expect(reports.map(({ work: of }) => of)).toEqual([first?.id, first?.id, first?.id, second?.id])
    expect(reports[2]?.body).toEqual({ _tag: "solved", problem: reports[1]?.id, text: null })
    expect(gifts.map((one) => one.work)).toEqual([first?.id, null])
    expect(landEvents.map((one) => one.gift)).toEqual([gifts[0]?.id])
    const paid = (await run(money)).filter(({ work: of }) => of !== null)
    expect(paid.map(({ amount, work: of }) => [of, amount])).toEqual([[second?.id, 1_000_000]])
  })

  it("are left alone the second time, also under a new version of the program", async () => {
    const before = await run(journal)
    const at = await run(moment)
    await run(load(imported))
    expect(await run(journal)).toEqual(before)
    expect(await run(moment)).toBe(at)
    expect((await run(money)).filter(({ work: of }) => of !== null)).toHaveLength(1)
  })

  it("are renewed where they say something else; what was reported is taken back and reported anew, never rewritten", async () => {
    const before = await run(journal)
    await run(
      load({
        ...imported,
        works: [work(1, { cost: 2_000_000_000 }), work(2)],
        reports: [...imported.reports.slice(0, 3), report(4, 2, done, "2025-09-02")],
        gifts: [gift(1, { work: 1 }), gift(2, { household: "Hộ 0002", parcels: 4 })]
      })
    )
    const after = await run(journal)
    expect(after.works.map(({ cost, id }) => [id, cost])).toEqual(
      before.works.map(({ id }, at) => [id, at === 0 ? 2_000_000_000 : 1_000_000_000])
    )
    expect(after.reports.slice(0, 4)).toEqual(before.reports)
    expect(after.reports.slice(4).map(({ body, day }) => [body._tag, day])).toEqual([
      ["withdrawn", "2025-09-01"],
      ["step", "2025-09-02"]
    ])
    expect(after.gifts.map(({ household, parcels }) => [household, parcels])).toEqual([
      ["Hộ 0001", 3],
      ["Hộ 0002", 3],
      ["Hộ 0002", 4]
    ])
    expect(after.landEvents.at(-1)).toMatchObject({ gift: after.gifts[1]?.id, event: { _tag: "withdrawn" } })
  })

  it("leave what people reported, and are left out with it where the import has them no more", async () => {
    const [, second] = (await run(journal)).works
    if (second === undefined) throw new Error("no work")
    await run(
      Effect.flatMap(Works, (port) =>
        port.report(
          [sampleReport({ work: second.id, day: "2025-10-01", body: { _tag: "paper", title: "ảnh" } })],
          provincialOffice
        )
      )
    )
    await run(load(imported))
    const back = await run(journal)
    expect(back.reports.filter(({ body }) => body._tag === "paper")).toHaveLength(1)
    expect(back.works.map(({ cost }) => cost)).toEqual([1_000_000_000, 1_000_000_000])
    await run(load({ ...imported, works: [work(1)], reports: imported.reports.slice(0, 3), entries: [] }))
    const without = await run(journal)
    expect(without.works.map(({ code }) => code)).toEqual(["CT-1"])
    expect(without.reports.some(({ work: of }) => of === second.id)).toBe(false)
    await run(load(imported))
    const again = await run(journal)
    expect(again.works.map(({ id }) => id)).toEqual(back.works.map(({ id }) => id))
  })

  it("are refused by the domain's rules before anything is written", async () => {
    const before = await run(journal)
    const refused = await run(
      Effect.flip(load({ ...imported, reports: [report(1, 1, { _tag: "volume", done: Dong.make(3_000_000_000) })] }))
    )
    expect(refused).toBeInstanceOf(FactsRefused)
    expect(refused.message).toContain("Công trình của “sample” không ghi được")
    expect(await run(journal)).toEqual(before)
  })

  it("leave nothing when a process that writes works is killed", async () => {
    const before = await run(journal)
    const program = fileURLToPath(new URL("../testing/approve-half.ts", import.meta.url))
    const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
    const ended = once(child, "exit")
    const said = await Promise.race([once(child.stdout, "data"), ended])
    child.kill("SIGKILL")
    await ended
    expect(String(said[0])).toBe("approved\n")
    expect(await run(journal)).toEqual(before)
    const after = Effect.flatMap(Works, (port) => port.approve(sampleBatch(), [sampleWork()], provincialOffice))
    expect((await run(after)).ids).toHaveLength(1)
  })
})
