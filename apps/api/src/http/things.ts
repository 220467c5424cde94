import { createHash } from "node:crypto"
import type { Endpoint, Reads } from "@ntm/contract"
import { Context, Effect, Result } from "effect"
import { reader } from "./decode.ts"
import type { ApiError } from "./errors.ts"
import type { Ports } from "./answering.ts"

/** What names a thing: the parameters of the question that reads it. */
export type Named = Readonly<Record<string, string>>

/** How things of one question are read again, to see whether they are still what somebody saw. */
export interface Thing {
  /** The version of the thing now; null where there is none. */
  readonly version: (named: Named) => Effect.Effect<string | null, never, Ports>
}

/** Things by the path of the question that reads them. */
export type Things = Map<string, Thing>

/** Hears of the version of a thing that is answered with, so that the answer's tag bears it. */
export const TellVersion = Context.Reference<(version: string) => void>("@ntm/api/http/TellVersion", {
  defaultValue: () => () => undefined
})

/** JSON with its keys in order: what reads the same has the same. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, canonical(each)])
        )
      : value

export const versionOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(value)) ?? "")
    .digest("base64url")
    .slice(0, 22)

/** What cannot be read, because it is not there or somebody may not see it, has no version; the change itself is told why. */
const readable = (version: Effect.Effect<string | null, ApiError, Ports>): Effect.Effect<string | null, never, Ports> =>
  version.pipe(Effect.catch(() => Effect.succeed(null)))

/**
 * Makes what a question reads a thing that changes may name as they saw it (`If-Match`); hands back the handler to be mounted.
 *
 * **Details** `told`: all of the answer that a change changes, and nothing that moves by itself, such as the day or the moment of knowledge. `read`:
 * the same by a shorter way, where the whole answer takes long.
 */
export const asThing = <Params extends Reads, Query extends Reads, Answer, E extends ApiError, R extends Ports>(
  { things }: { readonly things: Things },
  endpoint: Endpoint<Params, Query, Answer>,
  handler: (input: {
    readonly params: Params["Type"]
    readonly query: Query["Type"]
  }) => Effect.Effect<NoInfer<Answer>, E, R>,
  told: (answer: NoInfer<Answer>) => unknown,
  read: (input: { readonly params: Params["Type"]; readonly query: Query["Type"] }) => Effect.Effect<unknown, E, R> = (
    input
  ) => Effect.map(handler(input), told)
) => {
  const readParams = reader(endpoint.params)
  const readQuery = reader(endpoint.query)
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  things.set(endpoint.path, {
    version: (named) => {
      const given = Object.entries(named)
      const params = readParams(given.filter(([name]) => inPath.has(name)))
      const query = readQuery(given.filter(([name]) => !inPath.has(name)))
      // What is named by nothing that can be read is not there; the change itself is told so.
      if (Result.isFailure(params) || Result.isFailure(query)) return Effect.succeed(null)
      return readable(Effect.map(read({ params: params.success, query: query.success }), versionOf))
    }
  })
  return (input: Parameters<typeof handler>[0]) =>
    Effect.tap(handler(input), (answer) =>
      Effect.map(TellVersion, (tell) => {
        tell(versionOf(told(answer)))
      })
    )
}

/** Makes a whole list, of which every change is a change, a thing: by all of it, whatever is asked of it. */
export const asWhole = (
  { things }: { readonly things: Things },
  path: string,
  read: Effect.Effect<ReadonlyArray<unknown>, ApiError, Ports>
): void => {
  things.set(path, {
    version: () => readable(Effect.map(read, (all) => (all.length === 0 ? null : versionOf(all))))
  })
}

/** Makes each line of a list a thing: by what `read` tells of the one that is named, null where there is none. */
export const asEach = (
  { things }: { readonly things: Things },
  path: string,
  read: (named: Named) => Effect.Effect<unknown, ApiError, Ports>
): void => {
  things.set(path, {
    version: (named) => readable(Effect.map(read(named), (one) => (one === null ? null : versionOf(one))))
  })
}

/** Rows of a batch that were not read yet: what they name in a field, each once. */
export const namedIn = (rows: ReadonlyArray<unknown>, field: string): ReadonlyArray<string> => {
  const names = rows.flatMap((row) => {
    const value: unknown =
      typeof row === "object" && row !== null ? Object.entries(row).find(([key]) => key === field)?.[1] : null
    return typeof value === "string" || typeof value === "number" ? [String(value)] : []
  })
  return [...new Set(names)]
}
