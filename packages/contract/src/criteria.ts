import type { CriteriaSet, SetDifferences, SetResults } from "@ntm/domain/criteria"
import { CriteriaSetId } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Nothing } from "./query.ts"

/** A set in a list, as it is at the end of its period: without its lines, its history and its source. */
export interface CriteriaSetSummary extends Omit<
  CriteriaSet,
  "conditions" | "criteria" | "amendments" | "inputs" | "recognition" | "source"
> {
  readonly criteriaCount: number
  readonly indicatorCount: number
  /** Indicators by how sure their rule is. */
  readonly verified: number
  readonly recalled: number
  readonly unknown: number
  readonly illustrative: number
}

const Known = Schema.Struct({ known_at: Schema.optionalKey(Moment) })

export const criteria = {
  /** As known at a moment (now): sets as they were loaded by then. */
  list: get<{ readonly items: ReadonlyArray<CriteriaSetSummary> }>()("/criteria-sets", Nothing, Known),
  /** Without `as_of` the set with its whole history; with it, as in force on that day, and `asOf` says so. */
  get: get<CriteriaSet>()(
    "/criteria-sets/:id",
    Schema.Struct({ id: CriteriaSetId }),
    Schema.Struct({ ...Known.fields, as_of: Schema.optionalKey(Day) })
  ),
  /** What the set `with` asks for beside this one: on `as_of`, or each at the end of its own period. */
  differences: get<SetDifferences & { readonly asOf: string | null }>()(
    "/criteria-sets/:id/differences",
    Schema.Struct({ id: CriteriaSetId }),
    Schema.Struct({ ...Known.fields, with: CriteriaSetId, as_of: Schema.optionalKey(Day) })
  ),
  /** Phụ lục 01 of a document. */
  results: get<{ readonly items: ReadonlyArray<SetResults> }>()(
    "/documents/:id/results",
    Schema.Struct({ id: DocumentId }),
    Nothing
  )
}
