import { Effect } from "effect"
import { callerOf } from "../http/caller.ts"
import type { ApiError } from "../http/errors.ts"
import type { C, PeopleDesk } from "./desk.ts"
import { SignInRefused, TooManyRequests } from "./errors.ts"

/** What the library answered: its body, where it let the caller in. */
export type Body = Readonly<Record<string, unknown>>

const bodyOf = async (response: Response): Promise<Body> => {
  const body: unknown = await response.json().catch(() => null)
  return typeof body === "object" && body !== null ? { ...body } : {}
}

/** The account that an answer is about. */
const accountIn = ({ user }: Body): string | undefined =>
  typeof user === "object" && user !== null && "id" in user && typeof user.id === "string" ? user.id : undefined

export const codeOf = (body: Body): string => {
  const code = body["code"] ?? body["error"]
  return typeof code === "string" ? code : "unknown"
}

/** Asks the library on behalf of the caller; cookies that it sets go out with the answer. */
export const askLibrary = (
  { accounts }: PeopleDesk,
  c: C,
  path: string,
  body?: unknown
): Effect.Effect<Body, ApiError> =>
  Effect.flatMap(
    Effect.promise(async () => {
      const method = body === undefined ? "GET" : "POST"
      const { headers, url } = c.req.raw
      const response = await accounts.ask({ path, method, body, headers, url, caller: callerOf(c) })
      return { response, body: await bodyOf(response) }
    }),
    ({ body: answered, response }): Effect.Effect<Body, ApiError> => {
      if (response.status === 429)
        return Effect.fail(new TooManyRequests({ seconds: Number(response.headers.get("x-retry-after") ?? 60) }))
      if (response.status >= 500) return Effect.die(new Error(`accounts: ${path} answered ${response.status}`))
      // A redirect is how the library tells a browser that a link is worth nothing.
      const where = response.headers.get("location")
      if (where !== null)
        return Effect.fail(
          new SignInRefused({ code: new URL(where, c.req.url).searchParams.get("error") ?? "unknown" })
        )
      if (!response.ok) return Effect.fail(new SignInRefused({ code: codeOf(answered) }))
      for (const cookie of response.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true })
      const account = accountIn(answered)
      if (account !== undefined) c.set("signedIn", account)
      return Effect.succeed(answered)
    }
  )

/** What an error of the library says of itself. */
export const bodyIn = (cause: unknown): Body =>
  typeof cause === "object" &&
  cause !== null &&
  "body" in cause &&
  typeof cause.body === "object" &&
  cause.body !== null
    ? { ...cause.body }
    : {}
