import { Schema } from "effect"

/** Why the database that comes along cannot serve. */
export const PostgresProblem = Schema.Literals([
  "noBinaries",
  "notOurs",
  "passwordMissing",
  "otherVersion",
  "initFailed",
  "startFailed",
  "busy"
])
export type PostgresProblem = typeof PostgresProblem.Type

/** The database that comes along cannot be started or joined; the message says what a person can do. */
export class PostgresUnavailable extends Schema.TaggedError<PostgresUnavailable>()("PostgresUnavailable", {
  problem: PostgresProblem,
  vi: Schema.String,
  en: Schema.String
}) {
  override get message() {
    return `${this.vi} · ${this.en}`
  }
}

/** A folder or file belongs to another account, or may not be written. */
export const notOurs = (path: string): PostgresUnavailable =>
  new PostgresUnavailable({
    problem: "notOurs",
    vi: `Không có quyền đọc, ghi ${path}. Hãy chạy bằng tài khoản đã tạo thư mục này, hoặc đặt NTM_DATA trỏ tới thư mục khác.`,
    en: `No right to read and write ${path}. Run as the account that made the folder, or point NTM_DATA to another one.`
  })

const codeOf = (cause: unknown): unknown => (cause instanceof Error && "code" in cause ? cause.code : undefined)

/** Whether a failed system call carries this code ("ENOENT"). */
export const hasCode = (cause: unknown, ...codes: ReadonlyArray<string>): boolean =>
  codes.some((code) => codeOf(cause) === code)

/** Any failure on the way, in words. */
export const asUnavailable = (cause: unknown, desk: string): PostgresUnavailable => {
  if (cause instanceof PostgresUnavailable) return cause
  if (hasCode(cause, "EACCES", "EPERM", "EROFS")) {
    const path = cause instanceof Error && "path" in cause && typeof cause.path === "string" ? cause.path : desk
    return notOurs(path)
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  return new PostgresUnavailable({
    problem: "startFailed",
    vi: `Không khởi động được cơ sở dữ liệu đi kèm: ${text}`,
    en: `The database that comes along could not be started: ${text}`
  })
}
