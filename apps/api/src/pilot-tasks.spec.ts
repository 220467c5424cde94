import { type Client, makeClient, type TaskLine } from "@ntm/contract"
import { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { dueDigest } from "@ntm/exchange"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

const document = DocumentId.make("kh-61-2025-haiphong")
const supervision = DocumentId.make("tb-20-2025-haiphong")
const midJune = Day.make("2025-06-20")
const districts = ["313", "314", "315", "316", "317", "318"]

const short = ({ key }: Pick<TaskLine, "key">): string => key.slice(key.indexOf("/") + 1)
/** Rows of Phụ lục 03 are numbered "1.2.a" and "II", standing responsibilities "vi-3-04". */
const ofAnnex = (line: TaskLine): boolean => !line.no.startsWith("vi-")

describe("the tasks of the pilot", () => {
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
      log: console.error,
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
  }, 120_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const that = async (timeliness: TaskLine["timeliness"]) => {
    const { items } = await client.assignments.tasks({ document, as_of: midJune, timeliness })
    const instances = items.filter(({ kind }) => kind !== "heading" && kind !== "shared")
    return instances.filter(ofAnnex).map(short)
  }

  it("say on 20/06/2025 exactly which of Phụ lục 03 are overdue, due soon, open and not begun", async () => {
    expect(await that("overdue")).toEqual([
      "1.1",
      "1.1.a",
      "1.1.b",
      "1.1.c",
      ...districts.map((code) => `1.2.a@${code}`),
      "1.2.b",
      "1.2.c",
      "2"
    ])
    expect(await that("dueSoon")).toEqual(["3", "4", "6"])
    expect(await that("open")).toEqual(["1"])
    expect(await that("notBegun")).toEqual(["5", "II", "II.a", "II.b"])
  })

  it("say through which chain the province's dossier was still waiting", async () => {
    const { waiting } = await client.assignments.task({ task: `${document}/II`, as_of: midJune })
    const by = (depth: number) => waiting.filter((link) => link.depth === depth).map(({ line }) => short(line))
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(by)).toEqual([
      ["II"],
      ["II.a", "II.b"],
      ["I"],
      ["6"],
      ["5"],
      ["3", "4"],
      ["2"],
      ["1"],
      ["1.1", "1.2"]
    ])
    expect(waiting.find(({ line }) => short(line) === "5")?.why).toContain("đủ hồ sơ mới gửi")
    const { timeline } = await client.assignments.timeline({ document, as_of: midJune })
    expect(timeline.findings.map(({ kind }) => kind)).toContain("endMissing")
    expect(timeline.criticalPath.map((key) => short({ key }))).toEqual(expect.arrayContaining(["1.1", "1", "2", "3"]))
  })

  it("are listed for whoever answers on the day: a huyện, and the agency that took over an old name", async () => {
    const anLao = await client.assignments.due({ unit: "313", document, as_of: midJune })
    expect(anLao.overdue.filter(ofAnnex).map(short)).toEqual(["1.2.a@313"])
    const farming = await client.assignments.tasks({ agency: "hp-so-nnmt", document, as_of: midJune })
    expect(farming.items.filter(ofAnnex).map(short)).toContain("2")
    expect(farming.items.every(({ kind }) => kind !== "heading" && kind !== "shared")).toBe(true)
    const { items } = await client.assignments.load({ document, as_of: midJune })
    const own = items.find(({ id }) => id === "agency:hp-so-nnmt")
    expect(own?.overdue).toBe(farming.tally.overdue)
    const late = items.map(({ lateDays }) => lateDays)
    expect(late).toEqual(late.toSorted((a, b) => b - a))
  })

  it("come back the same as known at the moment of the answer, and move by recorded events alone", async () => {
    const asked = { document, as_of: midJune, limit: 1000 }
    const before = await client.assignments.tasks(asked)
    const row = (to: string, day: string) => ({
      task: `${document}/1.2.b`,
      day,
      body: { _tag: "moved", to, reason: to === "submitted" ? "nộp thay UBND huyện" : null }
    })
    const refused = await app.request("/api/v1/tasks/events", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rows: [row("accepted", "2025-05-02"), { task: "không có" }] })
    })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ type: expect.stringContaining("tasks-refused") })
    const recorded = await client.assignments.record({
      body: { rows: [row("submitted", "2025-04-18"), row("accepted", "2025-05-02")] }
    })
    expect(recorded.items).toHaveLength(2)
    const { events, standing } = await client.assignments.task({ task: `${document}/1.2.b`, as_of: midJune })
    expect(standing).toMatchObject({ state: "accepted", by: "events", timeliness: "done" })
    expect(events.map(({ id }) => id)).toEqual(recorded.items.map(({ id }) => id))
    expect(await that("overdue")).not.toContain("1.2.b")
    const known_at = before.knownAt ?? undefined
    expect(await client.assignments.tasks({ ...asked, known_at })).toEqual(before)
  })

  it("close on the evidence of the works: communes whose works owe nothing overdue, and none of those that do", async () => {
    const as_of = Day.make("2025-12-31")
    const { items } = await client.assignments.tasks({ document: supervision, as_of, q: "3.2.7-a", limit: 1000 })
    const closed = items.filter(({ by }) => by === "evidence")
    expect(closed.length).toBeGreaterThan(0)
    const { units } = await client.works.debt({ unit: "31", as_of, limit: 1000 })
    const owing = new Set(units.filter(({ debt }) => debt.overdue > 0).map(({ unit }) => `unit:${unit.code}`))
    expect(owing.size).toBeGreaterThan(0)
    expect(closed.flatMap(({ holders }) => holders).filter(({ id }) => owing.has(id))).toEqual([])
    const [first] = closed
    const { condition, standing } = await client.assignments.task({ task: first?.key ?? "", as_of })
    expect(condition).toEqual({ _tag: "noOverdueDebt", of: "own" })
    expect(standing.condition).toMatchObject({ holds: true, now: 0 })
  })

  it("are a calendar to subscribe to: the same until something changes, and a day that is put off keeps its event", async () => {
    const ask = (headers: Record<string, string> = {}, path = "unit=314&document=kh-61-2025-haiphong") =>
      app.request(`/api/v1/calendar.ics?${path}&as_of=${midJune}`, { headers })
    const first = await ask()
    expect([first.status, first.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"])
    const etag = first.headers.get("etag") ?? ""
    expect((await ask({ "if-none-match": etag })).status).toBe(304)
    const text = (await first.text()).replaceAll("\r\n ", "")
    expect(text).toContain("X-WR-CALNAME:Nhiệm vụ nông thôn mới: huyện")
    const [, event = ""] = text.split(`UID:urn:ntm:task:${document}/1.2.a@314\r\n`)
    expect(event).toContain("SEQUENCE:0\r\nDTSTART;VALUE=DATE:20250420\r\n")
    await client.assignments.record({
      body: {
        rows: [
          {
            task: `${document}/1.2.a@314`,
            day: "2025-06-10",
            body: { _tag: "extended", before: "2025-04-20", after: "2025-06-25", reason: "chờ số liệu" }
          }
        ]
      }
    })
    const later = await ask({ "if-none-match": etag })
    expect(later.status).toBe(200)
    const [, moved = ""] = (await later.text())
      .replaceAll("\r\n ", "")
      .split(`UID:urn:ntm:task:${document}/1.2.a@314\r\n`)
    expect(moved).toContain("SEQUENCE:1\r\nDTSTART;VALUE=DATE:20250625\r\n")
    expect(moved).toContain("đã gia hạn\\, hạn cũ 20/04/2025")
    expect((await ask({}, "agency=khong-co")).status).toBe(422)
  })

  it("are told in the digest of the day", async () => {
    const answer = await client.assignments.due({ as_of: midJune, document })
    const { html, text } = dueDigest(answer, "vi")
    expect(text).toContain("ngày 20/06/2025")
    expect(text).toContain(`Quá hạn: ${answer.overdue.length}\n`)
    expect(text).toMatch(
      /- 2\. Lấy ý kiến dự thảo .*\n  Sở Nông nghiệp và Môi trường: hạn 16\/06\/2025, quá hạn 4 ngày/
    )
    expect(html).toContain("hạn 16/06/2025, quá hạn 4 ngày")
  })

  it("are asked for days that the calendar knows, and agencies by any name that they bore", async () => {
    const { workingDays } = await client.agencies.calendar({ from: "2025-01-20", to: "2025-02-05" })
    expect(workingDays).toBe(8)
    const period = await client.agencies.period({ from: "2025-06-01", days: 15 })
    expect(period.end).toBe("2025-06-16")
    const { items } = await client.agencies.list({ q: "nong nghiep phat trien nong thon", as_of: midJune })
    const former = items.find(({ agency }) => agency.id === "hp-so-nnptnt")
    expect(former).toMatchObject({ stands: false, holders: [{ id: "hp-so-nnmt" }] })
    const { load, tookOver } = await client.agencies.one({ id: "hp-so-nnmt", as_of: midJune })
    expect(tookOver.map(({ id }) => id)).toContain("hp-so-nnptnt")
    expect(load?.overdue).toBeGreaterThan(0)
  })

  it("have eighteen recommendations, ten to the city and eight to communes, with what is said beside what is shown", async () => {
    const { items } = await client.recommendations.list({ document: supervision, as_of: "2025-12-31" })
    expect(items).toHaveLength(18)
    const toCommunes = items.filter(({ count }) => count > 1)
    expect(toCommunes).toHaveLength(8)
    expect(new Set(toCommunes.map(({ count }) => count)).size).toBe(1)
    const about = `${supervision}/kn-xa-07@11824`
    const [line] = (await client.recommendations.list({ unit: "11824", as_of: "2025-12-31", q: "kn-xa-07" })).items
    expect(line).toMatchObject({ key: about, addressee: "xã Vĩnh Bảo", state: "open" })
    await client.recommendations.record({
      body: {
        rows: [
          { recommendation: about, day: "2025-12-01", body: { _tag: "answered", text: "Xã đã tiếp thu", option: null } }
        ]
      }
    })
    const answered = await client.recommendations.one({ recommendation: about, as_of: "2025-12-31" })
    expect(answered.standing).toMatchObject({ state: "answered", by: "events" })
    expect(answered.limitations.every(({ recommendations }) => recommendations.includes("kn-xa-07"))).toBe(true)
    const whole = await client.recommendations.one({ recommendation: `${supervision}/kn-xa-07`, as_of: "2025-12-31" })
    expect(whole.children.filter(({ answered: count }) => count === 1)).toHaveLength(1)
    const limitations = (await client.recommendations.limitations({ document: supervision })).items
    expect(limitations.length).toBeGreaterThan(5)
    // One that names no units concerns the province.
    const general = limitations.filter(({ units }) => units.length === 0).flatMap(({ concerns }) => concerns)
    expect(new Set(general.map(({ code }) => code))).toEqual(new Set(["31"]))
  })

  it("has registers that face what the documents want: a model in each xã that the plan means, one commune in each of four districts", async () => {
    const counted = async (as_of: string, year: number) => {
      const { total, units } = await client.inventory.counts({ unit: "31", year, as_of })
      const of = (kind: string) => total.find((count) => count.kind === kind)
      return { of, units }
    }
    const june = await counted(midJune, 2025)
    expect(june.of("smartVillage")?.targets).toMatchObject([{ document, value: 1, reached: 0, of: 77, met: false }])
    expect(june.of("smartCommune")?.targets).toMatchObject([{ reached: 0, of: 4 }])
    expect(june.of("issued")).toMatchObject({ added: 2, total: 9 })
    expect(
      june.units.flatMap(({ kind, targets, unit }) =>
        kind === "smartVillage" ? [[unit?.code, targets.reduce((sum, target) => sum + target.of, 0)]] : []
      )
    ).toEqual(expect.arrayContaining([["316", 19]]))
    expect(
      june.units.reduce((sum, { kind, targets }) => sum + (kind === "smartVillage" ? (targets[0]?.of ?? 0) : 0), 0)
    ).toBe(77)
    // Hải Dương's documents came along; its communes were never asked by the plan of old Hải Phòng.
    const december = await counted("2025-12-31", 2025)
    expect(december.of("issued")).toMatchObject({ added: 5, total: 21 })
    expect(december.of("smartVillage")?.targets).toMatchObject([{ of: 30 }])
    expect((await counted("2025-12-31", 2024)).of("meeting")).toMatchObject({ added: 1 })
  })
})
