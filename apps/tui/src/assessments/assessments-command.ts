import { type Client, makeClient } from "@ntm/contract"
import { Acceptance } from "@ntm/domain/criteria"
import { type Bilingual, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, type Lang, say } from "../language/lang.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import type { Answer } from "../units/asking.ts"

/** One question about assessments, as it was typed; `options` hold days as the API takes them. */
export interface AssessAsking {
  readonly client: Client
  readonly options: Readonly<Record<string, string | undefined>>
  readonly lang: Lang
  readonly signal: AbortSignal
}

export type AssessAction = (asking: AssessAsking) => Promise<Answer>

const told = (cause: unknown, { lang }: Request, output: Output): number => {
  const { detail, detailEn, status, title, titleEn } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
  output.err(`${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...hints].join("\n")}\n`)
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}

/** Options that are days, as people write them. */
const days = ["as-of", "from"]

/** The options with their days as the API takes them, or what is wrong with one. */
const readOptions = (
  { command, options }: Request,
  needed: ReadonlyArray<string>
): Result.Result<Readonly<Record<string, string>>, Bilingual> => {
  const missing = needed.find((name) => options[name] === undefined)
  if (missing !== undefined)
    return Result.fail(both(`“${command}” cần --${missing}.`, `“${command}” needs --${missing}.`))
  const accept = options["accept"]
  const states = Acceptance.literals.filter((state) => state !== "draft")
  if (accept !== undefined && !states.some((state) => state === accept))
    return Result.fail(
      both(`--accept phải là một trong: ${states.join(", ")}.`, `--accept must be one of: ${states.join(", ")}.`)
    )
  const read: Record<string, string> = { ...options }
  for (const name of days) {
    const text = options[name]
    if (text === undefined) continue
    const day = parseDay(text)
    if (Result.isFailure(day))
      return Result.fail(both(`--${name}: ${day.failure.sentence.vi}`, `--${name}: ${day.failure.sentence.en}`))
    read[name] = day.success
  }
  return Result.succeed(read)
}

/**
 * Answers one question about assessments. Returns the exit code: 0 done, 2 a wrong question, 69 no server.
 *
 * **Details** `needed`: options without which the question cannot be asked.
 */
export const answer = async (
  action: AssessAction,
  needed: ReadonlyArray<string>,
  request: Request,
  output: Output,
  client: Client
): Promise<number> => {
  const options = readOptions(request, needed)
  if (Result.isFailure(options)) {
    const { en, vi } = options.failure
    output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help ${request.command}\n`)
    return exit.misuse
  }
  try {
    const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000)
    const { json, lines } = await action({ client, options: options.success, lang: request.lang, signal })
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return told(cause, request, output)
  }
}

/** A command that asks one question of the server that it is told. */
export const commandOf =
  (action: AssessAction, needed: ReadonlyArray<string>): RunCommand =>
  (request, output) =>
    answer(action, needed, request, output, makeClient(fetch, request.server))
