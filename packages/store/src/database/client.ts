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

/** Where the password of an address is read, anew for each connection. */
const passwords = new Map<string, () => string>()

/**
 * From now on every connection to an address shows the password that `read` gives as it is opened: one that ends after hours, or is changed by a vault, serves
 * without a restart.
 *
 * **Details** Kept by the address for the whole process, since the address is what is handed on; it is read no more often than connections are opened (each lives
 * for half an hour to an hour).
 * **Gotchas** `read` must not throw: postgres.js leaves that to nobody, and the process ends.
 */
export const showPassword = (url: string, read: () => string): void => {
  passwords.set(url, read)
}

/**
 * A postgres.js client as this program wants it: quiet, UTC, named in pg_stat_activity.
 *
 * **Gotchas** drizzle rewrites the parsers of the client it is given (dates come as text); share no client with it.
 */
export const clientFor = (url: string, options: ClientOptions): postgres.Sql => {
  const password = passwords.get(url)
  return postgres(url, {
    max: options.max,
    connect_timeout: options.connectTimeout ?? 30,
    idle_timeout: 0,
    onnotice: () => undefined,
    connection: { application_name: "ntm", TimeZone: "UTC", ...options.settings },
    ...(password === undefined ? {} : { password: () => password() }),
    ...(options.database === undefined ? {} : { database: options.database })
  })
}
