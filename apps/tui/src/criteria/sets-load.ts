import { basename } from "node:path"
import { ApiProblem, type Client, type FieldProblem, JsonText, type SetsTaken } from "@ntm/contract"
import { formatMoment, type Moment } from "@ntm/domain/values"
import { readJsonText } from "@ntm/exchange"
import { both, type Lang, say } from "../language/lang.ts"
import { exit, type Output, type Request } from "../shell/output.ts"
import { tellProblem } from "../units/telling.ts"

/** A file of a set is judged with everything that rests on it: some seconds at most. */
const PATIENCE_SECONDS = 120

const own = {
  dry: both("Dùng được; chưa ghi gì (--dry-run).", "Usable; nothing was written (--dry-run)."),
  seen: both("Chỉ thay đúng bản vừa xem", "To replace what was looked at and nothing else"),
  loaded: both("Đã nạp; được biết từ", "Loaded; known from"),
  nothing: both(
    "Máy chủ đã có đúng nội dung này; không ghi gì.",
    "The server has this very content already; nothing was written."
  ),
  refused: both("Không dùng được; không ghi gì.", "Not usable; nothing was written."),
  added: both("bộ mới", "a new set"),
  replaced: both("thay bản đang có", "takes the place of the one known"),
  unchanged: both("như bản đang có", "as it is known"),
  follows: both("đọc lại theo", "read anew because of"),
  judged: both("từ khung thành bộ đánh giá được", "a frame becomes a set that can be judged by"),
  framed: both("chỉ còn khung, không đánh giá được", "only a frame is left: nothing can be judged by it"),
  frame: both("mới có khung", "a frame"),
  criteria: both("tiêu chí", "criteria"),
  indicators: both("chỉ tiêu", "indicators"),
  notes: both("Lưu ý", "Notes")
} as const

const placeLines = (file: string, { message, messageEn, path }: FieldProblem, lang: Lang): ReadonlyArray<string> => {
  const where = path === "" ? file : `${file} → ${path}`
  const [first, other] = lang === "vi" ? [message, messageEn] : [messageEn ?? message, message]
  return [`- ${where}: ${first}`, ...(other === undefined ? [] : [`  ${other}`])]
}

/** Every reason with the file and the place in it, in both languages; with `json` as one object too. */
const refuse = (
  file: string,
  problems: ReadonlyArray<FieldProblem>,
  { json, lang }: Request,
  output: Output,
  code: number
): number => {
  if (json) output.out(`${JSON.stringify({ status: "refused", file, problems }, null, 2)}\n`)
  output.err(`${[say(own.refused, lang), ...problems.flatMap((one) => placeLines(file, one, lang))].join("\n")}\n`)
  return code
}

/** Without a moment nothing was to be written. */
type Answered = SetsTaken & { readonly knownFrom?: Moment | null; readonly tag?: string | null }

type Taken = SetsTaken["sets"][number]

const becomes = ({ frame, frameBefore }: Taken, lang: Lang): ReadonlyArray<string> => {
  if (frame) return [say(frameBefore === false ? own.framed : own.frame, lang)]
  return frameBefore === true ? [say(own.judged, lang)] : []
}

const setLine = (set: Taken, lang: Lang): string =>
  [
    `${set.id}: ${say(own[set.change], lang)}`,
    ...(set.follows === null ? [] : [`${say(own.follows, lang)} ${set.follows}`]),
    `${set.criteria} ${say(own.criteria, lang)}, ${set.indicators} ${say(own.indicators, lang)}`,
    ...becomes(set, lang)
  ].join(" · ")

/** How what a dry run showed is loaded in its place alone. */
const seenLine = (tag: string, lang: Lang): string => `${say(own.seen, lang)}: --seen ${tag.replaceAll('"', "")}`

const linesOf = (
  file: string,
  { knownFrom, sets, tag = null, warnings }: Answered,
  lang: Lang
): ReadonlyArray<string> => [
  ...sets.map((set) => setLine(set, lang)),
  knownFrom === undefined
    ? say(own.dry, lang)
    : knownFrom === null
      ? say(own.nothing, lang)
      : `${say(own.loaded, lang)} ${formatMoment(knownFrom)} (${knownFrom}).`,
  ...(tag === null ? [] : [seenLine(tag, lang)]),
  ...(warnings.length === 0
    ? []
    : ["", `${say(own.notes, lang)} (${warnings.length}):`, ...warnings.flatMap((one) => placeLines(file, one, lang))])
]

/**
 * `ntm sets load FILE [--dry-run] [--seen TAG]`: the server reads the file, and takes it wholly or not at all; in the place of what a dry run showed,
 * or of what is there now.
 *
 * **Details** Exit code 0 loaded, known already, or usable; 1 refused, with every reason; 2 a file that cannot be read; 69 no server.
 */
export const loadSet = async (path: string, request: Request, output: Output, client: Client): Promise<number> => {
  const { json, lang, options } = request
  const { problems, text } = await readJsonText(path)
  if (text === null)
    return refuse(
      path,
      problems.map((each) => ({ path: each.path, message: each.message.vi, messageEn: each.message.en })),
      request,
      output,
      exit.misuse
    )
  const input = { file: basename(path).slice(0, 200), body: new JsonText(text) }
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000)
  try {
    const dry = options["dry-run"] !== undefined
    const looked = await client.criteria.preview(input, signal)
    const ifMatch = options["seen"] === undefined ? looked.tag : `"${options["seen"]}"`
    const answer: Answered = dry ? looked : await client.criteria.load({ ...input, ifMatch }, signal)
    const { knownFrom } = answer
    const status = knownFrom === undefined ? "usable" : knownFrom === null ? "unchanged" : "loaded"
    output.out(
      json
        ? `${JSON.stringify({ status, file: path, ...answer }, null, 2)}\n`
        : `${linesOf(path, answer, lang).join("\n")}\n`
    )
    return exit.done
  } catch (cause) {
    const unusable = cause instanceof ApiProblem && cause.problem.type === "urn:ntm:problem:criteria-set-refused"
    return unusable
      ? refuse(path, cause.problem.errors ?? [], request, output, exit.findings)
      : tellProblem(cause, request, output)
  }
}
