import { readFile } from "node:fs/promises"
import { basename, resolve } from "node:path"
import { ApiProblem, type Client, type FieldProblem, type FileBytes } from "@ntm/contract"
import { checkEvidence, EvidenceRefused } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"

/** A file that is named as evidence: of one row, or of all (null). `place` is where it is named. */
export interface NamedEvidence {
  readonly row: number | null
  readonly path: string
  readonly place: Bilingual
}

/** What a row needs to name a file that the server keeps. */
export interface KeptEvidence {
  readonly row: number | null
  readonly evidence: { readonly file: string; readonly sha256: string; readonly bytes: number }
}

interface ReadEvidence extends NamedEvidence {
  readonly name: string
  readonly content: FileBytes
}

const problemsOf = (place: Bilingual, path: string, sentences: ReadonlyArray<Bilingual>): ReadonlyArray<FieldProblem> =>
  sentences.map(({ en, vi }) => ({
    path: place.vi,
    message: `${path}: ${vi}`,
    messageEn: `${path}: ${en}`
  }))

const unreadable: Bilingual = { vi: "không đọc được tệp", en: "the file cannot be read" }

const readOne = async (named: NamedEvidence): Promise<ReadEvidence | ReadonlyArray<FieldProblem>> => {
  const name = basename(named.path).normalize("NFC")
  let content: FileBytes
  try {
    content = new Uint8Array(await readFile(named.path))
  } catch {
    return problemsOf(named.place, named.path, [unreadable])
  }
  const kind = checkEvidence(name, content)
  return kind instanceof EvidenceRefused
    ? problemsOf(
        named.place,
        named.path,
        kind.problems.map(({ sentence }) => sentence)
      )
    : { ...named, name, content }
}

/**
 * Hands in the files that a file of values names, each once.
 *
 * **Details** All of them are read and held against the server's own rules before the first is sent: rejects with an `ApiProblem`
 * that tells every file that cannot be sent, and then nothing was.
 */
export const handInEvidence = async (
  client: Client,
  file: string,
  named: ReadonlyArray<NamedEvidence>,
  signal: AbortSignal
): Promise<ReadonlyArray<KeptEvidence>> => {
  // A paper may prove a thousand rows: it is read and sent once.
  const byPath = Map.groupBy(named, ({ path }) => resolve(path))
  const read: Array<readonly [string, ReadEvidence]> = []
  const errors: Array<FieldProblem> = []
  for (const [path, [first]] of byPath) {
    if (first === undefined) continue
    const one = await readOne(first)
    if ("content" in one) read.push([path, one])
    else errors.push(...one)
  }
  if (errors.length > 0)
    throw new ApiProblem({
      type: "urn:ntm:problem:invalid-file",
      title: `${file}: không dùng được ${errors.length} minh chứng, chưa gửi gì`,
      titleEn: `${file}: ${errors.length} files cannot be used as evidence, nothing was sent`,
      status: 422,
      errors
    })
  const kept: Array<KeptEvidence> = []
  for (const [path, { content, name }] of read) {
    const { bytes, sha256 } = await client.evidence.keep({ name, body: content }, signal)
    for (const { row } of byPath.get(path) ?? []) kept.push({ row, evidence: { file: name, sha256, bytes } })
  }
  return kept
}
