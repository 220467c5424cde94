import type { Environment } from "./environment.ts"

/** Secrets, which may stand in a file (`…_FILE`) and are never repeated. */
export const secretNames = [
  "DATABASE_URL",
  "NTM_DIGEST_MAIL_PASSWORD",
  "NTM_SECRET",
  "NTM_SECRET_FORMER",
  "NTM_SSO_CLIENT_SECRET"
] as const

/** Every variable that this program looks at, of the server, of its terminal program, and of the tasks of its developers. */
const known: ReadonlyArray<string> = [
  "NTM_ACCOUNTS",
  "NTM_ADDRESS",
  "NTM_BOUNDARIES",
  "NTM_BREACHED_PASSWORDS",
  "NTM_BROWSER",
  "NTM_CALENDAR_KEYS",
  "NTM_DATA",
  "NTM_DATABASE_PASSWORD_FILE",
  "NTM_DEMO",
  "NTM_DIGEST",
  "NTM_DIGEST_AGENCIES",
  "NTM_DIGEST_FROM",
  "NTM_DIGEST_MAIL",
  "NTM_DIGEST_TO",
  "NTM_FROM",
  "NTM_LANG",
  "NTM_LIMIT_ADDRESS",
  "NTM_LIMIT_AT_ONCE",
  "NTM_LIMIT_HEAVY",
  "NTM_LIMIT_OWNER",
  "NTM_LIMIT_PERSON",
  "NTM_LIMIT_SECONDS",
  "NTM_LOG_ADDRESS",
  "NTM_LOG_FORMAT",
  "NTM_LOG_LEVEL",
  "NTM_PROXIES",
  "NTM_RECORDER",
  "NTM_REQUESTS",
  "NTM_SCANNER",
  "NTM_SECOND_FACTOR",
  "NTM_SEED",
  "NTM_SERVER",
  "NTM_SETUP_LOCK",
  "NTM_SSO_ACR",
  "NTM_SSO_CLIENT_ID",
  "NTM_SSO_HOURS",
  "NTM_SSO_ISSUER",
  "NTM_SSO_NAME",
  "NTM_STANDARDS",
  "NTM_STOP_SECONDS",
  "NTM_TALLY",
  "NTM_UNPROTECTED",
  "NTM_UNTIL",
  "NTM_TEST_DATABASE_URL",
  "NTM_TOKEN",
  "NTM_WEBHOOKS_HOSTS",
  "NTM_WEBHOOKS_PRIVATE"
]

export const knownVariables: ReadonlySet<string> = new Set([
  ...known,
  ...secretNames.flatMap((name) => [name, `${name}_FILE`])
])

/** A line for each variable that begins as ours do and is none of ours: whoever set it means something by it. Values are not repeated. */
export const unknownVariables = (env: Environment): ReadonlyArray<string> =>
  Object.keys(env)
    .filter((name) => name.startsWith("NTM_") && !knownVariables.has(name))
    .sort()
    .map(
      (name) =>
        `Không có biến ${name}; tên các biến: docs/operations.md · There is no variable ${name}; all are named in docs/operations.md`
    )
