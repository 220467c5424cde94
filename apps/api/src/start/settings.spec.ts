import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readSettings } from "./settings.ts"
import { knownVariables } from "./variables.ts"

const readText = (file: string) => {
  if (file === "/run/secrets/db") return "mật-khẩu-csdl"
  if (file === "/run/secrets/sso") return "chìa-khoá-sso"
  throw new Error("no such file")
}
const read = (env: Record<string, string>) => readSettings(env, "/srv/ntm", readText)

describe("what the environment says to the server", () => {
  it("is refused as a whole, with every variable that cannot be used and every one that is unknown", () => {
    const result = read({
      PORT: "x",
      NTM_DIGEST_MAIL: "http://mail",
      NTM_ACCOUNTS: "yes",
      NTM_SECRET: "short",
      NTM_DATABASE: "geheim"
    })
    const lines = Result.getOrThrow(Result.flip(result))
    for (const name of ["PORT", "NTM_DIGEST_MAIL", "NTM_ACCOUNTS", "NTM_SECRET", "NTM_DATABASE"])
      expect(lines.filter((line) => line.startsWith(name) || line.includes(`biến ${name};`))).not.toHaveLength(0)
    expect(lines.join()).not.toMatch(/geheim|“short”/)
  })

  it("lets nobody in without signing in but on one person's machine", () => {
    const lines = (env: Record<string, string>) => Result.getOrThrow(Result.flip(read({ NTM_ACCOUNTS: "off", ...env })))
    expect(lines({ HOST: "0.0.0.0" })).toEqual([expect.stringContaining("NTM_ACCOUNTS=off")])
    expect(lines({ DATABASE_URL: "postgres://u:geheim@localhost/ntm" })).toEqual([
      expect.stringContaining("NTM_ACCOUNTS=off")
    ])
    expect(Result.getOrThrow(read({ NTM_ACCOUNTS: "off" })).signIn.on).toBe(false)
    expect(Result.getOrThrow(read({ HOST: "0.0.0.0" })).signIn.on).toBe(true)
  })

  it("is refused where it means plain text to another machine", () => {
    const lines = Result.getOrThrow(Result.flip(read({ DATABASE_URL: "postgres://u:geheim@db/ntm" })))
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: /)])
    const said = { DATABASE_URL: "postgres://u:geheim@db/ntm", NTM_UNPROTECTED: "database" }
    expect(Result.getOrThrow(read(said)).config.databaseUrl).toBe("postgres://u:geheim@db/ntm")
  })

  it("starts with an unknown variable, and tells it", () => {
    const { remarks } = Result.getOrThrow(read({ NTM_PORT: "4200", NTM_LANG: "en" }))
    expect(remarks).toEqual([expect.stringContaining("There is no variable NTM_PORT")])
  })

  it("knows what must not be written: what was stated, and what a file said", () => {
    const { secrets } = Result.getOrThrow(
      read({
        DATABASE_URL: "postgres://u@db/ntm?sslmode=verify-full",
        NTM_DATABASE_PASSWORD_FILE: "/run/secrets/db",
        NTM_SECRET: "z".repeat(32),
        NTM_SSO_ISSUER: "https://sso.gov.vn",
        NTM_SSO_CLIENT_ID: "ntm",
        NTM_SSO_CLIENT_SECRET_FILE: "/run/secrets/sso",
        OTEL_EXPORTER_OTLP_HEADERS: "api-key=otel"
      })
    )
    expect([...secrets].sort()).toEqual(
      [
        "api-key=otel",
        "chìa-khoá-sso",
        "mật-khẩu-csdl",
        "postgres://u@db/ntm?sslmode=verify-full",
        "z".repeat(32)
      ].sort()
    )
  })
})

describe("the variables", () => {
  const root = join(import.meta.dirname, "..", "..", "..", "..")
  const sources = ["apps", "packages/store", "test", "tooling"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file) && /(?<!\.spec)\.(ts|tsx|mjs)$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8"))
  )

  it("are all that any program of the product names", () => {
    const named = new Set(sources.flatMap((text) => text.match(/\bNTM_[A-Z]+(?:_[A-Z]+)*\b/g) ?? []))
    expect([...named].filter((name) => !knownVariables.has(name))).toEqual([])
  })

  it("are told in docs/operations.md, each that a server looks at", () => {
    const docs = readFileSync(join(root, "docs", "operations.md"), "utf8")
    const forDevelopers = /BOUNDARIES|BROWSER|^NTM_FROM$|REQUESTS|SEED|SETUP_LOCK|STANDARDS|TALLY|TEST_DATABASE|UNTIL/
    const missing = [...knownVariables].filter((name) => !forDevelopers.test(name) && !docs.includes(`\`${name}\``))
    expect(missing).toEqual([])
  })
})
