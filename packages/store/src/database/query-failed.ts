import { Schema } from "effect"
import { codeOf, textOf } from "./explain.ts"

/**
 * A statement that PostgreSQL refused or never answered.
 *
 * **Gotchas** Ports of the domain do not carry it: reading through a port dies with it, so that an API can answer 503
 * for a defect that is an instance of this class.
 */
export class QueryFailed extends Schema.TaggedError<QueryFailed>()("QueryFailed", { cause: Schema.Defect() }) {
  /** PostgreSQL's five-character code of the refusal, or the system's name of a failed connection; null where there is none. */
  get state(): string | null {
    return codeOf(this.cause)
  }

  /** Whether there was no database to answer: it cannot be reached, lets nobody in just now, or is going down; not that it refused the statement. */
  get isAway(): boolean {
    const { state } = this
    return state === null || !/^[\dA-Z]{5}$/.test(state) || /^(08|53|57P)/.test(state)
  }

  override get message() {
    return `Cơ sở dữ liệu không trả lời được · The database could not answer: ${textOf(this.cause)}`
  }
}
