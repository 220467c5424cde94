import { Context, type Effect } from "effect"
import type { EvidenceFile, EvidenceNotFound, EvidenceRefused } from "./evidence-file.ts"
import type { Actor } from "./workflow.ts"

/** A file as somebody hands it in. */
export interface GivenFile {
  readonly name: string
  readonly content: Uint8Array
}

/**
 * Where files that prove values are kept, each once by its content. What is kept is never changed and never goes.
 */
export class EvidenceFiles extends Context.Service<
  EvidenceFiles,
  {
    /**
     * Keeps a file that stands `checkEvidence`. Of a content that is kept already nothing is written: the answer is the file as
     * it was first given.
     */
    readonly keep: (file: GivenFile, by: Actor) => Effect.Effect<EvidenceFile, EvidenceRefused>
    readonly find: (sha256: string) => Effect.Effect<EvidenceFile, EvidenceNotFound>
    /** So many bytes of a file's content from a place on; fewer at its end. */
    readonly read: (sha256: string, from: number, bytes: number) => Effect.Effect<Uint8Array, EvidenceNotFound>
  }
>()("@ntm/domain/criteria/EvidenceFiles") {}
