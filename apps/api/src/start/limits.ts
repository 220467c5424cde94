import type { Server } from "node:http"

/** What a connection may take of this program. Times in milliseconds. */
export interface Limits {
  /** Until all headers are there. */
  readonly headersMs: number
  /** Until the whole request is there, body and all. */
  readonly requestMs: number
  /** A connection on which nothing is sent either way is cut; nothing that is asked takes that long to begin. */
  readonly silentMs: number
  /** An open connection without a request. */
  readonly idleMs: number
  /** How often the first two are looked at. */
  readonly lookMs: number
  /** All headers together. */
  readonly headerBytes: number
  /** Open at once; more are cut as they come. */
  readonly connections: number
}

/** Sixty-four megabytes of boundaries come within two minutes at four megabits a second. */
export const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 120_000,
  silentMs: 120_000,
  idleMs: 5000,
  lookMs: 2000,
  headerBytes: 16 * 1024,
  connections: 2000
}

/** Options of Node's server that keep slow and large senders from holding it. */
export const serverOptionsOf = ({ headerBytes, headersMs, idleMs, lookMs, requestMs }: Limits) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  keepAliveTimeout: idleMs,
  connectionsCheckingInterval: lookMs,
  maxHeaderSize: headerBytes,
  // Two lengths of one body, or a length that is none, are how requests are smuggled.
  insecureHTTPParser: false,
  requireHostHeader: true
})

/** Sets what is no option. */
export const limit = (server: Server, { connections, silentMs }: Limits): void => {
  server.maxConnections = connections
  server.setTimeout(silentMs)
}
