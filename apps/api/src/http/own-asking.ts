import type { Context, Hono } from "hono"
import type { ApiEnv } from "./api-env.ts"

/** What only this program can lay beside a request: nothing of it travels over a network. */
const OWN = Symbol("asked by the program itself")

/** Asks the API on behalf of the program itself, which may read everything: what it prepares and sends without anybody asking. */
export const askOwn =
  (app: Hono<ApiEnv>) =>
  (url: string, init?: RequestInit): Promise<Response> =>
    Promise.resolve(app.request(url, init, { [OWN]: true }))

/** Whether the program itself asks. */
export const isOwnAsking = (c: Context<ApiEnv>): boolean => {
  const beside: unknown = c.env
  return typeof beside === "object" && beside !== null && OWN in beside
}
