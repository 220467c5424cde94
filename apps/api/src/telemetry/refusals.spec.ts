import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { type Fields, makeLog } from "./log.ts"
import { isRefusal, MANY, watchRefusals } from "./refusals.ts"
import { requestLog } from "./requests.ts"

const listening = () => {
  const lines: Array<Fields> = []
  const log = makeLog({
    json: () => true,
    level: "warn",
    write: (_, line) => void lines.push(JSON.parse(line) as Fields)
  })
  return { lines, log }
}

describe("refusals of one caller", () => {
  it("are told once when there are many, and those of others are no matter of theirs", async () => {
    const { lines, log } = listening()
    const watch = watchRefusals(log)
    const refuse = (person: string | null, address: string | null) => watch({ person, address, status: 403 })
    for (let at = 0; at < MANY - 1; at += 1) await refuse("lan", "203.0.113.7")
    expect(lines).toEqual([])
    await refuse("mai", "203.0.113.7")
    await refuse(null, "203.0.113.7")
    await refuse(null, null)
    expect(lines).toEqual([])
    for (let at = 0; at < MANY * 3; at += 1) await refuse("lan", "203.0.113.8")
    expect(lines).toEqual([
      expect.objectContaining({
        level: "warn",
        message: expect.stringContaining("refused 60 times within 5 minutes"),
        person: "lan",
        address: "203.0.113.8",
        status: 403
      })
    ])
  })

  it("are those of a network together, whatever they were refused for", async () => {
    const { lines, log } = listening()
    const { app } = appInMemory({ requests: requestLog(log) })
    const paths = ["/api/v1/none", "/api/v1/units?as_of=never", "/api/v1/units/%ff", "/wp-admin"]
    for (let at = 0; at < MANY; at += 1) {
      const remoteAddress = `2001:db8::${at.toString(16)}`
      await app.request(paths[at % paths.length] ?? "", {}, { incoming: { socket: { remoteAddress } } })
    }
    expect(lines.map(({ address, message }) => [address, message])).toEqual([
      ["2001:db8::3b", expect.stringContaining("refused 60 times")]
    ])
  })

  it("are answers that refuse a request for what it is", () => {
    expect([400, 401, 403, 404, 422, 429].map(isRefusal)).toEqual([true, true, true, true, true, true])
    expect([200, 304, 412, 428, 499, 500, 503].filter(isRefusal)).toEqual([])
  })
})
