import { basename } from "node:path"
import { ApiProblem, type BoundariesChecked, type Client, type FieldProblem, JsonText } from "@ntm/contract"
import { formatNumber, parseDay } from "@ntm/domain/values"
import { readJsonText } from "@ntm/exchange"
import { Result } from "effect"
import { both, type Lang, say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { dayText } from "./asking.ts"
import { tellMisuse, tellProblem } from "./telling.ts"

/** The boundaries of the whole country are read for some ten seconds. */
const PATIENCE_SECONDS = 300

const own = {
  checked: both("Dùng được; chưa ghi gì.", "Usable; nothing was written."),
  recorded: both("Đã ghi.", "Recorded."),
  unchanged: both("Tệp này đã được ghi cho ngày đó; không có gì mới.", "This file is recorded for that day already."),
  refused: both("Không dùng được; không ghi gì.", "Not usable; nothing was written."),
  units: both("đơn vị có ranh giới, ngày", "units have a boundary, as of"),
  supersedes: both("Thay ranh giới đã ghi trước đây của", "Takes the place of earlier boundaries of"),
  earlier: both("đơn vị", "units"),
  notes: both("Lưu ý", "Notes")
} as const

const placeLine = (file: string, { path, message, messageEn }: FieldProblem, lang: Lang): string =>
  `- ${[file, path].filter((part) => part !== "").join(" ")}: ${lang === "vi" ? message : (messageEn ?? message)}`

/** Every reason with the file and the place in it; with `json` as one object too. */
const refuse = (
  file: string,
  problems: ReadonlyArray<FieldProblem>,
  { json, lang }: Request,
  output: Output
): number => {
  if (json) output.out(`${JSON.stringify({ status: "unreadable", file, problems }, null, 2)}\n`)
  const lines = [say(own.refused, lang), ...problems.map((problem) => placeLine(file, problem, lang))]
  output.err(`${lines.join("\n")}\n`)
  return exit.misuse
}

type Answered = BoundariesChecked & Partial<Awaited<ReturnType<Client["boundaries"]["record"]>>>

const linesOf = (file: string, answer: Answered, lang: Lang): ReadonlyArray<string> => {
  const { asOf, units, warnings, state = "checked" } = answer
  const taken = (answer.import?.supersedes ?? []).reduce((sum, each) => sum + each.units, 0)
  return [
    `${file}: ${formatNumber(units)} ${say(own.units, lang)} ${lang === "vi" ? dayText(asOf) : asOf}. ${say(own[state], lang)}`,
    ...(state === "recorded" && taken > 0
      ? [`${say(own.supersedes, lang)} ${formatNumber(taken)} ${say(own.earlier, lang)}.`]
      : []),
    ...(warnings.length === 0
      ? []
      : ["", `${say(own.notes, lang)} (${warnings.length}):`, ...warnings.map((each) => placeLine(file, each, lang))])
  ]
}

/**
 * `ntm units boundaries FILE [--as-of DAY] [--check]`: the server reads the file, and records it wholly or not at all.
 *
 * **Details** Exit code 0 recorded, or checked with nothing to remark; 1 checked with remarks; 2 not usable; 69 no server.
 */
export const runBoundaries = async (request: Request, output: Output, client: Client): Promise<number> => {
  const { operands, options, lang, json } = request
  const [, path, extra] = operands
  if (path === undefined || extra !== undefined)
    return tellMisuse(
      output,
      both("“units boundaries” cần đúng một TỆP GeoJSON.", "“units boundaries” needs exactly one GeoJSON FILE.")
    )
  const asked = options["as-of"]
  const day = asked === undefined ? undefined : parseDay(asked)
  if (day !== undefined && Result.isFailure(day)) {
    const { vi, en } = day.failure.sentence
    return tellMisuse(output, both(`--as-of: ${vi}`, `--as-of: ${en}`))
  }
  const { text, problems } = await readJsonText(path)
  if (text === null)
    return refuse(
      path,
      problems.map((each) => ({ path: each.path, message: each.message.vi, messageEn: each.message.en })),
      request,
      output
    )
  const input = { as_of: day?.success, file: basename(path).slice(0, 200), body: new JsonText(text) }
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000)
  const checks = options["check"] !== undefined
  try {
    const answer: Answered = await (checks ? client.boundaries.check : client.boundaries.record)(input, signal)
    const status = checks ? (answer.warnings.length === 0 ? "clean" : "findings") : answer.state
    output.out(
      json
        ? `${JSON.stringify({ status, file: path, ...answer }, null, 2)}\n`
        : `${linesOf(path, answer, lang).join("\n")}\n`
    )
    return status === "findings" ? exit.findings : exit.done
  } catch (cause) {
    const unusable = cause instanceof ApiProblem && cause.problem.type === "urn:ntm:problem:invalid-body"
    return unusable ? refuse(path, cause.problem.errors ?? [], request, output) : tellProblem(cause, request, output)
  }
}
