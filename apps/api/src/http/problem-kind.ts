import type { FieldProblem, Problem } from "@ntm/contract"
import { type AccessRefused, roleWords } from "@ntm/domain/people"
import type { Bilingual } from "@ntm/domain/values"

/** How an error is answered. */
export interface Kind<E> {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 415 | 422 | 429 | 500 | 503
  /** Last part of the `type` urn. Partners switch on it: it never changes. */
  readonly name: string
  readonly title: Bilingual
  readonly detail?: (error: E) => Bilingual
  readonly errors?: (error: E) => ReadonlyArray<FieldProblem>
  /** What a refusal by a rule says besides: the rule, the day, who may act and the next step. */
  readonly ruling?: (error: E) => Pick<Problem, "rule" | "asOf" | "whoMay" | "next">
  readonly headers?: (error: E) => Readonly<Record<string, string>>
}

/** Errors by their tags. */
export type ByTag<E extends { readonly _tag: string }> = { readonly [X in E as X["_tag"]]: X }

/** A row for each error; one without a row does not compile. */
export type Kinds<E extends { readonly _tag: string }> = { readonly [Tag in keyof ByTag<E>]: Kind<ByTag<E>[Tag]> }

/** What a refusal by the table of who may do what says besides its sentence. */
export const rulingOf = ({ action, day, mayAct, next }: AccessRefused) => ({
  rule: action,
  asOf: day,
  whoMay: mayAct.map((role) => ({ role, ...roleWords[role] })),
  next
})
