import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { addressOf, instanceOf, readConfig } from "./config.ts"

const read = (env: Record<string, string>) => readConfig(env, "/srv/ntm")
const problemsOf = (env: Record<string, string>) => {
  const result = read(env)
  return Result.isFailure(result) ? result.failure : []
}

describe("readConfig", () => {
  it("listens on loopback, port 4100, with data under .ntm, unless told otherwise", () => {
    const defaults = {
      host: "127.0.0.1",
      port: 4100,
      dataDirectory: "/srv/ntm/.ntm",
      databaseUrl: null,
      digestFolder: "/srv/ntm/.ntm/digests"
    }
    expect(read({})).toEqual(Result.succeed(defaults))
    expect(read({ PORT: "", HOST: " ", NTM_DATA: "", DATABASE_URL: "" })).toEqual(Result.succeed(defaults))
  })

  it("takes what it is told", () => {
    const databaseUrl = "postgres://u:p@db/ntm"
    expect(read({ PORT: "0", HOST: "::1", NTM_DATA: "/data", DATABASE_URL: databaseUrl, NTM_DIGEST: "off" })).toEqual(
      Result.succeed({ host: "::1", port: 0, dataDirectory: "/data", databaseUrl, digestFolder: null })
    )
  })

  it.each(["65536", "-1", "4100a", "4.1", "0x10", "1e3"])("refuses PORT=%s and repeats it", (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringContaining(`không phải “${PORT}”`)])
  })

  it("names everything that is wrong at once, and never a password", () => {
    const problems = problemsOf({
      PORT: "x",
      HOST: "http://a b",
      DATABASE_URL: "mysql://u:geheim@h/d",
      NTM_DIGEST: "mail"
    })
    expect(problems).toHaveLength(4)
    expect(problems.join()).not.toContain("geheim")
  })
})

describe("instanceOf", () => {
  const own = (dataDirectory: string) => instanceOf({ dataDirectory, databaseUrl: null })
  const server = (databaseUrl: string) => instanceOf({ dataDirectory: "/a", databaseUrl })

  it("is the same for the same data and another for other data", () => {
    expect(own("/a")).toBe(own("/a"))
    expect(new Set([own("/a"), own("/b"), server("postgres://h/a"), server("postgres://h/b")]).size).toBe(4)
  })

  it("does not depend on the credentials of a server", () => {
    expect(server("postgres://u:one@h:5432/a")).toBe(server("postgres://v:two@h:5432/a"))
  })
})

describe("addressOf", () => {
  it("is what a browser on this machine can open", () => {
    expect(addressOf("0.0.0.0", 4100)).toBe("http://127.0.0.1:4100")
    expect(addressOf("::1", 80)).toBe("http://[::1]:80")
  })
})
