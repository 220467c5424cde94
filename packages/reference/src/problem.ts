import { Bilingual } from "@ntm/domain/values"
import { Result, Schema, SchemaIssue } from "effect"

/** One thing wrong in the data folder: the file, the line of a table or the path inside a JSON file, and why. */
export const Problem = Schema.Struct({
  file: Schema.String,
  /** Line of the file as an editor counts it: the header of a table is line 1. */
  row: Schema.NullOr(Schema.Int),
  /** "criteria[3].indicators[0].rule.op", or the column of a table. */
  path: Schema.NullOr(Schema.String),
  reason: Bilingual
})
export type Problem = typeof Problem.Type

/** Where in a file; a file that is wrong as a whole has neither. */
export interface Spot {
  readonly row?: number
  readonly path?: string
}

/** Takes down a problem; reading goes on, so that one run shows everything that is wrong. */
export type Report = (file: string, spot: Spot, vi: string, en: string) => void

/** Problems of one load, in the order in which they were met. */
export interface ProblemList {
  readonly problems: ReadonlyArray<Problem>
  readonly report: Report
}

export const problemList = (): ProblemList => {
  const problems: Array<Problem> = []
  return {
    problems,
    report: (file, spot, vi, en) => {
      problems.push({ file, row: spot.row ?? null, path: spot.path ?? null, reason: { vi, en } })
    }
  }
}

const place = ({ file, row, path }: Problem): string =>
  [file, row === null ? "" : `dòng ${row}`, path ?? ""].filter((part) => part !== "").join(", ")

/** Lines that the message of an error repeats; `problems` holds all of them. */
const LONGEST_MESSAGE = 30

/** The data folder is not sound. Nothing of it is handed out; `problems` says everything that is wrong with it. */
export class ReferenceError extends Schema.TaggedError<ReferenceError>()("ReferenceError", {
  problems: Schema.NonEmptyArray(Problem)
}) {
  override get message() {
    const count = this.problems.length
    const shown = this.problems.slice(0, LONGEST_MESSAGE)
    const rest = count - shown.length
    return [
      `Dữ liệu tham chiếu có ${count} lỗi · The reference data has ${count} ${count === 1 ? "problem" : "problems"}`,
      ...shown.map((problem) => `- ${place(problem)}: ${problem.reason.vi} · ${problem.reason.en}`),
      ...(rest > 0 ? [`… và ${rest} lỗi khác · and ${rest} more`] : [])
    ].join("\n")
  }
}

const words: ReadonlyArray<readonly [RegExp, string]> = [
  [/^a value with a length of at least 1$/, "giá trị không được để trống"],
  [/^a string matching the RegExp (.*)$/s, "chuỗi theo mẫu $1"],
  [/^a finite number$/, "một số"],
  [/^an integer$/, "số nguyên"],
  [/^string$/, "chuỗi chữ"],
  [/^number$/, "một số"],
  [/^boolean$/, "true hoặc false"],
  [/^object$/, "một đối tượng { … }"],
  [/^array$/, "một danh sách [ … ]"]
]

const expectedVi = (expected: string): string =>
  expected
    .split(" | ")
    .map((choice) => words.reduce((text, [english, vietnamese]) => text.replace(english, vietnamese), choice))
    .join(" | ")

/** A schema says what it expects in English, or in both languages where the schema itself carries a message. */
const bothOf = (message: string): Bilingual => {
  if (message === "Missing key") return { vi: "thiếu khóa này", en: "missing key" }
  const [vi, en] = message.split(" · ")
  if (vi !== undefined && en !== undefined) return { vi, en }
  const [, expected, got] = /^Expected (.*?)(?:, got (.*))?$/s.exec(message) ?? []
  if (expected === undefined) return { vi: message, en: message }
  return {
    vi: got === undefined ? `phải là ${expectedVi(expected)}` : `phải là ${expectedVi(expected)}, nhưng là ${got}`,
    en: got === undefined ? `expected ${expected}` : `expected ${expected}, got ${got}`
  }
}

/** "criteria[3].rule.op". */
const pathOf = (keys: ReadonlyArray<PropertyKey>): string =>
  keys.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : path === "" ? String(key) : `${path}.${String(key)}`),
    ""
  )

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/**
 * A decoder made once from a schema: the value, or `undefined` after every issue was handed to `wrong` with its path.
 *
 * **Gotchas** Keys that the schema does not name are dropped silently: the files carry more than the domain reads.
 */
export const decoder = <A>(schema: Schema.ConstraintDecoder<A>) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", reportInput: true })
  return (input: unknown, wrong: (path: string, reason: Bilingual) => void): A | undefined => {
    const result = decode(input)
    if (Result.isSuccess(result)) return result.success
    for (const { message, path = [] } of format(result.failure.issue).issues) {
      wrong(pathOf(path.map((key) => (typeof key === "object" ? key.key : key))), bothOf(message))
    }
    return undefined
  }
}
