import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { AlreadyRunning, PortTaken, takePort } from "./port.ts"

const at = (port: number, host = "127.0.0.1") => ({
  host,
  port,
  stopSeconds: 1
})
const answer = () => new Response("ok")
const refusal = (port: number, instance: string, host?: string) =>
  Effect.scoped(Effect.flip(takePort(at(port, host), instance, answer, answer)))

describe("takePort", () => {
  it("says that ntm runs there already, where it serves the same data", async () => {
    const both = Effect.gen(function* () {
      const { port } = yield* takePort(at(0), "mine", answer, answer)
      return { port, same: yield* refusal(port, "mine"), other: yield* refusal(port, "theirs") }
    })
    const { port, same, other } = await Effect.runPromise(Effect.scoped(both))
    expect(same).toBeInstanceOf(AlreadyRunning)
    expect(same.message).toContain(`ntm đã chạy tại http://127.0.0.1:${port}`)
    expect(other).toBeInstanceOf(PortTaken)
    expect(other.message).toContain(`PORT=${port + 1} npm start`)
  })

  it("says that a foreign program has the port, and how to choose another", async () => {
    const foreign = createServer((_request, response) => response.end("hi"))
    await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve))
    const { port } = foreign.address() as AddressInfo
    const refused = await Effect.runPromise(refusal(port, "mine"))
    foreign.close()
    expect(refused).toBeInstanceOf(PortTaken)
    expect(refused.message).toMatch(/chương trình khác dùng\. Chọn cổng khác, ví dụ: PORT=\d+ npm start/)
  })

  it("says that an address is not of this machine", async () => {
    const refused = await Effect.runPromise(refusal(0, "mine", "192.0.2.1"))
    expect(refused.message).toContain("Không mở được 192.0.2.1:0 (EADDRNOTAVAIL)")
  })
})
