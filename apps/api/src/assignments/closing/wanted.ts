import type { CriteriaSetId, InputKey, Known } from "@ntm/domain/criteria"
import type { DocumentId } from "@ntm/domain/documents"
import type { FundingSourceKey } from "@ntm/domain/funding"
import type { ItemKind } from "@ntm/domain/inventory"
import type { UnitId } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { WorksBook } from "@ntm/domain/works"

/** What conditions asked for, as far as it is read from ports. */
export interface Wanted {
  /** By the key of a question about money (`moneyKey`). */
  readonly money: Map<
    string,
    { readonly unit: UnitId; readonly source: FundingSourceKey; readonly year: number; readonly by: Day }
  >
  readonly verdicts: Map<CriteriaSetId, Set<UnitId>>
  readonly debts: Set<UnitId>
  readonly documents: Set<DocumentId>
  readonly approvals: { readonly units: Set<UnitId>; readonly inputs: Set<InputKey> }
  readonly registers: Set<ItemKind>
}

/** Where facts are looked up: everything as of one day and known at one moment. */
export interface FactsWorld {
  readonly known: Known
  readonly book: WorksBook
  readonly asOf: Day
  readonly knownAt: WorksBook["knownAt"]
}

export const moneyKey = (unit: UnitId, source: FundingSourceKey, year: number, by: Day): string =>
  `${unit} ${source} ${year} ${by}`
