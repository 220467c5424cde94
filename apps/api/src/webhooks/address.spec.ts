import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type FindAddresses, refusalOf } from "./address.ts"
import { readWebhooks, type WebhooksConfig } from "./config.ts"

const read = (env: Record<string, string>) => readWebhooks(env)
const config = (env: Record<string, string>): WebhooksConfig => Result.getOrThrow(read(env))

/** Every name has a public address here, so that only the name decides. */
const find: FindAddresses = (_host, _options, found) => found(null, [{ address: "8.8.8.8", family: 4 }])
const refused = (hosts: string, url: string, more: Record<string, string> = {}) =>
  refusalOf(url, config({ NTM_WEBHOOKS_HOSTS: hosts, ...more }), find)

describe("the hosts that webhooks may go to", () => {
  it("are any public ones, unless some are named", async () => {
    expect(config({})).toEqual({ privately: false, hosts: null })
    expect(await refused("", "https://anywhere.example/x")).toBeNull()
  })

  it.each([
    ["https://data.gov.vn/x", null],
    ["https://DATA.gov.vn:8443/x", null],
    ["https://a.b.haiphong.gov.vn/x", null],
    ["https://haiphong.gov.vn/x", "unlisted"],
    ["https://evilhaiphong.gov.vn/x", "unlisted"],
    ["https://data.gov.vn.evil.example/x", "unlisted"],
    ["https://data.gov.vn@evil.example/x", "unlisted"],
    ["https://8.8.8.8/x", "unlisted"],
    ["http://data.gov.vn/x", "insecure"]
  ])("are those that are named: %s is %s", async (url, reason) => {
    expect(await refused("Data.gov.vn, *.haiphong.gov.vn", url)).toBe(reason)
  })

  it("hold within one's own network too", async () => {
    const privately = { NTM_WEBHOOKS_PRIVATE: "1" }
    expect(await refused("10.0.0.5 ::1", "http://10.0.0.5:9000/x", privately)).toBeNull()
    expect(await refused("10.0.0.5 ::1", "http://[::1]/x", privately)).toBeNull()
    expect(await refused("10.0.0.5 ::1", "http://10.0.0.6/x", privately)).toBe("unlisted")
  })

  it("are told where they are no names of hosts, with everything else that is wrong", () => {
    const problems = Result.getOrThrow(
      Result.flip(read({ NTM_WEBHOOKS_HOSTS: "https://data.gov.vn gov.*", NTM_WEBHOOKS_PRIVATE: "yes" }))
    )
    expect(problems).toEqual([
      expect.stringContaining("must be 0 or 1: yes"),
      expect.stringContaining("https://data.gov.vn, gov.*")
    ])
  })
})
