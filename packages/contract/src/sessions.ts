import { Schema } from "effect"
import { listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"
import { writing } from "./writing.ts"

const byLibrary = writing({ writes: "accounts" })

/** Somewhere the caller is signed in. */
export interface SessionLine {
  readonly id: string
  /** The one that asks. */
  readonly current: boolean
  readonly beganAt: string
  /** When it was last noted that it is used: once a day. */
  readonly usedAt: string
  /** When it ends if it is used no more, and at the latest. */
  readonly endsAt: string
  /** From where it began, as far as that is known. */
  readonly address: string | null
  /** What the browser or the terminal says of itself. */
  readonly agent: string | null
}

type Done = { readonly done: true }

/** Sessions of the caller: of browsers, and of terminals that were let in. */
export const sessions = {
  /** The newest first. */
  list: listing<SessionLine>()("/sessions", Nothing, Nothing),
  /** Ends all but the one that asks. */
  endOthers: byLibrary(post<Done>()("/sessions/end-others", Nothing, Nothing, Nothing)),
  end: byLibrary(post<Done>()("/sessions/:id/end", Schema.Struct({ id: Schema.NonEmptyString }), Nothing, Nothing))
}
