export { Document, DocumentId, documentLabel, LegalBasis } from "./document.ts"
export {
  type DocumentContent,
  DocumentNotFound,
  Documents,
  type DocumentSummary,
  type FigureInDocument
} from "./documents.ts"
export { MAX_DECIMALS } from "./claim.ts"
export { Figure } from "./figure.ts"
export { figureText } from "./figure-text.ts"
export { countBySeverity, doubtsTable, type FindingsByCell, findingsByCell } from "./findings-by-cell.ts"
export { type Headline, headlines } from "./headlines.ts"
export { planOf } from "./plan.ts"
export { findingNames } from "./finding-names.ts"
export { Finding, FindingKind, LikelyCause, Place, Severity } from "./finding.ts"
export { type ComputedFact, type Facts, reconcile, type Reconciliation } from "./reconcile.ts"
export type { Checked, OpenSplit } from "./report.ts"
export { DeclaredSum, PrintedTable, TableColumn, TableRow } from "./table.ts"
