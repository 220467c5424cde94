import type { Server } from "node:http"
import { createAdaptorServer } from "@hono/node-server"
import { Data, Effect, type Scope } from "effect"
import { limit, type Limits, LIMITS, serverOptionsOf } from "./limits.ts"

/** Name of the header by which a program on the same data is recognised. */
export const INSTANCE_HEADER = "ntm-instance"

/** Requests that are being answered when the program stops may take this long, unless told otherwise. */
const DRAIN_MS = 10_000

/** `beside`: what the server knows of the connection that a request came by; callers' addresses are read from it (`http/caller.ts`). */
export type Answer = (request: Request, beside: object) => Response | Promise<Response>

/** The port cannot be had. */
export class PortRefused extends Data.TaggedError("PortRefused")<{
  readonly code: string
  readonly host: string
  readonly port: number
}> {}

/** An open port whose answers can be exchanged while it stays open. */
export interface OpenServer {
  readonly port: number
  readonly answerWith: (answer: Answer) => void
  /**
   * Takes no new connections, lets requests that have come finish until the time is over, then cuts them; those that still come on open connections
   * get what `refusing` answers. May be called twice.
   */
  readonly drain: () => Promise<void>
  readonly stopping: () => boolean
}

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ host, port }, () => {
      const address = server.address()
      resolve(typeof address === "object" && address !== null ? address.port : port)
    })
  })

const close = (server: Server, within: number): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) return resolve()
    const cut = setTimeout(() => server.closeAllConnections(), within)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })

/** Opens the port and keeps it until the scope ends. Every answer carries `instance`. */
export const openServer = (options: {
  readonly host: string
  readonly port: number
  readonly instance: string
  readonly answer: Answer
  /** Answers requests that come while the program stops; `answer` itself, unless told. */
  readonly refusing?: Answer
  readonly limits?: Limits
  readonly drainMs?: number
}): Effect.Effect<OpenServer, PortRefused, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        let { answer } = options
        let closing: Promise<void> | undefined
        const limits = options.limits ?? LIMITS
        const server = createAdaptorServer({
          fetch: async (request, beside) => {
            const response = await (closing === undefined ? answer : (options.refusing ?? answer))(request, beside)
            response.headers.set(INSTANCE_HEADER, options.instance)
            // Otherwise a kept-alive connection would hold up the stop for seconds.
            if (closing !== undefined) response.headers.set("connection", "close")
            return response
          },
          serverOptions: serverOptionsOf(limits)
        }) as Server
        limit(server, limits)
        const port = await listen(server, options.host, options.port)
        return {
          port,
          answerWith: (next: Answer) => {
            answer = next
          },
          drain: () => (closing ??= close(server, options.drainMs ?? DRAIN_MS)),
          stopping: () => closing !== undefined
        }
      },
      catch: (cause) =>
        new PortRefused({
          code: cause instanceof Error && "code" in cause ? String(cause.code) : String(cause),
          host: options.host,
          port: options.port
        })
    }),
    (server) => Effect.promise(server.drain)
  )
