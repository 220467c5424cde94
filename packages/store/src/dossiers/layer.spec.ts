import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { InputKey, Observations, Recognitions } from "@ntm/domain/criteria"
import { type DossierEventRecording, Dossiers, type DossiersRefused } from "@ntm/domain/dossiers"
import { UnitId } from "@ntm/domain/units"
import { Day, type Moment } from "@ntm/domain/values"
import { Effect, Exit } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleSource } from "../testing/sample.ts"
import {
  decided,
  done,
  handedIn,
  sampleDossierEvent,
  sampleDossierWriter,
  sampleOpener,
  sampleOpening,
  sampleProcedures,
  sampleWithDossiers,
  surveyed
} from "../testing/sample-dossiers.ts"

const unit = UnitId.make(7)
const satisfaction = InputKey.make("satisfaction")
const dossiers = <A, E>(use: (port: Dossiers["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Dossiers, use)
const open = (...rows: ReadonlyArray<ReturnType<typeof sampleOpening>>) =>
  dossiers((port) => port.open(rows, sampleOpener))
const record = (...rows: ReadonlyArray<DossierEventRecording>) =>
  dossiers((port) => port.record(rows, sampleDossierWriter))
const journal = (knownAt: Moment | null = null) => dossiers((port) => port.journal([unit], knownAt))
const held = (knownAt: Moment | null = null) =>
  Effect.map(
    Effect.flatMap(Recognitions, (port) => port.list(knownAt)),
    (all) => all.filter((one) => one.unit === unit)
  )
const values = Effect.flatMap(Observations, (port) => port.history(unit, satisfaction))
const packed = query(
  (sql) => sql`select unit, block, vals::text, days::text from observation_submitted order by unit, block`
)
const kinds = ({ problems }: DossiersRefused) => problems.map(({ kind, row }) => `${row} ${kind}`)
const told = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }

onEveryDatabase(
  "Dossiers",
  ({ run, url }) => {
    it("have the procedures that were loaded, and no journal at first", async () => {
      const versions = await run(dossiers((port) => port.procedures()))
      expect(versions).toMatchObject(
        sampleProcedures.map((procedure) => ({ procedure, recordedBy: null, knownUntil: null, shippedChanged: false }))
      )
      expect(await run(journal())).toEqual({ dossiers: [], events: [] })
    })

    it("leave nothing when a process that writes is killed: no dossier, no value, no recognition", async () => {
      const program = fileURLToPath(new URL("../testing/open-half.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("recorded\n")
      expect(await run(journal())).toEqual({ dossiers: [], events: [] })
      expect([await run(held()), await run(values), await run(packed)]).toEqual([[], [], []])
    })

    it("are opened once: of those who open the same at the same time one is heard", async () => {
      const exits = await run(
        Effect.all(
          Array.from({ length: 5 }, () => Effect.exit(open(sampleOpening()))),
          { concurrency: "unbounded" }
        )
      )
      const [won, ...others] = exits.filter(Exit.isSuccess)
      expect(others).toEqual([])
      const { unit: _, ...stated } = sampleOpening()
      expect((await run(journal())).dossiers).toEqual([
        { ...stated, unit, id: won?.value.ids[0], recordedAt: won?.value.recordedAt, recordedBy: told }
      ])
      expect(kinds(await run(Effect.flip(open(sampleOpening()))))).toEqual(["0 alreadyOpen"])
    })

    it("are refused with every problem of every row, and nothing of the batch is written", async () => {
      const refused = await run(
        Effect.flip(
          record(
            sampleDossierEvent(handedIn),
            sampleDossierEvent(done("survey")),
            sampleDossierEvent(handedIn, { dossier: 9 }),
            sampleDossierEvent({ ...handedIn, paper: "none" }),
            sampleDossierEvent(handedIn, { day: "2099-01-01" }),
            sampleDossierEvent(handedIn, { note: "2", evidence: [{ file: "a.pdf", sha256: "0".repeat(64), bytes: 1 }] })
          )
        )
      )
      expect(kinds(refused)).toEqual([
        "1 stepBeforePredecessor",
        "2 unknownDossier",
        "3 unknownPaper",
        "4 futureDay",
        "5 duplicate",
        "5 form"
      ])
      expect((await run(journal())).events).toEqual([])
    })

    it("come back with everything that was said, and a survey goes into its criterion in the same batch", async () => {
      const rows = [handedIn, done("prepare"), surveyed(380)].map((body) =>
        sampleDossierEvent(body, { note: "“a”\t\\" })
      )
      const { ids, recordedAt } = await run(record(...rows))
      expect((await run(journal())).events).toEqual(
        rows.map((row, at) => ({ ...row, id: ids[at], recordedAt, recordedBy: told }))
      )
      const [value, ...others] = await run(values)
      expect(others).toEqual([])
      expect(value?.observation).toMatchObject({
        unit,
        input: "satisfaction",
        value: 95,
        state: "submitted",
        day: "2026-02-10"
      })
      // The values in force are those that the journal gives anew.
      const before = await run(packed)
      expect(before).toHaveLength(1)
      await run(Effect.flatMap(Observations, (port) => port.rebuild()))
      expect(await run(packed)).toEqual(before)
      // All of a batch is known at its moment.
      const known = await run(
        Effect.flatMap(Observations, (port) =>
          port.inForce({
            units: [unit],
            inputs: [satisfaction],
            asOf: Day.make("2026-12-31"),
            knownAt: recordedAt,
            accept: "submitted"
          })
        )
      )
      expect(known.map(({ observation }) => observation.value)).toEqual([95])
    })

    it("refuse a survey for a criterion that nobody asks for, however few answered", async () => {
      const stray = sampleDossierEvent({ ...surveyed(38), input: "khong-co" }, { note: "lạc" })
      const { events } = await run(journal())
      const refused = await run(Effect.flip(record(stray)))
      expect(kinds(refused)).toEqual(["0 surveyWrong"])
      expect((await run(journal())).events).toEqual(events)
    })

    it("refuse a survey whose value was recorded before, at its own row", async () => {
      const again = sampleDossierEvent(surveyed(380), { note: "lần 2" })
      const { events } = await run(journal())
      const refused = await run(Effect.flip(record(sampleDossierEvent(handedIn, { note: "mới" }), again)))
      expect(kinds(refused)).toEqual(["1 surveyWrong"])
      expect((await run(journal())).events).toEqual(events)
    })

    it("a decision makes a recognition, which is known from its moment on", async () => {
      const before = await run(dossiers((port) => port.moment()))
      const { recordedAt } = await run(record(sampleDossierEvent(done("survey")), sampleDossierEvent(decided)))
      const recognition = {
        unit,
        tier: "standard",
        criteriaSet: "xa-ntm-2021-2025",
        document: "99/QĐ-UBND",
        decidedOn: "2026-02-10",
        revokedOn: null,
        note: sampleOpening().note,
        illustrative: false
      }
      expect(await run(held())).toEqual([recognition])
      expect(await run(held(recordedAt))).toEqual([recognition])
      expect(await run(held(before))).toEqual([])
      expect((await run(journal(before))).events).toHaveLength(3)
    })

    it("a revocation ends it by a successor; what was known before stays known", async () => {
      const before = await run(dossiers((port) => port.moment()))
      const body = { _tag: "revoked", document: "5/QĐ-UBND", from: "2026-06-01", reason: "không giữ chuẩn" }
      await run(record(sampleDossierEvent(body, { day: "2026-06-02" })))
      expect((await run(held())).map(({ revokedOn }) => revokedOn)).toEqual(["2026-06-01"])
      expect((await run(held(before))).map(({ revokedOn }) => revokedOn)).toEqual([null])
    })

    it("a dossier may be opened anew once it ended; a decision and its end in one batch make one recognition", async () => {
      const { ids } = await run(open(sampleOpening({ openedOn: "2026-06-05" })))
      const events = [
        handedIn,
        done("prepare"),
        { ...surveyed(390), input: null },
        done("survey"),
        { ...decided, document: "100/QĐ-UBND", decidedOn: "2026-06-30" },
        { _tag: "expired", from: "2026-07-25", reason: "hết hạn" }
      ]
      await run(record(...events.map((body) => sampleDossierEvent(body, { dossier: ids[0], day: "2026-06-30" }))))
      expect((await run(held())).map(({ document, revokedOn }) => [document, revokedOn])).toEqual([
        ["99/QĐ-UBND", "2026-06-01"],
        ["100/QĐ-UBND", "2026-07-25"]
      ])
    })
  },
  loadAll(sampleWithDossiers(), sampleSource)
)
