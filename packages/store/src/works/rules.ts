import type { Moment } from "@ntm/domain/values"
import type { WorksRules } from "@ntm/domain/works"
import type { Tag } from "../database/database.ts"
import { closeJournal, openJournal } from "../journal/ledger.ts"
import type { Writing } from "../reference/writing.ts"

/** While none were loaded: the usual three months, and nobody is called. */
export const noRules: WorksRules = { source: "Chưa nạp quy tắc nào", overdueAfterDays: 90, alerts: [] }

const newest = (sql: Tag) => sql`select body, import_id from works_rules order by import_id desc limit 1`

/**
 * Keeps the rules that an import brings beside those before, so that what was known at a moment is told by the rules of then. The same again is no row.
 *
 * **Details** They take their moment from the journal of works, whose answers rest on them. An import that brings none any more ends those of its earlier
 * ones; those of other imports are not its to end.
 */
export const keepRules = async ({ earlier, importId, sql }: Writing, rules: WorksRules | null): Promise<void> => {
  const text = JSON.stringify(rules ?? noRules)
  const [known] = await sql<Array<{ importId: number; same: boolean }>>`
    select n.import_id::float8 as "importId", n.body = ${text}::text::jsonb as same from (${newest(sql)}) n`
  if (rules === null && (known === undefined || !earlier.includes(known.importId))) return
  if (known?.same === true) return
  const { lastId, moment } = await openJournal(sql, "works")
  await sql`insert into works_rules (body, import_id, recorded_at) values (${text}::text::jsonb, ${importId}, ${moment})`
  await closeJournal(sql, "works", lastId)
}

/** The rules as known at a moment, or now for null. Before the first that is kept they are the first: what was loaded before it is not known any more. */
export const rulesAt = (sql: Tag, knownAt: Moment | null) =>
  knownAt === null
    ? newest(sql)
    : sql`select body from works_rules order by recorded_at <= ${knownAt} desc,
        case when recorded_at <= ${knownAt} then -import_id else import_id end limit 1`
