import { matchesFolded } from "@ntm/domain/values"

/** The rows whose text matches the query, diacritics aside; all of them, untouched, where nothing is searched. */
export const searched = <Row>(
  rows: ReadonlyArray<Row>,
  query: string,
  textOf: (row: Row) => string
): ReadonlyArray<Row> => (query.trim() === "" ? rows : rows.filter((row) => matchesFolded(query, textOf(row))))
