import { InputKey, Observations, type Recording } from "@ntm/domain/criteria"
import { UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const ask = <A, E>(use: (port: Observations["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Observations, use)
const record = (...batch: ReadonlyArray<Recording>) => ask((port) => port.record(batch, sampleWriter))
const income = InputKey.make("income")
const units = [4, 7].map((id) => UnitId.make(id))
const question = {
  units,
  inputs: [income],
  asOf: Day.make("2025-12-31"),
  knownAt: null,
  accept: "approved" as const
}
const told = (unit: number, day: string, value: number, more: object = {}): Recording =>
  sampleRecording({ unit: UnitId.make(unit), day, value, ...more })

onEveryDatabase("values of several days", ({ run }) => {
  const series = (from: string, more: Partial<typeof question> = {}) =>
    run(ask((port) => port.series({ ...question, ...more, from: Day.make(from) }))).then((all) =>
      all.map(({ day, unit, value }) => [unit, day, value])
    )

  it("come as they stand: what was corrected is replaced, what is out of the range or of a lower state left out", async () => {
    await run(loadAll(sampleFacts, sampleSource))
    const { ids } = await run(
      record(told(4, "2023-12-31", 10), told(4, "2024-12-31", 20), told(4, "2025-06-30", 30, { state: "submitted" }))
    )
    await run(record(told(4, "2024-12-31", 25, { supersedes: ids[1] ?? null }), told(7, "2025-07-31", 5)))
    expect(await series("2023-01-01")).toEqual([
      [4, "2023-12-31", 10],
      [4, "2024-12-31", 25],
      [7, "2025-07-31", 5]
    ])
    expect(await series("2022-01-01", { asOf: Day.make("2023-12-31") })).toEqual([[4, "2023-12-31", 10]])
  })

  it("made for illustration mark their unit as long as one is in force", async () => {
    const marked = (more: Partial<typeof question> = {}) =>
      run(ask((port) => port.illustrative({ ...question, ...more }))).then((found) => [...found])
    expect(await marked()).toEqual([])
    await run(record(told(7, "2025-08-31", 6, { illustrative: true })))
    expect(await marked()).toEqual([7])
    expect(await marked({ asOf: Day.make("2025-08-30") })).toEqual([])
    await run(record(told(7, "2025-09-30", 7)))
    expect(await marked()).toEqual([])
  })
})
