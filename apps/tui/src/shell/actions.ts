import type { Client } from "@ntm/contract"
import { type Bilingual, parseDay } from "@ntm/domain/values"
import { type CsvCell, csvText } from "@ntm/exchange"
import { Result } from "effect"
import { both, type Lang, say } from "../language/lang.ts"
import { nearest } from "./nearest.ts"
import { exit, type Output, type Request } from "./output.ts"
import { PATIENCE_SECONDS, problemOf } from "./problem.ts"
import { serverWords } from "./server-words.ts"

/** A batch of thousands of rows takes the server some seconds. */
const PATIENCE_OF_WRITING = 10 * PATIENCE_SECONDS

/** What is asked or ordered, as it was typed; options that are days as the API takes them. */
export interface Asked {
  readonly client: Client
  /** What stands after the action; "" for one that takes nothing. */
  readonly operand: string
  readonly options: Readonly<Record<string, string | undefined>>
  readonly lang: Lang
  readonly signal: AbortSignal
}

/** An answer as lines of text, as one JSON object, and as a table where it is one. */
export interface Told {
  readonly json: object
  readonly lines: ReadonlyArray<string>
  /** What a person should know beside the answer, such as that it is not all: told apart from it. */
  readonly note?: string
  /** What the command returns: 0 unless the answer is that something is not as it should be. */
  readonly code?: typeof exit.done | typeof exit.findings
  readonly csv?: { readonly heading: ReadonlyArray<string>; readonly rows: ReadonlyArray<ReadonlyArray<CsvCell>> }
}

/** One thing that a command does: `ntm funding table`. */
export interface Action {
  readonly options: ReadonlyArray<string>
  readonly needs?: ReadonlyArray<string>
  /** How its operand is called in messages ("TỆP"); without one it takes none. */
  readonly operand?: string
  readonly writes?: boolean
  /** Whether its answer is a table; else `--csv` does not go with it. */
  readonly isTable?: boolean
  /** What is wrong with the options beyond their form; null where nothing is. */
  readonly check?: (options: Asked["options"]) => Bilingual | null
  readonly run: (asked: Asked) => Promise<Told>
}

/** Options that are days, as people write them. */
const days: ReadonlySet<string> = new Set(["as-of", "boundaries"])

type Understood = Result.Result<
  { readonly action: Action; readonly asked: Omit<Asked, "client" | "signal"> },
  Bilingual
>

const wrong = (vi: string, en: string): Understood => Result.fail(both(vi, en))

const unknown = (command: string, name: string, known: ReadonlyArray<string>): Understood => {
  const meant = nearest(name, known)
  return meant === undefined
    ? wrong(
        `“${command}” không có việc “${name}”; chọn: ${known.join(", ")}.`,
        `“${command}” cannot “${name}”; choose: ${known.join(", ")}.`
      )
    : wrong(
        `“${command}” không có việc “${name}”. Có phải ý bạn là “${meant}”?`,
        `“${command}” cannot “${name}”. Did you mean “${meant}”?`
      )
}

const withDays = (options: Request["options"]): Result.Result<Asked["options"], Bilingual> => {
  const read: Record<string, string> = { ...options }
  for (const [name, text] of Object.entries(options)) {
    if (!days.has(name)) continue
    const day = parseDay(text)
    if (Result.isFailure(day))
      return Result.fail(both(`--${name}: ${day.failure.sentence.vi}`, `--${name}: ${day.failure.sentence.en}`))
    read[name] = day.success
  }
  return Result.succeed(read)
}

/** What was ordered of one action; `what`: as messages call it. */
const ordered = (
  action: Action,
  what: string,
  [operand = "", ...more]: ReadonlyArray<string>,
  request: Request
): Understood => {
  const { lang, options: given } = request
  const { csv, ...others } = given
  const stray = Object.keys(others).find((option) => !action.options.includes(option))
  if (stray !== undefined)
    return wrong(`--${stray} không dùng với “${what}”.`, `--${stray} does not go with “${what}”.`)
  if (csv !== undefined && action.isTable !== true)
    return wrong(`--csv không dùng với “${what}”.`, `--csv does not go with “${what}”.`)
  if (csv !== undefined && request.json)
    return wrong("Chọn --json hoặc --csv, không cả hai.", "Choose --json or --csv, not both.")
  const missing = action.needs?.find((option) => given[option] === undefined)
  if (missing !== undefined) return wrong(`“${what}” cần --${missing}.`, `“${what}” needs --${missing}.`)
  if (action.operand === undefined && operand !== "")
    return wrong(`“${what}” không nhận “${operand}”.`, `“${what}” does not take “${operand}”.`)
  if (action.operand !== undefined && (operand === "" || more.length > 0))
    return wrong(`“${what}” cần đúng một ${action.operand}.`, `“${what}” needs exactly one ${action.operand}.`)
  const options = withDays(others)
  if (Result.isFailure(options)) return Result.fail(options.failure)
  const why = action.check?.({ ...options.success, csv }) ?? null
  return why === null
    ? Result.succeed({ action, asked: { operand, options: options.success, lang } })
    : Result.fail(why)
}

const understood = (actions: ReadonlyMap<string, Action>, request: Request): Understood => {
  const [first = "", second = "", ...others] = request.operands
  // Two words may order one thing: "procedures load".
  const twoWords = `${first} ${second}`
  const [name, operands] = actions.has(twoWords) ? [twoWords, others] : [first, request.operands.slice(1)]
  const action = actions.get(name)
  return action === undefined
    ? unknown(request.command, name, [...actions.keys()])
    : ordered(action, `${request.command} ${name}`, operands, request)
}

const tellProblem = (cause: unknown, lang: Lang, output: Output): number => {
  const { detail, detailEn, errors = [], status, title, titleEn } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  const reasons = errors.map(({ message, messageEn, path }) => {
    const text = lang === "vi" ? message : (messageEn ?? message)
    return `- ${path === "" ? "" : `${path}: `}${text}`
  })
  const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
  output.err(
    `${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...reasons, ...hints].join("\n")}\n`
  )
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}

const printed = ({ csv, json, lines }: Told, { json: asJson, options }: Request): string => {
  if (asJson) return `${JSON.stringify(json, null, 2)}\n`
  if (options["csv"] !== undefined && csv !== undefined) return csvText(csv.heading, csv.rows)
  return `${lines.join("\n")}\n`
}

const carriedOut = async (question: Understood, request: Request, output: Output, client: Client): Promise<number> => {
  if (Result.isFailure(question)) {
    const { en, vi } = question.failure
    output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help ${request.command}\n`)
    return exit.misuse
  }
  const { action, asked } = question.success
  const seconds = action.writes === true ? PATIENCE_OF_WRITING : PATIENCE_SECONDS
  try {
    const told = await action.run({ ...asked, client, signal: AbortSignal.timeout(seconds * 1000) })
    output.out(printed(told, request))
    if (told.note !== undefined) output.err(`${told.note}\n`)
    return told.code ?? exit.done
  } catch (cause) {
    return tellProblem(cause, request.lang, output)
  }
}

/** Runs one action of a command. Returns the exit code: 0 done, 1 its answer is no, 2 wrong or refused, 69 no server. */
export const runAction = (
  actions: ReadonlyMap<string, Action>,
  request: Request,
  output: Output,
  client: Client
): Promise<number> => carriedOut(understood(actions, request), request, output, client)

/** Runs a command that does one thing only: `ntm due`. Returns the same codes. */
export const runOnly = (action: Action, request: Request, output: Output, client: Client): Promise<number> =>
  carriedOut(ordered(action, request.command, request.operands, request), request, output, client)
