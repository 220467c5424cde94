import { plan, Reorganisation, Reorganisations } from "@ntm/domain/units"
import { Works } from "@ntm/domain/works"
import { Effect, Result, Schema } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice } from "../testing/sample-observations.ts"
import { sampleBatch, sampleGift, sampleReport, sampleWork } from "../testing/sample-works.ts"

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
const told = Effect.map(Effect.flip(undoing), ({ refusals }) => refusals.map(({ sentence }) => sentence.vi))
const works = <A, E>(use: (port: Works["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Works, use)
const reporting = (day: string) =>
  works((port) =>
    port.report([sampleReport({ work: "31/ÂT-1", day, body: { _tag: "paper", title: day } })], provincialOffice)
  )

onEveryDatabase(
  "Works on ground that an event made",
  ({ run }) => {
    it("do not hinder that the event is taken back while all is of days before it", async () => {
      await run(works((port) => port.approve(sampleBatch(), [sampleWork({ code: "ÂT-1", unit: 9 })], provincialOffice)))
      await run(reporting("2026-02-28"))
      await run(applying)
      await run(undoing)
    })

    it("keep the event in force once one is reported on, or land is given there, and the refusal says which day", async () => {
      await run(applying)
      await run(reporting("2026-03-02"))
      expect(await run(told)).toEqual([
        "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có công trình, báo cáo hoặc hiến đất ngày 02/03/2026"
      ])
      await run(works((port) => port.giveLand([sampleGift({ unit: 9, day: "2026-03-01" })], provincialOffice)))
      expect(await run(told)).toEqual([
        "Sự kiện merger không hoàn tác được: xã Ân Thi (11630) đã có công trình, báo cáo hoặc hiến đất ngày 01/03/2026"
      ])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
