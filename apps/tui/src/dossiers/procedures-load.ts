import { basename } from "node:path"
import { ApiProblem, type FieldProblem, JsonText, type ProceduresTaken } from "@ntm/contract"
import { formatMoment, type Moment } from "@ntm/domain/values"
import { readJsonText } from "@ntm/exchange"
import { Result } from "effect"
import { both, type Lang, say } from "../language/lang.ts"
import type { Asked, Told } from "../shell/actions.ts"
import { readOrRefuse } from "../shell/sent-file.ts"

const own = {
  dry: both("Dùng được; chưa ghi gì (--dry-run).", "Usable; nothing was written (--dry-run)."),
  seen: both("Chỉ thay đúng bản vừa xem", "To replace what was looked at and nothing else"),
  loaded: both("Đã nạp; được biết từ", "Loaded; known from"),
  nothing: both(
    "Máy chủ đã có đúng nội dung này; không ghi gì.",
    "The server has this very content already; nothing was written."
  ),
  added: both("trình tự mới", "a new procedure"),
  replaced: both("thay bản đang có", "takes the place of the one known"),
  unchanged: both("như bản đang có", "as it is known"),
  steps: both("bước", "steps"),
  timed: both("có thời hạn", "with days")
} as const

/** Without a moment nothing was to be written. */
type Answered = ProceduresTaken & { readonly knownFrom?: Moment | null; readonly tag?: string | null }

const linesOf = ({ knownFrom, procedures, tag = null }: Answered, lang: Lang): ReadonlyArray<string> => [
  ...procedures.map(
    ({ change, id, steps, timed }) =>
      `${id}: ${say(own[change], lang)} · ${steps} ${say(own.steps, lang)}, ${timed} ${say(own.timed, lang)}`
  ),
  knownFrom === undefined
    ? say(own.dry, lang)
    : knownFrom === null
      ? say(own.nothing, lang)
      : `${say(own.loaded, lang)} ${formatMoment(knownFrom)} (${knownFrom}).`,
  ...(tag === null ? [] : [`${say(own.seen, lang)}: --seen ${tag.replaceAll('"', "")}`])
]

/** Every reason in both languages, whichever is asked for: a file is mended by whoever reads it. */
const inBoth = ({ message, messageEn, path }: FieldProblem): FieldProblem => {
  const text = messageEn === undefined ? message : `${message} · ${messageEn}`
  return { path, message: text, messageEn: text }
}

/** `ntm dossiers procedures load FILE [--dry-run] [--seen TAG]`: taken wholly or not at all; in the place of what a dry run showed, or of what is there now. */
export const loadProcedures = async ({ client, lang, operand: file, options, signal }: Asked): Promise<Told> => {
  const { problems, text } = await readJsonText(file)
  const told = problems.map(({ file: name, message, path }) => ({ file: name, message, place: both(path, path) }))
  const body = new JsonText(readOrRefuse(file, text === null ? Result.fail(told) : Result.succeed(text), lang))
  const input = { file: basename(file).slice(0, 200), body }
  try {
    const dry = options["dry-run"] !== undefined
    const looked = await client.dossiers.previewProcedures(input, signal)
    const ifMatch = options["seen"] === undefined ? looked.tag : `"${options["seen"]}"`
    const answer: Answered = dry ? looked : await client.dossiers.loadProcedures({ ...input, ifMatch }, signal)
    return { json: answer, lines: linesOf(answer, lang) }
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.problem.errors === undefined) throw cause
    const { errors, title, titleEn, ...problem } = cause.problem
    throw new ApiProblem(
      { ...problem, title: `${file}: ${title}`, titleEn: `${file}: ${titleEn}`, errors: errors.map(inBoth) },
      { cause }
    )
  }
}
