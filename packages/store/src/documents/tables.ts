import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { recorded } from "../reference/tables.ts"

/** Documents as issued: tens to thousands. `folded` is number, title and id without diacritics, for search. */
export const document = pgTable("document", {
  id: text().primaryKey(),
  position: integer().notNull(),
  number: text(),
  kind: text().notNull(),
  issuer: text(),
  date: date({ mode: "string" }),
  title: text().notNull(),
  period: text(),
  locality: text(),
  folded: text().notNull(),
  ...recorded
})

const documentId = text("document_id")
  .notNull()
  .references(() => document.id)

/** "Căn cứ …", in printed order. */
export const legalBasis = pgTable(
  "legal_basis",
  {
    documentId,
    position: integer().notNull(),
    number: text(),
    kind: text().notNull(),
    issuer: text(),
    date: date({ mode: "string" }),
    about: text(),
    amends: text().array().notNull(),
    note: text(),
    ...recorded
  },
  (t) => [primaryKey({ columns: [t.documentId, t.position] })]
)

/**
 * Published figures: some hundred a document. Either `value` or `valueText` is there, or neither (unreadable).
 *
 * Relations point at figures of the same document by their short name; they are kept as stated, also when they lead nowhere,
 * since a document may state them wrongly.
 */
export const figure = pgTable(
  "figure",
  {
    documentId,
    id: text().notNull(),
    position: integer().notNull(),
    section: text(),
    label: text().notNull(),
    value: numeric({ mode: "number" }),
    valueText: text("value_text"),
    decimals: integer().notNull(),
    valueMax: numeric("value_max", { mode: "number" }),
    unit: text(),
    asOf: text("as_of"),
    period: text(),
    scope: text(),
    qualifier: text(),
    printed: text(),
    note: text(),
    quantity: text(),
    breakdownOf: text("breakdown_of"),
    breakdownBy: text("breakdown_by"),
    outOfNumber: numeric("out_of_number", { mode: "number" }),
    outOfFigure: text("out_of_figure"),
    percentOf: text("percent_of"),
    percent: numeric({ mode: "number" }),
    percentDecimals: integer("percent_decimals"),
    restates: text(),
    differenceOf: text("difference_of"),
    differenceLess: text("difference_less"),
    computedFrom: text("computed_from"),
    folded: text().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.id] }),
    index("figure_in_order").on(t.documentId, t.position),
    index("figure_quantity")
      .on(t.quantity)
      .where(sql`${t.quantity} is not null`),
    index("figure_folded").using("gin", t.folded.op("gin_trgm_ops")),
    check("figure_one_value", sql`${t.value} is null or ${t.valueText} is null`),
    check("figure_percent_whole", sql`num_nulls(${t.percentOf}, ${t.percent}, ${t.percentDecimals}) in (0, 3)`),
    check("figure_difference_whole", sql`num_nulls(${t.differenceOf}, ${t.differenceLess}) in (0, 2)`)
  ]
)

/** Printed tables with the sums that they declare. */
export const printedTable = pgTable(
  "printed_table",
  {
    documentId,
    key: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    title: text(),
    year: integer(),
    unit: text(),
    columns: jsonb().notNull(),
    columnSums: jsonb("column_sums").notNull(),
    rowSums: jsonb("row_sums").notNull(),
    cellNotes: jsonb("cell_notes").notNull(),
    ...recorded
  },
  (t) => [primaryKey({ columns: [t.documentId, t.key] })]
)

/** Printed rows. `cells` and `decimals` run along the table's columns; a blank cell is a JSON null. */
export const printedRow = pgTable(
  "printed_row",
  {
    documentId: text("document_id").notNull(),
    tableKey: text("table_key").notNull(),
    row: integer().notNull(),
    no: text(),
    label: text().notNull(),
    kind: text(),
    cells: jsonb().notNull(),
    decimals: jsonb().notNull(),
    ...recorded
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.tableKey, t.row] }),
    foreignKey({ columns: [t.documentId, t.tableKey], foreignColumns: [printedTable.documentId, printedTable.key] })
  ]
)

/**
 * Relations that do not hold: a cache derived from the documents, rebuilt with them.
 *
 * `documents` are those with a place in the finding.
 */
export const finding = pgTable(
  "finding",
  {
    id: text().primaryKey(),
    position: integer().notNull(),
    kind: text().notNull(),
    severity: text().notNull(),
    documents: text().array().notNull(),
    payload: jsonb().notNull(),
    ...recorded
  },
  (t) => [index("finding_documents").using("gin", t.documents)]
)
