import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** What came. */
export interface Got {
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

type Mode = "takes" | "fails" | "hangs" | "resets" | "redirects" | "gone"

/** A receiver that does what it is told: takes, fails, hangs, breaks off, sends elsewhere, or is gone. */
export const openReceiver = async () => {
  const got: Array<Got> = []
  let mode: Mode = "takes"
  const server: Server = createServer((request, response) => {
    let body = ""
    request.setEncoding("utf8")
    request.on("data", (part: string) => {
      body += part
    })
    request.on("end", () => {
      got.push({ headers: request.headers, body })
      if (mode === "hangs") return
      if (mode === "resets") return void request.socket.resetAndDestroy()
      const status = { takes: 204, fails: 503, redirects: 302, gone: 410 }[mode]
      response.writeHead(status, { location: "/elsewhere" })
      response.end(mode === "fails" ? "bận" : "")
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/ntm`,
    got,
    set: (next: Mode) => {
      mode = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    }
  }
}
