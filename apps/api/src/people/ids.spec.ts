import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { peopleApp, visitor } from "../testing/people-app.ts"
import { keepOwnerKey } from "./owner-key.ts"

describe("ids that nobody can have", () => {
  let folder = ""
  let started: Awaited<ReturnType<typeof peopleApp>>
  let owner: ReturnType<typeof visitor>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ntm-ids-"))
    started = await peopleApp({
      server: null,
      people: async (accounts) => ({ owner: await keepOwnerKey(accounts, folder, "lan") })
    })
    const key = (await readFile(join(folder, "secrets", "owner-key"), "utf8")).trim()
    owner = visitor(started.app, { authorization: `Bearer ${key}` })
  })
  afterAll(async () => {
    await started?.end()
    await rm(folder, { recursive: true })
  })

  it("are told as parameters that cannot be, and are no fault of the program", async () => {
    const history = await owner.get(`/people/${"x".repeat(65)}/history`)
    expect([history.status, history.told.errors[0].path]).toEqual([422, "id"])
    for (const grant of ["0", "-762", "1.5", "x"]) {
      const ended = await owner.post(`/people/a/grants/${grant}/end`)
      expect([ended.status, ended.told.errors[0].path]).toEqual([422, "grant"])
    }
  })
})
