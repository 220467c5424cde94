import type { DocumentContent, Figure, Finding } from "@ntm/domain/documents"
import type { Row } from "../reference/insert.ts"
import type { document, figure, finding, legalBasis, printedRow, printedTable } from "./tables.ts"

const text = (...parts: ReadonlyArray<string | null>): string => parts.filter((part) => part !== null).join(" ")

export const documentRows = (contents: ReadonlyArray<DocumentContent>): ReadonlyArray<Row<typeof document>> =>
  contents.map(({ document: { bases: _, ...fields } }, position) => ({
    ...fields,
    position,
    folded: text(fields.number, fields.title, fields.id)
  }))

export const legalBasisRows = (contents: ReadonlyArray<DocumentContent>): ReadonlyArray<Row<typeof legalBasis>> =>
  contents.flatMap((content) =>
    content.document.bases.map((basis, position) => ({
      ...basis,
      amends: [...basis.amends],
      documentId: content.document.id,
      position
    }))
  )

const figureRow = (documentId: string, one: Figure, position: number): Row<typeof figure> => {
  const { value, outOf, statedPercentOf, differenceOf, ...fields } = one
  return {
    ...fields,
    documentId,
    position,
    value: typeof value === "number" ? value : null,
    valueText: typeof value === "string" ? value : null,
    outOfNumber: typeof outOf === "number" ? outOf : null,
    outOfFigure: typeof outOf === "string" ? outOf : null,
    percentOf: statedPercentOf?.of ?? null,
    percent: statedPercentOf?.percent ?? null,
    percentDecimals: statedPercentOf?.decimals ?? null,
    differenceOf: differenceOf?.of ?? null,
    differenceLess: differenceOf?.less ?? null,
    folded: text(one.label, one.section)
  }
}

export const figureRows = (contents: ReadonlyArray<DocumentContent>): ReadonlyArray<Row<typeof figure>> =>
  contents.flatMap((content) => content.figures.map((one, position) => figureRow(content.document.id, one, position)))

export const printedTableRows = (contents: ReadonlyArray<DocumentContent>): ReadonlyArray<Row<typeof printedTable>> =>
  contents.flatMap((content) =>
    content.tables.map(({ rows: _, ...fields }, position) => ({
      ...fields,
      documentId: content.document.id,
      position
    }))
  )

export const printedRowRows = (contents: ReadonlyArray<DocumentContent>): ReadonlyArray<Row<typeof printedRow>> =>
  contents.flatMap((content) =>
    content.tables.flatMap((table) =>
      table.rows.map((one, row) => ({ ...one, documentId: content.document.id, tableKey: table.key, row }))
    )
  )

export const findingRows = (findings: ReadonlyArray<Finding>): ReadonlyArray<Row<typeof finding>> =>
  findings.map((one, position) => ({
    id: one.id,
    kind: one.kind,
    severity: one.severity,
    position,
    documents: [...new Set<string>(one.places.map((place) => place.document))],
    payload: one
  }))
