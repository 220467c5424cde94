import { Result } from "effect"
import { type MailConfig, readMailConfig } from "../digests/mail-config.ts"
import { isLoopback } from "../http/local-changes.ts"
import { needsAccounts, readSignIn, type SignInConfig } from "../people/sign-in-config.ts"
import { readWebhooks, type WebhooksConfig } from "../webhooks/config.ts"
import { type Config, readConfig } from "./config.ts"
import { type Environment, given, type ReadText } from "./environment.ts"
import { unprotectedProblems } from "./unprotected.ts"
import { secretNames, unknownVariables } from "./variables.ts"

/** Everything that the environment says to the server, read whole before anything is begun. */
export interface Settings {
  readonly config: Config
  readonly mail: MailConfig | null
  readonly signIn: SignInConfig
  readonly webhooks: WebhooksConfig
  /** What must not be written anywhere. */
  readonly secrets: ReadonlyArray<string>
  /** What is odd, and does not keep the program from starting. */
  readonly remarks: ReadonlyArray<string>
}

const secretsOf = (
  env: Environment,
  { config, mail, signIn }: Pick<Settings, "config" | "mail" | "signIn">
): ReadonlyArray<string> => {
  const stated = secretNames.map((name) => given(env, name))
  const read = [
    config.databasePassword?.first,
    mail?.login?.password,
    signIn.secret,
    ...signIn.formerSecrets,
    ...signIn.providers.map(({ clientSecret }) => clientSecret)
  ]
  const headers = given(env, "OTEL_EXPORTER_OTLP_HEADERS")
  return [...new Set([...stated, ...read, headers].flatMap((secret) => secret ?? []))]
}

/** Reads all variables at once: the settings, or one line for each that cannot be used. */
export const readSettings = (
  env: Environment,
  root: string,
  readText: ReadText
): Result.Result<Settings, ReadonlyArray<string>> => {
  const config = readConfig(env, root, readText)
  const mail = readMailConfig(env, readText)
  const signIn = readSignIn(env, readText)
  const webhooks = readWebhooks(env)
  const remarks = unknownVariables(env)
  if (Result.isFailure(config) || Result.isFailure(mail) || Result.isFailure(signIn) || Result.isFailure(webhooks)) {
    const problems = [
      Result.isFailure(config) ? config.failure : [],
      Result.isFailure(mail) ? mail.failure : [],
      Result.isFailure(signIn) ? signIn.failure : [],
      Result.isFailure(webhooks) ? webhooks.failure : []
    ].flat()
    // A name that was misspelt is often why another is missing.
    return Result.fail([...problems, ...remarks])
  }
  const { databaseUrl, host } = config.success
  const refused = needsAccounts(signIn.success, { databaseUrl, local: isLoopback(host) })
  const lacking = [
    ...(refused === null ? [] : [refused]),
    ...unprotectedProblems(env, { databaseUrl, issuers: signIn.success.providers.map(({ issuer }) => issuer) })
  ]
  if (lacking.length > 0) return Result.fail([...lacking, ...remarks])
  const found = { config: config.success, mail: mail.success, signIn: signIn.success, webhooks: webhooks.success }
  return Result.succeed({ ...found, secrets: secretsOf(env, found), remarks })
}
