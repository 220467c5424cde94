import { differenceOf, type FactDifference } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"
import { batchNouns, type HeldTable } from "./held-tables.ts"

const statements = ["insert", "update", "delete", "truncate"] as const

/** What notes a kind of statement: null where it is not there, or not as migrations make it. */
interface Noting {
  readonly name: string
  readonly columns: string
}

const words = { vi: "các cột được ghi", en: "columns that are noted" }

/** Whether everything that notes changes of a table is there, switched on, and notes all that is held against the journal; one that says not. */
export const unfollowed = async (sql: Tag, table: HeldTable): Promise<ReadonlyArray<FactDifference>> => {
  const mode = batchNouns.has(table.noun) ? "range" : "whole"
  const noted = await sql<Array<Noting>>`
    select t.tgname as name, replace(split_part(args, E'\\n', 2), '"', '') as columns
    from pg_trigger t cross join lateral replace(encode(t.tgargs, 'escape'), '\\000', E'\\n') args
    where t.tgrelid = to_regclass(${table.table}) and t.tgname like 'change\\_%' and t.tgenabled in ('O', 'A') and t.tgqual is null
      and t.tgfoid = to_regproc('change_noted') and split_part(args, E'\\n', 1) = ${mode}`
  const byName = new Map(noted.map(({ columns, name }) => [name, columns]))
  const wanted = table.columns.join(", ")
  const fields = statements
    .filter((statement) => byName.get(`change_${statement}`) !== wanted)
    .map((statement) => ({
      field: statement,
      words,
      journal: wanted,
      stands: byName.get(`change_${statement}`) ?? null
    }))
  return fields.length === 0
    ? []
    : [differenceOf({ noun: table.noun, key: "", kind: "unfollowed", entry: null, fields })]
}
