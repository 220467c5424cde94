import {
  type ChangedSet,
  type CriteriaSet,
  CriteriaSetId,
  CriteriaSetRefused,
  CriteriaSets
} from "@ntm/domain/criteria"
import { blankSet } from "@ntm/domain/testing"
import { Moment } from "@ntm/domain/values"
import { Effect, Result } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { settle } from "../observations/ledger.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleSets } from "../testing/sample-criteria.ts"

const [communes = blankSet("none"), skeleton = blankSet("none")] = sampleSets
const id = skeleton.id
const full: CriteriaSet = { ...skeleton, name: "Có phụ lục", doNotEvaluate: false, source: { id, annex: true } }

const source = {
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice" as const, agency: null },
  file: "phu-luc.json",
  sha256: "a".repeat(64)
}
const moment = query((sql) => settle(sql, null)).pipe(Effect.map((ledger) => Moment.make(ledger.moment ?? "")))
const list = (at?: Moment) => Effect.flatMap(CriteriaSets, (port) => port.list(at))
const get = (one: CriteriaSetId) => Effect.flatMap(CriteriaSets, (port) => port.get(one))
const versions = (one: CriteriaSetId | null) => Effect.flatMap(CriteriaSets, (port) => port.versions(one))
const version = (at: Moment) => Effect.flatMap(CriteriaSets, (port) => port.version(at))
const load = (...sets: ReadonlyArray<CriteriaSet>) =>
  Effect.flatMap(CriteriaSets, (port) =>
    port.load(() => Result.succeed(sets.map((set): ChangedSet => ({ set, follows: null }))), source)
  )
const build = (sha256: string, criteriaSets: ReadonlyArray<CriteriaSet>, said: Array<string> = []) =>
  loadAll({ ...sampleFacts, criteriaSets }, { ...sampleSource, sha256 }, (line) => said.push(line))

onEveryDatabase(
  "Sets that an office loads",
  ({ run }) => {
    it("take the place of what was known, which stays what was known before; the same again changes nothing", async () => {
      const before = await run(moment)
      const loaded = await run(load(full))
      expect(loaded.sets.map(({ change }) => change)).toEqual(["replaced"])
      const after = loaded.knownFrom ?? before
      expect(await run(get(id))).toEqual(full)
      expect(await run(list(before))).toEqual(sampleSets)
      expect(await run(list())).toEqual([communes, full])
      expect(await run(list(after))).toEqual([communes, full])
      expect(await run(version(after))).not.toBe(await run(version(before)))
      const again = await run(load({ ...full }))
      expect([again.knownFrom, again.sets.map(({ change }) => change)]).toEqual([null, ["unchanged"]])
      expect(await run(moment)).toBe(after)
      expect(await run(versions(id))).toMatchObject([
        { ...source, knownFrom: after, knownUntil: null, doNotEvaluate: false, shippedChanged: false },
        { recordedBy: null, knownUntil: after, doNotEvaluate: true, programVersion: sampleSource.programVersion }
      ])
    })

    it("stay when a new build comes, which says where its own body is another one by now", async () => {
      const said: Array<string> = []
      await run(build("alike", sampleSets, said))
      expect(said.filter((line) => line.includes(id))).toEqual([])
      const reworded = { ...skeleton, name: "Khung, tên sửa lại" }
      await run(build("reworded", [communes, reworded], said))
      expect(said.filter((line) => line.includes(`“${id}”`))).toHaveLength(1)
      expect(await run(list())).toEqual([communes, full])
      expect((await run(versions(id)))[0]).toMatchObject({
        knownUntil: null,
        file: "phu-luc.json",
        shippedChanged: true
      })
    })

    it("are the program's again once an office loads what the program came with", async () => {
      const reworded = { ...skeleton, name: "Khung, tên sửa lại" }
      await run(load(reworded))
      expect((await run(versions(id)))[0]).toMatchObject({ recordedBy: source.recordedBy, shippedChanged: false })
      await run(build("third", sampleSets))
      expect(await run(list())).toEqual(sampleSets)
      expect((await run(versions(id))).map(({ recordedBy }) => recordedBy?.name ?? null)).toEqual([
        null,
        "Nguyễn Thị Lan",
        "Nguyễn Thị Lan",
        null
      ])
    })

    it("that the program does not have come last, and stay beside what it brings", async () => {
      const own = blankSet("bo-rieng")
      expect((await run(load(own, full))).sets.map(({ change }) => change)).toEqual(["added", "replaced"])
      await run(build("fourth", [skeleton, communes]))
      expect((await run(list())).map((set) => set.id)).toContain("bo-rieng")
      await run(build("fifth", [...sampleSets, { ...own, name: "Nay có kèm chương trình" }]))
      expect(await run(get(own.id))).toEqual(own)
      expect((await run(versions(own.id)))[0]?.shippedChanged).toBe(true)
      expect((await run(versions(null))).length).toBeGreaterThan(6)
    })

    it("are decided on what is known, and refused whole", async () => {
      const refused = new CriteriaSetRefused({ problems: [{ path: "/id", message: { vi: "không", en: "no" } }] })
      const before = await run(list())
      let seen: ReadonlyArray<CriteriaSet> = []
      const asked = Effect.flatMap(CriteriaSets, (port) =>
        port.load((known) => {
          seen = known
          return Result.fail(refused)
        }, source)
      )
      expect(await run(Effect.flip(asked))).toBe(refused)
      expect(seen).toEqual(before)
      expect(await run(list())).toEqual(before)
    })

    it("are written one after the other, each on what the other left", async () => {
      const grow = Effect.flatMap(CriteriaSets, (port) =>
        port.load((known) => {
          const now = known.find((set) => set.id === "bo-rieng") ?? blankSet("bo-rieng")
          return Result.succeed([{ set: { ...now, name: `${now.name}+` }, follows: null }])
        }, source)
      )
      const { name } = await run(get(CriteriaSetId.make("bo-rieng")))
      await Promise.all([1, 2, 3, 4].map(() => run(grow)))
      expect((await run(get(CriteriaSetId.make("bo-rieng")))).name).toBe(`${name}++++`)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
