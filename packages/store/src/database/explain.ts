import { type DatabaseUnavailable, problem } from "./problem.ts"

/** PostgreSQL's five-character code of a refusal, or the system's name of a failed connection; looks through drizzle's wrapping. */
export const codeOf = (cause: unknown): string | null => {
  if (!(cause instanceof Error)) return null
  if ("code" in cause && typeof cause.code === "string") return cause.code
  return codeOf(cause.cause)
}

/** Something that is no error, in words: an object may have no way of its own to be told. */
const wordsOf = (cause: unknown): string => {
  if (typeof cause !== "object" || cause === null) return String(cause)
  if ("message" in cause && typeof cause.message === "string") return cause.message
  try {
    const told: unknown = JSON.stringify(cause)
    if (typeof told === "string") return told
  } catch {
    // It leads back to itself, or holds what JSON cannot tell.
  }
  return Object.prototype.toString.call(cause)
}

/** What PostgreSQL itself said, without drizzle's wrapping. */
export const textOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return wordsOf(cause)
  if (cause.cause instanceof Error) return textOf(cause.cause)
  const detail = "detail" in cause && typeof cause.detail === "string" ? ` (${cause.detail})` : ""
  return `${cause.message === "" ? (codeOf(cause) ?? cause.name) : cause.message}${detail}`
}

/** What a person may see of an address: everything but the password. */
interface Address {
  readonly host: string
  readonly user: string
  readonly database: string
}

/** A part of an address as a person reads it; as it stands where its percent signs encode nothing. */
const plain = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads an address; null where it is none that PostgreSQL could be at. */
export const addressOf = (url: string): Address | null => {
  if (!URL.canParse(url)) return null
  const { protocol, host, username, pathname } = new URL(url)
  if (protocol !== "postgres:" && protocol !== "postgresql:") return null
  const user = plain(username)
  return { host, user, database: plain(pathname.slice(1)) || user }
}

const UNREACHABLE = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "CONNECT_TIMEOUT",
  "ECONNRESET",
  "CONNECTION_CLOSED"
]

export const badUrl = (): DatabaseUnavailable =>
  problem(
    "badUrl",
    "DATABASE_URL không đọc được; dạng đúng: postgres://người_dùng:mật_khẩu@máy_chủ:5432/cơ_sở_dữ_liệu",
    "DATABASE_URL cannot be read; its form is postgres://user:password@host:5432/database"
  )

/** What a superuser has to run so that this program's own role can do the rest. */
const grants = ({ user, database }: Address): string =>
  [
    `\\c "${database}"`,
    "CREATE EXTENSION IF NOT EXISTS unaccent;",
    "CREATE EXTENSION IF NOT EXISTS pg_trgm;",
    `GRANT CREATE ON DATABASE "${database}" TO "${user}";`,
    `GRANT USAGE, CREATE ON SCHEMA public TO "${user}";`
  ].join(" ")

/** Turns a refusal into what a person can do about it. Never shows the password. */
export const explain = (cause: unknown, url: string): DatabaseUnavailable => {
  const address = addressOf(url)
  if (address === null) return badUrl()
  const { host, user, database } = address
  const code = codeOf(cause)
  if (code !== null && UNREACHABLE.includes(code)) {
    return problem(
      "unreachable",
      `Không kết nối được PostgreSQL ở ${host} (${code}). Hãy kiểm tra máy chủ có đang chạy và DATABASE_URL có đúng không.`,
      `PostgreSQL at ${host} cannot be reached (${code}). See whether the server runs and DATABASE_URL is right.`
    )
  }
  switch (code) {
    case "57P03":
      return problem("notReady", `PostgreSQL ở ${host} chưa sẵn sàng.`, `PostgreSQL at ${host} is not ready yet.`)
    case "28P01":
    case "28000":
      return problem(
        "wrongPassword",
        `PostgreSQL ở ${host} không nhận tài khoản “${user}” với mật khẩu trong DATABASE_URL.`,
        `PostgreSQL at ${host} does not accept “${user}” with the password in DATABASE_URL.`
      )
    case "3D000":
      return problem(
        "missingDatabase",
        `PostgreSQL ở ${host} không có cơ sở dữ liệu “${database}”. Hãy tạo: CREATE DATABASE "${database}" OWNER "${user}" ENCODING 'UTF8' TEMPLATE template0;`,
        `PostgreSQL at ${host} has no database “${database}”. Create it: CREATE DATABASE "${database}" OWNER "${user}" ENCODING 'UTF8' TEMPLATE template0;`
      )
    case "42501":
      return problem(
        "notAllowed",
        `Tài khoản “${user}” chưa đủ quyền trong “${database}” (${textOf(cause)}). Hãy chạy bằng tài khoản quản trị: ${grants(address)}`,
        `“${user}” lacks rights in “${database}” (${textOf(cause)}). Run as a superuser: ${grants(address)}`
      )
    case "0A000":
    case "58P01":
      return problem(
        "noExtension",
        `Máy chủ ${host} thiếu phần mở rộng unaccent hoặc pg_trgm (${textOf(cause)}). Hãy cài gói postgresql-contrib.`,
        `The server ${host} lacks the extension unaccent or pg_trgm (${textOf(cause)}). Install postgresql-contrib.`
      )
    default:
      return problem(
        "migrationFailed",
        `Cơ sở dữ liệu “${database}” ở ${host} từ chối: ${textOf(cause)}`,
        `The database “${database}” at ${host} refuses: ${textOf(cause)}`
      )
  }
}
