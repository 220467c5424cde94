import { type EvidenceFile, Sha256 } from "@ntm/domain/criteria"
import { Schema } from "effect"
import { download, upload } from "./endpoint.ts"
import { Nothing } from "./query.ts"

/** What an observation needs to name a file as its evidence, and of what type it is by its content. */
export type KeptFile = Pick<EvidenceFile, "sha256" | "bytes" | "mediaType" | "name">

export const evidence = {
  /**
   * Keeps a file that proves values: PDF, JPEG, PNG, WebP, DOCX, XLSX, ODT, ODS, up to 25 MB. The body is the file itself, `name` what
   * it is called; its kind is told by its content.
   *
   * **Details** Of a file that is kept already nothing is written, and the answer has the name that it was first given. A form
   * (`multipart/form-data`) is not taken: a page of another site can send one unasked.
   */
  keep: upload<KeptFile>()(
    "/evidence",
    Nothing,
    Schema.Struct({ name: Schema.NonEmptyString.check(Schema.isMaxLength(1000)) })
  ),
  /** The file itself, under its name. It never changes; it may be about persons, so no browser keeps it. */
  file: download("/evidence/:sha256", Schema.Struct({ sha256: Sha256 }), Nothing)
}
