import { CriteriaSetId, type VerdictProof } from "@ntm/domain/criteria"
import { Schema } from "effect"
import { UnitParams as params, UnitQuery } from "./assessments.ts"
import { download, get } from "./endpoint.ts"

export const proofs = {
  /**
   * The proof of a unit's verdict under a set: what it rests on, sealed, to be checked without the server.
   *
   * **Details** Asked again with the `knownAt` of the answer it is the same, byte by byte. With `accept: text/markdown` an annex for
   * printing, in the language that `accept-language` asks for.
   */
  unit: get<VerdictProof>()(
    "/assessments/units/:code/proof",
    params,
    Schema.Struct({ ...UnitQuery.fields, set: CriteriaSetId })
  ),
  /**
   * The same as a file to keep or to print: the annex as a Word file (`docx`, the default) or in Markdown (`md`), or the sealed proof
   * itself (`json`). In Vietnamese unless `lang` is `en`.
   */
  annex: download(
    "/assessments/units/:code/annex",
    params,
    Schema.Struct({
      ...UnitQuery.fields,
      set: CriteriaSetId,
      format: Schema.optionalKey(Schema.Literals(["docx", "md", "json"])),
      lang: Schema.optionalKey(Schema.Literals(["vi", "en"]))
    })
  )
}
