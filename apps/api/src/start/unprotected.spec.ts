import { describe, expect, it } from "vitest"
import { unprotectedProblems } from "./unprotected.ts"

const refused = (
  env: Record<string, string>,
  { databaseUrl = null, issuers = [] }: { databaseUrl?: string | null; issuers?: ReadonlyArray<string> } = {}
) => unprotectedProblems(env, { databaseUrl, issuers }).map((line) => line.split(":")[0])

describe("plain text to another machine", () => {
  it.each([
    "postgres://u:geheim@db/ntm",
    "postgres://u:geheim@10.0.0.5/ntm?sslmode=disable",
    "postgres://u:geheim@db/ntm?sslmode=prefer",
    "postgres://u:geheim@db/ntm?sslmode=require",
    "postgres://u:geheim@localhost,db/ntm",
    "postgres://u:geheim@db/ntm?sslmode=verify-full&sslmode=disable"
  ])("is refused to a database: %s", (databaseUrl) => {
    const lines = unprotectedProblems({}, { databaseUrl, issuers: [] })
    expect(lines).toEqual([expect.stringMatching(/^DATABASE_URL: .*verify-full.* · .*NTM_UNPROTECTED=database/)])
    expect(lines.join()).not.toContain("geheim")
    expect(refused({ NTM_UNPROTECTED: "mail, database" }, { databaseUrl })).toEqual([])
    expect(refused({ NTM_UNPROTECTED: "provider" }, { databaseUrl })).toEqual(["DATABASE_URL"])
  })

  it.each([
    "postgres://u@db/ntm?sslmode=verify-full",
    "postgresql://u@a,b/ntm?sslmode=verify-ca",
    "postgres://u@127.0.0.1:5433/ntm",
    "postgres://u@[::1]/ntm",
    "postgres://u@localhost/ntm",
    "postgres://u@%2Fvar%2Frun%2Fpostgresql/ntm",
    "postgres:///ntm"
  ])("is no matter of %s", (databaseUrl) => expect(refused({}, { databaseUrl })).toEqual([]))

  it("is refused to the host that PGHOST names where the address names none", () => {
    for (const PGHOST of ["db", "10.0.0.5", "localhost,db"])
      expect(refused({ PGHOST }, { databaseUrl: "postgres:///ntm" })).toEqual(["DATABASE_URL"])
    for (const PGHOST of ["", "localhost", "127.0.0.1", "/run/postgresql"])
      expect(refused({ PGHOST }, { databaseUrl: "postgres:///ntm" })).toEqual([])
    expect(refused({ PGHOST: "db" }, { databaseUrl: "postgres:///ntm?sslmode=verify-full" })).toEqual([])
    expect(refused({ PGHOST: "db" }, { databaseUrl: "postgres://u@localhost/ntm" })).toEqual([])
  })

  it("is refused to a provider and to receivers of telemetry, each by its variable", () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "http://otel:4318/v1/metrics"
    }
    expect(refused(env, { issuers: ["http://sso.gov.vn"] })).toEqual([
      "NTM_SSO_ISSUER",
      "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"
    ])
    expect(refused({ ...env, NTM_UNPROTECTED: "telemetry provider" }, { issuers: ["http://sso.gov.vn"] })).toEqual([])
    expect(refused({ OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel" }, { issuers: ["https://sso.gov.vn"] })).toEqual([])
  })

  it("is refused to a scanner, which has no other", () => {
    expect(refused({ NTM_SCANNER: "clamd://scanner:3310" })).toEqual(["NTM_SCANNER"])
    expect(refused({ NTM_SCANNER: "clamd://scanner:3310", NTM_UNPROTECTED: "scanner" })).toEqual([])
    for (const here of ["clamd://127.0.0.1:3310", "unix:/run/clamav/clamd.ctl"])
      expect(refused({ NTM_SCANNER: here })).toEqual([])
  })

  it("tells a word that names nobody", () => {
    expect(unprotectedProblems({ NTM_UNPROTECTED: "databse" }, { databaseUrl: null, issuers: [] })).toEqual([
      expect.stringContaining("“databse”")
    ])
  })
})
