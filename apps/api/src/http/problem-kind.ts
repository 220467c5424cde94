import type { FieldProblem, Problem } from "@ntm/contract"
import { type AccessRefused, type Action, roleWords, rolesFor } from "@ntm/domain/people"
import type { Bilingual, Day } from "@ntm/domain/values"

/** What a refusal by a rule says besides its sentence: the rule, the day, who may act and the next step. */
export type Ruling = Pick<Problem, "rule" | "asOf" | "whoMay" | "next">

/** When, and of what, a rule was asked. */
export interface Ruled {
  /** The day on which it was asked. */
  readonly day: Day
  /** What the request is by the table of who may do what; null where nobody signs in. */
  readonly action: Action | null
}

/** How an error is answered. */
export interface Kind<E> {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 414 | 415 | 422 | 428 | 429 | 500 | 503
  /** Last part of the `type` urn. Partners switch on it: it never changes. */
  readonly name: string
  readonly title: Bilingual
  readonly detail?: (error: E) => Bilingual
  readonly errors?: (error: E) => ReadonlyArray<FieldProblem>
  readonly ruling?: (error: E, ruled: Ruled) => Ruling
  readonly headers?: (error: E) => Readonly<Record<string, string>>
}

/** Errors by their tags. */
export type ByTag<E extends { readonly _tag: string }> = { readonly [X in E as X["_tag"]]: X }

/** A row for each error; one without a row does not compile. */
export type Kinds<E extends { readonly _tag: string }> = { readonly [Tag in keyof ByTag<E>]: Kind<ByTag<E>[Tag]> }

/** What a refusal by the table of who may do what says besides its sentence. */
export const rulingOf = ({ action, day, mayAct, next }: AccessRefused): Ruling => ({
  rule: action,
  asOf: day,
  whoMay: mayAct.map((role) => ({ role, ...roleWords[role] })),
  next
})

/** What a room's refusal says besides: the change that its rules stand for (`usual`, unless the request is another), and what is to be done. */
export const ruledBy =
  (usual: Action, next: Bilingual) =>
  (_error: unknown, { action, day }: Ruled): Ruling => {
    const rule = action ?? usual
    return { rule, asOf: day, whoMay: rolesFor(rule).map((role) => ({ role, ...roleWords[role] })), next }
  }

/** The next step of whoever sent a batch that was refused. */
export const mendRows: Bilingual = {
  vi: "Sửa các dòng nêu ở errors rồi gửi lại cả lô; chưa ghi dòng nào",
  en: "Mend the rows that errors names and send the whole batch again; none was written"
}
