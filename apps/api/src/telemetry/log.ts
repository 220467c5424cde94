import { Effect, Logger, type LogLevel, References } from "effect"

/** What an entry carries besides its sentence; null is left out. */
export type Fields = Readonly<Record<string, string | number | null>>

/** The log of the program: one line an entry. */
export interface Log {
  readonly debug: (message: string, fields?: Fields) => void
  readonly info: (message: string, fields?: Fields) => void
  readonly warn: (message: string, fields?: Fields) => void
  readonly error: (message: string, fields?: Fields) => void
}

export const logLevels = ["debug", "info", "warn", "error"] as const
export type LogLevelName = (typeof logLevels)[number]

const severities = { debug: "Debug", info: "Info", warn: "Warn", error: "Error" } as const

export interface LogOptions {
  /** JSON lines for machines, or words for a terminal; asked of each stream. */
  readonly json: (level: LogLevelName) => boolean
  /** Entries below it are not written. */
  readonly level: LogLevelName
  /** Takes one whole line without its end. */
  readonly write: (level: LogLevelName, line: string) => void
  /** Values that are never written, wherever they come from. */
  readonly secrets?: ReadonlyArray<string>
}

const HIDDEN = "•••"

/** What stands between a scheme and the "@" of an address: who enters, and by which password. */
const CREDENTIALS = /(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]*:[^\s/@]*@/gi

/** Shorter ones would hide half of all words. */
const LEAST_SECRET = 6

const hiding = (secrets: ReadonlyArray<string>) => {
  const values = secrets.filter(({ length }) => length >= LEAST_SECRET)
  return (text: string): string =>
    values.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text.replace(CREDENTIALS, `$1${HIDDEN}@`))
}

/** Nothing that somebody sent steers a terminal or begins a line of its own. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g

const plain = (text: string): string => text.replace(CONTROLS, "\ufffd").replaceAll("\n", "\n    ")

const word = (value: string | number): string =>
  typeof value === "number" || /^[\w./:-]+$/.test(value) ? String(value) : JSON.stringify(value)

const levelOf = (level: LogLevel.LogLevel): LogLevelName =>
  level === "Fatal" || level === "Error"
    ? "error"
    : level === "Warn"
      ? "warn"
      : level === "Debug" || level === "Trace"
        ? "debug"
        : "info"

const sentence = (message: unknown): string =>
  (Array.isArray(message) ? message : [message])
    .map((part) => (typeof part === "string" ? part : part instanceof Error ? part.message : JSON.stringify(part)))
    .join(" ")

const shown = (value: unknown): string | number => (typeof value === "number" ? value : String(value))

/** Effect's own logger in this program's form: what a part of the program says by `Effect.log…` takes the same way. */
export const loggerOf = ({ json, secrets = [], write }: Omit<LogOptions, "level">): Logger.Logger<unknown, void> => {
  const hide = hiding(secrets)
  return Logger.make(({ date, fiber, logLevel, message }) => {
    const level = levelOf(logLevel)
    const fields = Object.entries(fiber.getRef(References.CurrentLogAnnotations))
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, shown(value)] as const)
    const text = sentence(message)
    if (json(level))
      return write(
        level,
        hide(JSON.stringify({ time: date.toISOString(), level, message: text, ...Object.fromEntries(fields) }))
      )
    const words = fields.map(([name, value]) => `${name}=${word(value)}`)
    write(level, hide(plain([date.toISOString().slice(11, 19), level.padEnd(5), text, ...words].join(" "))))
  })
}

/** The log of a program, for whatever is no effect itself. */
export const makeLog = (options: LogOptions): Log => {
  const loggers = new Set([loggerOf(options)])
  const minimum = severities[options.level]
  const least = logLevels.indexOf(options.level)
  const at =
    (level: LogLevelName) =>
    (message: string, fields: Fields = {}): void => {
      if (logLevels.indexOf(level) < least) return
      Effect.runSync(
        Effect.logWithLevel(severities[level])(message).pipe(
          Effect.annotateLogs(fields),
          Effect.provideService(References.CurrentLoggers, loggers),
          Effect.provideService(References.MinimumLogLevel, minimum)
        )
      )
    }
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }
}
