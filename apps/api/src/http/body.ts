import { createHash } from "node:crypto"
import type { FieldProblem, Reads } from "@ntm/contract"
import { formProblems } from "@ntm/domain/values"
import { Result, Schema, type SchemaIssue } from "effect"
import { BodyTooLarge, InvalidBody, NotJson } from "./errors.ts"
import { farDaysIn } from "./far-days.ts"
import { maxBodyAt } from "./guard.ts"
import { unkeptIn } from "./unkept.ts"

/** Steps into a body as a person reads them: "changes[2].from[0].unit". */
const pathOf = (path: ReadonlyArray<string | number>): string =>
  path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${step}`)).join("")

/** Everything that a schema found wrong, by its place, in both languages. */
export const bodyProblems = (issue: SchemaIssue.Issue): ReadonlyArray<FieldProblem> =>
  formProblems(issue).map(({ message: { en, vi }, path }) => ({ path: pathOf(path), message: vi, messageEn: en }))

/** The text of a body and the hash of its bytes, as long as it is no longer than allowed; null for a longer one. */
const textOf = async (
  request: Request,
  maximum: number
): Promise<{ readonly text: string; readonly sha256: string } | null> => {
  const hash = createHash("sha256")
  const decoder = new TextDecoder()
  let text = ""
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maximum) return null
    hash.update(chunk)
    text += decoder.decode(chunk, { stream: true })
  }
  return { text: text + decoder.decode(), sha256: hash.digest("hex") }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body that was read. `sha256` is of its bytes as they came. */
export interface BodyRead<A> {
  readonly body: A
  readonly sha256: string
}

/**
 * Makes a reader of bodies of one form, once: the decoded value, or everything that is wrong with it by its place, in
 * both languages. Unknown keys are wrong: one that was misspelt must not be passed over.
 */
export const bodyReader = <S extends Reads>(schema: S) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return async (
    request: Request
  ): Promise<Result.Result<BodyRead<S["Type"]>, BodyTooLarge | InvalidBody | NotJson>> => {
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
      return Result.fail(new NotJson())
    const maximum = maxBodyAt(new URL(request.url).pathname)
    const read = await textOf(request, maximum)
    if (read === null) return Result.fail(new BodyTooLarge({ maximum }))
    const json = jsonOf(read.text)
    if (json === undefined) {
      const errors = [{ path: "", message: "JSON hỏng hoặc bị cắt cụt", messageEn: "broken or truncated JSON" }]
      return Result.fail(new InvalidBody({ errors }))
    }
    const beyond = [...unkeptIn(json, read.text), ...farDaysIn(json, read.text)]
    if (beyond.length > 0) return Result.fail(new InvalidBody({ errors: beyond }))
    return Result.mapBoth(decode(json), {
      onSuccess: (body) => ({ body, sha256: read.sha256 }),
      onFailure: ({ issue }) => new InvalidBody({ errors: bodyProblems(issue) })
    })
  }
}
