import type { Server } from "node:http"
import { createAdaptorServer } from "@hono/node-server"
import { Data, Effect, type Scope } from "effect"

/** Name of the header by which a program on the same data is recognised. */
export const INSTANCE_HEADER = "ntm-instance"

/** Requests that are being answered when the program stops may take this long. */
const DRAIN_MS = 5000

export type Answer = (request: Request) => Response | Promise<Response>

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
  /** Stops accepting, lets running requests finish for up to five seconds, then cuts them. May be called twice. */
  readonly drain: () => Promise<void>
}

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ host, port }, () => {
      const address = server.address()
      resolve(typeof address === "object" && address !== null ? address.port : port)
    })
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) return resolve()
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
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
}): Effect.Effect<OpenServer, PortRefused, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        let { answer } = options
        let closing: Promise<void> | undefined
        const server = createAdaptorServer({
          fetch: async (request) => {
            const response = await answer(request)
            response.headers.set(INSTANCE_HEADER, options.instance)
            // Otherwise a kept-alive connection would hold up the stop for seconds.
            if (closing !== undefined) response.headers.set("connection", "close")
            return response
          },
          // Slow senders are cut: an honest request of this API is one packet.
          serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000 }
        }) as Server
        const port = await listen(server, options.host, options.port)
        return {
          port,
          answerWith: (next: Answer) => {
            answer = next
          },
          drain: () => (closing ??= close(server))
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
