import { Effect } from "effect"
import { createServer } from "node:net"
import { describe, expect, it } from "vitest"
import { databasesUnderTest, freshDatabase } from "../testing/fresh-database.ts"
import { clientFor } from "./client.ts"
import { waitUntilReady } from "./ready.ts"

const refusal = (url: string, seconds = 0) => Effect.runPromise(Effect.flip(waitUntilReady({ url, seconds })))

/** A port on which nothing listens: one that was free a moment ago. */
const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

describe("waitUntilReady", () => {
  it.each(["", "localhost", "mysql://ntm@localhost/ntm", "postgres//ntm"])(
    "says that “%s” is no address of a database",
    async (url) => {
      expect((await refusal(url)).problem).toBe("badUrl")
    }
  )

  it("says where nobody answers, without the password", async () => {
    const port = await closedPort()
    const refused = await refusal(`postgres://ntm:bi-mat@127.0.0.1:${port}/ntm`)
    expect(refused.problem).toBe("unreachable")
    expect(refused.message).toContain(`127.0.0.1:${port}`)
    expect(refused.message).not.toContain("bi-mat")
  })

  it("refuses a database that is not in UTF8", async () => {
    const database = await freshDatabase()
    const name = `ntm_test_${process.pid}_ascii`
    const client = clientFor(database.url, { max: 1 })
    try {
      await client.unsafe(
        `create database ${name} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`
      )
      const url = new URL(database.url)
      url.pathname = `/${name}`
      expect((await refusal(url.href)).problem).toBe("wrongEncoding")
      await client.unsafe(`drop database ${name}`)
    } finally {
      await client.end({ timeout: 1 })
      await database.drop()
    }
  })
})

describe.each(databasesUnderTest)("waitUntilReady, on $name", ({ server }) => {
  it("is content with a server that fits", async () => {
    const database = await freshDatabase({ server })
    await Effect.runPromise(waitUntilReady({ url: database.url }))
    await database.drop()
  })
})
