import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { clientFor, showPassword } from "./client.ts"

describe("a password that changes", () => {
  const role = `ntm_changing_${process.pid}`
  let fresh: FreshDatabase
  let owner: ReturnType<typeof clientFor>
  beforeAll(async () => {
    fresh = await freshDatabase({ server: null })
    owner = clientFor(fresh.url, { max: 1 })
    await owner.unsafe(`create role ${role} login password 'the first'`)
  })
  afterAll(async () => {
    await owner.unsafe(`drop role ${role}`)
    await owner.end()
    await fresh.drop()
  })

  it("is read anew for each connection", async () => {
    const address = new URL(fresh.url)
    address.username = role
    address.password = ""
    let told = "the first"
    showPassword(address.href, () => told)
    const asked = async () => {
      const client = clientFor(address.href, { max: 1, connectTimeout: 5 })
      try {
        return (await client`select current_user as who`)[0]?.["who"]
      } finally {
        await client.end({ timeout: 1 })
      }
    }
    expect(await asked()).toBe(role)
    await owner.unsafe(`alter role ${role} password 'the second'`)
    await expect(asked()).rejects.toMatchObject({ code: "28P01" })
    told = "the second"
    expect(await asked()).toBe(role)
  })
})
