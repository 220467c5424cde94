/** Columns that only the program needs: how it finds, orders and keeps rows. They are no part of what is told of an entry. */
export const innerFields: ReadonlySet<string> = new Set([
  "province",
  "folded",
  "position",
  "import_id",
  "begun_by",
  "ended_by",
  "as_shipped",
  "shipped_sha256",
  "units_sha256",
  "works_sha256"
])
