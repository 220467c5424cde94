import { readFile } from "node:fs/promises"
import { basename, resolve } from "node:path"
import { ApiProblem, type Client, type FieldProblem, type FileBytes } from "@ntm/contract"
import { checkEvidence, EvidenceRefused } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

/** A file that is named as evidence: of one row, or of all (null). `place` is where it is named. */
export interface NamedEvidence {
  readonly row: number | null
  readonly path: string
  readonly place: Bilingual
}

/** What a row needs to name a file that the server keeps. */
interface KeptEvidence {
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
const handInEvidence = async (
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

/** Files that prove every row, as `--evidence` names them. */
export const provingAll = (option: string | undefined): ReadonlyArray<NamedEvidence> =>
  (option ?? "")
    .split("\n")
    .filter((path) => path !== "")
    .map((path) => ({ row: null, path, place: both("--evidence", "--evidence") }))

/** A row with the files that were handed in for it, behind what it says itself. */
const provedBy = (row: unknown, at: number, kept: ReadonlyArray<KeptEvidence>): unknown => {
  const named = kept.filter((one) => one.row === null || one.row === at)
  const own = [...new Map(named.map(({ evidence }) => [evidence.sha256, evidence])).values()]
  if (own.length === 0 || typeof row !== "object" || row === null) return row
  const said = "evidence" in row && Array.isArray(row.evidence) ? row.evidence : []
  return { ...row, evidence: [...said, ...own] }
}

/** Hands in the files that rows of a file name, and answers the rows with them; `files`: how many there were. */
export const proveRows = async (
  client: Client,
  given: { readonly file: string; readonly rows: ReadonlyArray<unknown>; readonly named: ReadonlyArray<NamedEvidence> },
  signal: AbortSignal
): Promise<{ readonly rows: ReadonlyArray<unknown>; readonly files: number }> => {
  const kept = await handInEvidence(client, given.file, given.named, signal)
  return {
    rows: given.rows.map((row, at) => provedBy(row, at, kept)),
    files: new Set(kept.map(({ evidence }) => evidence.sha256)).size
  }
}

/** What is told of files that went along; nothing where none did. */
export const provedLines = (files: number, lang: Lang): ReadonlyArray<string> =>
  files === 0 ? [] : [say(both(`Kèm ${files} tệp minh chứng.`, `With ${files} files of evidence.`), lang)]
