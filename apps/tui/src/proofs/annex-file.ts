import { extname } from "node:path"
import { annexDocument, proofAnnex, type VerdictProof } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang } from "../language/lang.ts"
import { writeNew } from "../shell/new-file.ts"

type Writing = (proof: VerdictProof, lang: Lang) => Promise<string | Uint8Array>

const writers: Readonly<Record<string, Writing>> = {
  ".docx": async (proof, lang) => (await import("@ntm/exchange/proofs")).annexDocx(annexDocument(proof, lang)),
  ".md": async (proof, lang) => proofAnnex(proof, lang)
}

const writerFor = (path: string): Writing | undefined => writers[extname(path).toLowerCase()]

/** Why an annex cannot be called so; null where it can: its ending says what it is. */
export const annexNameProblem = (path: string): Bilingual | null =>
  writerFor(path) === undefined
    ? both(
        `--annex phải là tệp .docx hoặc .md, không phải “${path}”.`,
        `--annex must be a .docx or .md file, not “${path}”.`
      )
    : null

/** Writes the annex of a proof into a file that was not there. Answers why it could not; null where it did. */
export const writeAnnex = async (proof: VerdictProof, path: string, lang: Lang): Promise<Bilingual | null> => {
  const write = writerFor(path)
  return write === undefined ? annexNameProblem(path) : writeNew(path, await write(proof, lang))
}

/** What is told once it was written. */
export const annexWritten = (path: string): Bilingual =>
  both(`Đã ghi phụ lục vào ${path}.`, `The annex was written to ${path}.`)
