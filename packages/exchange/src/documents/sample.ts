import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type AuditOutcome, auditFolders } from "./audit.ts"

/** Files of a document folder: bytes, a text, or a value that is written as JSON. */
export type Files = Readonly<Record<string, unknown>>

const bytesOf = (content: unknown): string | Uint8Array =>
  typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content)

export const plan = { number: "1/KH-UBND", kind: "Kế hoạch", title: "Kế hoạch", date: "2025-03-05" }

/** Writes a document folder, hands it over, and removes it. `document.json` is there unless named otherwise. */
export const inFolder = async <A>(files: Files, use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "ntm-document-"))
  try {
    for (const [name, content] of Object.entries({ "document.json": plan, ...files })) {
      if (content !== undefined) writeFileSync(join(folder, name), bytesOf(content))
    }
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const audit = (files: Files): Promise<AuditOutcome> => inFolder(files, (folder) => auditFolders([folder]))

/** What kept the folder from being read: "file path: reason" in Vietnamese, each once. */
export const problemsOf = (outcome: AuditOutcome): ReadonlyArray<string> =>
  outcome._tag === "Audited"
    ? []
    : outcome.problems.map(({ file, path, message }) => `${file.split("/").at(-1)} ${path}: ${message.vi}`)

export const warningsOf = (outcome: AuditOutcome): ReadonlyArray<string> =>
  outcome.warnings.map(({ file, path, message }) => `${file.split("/").at(-1)} ${path}: ${message.vi}`)
