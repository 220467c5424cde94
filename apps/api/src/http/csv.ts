import { type CsvCell, csvText } from "@ntm/exchange"

/** An answer as a table: its headings, and rows of as many cells. */
export interface CsvTable {
  readonly heading: ReadonlyArray<string>
  readonly rows: Iterable<ReadonlyArray<CsvCell>>
}

export const csvResponse = ({ heading, rows }: CsvTable): Response =>
  new Response(csvText(heading, rows), {
    headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "private, no-cache", vary: "Accept" }
  })
