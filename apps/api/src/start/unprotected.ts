import { isLoopback } from "../http/local-changes.ts"
import { type Environment, given } from "./environment.ts"

/** Whom this program talks to on other machines. */
const partners = ["database", "provider", "telemetry", "mail", "scanner"] as const
type Partner = (typeof partners)[number]

const isPartner = (word: string): word is Partner => partners.some((partner) => partner === word)

const saidIn = (env: Environment): ReadonlyArray<string> =>
  (given(env, "NTM_UNPROTECTED") ?? "").split(/[\s,]+/).filter((word) => word !== "")

/** Whom `NTM_UNPROTECTED` lets the program talk to without TLS that is verified; nobody, unless told. */
export const unprotectedIn = (env: Environment): ReadonlySet<Partner> => new Set(saidIn(env).filter(isPartner))

/** Whether an address names this machine, or a socket on it. Several hosts of one database all have to. */
const isHere = ({ hostname }: URL): boolean =>
  hostname.split(",").every((host) => host === "" || isLoopback(host) || /^%2f/i.test(host))

const TELEMETRY = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"
]

const refusal = (
  variable: string,
  partner: Partner,
  { en, vi }: { readonly vi: string; readonly en: string }
): string =>
  `${variable}: ${vi}, hoặc đặt NTM_UNPROTECTED=${partner} nếu đường truyền đã được bảo vệ cách khác · ${en}, or set NTM_UNPROTECTED=${partner} where the line is protected otherwise`

/** By these modes of libpq postgres.js looks at the certificate; by `require` it does not. */
const verified: ReadonlySet<string> = new Set(["verify-full", "verify-ca"])

/** The last of several counts, as for postgres.js. */
const modeOf = (url: URL): string =>
  url.searchParams.getAll("sslmode").at(-1) ?? url.searchParams.getAll("ssl").at(-1) ?? ""

/** Where the address names no host postgres.js goes to `PGHOST`: hosts by commas, a folder of sockets, or this machine. */
const goesElsewhere = (url: URL, env: Environment): boolean =>
  url.hostname === "" &&
  (given(env, "PGHOST") ?? "")
    .split(",")
    .some((host) => host !== "" && !host.startsWith("/") && !isLoopback(host.split(":")[0] ?? ""))

const database =
  (env: Environment) =>
  (url: URL): boolean =>
    (isHere(url) && !goesElsewhere(url, env)) || verified.has(modeOf(url))

const https = (url: URL): boolean => isHere(url) || url.protocol === "https:"

/**
 * A line for each variable by which the program would talk to another machine in plain text, or without looking at its certificate, and for each word
 * of `NTM_UNPROTECTED` that names nobody.
 *
 * **Details** Mail is not among them: a server may offer TLS on any port, and nothing is sent unless it does (`digests/mail-config.ts`). No address is repeated.
 */
export const unprotectedProblems = (
  env: Environment,
  asked: { readonly databaseUrl: string | null; readonly issuers: ReadonlyArray<string> }
): ReadonlyArray<string> => {
  const lets = unprotectedIn(env)
  const unknown = saidIn(env).filter((word) => !isPartner(word))
  const lacks = (
    partner: Partner,
    isProtected: (url: URL) => boolean,
    addresses: ReadonlyArray<string | null | undefined>
  ) =>
    !lets.has(partner) &&
    addresses.some((address) => typeof address === "string" && URL.canParse(address) && !isProtected(new URL(address)))
  return [
    ...(unknown.length > 0
      ? [
          `NTM_UNPROTECTED: không có “${unknown.join(", ")}”; các từ: ${partners.join(", ")} · there is no “${unknown.join(", ")}” among them`
        ]
      : []),
    ...(lacks("database", database(env), [asked.databaseUrl])
      ? [
          refusal("DATABASE_URL", "database", {
            vi: "máy chủ ở máy khác phải dùng TLS có kiểm chứng thư: thêm ?sslmode=verify-full",
            en: "a server on another machine needs TLS with its certificate verified: add ?sslmode=verify-full"
          })
        ]
      : []),
    ...(lacks("provider", https, asked.issuers)
      ? [
          refusal("NTM_SSO_ISSUER", "provider", {
            vi: "nơi đăng nhập ở máy khác phải là https://",
            en: "a provider on another machine must be https://"
          })
        ]
      : []),
    ...(lacks("scanner", isHere, [given(env, "NTM_SCANNER")])
      ? [
          refusal("NTM_SCANNER", "scanner", {
            vi: "clamd không có TLS nên phải ở chính máy này",
            en: "clamd has no TLS, so it must be on this machine"
          })
        ]
      : []),
    ...TELEMETRY.filter((variable) => lacks("telemetry", https, [given(env, variable)])).map((variable) =>
      refusal(variable, "telemetry", {
        vi: "nơi nhận ở máy khác phải là https://",
        en: "a receiver on another machine must be https://"
      })
    )
  ]
}
