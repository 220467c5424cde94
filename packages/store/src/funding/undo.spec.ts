import { Funding } from "@ntm/domain/funding"
import { plan, Reorganisation, Reorganisations, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleEntry } from "../testing/sample-funding.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

/** Đồ Sơn (11631) goes into Ân Thi (11630). */
const merger = Schema.decodeUnknownSync(Reorganisation)({
  id: "merger",
  document: { number: "1/NQ", issuer: null, issuedOn: null },
  day: "2026-03-01",
  changes: [{ change: "merge", from: [{ unit: { code: "11631" } }], into: { unit: { code: "11630" } } }]
})

const applying = Effect.gen(function* () {
  const events = yield* Reorganisations
  const { chronicle, version } = yield* events.register()
  return yield* events.apply(Result.getOrThrow(plan(chronicle, merger)), version)
})
const undoing = Effect.flatMap(Reorganisations, (events) => events.undo("merger"))
const paying = (day: string) =>
  Effect.flatMap(Funding, (port) =>
    port.record([sampleEntry({ unit: "11630", year: 2026, day: Day.make(day) })], provincialOffice)
  )

onEveryDatabase(
  "Money on ground that an event made",
  ({ run }) => {
    it("does not hinder that the event is taken back while it is of a day before it", async () => {
      await run(paying("2026-02-28"))
      await run(applying)
      await run(undoing)
    })

    it("keeps the event in force from its day on, and the refusal says which day", async () => {
      await run(applying)
      await run(paying("2026-03-01"))
      const { refusals } = await run(Effect.flip(undoing))
      expect(refusals.map(({ kind, sentence }) => [kind, sentence.vi])).toEqual([
        ["recordedSince", "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có bút toán vốn ngày 01/03/2026"]
      ])
    })

    it("of a unit that ends is told as late where it is of a day after its last", async () => {
      const late = (lastDay: string) =>
        run(
          Effect.flatMap(Funding, (port) =>
            port.late({
              units: [UnitId.make(9), UnitId.make(10)],
              lastDays: [Day.make(lastDay), Day.make("2020-01-01")],
              tier: "commune",
              years: [2026],
              stages: ["disbursed"],
              asOf: Day.make("2026-12-31"),
              knownAt: null
            })
          )
        )
      expect(await late("2026-03-01")).toEqual([])
      expect(await late("2026-02-28")).toEqual([{ unit: 9, source: "credit", amount: 1_000_000, day: "2026-03-01" }])
      expect(await late("2026-01-01")).toEqual([{ unit: 9, source: "credit", amount: 2_000_000, day: "2026-02-28" }])
    })

    it("is told by unit and budget year, as of a day", async () => {
      const resting = (asOf: string) =>
        run(
          Effect.flatMap(Funding, (port) =>
            port.resting({ units: [UnitId.make(9), UnitId.make(10)], asOf: Day.make(asOf), knownAt: null })
          )
        )
      expect(await resting("2026-02-28")).toEqual([{ unit: 9, year: 2026, count: 1 }])
      expect(await resting("2026-03-01")).toEqual([{ unit: 9, year: 2026, count: 2 }])
      expect(await resting("2026-01-01")).toEqual([])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
