import postgres from "postgres"

/** Options of one client; `max` connections. */
export interface ClientOptions {
  readonly max: number
  /** Seconds to wait for a connection; 30 unless told. */
  readonly connectTimeout?: number
  readonly database?: string
  /** Settings that every connection begins with. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * A postgres.js client as this program wants it: quiet, UTC, named in pg_stat_activity.
 *
 * **Gotchas** drizzle rewrites the parsers of the client it is given (dates come as text); share no client with it.
 */
export const clientFor = (url: string, options: ClientOptions): postgres.Sql =>
  postgres(url, {
    max: options.max,
    connect_timeout: options.connectTimeout ?? 30,
    idle_timeout: 0,
    onnotice: () => undefined,
    connection: { application_name: "ntm", TimeZone: "UTC", ...options.settings },
    ...(options.database === undefined ? {} : { database: options.database })
  })
