import { addressOf, type Allowed, endpointActions, type Leading } from "@ntm/contract"
import { describedEndpoints } from "@ntm/contract/openapi"
import { type About, may } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { Effect } from "effect"
import { Asks } from "../people/asks.ts"
import { concernsOf, type ReadOf } from "./concerns.ts"
import { pick, type Wanted } from "./fields.ts"

/** A change as it is told. */
interface Told {
  readonly action: Allowed["action"]
  readonly path: string
  readonly title: string
  readonly titleEn: string
  readonly concern: (read: ReadOf<unknown, unknown, unknown>) => About | null
}

const actions = new Map(endpointActions.map(({ action, method, path }) => [`${method} ${path}`, action]))
const described = new Map(describedEndpoints.map((one) => [one.key, one]))

/** What a reading leads to, by its path; told by the words of the contract. */
const told: ReadonlyMap<string, ReadonlyArray<Told>> = new Map(
  [...concernsOf].map(([from, leads]) => [
    described.get(from)?.endpoint.path ?? "",
    [...leads].flatMap(([to, concern]): ReadonlyArray<Told> => {
      const change = described.get(to)
      const action = actions.get(`POST ${change?.endpoint.path}`)
      if (change === undefined || action === undefined) return []
      return [{ action, path: change.endpoint.path, title: change.words.vi, titleEn: change.words.en, concern }]
    })
  ])
)

/** What was asked of a reading, and what it is answered with. */
export type Read = Omit<ReadOf<unknown, unknown, unknown>, "register">

const fieldsIn = (params: unknown): Readonly<Record<string, string>> =>
  typeof params === "object" && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {}

/**
 * What whoever asks may do next with what they read, to stand beside the answer; nothing where the reading leads to no change.
 *
 * **Details** The thing says whether it can be done now, and what it is about (`concerns.ts`); whether they may is the domain's to say (`may`). The program
 * itself, and whoever asks where nobody signs in, may do everything.
 */
export const allowedNext = (path: string, read: Read): Effect.Effect<Leading | null, never, Reorganisations> => {
  const leads = told.get(path)
  if (leads === undefined) return Effect.succeed(null)
  return Effect.gen(function* () {
    const access = yield* Asks
    const { chronicle } = yield* (yield* Reorganisations).register()
    const params = fieldsIn(read.params)
    const allowed = leads.flatMap(({ action, concern, path: to, title, titleEn }): ReadonlyArray<Allowed> => {
      const about: About | null = concern({ ...read, register: chronicle.register })
      if (about === null || (access !== null && may(access, action, about) !== null)) return []
      const own = Object.fromEntries(Object.entries(params).filter(([name]) => to.includes(`:${name}`)))
      return [{ action, method: "POST", href: addressOf(to, own), title, titleEn }]
    })
    return { allowed }
  })
}

/** An answer as it is sent: what is wanted of it, and beside all of it what whoever asks may do next. */
export const withAllowed =
  (path: string, asked: Omit<Read, "answer">, wanted: Wanted | null) =>
  <A>(answer: A): Effect.Effect<unknown, never, Reorganisations> =>
    wanted === null
      ? Effect.map(allowedNext(path, { ...asked, answer }), (next) => (next === null ? answer : { ...answer, ...next }))
      : Effect.succeed(pick(answer, wanted))
