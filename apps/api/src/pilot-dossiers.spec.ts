import { ApiProblem, type Client, makeClient } from "@ntm/contract"
import { DossierBundle, verifyBundleText } from "@ntm/domain/dossiers"
import { Day } from "@ntm/domain/values"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime, Schema } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

const midJune = Day.make("2025-06-20")

describe("the dossiers of the pilot", () => {
  let database: FreshDatabase
  let client: Client
  let close: () => Promise<void>

  beforeAll(async () => {
    database = await pilotDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
    const app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2026-02-02T03:00:00Z"),
      log: console.error,
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
  }, 120_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const province = async () => {
    const { items } = await client.dossiers.list({ as_of: midJune, tier: "completed" })
    const [own] = items
    if (own === undefined) throw new Error("the province has no dossier")
    return own
  }

  it("stand on 05/03/2025 where 61/KH-UBND says they stood", async () => {
    const { items } = await client.dossiers.list({ as_of: "2025-03-05", unit: "31" })
    expect(items.map(({ at, missing, state, tier, unit }) => [unit?.name, tier, state, at?.key, missing > 0])).toEqual([
      ["Vĩnh Bảo", "advanced", "open", "appraisal", true],
      ["Tiên Lãng", "advanced", "open", "decision", true],
      ["Kiến Thụy", "advanced", "open", "appraisal", true],
      ["An Lão", "advanced", "open", "decision", true],
      ["Bạch Long Vĩ", "special", "open", "districtVote", true],
      ["Hải Phòng", "completed", "open", "report", true]
    ])
    const later = await client.dossiers.list({ as_of: "2026-01-01", tier: "advanced" })
    // A district that is no more keeps its name, and what it was recognised as.
    expect(later.items.map(({ state, unit }) => [unit?.name, state])).toContainEqual(["Vĩnh Bảo", "recognised"])
  })

  it("say on 20/06/2025 through what chain the province's own was still waiting, and why the facts do not allow it", async () => {
    const { id } = await province()
    const { standing } = await client.dossiers.one({ id: String(id), as_of: midJune })
    const short = standing.waiting.map(({ task }) => task.slice(task.indexOf("/") + 1))
    expect(short.slice(0, 12)).toEqual(["II", "II.a", "II.b", "I", "6", "5", "3", "4", "2", "1", "1.1", "1.2"])
    expect(standing.opening.reasons.map(({ kind }) => kind)).toEqual(["alreadyHeld", "notMet", "debt"])
    expect(standing.dossier.override).toContain("Hai văn bản khác nhau")
    const assessment = standing.papers.find(({ paper }) => paper.key === "assessment")
    const proof = await client.proofs.unit({ code: "31", set: standing.dossier.criteriaSet, as_of: "2024-12-31" })
    expect(assessment?.fact).toMatchObject({ of: "assessment", met: proof.tree.met, outOf: 8 })
    const { rehearsal } = await client.dossiers.rehearsal({ id: String(id), as_of: midJune })
    expect(rehearsal.passes).toBe(false)
    const found = (kind: string) => rehearsal.findings.filter((one) => one.kind === kind).map(({ place }) => place)
    expect(found("taskOpen").map((key) => key.slice(key.indexOf("/") + 1))).toEqual(["1", "2", "3", "4", "5", "6"])
    expect(found("paperMissing")).toEqual(["request", "report", "consultation", "survey", "minutes", "photos"])
    expect(found("paperContradicted")).toEqual(["assessment", "debt"])
  })

  it("go out as a bundle that is checked without the server, the same for the same day and moment", async () => {
    const { id } = await province()
    const { knownAt } = await client.dossiers.one({ id: String(id), as_of: midJune })
    const asked = { id: String(id), as_of: midJune, ...(knownAt === null ? {} : { known_at: knownAt }) }
    const one = await client.dossiers.bundle(asked)
    const other = await client.dossiers.bundle({ id: String(id), as_of: midJune })
    const text = new TextDecoder().decode(one.content)
    expect(one.name).toBe(`ho-so-${id}-31-2025-06-20.json`)
    expect(new TextDecoder().decode(other.content)).toBe(text)
    const verified = verifyBundleText(text)
    if (verified._tag === "Unreadable") throw new Error("unreadable")
    expect([verified.disagreements, verified.remarks]).toEqual([[], []])
    const { rehearsal } = await client.dossiers.rehearsal(asked)
    expect(Schema.is(DossierBundle)(verified.bundle)).toBe(true)
    expect(verified.bundle?.rehearsal).toEqual(JSON.parse(JSON.stringify(rehearsal)))
    const changed = verifyBundleText(text.replace('"passes":false', '"passes":true'))
    expect(changed._tag === "Checked" && changed.disagreements.map(({ at }) => at)).toContain("/rehearsal/passes")
  })

  it("tell of a unit whether one could be opened, with every reason why not", async () => {
    const vinhBao = await client.dossiers.check({ unit: "316", tier: "advanced", as_of: "2025-03-05" })
    expect(vinhBao.procedure?.id).toBe("huyen-nang-cao-ba-cap")
    expect(vinhBao.check.reasons.map(({ kind, overridable }) => [kind, overridable])).toEqual([
      ["alreadyOpen", false],
      ["notMet", true]
    ])
    const { items } = await client.dossiers.procedures({ as_of: "2025-07-01" })
    expect(items.map(({ id }) => id)).toEqual(["tinh-hai-cap", "xa-hai-cap"])
  })

  it("go from opening to recognition by their rules; a survey gives its value, the decision its recognition", async () => {
    const day = "2026-01-05"
    const { items } = await client.units.tree({ as_of: day, unit: "31" })
    const unit = items.find(({ type }) => type === "xã")
    if (unit === undefined) throw new Error("no commune")
    const tier = "modern"
    const { check } = await client.dossiers.check({ unit: unit.code, tier, as_of: day })
    expect(check.allowed).toBe(false)
    const opening = { unit: unit.code, tier, criteriaSet: "xa-ntm-2021-2025", asOf: day, openedOn: day }
    const refused = await client.dossiers.open({ body: { rows: [opening] } }).catch((error: unknown) => error)
    expect(refused instanceof ApiProblem && [refused.problem.status, refused.problem.errors?.[0]?.kind]).toEqual([
      422,
      "notAllowedByAssessment"
    ])
    const override = "Mở theo chỉ đạo, có văn bản kèm theo"
    const opened = await client.dossiers.open({ body: { rows: [{ ...opening, override }] } })
    const dossier = opened.items[0]?.id
    const twice = await client.dossiers
      .open({ body: { rows: [{ ...opening, override }] } })
      .catch((error: unknown) => error)
    expect(twice instanceof ApiProblem && twice.problem.errors?.map(({ kind }) => kind)).toEqual(["alreadyOpen"])
    const record = (...rows: ReadonlyArray<readonly [string, object]>) =>
      client.dossiers.record({ body: { rows: rows.map(([on, body]) => ({ dossier, day: on, body })) } })
    const problemsOf = async (...rows: ReadonlyArray<readonly [string, object]>) => {
      const error: unknown = await record(...rows).catch((problem: unknown) => problem)
      return error instanceof ApiProblem ? error.problem.errors?.map(({ kind, path }) => [path, kind]) : "recorded"
    }
    const done = (step: string) => ({ _tag: "step", step, event: "done", by: null })
    const paper = (key: string, issuedOn: string) => ({ _tag: "paper", paper: key, issuedOn, title: `Giấy ${key}` })
    const heard = (to: string) => ({
      _tag: "consultation",
      step: "consultation",
      from: "2026-01-06",
      to,
      opinions: 2,
      against: 0
    })
    const voted = (step: string, inFavour: number) => ({ _tag: "voted", step, members: 11, present: 10, inFavour })
    const survey = {
      population: 1000,
      of: "households",
      confidence: 95,
      margin: 5,
      results: [{ content: "Kết quả xây dựng nông thôn mới", asked: 320, answered: 300, satisfied: 294 }]
    }
    expect(await problemsOf(["2026-01-20", heard("2026-01-21")])).toEqual([
      ["rows[0].body.step", "stepBeforePredecessor"]
    ])
    const papers = ["assessment", "debt", "report"].map((key) => [day, paper(key, day)] as const)
    await record(...papers, [day, done("selfAssessment")])
    expect(await problemsOf(["2026-01-20", heard("2026-01-20")])).toEqual([["rows[0].body.to", "consultationTooShort"]])
    // Nobody was asked for more than there is to say: shares alone change nothing.
    const read = await client.dossiers.survey({ body: { ...survey, unit: unit.id, day, input: null } })
    expect([read.standing.satisfiedPercent, read.standing.enough]).toEqual([98, true])
    const input = "residentSatisfactionPct"
    await record(
      ["2026-01-21", heard("2026-01-21")],
      ["2026-01-21", done("consultation")],
      ["2026-01-22", voted("communeVote", 10)],
      ["2026-01-22", done("communeVote")],
      ["2026-01-23", { _tag: "surveyed", step: "survey", ...survey, input }],
      ["2026-01-23", done("survey")]
    )
    const history = await client.observations.history({ unit: unit.code, input, as_of: "2026-01-31" })
    expect(history.items.map(({ observation }) => [observation.value, observation.state])).toEqual([[98, "submitted"]])
    await record(
      ["2026-01-26", paper("request", "2026-01-26")],
      ["2026-01-26", done("submitProvince")],
      ["2026-01-28", paper("appraisal", "2026-01-28")],
      ["2026-01-28", done("appraisal")],
      ["2026-01-29", voted("councilVote", 9)],
      ["2026-01-29", done("councilVote")]
    )
    const decision = { _tag: "decided", recognised: true, document: "77/QĐ-UBND", decidedOn: "2026-01-30" }
    await record(["2026-01-30", decision])
    expect(await problemsOf(["2026-01-30", decision])).toEqual([["rows[0].body", "decided"]])
    const held = async (as_of: string) => {
      const answer = await client.assessments.unit({ code: unit.code, as_of })
      return answer.held?.kind === "decided" ? [answer.held.tier, answer.held.recognition.document] : null
    }
    expect(await held("2026-01-30")).toEqual([tier, "77/QĐ-UBND"])
    await record([
      "2026-02-01",
      { _tag: "revoked", document: "80/QĐ-UBND", from: "2026-02-01", reason: "Không còn đạt" }
    ])
    expect(await held("2026-01-31")).toEqual([tier, "77/QĐ-UBND"])
    expect((await client.assessments.unit({ code: unit.code, as_of: "2026-02-01" })).held?.kind).toBe("revoked")
    const { standing } = await client.dossiers.one({ id: String(dossier), as_of: "2026-02-01" })
    expect([standing.state, standing.recognition?.until]).toEqual(["revoked", "2026-02-01"])
  })
})
