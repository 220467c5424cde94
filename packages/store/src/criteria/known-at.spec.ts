import { type CriteriaSet, CriteriaSets, Recognition, Recognitions } from "@ntm/domain/criteria"
import { Day, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { settle } from "../observations/ledger.ts"
import { FactsRefused } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecognitions, sampleSets } from "../testing/sample-criteria.ts"

const moment = query((sql) => settle(sql, null)).pipe(Effect.map((ledger) => Moment.make(ledger.moment ?? "")))
const sets = (at?: Moment) => Effect.flatMap(CriteriaSets, (port) => port.list(at))
const recognitions = (at?: Moment) => Effect.flatMap(Recognitions, (port) => port.list(at))
const version = (at: Moment) => Effect.flatMap(CriteriaSets, (port) => port.version(at))
const knownSince = Effect.flatMap(CriteriaSets, (port) => port.knownSince())

const renamed = sampleSets.map((set, at): CriteriaSet => (at === 0 ? { ...set, name: "Tên khác" } : set))
const [first = sampleRecognitions[0], ...others] = sampleRecognitions
const withdrawn = first === undefined ? [] : [Recognition.make({ ...first, revokedOn: Day.make("2024-05-05") })]

/** What builds bring one after the other: changed, gone, come back, in another order. */
const builds: ReadonlyArray<{
  readonly criteriaSets: ReadonlyArray<CriteriaSet>
  readonly recognitions: ReadonlyArray<Recognition>
}> = [
  { criteriaSets: sampleSets, recognitions: sampleRecognitions },
  { criteriaSets: renamed, recognitions: sampleRecognitions },
  { criteriaSets: renamed.toReversed(), recognitions: [...withdrawn, ...others] },
  { criteriaSets: sampleSets, recognitions: others },
  { criteriaSets: sampleSets, recognitions: sampleRecognitions }
]

onEveryDatabase("Criteria sets and recognitions as known at a moment", ({ run }) => {
  it("are none before the first load", async () => {
    expect(await run(knownSince)).toBeNull()
    expect(await run(sets(Moment.make("2026-01-01T00:00:00.000Z")))).toEqual([])
    expect(await run(version(Moment.make("2026-01-01T00:00:00.000Z")))).toBe("")
  })

  it("stay what they were, whatever is loaded later", async () => {
    const seen: Array<{ readonly at: Moment; readonly build: (typeof builds)[number]; readonly version: string }> = []
    for (const [place, build] of builds.entries()) {
      await run(loadAll({ ...sampleFacts, ...build }, { ...sampleSource, sha256: `build ${place}` }))
      const at = await run(moment)
      expect(await run(sets())).toEqual(build.criteriaSets)
      expect(await run(recognitions())).toEqual(build.recognitions)
      seen.push({ at, build, version: await run(version(at)) })
      for (const then of seen) {
        expect(await run(sets(then.at))).toEqual(then.build.criteriaSets)
        expect(await run(recognitions(then.at))).toEqual(then.build.recognitions)
        expect(await run(version(then.at))).toBe(then.version)
      }
    }
    expect(new Set(seen.map((then) => then.version)).size).toBe(builds.length)
    expect(await run(knownSince)).toBe(seen[0]?.version)
    expect(await run(sets(Moment.make("2000-01-01T00:00:00.000Z")))).toEqual([])
  })

  it("are one row as long as they read alike, whichever builds bring them", async () => {
    const rows = query(
      (
        sql
      ) => sql`select (select count(*) from criteria_set_version)::int as sets, (select count(*) from recognition)::int as
        recognitions`
    )
    const before = await run(rows)
    const at = await run(moment)
    await run(loadAll(sampleFacts, { ...sampleSource, sha256: "the same in another build" }))
    expect(await run(rows)).toEqual(before)
    expect(await run(version(await run(moment)))).toBe(await run(version(at)))
  })

  it("are refused where a recognition names a set that the import does not bring", async () => {
    const facts = { ...sampleFacts, criteriaSets: sampleSets.slice(1) }
    const refused = await run(Effect.flip(loadAll(facts, { ...sampleSource, sha256: "dangling" })))
    expect(refused).toBeInstanceOf(FactsRefused)
    expect(refused.message).toContain("xa-ntm-2021-2025")
    expect(await run(sets())).toEqual(sampleSets)
  })
})
