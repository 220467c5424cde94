import type { WithAllowed } from "./allowed.ts"
import { agencies } from "./agencies.ts"
import { assessments } from "./assessments.ts"
import { assignments } from "./assignments.ts"
import { boundaries } from "./boundaries.ts"
import { audit, changes } from "./changes.ts"
import { criteria } from "./criteria.ts"
import { documents } from "./documents.ts"
import { dossiers } from "./dossiers.ts"
import type { Download, Endpoint, Posting, Reads, Upload } from "./endpoint.ts"
import { evidence } from "./evidence.ts"
import type { FileAnswer } from "./file-answer.ts"
import { funding } from "./funding.ts"
import { health } from "./health.ts"
import { inventory } from "./inventory.ts"
import { map } from "./map.ts"
import { movements } from "./movements.ts"
import { devices, keys, people, session } from "./people.ts"
import { observations } from "./observations.ts"
import { proofs } from "./proofs.ts"
import { recommendations } from "./recommendations.ts"
import { reorganisations } from "./reorganisations.ts"
import { sessions } from "./sessions.ts"
import { callOf, type Fetch, type FileBytes, type Seen, type Sending } from "./sending.ts"
import { series } from "./series.ts"
import { units } from "./units.ts"
import { webhooks } from "./webhooks.ts"
import { works } from "./works.ts"

export { type Fetch, type FileBytes, JsonText } from "./sending.ts"

/** Every question of the API by noun. */
export const api = {
  health,
  session,
  sessions,
  devices,
  people,
  keys,
  documents,
  units,
  map,
  boundaries,
  reorganisations,
  criteria,
  observations,
  evidence,
  series,
  assessments,
  proofs,
  movements,
  funding,
  works,
  assignments,
  agencies,
  recommendations,
  dossiers,
  inventory,
  audit,
  changes,
  webhooks
}

type Input<Params extends Reads, Query extends Reads> = { readonly [K in keyof Params["Type"]]: string } & {
  readonly [K in keyof Query["Type"]]?: string | number | undefined
}

/** The body is whatever a person's file holds: the server reads it, and says where it is wrong. */
type Call<E, Key extends string> =
  E extends Upload<infer Params, infer Query, infer Answer>
    ? (input: Input<Params, Query> & Seen & { readonly body: FileBytes }, signal?: AbortSignal) => Promise<Answer>
    : E extends Download<infer Params, infer Query>
      ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<FileAnswer>
      : JsonCall<E, Key>

type JsonCall<E, Key extends string> =
  E extends Posting<infer Params, infer Query, infer _Body, infer Answer>
    ? (input: Input<Params, Query> & Seen & { readonly body: unknown }, signal?: AbortSignal) => Promise<Answer>
    : E extends Endpoint<infer Params, infer Query, infer Answer>
      ? (input: Input<Params, Query>, signal?: AbortSignal) => Promise<WithAllowed<Key, Answer>>
      : never

type Calls<Group, Above extends string = ""> = {
  readonly [K in keyof Group]: Group[K] extends { readonly path: string }
    ? Call<Group[K], `${Above}${K & string}`>
    : Calls<Group[K], `${Above}${K & string}.`>
}

/** The typed client: the same nouns as `api`, each a function. Failures reject with `ApiProblem`. */
export type Client = Calls<typeof api>

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Makes the client that web and terminal share.
 *
 * **Details** `base` is the origin without a trailing slash ("" for the page's own origin). Every change bears a key (`Idempotency-Key`), and is sent
 * once more where the connection broke.
 */
export const makeClient = (fetch: Fetch, base: string, pause: Sending["pause"] = pauseFor): Client => {
  const build = (group: object): unknown =>
    Object.fromEntries(
      Object.entries(group).map(([name, member]: [string, object]) => [
        name,
        "path" in member && typeof member.path === "string"
          ? callOf({ fetch, pause }, base, member.path, member)
          : build(member)
      ])
    )
  return build(api) as Client
}
