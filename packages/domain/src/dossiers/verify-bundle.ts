import { Result, Schema } from "effect"
import {
  canonicalJson,
  differencesIn,
  differing,
  type Disagreement,
  formDisagreements,
  isShallow,
  saysTwice,
  sealDisagreements,
  type VerdictProof,
  verifyProof
} from "../criteria/index.ts"
import type { Bilingual } from "../values/index.ts"
import { BUNDLE_FORMAT, BUNDLE_VERSION, DossierBundle, madeOf } from "./bundle.ts"

/** Objects and lists in each other: a proof and two levels around it. */
const MOST_NESTED = 310

/** What became of checking a bundle. */
export type BundleVerification =
  /** It is no bundle at all. */
  | { readonly _tag: "Unreadable"; readonly reason: Bilingual }
  | {
      readonly _tag: "Checked"
      /** Null where its form is not that of a bundle that this program knows. */
      readonly bundle: DossierBundle | null
      /** The proof that it holds; null where it holds none, or one that cannot be read. */
      readonly proof: VerdictProof | null
      /** Empty: everything in it is right. */
      readonly disagreements: ReadonlyArray<Disagreement>
      /** Sentences that this program would word otherwise; they change nothing. */
      readonly remarks: ReadonlyArray<Disagreement>
      /** What was checked again, in the order in which it was. */
      readonly checked: ReadonlyArray<Bilingual>
      /** What nobody can check by the bundle alone. */
      readonly notChecked: ReadonlyArray<Bilingual>
    }

const unreadable = (vi: string, en: string): BundleVerification => ({ _tag: "Unreadable", reason: { vi, en } })

const decode = Schema.decodeUnknownResult(DossierBundle, { errors: "all", onExcessProperty: "error" })

/** As it is once it was written down and read. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Sentences are made of the rest by whatever program reads it; a later one may word them otherwise. */
const isWording = ({ at }: Disagreement): boolean => /\/(sentence|remarks\/\d+)\/(vi|en)$/.test(at)

const proofDisagreements = (bundle: DossierBundle) => {
  const { dossier, facts, proof: told } = bundle
  if (told === null)
    return {
      proof: null,
      found: facts.assessment === null ? [] : [differing("/proof", "source", null, facts.assessment)],
      remarks: []
    }
  const verified = verifyProof(told)
  if (verified._tag === "Unreadable")
    return {
      proof: null,
      found: [{ ...differing("/proof", "form", undefined, undefined), says: verified.reason }],
      remarks: []
    }
  const below = (one: Disagreement): Disagreement => ({ ...one, at: `/proof${one.at}` })
  const { proof } = verified
  const found = verified.disagreements.map(below)
  if (proof !== null) {
    if (proof.unit.id !== dossier.unit) found.push(differing("/proof/unit/id", "source", proof.unit.id, dossier.unit))
    const { asOf, seal, set, tree, verdict } = proof
    const says = { set, asOf, verdict, met: tree.met, outOf: tree.outOf, seal: seal.hash }
    found.push(...differencesIn("/facts/assessment", facts.assessment, says))
  }
  return { proof, found, remarks: verified.remarks.map(below) }
}

const checkedWords: ReadonlyArray<Bilingual> = [
  { vi: "niêm phong của toàn bộ gói, từng phần", en: "the seal of the whole, part by part" },
  {
    vi: "chứng cứ đánh giá: niêm phong, và kết luận tính lại từ số liệu và quy tắc trong đó",
    en: "the proof of the assessment: its seal, and its verdict judged again by its own rules and values"
  },
  {
    vi: "trạng thái hồ sơ: từng bước, thời hạn, giấy tờ, tính lại từ diễn biến và lịch làm việc",
    en: "the standing: steps, due days and papers, made again of what happened and of the calendar"
  },
  { vi: "thẩm định thử, chạy lại trên hồ sơ", en: "the rehearsal, played again over the dossier" },
  { vi: "danh sách tệp minh chứng và mã băm", en: "the list of evidence with its hashes" }
]

const notCheckedWords: ReadonlyArray<Bilingual> = [
  {
    vi: "nội dung các tệp minh chứng: so mã băm SHA-256 với tệp nhận được",
    en: "the evidence itself: hold the SHA-256 hashes against the files"
  },
  {
    vi: "nhiệm vụ, nợ đọng và số liệu của nguồn khác: như hệ thống cấp dưới đã ghi khi niêm phong",
    en: "tasks, debt and what other sources state: as the lower level had them when it was sealed"
  }
]

/**
 * Checks a bundle: its seal, the proof in it, and its standing and rehearsal made anew of what it holds.
 *
 * **Details** Never fails, whatever is handed in. A bundle that was changed and sealed anew in every place is told from the true one by the hash that
 * others hold of it and by nothing else.
 */
const verifyBundle = (document: unknown): BundleVerification => {
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return unreadable("Không phải gói hồ sơ (không phải đối tượng JSON)", "Not a bundle: no JSON object")
  const members: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(document))
  if (members["format"] !== BUNDLE_FORMAT)
    return unreadable(
      `Không phải gói hồ sơ (format không phải “${BUNDLE_FORMAT}”)`,
      `Not a bundle: its format is not “${BUNDLE_FORMAT}”`
    )
  const sealed = sealDisagreements(members)
  const nothing = { _tag: "Checked", bundle: null, proof: null, remarks: [], checked: [], notChecked: [] } as const
  if (members["version"] !== BUNDLE_VERSION)
    return {
      ...nothing,
      disagreements: [differing("/version", "version", members["version"], BUNDLE_VERSION), ...sealed]
    }
  const decoded = decode(members)
  if (Result.isFailure(decoded))
    return { ...nothing, disagreements: [...formDisagreements(decoded.failure), ...sealed] }
  const bundle = decoded.success
  const { found, proof, remarks } = proofDisagreements(bundle)
  const tasks = new Map(bundle.tasks.map((one) => [one.step, one.tasks]))
  const made = madeOf({ ...bundle, tasks, proof })
  const again = (["standing", "rehearsal", "files"] as const).flatMap((name) =>
    differencesIn(`/${name}`, bundle[name], asRead(made[name]))
  )
  return {
    _tag: "Checked",
    bundle,
    proof,
    disagreements: [...found, ...again.filter((one) => !isWording(one)), ...sealed],
    remarks: [...remarks, ...again.filter(isWording)],
    checked: checkedWords,
    notChecked: notCheckedWords
  }
}

/** A bundle as a file: one canonical text (RFC 8785) and the end of its line, so that not a byte of it can change unseen. */
export const bundleText = (bundle: DossierBundle): string => `${canonicalJson(bundle)}\n`

/** Whether a text says of itself that it is a bundle, however it was written. */
export const isBundleText = (text: string): boolean => new RegExp(`"format"\\s*:\\s*"${BUNDLE_FORMAT}"`).test(text)

/** Checks a bundle in a file's text: also that it is, byte by byte, the text that its content has. */
export const verifyBundleText = (text: string): BundleVerification => {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return unreadable(`Không phải JSON: ${why}`, `Not JSON: ${why}`)
  }
  if (typeof document === "object" && document !== null && !isShallow(document, MOST_NESTED))
    return unreadable("Tài liệu lồng nhau quá sâu", "Nested too deep")
  const verification = verifyBundle(document)
  if (verification._tag === "Unreadable") return verification
  if (saysTwice(text, document))
    return unreadable("Có mục được ghi hai lần trong cùng một đối tượng JSON", "An object in it names a member twice")
  if (text === `${canonicalJson(document)}\n`) return verification
  const says = {
    vi: "Văn bản của tệp không phải dạng chuẩn của nội dung: tệp đã được ghi lại",
    en: "The text of the file is not the canonical one of its content: it was written anew"
  }
  const written = { ...differing("", "form", undefined, undefined), says }
  return { ...verification, disagreements: [...verification.disagreements, written] }
}
