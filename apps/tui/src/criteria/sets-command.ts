import { type Client, makeClient } from "@ntm/contract"
import { type Bilingual, type Day, parseDay } from "@ntm/domain/values"
import { Result } from "effect"
import { both, say } from "../language/lang.ts"
import { nearest } from "../shell/nearest.ts"
import { exit, type Output, type Request, type RunCommand } from "../shell/output.ts"
import { PATIENCE_SECONDS, problemOf } from "../shell/problem.ts"
import { serverWords } from "../shell/server-words.ts"
import type { Answer } from "../units/asking.ts"
import { checkSets } from "./sets-check.ts"
import { loadSet } from "./sets-load.ts"
import { diffSets, listSets, type SetsAsking, showSet, showSource } from "./sets-show.ts"
import { listVersions } from "./sets-versions.ts"

interface Action {
  readonly run: (asking: SetsAsking) => Promise<Answer>
  /** How many sets it needs. */
  readonly ids: number
  readonly dated: boolean
}

const actions: ReadonlyMap<string, Action> = new Map([
  ["list", { run: listSets, ids: 0, dated: false }],
  ["show", { run: showSet, ids: 1, dated: true }],
  ["diff", { run: diffSets, ids: 2, dated: true }],
  ["versions", { run: listVersions, ids: 1, dated: false }]
])

const names = [...actions.keys(), "check", "load"]

const misuse = (output: Output, { en, vi }: Bilingual): number => {
  output.err(`${vi}\n${en}\n\nXem hướng dẫn · See: ntm help sets\n`)
  return exit.misuse
}

const unknown = (name: string): Bilingual => {
  const meant = nearest(name, names)
  return meant === undefined
    ? both(
        `Không có việc “${name}” với bộ tiêu chí; chọn: ${names.join(", ")}.`,
        `Sets cannot “${name}”; choose: ${names.join(", ")}.`
      )
    : both(`Không có việc “${name}”. Có phải ý bạn là “${meant}”?`, `Sets cannot “${name}”. Did you mean “${meant}”?`)
}

const told = (cause: unknown, { lang }: Request, output: Output): number => {
  const { detail, detailEn, status, title, titleEn } = problemOf(cause)
  const why = lang === "vi" ? detail : (detailEn ?? detail)
  const hints = status === 0 ? [serverWords.start, serverWords.other].map((hint) => say(hint, lang)) : []
  output.err(`${[lang === "vi" ? title : titleEn, ...(why === undefined ? [] : [why]), ...hints].join("\n")}\n`)
  return status === 0 || status >= 500 ? exit.unavailable : exit.misuse
}

const dayOf = (text: string | undefined): Result.Result<Day | undefined, Bilingual> => {
  if (text === undefined) return Result.succeed(undefined)
  const day = parseDay(text)
  return Result.isSuccess(day) ? Result.succeed(day.success) : Result.fail(day.failure.sentence)
}

/** Answers one question about sets. Returns the exit code: 0 done, 1 problems found, 2 a wrong question, 69 no server. */
export const runSets = async (request: Request, output: Output, client: Client): Promise<number> => {
  const [name = "", ...operands] = request.operands
  if (name === "check") {
    if (operands.length > 0) return checkSets(operands, request, output)
    return misuse(output, both("“sets check” cần ít nhất một tệp.", "“sets check” needs at least one file."))
  }
  if (name === "load") {
    const [path, ...others] = operands
    if (path !== undefined && others.length === 0) return loadSet(path, request, output, client)
    return misuse(output, both("“sets load” cần đúng một tệp.", "“sets load” needs exactly one file."))
  }
  if (request.options["dry-run"] !== undefined || request.options["seen"] !== undefined)
    return misuse(
      output,
      both("--dry-run, --seen chỉ dùng với “sets load”.", "--dry-run and --seen go with “sets load” only.")
    )
  const source = request.options["source"] !== undefined
  if (source && (name !== "show" || request.options["as-of"] !== undefined))
    return misuse(
      output,
      both(
        "--source chỉ dùng với “sets show”, không kèm --as-of.",
        "--source goes with “sets show” only, without --as-of."
      )
    )
  const action = source ? { run: showSource, ids: 1, dated: false } : actions.get(name)
  if (action === undefined) return misuse(output, unknown(name))
  if (operands.length !== action.ids)
    return misuse(
      output,
      both(`“sets ${name}” cần ${action.ids} mã bộ tiêu chí.`, `“sets ${name}” needs ${action.ids} ids of sets.`)
    )
  const day = dayOf(request.options["as-of"])
  if (Result.isFailure(day)) return misuse(output, day.failure)
  if (day.success !== undefined && !action.dated)
    return misuse(output, both(`--as-of không dùng với “sets ${name}”.`, `--as-of does not go with “sets ${name}”.`))
  try {
    const { json, lines } = await action.run({
      client,
      ids: operands,
      asOf: day.success,
      knownAt: request.options["known-at"],
      lang: request.lang,
      signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000)
    })
    output.out(request.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`)
    return exit.done
  } catch (cause) {
    return told(cause, request, output)
  }
}

/** `ntm sets list|show|check|diff|load|versions`. */
export const runSetsCommand: RunCommand = (request, output) =>
  runSets(request, output, makeClient(fetch, request.server))
