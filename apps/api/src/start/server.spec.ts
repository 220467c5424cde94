import { createServer } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { Effect, Exit, Scope } from "effect"
import { Hono } from "hono"
import { afterEach, describe, expect, it } from "vitest"
import type { ApiEnv } from "../http/api-env.ts"
import { callerOf } from "../http/caller.ts"
import { whoAnswers } from "./neighbour.ts"
import { type Answer, openServer, PortRefused } from "./server.ts"
import { type Limits, LIMITS } from "./limits.ts"
import { stoppingApp, waitingApp } from "./waiting.ts"

const scopes: Array<Scope.Closeable> = []
const open = async (
  instance: string,
  port = 0,
  answer: Answer = () => new Response("ok"),
  more: { readonly limits?: Limits; readonly drainMs?: number } = {}
) => {
  const scope = Effect.runSync(Scope.make())
  scopes.push(scope)
  const server = await Effect.runPromise(
    Scope.provide(scope)(
      openServer({
        host: "127.0.0.1",
        port,
        instance,
        answer,
        refusing: (request) => stoppingApp({ log: () => undefined }, "1.2.3").fetch(request),
        ...more
      })
    )
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

  it("tells with a request from where it came", async () => {
    const app = new Hono<ApiEnv>().get("/", (c) => c.text(callerOf(c) ?? "from nowhere"))
    const server = await open("a", 0, (request, beside) => app.fetch(request, beside))
    expect(await (await fetch(server.address)).text()).toBe("127.0.0.1")
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

/** A connection of bare bytes; what comes back as it is, and whether the server has ended it. */
const rawly = (port: number) => {
  const socket = connect(port, "127.0.0.1")
  let text = ""
  const heard = new EventTarget()
  socket.setEncoding("utf8").on("data", (more: string) => {
    text += more
    heard.dispatchEvent(new Event("data"))
  })
  // Cut connections are what is looked for.
  socket.on("error", () => undefined)
  const ended = new Promise<string>((resolve) => socket.on("close", () => resolve(text)))
  const until = async (part: string): Promise<string> => {
    while (!text.includes(part)) await new Promise((resolve) => heard.addEventListener("data", resolve, { once: true }))
    return text
  }
  return {
    /** Resolves when the bytes have gone out. */
    say: (bytes: string) => new Promise<unknown>((resolve) => socket.write(bytes, resolve)),
    ended,
    until,
    stop: () => socket.destroy()
  }
}

const ask = (path: string, headers = "") => `GET ${path} HTTP/1.1\r\nhost: a\r\n${headers}\r\n`

describe("a server that is told to stop", () => {
  it("refuses what still comes on open connections, says so to probes, and ends the connection", async () => {
    const gate = Promise.withResolvers<Response>()
    const server = await open("a", 0, (request) => (request.url.endsWith("/slow") ? gate.promise : new Response("ok")))
    const [busy, other] = [rawly(server.port), rawly(server.port)]
    busy.say(ask("/slow"))
    // Its head has begun to come before the stop: the connection is not idle, so it stays open.
    await other.say("GET /api/v1/units HTTP/1.1\r\nhost: a\r\n")
    // Whoever is answered was heard after what was sent before.
    await (await fetch(server.address)).text()
    const stopped = server.stop()
    other.say("\r\n")
    const refused = await other.ended
    expect(refused).toMatch(/^HTTP\/1\.1 503 /)
    expect(refused.toLowerCase()).toContain("connection: close")
    expect(refused.toLowerCase()).toContain("retry-after: 1")
    expect(refused).toContain("urn:ntm:problem:not-ready")
    gate.resolve(new Response("finished"))
    expect(await busy.ended).toMatch(/^HTTP\/1\.1 200 [^]*finished/)
    await stopped
  })

  it("cuts what does not finish within its time", async () => {
    const begun = Promise.withResolvers<void>()
    const server = await open(
      "a",
      0,
      () => {
        begun.resolve()
        return new Promise<Response>(() => undefined)
      },
      { drainMs: 50 }
    )
    const hanging = rawly(server.port)
    hanging.say(ask("/"))
    await begun.promise
    await server.stop()
    expect(await hanging.ended).toBe("")
  })
})

describe("what a connection may take", () => {
  const limits: Limits = { ...LIMITS, headersMs: 100, requestMs: 200, silentMs: 300, lookMs: 20 }

  it("is no head that never ends", async () => {
    const { port } = await open("a", 0, undefined, { limits })
    const slow = rawly(port)
    slow.say("GET / HTTP/1.1\r\nhost: a\r\nx-a: ")
    expect(await slow.ended).toMatch(/^HTTP\/1\.1 408 /)
  })

  it("is no body that never ends", async () => {
    const { port } = await open("a", 0, async (request) => new Response(await request.text()), { limits })
    const slow = rawly(port)
    slow.say("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nx")
    expect(await slow.ended).toMatch(/^HTTP\/1\.1 408 /)
  })

  it("is no connection on which nothing is said", async () => {
    const { port } = await open("a", 0, undefined, { limits })
    expect(await rawly(port).ended).not.toMatch(/200/)
  })

  it("is no answer that nobody takes", async () => {
    const cancelled = Promise.withResolvers<void>()
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => to.enqueue(new Uint8Array(1 << 16)),
      cancel: () => cancelled.resolve()
    })
    const { port } = await open("a", 0, () => new Response(endless), { limits })
    const socket = connect(port, "127.0.0.1")
    // Nothing is read: what the server sends fills up, and it is cut while it waits.
    await new Promise((resolve) => socket.write(ask("/"), resolve))
    await cancelled.promise
    socket.destroy()
  })

  it("is no head of more bytes than it may have", async () => {
    const { port } = await open("a")
    const long = rawly(port)
    long.say(ask("/", `x-a: ${"a".repeat(20_000)}\r\n`))
    expect(await long.ended).toMatch(/^HTTP\/1\.1 431 /)
  })

  it.each([
    ["two lengths", "content-length: 1\r\ncontent-length: 2\r\n"],
    ["a length beside chunks", "content-length: 4\r\ntransfer-encoding: chunked\r\n"],
    ["a length that is none", "content-length: 1x\r\n"]
  ])("is no request of %s", async (_, headers) => {
    const { port } = await open("a")
    const odd = rawly(port)
    odd.say(`POST / HTTP/1.1\r\nhost: a\r\n${headers}\r\nabcd`)
    expect(await odd.ended).toMatch(/^HTTP\/1\.1 400 /)
  })

  it("is no place among more connections than it holds at once", async () => {
    const { port } = await open("a", 0, undefined, { limits: { ...LIMITS, connections: 1 } })
    const first = rawly(port)
    first.say(ask("/"))
    await first.until("ok")
    expect(await rawly(port).ended).toBe("")
    first.stop()
  })
})

describe("whoAnswers", () => {
  it("tells ntm on the same data from ntm on other data, while it starts as well", async () => {
    const app = waitingApp({ log: () => undefined }, "1.2.3")
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
  const app = waitingApp({ log: () => undefined }, "1.2.3")

  it("answers a browser with a page that opens itself again, and programs with a problem", async () => {
    const page = await app.request("/funding", { headers: { accept: "text/html" } })
    expect([page.status, page.headers.get("refresh")]).toEqual([503, "1"])
    const answer = await app.request("/api/v1/health")
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "1"])
    expect(await answer.json()).toMatchObject({ type: "urn:ntm:problem:starting" })
  })
})
