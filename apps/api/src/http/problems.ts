import type { FieldProblem, Problem } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"
import type { Context } from "hono"
import type { ApiEnv } from "./api-env.ts"
import type { ApiError } from "./errors.ts"
import type { ByTag, Kind, Kinds, Ruled } from "./problem-kind.ts"
import { changesProblems } from "../changes/problems.ts"
import { peopleProblems } from "../people/problems.ts"
import { readingProblems } from "./reading-problems.ts"
import { requestProblems } from "./request-problems.ts"
import { roomProblems } from "./room-problems.ts"
import { todayInVietnam } from "./today.ts"
import { writingProblems } from "./writing-problems.ts"

type ErrorByTag = ByTag<ApiError>

/**
 * The one table from error to answer; a new error without a row does not compile.
 *
 * **Details** 400 is an address that cannot be read at all, 422 an address that reads well and asks for something that
 * cannot be: a day that does not exist, an unknown key.
 */
const kinds: Kinds<ApiError> = {
  ...roomProblems,
  ...changesProblems,
  ...peopleProblems,
  ...readingProblems,
  ...requestProblems,
  ...writingProblems
}

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

/** Rows of a batch that lie outside of what somebody may, and rows that name what is not there for them, by the kinds of each room. */
const rowKinds: ReadonlyMap<
  ApiError["_tag"],
  { readonly beyond: ReadonlyArray<string>; readonly absent: ReadonlyArray<string> }
> = new Map([
  ["ObservationsRefused", { beyond: ["notAllowed", "notInCharge", "notInScope"], absent: ["unknownObservation"] }],
  ["FundingRefused", { beyond: ["notInScope"], absent: ["unknownEntry", "unknownWork"] }],
  ["WorksRefused", { beyond: ["notInScope"], absent: ["unknownWork", "unknownBatch", "unknownReport", "unknownGift"] }],
  ["InventoryRefused", { beyond: ["notInScope"], absent: ["unknownItem"] }],
  ["TasksRefused", { beyond: ["notAllowed", "notInScope"], absent: ["unknownTask"] }],
  ["RecommendationsRefused", { beyond: ["notAllowed", "notInScope"], absent: ["unknownRecommendation"] }],
  ["DossiersRefused", { beyond: ["notAllowed", "notInScope"], absent: ["unknownDossier"] }]
])

/**
 * What a batch is refused as: of whose rows nothing is wrong but that they are beyond somebody (403), or name what is not there for them (404),
 * whether or not it is there for others; null for any other.
 */
const aboutRows = (tag: ApiError["_tag"], errors: ReadonlyArray<FieldProblem>) => {
  const told = rowKinds.get(tag)
  if (told === undefined || errors.length === 0) return null
  const { absent, beyond } = told
  if (!errors.every(({ kind = "" }) => absent.includes(kind) || beyond.includes(kind))) return null
  return errors.some(({ kind = "" }) => beyond.includes(kind)) ? kinds.OutsideScope : kinds.RowsNotFound
}

const describe = <Tag extends keyof ErrorByTag>(
  tag: Tag,
  error: ErrorByTag[Tag],
  instance: string | undefined,
  ruled: Ruled
) => {
  const kind: Kind<ErrorByTag[Tag]> = kinds[tag]
  const detail = kind.detail?.(error)
  const errors = kind.errors?.(error)
  const { name, status, title } = aboutRows(tag, errors ?? []) ?? kind
  const problem: Problem = {
    type: `urn:ntm:problem:${name}`,
    title: title.vi,
    titleEn: title.en,
    status,
    ...(detail === undefined ? {} : { detail: detail.vi, detailEn: detail.en }),
    ...(instance === undefined ? {} : { instance: `urn:ntm:request:${instance}` }),
    ...(errors === undefined ? {} : { errors }),
    ...(errors?.some(({ path }) => path.startsWith("rows[")) === true ? { written: 0 } : {}),
    ...kind.ruling?.(error, ruled)
  }
  return { problem, headers: kind.headers?.(error) }
}

/** The answer for an error: `application/problem+json` in both languages. */
export const refuse = (c: Context<ApiEnv>, error: ApiError): Response => {
  const ruled = { day: c.get("day") ?? todayInVietnam(new Date()), action: c.get("action") ?? null }
  const { problem, headers } = describe(error._tag, error, c.get("requestId"), ruled)
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store"
  })
}
