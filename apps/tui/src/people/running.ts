import type { Client } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import { say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"

/** One command about people, as it was typed. */
export interface Asked {
  readonly request: Request
  readonly output: Output
  readonly client: Client
  readonly words: ReadonlyArray<string>
  readonly signal: AbortSignal
}

export const misuse = ({ output, request }: Pick<Asked, "output" | "request">, { en, vi }: Bilingual): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help ${request.command}\n`)
  return exit.misuse
}

/** Prints an answer: the whole of it as JSON, or lines. */
export const printed = ({ output, request }: Asked, json: object, lines: ReadonlyArray<string>): number => {
  output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
  return exit.done
}

/** Runs a command and tells its problem in the language asked for. */
export const running = async (
  asked: Omit<Asked, "signal" | "words">,
  run: (asked: Asked) => Promise<number>
): Promise<number> => {
  const { output, request } = asked
  try {
    const [, ...words] = request.operands
    return await run({ ...asked, words, signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000) })
  } catch (cause) {
    const { detail, detailEn, status, title, titleEn } = problemOf(cause)
    const why = request.lang === "vi" ? detail : (detailEn ?? detail)
    const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, request.lang)) : []
    output.err(
      `${[request.lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...hints].join("\n")}\n`
    )
    return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
  }
}
