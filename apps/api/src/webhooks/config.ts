import { Result } from "effect"
import { type Environment, given } from "../start/environment.ts"

/** What the environment says of webhooks. */
export interface WebhooksConfig {
  /** Whether they may go to this machine and private networks, without https too: where partners' systems stand beside this one. */
  readonly privately: boolean
  /** The only hosts that they may go to, in small letters, `*.` before those of which all below may be; null or left out: any. */
  readonly hosts?: ReadonlyArray<string> | null
}

/** A name of a host or an address; `*.` stands for all names below one. */
const HOST = /^(?:(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:]*:[\da-f:.]*)$/

/** Whether a host is among those that webhooks may go to. */
export const isListed = ({ hosts = null }: WebhooksConfig, host: string): boolean =>
  hosts === null ||
  hosts.some((one) => (one.startsWith("*.") ? host.endsWith(one.slice(1)) && host.length >= one.length : host === one))

/** Reads `NTM_WEBHOOKS_PRIVATE`, 1 or 0 (as where it is not set), and `NTM_WEBHOOKS_HOSTS`; tells what cannot be used. */
export const readWebhooks = (env: Environment): Result.Result<WebhooksConfig, ReadonlyArray<string>> => {
  const problems: Array<string> = []
  const privately = given(env, "NTM_WEBHOOKS_PRIVATE") ?? "0"
  if (privately !== "0" && privately !== "1")
    problems.push(`NTM_WEBHOOKS_PRIVATE phải là 0 hoặc 1 · must be 0 or 1: ${privately}`)
  const named = (given(env, "NTM_WEBHOOKS_HOSTS") ?? "").toLowerCase().split(/[\s,]+/)
  const hosts = named.filter((host) => host !== "")
  const wrong = hosts.filter((host) => !HOST.test(host))
  if (wrong.length > 0)
    problems.push(
      `NTM_WEBHOOKS_HOSTS: không phải tên máy: ${wrong.join(", ")} · no names of hosts (as data.gov.vn or *.gov.vn)`
    )
  if (problems.length > 0) return Result.fail(problems)
  return Result.succeed({ privately: privately === "1", hosts: hosts.length > 0 ? hosts : null })
}
