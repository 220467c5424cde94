import { createHash } from "node:crypto"
import { join, resolve } from "node:path"
import { Result } from "effect"
import { readScanner, type ScannerAddress } from "../observations/scanner.ts"
import type { LogLevelName } from "../telemetry/log.ts"
import { type AskingConfig, readAsking } from "./asking-config.ts"
import { type PasswordFile, readPasswordFile } from "./database-password.ts"
import { type Environment, given, type ReadText, secretFrom } from "./environment.ts"

/** Where this program listens and keeps its data, checked once at start. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly dataDirectory: string
  /** A server's address; null for the database that comes along. */
  readonly databaseUrl: string | null
  /** Where its account's password stands; null: in the address. */
  readonly databasePassword: PasswordFile | null
  /** Where the digest of each day is kept; null where none is. */
  readonly digestFolder: string | null
  /** Level and form, null: as suits the stream that is written to; and whether network addresses are written. */
  readonly log: {
    readonly level: LogLevelName | null
    readonly format: "json" | "text" | null
    readonly addresses: boolean
  }
  /** How long requests that have come may take when the program stops. */
  readonly stopSeconds: number
  /** Whether traces and metrics are sent, by OpenTelemetry's own variables. */
  readonly exporting: boolean
  readonly asking: AskingConfig
  /** Whether keys of calendars are shown beside their address alone. */
  readonly calendarKeysBeside: boolean
  /** Who looks at files before they are kept; null: nobody. */
  readonly scanner: ScannerAddress | null
}

const portFrom = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}

const isPostgresUrl = (text: string): boolean => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)

const words = (allowed: ReadonlyArray<string>, between: string): string => allowed.join(between)

/** One of a few words; the first where nothing is said. */
const wordOf = <Word extends string>(
  env: Environment,
  name: string,
  allowed: readonly [Word, ...ReadonlyArray<Word>],
  problems: Array<string>
): Word => {
  const text = given(env, name)
  const found = allowed.find((word) => word === text)
  if (text !== undefined && found === undefined)
    problems.push(
      `${name} phải là ${words(allowed, " hoặc ")}, không phải “${text}” · ${name} must be ${words(allowed, " or ")}`
    )
  return found ?? allowed[0]
}

const databaseFrom = (env: Environment, readText: ReadText, problems: Array<string>): string | null => {
  const url = secretFrom(env, "DATABASE_URL", readText, problems) ?? null
  if (url !== null && !isPostgresUrl(url))
    problems.push(
      "DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/tên · DATABASE_URL must be a postgres:// URL"
    )
  return url
}

const secondsFrom = (env: Environment, problems: Array<string>): number => {
  const text = given(env, "NTM_STOP_SECONDS") ?? "10"
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (seconds < 1 || seconds > 300)
    problems.push(
      `NTM_STOP_SECONDS phải là số giây từ 1 đến 300, không phải “${text}” · NTM_STOP_SECONDS must be 1 to 300 seconds`
    )
  return seconds
}

const exportingFrom = (env: Environment, problems: Array<string>): boolean => {
  const endpoint = given(env, "OTEL_EXPORTER_OTLP_ENDPOINT")
  if (endpoint === undefined) return false
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    problems.push(
      "OTEL_EXPORTER_OTLP_ENDPOINT phải là địa chỉ http:// hoặc https:// · OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s):// URL"
    )
  wordOf(env, "OTEL_EXPORTER_OTLP_PROTOCOL", ["http/protobuf", "http/json"], problems)
  return true
}

/**
 * Reads where and how the program runs; an empty variable counts as not set.
 *
 * **Details** Fails with one line a variable that cannot be used, so that all are mended at once. The value of
 * `DATABASE_URL` is never repeated: it carries a password.
 */
export const readConfig = (
  env: Environment,
  root: string,
  readText: ReadText
): Result.Result<Config, ReadonlyArray<string>> => {
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
  const databaseUrl = databaseFrom(env, readText, problems)
  const databasePassword = readPasswordFile(env, readText, databaseUrl, problems)
  const digest = wordOf(env, "NTM_DIGEST", ["folder", "off"], problems)
  const format = wordOf(env, "NTM_LOG_FORMAT", ["auto", "json", "text"], problems)
  const level = wordOf(env, "NTM_LOG_LEVEL", ["auto", "debug", "info", "warn", "error"], problems)
  const addresses = wordOf(env, "NTM_LOG_ADDRESS", ["on", "off"], problems) === "on"
  const calendarKeysBeside = wordOf(env, "NTM_CALENDAR_KEYS", ["address", "header"], problems) === "header"
  const stopSeconds = secondsFrom(env, problems)
  const exporting = exportingFrom(env, problems)
  const asking = readAsking(env, problems)
  const scanner = readScanner(env)
  if (Result.isFailure(scanner)) problems.push(scanner.failure)
  const dataDirectory = resolve(given(env, "NTM_DATA") ?? join(root, ".ntm"))
  return problems.length > 0 || port === undefined || Result.isFailure(scanner)
    ? Result.fail(problems)
    : Result.succeed({
        host,
        port,
        dataDirectory,
        databaseUrl,
        databasePassword,
        digestFolder: digest === "off" ? null : join(dataDirectory, "digests"),
        log: { level: level === "auto" ? null : level, format: format === "auto" ? null : format, addresses },
        stopSeconds,
        exporting,
        asking,
        calendarKeysBeside,
        scanner: scanner.success
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
