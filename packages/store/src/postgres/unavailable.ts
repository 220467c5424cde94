import { Schema } from "effect"

/** Why the database that comes along cannot serve. */
export const PostgresProblem = Schema.Literals([
  "noBinaries",
  "notOurs",
  "passwordMissing",
  "initFailed",
  "startFailed",
  "busy"
])
export type PostgresProblem = typeof PostgresProblem.Type

/** The database that comes along cannot be started or joined; the message says what a person can do. */
export class PostgresUnavailable extends Schema.TaggedError<PostgresUnavailable>()("PostgresUnavailable", {
  problem: PostgresProblem,
  vi: Schema.String,
  en: Schema.String
}) {
  override get message() {
    return `${this.vi} · ${this.en}`
  }
}
