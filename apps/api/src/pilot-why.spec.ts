import { makeClient, type Client } from "@ntm/contract"
import { checkEvidence, evidenceKinds, proofAnnex, verifyProofText } from "@ntm/domain/criteria"
import { databaseLayer, QueryFailed, storeLayer } from "@ntm/store"
import type { FreshDatabase } from "@ntm/store/testing"
import { Effect, Layer, ManagedRuntime } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeApp } from "./app.ts"
import { pilotDatabase } from "./testing/pilot-database.ts"

const province = "tinh-hoan-thanh-2021-2025"

describe("why the pilot's verdicts are as they are", () => {
  let database: FreshDatabase
  let client: Client
  let app: ReturnType<typeof makeApp>
  let close: () => Promise<void>

  beforeAll(async () => {
    database = await pilotDatabase()
    const runtime = ManagedRuntime.make(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: database.url }))))
    close = () => runtime.dispose()
    app = makeApp(runtime, {
      health: () =>
        Effect.succeed({ status: "ok", version: "0.0.0", database: "bundled", postgres: "", loadedAt: null }),
      web: null,
      host: "127.0.0.1",
      now: () => new Date("2025-04-16T03:00:00Z"),
      isOutage: (defect) => defect instanceof QueryFailed
    })
    client = makeClient((url, init) => app.request(url, init), "")
  }, 60_000)

  afterAll(async () => {
    await close?.()
    await database?.drop()
  })

  const proofOf = (set: string, as_of: string, code = "31") => client.proofs.unit({ code, set, as_of })

  it("proves the province's condition 8: 88,9 % fails on 2025-01-14 and is enough on 2025-01-15", async () => {
    const [before, after] = [await proofOf(province, "2025-01-14"), await proofOf(province, "2025-01-15")]
    const line = (proof: typeof before) =>
      [...proof.tree.conditions, ...proof.tree.criteria.flatMap(({ indicators }) => indicators)].find(
        ({ rule }) => rule?.value?.value === 88.9
      )
    expect([line(before), line(after)]).toMatchObject([
      { verdict: "notMet", rule: { threshold: { value: 90 } } },
      { verdict: "met", rule: { threshold: { value: 80 } } }
    ])
    for (const proof of [before, after]) {
      expect(verifyProofText(JSON.stringify(proof))).toMatchObject({ _tag: "Checked", disagreements: [], remarks: [] })
    }
    const value = after.values.find((one) => one.value === 88.9)
    expect(value?.from).toMatchObject({ source: "reported", record: { observation: { source: { from: "document" } } } })
  })

  it("proves a commune before the merger by its own values, and one after it by those that were carried", async () => {
    const { items } = await client.units.list({ q: "vinh bao", as_of: "2025-07-01", level: "commune", limit: 1 })
    const code = items[0]?.code ?? ""
    const proof = await proofOf("xa-ntm-2021-2025", "2025-07-01", code)
    expect(proof.values.some(({ from }) => from.source === "derived" && from.parts.length > 1)).toBe(true)
    expect(
      proof.values.some(({ from }) => from.source === "derived" && from.parts.every(({ record }) => record !== null))
    ).toBe(true)
    expect(verifyProofText(JSON.stringify(proof))).toMatchObject({ disagreements: [], remarks: [] })
    const again = await client.proofs.unit({
      code,
      set: "xa-ntm-2021-2025",
      as_of: "2025-07-01",
      known_at: proof.knownAt ?? ""
    })
    expect(again.seal.hash).toBe(proof.seal.hash)
  })

  it("hands the annex to who asks for Markdown, in the language asked for, and to nobody else", async () => {
    const path = `/api/v1/assessments/units/31/proof?set=${province}&as_of=2025-01-14`
    const asking = (accept: string, language: string) =>
      app.request(path, { headers: { accept, "accept-language": language } })
    const [vi, en, json] = await Promise.all([
      asking("text/markdown", "vi-VN"),
      asking("text/markdown, */*;q=0.1", "en-GB"),
      asking("application/json", "vi")
    ])
    expect(vi.headers.get("content-type")).toBe("text/markdown; charset=utf-8")
    expect(await vi.text()).toContain("# PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ")
    expect(await en.text()).toContain("# ANNEX: WHAT THE VERDICT RESTS ON")
    expect(json.headers.get("content-type")).toContain("application/json")
    expect(vi.headers.get("vary")).toContain("Accept")
  })

  it("hands the annex out as a file to be saved: for Word, in Markdown, or the sealed proof itself", async () => {
    const asked = { code: "31", set: province, as_of: "2025-01-14" }
    const proof = await proofOf(province, "2025-01-14")
    const [word, markdown, json] = await Promise.all([
      client.proofs.annex(asked),
      client.proofs.annex({ ...asked, format: "md", lang: "en" }),
      client.proofs.annex({ ...asked, format: "json" })
    ])
    expect(checkEvidence(word.name ?? "", word.content)).toBe(evidenceKinds.docx)
    expect([word.name, word.mediaType]).toEqual([
      `phu-luc-31-${province}-2025-01-14.docx`,
      evidenceKinds.docx.mediaType
    ])
    expect(markdown.name).toBe(`annex-31-${province}-2025-01-14.md`)
    expect(new TextDecoder().decode(markdown.content)).toBe(proofAnnex(proof, "en"))
    const sealed = new TextDecoder().decode(json.content)
    expect(verifyProofText(sealed)).toMatchObject({ disagreements: [], remarks: [], proof: { seal: proof.seal } })
    await expect(client.proofs.annex({ ...asked, format: "exe" })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: "format" }] }
    })
    await expect(client.proofs.annex({ ...asked, code: "99999" })).rejects.toMatchObject({ problem: { status: 404 } })
  })

  it("refuses a set that is not for the unit, or not known, with the place", async () => {
    await expect(proofOf("xa-ntm-2021-2025", "2025-01-14", "31")).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: "set" }] }
    })
    await expect(proofOf("khong-co", "2025-01-14")).rejects.toMatchObject({ problem: { status: 404 } })
  })

  const moved = (set: string, from: string, to: string, parent = "31") =>
    client.movements.group({ set, unit: parent, from, to })
  type Moved = Awaited<ReturnType<typeof moved>>
  /** Causes whose part is not zero, by number. */
  const causesOf = ({ numbers }: Moved) =>
    Object.fromEntries(
      numbers.flatMap(({ after, before, criterion, of, parts }) => {
        const some = Object.entries(parts).filter(([, part]) => part !== 0)
        expect(some.reduce((total, [, part]) => total + part, 0)).toBe(after - before)
        return some.length === 0 ? [] : [[criterion === null ? of : `${of} ${criterion.no}`, Object.fromEntries(some)]]
      })
    )

  it("moves the province's condition 8 between 14 and 15 January 2025 by the criteria alone, and names the decision", async () => {
    const answer = await moved(province, "2025-01-14", "2025-01-15")
    const causes = causesOf(answer)
    expect(causes["criterion 8"]).toEqual({ criteria: 1 })
    expect(new Set(Object.values(causes).flatMap((parts) => Object.keys(parts)))).toEqual(new Set(["criteria"]))
    const flips = answer.steps.flatMap(({ cause, units }) =>
      units.flatMap(({ lines }) => lines.map((line) => ({ cause, ...line })))
    )
    expect(flips).toMatchObject([{ cause: "criteria", before: "notMet", after: "met", values: [] }])
    expect(answer.amendments.some(({ from }) => from === "2025-01-15")).toBe(true)
    expect(answer.records).toEqual([])
  })

  it("moves the number of communes on 1 January 2025 by boundaries alone, and names the resolution", async () => {
    const answer = await moved("xa-ntm-2021-2025", "2024-12-31", "2025-01-01")
    const units = answer.numbers.find(({ of }) => of === "units")
    expect(units).toMatchObject({ before: 137, after: 77, parts: { boundaries: -60 } })
    const causes = causesOf(answer)
    expect(new Set(Object.values(causes).flatMap((parts) => Object.keys(parts)))).toEqual(new Set(["boundaries"]))
    expect(causes["holding"]).toEqual({ boundaries: -60 })
    expect(answer.events.map(({ document }) => document)).toEqual(["1232/NQ-UBTVQH15"])
  })

  it("begins and ends at the very numbers that roll-ups tell of the two days, whatever lies between them", async () => {
    const set = "xa-ntm-2021-2025"
    for (const [from, to] of [
      ["2024-12-31", "2025-07-01"],
      ["2025-07-01", "2025-01-01"]
    ] as const) {
      const answer = await moved(set, from, to)
      const told = (end: "before" | "after") => {
        const of = (name: string) => answer.numbers.filter((number) => number.of === name).map((number) => number[end])
        return { units: of("units")[0], total: of("total")[0], met: of("set")[0], criteria: of("criterion") }
      }
      for (const [end, as_of] of [
        ["before", from],
        ["after", to]
      ] as const) {
        const { rollUp } = await client.assessments.group({ set, unit: "31", as_of })
        expect(told(end)).toEqual({
          units: rollUp.units,
          total: rollUp.metTotal,
          met: rollUp.verdicts.met + rollUp.verdicts.exempt,
          criteria: rollUp.criteria.map(({ metCount }) => metCount)
        })
      }
      causesOf(answer)
    }
  })

  it("tells a correction that came later from everything else, with both records, and keeps what was proved before it", async () => {
    const before = await proofOf(province, "2025-01-15")
    const found = before.values.find((one) => one.value === 88.9)?.from
    if (found?.source !== "reported") throw new Error("satisfaction is not reported")
    const { day, id, input, source } = found.record.observation
    const row = { unit: "31", input, day, value: 79, state: "approved", source, supersedes: id }
    await client.observations.record({ body: { rows: [row] } })
    const known_at = before.knownAt ?? ""
    const day15 = { set: province, unit: "31", from: "2025-01-15", to: "2025-01-15" }
    const answer = await client.movements.group({ ...day15, from_known_at: known_at })
    expect(causesOf(answer)).toMatchObject({ "criterion 8": { knowledge: -1 }, total: { knowledge: -1 } })
    expect(answer.records).toMatchObject([
      {
        cause: "knowledge",
        before: { observation: { id, value: 88.9 } },
        after: { observation: { value: 79, supersedes: id } }
      }
    ])
    const again = await client.proofs.unit({ code: "31", set: province, as_of: "2025-01-15", known_at })
    expect(again.seal.hash).toBe(before.seal.hash)
    expect((await proofOf(province, "2025-01-15")).seal.hash).not.toBe(before.seal.hash)
  })
})
