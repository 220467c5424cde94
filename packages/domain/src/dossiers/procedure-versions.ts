import { Schema } from "effect"
import { Recorder, Sha256 } from "../criteria/index.ts"
import { Moment } from "../values/index.ts"
import type { Dossier } from "./dossier.ts"
import { Procedure } from "./procedure.ts"

/** Who brought a procedure, when and out of what. */
export const ProcedureOrigin = Schema.Struct({
  knownFrom: Moment,
  /** Of the office that loaded it; null: it came with the program. */
  recordedBy: Schema.NullOr(Recorder),
  /** The program's version, where it came with it. */
  programVersion: Schema.NullOr(Schema.String),
  /** The file that was loaded, by its name and the hash of its bytes. */
  file: Schema.NullOr(Schema.String),
  sha256: Schema.NullOr(Sha256),
  /** It is the office's, is in force, and the program has come with another body since it was loaded. */
  shippedChanged: Schema.Boolean
})
export type ProcedureOrigin = typeof ProcedureOrigin.Type

/** What a procedure said from a moment until another (null: it says so now). Kept for ever. */
export const ProcedureVersion = Schema.Struct({
  ...ProcedureOrigin.fields,
  procedure: Procedure,
  knownUntil: Schema.NullOr(Moment)
})
export type ProcedureVersion = typeof ProcedureVersion.Type

/** Finds the procedure of a dossier, as it read when the dossier was opened. */
export type ProcedureOf = (dossier: Pick<Dossier, "procedure" | "recordedAt">) => Procedure | undefined

const holdsAt = ({ knownFrom, knownUntil }: ProcedureVersion, moment: Moment): boolean =>
  knownFrom <= moment && (knownUntil === null || moment < knownUntil)

/** The versions that were known at a moment; null: those known now. In the order in which they came. */
export const versionsKnown = (
  versions: ReadonlyArray<ProcedureVersion>,
  knownAt: Moment | null
): ReadonlyArray<ProcedureVersion> =>
  versions.filter((one) => (knownAt === null ? one.knownUntil === null : holdsAt(one, knownAt)))

/** The procedures that were known at a moment (null: now). */
export const proceduresKnown = (
  versions: ReadonlyArray<ProcedureVersion>,
  knownAt: Moment | null
): ReadonlyArray<Procedure> => versionsKnown(versions, knownAt).map(({ procedure }) => procedure)

/**
 * A dossier keeps the procedure under which it was opened: the version of its id that was known at the moment when the dossier was recorded.
 *
 * **Details** What is loaded later changes nothing for it, whatever days its steps take. A dossier older than everything that is known of its procedure goes by
 * the first version.
 */
export const procedureOfDossier = (versions: ReadonlyArray<ProcedureVersion>): ProcedureOf => {
  const byId = Map.groupBy(versions, ({ procedure }) => procedure.id)
  return ({ procedure, recordedAt }) => {
    const own = (byId.get(procedure) ?? []).toSorted((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))
    return (own.findLast((one) => one.knownFrom <= recordedAt) ?? own[0])?.procedure
  }
}
