import { Dossiers } from "@ntm/domain/dossiers"
import { plan, Reorganisation, Reorganisations } from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleSource } from "../testing/sample.ts"
import { sampleOpener, sampleOpening, sampleWithDossiers } from "../testing/sample-dossiers.ts"

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
const opening = (openedOn: string, tier: string) =>
  Effect.gen(function* () {
    const { chronicle } = yield* (yield* Reorganisations).register()
    return yield* (yield* Dossiers).open([sampleOpening({ unit: 9, openedOn, tier })], { ...sampleOpener, chronicle })
  })

onEveryDatabase(
  "Dossiers of ground that an event made",
  ({ run }) => {
    it("do not hinder that the event is taken back while they were opened before it", async () => {
      await run(opening("2026-02-28", "standard"))
      await run(applying)
      await run(undoing)
    })

    it("keep the event in force once one is opened since, and the refusal says which day", async () => {
      await run(applying)
      await run(opening("2026-03-02", "advanced"))
      const { refusals } = await run(Effect.flip(undoing))
      expect(refusals.map(({ sentence }) => sentence.vi)).toEqual([
        "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có hồ sơ đề nghị công nhận mở ngày 02/03/2026"
      ])
    })
  },
  loadAll(sampleWithDossiers(), sampleSource)
)
