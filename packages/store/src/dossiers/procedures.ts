import {
  overlapping,
  type Procedure,
  type ProcedureChange,
  type ProceduresLoaded,
  proceduresKnown,
  proceduresTaken,
  ProcedureVersion
} from "@ntm/domain/dossiers"
import type { SetSource } from "@ntm/domain/criteria"
import type { Moment } from "@ntm/domain/values"
import { Result, Schema } from "effect"
import { bodySha256 } from "../criteria/knowledge.ts"
import type { Tag } from "../database/database.ts"
import { writeLock } from "../database/lock.ts"
import { isoMoment, nextMoment } from "../observations/ledger.ts"
import type { Writing } from "../reference/writing.ts"

const decodeVersions = Schema.decodeUnknownSync(Schema.Array(ProcedureVersion))

/** Everything that procedures ever said, in the order of lists, the oldest first. */
export const readProcedures = async (sql: Tag): Promise<ReadonlyArray<ProcedureVersion>> => {
  const rows: ReadonlyArray<unknown> = await sql`
    select v.body as procedure, ${isoMoment(sql, sql`v.known_from`)} as "knownFrom", ${isoMoment(sql, sql`v.known_until`)} as "knownUntil",
      v.recorded_by as "recordedBy", i.program_version as "programVersion", v.file, v.sha256,
      v.known_until is null and not v.as_shipped and s.id is not null
        and v.shipped_sha256 is distinct from ${bodySha256(sql, sql`s.body`)} as "shippedChanged"
    from dossier_procedure_version v
    left join source_import i on i.id = v.import_id
    left join dossier_procedure s on s.id = v.procedure
    order by v.position, v.procedure, v.known_from`
  return decodeVersions(rows)
}

/** Ends what a procedure said and begins what it says now, at its place in lists; a new one comes last. */
const replace = async (sql: Tag, { procedure }: ProcedureChange, source: SetSource, moment: Moment): Promise<void> => {
  const body = JSON.stringify(procedure)
  const [ended] = await sql<Array<{ position: number }>>`
    update dossier_procedure_version set known_until = ${moment}
    where procedure = ${procedure.id} and known_until is null returning position`
  await sql`
    insert into dossier_procedure_version (procedure, position, body, known_from, recorded_by, file, sha256, as_shipped, shipped_sha256)
    select ${procedure.id}, coalesce(${ended?.position ?? null}::int, last.position, 0), ${body}::jsonb, ${moment},
      ${JSON.stringify(source.recordedBy)}::jsonb, ${source.file}, ${source.sha256}, coalesce(shipped.body = ${body}::jsonb, false),
      ${bodySha256(sql, sql`shipped.body`)}
    from (select max(position) + 1 as position from dossier_procedure_version) last
    left join dossier_procedure shipped on shipped.id = ${procedure.id}`
}

/**
 * Writes procedures that an office loads, under one moment; those that read as before are not written again. Throws `ProceduresRefused`, and nothing
 * is written then.
 */
export const loadProcedures = async (
  sql: Tag,
  loaded: ReadonlyArray<Procedure>,
  source: SetSource
): Promise<ProceduresLoaded> => {
  // Held before anything is read: what was decided on is what stands until it is written.
  await writeLock(sql)
  const taken = proceduresTaken(loaded, proceduresKnown(await readProcedures(sql), null))
  if (Result.isFailure(taken)) throw taken.failure
  const procedures = taken.success
  const fresh = procedures.filter(({ change }) => change !== "unchanged")
  if (fresh.length === 0) return { knownFrom: null, procedures }
  const moment = await nextMoment(sql)
  for (const one of fresh) await replace(sql, one, source, moment)
  return { knownFrom: moment, procedures }
}

/** A procedure of an import that gives way to what an office loaded: its own by that id, or another that holds at the same time. */
export interface ProcedureKept {
  readonly id: string
  readonly beside: string
}

/**
 * Ends what shipped procedures said that they say no more, and begins what they say now: those that read as before are left alone, and so is what an
 * office loaded. Answers those whose shipped body gives way to an office's that it differs from.
 */
export const keepProcedures = async (
  { importId, sql }: Writing,
  shipped: ReadonlyArray<Procedure>,
  moment: Moment
): Promise<ReadonlyArray<ProcedureKept>> => {
  const known = await sql<Array<{ id: string; shipped: boolean }>>`
    select procedure as id, as_shipped as shipped from dossier_procedure_version where known_until is null`
  const theirs = new Set(known.flatMap((one) => (one.shipped ? [] : [one.id])))
  const versions = (await readProcedures(sql)).filter(({ knownUntil }) => knownUntil === null)
  const office = versions.filter(({ procedure }) => theirs.has(procedure.id))
  const kept: Array<ProcedureKept> = office.flatMap(({ procedure: { id }, shippedChanged }) =>
    shippedChanged ? [{ id, beside: id }] : []
  )
  const fresh: Array<string> = []
  for (const one of shipped) {
    if (theirs.has(one.id)) continue
    const over = office.find(({ procedure }) => overlapping(procedure, one))
    if (over === undefined) fresh.push(one.id)
    else kept.push({ id: one.id, beside: over.procedure.id })
  }
  const list = JSON.stringify(fresh)
  await sql`
    update dossier_procedure_version v set known_until = ${moment} where known_until is null and as_shipped and not exists (
      select from dossier_procedure s where s.id = v.procedure and s.position = v.position and s.body = v.body)
      and (${list}::jsonb ? v.procedure or not exists (select from dossier_procedure s where s.id = v.procedure))`
  await sql`
    insert into dossier_procedure_version (procedure, position, body, known_from, import_id)
    select s.id, s.position, s.body, ${moment}, ${importId} from dossier_procedure s
    where s.import_id = ${importId} and ${list}::jsonb ? s.id
      and not exists (select from dossier_procedure_version v where v.procedure = s.id and v.known_until is null)`
  return kept
}
