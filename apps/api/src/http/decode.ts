import type { FieldProblem, Reads } from "@ntm/contract"
import { Result, Schema, SchemaIssue } from "effect"
import { farDay, isFarDay } from "./far-days.ts"
import { expectationOf } from "./parameters.ts"

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

const options = { errors: "all" } as const

const problemWith = (name: string, allowed: ReadonlyArray<string>): FieldProblem => {
  if (allowed.includes(name)) {
    const { vi, en } = expectationOf(name)
    return { path: name, message: vi, messageEn: en }
  }
  return allowed.length === 0
    ? { path: name, message: "địa chỉ này không nhận tham số nào", messageEn: "no parameters are taken here" }
    : {
        path: name,
        message: `không có tham số này; dùng được: ${allowed.join(", ")}`,
        messageEn: `unknown parameter; known: ${allowed.join(", ")}`
      }
}

/** Names of the fields that a schema of the contract reads; the contract's schemas are structs. */
const namesIn = (schema: object): ReadonlyArray<string> =>
  "fields" in schema && typeof schema.fields === "object" && schema.fields !== null ? Object.keys(schema.fields) : []

/**
 * Makes a reader for one schema of the contract, once.
 *
 * **Details** The reader answers the decoded value, or one problem a field: wrong values, unknown names and repeated
 * names all at once, so that a caller mends everything in one go.
 */
export const reader = <S extends Reads>(schema: S) => {
  const decode = Schema.decodeUnknownResult(schema, options)
  const allowed = namesIn(schema)
  return (given: ReadonlyArray<readonly [string, string]>): Result.Result<S["Type"], ReadonlyArray<FieldProblem>> => {
    const names = given.map(([name]) => name)
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index))
    const decoded = decode(Object.fromEntries(given))
    // Unknown names are looked for here: a schema without fields lets them all pass.
    const wrong = new Set([
      ...(Result.isFailure(decoded)
        ? issuesOf(decoded.failure.issue).issues.map((issue) => String(issue.path?.[0] ?? ""))
        : []),
      ...names.filter((name) => !allowed.includes(name))
    ])
    const problems: Array<FieldProblem> = [
      ...[...wrong].map((name) => problemWith(name, allowed)),
      ...[...repeated]
        .filter((name) => !wrong.has(name))
        .map((name) => ({ path: name, message: "chỉ được nêu một lần", messageEn: "may be given only once" }))
    ]
    const far = given.filter(([name, text]) => allowed.includes(name) && name !== "q" && isFarDay(text))
    problems.push(...far.filter(([name]) => !wrong.has(name)).map(([name]) => farDay(name)))
    return Result.isSuccess(decoded) && problems.length === 0 ? Result.succeed(decoded.success) : Result.fail(problems)
  }
}
