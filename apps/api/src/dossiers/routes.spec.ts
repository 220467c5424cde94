import { ApiProblem, makeClient } from "@ntm/contract"
import { dossierSamples } from "@ntm/domain/testing"
import { describe, expect, it } from "vitest"
import { criteriaSet } from "../testing/facts.ts"
import { noDossiers } from "../testing/dossiers.ts"
import { appInMemory } from "../testing/ports.ts"

/** The clock stands on 2025-04-16; 11830 and 11836 are communes. */
const made = () => {
  const { app } = appInMemory({}, undefined, {
    dossiers: { ...noDossiers, procedures: [dossierSamples.testProcedure] }
  })
  return { app, client: makeClient((url, init) => app.request(url, init), "") }
}
const opening = {
  unit: "11830",
  tier: "standard",
  criteriaSet: criteriaSet.id,
  asOf: "2024-12-31",
  openedOn: "2025-04-01",
  override: "Mở theo kế hoạch"
}
const problem = async (asking: Promise<unknown>) => {
  const found: unknown = await asking.then(
    () => null,
    (error: unknown) => error
  )
  return found instanceof ApiProblem
    ? [found.problem.status, (found.problem.errors ?? []).map(({ kind, path }) => [path, kind])]
    : found
}

describe("dossiers over HTTP", () => {
  it("follow the days of a procedure that an office loaded before they were opened, and keep them after", async () => {
    const { client } = made()
    const { known: _, ...procedure } = (await client.dossiers.procedures({ level: "commune" })).items[0] ?? {}
    const load = (days: number) => {
      const steps = dossierSamples.testProcedure.steps.map((step, at) =>
        at === 0 ? { ...step, days: { days, count: "working" } } : step
      )
      return { file: "trinh-tu.json", body: { procedures: [{ ...procedure, steps }] } }
    }
    const taken = [{ id: "xa-thu", change: "replaced", steps: 8, timed: 4 }]
    expect(await client.dossiers.previewProcedures(load(3))).toMatchObject({ procedures: taken })
    const seen = async () => (await client.dossiers.previewProcedures(load(3))).tag
    const loaded = await client.dossiers.loadProcedures({ ...load(3), ifMatch: await seen() })
    expect(loaded).toMatchObject({ procedures: taken })
    await client.dossiers.open({ body: { rows: [opening] } })
    await client.dossiers.loadProcedures({ ...load(8), ifMatch: await seen() })
    await client.dossiers.open({ body: { rows: [{ ...opening, unit: "11836" }] } })
    const due = async (id: string) => (await client.dossiers.one({ id })).standing.steps[0]?.due
    // Of Tuesday the 1st: three working days, and eight, which pass over a weekend.
    expect([await due("1"), await due("2")]).toEqual(["2025-04-04", "2025-04-11"])
    const { items } = await client.dossiers.procedures({})
    expect(items[0]?.known).toMatchObject({ file: "trinh-tu.json", recordedBy: { role: "provincialOffice" } })
    const before = await client.dossiers.procedures({ known_at: "2025-04-15T19:00:00.000Z" })
    expect(before.items[0]?.known.recordedBy).toBeNull()
  })

  it("refuse a file of procedures whole, with every reason at its place", async () => {
    const { client } = made()
    const other = { ...dossierSamples.testProcedure, id: "xa-khac" }
    expect(await problem(client.dossiers.loadProcedures({ body: { procedures: [other] } }))).toEqual([
      422,
      [["procedures[0]", undefined]]
    ])
  })

  it("are opened with the procedure of the day, stand in lists and by themselves, and move by what is recorded", async () => {
    const { client } = made()
    const { items } = await client.dossiers.open({ body: { rows: [opening, { ...opening, unit: "11836" }] } })
    expect(items).toEqual([
      { row: 0, id: 1 },
      { row: 1, id: 2 }
    ])
    const list = await client.dossiers.list({})
    expect(list).toMatchObject({
      asOf: "2025-04-16",
      items: [
        { id: 1, unit: { code: "11830" }, procedure: "xa-thu", state: "open", at: { key: "report" }, overridden: true },
        { id: 2, unit: { code: "11836" } }
      ]
    })
    // Ten working days from 01/04 end on 15/04: a day late on the 16th.
    expect(list.items[0]?.lateDays).toBe(1)
    expect((await client.dossiers.list({ unit: "11836" })).items.map(({ id }) => id)).toEqual([2])
    expect((await client.dossiers.list({ unit: "316" })).items).toHaveLength(2)
    expect((await client.dossiers.list({ tier: "advanced" })).items).toEqual([])
    expect((await client.dossiers.list({ as_of: "2025-03-31" })).items).toEqual([])
    const body = (key: string) => ({ _tag: "paper", paper: key, issuedOn: "2025-04-10", title: "Giấy" })
    const rows = ["assessment", "debt"].map((key) => ({ dossier: 1, day: "2025-04-10", body: body(key) }))
    const report = { dossier: 1, day: "2025-04-10", body: { _tag: "step", step: "report", event: "done", by: null } }
    await client.dossiers.record({ body: { rows: [...rows, report] } })
    const { standing } = await client.dossiers.one({ id: "1" })
    expect([standing.at, standing.events.length]).toEqual(["consultation", 3])
    expect((await client.dossiers.one({ id: "1", as_of: "2025-04-09" })).standing.at).toBe("report")
    const { rehearsal } = await client.dossiers.rehearsal({ id: "1", margin: 10 })
    expect([rehearsal.marginPercent, rehearsal.passes]).toEqual([10, false])
  })

  it("are refused with every row and field that is wrong, and then nothing is written", async () => {
    const { client } = made()
    const { override: _, ...bare } = opening
    const rows = [bare, { ...opening, unit: "99999" }, { ...opening, openedOn: "2025-06-31", colour: "red" }]
    expect(await problem(client.dossiers.open({ body: { rows } }))).toEqual([
      422,
      [
        ["rows[2].colour", "form"],
        ["rows[2].openedOn", "form"]
      ]
    ])
    expect(await problem(client.dossiers.open({ body: { rows: rows.slice(0, 2) } }))).toEqual([
      422,
      [
        // The set is not met, and debt is left.
        ["rows[0].override", "notAllowedByAssessment"],
        ["rows[0].override", "notAllowedByAssessment"],
        ["rows[1].unit", "unknownUnit"]
      ]
    ])
    expect((await client.dossiers.list({})).items).toEqual([])
    const advanced = { ...opening, tier: "model" }
    expect(await problem(client.dossiers.open({ body: { rows: [advanced] } }))).toEqual([
      422,
      [["rows[0].procedure", "procedureOfOther"]]
    ])
    const event = { dossier: 9, day: "2025-04-10", body: { _tag: "closed", reason: "…" } }
    expect(
      await problem(client.dossiers.record({ body: { rows: [event, { ...event, body: { _tag: "sold" } }] } }))
    ).toEqual([422, [["rows[1].body", "form"]]])
    expect(await problem(client.dossiers.record({ body: { rows: [event] } }))).toEqual([
      404,
      [["rows[0].dossier", "unknownDossier"]]
    ])
  })

  it("have no number that is none, and questions that cannot be read are refused", async () => {
    const { app, client } = made()
    expect(await problem(client.dossiers.one({ id: "7" }))).toEqual([404, []])
    expect(await problem(client.dossiers.bundle({ id: "7" }))).toEqual([404, []])
    expect(await problem(client.dossiers.one({ id: "x" }))).toEqual([422, [["id", undefined]]])
    expect(await problem(client.dossiers.rehearsal({ id: "7", margin: 101 }))).toEqual([422, [["margin", undefined]]])
    expect(await problem(client.dossiers.check({ unit: "99999", tier: "standard" }))).toEqual([404, []])
    const { check, procedure } = await client.dossiers.check({ unit: "11830", tier: "model" })
    expect(procedure).toBeNull()
    expect(check.reasons.map(({ kind }) => kind)).toContain("noProcedure")
    expect((await app.request("/api/v1/dossiers/events")).status).toBe(405)
    expect((await app.request("/api/v1/dossiers", { method: "DELETE" })).status).toBe(405)
  })

  it("read a survey from anywhere, for it changes nothing, and say what is wrong with it", async () => {
    const { app, client } = made()
    const results = [{ content: "Kết quả", asked: 300, answered: 280, satisfied: 266 }]
    const survey = {
      unit: 6,
      day: "2025-04-01",
      population: 1000,
      of: "households",
      confidence: 95,
      margin: 5,
      results,
      input: null
    }
    expect((await client.dossiers.survey({ body: survey })).standing).toMatchObject({
      satisfiedPercent: 95,
      enough: true
    })
    expect(await problem(client.dossiers.survey({ body: { ...survey, population: 200 } }))).toEqual([
      422,
      [["results[0].asked", undefined]]
    ])
    const elsewhere = (path: string) =>
      app.request(`http://ntm.example${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(path.endsWith("survey") ? survey : { rows: [] })
      })
    expect((await elsewhere("/api/v1/dossiers/survey")).status).toBe(200)
    expect((await elsewhere("/api/v1/dossiers")).status).toBe(403)
  })
})
