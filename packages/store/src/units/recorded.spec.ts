import { Observations } from "@ntm/domain/criteria"
import { plan, Reorganisation, Reorganisations, UnitId } from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const eventOn = (id: string, day: string, change: object) =>
  Schema.decodeUnknownSync(Reorganisation)({
    id,
    document: { number: `${id}/NQ`, issuer: null, issuedOn: null },
    day,
    changes: [change]
  })
const merger = eventOn("merger", "2026-03-01", {
  change: "merge",
  from: [{ unit: { code: "11631" } }],
  into: { unit: { code: "11630" } }
})
const naming = eventOn("naming", "2026-03-01", { change: "rename", unit: { code: "11629" }, name: "An Lão Mới" })
const forming = eventOn("forming", "2026-04-01", {
  change: "split",
  unit: { code: "11632" },
  into: [
    { target: { unit: { code: "11632" } }, share: 0.5 },
    {
      target: {
        new: { key: "n", code: "11640", name: "Nam", type: "xã", level: "commune", parent: { code: "31" } }
      },
      share: 0.5
    }
  ]
})

const register = Effect.flatMap(Reorganisations, (events) => events.register())
const undoing = (id: string) => Effect.flatMap(Reorganisations, (events) => events.undo(id))
const applying = (event: Reorganisation) =>
  Effect.gen(function* () {
    const { chronicle, version } = yield* register
    return yield* (yield* Reorganisations).apply(Result.getOrThrow(plan(chronicle, event)), version)
  })
const recording = (unit: UnitId, day: string, state: string) =>
  Effect.flatMap(Observations, (journal) => journal.record([sampleRecording({ unit, day, state })], sampleWriter))

onEveryDatabase(
  "What is recorded of units that an event made",
  ({ run }) => {
    it("does not hinder that the event is taken back where it is of a day before it, or the event made no ground", async () => {
      await run(recording(UnitId.make(9), "2026-02-28", "approved"))
      await run(applying(merger))
      await run(undoing("merger"))
      await run(applying(naming))
      await run(recording(UnitId.make(8), "2026-03-02", "approved"))
      await run(undoing("naming"))
    })

    it("keeps the event in force from its day on, for a unit that took ground", async () => {
      await run(applying(merger))
      await run(recording(UnitId.make(9), "2026-03-01", "approved"))
      const before = await run(register)
      const { refusals } = await run(Effect.flip(undoing("merger")))
      expect(refusals.map(({ kind, sentence }) => [kind, sentence.vi])).toEqual([
        ["recordedSince", "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có số liệu ghi cho ngày 01/03/2026"]
      ])
      expect(await run(register)).toEqual(before)
    })

    it("keeps the event in force for a unit that it formed, whatever the state of what is recorded", async () => {
      await run(applying(forming))
      const { chronicle } = await run(register)
      const formed = chronicle.register.rows.find(({ code }) => code === "11640")
      await run(recording(formed?.id ?? UnitId.make(0), "2026-05-01", "draft"))
      const { message } = await run(Effect.flip(undoing("forming")))
      expect(message).toContain("xã Nam (11640)")
    })
  },
  loadAll(sampleFacts, sampleSource)
)
