import { Observations, ObservationsRefused, type Recording } from "@ntm/domain/criteria"
import { UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Effect, Exit } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const record = (batch: ReadonlyArray<Recording>) =>
  Effect.flatMap(Observations, (port) => port.record(batch, sampleWriter))
const histories = Effect.flatMap(Observations, (port) =>
  Effect.forEach([4, 7, 8, 9], (unit) => port.history(UnitId.make(unit), null))
)
const rebuild = Effect.flatMap(Observations, (port) => port.rebuild())
const refusal = (batch: ReadonlyArray<Recording>) => Effect.flip(record(batch))

onEveryDatabase(
  "hostile batches of observations",
  ({ run, exit, url }) => {
    it("of a million wrong rows are refused with a count, and the first thousand told", async () => {
      const wrong = [
        sampleRecording({ value: Number.NaN }),
        sampleRecording({ value: Number.POSITIVE_INFINITY }),
        sampleRecording({ unit: 999_999 }),
        sampleRecording({ unit: "99999" }),
        sampleRecording({ unit: 4 }),
        sampleRecording({ input: "no'; drop table observation; --" }),
        sampleRecording({ input: "planning", value: 0.5 }),
        sampleRecording({ input: "models", value: 1e300 + 0.5 - 1e301 }),
        sampleRecording({ kind: "flow", from: "2026-01-01" }),
        sampleRecording({ day: "9999-12-31" })
      ]
      const batch = Array.from({ length: 100_000 }, () => wrong).flat()
      const refused = await run(refusal(batch))
      expect(refused).toBeInstanceOf(ObservationsRefused)
      expect(refused.rows).toBe(1_000_000)
      expect(refused.count).toBeGreaterThanOrEqual(1_000_000)
      expect(refused.problems).toHaveLength(1000)
      expect([...new Set(refused.problems.map(({ kind }) => kind))].sort()).toEqual([
        "duplicateInBatch",
        "futureDay",
        "notAttestation",
        "notNumber",
        "outOfRange",
        "periodReversed",
        "unitNotStanding",
        "unknownInput",
        "unknownUnit"
      ])
      expect((await run(histories)).flat()).toEqual([])
    }, 300_000)

    it("do not break what was recorded by another at the same time: one of two that say the same is refused", async () => {
      const writers = Array.from({ length: 12 }, (_, at) =>
        record([
          sampleRecording({ unit: 7 + (at % 3), source: { from: "import", name: `${at}` }, value: at }),
          sampleRecording({ unit: 9, day: `2025-1${at % 3}-28`, value: at })
        ]).pipe(Effect.exit)
      )
      const exits = await run(Effect.all(writers, { concurrency: "unbounded" }))
      // Three days at unit 9: one writer each gets through.
      expect(exits.filter(Exit.isSuccess)).toHaveLength(3)
      const moments = exits.flatMap((each) => (Exit.isSuccess(each) ? [each.value.recordedAt] : []))
      expect(new Set(moments).size).toBe(moments.length)
      expect(await run(rebuild)).toMatchObject({ differing: 0 })
    })

    it("leave nothing when the process that records them is killed", async () => {
      const before = await run(histories)
      const program = fileURLToPath(new URL("../testing/record-half.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("recorded\n")
      expect(await run(histories)).toEqual(before)
      expect(await run(rebuild)).toMatchObject({ differing: 0 })
      expect(Exit.isSuccess(await exit(record([sampleRecording({ source: { from: "import", name: "after" } })])))).toBe(
        true
      )
    })
  },
  loadAll(sampleFacts, sampleSource)
)

onEveryDatabase(
  "a question as known at a moment",
  ({ run }) => {
    it("waits for a batch that is being written, so that asked again it gets the same", async () => {
      const seen = await run(
        Effect.gen(function* () {
          const port = yield* Observations
          const rows = Array.from({ length: 60 }, (_, at) =>
            Array.from({ length: 40 }, (_row, row) =>
              sampleRecording({ source: { from: "import", name: `${at}/${row}` }, value: at, unit: 7 + (row % 3) })
            )
          )
          let writes = true
          const writing = Effect.tap(
            Effect.forEach(rows, (batch) => port.record(batch, sampleWriter)),
            () => Effect.sync(() => (writes = false))
          )
          const columns = (knownAt: Moment) =>
            port.columns({
              units: [UnitId.make(7)],
              inputs: [...sampleWriter.inputs.keys()],
              asOf: Day.make("2026-01-01"),
              knownAt,
              accept: "approved"
            })
          const asking = Effect.gen(function* () {
            const asked = []
            while (writes) {
              const knownAt = Moment.make(new Date(Date.now() - 1).toISOString())
              asked.push({ knownAt, first: (yield* columns(knownAt)).values.map((column) => column[0]) })
            }
            return asked
          })
          const [, asked] = yield* Effect.all([writing, asking], { concurrency: 2 })
          return yield* Effect.forEach(asked, ({ knownAt, first }) =>
            Effect.map(columns(knownAt), ({ values }) => ({ again: values.map((column) => column[0]), first }))
          )
        })
      )
      for (const { again, first } of seen) expect(again).toEqual(first)
      expect(new Set(seen.map(({ again }) => String(again))).size).toBeGreaterThan(1)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
