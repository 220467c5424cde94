import { connect, type NetConnectOpts } from "node:net"
import { Result } from "effect"
import { type Environment, given } from "../start/environment.ts"

/** Looks at a file: what harm is known of it, by the name that the scanner has for it; null where none is. Rejects where the scanner gives no verdict. */
export type Scan = (content: Uint8Array) => Promise<string | null>

/** Where a scanner listens: ClamAV's `clamd`, on a socket of this machine or on a port. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const PORT = 3310

/** Reads `NTM_SCANNER`: `unix:/run/clamav/clamd.ctl` or `clamd://host:3310`; null where there is none. Fails with a line where it is neither. */
export const readScanner = (env: Environment): Result.Result<ScannerAddress | null, string> => {
  const text = given(env, "NTM_SCANNER")
  if (text === undefined) return Result.succeed(null)
  if (/^unix:\/./.test(text)) return Result.succeed({ path: text.slice("unix:".length) })
  const url = URL.parse(text)
  return url?.protocol === "clamd:" && url.hostname !== "" && /^\/?$/.test(url.pathname)
    ? Result.succeed({ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port) || PORT })
    : Result.fail(
        "NTM_SCANNER phải có dạng unix:/run/clamav/clamd.ctl hoặc clamd://máy:3310 · NTM_SCANNER must be unix:/… or clamd://host:port"
      )
}

/** What is sent at a time; the scanner may hold the sender up between. */
const PIECE = 64 * 1024

/** Seconds of silence after which no verdict comes. */
const PATIENCE = 60

/** The file as INSTREAM has it: pieces behind their lengths, and a length of nothing. */
function* framed(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0")
  for (let from = 0; from < content.length; from += PIECE) {
    const piece = content.subarray(from, from + PIECE)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield length
    yield piece
  }
  yield Buffer.alloc(4)
}

const verdictOf = (answer: string): string | null => {
  const told = answer.replace(/\0[^]*$/, "").trim()
  if (told === "stream: OK") return null
  const harm = /^stream: (.+) FOUND$/.exec(told)?.[1]
  if (harm === undefined) throw new Error(`no verdict of the scanner: ${told.slice(0, 200) || "nothing was said"}`)
  return harm
}

/** A scanner behind ClamAV's protocol (`INSTREAM`): one connection a file, which is written nowhere. */
export const clamd =
  (address: ScannerAddress, patienceMs = PATIENCE * 1000): Scan =>
  (content) =>
    new Promise((resolve, reject) => {
      const socket = connect(address as NetConnectOpts)
      let answer = ""
      socket.setEncoding("utf8")
      socket.setTimeout(patienceMs, () => socket.destroy(new Error("the scanner is silent")))
      socket.on("data", (part: string) => (answer += part))
      socket.on("error", (cause) => {
        // It hangs up on what is too long for it, and has said so before.
        if (answer === "") reject(cause)
      })
      socket.on("close", () => {
        try {
          resolve(verdictOf(answer))
        } catch (cause) {
          reject(cause)
        }
      })
      socket.on("connect", () => {
        for (const piece of framed(content)) socket.write(piece)
      })
    })
