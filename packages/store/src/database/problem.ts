import { Schema } from "effect"

/** Why a database cannot be used as it is; each has its own advice in the message. */
export const DatabaseProblem = Schema.Literals([
  "badUrl",
  "unreachable",
  "notReady",
  "wrongPassword",
  "missingDatabase",
  "tooOld",
  "wrongEncoding",
  "noCollation",
  "noExtension",
  "notAllowed",
  "editedMigration",
  "newerDatabase",
  "migrationFailed"
])
export type DatabaseProblem = typeof DatabaseProblem.Type

/** The database named by `DATABASE_URL` (or the one that comes along) refuses, is missing, or does not fit this program. */
export class DatabaseUnavailable extends Schema.TaggedError<DatabaseUnavailable>()("DatabaseUnavailable", {
  problem: DatabaseProblem,
  vi: Schema.String,
  en: Schema.String
}) {
  override get message() {
    return `${this.vi} · ${this.en}`
  }
}

export const problem = (kind: DatabaseProblem, vi: string, en: string): DatabaseUnavailable =>
  new DatabaseUnavailable({ problem: kind, vi, en })
