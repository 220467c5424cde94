import type { Problem } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import type { Context } from "hono"
import type { ApiEnv } from "./api-env.ts"
import type { ApiError } from "./errors.ts"
import type { ByTag, Kind, Kinds } from "./problem-kind.ts"
import { changesProblems } from "../changes/problems.ts"
import { peopleProblems } from "../people/problems.ts"
import { requestProblems } from "./request-problems.ts"
import { roomProblems } from "./room-problems.ts"

type ErrorByTag = ByTag<ApiError>

/**
 * The one table from error to answer; a new error without a row does not compile.
 *
 * **Details** 400 is an address that cannot be read at all, 422 an address that reads well and asks for something that
 * cannot be: a day that does not exist, an unknown key.
 */
const kinds: Kinds<ApiError> = { ...roomProblems, ...changesProblems, ...peopleProblems, ...requestProblems }

/** An error's answer as the catalogue lists it. */
export interface ListedProblem {
  readonly tag: string
  /** Last part of the `type` urn. */
  readonly name: string
  readonly status: number
  readonly title: Bilingual
}

/** Every problem that the API can answer with. */
export const problemCatalogue: ReadonlyArray<ListedProblem> = Object.entries(kinds).map(
  ([tag, { name, status, title }]) => ({ tag, name, status, title })
)

const describe = <Tag extends keyof ErrorByTag>(tag: Tag, error: ErrorByTag[Tag], instance: string | undefined) => {
  const kind: Kind<ErrorByTag[Tag]> = kinds[tag]
  const detail = kind.detail?.(error)
  const errors = kind.errors?.(error)
  const problem: Problem = {
    type: `urn:ntm:problem:${kind.name}`,
    title: kind.title.vi,
    titleEn: kind.title.en,
    status: kind.status,
    ...(detail === undefined ? {} : { detail: detail.vi, detailEn: detail.en }),
    ...(instance === undefined ? {} : { instance: `urn:ntm:request:${instance}` }),
    ...(errors === undefined ? {} : { errors }),
    ...kind.ruling?.(error)
  }
  return { problem, headers: kind.headers?.(error) }
}

/** The answer for an error: `application/problem+json` in both languages. */
export const refuse = (c: Context<ApiEnv>, error: ApiError): Response => {
  const { problem, headers } = describe(error._tag, error, c.get("requestId"))
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store"
  })
}
