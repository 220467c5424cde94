import { Role } from "@ntm/domain/people"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { mayMakeUp, needsAccounts, needsFactor, readSignIn } from "./sign-in-config.ts"

const readText = (file: string) => {
  if (file === "/run/secrets/long") return `${"x".repeat(40)}\n`
  throw new Error("no such file")
}
const read = (env: Readonly<Record<string, string>>) => Result.getOrThrow(readSignIn(env, readText))
const refused = (env: Readonly<Record<string, string>>) => Result.getOrThrow(Result.flip(readSignIn(env, readText)))
const sso = { NTM_SSO_ISSUER: "https://sso.gov.vn", NTM_SSO_CLIENT_ID: "ntm", NTM_SSO_CLIENT_SECRET: "bí mật" }

describe("how people sign in", () => {
  it("is on unless it is switched off, and knows no provider until one is named", () => {
    expect(read({})).toEqual({
      on: true,
      address: null,
      providers: [],
      demonstration: null,
      secondFactor: null,
      breached: null,
      secret: null,
      formerSecrets: []
    })
    expect(read({ NTM_ACCOUNTS: "off" }).on).toBe(false)
    expect(read({ NTM_ADDRESS: "https://ntm.gov.vn/" })).toMatchObject({
      on: true,
      address: "https://ntm.gov.vn"
    })
    expect(read(sso).providers).toMatchObject([{ id: "sso", name: "sso.gov.vn", clientSecret: "bí mật" }])
  })

  it("is refused with a line for each variable, and no secret in any", () => {
    const lines = refused({
      NTM_ACCOUNTS: "yes",
      NTM_ADDRESS: "ntm.gov.vn/x",
      NTM_DEMO: "1",
      ...sso,
      NTM_SSO_CLIENT_ID: ""
    })
    expect(lines).toHaveLength(4)
    expect(lines.join()).not.toContain("bí mật")
    expect(refused({ ...sso, NTM_SSO_CLIENT_SECRET_FILE: "/nowhere/at/all" })[0]).toContain(
      "NTM_SSO_CLIENT_SECRET_FILE"
    )
  })
})

describe("what signs cookies", () => {
  it("is told with those that it took the place of", () => {
    const former = `${"a".repeat(40)} ${"b".repeat(40)}`
    const config = read({ NTM_SECRET: "z".repeat(40), NTM_SECRET_FORMER: former })
    expect(config.formerSecrets).toEqual(["a".repeat(40), "b".repeat(40)])
  })

  it("comes from the environment or from a file, and is long", () => {
    expect(read({ NTM_SECRET_FILE: "/run/secrets/long" }).secret).toBe("x".repeat(40))
    expect(read({ NTM_SECRET: "y".repeat(32) }).secret).toBe("y".repeat(32))
    expect(refused({ NTM_SECRET: "ngắn-quá-bí-mật" })).toEqual([
      expect.stringContaining("NTM_SECRET phải có ít nhất 32")
    ])
    expect(refused({ NTM_SECRET: "ngắn-quá-bí-mật" }).join()).not.toContain("ngắn-quá")
  })

  it("is refused where two things are said of it, or its file cannot be read", () => {
    expect(refused({ NTM_SECRET: "y".repeat(32), NTM_SECRET_FILE: "/run/secrets/long" })).toHaveLength(1)
    expect(refused({ NTM_SECRET_FILE: "/nowhere" })).toEqual([expect.stringContaining("NTM_SECRET_FILE")])
  })
})

describe("a program without accounts", () => {
  it("is for whoever sits before it: refused on a server's database, and where others reach it", () => {
    const own = { databaseUrl: null, local: true }
    expect(needsAccounts({ on: false }, own)).toBeNull()
    for (const { databaseUrl, local } of [
      { databaseUrl: null, local: false },
      { databaseUrl: "postgres://x@db/ntm", local: true },
      { databaseUrl: "postgres://x@db/ntm", local: false }
    ]) {
      expect(needsAccounts({ on: false }, { databaseUrl, local })).toContain("NTM_ACCOUNTS=off")
      expect(needsAccounts({ on: true }, { databaseUrl, local })).toBeNull()
    }
  })
})

describe("a second factor", () => {
  it("is wanted of the roles that are named, and of the ways to sign in at the provider; an unknown role is told", () => {
    expect(read({ NTM_SECOND_FACTOR: "administrator, coordinationOffice" }).secondFactor).toEqual([
      "administrator",
      "coordinationOffice"
    ])
    expect(refused({ NTM_SECOND_FACTOR: "king" })[0]).toContain("không có vai trò king")
    expect(read({ ...sso, NTM_SSO_ACR: "urn:gov:loa3 mfa" }).providers[0]?.strength).toEqual(["urn:gov:loa3", "mfa"])
  })
})

describe("what holds where nothing is said", () => {
  it("a second factor of every role, but where people are made up to be tried", () => {
    expect(needsFactor(read({}), false)).toEqual(Role.literals)
    expect(needsFactor(read({}), true)).toEqual([])
    expect(needsFactor(read({ NTM_SECOND_FACTOR: "none" }), false)).toEqual([])
    expect(needsFactor(read({ NTM_SECOND_FACTOR: "leader" }), true)).toEqual(["leader"])
    expect(refused({ NTM_SECOND_FACTOR: "none, leader" })[0]).toContain("none")
  })

  it("a provider's word counts for twelve hours, and no set of breached passwords is named", () => {
    expect(read(sso).providers[0]?.hours).toBe(12)
    expect(read({ ...sso, NTM_SSO_HOURS: "8" }).providers[0]?.hours).toBe(8)
    for (const NTM_SSO_HOURS of ["0", "721", "một"])
      expect(refused({ ...sso, NTM_SSO_HOURS })[0]).toContain("NTM_SSO_HOURS")
    expect(read({ NTM_BREACHED_PASSWORDS: "/srv/pwned" }).breached).toBe("/srv/pwned")
    expect(refused({ NTM_BREACHED_PASSWORDS: "http://x/" })[0]).toContain("NTM_BREACHED_PASSWORDS")
  })
})

describe("people who are made up", () => {
  it("exist where the program keeps its own database for this machine, or was told to", () => {
    const own = { databaseUrl: null, local: true }
    expect(mayMakeUp({ demonstration: null }, own)).toBe(true)
    expect(mayMakeUp({ demonstration: false }, own)).toBe(false)
    expect(mayMakeUp({ demonstration: null }, { ...own, local: false })).toBe(false)
    expect(mayMakeUp({ demonstration: true }, { ...own, local: false })).toBe(true)
  })

  it("never on a server's database, whatever was asked for", () => {
    for (const demonstration of [null, true, false])
      for (const local of [true, false])
        expect(mayMakeUp({ demonstration }, { databaseUrl: "postgres://x@db/ntm", local })).toBe(false)
  })
})
