import { once } from "node:events"
import { SMTPServer } from "smtp-server"

/** A letter as it arrived. */
export interface Mail {
  readonly to: string
  readonly head: string
  readonly text: string
  readonly html: string
}

const fromQuoted = (body: string): string => {
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString()
}

/** Takes a message of two parts apart, each written in base64 or quoted. */
const readMail = (to: string, raw: string): Mail => {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? "?"
  const [head = "", ...parts] = raw.split(`--${boundary}`)
  const partOf = (type: string): string => {
    const part = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? ""
    const body = part.slice(part.indexOf("\r\n\r\n") + 4)
    return /base64/i.test(part.slice(0, part.indexOf("\r\n\r\n")))
      ? Buffer.from(body, "base64").toString()
      : fromQuoted(body)
  }
  return { to, head, text: partOf("text/plain"), html: partOf("text/html") }
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A mail server on this machine that asks for a password, and takes letters but for the addresses that it refuses and while it is busy. */
export const startMailServer = async () => {
  const taken: Array<Mail> = []
  const state = { busy: false, refused: new Set<string>() }
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ password, username }, _, done) =>
      username === "ntm" && password === "mật khẩu" ? done(null, { user: "ntm" }) : done(refusal(535, "sai mật khẩu")),
    onRcptTo: ({ address }, _, done) => done(state.refused.has(address) ? refusal(550, "no such mailbox") : null),
    onData: (stream, session, done) => {
      const chunks: Array<Buffer> = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        if (state.busy) return done(refusal(451, "try later"))
        taken.push(readMail(session.envelope.rcptTo[0]?.address ?? "", Buffer.concat(chunks).toString()))
        done()
      })
    }
  })
  const listening = server.listen(0, "127.0.0.1")
  await once(listening, "listening")
  const address = listening.address()
  const port = address !== null && typeof address === "object" ? address.port : 0
  return { taken, state, port, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}
