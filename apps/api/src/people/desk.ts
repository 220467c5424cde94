import { type Endpoint, type Listing, type Posting, type Reads } from "@ntm/contract"
import { type Access, type Action, may, type Role } from "@ntm/domain/people"
import { type Chronicle, Reorganisations } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import type { Context } from "hono"
import type { ApiError } from "../http/errors.ts"
import { answerGet, type Desk } from "../http/mount.ts"
import { answerListing, type Whole } from "../http/mount-listing.ts"
import { answerPost, type SentInput } from "../http/receive.ts"
import type { ApiEnv, Ports } from "../http/respond.ts"
import { todayInVietnam } from "../http/today.ts"
import type { Changed } from "../http/writing.ts"
import type { Accounts } from "./accounts.ts"
import type { Breached } from "./breached.ts"
import { SignInNeeded } from "./errors.ts"
import type { Owner, Who } from "./who.ts"

/** What the routes about people need: who can sign in, and who asks. */
export interface PeopleDesk extends Desk {
  readonly accounts: Accounts
  readonly who: Who
  readonly owner: Owner | null
  /** Whether people can be made up, and tried. */
  readonly demonstration: boolean
  /** Roles that nobody has without a second factor. */
  readonly secondFactor: ReadonlyArray<Role>
  /** Whether a password was breached, by the set that the operator has. */
  readonly breached: Breached
  /** Whether keys of calendars are shown beside the address alone. */
  readonly calendarKeysBeside: boolean
}

export type C = Context<ApiEnv>

/** Fails where somebody may not; who has not signed in is told to. */
export const allowed = (access: Access, action: Action): Effect.Effect<void, ApiError> => {
  const refused = may(access, action)
  if (refused === null) return Effect.void
  return Effect.fail(
    refused.kind === "signIn" ? new SignInNeeded({ sentence: refused.sentence, next: refused.next }) : refused
  )
}

/** The register that units are read from. */
export const register: Effect.Effect<Chronicle, never, Reorganisations> = Effect.gen(function* () {
  return (yield* (yield* Reorganisations).register()).chronicle
})

export const today = ({ now }: Desk): Day => todayInVietnam(now())

type Handler<Params extends Reads, Query extends Reads, Body, Answer> = (
  input: {
    readonly params: Params["Type"]
    readonly query: Query["Type"]
    readonly body: Body
    readonly access: Access
  },
  c: C
) => Effect.Effect<Answer, ApiError, Ports>

/** Lets a handler answer whoever may do the action, with what they may. */
const whoMay =
  <Asked, Answer>(
    action: Action,
    handler: (input: Asked & { readonly access: Access }, c: C) => Effect.Effect<Answer, ApiError, Ports>
  ) =>
  (input: Asked, c: C): Effect.Effect<Answer, ApiError, Ports> => {
    const { access } = c.get("asker")
    return Effect.andThen(
      allowed(access, action),
      Effect.suspend(() => handler({ ...input, access }, c))
    )
  }

/** Answers a reading question to who may ask it; the answer is kept by nobody. */
export const tell = <Params extends Reads, Query extends Reads, Answer>(
  desk: Desk,
  endpoint: Endpoint<Params, Query, Answer>,
  action: Action,
  handler: Handler<Params, Query, undefined, NoInfer<Answer>>
): void =>
  answerGet(
    desk,
    endpoint,
    whoMay(action, (input, c) => handler({ ...input, body: undefined }, c)),
    { keeping: "no-store" }
  )

/** Answers a list to who may ask for it, page by page; the answer is kept by nobody. `key` names an item: pages go by it. */
export const tellListing = <Params extends Reads, Query extends Reads, Item, More>(
  desk: Desk,
  endpoint: Listing<Params, Query, Item, More>,
  action: Action,
  handler: Handler<Params, Query, undefined, Whole<NoInfer<Item>, NoInfer<More>>>,
  key?: (item: NoInfer<Item>) => string
): void =>
  answerListing(
    desk,
    endpoint,
    whoMay(action, (input, c) => handler({ ...input, body: undefined }, c)),
    { keeping: "no-store", ...(key === undefined ? {} : { key }) }
  )

/** Answers a question with a body to who may ask it; the answer is kept by nobody. `changed`: as for `receive`. */
export const take = <Params extends Reads, Query extends Reads, Body extends Reads, Answer>(
  desk: Desk,
  endpoint: Posting<Params, Query, Body, Answer>,
  action: Action,
  handler: Handler<Params, Query, Body["Type"], NoInfer<Answer>>,
  changed?: (input: { readonly params: Params["Type"]; readonly body: Body["Type"] }) => Changed
): void =>
  answerPost(
    desk,
    endpoint,
    whoMay(action, (input: SentInput<Params, Query, Body> & { readonly access: Access }, c) => handler(input, c)),
    changed,
    "no-store"
  )
