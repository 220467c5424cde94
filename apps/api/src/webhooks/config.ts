import { Result } from "effect"

/** What the environment says of webhooks. */
export interface WebhooksConfig {
  /** Whether they may go to this machine and private networks, without https too: where partners' systems stand beside this one. */
  readonly privately: boolean
}

/** Reads `NTM_WEBHOOKS_PRIVATE`: 1 or 0 (as where it is not set); anything else is told. */
export const readWebhooks = (
  env: Readonly<Record<string, string | undefined>>
): Result.Result<WebhooksConfig, ReadonlyArray<string>> => {
  const given = (env["NTM_WEBHOOKS_PRIVATE"] ?? "").trim()
  if (given !== "" && given !== "0" && given !== "1")
    return Result.fail([`NTM_WEBHOOKS_PRIVATE phải là 0 hoặc 1 · must be 0 or 1: ${given}`])
  return Result.succeed({ privately: given === "1" })
}
