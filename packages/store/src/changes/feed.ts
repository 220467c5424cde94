import {
  audienceOf,
  type ChangedNoun,
  cursorOf,
  type FeedPage,
  type FeedPlace,
  type FeedQuestion,
  type FeedRecord,
  Sequence
} from "@ntm/domain/changes"
import { UnitId } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"
import { nounOf, tableOf } from "./nouns.ts"
import { readRange } from "./ranges.ts"
import { isEnded, keyOf, recordOf } from "./records.ts"
import { inputsOfMoves, recordersOf, unitsOfParents } from "./parents.ts"

/** A row of an entry, or an entry whose rows are read from their table (`row` null). */
interface Piece {
  readonly seq: number
  readonly moment: string
  readonly noun: string
  readonly op: string
  readonly rows: number
  /** Of an entry of one row, or of tasks; the others' rows say it themselves. */
  readonly units: ReadonlyArray<number>
  readonly firstId: number | null
  readonly lastId: number | null
  readonly place: number | null
  readonly row: Readonly<Record<string, unknown>> | null
}

/**
 * Rows of the entries behind a place, as many as are wanted.
 *
 * **Details** Entries say how many rows they have: those that a page needs are chosen by that, before any of them is taken apart. One more
 * than are wanted: of the first nothing may be left.
 */
const pieces = (sql: Tag, { limit, nouns, since, units }: FeedQuestion, head: number) => {
  const all = nouns.filter((noun) => audienceOf(noun) === "all").map(tableOf)
  return sql<Array<Piece>>`
    select c.seq::float8 as seq, ${isoMoment(sql, sql`c.moment`)} as moment, c.noun, c.op, c.rows,
      case when c.rows = 1 or c.noun in ('task_event', 'recommendation_event') then c.units else '{}' end as units, c.first_id::float8 as "firstId",
      c.last_id::float8 as "lastId", e.place::int as place, e.row
    from (
      select seq, sum(rows) over (order by seq) - rows as earlier from (
        select f.seq, f.rows from change_told f
        where f.seq > ${since.seq} and f.seq <= ${head}
          and f.noun in (select json_array_elements_text(${JSON.stringify(nouns.map(tableOf))}::text::json))
          and ${
            units === "all"
              ? sql`true`
              : sql`(f.units = '{}' or f.units && ${numbers(units)}::int[]
                  or f.noun in (select json_array_elements_text(${JSON.stringify(all)}::text::json)))`
          }
        order by f.seq limit ${limit + 1}) first) picked
      join change_told c on c.seq = picked.seq
      left join lateral jsonb_array_elements(
        case when c.noun not in ('observation', 'funding_entry') then coalesce(c.after, c.before) end) with ordinality e (row, place) on true
    where picked.earlier <= ${limit + since.rows}
      and (c.seq > ${since.seq + 1} or coalesce(e.place, ${since.rows + 1}) > ${since.rows})
    order by c.seq, e.place limit ${limit}`
}

/** Whether a row of units (none: of no unit; null: of something that is hidden) is told to who sees some. */
const isTold = (noun: ChangedNoun, own: ReadonlyArray<number> | null, units: FeedQuestion["units"]): boolean =>
  units === "all" ||
  audienceOf(noun) === "all" ||
  (own !== null && (own.length === 0 || own.some((unit) => units.has(UnitId.make(unit)))))

/** The place behind the `taken`th record of an entry of so many. */
const behind = (seq: number, taken: number, of: number): FeedPlace =>
  taken >= of ? { seq: Sequence.make(seq), rows: 0 } : { seq: Sequence.make(seq - 1), rows: taken }

/**
 * The records behind a place, up to the entry that is the last now.
 *
 * **Details** The head is read first: entries up to it are there and stay, so a page ends at a place before which nothing will ever be entered.
 */
export const readFeed = async (sql: Tag, question: FeedQuestion): Promise<FeedPage> => {
  const { limit, since, units } = question
  const [{ head } = { head: 0 }] = await sql<Array<{ head: number }>>`select seq::float8 as head from change_head`
  const found = await pieces(sql, question, head)
  const recorders = await recordersOf(
    sql,
    found.map(({ row }) => row)
  )
  const parents = await unitsOfParents(sql, found)
  const inputs = await inputsOfMoves(sql, found)
  const records: Array<FeedRecord> = []
  let next = since
  // Rows that were looked at, told or not: a page has no more of them than its limit.
  let taken = 0
  for (const piece of found) {
    // A large batch is one piece with many rows: those behind it may be more than were wanted.
    if (taken >= limit) return { records, next, more: true }
    const { moment, op, place, row, rows, seq } = piece
    const noun = nounOf(piece.noun)
    const stamp = { seq: Sequence.make(seq), moment: Moment.make(moment), noun }
    if (row === null && place !== null) {
      // Of another unit: the database keeps its place.
      taken += 1
      next = behind(seq, place, rows)
      continue
    }
    if (row === null && piece.firstId === null) {
      taken += 1
      next = { seq: stamp.seq, rows: 0 }
      records.push({ ...stamp, cursor: cursorOf(next), op: "gone", key: "*", units: [], record: null })
      continue
    }
    if (row === null) {
      // Places are those of the numbers: whoever may not read some of the rows goes on all the same.
      const [firstId, lastId] = [piece.firstId ?? 0, piece.lastId ?? 0]
      const span = lastId - firstId + 1
      const skipped = since.seq + 1 === seq ? since.rows : 0
      const wanted = Math.min(limit - taken, span - skipped)
      const first = firstId + skipped
      if (wanted > 0) {
        for (const { id, key, record, unit } of await readRange(sql, {
          noun: piece.noun,
          first,
          last: first + wanted - 1
        })) {
          if (!isTold(noun, [unit], units)) continue
          const cursor = cursorOf(behind(seq, id - firstId + 1, span))
          records.push({ ...stamp, cursor, op: "put", key, units: [UnitId.make(unit)], record })
        }
        taken += wanted
        next = behind(seq, skipped + wanted, span)
      }
      if (taken >= limit) return { records, next, more: true }
      continue
    }
    taken += 1
    next = behind(seq, place ?? 1, rows)
    const own = parents(piece)
    if (!isTold(noun, own, units)) continue
    const gone = op === "delete" || isEnded(row)
    records.push({
      ...stamp,
      cursor: cursorOf(next),
      op: gone ? "gone" : "put",
      key: keyOf(noun, row),
      units: (own ?? []).map((unit) => UnitId.make(unit)),
      record: gone ? null : recordOf(noun, row, { recorders, inputs })
    })
  }
  if (taken >= limit) return { records, next, more: true }
  // Fewer than there might have been: all of them were told, and whatever else was entered is of no concern.
  return { records, next: { seq: Sequence.make(Math.max(head, since.seq)), rows: 0 }, more: false }
}
