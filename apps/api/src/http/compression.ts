import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export type Encoding = "br" | "gzip"

/** Below this the headers outweigh the gain; measured on JSON lists. */
export const WORTH_COMPRESSING = 1024

/** Text, scripts, JSON and drawings shrink; fonts and pictures are compressed already. */
export const compressible = (contentType: string): boolean =>
  /^(text\/|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg\+xml)/.test(contentType)

/** The best encoding that `Accept-Encoding` allows; an encoding with `q=0` is refused. */
export const encodingFor = (accept: string | undefined): Encoding | undefined => {
  if (accept === undefined) return undefined
  const refused = (weight: string) => /^q=0(\.0*)?$/.test(weight)
  const allowed = new Map(
    accept.split(",").map((part) => {
      const [name = "", weight = ""] = part.split(";").map((piece) => piece.trim().toLowerCase())
      return [name, !refused(weight)] as const
    })
  )
  const allows = (name: Encoding) => allowed.get(name) ?? allowed.get("*") ?? false
  if (allows("br")) return "br"
  return allows("gzip") ? "gzip" : undefined
}

/**
 * Compresses a body. `effort`: "live" for an answer made for one request, "kept" for a file that is sent many times.
 *
 * **Details** Brotli 4 costs about as much as gzip 6 and is smaller; 9 is what a file deserves that is compressed once.
 */
export const compress = (
  body: Uint8Array,
  encoding: Encoding,
  effort: "live" | "kept"
): Promise<Uint8Array<ArrayBuffer>> =>
  encoding === "gzip"
    ? zip(body, { level: effort === "live" ? 6 : 9 })
    : brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort === "live" ? 4 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength
        }
      })
