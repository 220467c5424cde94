import type { Bilingual } from "@ntm/domain/values"
import { both, say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"

const dayHint = both(
  "Mã chỉ có nghĩa cùng với một ngày; hỏi ngày khác bằng --as-of, ví dụ --as-of 2025-06-30",
  "A code names a unit only together with a day; ask another with --as-of, for example --as-of 2025-06-30"
)

/** A command line that cannot be understood, in both languages: its own cannot be trusted. */
export const tellMisuse = (output: Output, { vi, en }: Bilingual): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help units\n`)
  return exit.misuse
}

/** A problem in the reader's language, with what can be done about it; answers the exit code. */
export const tellProblem = (cause: unknown, { lang }: Request, output: Output): number => {
  const { status, title, titleEn, detail, detailEn, errors = [] } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  // One line a place says more than the same in one sentence.
  const reasons = errors.map(({ path, message, messageEn }) => {
    const text = lang === "vi" ? message : (messageEn ?? message)
    return `- ${path === "" ? "" : `${path}: `}${text}`
  })
  const told = reasons.length > 0 ? reasons : why === undefined ? [] : [why]
  const hints = status === 0 ? [serverWords.start, serverWords.other] : status === 404 ? [dayHint] : []
  const lines = [lang === "vi" ? title : titleEn, ...told, ...hints.map((hint) => say(hint, lang))]
  output.err(`${lines.join("\n")}\n`)
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}
