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

const forms: ReadonlyArray<Form> = ["docx", "md", "json"]
const mediaTypeOf = (form: Form): string => writers[form].mediaType.split(";")[0] ?? ""

/** The media type of an annex by the name of its form; nothing where none is named. */
export const annexType = (form: Form | undefined): string | undefined =>
  form === undefined ? undefined : mediaTypeOf(form)

/** A proof as a file, in the form of a media type, Word where it is none of the others. It is read back first, as anybody would who was handed it: what is printed was checked. */
export const annexFile = Effect.fn("proofs.annex")(function* (proof: VerdictProof, type: string, lang: Language) {
  const form = forms.find((each) => mediaTypeOf(each) === type) ?? "docx"
  const checked = verifyProofText(textOf(proof))
  if (checked._tag === "Unreadable" || checked.disagreements.length > 0)
    return yield* Effect.die(new Error("A proof that was just made does not agree with itself"))
  const { mediaType, write } = writers[form]
  const content = yield* Effect.promise(() => write(proof, lang))
  const file: MadeFile = { name: `${annexName(proof, lang)}.${form}`, mediaType, content }
  return file
})
