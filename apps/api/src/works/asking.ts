import { unitByCode, type Unit, type UnitCode, UnitNotFound } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { type BatchId, scopeOf, type WorksScope } from "@ntm/domain/works"
import { Effect } from "effect"
import { refused } from "../assessments/asking.ts"
import type { BookOf, KeptBook } from "./book.ts"

/** Of which works, as of when: as every question about works may say. */
export interface WorksQuery {
  readonly unit?: UnitCode
  readonly batch?: BatchId
  readonly as_of?: Day
  readonly known_at?: Moment
}

/** Whose works are meant, out of which book: what all questions begin with. */
export interface AskedWorks extends KeptBook {
  /** Null: of the whole country. */
  readonly unit: Unit | null
  readonly scope: WorksScope
  /** What an answer says of itself. */
  readonly head: { readonly asOf: Day; readonly knownAt: Moment | null }
}

/** The works of a unit as it stands on the day, or of a batch, out of the book of the day. */
export const askedWorks = Effect.fnUntraced(function* (
  bookOf: BookOf,
  { as_of, batch, known_at, unit: code }: WorksQuery,
  today: Day
) {
  const asOf = as_of ?? today
  const kept = yield* bookOf({ asOf, knownAt: known_at ?? null })
  const { book, journal } = kept
  const unit = code === undefined ? null : unitByCode(book.chronicle.register, code, asOf)
  if (unit === undefined && code !== undefined) return yield* new UnitNotFound({ code, asOf })
  if (batch !== undefined && journal.batches.every(({ id }) => id !== batch))
    return yield* refused("batch", { vi: `không có đợt công trình “${batch}”`, en: `there is no batch “${batch}”` })
  const asked: AskedWorks = {
    ...kept,
    unit: unit ?? null,
    scope: scopeOf(book, unit ?? null, batch ?? null),
    head: { asOf, knownAt: known_at ?? book.knownAt }
  }
  return asked
})
