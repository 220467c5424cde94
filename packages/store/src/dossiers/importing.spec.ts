import { type Recognition, Recognitions } from "@ntm/domain/criteria"
import { Dossiers, type DossierJournal } from "@ntm/domain/dossiers"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleSource } from "../testing/sample.ts"
import {
  decided,
  done,
  sampleDossierEvent,
  sampleDossierWriter,
  sampleImported,
  sampleWithDossiers,
  surveyed,
  toldByImport
} from "../testing/sample-dossiers.ts"
import type { ImportedDossier } from "./importing.ts"

const { events, key, opening: imported } = sampleImported
const [handed, begun] = events
if (handed === undefined || begun === undefined) throw new Error("no events")
const finished = toldByImport(done("prepare"), begun.day)

const dossiers = <A, E>(use: (port: Dossiers["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Dossiers, use)
const told = ({ dossiers: all, events: its }: DossierJournal) => ({
  dossiers: all.map(({ recordedAt: _, recordedBy: __, id: ___, ...stated }) => stated),
  events: its.map(({ recordedAt: _, recordedBy: __, id: ___, dossier: ____, ...stated }) => stated)
})

onEveryDatabase("Dossiers of an import", ({ run }) => {
  let version = 0
  const load = (...all: ReadonlyArray<ImportedDossier>) =>
    run(loadAll(sampleWithDossiers(...all), { ...sampleSource, sha256: String(++version) }))
  const journal = () => run(dossiers((port) => port.journal(null)))

  it("come with it, and stay as they are when it says the same again", async () => {
    await load(sampleImported)
    const first = await journal()
    expect(told(first)).toEqual({ dossiers: [imported], events: [handed, begun] })
    await load(sampleImported)
    expect(await journal()).toEqual(first)
  })

  it("say what the import says now, under the same numbers; what was known before stays known", async () => {
    const first = await journal()
    const before = await run(dossiers((port) => port.moment()))
    await load({ key, opening: { ...imported, note: "sửa" }, events: [handed, finished] })
    const then = await journal()
    expect(told(then)).toEqual({ dossiers: [{ ...imported, note: "sửa" }], events: [handed, finished] })
    expect([then.dossiers, then.events].map((rows) => rows.map(({ id }) => id))).toEqual([[1], [1, 2]])
    expect(await run(dossiers((port) => port.journal(null, before)))).toEqual(first)
  })

  it("keep what people recorded after it, in its place", async () => {
    const [dossier] = (await journal()).dossiers
    const survey = sampleDossierEvent({ ...surveyed(380), input: null }, { dossier: dossier?.id, day: "2025-09-01" })
    await run(dossiers((port) => port.record([survey], sampleDossierWriter)))
    await load({ key, opening: imported, events: [{ ...handed, note: "bổ sung" }, finished] })
    expect(told(await journal()).events.map(({ body, note }) => [body._tag, note])).toEqual([
      ["paper", "bổ sung"],
      ["step", null],
      ["surveyed", null]
    ])
  })

  it("are ended when the import has them no more, unless people went on with them", async () => {
    const other = { ...sampleImported, key: "khac", opening: { ...imported, openedOn: imported.asOf } }
    await load(other)
    expect((await journal()).dossiers.map(({ openedOn }) => openedOn).toSorted()).toEqual(["2025-07-31", "2025-08-01"])
    await load()
    const { dossiers: left, events: its } = await journal()
    expect(left.map(({ openedOn }) => openedOn)).toEqual(["2025-08-01"])
    expect(its).toHaveLength(3)
  })
})

onEveryDatabase("A recognition that an import brought, of a dossier that it brought too", ({ run }) => {
  const recognitions = Effect.flatMap(Recognitions, (port) => port.list())
  const decidedOn = Day.make("2025-09-01")
  const recognition: Recognition = {
    unit: imported.unit,
    tier: imported.tier,
    criteriaSet: imported.criteriaSet,
    document: "99/QĐ-UBND",
    decidedOn,
    revokedOn: null,
    note: null,
    illustrative: true
  }
  const facts = {
    ...sampleWithDossiers({
      key,
      opening: imported,
      events: [
        handed,
        finished,
        ...[surveyed(380), done("survey"), { ...decided, decidedOn }].map((body) => toldByImport(body, decidedOn))
      ]
    }),
    recognitions: [recognition]
  }

  it("is one, and stays ended when a person ends it, whatever the import says again", async () => {
    await run(loadAll(facts, sampleSource))
    expect(await run(recognitions)).toEqual([recognition])
    const [dossier] = (await run(dossiers((port) => port.journal(null)))).dossiers
    const body = { _tag: "expired", from: "2026-01-01", reason: "hết hạn" }
    const ending = sampleDossierEvent(body, { dossier: dossier?.id, day: "2026-01-02" })
    await run(dossiers((port) => port.record([ending], sampleDossierWriter)))
    const ended = await run(recognitions)
    expect(ended.map(({ document, revokedOn }) => [document, revokedOn])).toEqual([["99/QĐ-UBND", "2026-01-01"]])
    await run(loadAll(facts, { ...sampleSource, sha256: "b" }))
    expect(await run(recognitions)).toEqual(ended)
  })
})
