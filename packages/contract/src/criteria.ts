import type { CriteriaSet, SetResults } from "@ntm/domain/criteria"
import { CriteriaSetId } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Nothing } from "./query.ts"

/** A set in a list: without its lines, its history and its source. */
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

export const criteria = {
  list: get<{ readonly items: ReadonlyArray<CriteriaSetSummary> }>()("/criteria-sets", Nothing, Nothing),
  get: get<CriteriaSet>()("/criteria-sets/:id", Schema.Struct({ id: CriteriaSetId }), Nothing),
  /** Phụ lục 01 of a document. */
  results: get<{ readonly items: ReadonlyArray<SetResults> }>()(
    "/documents/:id/results",
    Schema.Struct({ id: DocumentId }),
    Nothing
  )
}
