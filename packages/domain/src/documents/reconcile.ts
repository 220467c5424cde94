import { moneyCells } from "./cells.ts"
import { claimOf } from "./claim.ts"
import type { DocumentContent } from "./documents.ts"
import type { DocumentId } from "./document.ts"
import type { Finding } from "./finding.ts"
import { footTable } from "./footing.ts"
import { checkPrintedForm } from "./printed-form.ts"
import { checkQuantities } from "./quantities.ts"
import { checkRelations } from "./relations.ts"
import { type Checked, type OpenSplit, Report } from "./report.ts"
import { checkSplits } from "./splits.ts"
import { cellStatement, figureStatements, type FigureStatement, printNumber, type Statement } from "./statement.ts"

/** What the system's own facts give for a name, and where a reader finds it. In the unit of the figure that asks. */
export interface ComputedFact {
  readonly value: number
  /** Decimal places up to which the value is exact. */
  readonly decimals: number
  readonly file: string
  readonly path: string
  readonly label: string
}

/** Facts of the system from which figures may be computed, by document and name. */
export type Facts = (document: DocumentId, name: string) => ComputedFact | null

export interface Reconciliation {
  /** Errors first, then as they stand in the documents. */
  readonly findings: ReadonlyArray<Finding>
  readonly checked: Checked
  /** Splits that nothing decides: no findings. */
  readonly openSplits: ReadonlyArray<OpenSplit>
}

const noFacts: Facts = () => null

/** `table/<table>/<row>/<column>`: a cell of the same document, by its row's label and its column's key. */
const cellFact = (content: DocumentContent, name: string): Statement | null => {
  const [kind, key, ...rest] = name.split("/")
  if (kind !== "table") return null
  // A label may hold a stroke itself ("xã/phường"); keys of columns do not.
  const row = rest.slice(0, -1).join("/")
  const column = rest.at(-1)
  const table = content.tables.find((candidate) => candidate.key === key)
  if (table === undefined) return null
  return cellStatement(
    content.document,
    table,
    table.rows.findIndex(({ label }) => label === row),
    table.columns.findIndex((candidate) => candidate.key === column)
  )
}

/** A computed fact as a statement in the unit of the figure that names it. */
const factStatement = (stated: FigureStatement, fact: ComputedFact): Statement => ({
  ...stated,
  claim: claimOf(fact.value, fact.decimals, stated.measure, null, null),
  value: fact.value,
  decimals: fact.decimals,
  place: () => ({
    ...stated.place(),
    file: fact.file,
    path: fact.path,
    label: fact.label,
    section: null,
    figure: null,
    printed: printNumber(fact.value, Math.min(fact.decimals, 2), stated.unit)
  })
})

/**
 * Checks every relation that the documents declare, within and across them, and returns those that do not hold.
 *
 * **Details** Relations: parts of a total, share of another, difference of two, the same figure said again, the same
 * quantity in another place or document, what the system's own facts compute, printed form against value, and the sums
 * that tables declare. Each is checked at the precision in which its numbers were printed. Never fails: ids that
 * resolve to nothing are refused when a document is read, and count as undecided here.
 *
 * **Gotchas** Whether a finding is an error of the document, or of its transcription, is for a person to say.
 */
export const reconcile = (contents: ReadonlyArray<DocumentContent>, facts: Facts = noFacts): Reconciliation => {
  const report = new Report()
  const all: Array<FigureStatement> = []
  for (const content of contents) {
    const statements = figureStatements(content)
    const cells = moneyCells(content)
    for (const table of content.tables) footTable(report, content.document, table)
    checkRelations(report, statements, (stated, name) => {
      const fact = facts(content.document.id, name)
      return fact === null ? cellFact(content, name) : factStatement(stated, fact)
    })
    checkSplits(report, statements)
    for (const statement of statements.values()) {
      if (statement.figure.printed !== null) checkPrintedForm(report, statement, cells)
      if (statement.figure.quantity !== null) all.push(statement)
    }
  }
  checkQuantities(report, all)
  return {
    findings: report.findings.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error")),
    checked: report.checked(),
    openSplits: report.openSplits
  }
}
