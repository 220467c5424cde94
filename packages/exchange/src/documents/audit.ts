import {
  type Checked,
  type DocumentContent,
  documentLabel,
  type Finding,
  type OpenSplit,
  reconcile
} from "@ntm/domain/documents"
import { findDocumentFolders } from "./find-folders.ts"
import { readDocumentFolder } from "./folder.ts"
import { type InputProblem, Reading } from "../files/problem.ts"

/** What an audit of folders came to: everything checked, or input that cannot be read and why. */
export type AuditOutcome =
  | {
      readonly _tag: "Audited"
      readonly documents: ReadonlyArray<{
        readonly id: string
        readonly label: string
        readonly folder: string
        readonly figures: number
        readonly tables: number
      }>
      readonly findings: ReadonlyArray<Finding>
      readonly warnings: ReadonlyArray<InputProblem>
      readonly checked: Checked
      readonly openSplits: ReadonlyArray<OpenSplit>
    }
  | {
      readonly _tag: "Unreadable"
      readonly problems: ReadonlyArray<InputProblem>
      readonly warnings: ReadonlyArray<InputProblem>
    }

/**
 * Reads document folders and checks every relation that they declare, within and across them.
 *
 * **Details** Needs no database and writes nothing. Unreadable input is told in full, and then nothing is checked:
 * findings on half of the documents would mislead.
 */
export const auditFolders = async (paths: ReadonlyArray<string>): Promise<AuditOutcome> => {
  if (paths.length === 0) {
    const nothing = new Reading("")
    nothing.problem("", "chưa nêu thư mục văn bản nào", "no folder of a document is named")
    return { _tag: "Unreadable", problems: nothing.problems, warnings: [] }
  }
  const { folders, problems: missing } = await findDocumentFolders(paths)
  const reads = await Promise.all(
    folders.map(async ({ folder, id }) => ({ folder, ...(await readDocumentFolder(folder, id)) }))
  )
  const problems = [...missing, ...reads.flatMap((read) => read.problems)]
  const warnings = reads.flatMap((read) => read.warnings)
  const contents = reads.flatMap(({ content, folder }) => (content === null ? [] : [{ content, folder }]))
  if (problems.length > 0 || contents.length === 0) return { _tag: "Unreadable", problems, warnings }
  const { findings, checked, openSplits } = reconcile(contents.map(({ content }): DocumentContent => content))
  return {
    _tag: "Audited",
    documents: contents.map(({ content, folder }) => ({
      id: content.document.id,
      label: documentLabel(content.document),
      folder,
      figures: content.figures.length,
      tables: content.tables.length
    })),
    findings,
    warnings,
    checked,
    openSplits
  }
}
