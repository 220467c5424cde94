import { Schema } from "effect"

/**
 * A statement that PostgreSQL refused or never answered.
 *
 * **Gotchas** Ports of the domain do not carry it: reading through a port dies with it, so that an API can answer 503
 * for a defect that is an instance of this class.
 */
export class QueryFailed extends Schema.TaggedError<QueryFailed>()("QueryFailed", { cause: Schema.Defect() }) {
  override get message() {
    return `Cơ sở dữ liệu không trả lời được · The database could not answer: ${causeText(this.cause)}`
  }
}

/** drizzle wraps PostgreSQL's own error, whose text says more. */
const causeText = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause instanceof Error ? causeText(cause.cause) : cause.message
}
