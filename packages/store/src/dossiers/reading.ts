import { Dossier, DossierEvent, type DossierJournal } from "@ntm/domain/dossiers"
import type { Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"
import { numbers } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"

const decodeDossiers = Schema.decodeUnknownSync(Schema.Array(Dossier))
const decodeEvents = Schema.decodeUnknownSync(Schema.Array(DossierEvent))

/** Which dossiers a reading looks at: those of some units, some by their numbers, or all. */
export type DossierReach = { readonly units: Iterable<number> } | { readonly ids: Iterable<number> } | "all"

/** Whether a row with this alias was known at a moment; null: whether it is now. */
const knownBy = (sql: Tag, alias: ReturnType<Tag>, knownAt: Moment | null) =>
  knownAt === null
    ? sql`${alias}.known_until is null`
    : sql`${alias}.recorded_at <= ${knownAt} and (${alias}.known_until is null or ${alias}.known_until > ${knownAt})`

const reached = (sql: Tag, reach: DossierReach) => {
  if (reach === "all") return sql`true`
  return "units" in reach
    ? sql`d.unit = any(${numbers(reach.units)}::int[])`
    : sql`d.id = any(${numbers(reach.ids)}::int[])`
}

const told = (sql: Tag, alias: ReturnType<Tag>) => sql`
  ${isoMoment(sql, sql`${alias}.recorded_at`)} as "recordedAt",
  json_build_object('name', r.name, 'role', r.role, 'agency', r.agency) as "recordedBy"`

/** Dossiers with everything that happened to them, in the order of recording, as known at a moment (null: now). Two statements. */
export const readJournal = async (sql: Tag, reach: DossierReach, knownAt: Moment | null): Promise<DossierJournal> => {
  const dossiers: ReadonlyArray<unknown> = await sql`
    select d.id, d.unit, d.tier, d.criteria_set as "criteriaSet", d.procedure, d.as_of as "asOf", d.opened_on as "openedOn", d.override,
      d.document, d.note, d.tasks, d.illustrative, ${told(sql, sql`d`)}
    from dossier d join observation_recorder r on r.id = d.recorder
    where ${reached(sql, reach)} and ${knownBy(sql, sql`d`, knownAt)}
    order by d.id`
  const events: ReadonlyArray<unknown> = await sql`
    select e.id, e.dossier, e.day, e.body, e.document, coalesce(e.evidence, '[]') as evidence, e.note, e.illustrative, ${told(sql, sql`e`)}
    from dossier d join dossier_event e on e.dossier = d.id join observation_recorder r on r.id = e.recorder
    where ${reached(sql, reach)} and ${knownBy(sql, sql`d`, knownAt)} and ${knownBy(sql, sql`e`, knownAt)}
    order by e.id`
  return { dossiers: decodeDossiers(dossiers), events: decodeEvents(events) }
}
