import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { addressOf, instanceOf, readConfig } from "./config.ts"

const readText = (file: string) => {
  if (file === "/run/secrets/db") return "postgres://u:geheim@db/ntm\n"
  if (file === "/run/secrets/empty") return "\n"
  throw new Error("no such file")
}
const read = (env: Record<string, string>) => readConfig(env, "/srv/ntm", readText)
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
      databasePassword: null,
      digestFolder: "/srv/ntm/.ntm/digests",
      log: { level: null, format: null, addresses: true },
      stopSeconds: 10,
      exporting: false,
      asking: {
        rates: { person: 6000, address: 3000, owner: 600_000 },
        atOnce: { caller: 100, heavy: 4 },
        answerSeconds: 90,
        proxies: 0
      },
      calendarKeysBeside: false,
      scanner: null
    }
    expect(read({})).toEqual(Result.succeed(defaults))
    expect(read({ PORT: "", HOST: " ", NTM_DATA: "", DATABASE_URL: "" })).toEqual(Result.succeed(defaults))
  })

  it("takes what it is told", () => {
    const databaseUrl = "postgres://u:p@db/ntm"
    expect(
      read({
        PORT: "0",
        HOST: "::1",
        NTM_DATA: "/data",
        DATABASE_URL: databaseUrl,
        NTM_DIGEST: "off",
        NTM_LOG_LEVEL: "warn",
        NTM_LOG_FORMAT: "json",
        NTM_LOG_ADDRESS: "off",
        NTM_STOP_SECONDS: "60",
        NTM_LIMIT_PERSON: "600",
        NTM_LIMIT_ADDRESS: "300",
        NTM_LIMIT_OWNER: "60000",
        NTM_LIMIT_AT_ONCE: "50",
        NTM_LIMIT_HEAVY: "2",
        NTM_LIMIT_SECONDS: "30",
        NTM_PROXIES: "2",
        NTM_CALENDAR_KEYS: "header",
        NTM_SCANNER: "unix:/run/clamd.ctl",
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel:4318"
      })
    ).toEqual(
      Result.succeed({
        host: "::1",
        port: 0,
        dataDirectory: "/data",
        databaseUrl,
        databasePassword: null,
        digestFolder: null,
        log: { level: "warn", format: "json", addresses: false },
        stopSeconds: 60,
        exporting: true,
        asking: {
          rates: { person: 600, address: 300, owner: 60_000 },
          atOnce: { caller: 50, heavy: 2 },
          answerSeconds: 30,
          proxies: 2
        },
        calendarKeysBeside: true,
        scanner: { path: "/run/clamd.ctl" }
      })
    )
  })

  it("tells every limit that is no number within bounds", () => {
    const told = problemsOf({
      NTM_LIMIT_PERSON: "0",
      NTM_LIMIT_AT_ONCE: "5",
      NTM_LIMIT_SECONDS: "1e3",
      NTM_PROXIES: "-1"
    })
    expect(told.map((line) => line.split(" ")[0])).toEqual([
      "NTM_LIMIT_PERSON",
      "NTM_LIMIT_AT_ONCE",
      "NTM_LIMIT_SECONDS",
      "NTM_PROXIES"
    ])
  })

  it.each(["65536", "-1", "4100a", "4.1", "0x10", "1e3"])("refuses PORT=%s and repeats it", (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringContaining(`không phải “${PORT}”`)])
  })

  it("names everything that is wrong at once, and never a password", () => {
    const problems = problemsOf({
      PORT: "x",
      HOST: "http://a b",
      DATABASE_URL: "mysql://u:geheim@h/d",
      NTM_DIGEST: "mail",
      NTM_LOG_LEVEL: "loud",
      NTM_LOG_FORMAT: "xml",
      NTM_STOP_SECONDS: "0",
      OTEL_EXPORTER_OTLP_ENDPOINT: "otel:4318",
      OTEL_EXPORTER_OTLP_PROTOCOL: "grpc"
    })
    expect(problems).toHaveLength(9)
    expect(problems.join()).not.toContain("geheim")
    for (const line of problems) expect(line).toContain(" · ")
  })
})

describe("a secret in a file", () => {
  it("is read from where the variable says", () => {
    expect(read({ DATABASE_URL_FILE: "/run/secrets/db" })).toMatchObject({
      success: { databaseUrl: "postgres://u:geheim@db/ntm" }
    })
  })

  it("is refused where it cannot be read, is empty, or is said twice; and is not repeated", () => {
    expect(problemsOf({ DATABASE_URL_FILE: "/nowhere" })).toEqual([expect.stringContaining("“/nowhere”")])
    expect(problemsOf({ DATABASE_URL_FILE: "/run/secrets/empty" })[0]).toContain("trống")
    const twice = problemsOf({ DATABASE_URL_FILE: "/run/secrets/db", DATABASE_URL: "postgres://u:geheim@db/x" })
    expect(twice).toEqual([expect.stringContaining("Chỉ đặt một trong DATABASE_URL và DATABASE_URL_FILE")])
    expect(twice.join()).not.toContain("geheim")
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
