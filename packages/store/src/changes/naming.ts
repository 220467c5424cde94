import type { KeptKind, KeptReference } from "@ntm/domain/changes"
import type { Tag } from "../database/database.ts"

type Part = ReturnType<Tag>

/** What an arm of the question says of each thing; what is left out is null. */
interface Told {
  readonly name?: Part
  readonly code?: Part
  readonly page?: Part
  readonly unit?: Part
  readonly day?: Part
  readonly input?: Part
}

/** An arm: the things of a kind that are wanted, as `w`, joined with what knows their names. */
const arm = (sql: Tag, kind: KeptKind, from: Part, told: Told): Part => {
  const { code, day, input, name, page, unit } = told
  return sql`select ${kind}::text as kind, w.key, ${name ?? sql`null`}::text as name, ${code ?? sql`null`}::text as code,
    ${page ?? sql`null`}::text as page, ${unit ?? sql`null`}::int as unit, ${day ?? sql`null`}::text as day, ${input ?? sql`null`}::text as input
  from wanted w ${from}
  where w.kind = ${kind}`
}

/** Numbers as they stand in entries; what is none names nothing. */
const isNumber = (sql: Tag) => sql`w.key ~ '^[0-9]{1,15}$'`

const numbered = (sql: Tag, kind: KeptKind, table: string, column: string, told: Told): Part =>
  sql`${arm(sql, kind, sql`join ${sql(table)} t on ${isNumber(sql)} and t.${sql(column)} = (case when ${isNumber(sql)} then w.key end)::bigint`, told)}`

const keyed = (sql: Tag, kind: KeptKind, table: string, column: string, told: Told): Part =>
  arm(sql, kind, sql`join ${sql(table)} t on t.${sql(column)} = w.key`, told)

/** A step or a paper of a procedure of dossiers, by its key: called alike in all procedures that have it, so any of them will do. */
const ofProcedures = (sql: Tag, kind: KeptKind, list: string): Part =>
  arm(
    sql,
    kind,
    sql`join lateral (select s -> 'name' ->> 'vi' as name, s -> 'name' ->> 'en' as english from dossier_procedure p, jsonb_array_elements(p.body -> ${list}) s
      where s ->> 'key' = w.key order by p.position desc limit 1) t on true`,
    { name: sql`t.name`, code: sql`t.english` }
  )

const arms = (sql: Tag): Readonly<Record<KeptKind, () => Part>> => ({
  batch: () => keyed(sql, "batch", "work_batch", "id", { name: sql`t.name` }),
  boundaryImport: () =>
    numbered(sql, "boundaryImport", "boundary_import", "id", { name: sql`t.file`, day: sql`t.as_of` }),
  // A set that an office loaded has its versions alone.
  criteriaSet: () =>
    arm(
      sql,
      "criteriaSet",
      sql`join lateral (select v.set_id, v.source ->> 'name' as name from criteria_set_version v
        where v.set_id = w.key order by v.known_from desc limit 1) t on true`,
      { name: sql`t.name`, page: sql`t.set_id` }
    ),
  // A decision that is kept here is named by its id, or by its number where somebody wrote that.
  document: () =>
    arm(
      sql,
      "document",
      sql`join lateral (select * from document d where d.id = w.key or d.number = w.key order by d.id limit 1) t on true`,
      {
        name: sql`case when t.id = w.key then coalesce(t.kind || ' ' || t.number, t.title) else w.key end`,
        page: sql`t.id`
      }
    ),
  dossier: () => numbered(sql, "dossier", "dossier", "id", { name: sql`t.tier`, page: sql`t.id`, unit: sql`t.unit` }),
  entry: () =>
    numbered(sql, "entry", "funding_entry", "id", { name: sql`t.amount`, unit: sql`t.unit`, day: sql`t.day` }),
  fundingAgency: () => numbered(sql, "fundingAgency", "funding_agency", "id", { name: sql`t.name` }),
  fundingPaper: () =>
    numbered(sql, "fundingPaper", "funding_paper", "id", { name: sql`concat_ws(', ', t.document, t.place)` }),
  gift: () => numbered(sql, "gift", "land_gift", "id", { name: sql`t.household`, unit: sql`t.unit` }),
  inputAt: () => numbered(sql, "inputAt", "observation_input", "position", { input: sql`t.key` }),
  item: () => numbered(sql, "item", "inventory_item", "id", { name: sql`t.name`, unit: sql`t.unit` }),
  observation: () =>
    numbered(sql, "observation", "observation", "id", {
      input: sql`(select i.key from observation_input i where i.position = t.input)`,
      unit: sql`t.unit`,
      day: sql`t.day`
    }),
  observationSource: () =>
    numbered(sql, "observationSource", "observation_source", "id", {
      code: sql`t.body ->> 'from'`,
      name: sql`coalesce(t.body ->> 'name', concat_ws(', ', t.body ->> 'document', t.body ->> 'place'))`
    }),
  paper: () => ofProcedures(sql, "paper", "papers"),
  procedure: () =>
    keyed(sql, "procedure", "dossier_procedure", "id", {
      name: sql`t.body -> 'name' ->> 'vi'`,
      code: sql`t.body -> 'name' ->> 'en'`
    }),
  recorder: () =>
    numbered(sql, "recorder", "observation_recorder", "id", {
      name: sql`concat_ws(', ', t.name, t.agency)`,
      code: sql`t.role`
    }),
  reorganisation: () =>
    numbered(sql, "reorganisation", "reorganisation", "sequence", { name: sql`t.document`, day: sql`t.day` }),
  step: () => ofProcedures(sql, "step", "steps"),
  // A task and a recommendation are both named by their document and their number in it, and by who owes it.
  task: () =>
    arm(
      sql,
      "task",
      sql`join lateral (select split_part(w.key, '/', 1) as document, split_part(split_part(w.key, '/', 2), '@', 1) as no) k on true
      join lateral (
        select 'task' as page, title from assignment where document_id = k.document and no = k.no
        union all select 'task', body ->> 'title' from duty where document_id = k.document and no = k.no
        union all select 'recommendation', body ->> 'title' from recommendation where document_id = k.document and no = k.no
        limit 1) t on true`,
      { name: sql`t.title`, code: sql`t.page`, page: sql`w.key` }
    ),
  work: () => numbered(sql, "work", "work", "id", { name: sql`t.name`, page: sql`t.id` })
})

/**
 * What is known of things that entries name: one statement for all of them, with an arm for each kind that is wanted.
 *
 * **Details** Whoever asks reads under their own scope: what is not for them has no name here.
 */
export const namesFound = async (
  sql: Tag,
  references: ReadonlyArray<KeptReference>
): Promise<ReadonlyArray<unknown>> => {
  const kinds = [...new Set(references.map(({ kind }) => kind))]
  const [first, ...others] = kinds.map((kind) => arms(sql)[kind]())
  if (first === undefined) return []
  return sql`with wanted as materialized (
    select kind, key from json_to_recordset(${JSON.stringify(references)}::text::json) as asked (kind text, key text))
  ${others.reduce((all, one) => sql`${all} union ${one}`, first)}`
}
