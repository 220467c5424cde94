import { Data } from "effect"

/** None of the forms that are accepted is there. */
export class NotAcceptable extends Data.TaggedError("NotAcceptable")<{ readonly forms: ReadonlyArray<string> }> {}

/**
 * A page that cannot be given: the cursor is no cursor, is one of another question, or its place in the list is gone.
 */
export class CursorRefused extends Data.TaggedError("CursorRefused")<{
  readonly why: "broken" | "other" | "gone"
}> {}

/** What a question that reads can come to, whatever it reads. */
export type ReadingError = NotAcceptable | CursorRefused
