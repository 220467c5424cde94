import { annexDocument, annexName, proofAnnex, type VerdictProof, verifyProofText } from "@ntm/domain/criteria"
import { annexDocx, DOCX } from "@ntm/exchange/proofs"
import { Effect } from "effect"
import type { MadeFile } from "../http/mount-file.ts"

type Language = "vi" | "en"
type Form = "docx" | "md" | "json"

interface Writer {
  readonly mediaType: string
  readonly write: (proof: VerdictProof, lang: Language) => Promise<Uint8Array<ArrayBuffer>>
}

const encoder = new TextEncoder()

/** What is sealed does not depend on how it is written down. */
const textOf = (proof: VerdictProof): string => `${JSON.stringify(proof, null, 2)}\n`

const writers: { readonly [F in Form]: Writer } = {
  docx: { mediaType: DOCX, write: (proof, lang) => annexDocx(annexDocument(proof, lang)) },
  md: {
    mediaType: "text/markdown; charset=utf-8",
    write: async (proof, lang) => encoder.encode(proofAnnex(proof, lang))
  },
  json: { mediaType: "application/json; charset=utf-8", write: async (proof) => encoder.encode(textOf(proof)) }
}

/** A proof as a file. It is read back first, as anybody would who was handed it: what is printed was checked. */
export const annexFile = Effect.fn("proofs.annex")(function* (proof: VerdictProof, form: Form, lang: Language) {
  const checked = verifyProofText(textOf(proof))
  if (checked._tag === "Unreadable" || checked.disagreements.length > 0)
    return yield* Effect.die(new Error("A proof that was just made does not agree with itself"))
  const { mediaType, write } = writers[form]
  const content = yield* Effect.promise(() => write(proof, lang))
  const file: MadeFile = { name: `${annexName(proof, lang)}.${form}`, mediaType, content }
  return file
})
