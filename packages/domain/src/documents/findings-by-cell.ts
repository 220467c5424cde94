import type { Finding } from "./finding.ts"

/** Findings of one table by cell. */
export type FindingsByCell = (row: number, column: string) => ReadonlyArray<Finding>

/**
 * Lays findings over the cells of a table.
 *
 * **Details** A finding sits in the cell that it doubts. Where the doubted number stands elsewhere (in the text, in another
 * document), it sits in every cell of this table that it names.
 */
export const findingsByCell = (findings: ReadonlyArray<Finding>, document: string, table: string): FindingsByCell => {
  const cells = new Map<string, Array<Finding>>()
  for (const finding of findings) {
    const here = finding.places.filter((place) => place.document === document && place.table === table)
    const sits = here.includes(finding.places[0]) ? [finding.places[0]] : here
    for (const place of sits) {
      if (place.row === null || place.column === null) continue
      const key = `${place.row}:${place.column}`
      const known = cells.get(key)
      if (known === undefined) cells.set(key, [finding])
      else if (!known.includes(finding)) known.push(finding)
    }
  }
  return (row, column) => cells.get(`${row}:${column}`) ?? []
}

/** Whether a finding doubts a number of this table, rather than one elsewhere that this table contradicts. */
export const doubtsTable = (finding: Finding, document: string, table: string): boolean =>
  finding.places[0].document === document && finding.places[0].table === table

/** How many findings of each severity. */
export const countBySeverity = (findings: ReadonlyArray<Finding>) => ({
  error: findings.filter((finding) => finding.severity === "error").length,
  warning: findings.filter((finding) => finding.severity === "warning").length
})
