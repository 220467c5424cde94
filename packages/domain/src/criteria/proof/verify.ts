import { Result, Schema, SchemaIssue } from "effect"
import { type Bilingual } from "../../values/index.ts"
import { isShallow } from "../evaluator/compile.ts"
import { saysTwice } from "./canonical.ts"
import { sourceDisagreements } from "./check-sources.ts"
import { type Disagreement, differences, differing } from "./disagreement.ts"
import { judgedAgain } from "./judged-again.ts"
import { PROOF_FORMAT, PROOF_VERSION, VerdictProof } from "./proof.ts"
import { RULE_LANGUAGE } from "./rule-language.ts"
import { pointerName, sealOf } from "./seal.ts"

/** Objects and lists in each other. A rule as deep as rules may be explains itself twice as deep. */
const MOST_NESTED = 300

/** What became of checking a proof. */
export type Verification =
  /** It is no proof at all. */
  | { readonly _tag: "Unreadable"; readonly reason: Bilingual }
  | {
      readonly _tag: "Checked"
      /** Null where its form is not that of a proof that this program knows. */
      readonly proof: VerdictProof | null
      /** Empty: everything in it is right. */
      readonly disagreements: ReadonlyArray<Disagreement>
      /** Sentences that this program would word otherwise; they change nothing. */
      readonly remarks: ReadonlyArray<Disagreement>
    }

const unreadable = (vi: string, en: string): Verification => ({ _tag: "Unreadable", reason: { vi, en } })

const decode = Schema.decodeUnknownResult(VerdictProof, { errors: "all", onExcessProperty: "error" })
const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

const versionOf = (document: Readonly<Record<string, unknown>>): ReadonlyArray<Disagreement> =>
  [
    { at: "/version", told: document["version"], known: PROOF_VERSION },
    { at: "/language", told: document["language"], known: RULE_LANGUAGE }
  ]
    .filter(({ known, told }) => told !== known)
    .map(({ at, known, told }) => ({
      ...differing(at, "version", told, known),
      says: {
        vi: `Phiên bản ${JSON.stringify(told) ?? "–"} chương trình này không biết (biết ${known})`,
        en: `Version ${JSON.stringify(told) ?? "–"} is not known to this program (which knows ${known})`
      }
    }))

const changed = (at: string, told: unknown, found: unknown): Disagreement => {
  const part = at.startsWith("/seal/parts/")
    ? at.slice("/seal/parts/".length).replaceAll("~1", "/").replaceAll("~0", "~")
    : null
  const says =
    part === null
      ? { vi: "Mã băm không khớp với nội dung", en: "The hash is not that of the content" }
      : {
          vi: `Nội dung tại ${part} đã bị sửa, thêm hoặc bớt`,
          en: `What stands at ${part} was changed, added or taken away`
        }
  return { at: part ?? at, kind: "seal", says, told, found }
}

/** Where the seal is not that of the document. */
export const sealDisagreements = (document: Readonly<Record<string, unknown>>): ReadonlyArray<Disagreement> =>
  differences("/seal", document["seal"], sealOf(document)).map(({ at, found, told }) => changed(at, told, found))

/** Where a document is not of its form. */
export const formDisagreements = (failure: Schema.SchemaError): ReadonlyArray<Disagreement> =>
  issuesOf(failure.issue).issues.map(({ message, path }) => {
    const at = (path ?? []).map((key) => `/${pointerName(String(typeof key === "object" ? key.key : key))}`).join("")
    return {
      ...differing(at, "form", undefined, undefined),
      says: { vi: `Không đúng cấu trúc: ${message}`, en: `Not of the form: ${message}` }
    }
  })

/** What comes out when the proof's rules are judged over its values. */
const judgeDisagreements = (proof: VerdictProof): ReadonlyArray<Disagreement> => {
  const { asOf, rules, unit, values } = proof
  const judged = judgedAgain({
    asOf,
    unit: { id: unit.id, type: unit.judgedType, attributes: unit.attributes },
    rules,
    values
  })
  if (Result.isFailure(judged)) {
    return [{ ...differing("/rules", "rules", undefined, undefined), says: judged.failure.sentence }]
  }
  const tree = judged.success.find(({ set }) => set === proof.set)
  if (tree === undefined)
    return [
      differing(
        "/set",
        "rules",
        proof.set,
        rules.map(({ id }) => id)
      )
    ]
  const others = judged.success.filter((one) => one !== tree)
  return [
    ...differences("/verdict", proof.verdict, tree.verdict, ["verdict"]),
    ...differences("/tree", proof.tree, tree),
    ...differences("/restsOn", proof.restsOn, others),
    ...sourceDisagreements(proof)
  ]
}

/**
 * Checks a proof: its seal against its content, and its explanation against what its own rules say of its own values.
 *
 * **Details** Never fails, whatever is handed in. A document that was changed and sealed anew in every place, so that it is a proof
 * of other values, is told from the true one by the hash that others hold of it and by nothing else.
 */
export const verifyProof = (document: unknown): Verification => {
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return unreadable("Không phải một chứng cứ đánh giá (không phải đối tượng JSON)", "Not a proof: no JSON object")
  if (!isShallow(document, MOST_NESTED)) return unreadable("Tài liệu lồng nhau quá sâu", "Nested too deep")
  const members: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(document))
  if (members["format"] !== PROOF_FORMAT)
    return unreadable(
      `Không phải một chứng cứ đánh giá (format không phải “${PROOF_FORMAT}”)`,
      `Not a proof: its format is not “${PROOF_FORMAT}”`
    )
  const sealed = sealDisagreements(members)
  const versions = versionOf(members)
  if (versions.length > 0) return { _tag: "Checked", proof: null, disagreements: [...versions, ...sealed], remarks: [] }
  const decoded = decode(members)
  if (Result.isFailure(decoded))
    return {
      _tag: "Checked",
      proof: null,
      disagreements: [...formDisagreements(decoded.failure), ...sealed],
      remarks: []
    }
  const proof = decoded.success
  const judged = judgeDisagreements(proof)
  const isWords = ({ kind }: Disagreement) => kind === "words"
  return {
    _tag: "Checked",
    proof,
    disagreements: [...judged.filter((one) => !isWords(one)), ...sealed],
    remarks: judged.filter(isWords)
  }
}

/** Checks a proof in a file's text. An object that names a member twice is refused: readers would not read the same. */
export const verifyProofText = (text: string): Verification => {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return unreadable(`Không phải JSON: ${why}`, `Not JSON: ${why}`)
  }
  const verification = verifyProof(document)
  return verification._tag === "Checked" && saysTwice(text, document)
    ? unreadable("Có mục được ghi hai lần trong cùng một đối tượng JSON", "An object in it names a member twice")
    : verification
}
