import { describe, expect, it } from "vitest"
import { passwordNow, readPasswordFile } from "./database-password.ts"

const URL_WITHOUT = "postgres://ntm@127.0.0.1/ntm"
const env = { NTM_DATABASE_PASSWORD_FILE: "/run/secrets/db" }
const gone = (): string => {
  throw new Error("ENOENT")
}
const read = (databaseUrl: string | null, readText: () => string = () => "geheim\n") => {
  const problems: Array<string> = []
  return { file: readPasswordFile(env, readText, databaseUrl, problems), problems }
}

describe("the password of the database in a file", () => {
  it("is read beside an address without one, and told where it cannot be", () => {
    expect(read(URL_WITHOUT)).toEqual({ file: { path: "/run/secrets/db", first: "geheim" }, problems: [] })
    for (const { problems } of [
      read(null),
      read("postgres://ntm:other@127.0.0.1/ntm"),
      read(URL_WITHOUT, gone),
      read(URL_WITHOUT, () => " ")
    ]) {
      expect(problems).toEqual([expect.stringMatching(/^NTM_DATABASE_PASSWORD_FILE/)])
      expect(problems.join()).not.toMatch(/geheim|other/)
    }
    expect(readPasswordFile({}, gone, null, [])).toBeNull()
  })

  it("is as it stands in the file at the moment; the last one where it cannot be read, which is told", () => {
    let text: () => string = () => "the second\n"
    const told: Array<string> = []
    const now = passwordNow(
      { path: "/run/secrets/db", first: "the first" },
      () => text(),
      (line) => told.push(line)
    )
    expect(now()).toBe("the second")
    expect(told).toEqual([])
    text = gone
    expect(now()).toBe("the second")
    text = () => "\n"
    expect(now()).toBe("the second")
    expect(told).toEqual([expect.stringContaining("cannot be read"), expect.stringContaining("is empty")])
    expect(told.join()).not.toContain("the second")
    text = () => "the third"
    expect(now()).toBe("the third")
  })
})
