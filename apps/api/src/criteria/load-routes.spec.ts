import { ApiProblem, type Client, JsonText, makeClient } from "@ntm/contract"
import { type CriteriaSet, flat, InputKey } from "@ntm/domain/criteria"
import { blankIndicator, blankSet } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { databaseLayer, loadAll, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "../app.ts"
import { registerInMemory } from "../testing/register.ts"

const water = InputKey.make("water")

/** What the province is judged by: clean water of 80 %. */
const old: CriteriaSet = {
  ...blankSet("xa-cu"),
  name: "Bộ cũ",
  criteria: [
    {
      no: 17,
      name: "Môi trường",
      indicators: [
        {
          ...blankIndicator("17.1"),
          name: "Nước sạch",
          input: water,
          rule: { op: ">=", measure: { of: "input", input: water }, threshold: flat(80) }
        }
      ]
    }
  ],
  inputs: [
    {
      input: water,
      name: "Nước sạch",
      unit: "% hộ",
      measure: "percent",
      bySex: false,
      carry: { carry: "average", weight: "households", min: 0, max: 100 }
    }
  ],
  source: { id: "xa-cu" }
}

/** What takes its place: of it only the names are known, and what seems to be about the same. */
const frame: CriteriaSet = {
  ...blankSet("xa-moi"),
  name: "Bộ mới",
  periodFrom: 2026,
  periodTo: 2030,
  period: { from: Day.make("2026-01-01"), to: Day.make("2030-12-31") },
  legalBases: [{ number: "51/2025/QĐ-TTg", date: Day.make("2025-12-29"), role: null }],
  doNotEvaluate: true,
  criteria: [{ no: 8, name: "Môi trường và cảnh quan nông thôn", indicators: [] }],
  counterparts: [{ set: old.id, criterion: 17, to: 8, confidence: "inferred" }],
  source: { id: "xa-moi" }
}

/** An annex made up for this spec: its numbers are nobody's law, and say so. */
const annex = (than: number) => ({
  id: "xa-moi",
  name: "Bộ mới (phụ lục minh họa)",
  level: "commune",
  tier: "ntm",
  period: { from: "2026-01-01", to: "2030-12-31" },
  legalBasis: [{ number: "51/2025/QĐ-TTg", date: "2025-12-29" }],
  inputs: { water: { name: "Nước sạch", unit: "% hộ", measure: "percent" } },
  criteria: [
    {
      no: 8,
      name: "Môi trường và cảnh quan nông thôn",
      indicators: [
        {
          code: "8.1",
          name: "Hộ dùng nước sạch",
          measure: "percent",
          unit: "% hộ",
          rule: { op: ">=", input: "water", thresholds: { default: than } },
          confidence: "illustrative"
        }
      ]
    }
  ]
})

const { events, register } = registerInMemory()
const asOf = "2026-02-01"
const compare = { set: "xa-cu", with: "xa-moi", unit: "31", as_of: asOf }
const judge = { set: "xa-moi", unit: "31", as_of: asOf }

const problemOf = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
  )

describe("an annex that an office loads", () => {
  let database: FreshDatabase
  let client: Client
  let dispose: () => Promise<void>

  beforeAll(async () => {
    database = await freshDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    dispose = () => runtime.dispose()
    const nothing = { documents: [], setResults: [], targets: [], fundingTables: [], assignments: [], findings: [] }
    const units = { units: register.rows, reorganisations: events, recognitions: [] }
    await runtime.runPromise(
      loadAll(
        { ...nothing, ...units, criteriaSets: [old, frame] },
        { importName: "spec", sha256: "a", programVersion: "1.2.3" }
      )
    )
    const app = makeApp(runtime, {
      health: () => Effect.die("not asked"),
      web: null,
      host: "127.0.0.1",
      recorder: "Nguyễn Thị Lan",
      now: () => new Date("2026-05-01T00:00:00Z"),
      log: () => undefined
    })
    client = makeClient((url, init) => app.request(url, init), "")
    const rows = [
      { unit: "11836", input: "water", day: "2025-12-31", value: 96, state: "approved" },
      { unit: "11824", input: "water", day: "2025-12-31", value: 85, state: "approved" }
    ]
    await client.observations.record({ body: { rows } })
  })
  afterAll(async () => {
    await dispose?.()
    await database?.drop()
  })

  const verdicts = (answer: Awaited<ReturnType<Client["assessments"]["replacement"]>>) =>
    Object.fromEntries(answer.units.map(({ after, before, unit }) => [unit.code, [before, after]]))

  it("is the whole story: compare, load, compare again, and as known before it is what it was", async () => {
    const first = await client.assessments.replacement(compare)
    expect(verdicts(first)).toMatchObject({ 11836: ["met", "noThreshold"], 11824: ["met", "noThreshold"] })
    expect(first.frame).toMatchObject({
      document: "51/2025/QĐ-TTg (29/12/2025)",
      criteria: [{ no: 8, verdict: "noThreshold", counterparts: [17], confidence: "inferred" }]
    })
    expect(first.frame?.reason.vi).toContain("phụ lục của 51/2025/QĐ-TTg")
    expect(await problemOf(client.assessments.matrix(judge))).toMatchObject({
      errors: [{ path: "set", message: expect.stringContaining("mới có khung") }]
    })
    expect(await client.criteria.differences({ id: "xa-cu", with: "xa-moi" })).toMatchObject({
      frames: [{ id: "xa-moi", document: "51/2025/QĐ-TTg (29/12/2025)" }]
    })

    const would = await client.criteria.preview({ file: "phu-luc.json", body: annex(90) })
    expect(would.sets).toMatchObject([{ id: "xa-moi", change: "replaced", frameBefore: true, frame: false }])
    expect((await client.criteria.get({ id: "xa-moi" })).doNotEvaluate).toBe(true)
    const loaded = await client.criteria.load({ file: "phu-luc.json", body: annex(90), ifMatch: would.tag })
    expect(loaded).toMatchObject({ sets: would.sets, warnings: [] })

    const then = await client.assessments.replacement(compare)
    expect(then.frame).toBeNull()
    expect(verdicts(then)).toMatchObject({ 11836: ["met", "met"], 11824: ["met", "notMet"] })
    expect(then.paired).toMatchObject([{ from: { code: "17.1" }, to: { code: "8.1" }, lost: 1, gained: 0 }])
    expect(then.to.confidence).toMatchObject({ illustrative: 1 })
    expect((await client.assessments.matrix(judge)).items.map(({ unit, verdict }) => [unit.code, verdict])).toEqual(
      expect.arrayContaining([
        ["11836", "met"],
        ["11824", "notMet"]
      ])
    )
    expect((await client.criteria.differences({ id: "xa-cu", with: "xa-moi" })).paired).toMatchObject([
      { is: "stricter" }
    ])

    const known_at = first.knownAt ?? ""
    expect(await client.assessments.replacement({ ...compare, known_at })).toEqual(first)
    expect(await problemOf(client.assessments.matrix({ ...judge, known_at }))).toMatchObject({ status: 422 })
    expect((await client.criteria.get({ id: "xa-moi", known_at })).doNotEvaluate).toBe(true)
  })

  it("says who loaded it, when, and out of which file; the same file again changes nothing", async () => {
    const { tag } = await client.criteria.preview({ body: annex(90) })
    expect(await client.criteria.load({ file: "lai.json", body: annex(90), ifMatch: tag })).toMatchObject({
      knownFrom: null,
      sets: [{ change: "unchanged" }]
    })
    const { items } = await client.criteria.versions({ id: "xa-moi" })
    expect(items).toMatchObject([
      {
        recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice" },
        file: "phu-luc.json",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        knownUntil: null,
        indicators: 1
      },
      { recordedBy: null, programVersion: "1.2.3", doNotEvaluate: true, knownUntil: items[0]?.knownFrom }
    ])
    expect(await problemOf(client.criteria.versions({ id: "none" }))).toMatchObject({ status: 404 })
  })

  it("tells by a movement what the load did to the numbers", async () => {
    const { items } = await client.criteria.versions({ id: "xa-moi" })
    const { tag } = await client.criteria.preview({ body: annex(80) })
    await client.criteria.load({ file: "phu-luc-2.json", body: annex(80), ifMatch: tag })
    const moved = await client.movements.group({
      set: "xa-moi",
      unit: "31",
      from: asOf,
      to: asOf,
      from_known_at: items[0]?.knownFrom
    })
    expect(moved.numbers.find(({ of }) => of === "set")).toMatchObject({ before: 1, after: 2, parts: { knowledge: 1 } })
    expect(moved.loads).toMatchObject([
      { set: "xa-moi", file: "phu-luc-2.json", recordedBy: { name: "Nguyễn Thị Lan" }, knownUntil: null }
    ])
  })

  it("is refused whole with every reason, in both languages, and writes nothing", async () => {
    const before = await client.criteria.get({ id: "xa-moi" })
    const bad = {
      ...annex(900),
      criteria: [...annex(900).criteria, { no: 8, name: "Trùng số", indicators: [{ code: "x" }] }]
    }
    for (const send of [client.criteria.load, client.criteria.preview]) {
      const problem = await problemOf(send({ body: bad }))
      expect(problem).toMatchObject({ status: 422, type: "urn:ntm:problem:criteria-set-refused" })
      expect(problem).toMatchObject({
        errors: expect.arrayContaining([
          expect.objectContaining({
            path: "/criteria/0/indicators/0/rule",
            message: expect.stringContaining("ngưỡng 900"),
            messageEn: expect.any(String)
          }),
          expect.objectContaining({ path: expect.stringMatching(/^\/criteria\/1/) })
        ])
      })
    }
    for (const body of [null, 1, [], "x", {}, { amends: "xa-moi" }, { derives: "none", id: "p" }])
      expect(await problemOf(client.criteria.load({ body }))).toMatchObject({ status: 422 })
    const deep = new JsonText("[".repeat(200_000) + "]".repeat(200_000))
    expect(await problemOf(client.criteria.load({ body: deep }))).toMatchObject({ status: 422 })
    expect(await client.criteria.get({ id: "xa-moi" })).toEqual(before)
  })
})
