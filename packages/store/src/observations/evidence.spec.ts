import { createHash } from "node:crypto"
import { EvidenceFiles, type Evidence, Observations } from "@ntm/domain/criteria"
import { evidenceSamples } from "@ntm/domain/testing"
import { UnitId } from "@ntm/domain/units"
import { Cause, Effect, type Exit } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice, sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const ask = <A, E>(use: (port: EvidenceFiles["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(EvidenceFiles, use)
const keep = (name: string, content: Uint8Array, by = provincialOffice) =>
  ask((port) => port.keep({ name, content }, by))
const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")
const { jpeg, pdf, png } = evidenceSamples

const record = (evidence: ReadonlyArray<ReadonlyArray<Evidence>>) =>
  Effect.flatMap(Observations, (port) =>
    port.record(
      evidence.map((each, at) => sampleRecording({ value: at, day: `2025-08-0${at + 1}`, evidence: each })),
      sampleWriter
    )
  )

const failureOf = (exit: Exit.Exit<unknown, unknown>): unknown =>
  exit._tag === "Failure" ? exit.cause.reasons.find(Cause.isFailReason)?.error : undefined

const counted = query((sql) => sql<Array<{ count: number }>>`select count(*)::int as count from evidence_file`)

onEveryDatabase(
  "files of evidence",
  ({ exit, run }) => {
    it("come back byte by byte, in parts, with who gave them first", async () => {
      const file = await run(keep("biên bản.pdf", pdf))
      expect(file).toMatchObject({
        sha256: hashOf(pdf),
        bytes: pdf.length,
        mediaType: "application/pdf",
        name: "biên bản.pdf",
        recordedBy: { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }
      })
      expect(await run(ask((port) => port.find(file.sha256)))).toEqual(file)
      const part = (from: number, bytes: number) => run(ask((port) => port.read(file.sha256, from, bytes)))
      const parts = [await part(0, 10), await part(10, 1000), await part(1000, 10)]
      expect(Buffer.concat(parts)).toEqual(Buffer.from(pdf))
    })

    it("are kept once, by their content, whoever names them how often, at the same time too", async () => {
      const other = { ...provincialOffice, name: "Công chức xã", role: "communeOfficer" as const }
      const before = await run(counted)
      const files = await run(
        Effect.all(
          ["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map((name) => keep(name, jpeg, other)),
          { concurrency: "unbounded" }
        )
      )
      expect(new Set(files.map((file) => JSON.stringify(file))).size).toBe(1)
      expect(await run(counted)).toEqual(before.map(({ count }) => ({ count: count + 1 })))
    })

    it("have their names composed, and are refused whole by the domain's rules", async () => {
      expect((await run(keep("ảnh.png".normalize("NFD"), png))).name).toBe("ảnh.png".normalize("NFC"))
      const before = await run(counted)
      const refused = failureOf(await exit(keep("../a.pdf", Uint8Array.from([60, 104, 116, 109, 108, 62]))))
      expect(refused).toMatchObject({ _tag: "EvidenceRefused", problems: [{ kind: "name" }, { kind: "unknownKind" }] })
      expect(await run(counted)).toEqual(before)
    })

    it("cannot be changed into others, even by hand", async () => {
      const forge = query((sql) => sql`update evidence_file set content = 'x'::bytea where sha256 = ${hashOf(pdf)}`)
      expect((await exit(forge))._tag).toBe("Failure")
    })

    it("that are not kept are told by name", async () => {
      const unknown = "0".repeat(64)
      expect(failureOf(await exit(ask((port) => port.find(unknown))))).toMatchObject({ _tag: "EvidenceNotFound" })
      expect(failureOf(await exit(ask((port) => port.read(unknown, 0, 1))))).toMatchObject({ _tag: "EvidenceNotFound" })
    })

    it("have to be kept before a value rests on them: else every row that names one is refused, and nothing is written", async () => {
      const kept = { file: "biên bản.pdf", sha256: hashOf(pdf), bytes: pdf.length }
      const link = { link: "https://haiphong.gov.vn/a", title: null }
      const refused = failureOf(
        await exit(record([[kept], [link, { ...kept, sha256: "0".repeat(64) }], [link], [{ ...kept, bytes: 1 }, kept]]))
      )
      expect(refused).toMatchObject({
        count: 2,
        problems: [
          { row: 1, field: "evidence[1]", kind: "evidenceNotKept" },
          { row: 3, field: "evidence[0]", kind: "evidenceNotKept" }
        ]
      })
      const history = Effect.flatMap(Observations, (port) => port.history(UnitId.make(7), null))
      expect(await run(history)).toEqual([])
      await run(record([[kept], [link], [kept, link]]))
      expect((await run(history)).map(({ observation }) => observation.evidence)).toEqual([
        [kept],
        [link],
        [kept, link]
      ])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
