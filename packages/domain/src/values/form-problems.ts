import { SchemaIssue } from "effect"
import type { Bilingual } from "./bilingual.ts"

/** What is wrong at a place of something that was given. */
interface FormProblem {
  readonly path: ReadonlyArray<string | number>
  readonly message: Bilingual
}

/** Between the two languages of a message that a schema bears itself. */
const BETWEEN = " · "

const said: Partial<Readonly<Record<SchemaIssue.Leaf["_tag"], string>>> = {
  MissingKey: "thiếu · missing",
  UnexpectedKey: "không có khoá này · unknown key",
  InvalidValue: "giá trị không hợp lệ · invalid value",
  Forbidden: "không được phép · not allowed",
  OneOf: "chưa rõ là dạng nào · more than one form fits"
}

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => said[issue._tag] ?? SchemaIssue.defaultLeafHook(issue)
})

const t = (vi: string, en: string): Bilingual => ({ vi, en })

/** What the library expects of a value, by its own English. */
const expectations: ReadonlyArray<readonly [RegExp, (...found: ReadonlyArray<string>) => Bilingual]> = [
  [/^a value with a length of at least 1$/, () => t("không được để trống", "must not be empty")],
  [/^a value with a length of at least (\d+)$/, (n) => t(`phải dài ít nhất ${n}`, `must be at least ${n} long`)],
  [/^a value with a length of at most (\d+)$/, (n) => t(`dài tối đa ${n}`, `must be at most ${n} long`)],
  [/^a value between (\S+) and (\S+)$/, (a, b) => t(`phải từ ${a} đến ${b}`, `must be from ${a} to ${b}`)],
  [/^a value greater than or equal to (\S+)$/, (n) => t(`phải từ ${n} trở lên`, `must be ${n} or more`)],
  [/^a value less than or equal to (\S+)$/, (n) => t(`phải không quá ${n}`, `must be ${n} or less`)],
  [/^a value greater than (\S+)$/, (n) => t(`phải lớn hơn ${n}`, `must be more than ${n}`)],
  [/^a value less than (\S+)$/, (n) => t(`phải nhỏ hơn ${n}`, `must be less than ${n}`)],
  [/^an integer$/, () => t("phải là số nguyên", "must be a whole number")]
]

const kinds: ReadonlyMap<string, Bilingual> = new Map([
  ["string", t("chuỗi ký tự", "a text")],
  ["number", t("số", "a number")],
  ["a finite number", t("số", "a number")],
  ["boolean", t("true hoặc false", "true or false")],
  ["array", t("danh sách […]", "a list […]")],
  ["object", t("đối tượng {…}", "an object {…}")]
])

/** A value as the library writes it, without its quotes; undefined for what is none. */
const valueIn = (text: string): string | undefined =>
  /^"[^"]*"$/.test(text) ? text.slice(1, -1) : /^(-?\d[\d.]*|null|true|false)$/.test(text) ? text : undefined

const NO_FORM = t("không đúng dạng nào được phép", "of no form that is allowed")

/** One of several things, in words. */
const oneOf = (expected: string): Bilingual => {
  const tags = [...expected.matchAll(/readonly "_tag": "([^"]+)"/g)].map(([, tag = ""]) => tag)
  if (tags.length > 0) return t(`_tag phải là một trong: ${tags.join(", ")}`, `_tag must be one of: ${tags.join(", ")}`)
  const each = expected.split(" | ").map((text) => {
    const value = valueIn(text)
    return value === undefined ? kinds.get(text.startsWith("{") ? "object" : text) : t(value, value)
  })
  const known = each.flatMap((words) => (words === undefined ? [] : [words]))
  if (known.length < each.length) return NO_FORM
  const [vi, en] = [known.map((words) => words.vi), known.map((words) => words.en)]
  return known.length > 2
    ? t(`phải là một trong: ${vi.join(", ")}`, `must be one of: ${en.join(", ")}`)
    : t(`phải là ${vi.join(" hoặc ")}`, `must be ${en.join(" or ")}`)
}

const wordsOf = (message: string): Bilingual => {
  const [vi = "", en] = message.split(BETWEEN)
  if (en !== undefined) return t(vi, en)
  const expected = message.replace(/^Expected /, "")
  for (const [pattern, say] of expectations) {
    const found = pattern.exec(expected)
    if (found !== null) return say(...found.slice(1))
  }
  return oneOf(expected)
}

const stepOf = (step: unknown): string | number => {
  const key = typeof step === "object" && step !== null && "key" in step ? step.key : step
  return typeof key === "number" ? key : String(key)
}

/** Everything that a schema found wrong, by its place, in both languages; what is said twice of a place once. */
export const formProblems = (issue: SchemaIssue.Issue): ReadonlyArray<FormProblem> => {
  const problems = issuesOf(issue).issues.map(({ message, path = [] }): FormProblem => ({
    path: path.map(stepOf),
    message: wordsOf(message)
  }))
  return [...new Map(problems.map((each) => [`${each.path.join(" ")} ${each.message.vi}`, each])).values()]
}
