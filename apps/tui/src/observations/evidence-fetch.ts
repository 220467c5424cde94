import { basename } from "node:path"
import { ApiProblem, type Client } from "@ntm/contract"
import { formatBytes } from "@ntm/domain/criteria"
import { both, say } from "../language/lang.ts"
import { writeNew } from "../shell/new-file.ts"
import type { Request } from "../shell/output.ts"
import type { Answer } from "../units/asking.ts"

/**
 * `ntm observations evidence`: saves a file of evidence as `--out` says, or under its own name in the present folder.
 *
 * **Details** A file that is there is never written over.
 */
export const fetchEvidence = async (
  client: Client,
  sha256: string,
  { lang, options }: Request,
  seconds: number
): Promise<Answer> => {
  const { content, mediaType, name } = await client.evidence.file({ sha256 }, AbortSignal.timeout(seconds * 1000))
  // The name comes from outside: only its last part may say where the file goes.
  const path = options["out"] ?? basename(name ?? sha256)
  const wrong = await writeNew(path, content)
  if (wrong !== null)
    throw new ApiProblem({ type: "urn:ntm:problem:not-written", title: wrong.vi, titleEn: wrong.en, status: 422 })
  const size = formatBytes(content.length)
  return {
    json: { path, sha256, bytes: content.length, mediaType, name },
    lines: [say(both(`Đã lưu ${path} (${mediaType}, ${size}).`, `Saved ${path} (${mediaType}, ${size}).`), lang)]
  }
}
