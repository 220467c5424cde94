import { lstat, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { peopleApp, visitor } from "../testing/people-app.ts"
import { keepOwnerKey } from "./owner-key.ts"
import { secretOf } from "./secrets.ts"

describe("what lies in the data folder", () => {
  let folder = ""
  let started: Awaited<ReturnType<typeof peopleApp>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ntm-owner-"))
    started = await peopleApp({
      server: null,
      people: async (accounts) => ({ owner: await keepOwnerKey(accounts, folder, "tài khoản máy “lan”") })
    })
  })
  afterAll(async () => {
    await started.end()
    await rm(folder, { recursive: true })
  })
  const path = () => join(folder, "secrets", "owner-key")

  it("is a key with which the owner of the machine may do everything, in a file that nobody else may read", async () => {
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    const key = (await readFile(path(), "utf8")).trim()
    const owner = visitor(started.app, { authorization: `Bearer ${key}` })
    const { told } = await owner.get("/session")
    expect(told).toMatchObject({ person: { name: "tài khoản máy “lan”" }, sees: "all" })
    expect(told.actions).toContain("people.manage")
    const invited = await owner.post("/people", { name: "Lan", email: "lan@example.vn", grants: [] })
    const { items } = (await owner.get(`/people/${invited.told.id}/history`)).told
    expect(items[0].recordedBy).toEqual({ person: null, name: "tài khoản máy “lan”" })
    expect((await owner.get("/people")).told.items).toHaveLength(1)
    expect((await owner.get("/keys")).told.items).toEqual([])
  })

  it("is kept while it opens, and made anew where it does not", async () => {
    const before = await readFile(path(), "utf8")
    await keepOwnerKey(started.accounts, folder, "x")
    expect(await readFile(path(), "utf8")).toBe(before)
    await writeFile(path(), "ntm_false\n")
    await keepOwnerKey(started.accounts, folder, "x")
    const after = await readFile(path(), "utf8")
    expect(after).not.toBe(before)
    expect((await started.accounts.keyOf(after.trim()))?.perMinute).toBe(0)
  })

  it("is a secret for cookies too, unless one is given", async () => {
    const made = await secretOf(null, folder)
    expect(made.length).toBeGreaterThan(40)
    expect(await secretOf(null, folder)).toBe(made)
    expect((await stat(join(folder, "secrets", "session-secret"))).mode & 0o777).toBe(0o600)
    expect(await secretOf("given", folder)).toBe("given")
  })

  it("is never written over because it could not be read", async () => {
    const secret = join(folder, "secrets", "session-secret")
    await rm(secret, { force: true })
    await symlink("session-secret", secret)
    await expect(secretOf(null, folder)).rejects.toThrow("ELOOP")
    expect((await lstat(secret)).isSymbolicLink()).toBe(true)
  })
})
