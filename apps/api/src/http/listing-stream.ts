import { type CsvCell, csvRecord } from "@ntm/exchange"
import type { Context } from "hono"
import type { AnswerShape } from "./answer-shapes.ts"
import type { ApiEnv } from "./api-env.ts"
import type { Answering, Ports } from "./answering.ts"
import type { CsvTable } from "./csv.ts"
import type { ApiError } from "./errors.ts"
import { pick, type Wanted, wantedColumns } from "./fields.ts"
import { LINES_FORM } from "./forms.ts"
import type { Parts } from "./page.ts"
import { piecesStream, readOn } from "./pieces.ts"

/** Items that are read, and made text of, at once. */
const AT_ONCE = 5000
const WRITTEN_AT_ONCE = 500

/** A list on its way out, in another form than JSON. */
interface Streamed<Item> {
  readonly form: string
  readonly head: Readonly<Record<string, string>>
  /** The page that was asked for; null: the whole list. */
  readonly items: ReadonlyArray<Item> | null
  readonly list: Parts<Item, ApiError, Ports>
  readonly shapes: ReadonlyArray<AnswerShape>
  /** Makes a table of items with words of its own; null without one. */
  readonly table: ((items: ReadonlyArray<Item>) => CsvTable) | null
  readonly wanted: Wanted | null
}

async function* partsOf<Item>(
  c: Context<ApiEnv>,
  answering: Pick<Answering, "runtime">,
  { items, list }: Pick<Streamed<Item>, "items" | "list">
): AsyncGenerator<ReadonlyArray<Item>> {
  if (items !== null) {
    yield items
    return
  }
  const partFrom = (at: string | null) => readOn(c, answering, list.part(at, AT_ONCE))
  let coming = partFrom(null)
  for (;;) {
    const { items: some, next } = await coming
    if (next !== null) {
      // Read while this part goes out; what goes wrong is told when its turn comes.
      coming = partFrom(next)
      coming.catch(() => undefined)
    }
    for (let from = 0; from < some.length; from += WRITTEN_AT_ONCE) yield some.slice(from, from + WRITTEN_AT_ONCE)
    if (next === null) return
  }
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"

/** What stands in a cell: one value as it is, several with semicolons between them, all else as JSON. */
const cellOf = (value: unknown): CsvCell => {
  if (value === undefined || value === null) return null
  if (isScalar(value)) return value
  return Array.isArray(value) && value.every(isScalar) ? value.join("; ") : JSON.stringify(value)
}

const at = (value: unknown, path: ReadonlyArray<string>): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([name]) => name === step)?.[1]
        : undefined,
    value
  )

async function* tableOf<Item>(
  parts: AsyncIterable<ReadonlyArray<Item>>,
  { shapes, table, wanted }: Pick<Streamed<Item>, "shapes" | "table" | "wanted">
): AsyncGenerator<string> {
  // By the mark spreadsheets know that the letters are UTF-8.
  const mark = "\uFEFF"
  if (table !== null && wanted === null) {
    let begun = false
    for await (const items of parts) {
      const { heading, rows } = table(items)
      yield begun ? "" : `${mark}${csvRecord(heading)}`
      begun = true
      yield [...rows].map(csvRecord).join("")
    }
    if (!begun) yield `${mark}${csvRecord(table([]).heading)}`
    return
  }
  const columns = wantedColumns(shapes, wanted)
  yield `${mark}${csvRecord(columns.map((path) => path.join(".")))}`
  for await (const items of parts)
    yield items.map((item) => csvRecord(columns.map((path) => cellOf(at(item, path))))).join("")
}

async function* linesOf<Item>(
  parts: AsyncIterable<ReadonlyArray<Item>>,
  wanted: Wanted | null
): AsyncGenerator<string> {
  for await (const items of parts) yield items.map((item) => `${JSON.stringify(pick(item, wanted))}\n`).join("")
}

/**
 * Sends a list in lines (NDJSON) or as a table (CSV), as it is read: never all of it is held as text.
 *
 * **Details** What goes wrong on the way breaks the stream off, so that half a list cannot be taken for a whole one. Nobody keeps it on the way.
 */
export const listingStream = <Item>(
  c: Context<ApiEnv>,
  answering: Pick<Answering, "log" | "runtime">,
  streamed: Streamed<Item>
): Response => {
  const parts = partsOf(c, answering, streamed)
  const pieces = streamed.form === LINES_FORM ? linesOf(parts, streamed.wanted) : tableOf(parts, streamed)
  return new Response(piecesStream(c, answering, pieces), {
    headers: {
      "content-type": `${streamed.form}; charset=utf-8`,
      "cache-control": "private, no-store",
      ...streamed.head
    }
  })
}
