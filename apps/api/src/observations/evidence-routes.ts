import { api, dispositionOf, type KeptFile } from "@ntm/contract"
import { type Actor, type EvidenceFile, EvidenceFiles, evidenceKinds, isShown, savedName } from "@ntm/domain/criteria"
import { Effect, Exit, Result } from "effect"
import { bytesOf } from "../http/bytes.ts"
import { alreadyHeld } from "../http/conditional.ts"
import { reader } from "../http/decode.ts"
import { BodyCutOff, BodyTooLarge, InvalidParameters, MethodNotAllowed, NotAFile } from "../http/errors.ts"
import { maxBodyAt } from "../http/guard.ts"
import type { Desk } from "../http/mount.ts"
import { refuse } from "../http/problems.ts"
import { respond } from "../http/respond.ts"
import { streamed } from "../http/streamed.ts"

/** A page of another site can send a form or plain text without being asked whether it may; of these types it cannot. */
const fileTypes: ReadonlySet<string> = new Set([
  "application/octet-stream",
  ...Object.values(evidenceKinds).map(({ mediaType }) => mediaType)
])

const isFile = (contentType: string | undefined): boolean =>
  fileTypes.has((contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "")

const keptFile = ({ bytes, mediaType, name, sha256 }: EvidenceFile): KeptFile => ({ sha256, bytes, mediaType, name })

/** What stands between the store and the reader at a time: 100 parts for the longest file. */
const PART = 256 * 1024

/** `/evidence`: files that prove values, handed in and handed out. */
export const evidenceRoutes = (desk: Desk, actor: Actor): void => {
  const { file, keep } = api.evidence
  const readName = reader(keep.query)
  const readHash = reader(file.params)
  const readNothing = reader(file.query)

  desk.app.post(keep.path, async (c) => {
    const query = readName([...new URL(c.req.url).searchParams])
    if (Result.isFailure(query)) return refuse(c, new InvalidParameters({ errors: query.failure }))
    if (!isFile(c.req.header("content-type"))) return refuse(c, new NotAFile())
    const maximum = maxBodyAt(c.req.path)
    let content: Uint8Array | null
    try {
      content = await bytesOf(c.req.raw, maximum)
    } catch {
      return refuse(c, new BodyCutOff())
    }
    if (content === null) return refuse(c, new BodyTooLarge({ maximum }))
    const given = { name: query.success.name, content }
    const kept = Effect.flatMap(EvidenceFiles, (port) => port.keep(given, actor))
    return respond(c, desk, Effect.map(kept, keptFile))
  })
  desk.app.all(keep.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))

  desk.app.get(file.path, async (c) => {
    const params = readHash(Object.entries<string>(c.req.param()))
    const query = readNothing([...new URL(c.req.url).searchParams])
    if (Result.isFailure(params) || Result.isFailure(query)) {
      const errors = [params, query].flatMap((read) => (Result.isFailure(read) ? read.failure : []))
      return refuse(c, new InvalidParameters({ errors }))
    }
    const { sha256 } = params.success
    const finding = Effect.flatMap(EvidenceFiles, (port) => port.find(sha256))
    const found = await desk.runtime.runPromiseExit(finding, { signal: c.req.raw.signal })
    if (Exit.isFailure(found)) return respond(c, desk, finding)
    const kept = found.value
    const tag = `"${sha256}"`
    const headers = {
      etag: tag,
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": dispositionOf(isShown(kept) ? "inline" : "attachment", savedName(kept))
    }
    if (alreadyHeld(c.req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers })
    const part = (from: number) => Effect.flatMap(EvidenceFiles, (port) => port.read(sha256, from, PART))
    return new Response(streamed(c, desk, { bytes: kept.bytes, part }), {
      headers: { ...headers, "content-type": kept.mediaType, "content-length": String(kept.bytes) }
    })
  })
  desk.app.all(file.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method })))
}
