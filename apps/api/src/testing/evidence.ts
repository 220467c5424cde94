import { createHash } from "node:crypto"
import {
  checkEvidence,
  type EvidenceFile,
  EvidenceFiles,
  EvidenceNotFound,
  EvidenceRefused
} from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"

interface Kept {
  readonly file: EvidenceFile
  readonly content: Uint8Array
}

const recordedAt = Moment.make("2025-04-15T20:00:00.000Z")

/** The port over a list in memory; fresh for every app. */
export const evidenceInMemory = Layer.sync(EvidenceFiles, () => {
  const all = new Map<string, Kept>()
  const known = (sha256: string): Effect.Effect<Kept, EvidenceNotFound> => {
    const kept = all.get(sha256)
    return kept === undefined ? Effect.fail(new EvidenceNotFound({ sha256 })) : Effect.succeed(kept)
  }
  return EvidenceFiles.of({
    keep: ({ content, name }, { agency, name: by, role }) =>
      Effect.suspend(() => {
        const kind = checkEvidence(name, content)
        if (kind instanceof EvidenceRefused) return Effect.fail(kind)
        const sha256 = createHash("sha256").update(content).digest("hex")
        const { mediaType } = kind
        const file = {
          sha256,
          bytes: content.length,
          mediaType,
          name,
          recordedAt,
          recordedBy: { name: by, role, agency }
        }
        const kept = all.get(sha256) ?? { file, content }
        all.set(sha256, kept)
        return Effect.succeed(kept.file)
      }),
    find: (sha256) => Effect.map(known(sha256), ({ file }) => file),
    read: (sha256, from, bytes) => Effect.map(known(sha256), ({ content }) => content.subarray(from, from + bytes))
  })
})
