import { type Client, makeClient } from "@ntm/contract"
import { proofAnnex, verifyProofText } from "@ntm/domain/criteria"
import { parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import { annexNameProblem, annexWritten, writeAnnex } from "./annex-file.ts"

const misuse = (output: Output, vi: string, en: string): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help proof\n`)
  return exit.misuse
}

/**
 * Prints the proof of one unit's verdict: JSON, or the annex. Returns the exit code: 0 done, 2 a wrong question, 69 no server.
 *
 * **Details** What the server sent is checked before it is printed. With `--annex` the annex goes into a file, beside the proof on
 * `out`.
 */
export const printProof = async (request: Request, output: Output, client: Client): Promise<number> => {
  const { lang, options } = request
  const { accept, annex, set, unit } = options
  if (unit === undefined || set === undefined)
    return misuse(output, "“proof” cần --unit MÃ và --set MÃ.", "“proof” needs --unit CODE and --set ID.")
  const misnamed = annex === undefined ? null : annexNameProblem(annex)
  if (misnamed !== null) return misuse(output, misnamed.vi, misnamed.en)
  const day = options["as-of"] === undefined ? undefined : parseDay(options["as-of"])
  if (day !== undefined && Result.isFailure(day))
    return misuse(output, `--as-of: ${day.failure.sentence.vi}`, `--as-of: ${day.failure.sentence.en}`)
  try {
    const proof = await client.proofs.unit(
      { code: unit, set, as_of: day?.success, known_at: options["known-at"], accept },
      AbortSignal.timeout(PATIENCE_SECONDS * 1000)
    )
    const text = JSON.stringify(proof, null, 2)
    const checked = verifyProofText(text)
    if (checked._tag === "Unreadable" || checked.disagreements.length > 0) {
      const why = checked._tag === "Unreadable" ? checked.reason : checked.disagreements[0]?.says
      const wrong = both(
        "Chứng cứ do máy chủ gửi không khớp với chính nó",
        "The proof that the server sent does not agree with itself"
      )
      output.err(`${say(wrong, lang)}${why === undefined ? "" : `: ${say(why, lang)}`}\n`)
      return exit.findings
    }
    if (annex !== undefined) {
      const notWritten = await writeAnnex(proof, annex, lang)
      output.err(`${say(notWritten ?? annexWritten(annex), lang)}\n`)
      if (notWritten !== null) return exit.misuse
    }
    output.out(options["print"] === undefined ? `${text}\n` : proofAnnex(proof, lang))
    return exit.done
  } catch (cause) {
    const { detail, detailEn, status, title, titleEn } = problemOf(cause)
    const why = lang === "vi" ? detail : (detailEn ?? detail)
    const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
    output.err(`${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...hints].join("\n")}\n`)
    return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
  }
}

/** `ntm proof`. */
export const runProof: RunCommand = (request, output) => printProof(request, output, makeClient(fetch, request.server))
