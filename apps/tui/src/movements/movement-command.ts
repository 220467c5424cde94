import { type Client, makeClient } from "@ntm/contract"
import { type Bilingual, type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import { movementLines } from "./movement-lines.ts"

const misuse = (output: Output, { en, vi }: Bilingual): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help movement\n`)
  return exit.misuse
}

const dayOf = (name: string, text: string | undefined): Result.Result<Day | undefined, Bilingual> => {
  if (text === undefined) return Result.succeed(undefined)
  const day = parseDay(text)
  if (Result.isSuccess(day)) return Result.succeed(day.success)
  const { en, vi } = day.failure.sentence
  return Result.fail({ vi: `--${name}: ${vi}`, en: `--${name}: ${en}` })
}

/** Tells why numbers moved. Returns the exit code: 0 answered, 2 a wrong question, 69 no server. */
export const printMovement = async (request: Request, output: Output, client: Client): Promise<number> => {
  const { json, lang, options } = request
  const { set, unit } = options
  const [from, to] = [dayOf("from", options["from"]), dayOf("to", options["to"])]
  if (Result.isFailure(from)) return misuse(output, from.failure)
  if (Result.isFailure(to)) return misuse(output, to.failure)
  if (set === undefined || from.success === undefined)
    return misuse(output, both("“movement” cần --set MÃ và --from NGÀY.", "“movement” needs --set ID and --from DAY."))
  const question = { set, from: from.success, to: to.success, unit }
  try {
    const answer = await client.movements.group(
      { ...question, from_known_at: options["from-known-at"], to_known_at: options["to-known-at"] },
      AbortSignal.timeout(PATIENCE_SECONDS * 1000)
    )
    output.out(json ? `${JSON.stringify(answer, null, 2)}\n` : `${movementLines(answer, lang).join("\n")}\n`)
    return exit.done
  } catch (cause) {
    const { detail, detailEn, status, title, titleEn } = problemOf(cause)
    const why = lang === "vi" ? detail : (detailEn ?? detail)
    const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
    output.err(`${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...hints].join("\n")}\n`)
    return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
  }
}

/** `ntm movement`. */
export const runMovement: RunCommand = (request, output) =>
  printMovement(request, output, makeClient(fetch, request.server))
