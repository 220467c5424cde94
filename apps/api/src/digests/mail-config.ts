import { isMailAddress } from "@ntm/exchange"
import { Result } from "effect"
import { isLoopback } from "../http/local-changes.ts"
import { type Environment, given, type ReadText, secretFrom } from "../start/environment.ts"
import { unprotectedIn } from "../start/unprotected.ts"

/** The mail server that digests go through, and who gets them. */
export interface MailConfig {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else it begins when the server offers it. */
  readonly secure: boolean
  /** Nothing is said unless the connection is encrypted: it goes over more than this machine, and a password is sent or nobody said that it may. */
  readonly requireTLS: boolean
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: string
  /** Who gets the digest of all tasks. */
  readonly to: ReadonlyArray<string>
  /** A file of who gets that of which agency; null where there is none. */
  readonly agencyFile: string | null
}

const addressesIn = (text: string): ReadonlyArray<string> => text.split(/[,;]/).flatMap((part) => part.trim() || [])

const serverFrom = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "" ? url : null
}

/** Parts of a URL are written with %40 for "@" and the like; what is no such writing is meant as it stands. */
const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Reads `NTM_DIGEST_MAIL` (smtp://user@host:587, smtps://…), `NTM_DIGEST_FROM`, `NTM_DIGEST_TO`, `NTM_DIGEST_AGENCIES` and the password, which may
 * stand in the URL, in `NTM_DIGEST_MAIL_PASSWORD`, or in the file of `NTM_DIGEST_MAIL_PASSWORD_FILE`. Null where no mail is wanted.
 *
 * **Details** Fails with one line a variable that cannot be used. The values of the URL and of the password are never repeated.
 */
export const readMailConfig = (
  env: Environment,
  readText: ReadText
): Result.Result<MailConfig | null, ReadonlyArray<string>> => {
  const server = given(env, "NTM_DIGEST_MAIL")
  if (server === undefined) return Result.succeed(null)
  const problems: Array<string> = []
  const url = serverFrom(server)
  if (url === null)
    problems.push(
      "NTM_DIGEST_MAIL phải có dạng smtp://người-dùng@máy:cổng hoặc smtps://… · NTM_DIGEST_MAIL must be an smtp:// or smtps:// URL"
    )
  const from = given(env, "NTM_DIGEST_FROM")
  if (from === undefined || !isMailAddress(from))
    problems.push("NTM_DIGEST_FROM phải là địa chỉ thư của nơi gửi · NTM_DIGEST_FROM must be the sender's mail address")
  const to = addressesIn(given(env, "NTM_DIGEST_TO") ?? "")
  for (const address of to)
    if (!isMailAddress(address))
      problems.push(`NTM_DIGEST_TO: “${address}” không phải là địa chỉ thư · is not a mail address`)
  const agencyFile = given(env, "NTM_DIGEST_AGENCIES") ?? null
  if (to.length === 0 && agencyFile === null)
    problems.push(
      "NTM_DIGEST_MAIL cần NTM_DIGEST_TO hoặc NTM_DIGEST_AGENCIES: gửi cho ai · NTM_DIGEST_MAIL needs NTM_DIGEST_TO or NTM_DIGEST_AGENCIES"
    )
  const secret = secretFrom(env, "NTM_DIGEST_MAIL_PASSWORD", readText, problems)
  const user = url === null ? "" : unescaped(url.username)
  const password = secret ?? (url === null ? "" : unescaped(url.password))
  if (url !== null && (user === "") !== (password === ""))
    problems.push(
      "NTM_DIGEST_MAIL: có người dùng phải có mật khẩu, và ngược lại · a user needs a password, and the other way round"
    )
  if (problems.length > 0 || url === null || from === undefined) return Result.fail(problems)
  const secure = url.protocol === "smtps:"
  const login = user === "" ? null : { user, password }
  return Result.succeed({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : login === null ? 25 : 587),
    secure,
    requireTLS: !secure && !isLoopback(url.hostname) && (login !== null || !unprotectedIn(env).has("mail")),
    login,
    from,
    to: [...new Set(to)],
    agencyFile
  })
}
