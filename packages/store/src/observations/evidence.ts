import { createHash } from "node:crypto"
import { checkEvidence, EvidenceFile, EvidenceFiles, EvidenceNotFound, EvidenceRefused } from "@ntm/domain/criteria"
import { Effect, Layer, Schema } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { queryOn, reader } from "../database/read.ts"
import { recorderId } from "./dictionaries.ts"
import { isoMoment } from "./ledger.ts"
import { recorderOf } from "./records.ts"

const selectFile = (sql: Tag, sha256: string) => sql`
  select f.sha256, f.bytes, f.media_type as "mediaType", f.name, ${isoMoment(sql, sql`f.recorded_at`)} as "recordedAt",
    ${recorderOf(sql, sql`r`)} as "recordedBy"
  from evidence_file f join observation_recorder r on r.id = f.recorder
  where f.sha256 = ${sha256}`

/** `EvidenceFiles` on PostgreSQL. */
export const evidenceLayer: Layer.Layer<EvidenceFiles, never, Database> = Layer.effect(
  EvidenceFiles,
  Effect.gen(function* () {
    const own = yield* Database
    const ask = queryOn(own)
    const files = reader(own)(EvidenceFile)
    const pieces = reader(own)(Schema.Struct({ piece: Schema.instanceOf(Uint8Array) }))

    const find: EvidenceFiles["Service"]["find"] = Effect.fn("EvidenceFiles.find")(function* (sha256) {
      const [file] = yield* files((sql) => selectFile(sql, sha256))
      return file ?? (yield* new EvidenceNotFound({ sha256 }))
    })

    const keep: EvidenceFiles["Service"]["keep"] = Effect.fn("EvidenceFiles.keep")(function* (
      { content, ...given },
      by
    ) {
      const name = given.name.normalize("NFC")
      const kind = checkEvidence(name, content)
      if (kind instanceof EvidenceRefused) return yield* kind
      const sha256 = createHash("sha256").update(content).digest("hex")
      const known = yield* files((sql) => selectFile(sql, sha256))
      if (known[0] !== undefined) return known[0]
      yield* ask(async (sql) => {
        const recorder = await recorderId(sql, by)
        await sql`
          insert into evidence_file (sha256, bytes, media_type, name, content, recorder)
          values (${sha256}, ${content.length}, ${kind.mediaType}, ${name}, ${Buffer.from(content.buffer, content.byteOffset, content.length)}, ${recorder})
          on conflict (sha256) do nothing`
      }).pipe(Effect.orDie)
      return yield* find(sha256).pipe(Effect.orDie)
    })

    const read: EvidenceFiles["Service"]["read"] = Effect.fn("EvidenceFiles.read")(function* (sha256, from, bytes) {
      const [found] = yield* pieces(
        (sql) =>
          sql`select substring(content from ${from + 1} for ${bytes}) as piece from evidence_file where sha256 = ${sha256}`
      )
      return found?.piece ?? (yield* new EvidenceNotFound({ sha256 }))
    })

    return EvidenceFiles.of({ keep, find, read })
  })
)
