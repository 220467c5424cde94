import { placesOf } from "./claim.ts"
import { type Document, DocumentId } from "./document.ts"
import type { DocumentContent } from "./documents.ts"
import type { Figure } from "./figure.ts"
import type { Finding } from "./finding.ts"
import { reconcile } from "./reconcile.ts"
import type { DeclaredSum, PrintedTable } from "./table.ts"

/** Short ways to write documents down in specs. */
export const document = (id = "kh-1"): Document => ({
  id: DocumentId.make(id),
  number: `${id}/KH-UBND`,
  kind: "Kế hoạch",
  issuer: null,
  date: null,
  title: "Kế hoạch",
  period: null,
  locality: null,
  bases: []
})

/** A figure printed with the places of its value, labelled by its id. */
export const figure = (
  id: string,
  value: Figure["value"],
  unit: string | null,
  rest: Partial<Figure> = {}
): Figure => ({
  id,
  section: null,
  label: id,
  value,
  decimals: typeof value === "number" ? placesOf(value) : 0,
  valueMax: null,
  unit,
  asOf: null,
  period: null,
  scope: null,
  qualifier: null,
  printed: null,
  note: null,
  quantity: null,
  breakdownOf: null,
  breakdownBy: null,
  outOf: null,
  statedPercentOf: null,
  restates: null,
  differenceOf: null,
  computedFrom: null,
  ...rest
})

const signedIndex = (names: ReadonlyArray<string>, name: string): DeclaredSum["parts"][number] =>
  name.startsWith("-") ? { index: names.indexOf(name.slice(1)), sign: -1 } : { index: names.indexOf(name), sign: 1 }

const sumsOf = (
  names: ReadonlyArray<string>,
  sums: Readonly<Record<string, ReadonlyArray<string>>>
): ReadonlyArray<DeclaredSum> =>
  Object.entries(sums).map(([target, parts]) => ({
    target: names.indexOf(target),
    parts: parts.map((part) => signedIndex(names, part))
  }))

/** A table by its columns' keys and its rows' labels. A column is written "key" or "key:unit". */
export const table = (shape: {
  readonly unit: string | null
  readonly columns: ReadonlyArray<string>
  readonly rows: Readonly<Record<string, ReadonlyArray<number | null>>>
  readonly decimals?: number
  readonly columnSums?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly rowSums?: Readonly<Record<string, ReadonlyArray<string>>>
}): PrintedTable => {
  const columns = shape.columns.map((column) => {
    const [key = "", unit = null] = column.split(":")
    return { key, label: key, unit, numeric: true }
  })
  const rows = Object.entries(shape.rows).map(([label, cells]) => ({
    no: null,
    label,
    kind: null,
    cells,
    decimals: cells.map((cell) => shape.decimals ?? placesOf(cell ?? 0))
  }))
  return {
    key: "appendix-02",
    name: "Phụ lục 02",
    title: null,
    year: null,
    unit: shape.unit,
    columns,
    rows,
    columnSums: sumsOf(
      columns.map(({ key }) => key),
      shape.columnSums ?? {}
    ),
    rowSums: sumsOf(
      rows.map(({ label }) => label),
      shape.rowSums ?? {}
    ),
    cellNotes: []
  }
}

export const content = (
  figures: ReadonlyArray<Figure>,
  tables: ReadonlyArray<PrintedTable> = [],
  id = "kh-1"
): DocumentContent => ({ document: document(id), figures, tables })

/** Findings on one document's figures. */
export const findingsOn = (...figures: ReadonlyArray<Figure>): ReadonlyArray<Finding> =>
  reconcile([content(figures)]).findings

/** Findings on one table. */
export const findingsIn = (printed: PrintedTable): ReadonlyArray<Finding> =>
  reconcile([content([], [printed])]).findings

/** A finding in a word: what it doubts and why. */
export const gist = ({ kind, cause, places: [place] }: Finding): string =>
  [kind, place.figure ?? `${place.label.split(" · ").slice(1).join(" / ")}`, cause?.kind ?? "no cause"].join(" · ")
