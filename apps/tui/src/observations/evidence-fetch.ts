import { writeFile } from "node:fs/promises"
import { basename } from "node:path"
import { ApiProblem, type Client } from "@ntm/contract"
import { formatBytes } from "@ntm/domain/criteria"
import { both, say } from "../language/lang.ts"
import type { Request } from "../shell/output.ts"
import type { Answer } from "../units/asking.ts"

const notWritten = (path: string, cause: unknown): ApiProblem => {
  const there = cause instanceof Error && "code" in cause && cause.code === "EEXIST"
  const why = there
    ? both("đã có tệp này; chọn tên khác bằng --out", "the file is there already; choose another name by --out")
    : both("không ghi được tệp", "the file cannot be written")
  return new ApiProblem(
    { type: "urn:ntm:problem:not-written", title: `${path}: ${why.vi}`, titleEn: `${path}: ${why.en}`, status: 422 },
    { cause }
  )
}

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
  try {
    await writeFile(path, content, { flag: "wx" })
  } catch (cause) {
    throw notWritten(path, cause)
  }
  const size = formatBytes(content.length)
  return {
    json: { path, sha256, bytes: content.length, mediaType, name },
    lines: [say(both(`Đã lưu ${path} (${mediaType}, ${size}).`, `Saved ${path} (${mediaType}, ${size}).`), lang)]
  }
}
