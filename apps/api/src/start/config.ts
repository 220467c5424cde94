import { createHash } from "node:crypto"
import { join, resolve } from "node:path"
import { Result } from "effect"

/** Where this program listens and keeps its data, checked once at start. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly dataDirectory: string
  /** A server's address; null for the database that comes along. */
  readonly databaseUrl: string | null
  /** Where the digest of each day is kept; null where none is. */
  readonly digestFolder: string | null
}

export type Environment = Readonly<Record<string, string | undefined>>

const given = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined

const portFrom = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}

const isPostgresUrl = (text: string): boolean => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)

/**
 * Reads `PORT`, `HOST`, `NTM_DATA`, `DATABASE_URL` and `NTM_DIGEST`; an empty variable counts as not set.
 *
 * **Details** Fails with one line a variable that cannot be used, so that all are mended at once. The value of
 * `DATABASE_URL` is never repeated: it carries a password.
 */
export const readConfig = (env: Environment, root: string): Result.Result<Config, ReadonlyArray<string>> => {
  const problems: Array<string> = []
  const portText = given(env, "PORT") ?? "4100"
  const port = portFrom(portText)
  if (port === undefined)
    problems.push(`PORT phải là số từ 0 đến 65535, không phải “${portText}” · PORT must be 0 to 65535`)
  const host = given(env, "HOST") ?? "127.0.0.1"
  if (/[\s/:@]/.test(host) && !/^[\da-f:.]+$/i.test(host)) {
    problems.push(
      `HOST phải là tên máy hoặc địa chỉ IP, không phải “${host}” · HOST must be a host name or an IP address`
    )
  }
  const databaseUrl = given(env, "DATABASE_URL") ?? null
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) {
    problems.push(
      "DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên · DATABASE_URL must be a postgres:// URL"
    )
  }
  const digest = given(env, "NTM_DIGEST") ?? "folder"
  if (digest !== "folder" && digest !== "off")
    problems.push(`NTM_DIGEST phải là folder hoặc off, không phải “${digest}” · NTM_DIGEST must be folder or off`)
  const dataDirectory = resolve(given(env, "NTM_DATA") ?? join(root, ".ntm"))
  return problems.length > 0 || port === undefined
    ? Result.fail(problems)
    : Result.succeed({
        host,
        port,
        dataDirectory,
        databaseUrl,
        digestFolder: digest === "off" ? null : join(dataDirectory, "digests")
      })
}

/** Host, port and name of a server's database, without who may enter. */
const withoutCredentials = (databaseUrl: string): string => {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

/**
 * Tells programs on the same data from programs on other data, without telling where the data are.
 *
 * **Details** Twelve letters of a hash of the data folder, or of the server's address without its credentials.
 */
export const instanceOf = ({ dataDirectory, databaseUrl }: Pick<Config, "dataDirectory" | "databaseUrl">): string =>
  createHash("sha256")
    .update(databaseUrl === null ? dataDirectory : withoutCredentials(databaseUrl))
    .digest("base64url")
    .slice(0, 12)

/** What to type into a browser. */
export const addressOf = (host: string, port: number): string => {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`
}
