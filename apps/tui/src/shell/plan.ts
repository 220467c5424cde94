import type { Client, Problem } from "@ntm/contract"
import type { AssignmentOnDay } from "@ntm/domain/assignments"
import type { SetResults } from "@ntm/domain/criteria"
import { type DocumentSummary, type Finding, planOf } from "@ntm/domain/documents"
import type { FundingTable } from "@ntm/domain/funding"

/** Everything that the four lists show: one plan, read in one round of questions. */
export interface Plan {
  readonly document: DocumentSummary
  /** The day on which the assignments were judged, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly results: ReadonlyArray<SetResults>
  readonly tables: ReadonlyArray<FundingTable>
  readonly assignments: ReadonlyArray<AssignmentOnDay>
  readonly findings: ReadonlyArray<Finding>
}

export type PlanAnswer =
  | { readonly _tag: "Ready"; readonly plan: Plan }
  /** The server answers, but holds no document with Phụ lục 01. */
  | { readonly _tag: "Empty" }

/** What came of reading the plan. */
export type Loaded = PlanAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

/** Reads the plan from the API. Rejects with `ApiProblem`. */
export const readPlan = async (client: Client, signal: AbortSignal): Promise<PlanAnswer> => {
  const { items } = await client.documents.list({}, signal)
  const document = planOf(items)
  if (document === undefined) return { _tag: "Empty" }
  const of = { document: document.id }
  const [results, tables, assignments, findings] = await Promise.all([
    client.criteria.results({ id: document.id }, signal),
    client.funding.tables(of, signal),
    client.assignments.list(of, signal),
    client.documents.findings(of, signal)
  ])
  return {
    _tag: "Ready",
    plan: {
      document,
      asOf: assignments.asOf,
      results: results.items,
      tables: tables.items,
      assignments: assignments.items,
      findings: findings.items
    }
  }
}
