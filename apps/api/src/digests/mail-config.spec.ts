import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { readMailConfig } from "./mail-config.ts"

const noFile = (): string => {
  throw new Error("ENOENT")
}
const read = (env: Record<string, string>, readText: (file: string) => string = noFile) => readMailConfig(env, readText)
const config = (env: Record<string, string>, readText?: (file: string) => string) =>
  Result.getOrThrow(read({ NTM_DIGEST_FROM: "ntm@haiphong.gov.vn", NTM_DIGEST_TO: "a@x.vn", ...env }, readText))
const problems = (env: Record<string, string>) => {
  const result = read(env)
  return Result.isFailure(result) ? result.failure : []
}

describe("the configuration of mail", () => {
  it("is none unless a server is named", () => {
    expect(Result.getOrThrow(read({ NTM_DIGEST_TO: "a@x.vn" }))).toBeNull()
  })

  it("has the ports that mail servers have, and says no password over a line that others can read", () => {
    expect(config({ NTM_DIGEST_MAIL: "smtp://mail.vn" })).toEqual({
      host: "mail.vn",
      port: 25,
      secure: false,
      requireTLS: true,
      login: null,
      from: "ntm@haiphong.gov.vn",
      to: ["a@x.vn"],
      agencyFile: null
    })
    expect(config({ NTM_DIGEST_MAIL: "smtp://mail.vn", NTM_UNPROTECTED: "mail" })?.requireTLS).toBe(false)
    const named = { NTM_DIGEST_MAIL: "smtp://u:p@mail.vn", NTM_UNPROTECTED: "mail" }
    expect(config(named)).toMatchObject({ port: 587, requireTLS: true })
    expect(config({ NTM_DIGEST_MAIL: "smtps://u:p@mail.vn" })).toMatchObject({ port: 465, secure: true })
    expect(config({ NTM_DIGEST_MAIL: "smtp://u:p@127.0.0.1:2525" })).toMatchObject({ port: 2525, requireTLS: false })
  })

  it("takes the password from the URL, from the environment, or from a file", () => {
    expect(config({ NTM_DIGEST_MAIL: "smtp://v%40x:p%40w@m" })?.login).toEqual({ user: "v@x", password: "p@w" })
    const named = { NTM_DIGEST_MAIL: "smtp://u@m" }
    expect(config({ ...named, NTM_DIGEST_MAIL_PASSWORD: "mật" })?.login?.password).toBe("mật")
    const file = { ...named, NTM_DIGEST_MAIL_PASSWORD_FILE: "/run/secrets/mail" }
    expect(config(file, (name) => `${name}\n`)?.login?.password).toBe("/run/secrets/mail")
  })

  it("sends to several, each once", () => {
    expect(config({ NTM_DIGEST_MAIL: "smtp://m", NTM_DIGEST_TO: "a@x.vn, b@x.vn; a@x.vn" })?.to).toEqual([
      "a@x.vn",
      "b@x.vn"
    ])
  })

  it("names everything that is wrong at once, and never a password", () => {
    const told = problems({
      NTM_DIGEST_MAIL: "http://u:geheim@h",
      NTM_DIGEST_FROM: "văn phòng",
      NTM_DIGEST_TO: "a@x.vn,b",
      NTM_DIGEST_MAIL_PASSWORD_FILE: "/none"
    })
    expect(told.map((line) => line.split(/[: ]/)[0])).toEqual([
      "NTM_DIGEST_MAIL",
      "NTM_DIGEST_FROM",
      "NTM_DIGEST_TO",
      "NTM_DIGEST_MAIL_PASSWORD_FILE"
    ])
    expect(told.join()).not.toContain("geheim")
    expect(problems({ NTM_DIGEST_MAIL: "smtp://u@h", NTM_DIGEST_FROM: "a@x.vn" })).toEqual([
      expect.stringContaining("NTM_DIGEST_TO hoặc NTM_DIGEST_AGENCIES"),
      expect.stringContaining("mật khẩu")
    ])
  })
})
