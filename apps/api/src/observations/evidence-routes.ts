import { createHash } from "node:crypto"
import { api, dispositionOf, type KeptFile } from "@ntm/contract"
import {
  type EvidenceFile,
  EvidenceFiles,
  evidenceKinds,
  harmfulEvidence,
  isShown,
  savedName
} from "@ntm/domain/criteria"
import { Effect, Result } from "effect"
import { bytesOf } from "../http/bytes.ts"
import { alreadyHeld } from "../http/conditional.ts"
import { reader } from "../http/decode.ts"
import { BodyCutOff, BodyTooLarge, InvalidParameters, MethodNotAllowed, NotAFile, NotScanned } from "../http/errors.ts"
import { formOf } from "../http/forms.ts"
import { maxBodyAt } from "../http/guard.ts"
import type { Desk } from "../http/mount.ts"
import { mountFile } from "../http/mount-file.ts"
import { refuse } from "../http/problems.ts"
import { NotAcceptable } from "../http/reading-errors.ts"
import { streamed } from "../http/streamed.ts"
import type { Scan } from "./scanner.ts"
import { answerChange } from "../http/writing.ts"
import type { Acts } from "../people/acting.ts"

/** A page of another site can send a form or plain text without being asked whether it may; of these types it cannot. */
const fileTypes: ReadonlySet<string> = new Set([
  "application/octet-stream",
  ...Object.values(evidenceKinds).map(({ mediaType }) => mediaType)
])

const isFile = (contentType: string | undefined): boolean =>
  fileTypes.has((contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "")

const keptFile = ({ bytes, mediaType, name, sha256 }: EvidenceFile): KeptFile => ({ sha256, bytes, mediaType, name })

/** Why a file is not taken: a scanner knows harm of it, or says nothing. Null where it may be. */
const scanned = async (scan: Scan, content: Uint8Array, tell: (why: string) => void) => {
  try {
    const harm = await scan(content)
    if (harm === null) return null
    tell(harm)
    return harmfulEvidence()
  } catch (cause) {
    tell(String(cause))
    return new NotScanned()
  }
}

/** What stands between the store and the reader at a time: 100 parts for the longest file. */
const PART = 256 * 1024

/** `/evidence`: files that prove values, handed in and handed out. Where there is a scanner, none is kept before it was looked at. */
export const evidenceRoutes = (desk: Desk, acts: Acts, scan: Scan | null): void => {
  const { file, keep } = api.evidence
  const readName = reader(keep.query)

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
    const sha256 = createHash("sha256").update(content).digest("hex")
    const tell = (why: string) => desk.log(`${c.get("requestId")} POST ${c.req.path}: ${sha256} ${why}`)
    // Before anything is begun: no transaction waits for it.
    const harm = scan === null ? null : await scanned(scan, content, tell)
    if (harm !== null) return refuse(c, harm)
    const kept = Effect.gen(function* () {
      return yield* (yield* EvidenceFiles).keep(given, yield* acts("evidence.keep"))
    })
    return answerChange(c, desk, { endpoint: keep, sha256, named: Effect.succeed([]) }, Effect.map(kept, keptFile))
  })
  desk.app.all(keep.path, (c) => refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "POST" })))

  mountFile(
    desk,
    file,
    ({ params }) => Effect.flatMap(EvidenceFiles, (port) => port.find(params.sha256)),
    (kept, c) => {
      const { bytes, mediaType, sha256 } = kept
      if (formOf(c, [mediaType]) === null) return refuse(c, new NotAcceptable({ forms: [mediaType] }))
      const tag = `"${sha256}"`
      const headers = {
        etag: tag,
        "cache-control": "private, no-store",
        "content-disposition": dispositionOf(isShown(kept) ? "inline" : "attachment", savedName(kept))
      }
      if (alreadyHeld(c.req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers })
      const part = (from: number) => Effect.flatMap(EvidenceFiles, (port) => port.read(sha256, from, PART))
      return new Response(streamed(c, desk, { bytes, part }), {
        headers: { ...headers, "content-type": mediaType, "content-length": String(bytes) }
      })
    }
  )
}
