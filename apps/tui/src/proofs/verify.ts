import { readFile } from "node:fs/promises"
import { type Disagreement, proofAnnex, verdictWords, type Verification, verifyProofText } from "@ntm/domain/criteria"
import { type BundleVerification, isBundleText, verifyBundleText } from "@ntm/domain/dossiers"
import { type Bilingual, formatDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { bundleJson, bundleLines, bundleNotes } from "../dossiers/bundle-text.ts"
import { annexNameProblem, annexWritten, writeAnnex } from "./annex-file.ts"

const words = {
  right: both("ĐÚNG", "RIGHT"),
  wrong: both("KHÔNG KHỚP", "DISAGREES"),
  unreadable: both("KHÔNG ĐỌC ĐƯỢC", "CANNOT BE READ"),
  verdict: both("Kết quả", "Verdict"),
  remark: both("Lưu ý", "Remark"),
  remarks: both(
    "lời giải thích viết khác với chương trình này, không ảnh hưởng đến kết quả",
    "worded otherwise than by this program, which changes nothing"
  ),
  more: both("chỗ khác nữa (xem đủ bằng --json)", "more places (all with --json)")
}

/** Places that are listed; the rest is counted. A changed rule can show in every line below it. */
const MOST_SHOWN = 20

/** A file that was checked: a proof, or the bundle of a dossier. */
interface Checked {
  readonly file: string
  readonly verification: Verification | BundleVerification
}

const readText = async (file: string): Promise<Checked["verification"]> => {
  try {
    const text = await readFile(file, "utf8")
    return isBundleText(text) ? verifyBundleText(text) : verifyProofText(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const reason: Bilingual = both(`Không đọc được tệp: ${why}`, `The file cannot be read: ${why}`)
    return { _tag: "Unreadable", reason }
  }
}

const placeLine = ({ at, says }: Disagreement, lang: Lang): string => `  ${at}: ${say(says, lang)}`

const textOf = ({ file, verification }: Checked, lang: Lang): string => {
  if (verification._tag === "Unreadable")
    return `${say(words.unreadable, lang)}  ${file}: ${say(verification.reason, lang)}`
  const { disagreements, proof, remarks } = verification
  const told =
    proof === null
      ? []
      : [
          `  ${proof.unit.type} ${proof.unit.name} (${proof.unit.code}) · ${proof.set} · ${formatDay(proof.asOf)}`,
          `  ${say(words.verdict, lang)}: ${say(verdictWords[proof.verdict], lang)} · SHA-256 ${proof.seal.hash}`
        ]
  const more = disagreements.length - MOST_SHOWN
  return [
    `${say(disagreements.length === 0 ? words.right : words.wrong, lang)}  ${file}`,
    ...("bundle" in verification ? bundleLines(verification, lang) : []),
    ...told,
    ...disagreements.slice(0, MOST_SHOWN).map((one) => placeLine(one, lang)),
    ...(more > 0 ? [`  … ${more} ${say(words.more, lang)}`] : []),
    ...(remarks.length === 0
      ? []
      : [`  ${say(words.remark, lang)}: ${remarks.length} ${say(words.remarks, lang)} (${remarks[0]?.at})`]),
    ...("bundle" in verification ? bundleNotes(verification, lang) : [])
  ].join("\n")
}

const jsonOf = ({ file, verification }: Checked) => {
  if (verification._tag === "Unreadable") return { file, status: "unreadable", reason: verification.reason }
  const { disagreements, proof, remarks } = verification
  return {
    file,
    status: disagreements.length === 0 ? "right" : "disagrees",
    hash: proof?.seal.hash ?? null,
    unit: proof?.unit.code ?? null,
    set: proof?.set ?? null,
    asOf: proof?.asOf ?? null,
    knownAt: proof?.knownAt ?? null,
    verdict: proof?.verdict ?? null,
    ...("bundle" in verification ? bundleJson(verification) : {}),
    disagreements,
    remarks
  }
}

const unproved = both("không có chứng cứ đúng để in thành phụ lục", "there is no right proof to print as an annex")

/** Writes the annex of the one proof that was checked. Only of one that agrees with itself: nobody should print another. */
const annexOf = async ([one]: ReadonlyArray<Checked>, path: string, lang: Lang): Promise<Bilingual | null> => {
  const found = one?.verification
  if (found === undefined || found._tag === "Unreadable" || found.proof === null || found.disagreements.length > 0)
    return both(`${path}: ${unproved.vi}`, `${path}: ${unproved.en}`)
  return writeAnnex(found.proof, path, lang)
}

/**
 * `ntm verify FILE…`. Returns the exit code: 0 every proof or bundle is right, 1 one disagrees with itself, 2 one cannot be read.
 *
 * **Details** Needs no server. With `--print` the proofs go to `out` as annexes and what was found to `err`.
 */
export const verifyFiles = async (
  { json, lang, operands, options }: Pick<Request, "json" | "lang" | "operands" | "options">,
  output: Output
): Promise<number> => {
  const { annex } = options
  const misnamed =
    annex === undefined
      ? null
      : operands.length > 1
        ? both("--annex chỉ dùng với một TỆP.", "--annex goes with one FILE only.")
        : annexNameProblem(annex)
  if (misnamed !== null) {
    output.err(`${misnamed.vi}\n${misnamed.en}\n\nXem hướng dẫn · See: ntm help verify\n`)
    return exit.misuse
  }
  const checked: Array<Checked> = []
  for (const file of operands) checked.push({ file, verification: await readText(file) })
  if (json) {
    output.out(`${JSON.stringify({ files: checked.map(jsonOf) }, null, 2)}\n`)
  } else {
    const print = options["print"] !== undefined
    const tell = print ? output.err : output.out
    for (const one of checked) {
      tell(`${textOf(one, lang)}\n`)
      const proof = one.verification._tag === "Checked" ? one.verification.proof : null
      if (print && proof !== null) output.out(proofAnnex(proof, lang))
    }
  }
  const notWritten = annex === undefined ? null : await annexOf(checked, annex, lang)
  if (annex !== undefined) output.err(`${say(notWritten ?? annexWritten(annex), lang)}\n`)
  const verifications = checked.map(({ verification }) => verification)
  if (notWritten !== null || verifications.some(({ _tag }) => _tag === "Unreadable")) return exit.misuse
  const wrong = verifications.some((one) => one._tag === "Checked" && one.disagreements.length > 0)
  return wrong ? exit.findings : exit.done
}

/** `ntm verify`. */
export const runVerify = (request: Request, output: Output): Promise<number> => verifyFiles(request, output)
