import { weekendsOff } from "@ntm/domain/assignments"
import {
  Dossiers,
  dossierStanding,
  type Procedure,
  ProcedureId,
  procedureOfDossier,
  proceduresKnown
} from "@ntm/domain/dossiers"
import { Day, type Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleSource } from "../testing/sample.ts"
import { sampleOpener, sampleOpening, sampleProcedures, sampleWithDossiers } from "../testing/sample-dossiers.ts"

const dossiers = <A, E>(use: (port: Dossiers["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Dossiers, use)
const versions = dossiers((port) => port.procedures())
const known = (at: Moment | null = null) => Effect.map(versions, (all) => proceduresKnown(all, at))
const source = {
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice" as const, agency: null },
  file: "trinh-tu.json",
  sha256: "a".repeat(64)
}
const load = (...all: ReadonlyArray<Procedure>) => dossiers((port) => port.load(all, source))
const facts = sampleWithDossiers()
const build = (sha256: string, procedures: ReadonlyArray<Procedure>, said: Array<string> = []) =>
  loadAll({ ...facts, dossiers: { procedures, dossiers: [] } }, { ...sampleSource, sha256 }, (line) => said.push(line))

/** The sample with days for its first step. */
const timed = (days: number): ReadonlyArray<Procedure> =>
  sampleProcedures.map((one) => {
    const [first, ...others] = one.steps
    return { ...one, steps: [{ ...first, days: { days, count: "working" }, confidence: "recalled" }, ...others] }
  })

onEveryDatabase(
  "Procedures that an office loads",
  ({ run }) => {
    it("are known from then on; a dossier keeps those under which it was opened, and its due day follows working days", async () => {
      const opened = await run(dossiers((port) => port.open([sampleOpening()], sampleOpener)))
      const { knownFrom } = await run(load(...timed(5)))
      expect(await run(known())).toEqual(timed(5))
      expect(await run(known(opened.recordedAt))).toEqual(sampleProcedures)
      expect(await run(known(knownFrom))).toEqual(timed(5))
      // On a Thursday: five working days after it is the Thursday after, whatever the weekend.
      const more = sampleOpening({ tier: "advanced", openedOn: "2026-01-08" })
      const later = await run(dossiers((port) => port.open([more], sampleOpener)))
      const journal = await run(dossiers((port) => port.journal(null)))
      const procedureOf = procedureOfDossier(await run(versions))
      const due = journal.dossiers.map((dossier) => {
        const procedure = procedureOf(dossier)
        if (procedure === undefined) throw new Error("no procedure")
        const { steps } = dossierStanding({
          dossier,
          procedure,
          unit: null,
          events: [],
          calendar: weekendsOff,
          day: Day.make("2026-01-09"),
          knownAt: null,
          facts: { assessment: null, overdueDebt: null },
          opening: { allowed: true, reasons: [], remarks: [] },
          tasks: new Map(),
          waiting: []
        })
        return [dossier.id, steps[0]?.due ?? null]
      })
      expect(due).toEqual([
        [opened.ids[0], null],
        [later.ids[0], "2026-01-15"]
      ])
    })

    it("are written once: the same again changes nothing", async () => {
      const again = await run(load(...timed(5)))
      expect([again.knownFrom, again.procedures.map(({ change }) => change)]).toEqual([null, ["unchanged"]])
      expect(await run(versions)).toMatchObject([{ recordedBy: null }, { ...source, knownUntil: null }])
    })

    it("are refused whole where two would hold at once", async () => {
      const [first] = timed(5)
      if (first === undefined) throw new Error("no procedure")
      const other = { ...first, id: ProcedureId.make("xa-khac") }
      const { problems } = await run(Effect.flip(load(...timed(9), other)))
      expect(problems.map(({ path }) => path)).toEqual(["procedures[1]"])
      expect(await run(known())).toEqual(timed(5))
    })

    it("stay when a new build comes, with its own that do not hold at the same time", async () => {
      const said: Array<string> = []
      const [shipped] = timed(7)
      if (shipped === undefined) throw new Error("no procedure")
      const rival = { ...shipped, id: ProcedureId.make("xa-moi") }
      const model: Procedure = { ...shipped, id: ProcedureId.make("xa-kieu-mau"), tiers: ["model"] }
      await run(build("second", [rival, model], said))
      expect(await run(known())).toEqual([...timed(5), model])
      expect(said.filter((line) => line.includes("“xa-moi”"))).toHaveLength(1)
      await run(build("third", timed(7)))
      expect(await run(known())).toEqual(timed(5))
      expect((await run(versions)).filter(({ knownUntil }) => knownUntil === null)).toMatchObject([
        { ...source, shippedChanged: true }
      ])
    })

    it("are the program's again once an office loads what the program came with", async () => {
      await run(load(...timed(7)))
      await run(build("fourth", sampleProcedures))
      expect(await run(known())).toEqual(sampleProcedures)
    })
  },
  loadAll(facts, sampleSource, () => undefined)
)
