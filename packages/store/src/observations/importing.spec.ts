import { MoveRequest, Observations, type Recording } from "@ntm/domain/criteria"
import { Reorganisations, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Schema } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { FactsRefused } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleInputs, sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const source = { from: "import", name: "Số liệu minh họa" }
const of = (input: string, value: number, rest: Parameters<typeof sampleRecording>[0] = {}) =>
  sampleRecording({ input, value, source, illustrative: true, ...rest })

const register = Effect.flatMap(Effect.service(Reorganisations), (port) => port.register())

/** Loads the sample with these values, as another content each time. */
const load = (sha256: string, recordings: ReadonlyArray<Recording>) =>
  Effect.flatMap(register, ({ chronicle }) =>
    loadAll(
      { ...sampleFacts, observations: { chronicle, recordings, inputs: sampleInputs } },
      { ...sampleSource, sha256 }
    )
  )

const port = Effect.service(Observations)
const unit = UnitId.make(7)

const history = Effect.flatMap(port, (observations) => observations.history(unit, null))

const inForce = Effect.flatMap(port, (observations) =>
  observations.inForce({ units: [unit], inputs: null, asOf: Day.make("2026-01-01"), knownAt: null, accept: "approved" })
).pipe(
  Effect.map((records) =>
    Object.fromEntries(
      records.map(({ observation }) => [observation.input, [observation.value, observation.illustrative]])
    )
  )
)

const entries = query(async (sql) => {
  const [counted] = await sql<Array<{ rows: number; moves: number }>>`
    select (select count(*)::int from observation) as rows, (select count(*)::int from observation_move) as moves`
  return counted
})

onEveryDatabase(
  "values that an import brings",
  ({ exit, run }) => {
    it("go into the journal approved, under the importer's name", async () => {
      await run(load("content a", [of("income", 70), of("poverty", 1.5), of("models", 2)]))
      expect(await run(inForce)).toEqual({ income: [70, true], poverty: [1.5, true], models: [2, true] })
      const records = await run(history)
      expect(records.map(({ observation }) => observation.recordedBy.name)).toEqual(
        Array.from({ length: 3 }, () => "Nạp dữ liệu tham chiếu")
      )
    })

    it("may name papers that lie elsewhere: they are told by name and hash, and are not kept here", async () => {
      const paper = { file: "phu-luc-01.pdf", sha256: "a".repeat(64), bytes: 10 }
      await run(load("content without", [of("poverty", 1.5), of("models", 2)]))
      await run(load("content with", [of("poverty", 1.5), of("models", 2), of("income", 70, { evidence: [paper] })]))
      const papers = (await run(history)).map(({ observation }) => observation.evidence)
      expect(papers).toContainEqual([paper])
    })

    it("are not written a second time, though other content is loaded around them", async () => {
      const before = await run(entries)
      await run(load("content b", [of("models", 2), of("income", 70), of("poverty", 1.5)]))
      expect(await run(entries)).toEqual(before)
    })

    it("are corrected where they changed, taken back where they are gone, and come back", async () => {
      const before = await run(entries)
      await run(load("content c", [of("income", 72), of("poverty", 1.5)]))
      expect(await run(inForce)).toEqual({ income: [72, true], poverty: [1.5, true] })
      const after = await run(entries)
      expect([(after?.rows ?? 0) - (before?.rows ?? 0), (after?.moves ?? 0) - (before?.moves ?? 0)]).toEqual([1, 1])
      await run(load("content d", [of("income", 72), of("poverty", 1.5), of("models", 2)]))
      expect(await run(inForce)).toEqual({ income: [72, true], poverty: [1.5, true], models: [2, true] })
    })

    it("leave alone what a person corrected, returned, or recorded beside them", async () => {
      const newest = new Map((await run(history)).map(({ observation: { id, input } }) => [String(input), id]))
      const returned = { observation: newest.get("poverty"), to: "returned", reason: "Chưa đúng" }
      await run(
        Effect.flatMap(port, (observations) =>
          Effect.gen(function* () {
            yield* observations.record([sampleRecording({ value: 75, supersedes: newest.get("income") })], sampleWriter)
            yield* observations.record([sampleRecording({ input: "planning", value: 1 })], sampleWriter)
            yield* observations.move([Schema.decodeUnknownSync(MoveRequest)(returned)], sampleWriter)
          })
        )
      )
      const before = await run(entries)
      await run(load("content e", [of("income", 60), of("poverty", 9), of("models", 2)]))
      expect(await run(inForce)).toEqual({ income: [75, false], planning: [1, false], models: [2, true] })
      expect(await run(entries)).toEqual(before)
      await run(load("content f", []))
      expect(await run(inForce)).toEqual({ income: [75, false], planning: [1, false] })
    })

    it("are refused with everything else that the import brings, and say why", async () => {
      const before = await run(entries)
      const refused = await run(Effect.flip(load("content g", [of("income", 1), of("models", 1.5)])))
      expect(refused).toBeInstanceOf(FactsRefused)
      expect(refused.message).toMatch(/Mô hình.*1,5 phải là số nguyên/)
      expect(await run(entries)).toEqual(before)
      expect((await exit(load("content f", [])))._tag).toBe("Success")
    })
  },
  loadAll(sampleFacts, sampleSource)
)
