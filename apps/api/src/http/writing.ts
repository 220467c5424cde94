import { createHash } from "node:crypto"
import { addressOf, API_ROOT, writingOf } from "@ntm/contract"
import { Requests } from "@ntm/domain/changes"
import { Effect } from "effect"
import type { Context } from "hono"
import { tagOfVersion, versionsIn } from "./conditional.ts"
import { type ApiError, ChangedMeanwhile, InvalidParameters, SayWhatYouSaw } from "./errors.ts"
import type { Desk } from "./mount.ts"
import { refuse } from "./problems.ts"
import { type ApiEnv, type Ports, respond, respondWith } from "./respond.ts"
import type { Named } from "./things.ts"

/** The things that a change is of: as they are, or to be asked about. */
export type Changed = ReadonlyArray<Named> | Effect.Effect<ReadonlyArray<Named>, ApiError, Ports>

export const changedBy = (changed: Changed = []): Effect.Effect<ReadonlyArray<Named>, ApiError, Ports> =>
  Effect.isEffect(changed) ? changed : Effect.succeed(changed)

/** A change that somebody asks for. */
interface Asked {
  readonly endpoint: { readonly path: string }
  /** SHA-256 of the body. */
  readonly sha256: string
  /** The things that it changes, as the contract names them. */
  readonly named: Effect.Effect<ReadonlyArray<Named>, ApiError, Ports>
}

/** As the draft has it, in quotes; and as many send it, without. */
const KEY = /^(?:"([\u0020-\u0021\u0023-\u007e]{1,200})"|([\u0021\u0023-\u007e]{1,200}))$/

const badKey = () =>
  new InvalidParameters({
    errors: [
      {
        path: "idempotency-key",
        message: "phải là 1–200 ký tự ASCII không có dấu ngoặc kép, chẳng hạn một UUID",
        messageEn: "1 to 200 characters of ASCII without quotes, a UUID for instance"
      }
    ]
  })

/** The versions of the things that are there, as they stand now. */
const versionsOf = (desk: Desk, path: string, named: ReadonlyArray<Named>) =>
  Effect.gen(function* () {
    const thing = desk.things.get(path)
    if (thing === undefined) return yield* Effect.die(new Error(`${path} is read by no thing`))
    const versions = yield* Effect.forEach(named, thing.version)
    return versions.filter((version) => version !== null)
  })

/** `If-Match` of a change of these things as they stand; null where none of them is there. */
export const tagsOf = (desk: Desk, path: string, named: ReadonlyArray<Named>) =>
  Effect.map(versionsOf(desk, path, named), (versions) =>
    versions.length === 0 ? null : versions.map(tagOfVersion).join(", ")
  )

/** Where a thing is read, below the root of the API. */
const placeOf = (path: string, named: Named): string => addressOf(path, named).slice(API_ROOT.length)

/**
 * Refuses a change of what is not any more as whoever asks has seen it. Nobody else changes any of these things until the transaction
 * has ended, whether or not they say what they have seen. Answered with the refusal of a change that replaces what its asker does not say to
 * have seen, null of any other: what is wrong with the change itself is told first.
 */
const unchanged = (desk: Desk, { endpoint, named: naming }: Asked, ifMatch: string | undefined) =>
  Effect.gen(function* () {
    const { changes, replaces = false } = writingOf(endpoint) ?? {}
    if (changes === undefined || changes === null) return null
    const named = yield* naming
    if (named.length === 0) return null
    yield* (yield* Requests).holding(named.map((one) => `${changes} ${JSON.stringify(Object.entries(one).toSorted())}`))
    if (ifMatch === undefined && !replaces) return null
    const now = yield* versionsOf(desk, changes, named)
    if (ifMatch === undefined) return now.length > 0 ? new SayWhatYouSaw({ reading: changes }) : null
    const seen = versionsIn(ifMatch)
    const isSeen = now.length > 0 && (seen === "any" || now.every((version) => seen.has(version)))
    const [first, ...others] = named
    const reading = first === undefined || others.length > 0 ? changes : placeOf(changes, first)
    return isSeen ? null : yield* new ChangedMeanwhile({ reading, tags: now.map(tagOfVersion) })
  })

/**
 * Answers a change that somebody asks for: once for each key that they give it, and only where nothing changed that they have seen.
 *
 * **Details** What only reads is answered as it is. A key is looked up first: what was done is answered again, whatever has changed since.
 */
export const answerChange = <A>(
  c: Context<ApiEnv>,
  desk: Desk,
  asked: Asked,
  handler: Effect.Effect<A, ApiError, Ports>
): Promise<Response> | Response => {
  const { secret = false, writes = "nothing" } = writingOf(asked.endpoint) ?? {}
  if (writes === "nothing") return respond(c, desk, handler)
  const told = c.req.header("idempotency-key")
  const [, quoted, plain] = told === undefined ? [] : (KEY.exec(told.trim()) ?? [])
  const key = quoted ?? plain ?? null
  if (told !== undefined && key === null) return refuse(c, badKey())
  const { pathname, search } = new URL(c.req.url)
  const fingerprint = createHash("sha256").update(`${c.req.method} ${pathname}${search} ${asked.sha256}`).digest("hex")
  const work = Effect.gen(function* () {
    const unsaid = yield* unchanged(desk, asked, c.req.header("if-match"))
    const value = yield* handler
    // The transaction is undone with it.
    return unsaid === null ? JSON.stringify(value) : yield* unsaid
  })
  const answering = Effect.flatMap(Requests, (requests) =>
    (writes === "facts" ? requests.together : requests.around)({ key, fingerprint, secret })(work)
  )
  return respondWith(c, desk, answering, ({ answer, replayed }) =>
    c.body(answer, 200, {
      "content-type": "application/json",
      "cache-control": "private, no-cache",
      ...(replayed ? { "idempotent-replayed": "true" } : {})
    })
  )
}
