import { Role, roleWords } from "@ntm/domain/people"
import { Result } from "effect"
import { type Environment, given as givenIn, type ReadText, secretFrom } from "../start/environment.ts"
import { isBreachedPlace } from "./breached.ts"
import type { Provider } from "./provider-claims.ts"

/** Whether and how people sign in, checked once at start. */
export interface SignInConfig {
  /** False, where one person alone reaches the program: everything is readable, and changes are taken from this machine only. */
  readonly on: boolean
  /** Under which people reach this server, where it is not the address that it listens on. */
  readonly address: string | null
  readonly providers: ReadonlyArray<Provider>
  /** Whether people are made up to show the program; null: where the program keeps its own database and listens to this machine alone. */
  readonly demonstration: boolean | null
  /** Roles that nobody has without a second factor; null where nothing was said: everybody's but in the demonstration. */
  readonly secondFactor: ReadonlyArray<Role> | null
  /** A folder or a service of breached passwords, besides the set that comes along; null: none. */
  readonly breached: string | null
  /** Signs cookies; null: one is made at the first start and kept in the data folder. */
  readonly secret: string | null
  /** Secrets that it took the place of, the newest first: what they sealed is sealed anew. */
  readonly formerSecrets: ReadonlyArray<string>
}

const given = (env: Environment, name: string): string => givenIn(env, name) ?? ""

const switchOf = (env: Environment, name: string, problems: Array<string>): boolean | null => {
  const text = given(env, name)
  if (text !== "" && text !== "on" && text !== "off")
    problems.push(`${name} phải là on hoặc off, không phải “${text}” · ${name} must be on or off`)
  return text === "" ? null : text === "on"
}

const addressOf = (env: Environment, problems: Array<string>): string | null => {
  const text = given(env, "NTM_ADDRESS")
  if (text === "") return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/") return url.origin
  problems.push(
    "NTM_ADDRESS phải là địa chỉ trang, ví dụ https://ntm.haiphong.gov.vn · NTM_ADDRESS must be an origin, as https://ntm.haiphong.gov.vn"
  )
  return null
}

/** Signs cookies and seals secrets: as long as the library asks. */
const SHORTEST_SECRET = 32

const signingSecret = (env: Environment, readText: ReadText, problems: Array<string>): string | null => {
  const secret = secretFrom(env, "NTM_SECRET", readText, problems)
  if (secret !== undefined && secret !== "" && secret.length < SHORTEST_SECRET)
    problems.push(
      `NTM_SECRET phải có ít nhất ${SHORTEST_SECRET} ký tự ngẫu nhiên · NTM_SECRET must have at least ${SHORTEST_SECRET} random characters`
    )
  return secret ?? null
}

const listOf = (text: string): ReadonlyArray<string> => text.split(/[\s,]+/).filter((part) => part !== "")

const isRole = (text: string): text is Role => text in roleWords

/** Roles are named as in the API: "administrator, coordinationOffice"; "none" for none at all. */
const secondFactorOf = (env: Environment, problems: Array<string>): ReadonlyArray<Role> | null => {
  const roles = listOf(given(env, "NTM_SECOND_FACTOR"))
  if (roles.length === 0) return null
  if (roles.length === 1 && roles[0] === "none") return []
  const unknown = roles.filter((role) => !isRole(role))
  if (unknown.length > 0)
    problems.push(
      `NTM_SECOND_FACTOR: không có vai trò ${unknown.join(", ")} · there is no role ${unknown.join(", ")} (${Role.literals.join(", ")}, none)`
    )
  return roles.filter(isRole)
}

const breachedOf = (env: Environment, problems: Array<string>): string | null => {
  const place = given(env, "NTM_BREACHED_PASSWORDS")
  if (place !== "" && !isBreachedPlace(place))
    problems.push(
      "NTM_BREACHED_PASSWORDS phải là đường dẫn đầy đủ của thư mục, hoặc địa chỉ https · NTM_BREACHED_PASSWORDS must be the whole path of a folder, or an address by https"
    )
  return place === "" ? null : place
}

/** Whether whoever has one of these roles needs a second factor where nothing was said: everybody does, but where people are made up to be tried. */
export const needsFactor = (
  { secondFactor }: Pick<SignInConfig, "secondFactor">,
  demonstration: boolean
): ReadonlyArray<Role> => secondFactor ?? (demonstration ? [] : Role.literals)

/** A provider's word counts for a working day, unless told. */
const SSO_HOURS = 12

const hoursOf = (env: Environment, problems: Array<string>): number => {
  const text = given(env, "NTM_SSO_HOURS")
  if (text === "") return SSO_HOURS
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 720) return Number(text)
  problems.push("NTM_SSO_HOURS phải là số giờ từ 1 đến 720 · NTM_SSO_HOURS must be hours, 1 to 720")
  return SSO_HOURS
}

const SSO = ["NTM_SSO_ISSUER", "NTM_SSO_CLIENT_ID", "NTM_SSO_CLIENT_SECRET"] as const

const providersOf = (env: Environment, readText: ReadText, problems: Array<string>): ReadonlyArray<Provider> => {
  const [issuer, clientId] = [given(env, SSO[0]), given(env, SSO[1])]
  const clientSecret = secretFrom(env, SSO[2], readText, problems) ?? ""
  const hours = hoursOf(env, problems)
  const missing = SSO.filter((_, at) => [issuer, clientId, clientSecret][at] === "")
  if (missing.length === SSO.length) return []
  if (missing.length > 0) {
    problems.push(`Đăng nhập một lần còn thiếu ${missing.join(", ")} · Single sign-on lacks ${missing.join(", ")}`)
    return []
  }
  if (!URL.canParse(issuer)) {
    problems.push("NTM_SSO_ISSUER phải là một địa chỉ · NTM_SSO_ISSUER must be an address")
    return []
  }
  const name = given(env, "NTM_SSO_NAME") || new URL(issuer).host
  return [{ id: "sso", name, issuer, clientId, clientSecret, strength: listOf(given(env, "NTM_SSO_ACR")), hours }]
}

/**
 * Reads `NTM_ACCOUNTS`, `NTM_ADDRESS`, `NTM_BREACHED_PASSWORDS`, `NTM_DEMO`, `NTM_SECOND_FACTOR`, `NTM_SECRET`, `NTM_SECRET_FORMER` and `NTM_SSO_…`; an empty variable counts as not set.
 *
 * **Details** Fails with one line a variable that cannot be used. No secret is ever repeated.
 */
export const readSignIn = (
  env: Environment,
  readText: ReadText
): Result.Result<SignInConfig, ReadonlyArray<string>> => {
  const problems: Array<string> = []
  const on = switchOf(env, "NTM_ACCOUNTS", problems) ?? true
  const demonstration = switchOf(env, "NTM_DEMO", problems)
  const address = addressOf(env, problems)
  const providers = providersOf(env, readText, problems)
  const secret = signingSecret(env, readText, problems)
  const formerSecrets = (secretFrom(env, "NTM_SECRET_FORMER", readText, problems) ?? "").split(/\s+/).filter(Boolean)
  const secondFactor = secondFactorOf(env, problems)
  const breached = breachedOf(env, problems)
  if (problems.length > 0) return Result.fail(problems)
  return Result.succeed({ on, address, providers, demonstration, secondFactor, breached, secret, formerSecrets })
}

/**
 * Why nobody can be let in without signing in, where that was asked for; null where they can, or nobody asked.
 *
 * **Details** A program without accounts is for whoever sits before it: it keeps its own database and listens to this machine alone. On a
 * server's database, or where others reach it, there is no such switch.
 */
export const needsAccounts = (
  { on }: Pick<SignInConfig, "on">,
  { databaseUrl, local }: { readonly databaseUrl: string | null; readonly local: boolean }
): string | null =>
  on || (databaseUrl === null && local)
    ? null
    : "NTM_ACCOUNTS=off chỉ dùng được trên máy cá nhân: cơ sở dữ liệu đi kèm và HOST là 127.0.0.1 · NTM_ACCOUNTS=off is for one person's machine: the bundled database, and HOST 127.0.0.1"

/**
 * Whether people may be made up here.
 *
 * **Details** Never on a server's database, whatever was asked for: a role that anybody can try has no place beside real facts.
 */
export const mayMakeUp = (
  { demonstration }: Pick<SignInConfig, "demonstration">,
  { databaseUrl, local }: { readonly databaseUrl: string | null; readonly local: boolean }
): boolean => databaseUrl === null && (demonstration ?? local)
