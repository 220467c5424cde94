import { type Client, makeClient } from "@ntm/contract"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { BatchId } from "@ntm/domain/works"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

const unit = UnitCode.make("31")
const batch = (year: number) => BatchId.make(`hp-ntm-kieu-mau-${year}`)
const [meeting, plan] = [Day.make("2024-12-27"), Day.make("2025-03-05")]

describe("the works of the pilot", () => {
  let database: FreshDatabase
  let app: ReturnType<typeof makeApp>
  let client: Client
  let close: () => Promise<void>

  beforeAll(async () => {
    database = await pilotDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
    app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2025-12-31T03:00:00Z"),
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
    // The first question reads the journals; the others are answered from memory.
    await client.works.list({ unit, limit: 1 })
  }, 120_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const batchOn = async (year: number, as_of: Day) => {
    const { items } = await client.works.batches({ unit, as_of })
    const found = items.find((one) => one.batch.id === batch(year))
    if (found === undefined) throw new Error(`no batch of ${year}`)
    return found
  }

  it("are the 803 of 2023 in 35 communes of six districts and the 1.047 of 2024 in 45, by sectors", async () => {
    const [first, second] = [await batchOn(2023, meeting), await batchOn(2024, meeting)]
    expect([first.tally.works, first.tally.communes, first.districts.length]).toEqual([803, 35, 6])
    expect(first.tally.bySector).toEqual({ transport: 628, education: 71, culture: 93, health: 9, environment: 2 })
    expect([second.tally.works, second.tally.communes, second.districts.length]).toEqual([1047, 45, 6])
    expect(second.tally.bySector).toEqual({ transport: 742, education: 96, culture: 196, health: 13 })
    expect((await client.works.list({ unit, as_of: plan, limit: 1 })).tally.works).toBe(1850)
  })

  it("stand on 27/12/2024 as the meeting was told: 95 %, 634 of 789 done; 55 % and 35 %, and 32 communes just begun", async () => {
    const { tally } = await batchOn(2023, meeting)
    expect(tally.communeMeanPercent).toBe(95)
    const { items } = await client.works.list({ unit, batch: batch(2023), as_of: meeting, limit: 1000 })
    const lines = await app.request(`/api/v1/funding/entries?unit=31&as_of=${meeting}&year=2024&stage=planned`, {
      headers: { accept: "application/x-ndjson" }
    })
    const planned: ReadonlyArray<{ readonly source: string; readonly work: number | null }> = (await lines.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    const local = new Set(planned.flatMap(({ source, work }) => (source === "investment.district" ? [work] : [])))
    const ofCity = items.filter(({ id }) => !local.has(id))
    expect([items.length, ofCity.length, items.length - ofCity.length]).toEqual([803, 789, 14])
    const done = ofCity.filter(({ state }) => ["accepted", "handedOver", "operating"].includes(state))
    expect(done).toHaveLength(634)
    const { districts } = await batchOn(2024, meeting)
    const means = new Map(districts.map((one) => [one.unit.name, one.tally]))
    expect([means.get("An Dương")?.communes, means.get("An Dương")?.communeMeanPercent]).toEqual([3, 55])
    expect([means.get("Thủy Nguyên")?.communes, means.get("Thủy Nguyên")?.communeMeanPercent]).toEqual([10, 35])
    const others = districts.filter((one) => !["An Dương", "Thủy Nguyên"].includes(one.unit.name))
    expect(others.reduce((sum, one) => sum + one.tally.communes, 0)).toBe(32)
  })

  it("stand on 05/03/2025 as the plan says: all of 2023 built, 20 % on average of 2024", async () => {
    const { tally } = await batchOn(2023, plan)
    expect([tally.donePercent, tally.byState.building + tally.byState.preparing + tally.byState.planned]).toEqual([
      100, 0
    ])
    expect((await batchOn(2024, plan)).tally.communeMeanPercent).toBe(20)
  })

  it("got the land that is published; parts of it add up to it", async () => {
    const { total, units } = await client.works.land({ unit, batch: batch(2023), as_of: plan })
    expect(total).toMatchObject({
      households: 12_497,
      residential: 142_945,
      agricultural: 87_202,
      structures: 11_710,
      eligible: 9_296,
      notEligible: 2_414,
      parcels: 23_541,
      parcelsUpdated: 4_943
    })
    for (const key of ["households", "residential", "agricultural", "structures", "parcels", "parcelsUpdated"] as const)
      expect(units.reduce((sum, { land }) => sum + land[key], 0)).toBe(total[key])
  })

  it("were given in 2024 what Phụ lục 02 says of the city's investment, to the đồng", async () => {
    const asked = { unit, year: 2024, as_of: Day.make("2024-12-31") } as const
    const given = (await client.funding.pivot({ ...asked, stage: "allocated", tier: "commune" })).pivot
    const raised = (await client.funding.pivot({ ...asked, stage: "mobilised", tier: "district" })).pivot
    const of = ({ rows, sources }: typeof given) => {
      const at = sources.indexOf("investment.province")
      return new Map(
        rows.flatMap(({ cells, unit: row }) => (row === null ? [] : [[row.code, cells[at]?.amount ?? null]]))
      )
    }
    const [works, printed] = [of(given), of(raised)]
    for (const code of ["311", "312", "313", "314", "315", "316"])
      expect([code, works.get(UnitCode.make(code))]).toEqual([code, printed.get(UnitCode.make(code))])
  })

  it("owe nothing overdue at the end of 2024, and some in the middle of 2025; units and works add up to the total", async () => {
    for (const as_of of ["2024-12-31", "2025-01-01"])
      expect((await client.works.debt({ unit, as_of: Day.make(as_of) })).owed.overdue).toBe(0)
    const { items, limitDays, owed, units } = await client.works.debt({
      unit,
      as_of: Day.make("2025-06-30"),
      limit: 1000
    })
    expect(limitDays).toBe(90)
    expect(owed.overdue).toBeGreaterThan(0)
    for (const key of ["amount", "overdue"] as const) {
      expect(units.reduce((sum, { debt }) => sum + debt[key], 0)).toBe(owed[key])
      expect(items.reduce((sum, { debt }) => sum + debt[key], 0)).toBe(owed[key])
    }
  })

  it("hold criteria back where they are late, and say so; alerts are those of the rules", async () => {
    const { items } = await client.works.slips({ unit, as_of: plan, limit: 1000 })
    expect(items.length).toBeGreaterThan(100)
    const [worst] = items
    expect(worst?.sentence.vi).toContain("chậm")
    expect(items.every(({ holds }) => holds.length > 0)).toBe(true)
    const targets = items.flatMap(({ holds }) => holds.flatMap((hold) => hold.targets.map(({ document }) => document)))
    expect(new Set(targets)).toEqual(new Set(["kh-61-2025-haiphong"]))
    const { items: alerts, rules } = await client.works.alerts({ unit, as_of: plan, limit: 1000 })
    expect(rules.map(({ _tag }) => _tag)).toContain("notHandedOver")
    expect(alerts.length).toBeGreaterThan(0)
    // A rule that fires often leaves the others their place: the worst of each, and how often each fired.
    const worstOfEach = await client.works.alerts({ unit, as_of: plan, each: 1 })
    const fired = worstOfEach.rules.filter((_, index) => (worstOfEach.counts[index] ?? 0) > 0)
    expect(worstOfEach.items.map(({ rule }) => rule)).toEqual(fired)
    expect(worstOfEach.counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(alerts.length)
  })

  it("are each told with reports, money and curve, as of the day: later nothing of it is different", async () => {
    const { items } = await client.works.list({ unit, batch: batch(2023), as_of: meeting, sort: "value", limit: 1 })
    const [line] = items
    if (line === undefined) throw new Error("no work")
    const then = await client.works.one({ id: String(line.id), as_of: meeting })
    expect(then.standing.donePercent).toBe(line.donePercent)
    expect(then.reports.every(({ day }) => day <= meeting)).toBe(true)
    expect(then.entries.every(({ work }) => work === line.id)).toBe(true)
    expect(then.standing.work.illustrative).toBe(true)
    const later = await client.works.one({ id: String(line.id), as_of: Day.make("2025-06-30") })
    expect(later.reports.slice(0, then.reports.length)).toEqual(then.reports)
  })

  it("do not exist before their list is approved", async () => {
    const { tally } = await client.works.list({ unit, as_of: Day.make("2023-08-29") })
    expect(tally.works).toBe(0)
    expect((await client.works.batches({ unit, as_of: Day.make("2024-03-14") })).items).toHaveLength(1)
  })
})
