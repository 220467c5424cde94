import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect, Exit, Scope } from "effect"
import { afterEach, describe, expect, it } from "vitest"
import { whoAnswers } from "./neighbour.ts"
import { openServer, PortRefused } from "./server.ts"
import { waitingApp } from "./waiting.ts"

const scopes: Array<Scope.Closeable> = []
const open = async (
  instance: string,
  port = 0,
  answer = (_request: Request): Response | Promise<Response> => new Response("ok")
) => {
  const scope = Effect.runSync(Scope.make())
  scopes.push(scope)
  const server = await Effect.runPromise(
    Scope.provide(scope)(openServer({ host: "127.0.0.1", port, instance, answer }))
  )
  return {
    ...server,
    address: `http://127.0.0.1:${server.port}`,
    stop: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
afterEach(() => Promise.all(scopes.splice(0).map((scope) => Effect.runPromise(Scope.close(scope, Exit.void)))))

describe("openServer", () => {
  it("answers, and can be given another answer while it stays open", async () => {
    const server = await open("a")
    expect(await (await fetch(server.address)).text()).toBe("ok")
    server.answerWith(() => new Response("ready"))
    expect(await (await fetch(server.address)).text()).toBe("ready")
  })

  it("says why it cannot have a port", async () => {
    const { port } = await open("a")
    const error = await open("b", port).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(PortRefused)
    expect(error).toMatchObject({ code: "EADDRINUSE", port })
  })

  it("lets a running request finish when it stops, and takes no new ones", async () => {
    let finish = () => undefined as void
    const begun = Promise.withResolvers<void>()
    const server = await open("a", 0, async () => {
      begun.resolve()
      await new Promise<void>((resolve) => (finish = resolve))
      return new Response("finished")
    })
    const running = fetch(server.address).then((response) => response.text())
    await begun.promise
    const stopped = server.stop()
    await expect(fetch(server.address)).rejects.toThrow()
    finish()
    expect(await running).toBe("finished")
    await stopped
  })
})

describe("whoAnswers", () => {
  it("tells ntm on the same data from ntm on other data, while it starts as well", async () => {
    const app = waitingApp(() => undefined)
    const { address } = await open("mine", 0, (request) => app.fetch(request))
    expect(await whoAnswers(address, "mine")).toBe("same")
    expect(await whoAnswers(address, "theirs")).toBe("other")
  })

  it("knows a foreign program, and one that closes the door", async () => {
    const foreign = createServer((request, response) => (request.url === "/" ? response.end("hi") : request.destroy()))
    await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve))
    const address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
    expect(await whoAnswers(address, "mine")).toBe("foreign")
    foreign.close()
    foreign.closeAllConnections()
    expect(await whoAnswers(address, "mine")).toBe("foreign")
  })
})

describe("waitingApp", () => {
  const app = waitingApp(() => undefined)

  it("answers a browser with a page that opens itself again, and programs with a problem", async () => {
    const page = await app.request("/funding", { headers: { accept: "text/html" } })
    expect([page.status, page.headers.get("refresh")]).toEqual([503, "1"])
    const answer = await app.request("/api/v1/health")
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"])
    expect(await answer.json()).toMatchObject({ type: "urn:ntm:problem:starting" })
  })
})
