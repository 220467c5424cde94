import type { Assignment } from "@ntm/domain/assignments"
import type { SetResults, Target } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import type { FundingTable } from "@ntm/domain/funding"
import { Schema } from "effect"
import { readAssignments } from "./assignments.ts"
import { type DataFiles, readJson } from "./files.ts"
import { readFunding } from "./funding.ts"
import { readResources, type StatedResources } from "./resources.ts"
import { decoder, type Report } from "./problem.ts"
import { readResults } from "./results.ts"
import type { SetCodes } from "./set-codes.ts"
import { readTargets } from "./targets.ts"

/** What a document folder holds beside the document itself, its figures and its printed tables. */
export interface ReferenceDocument {
  readonly id: DocumentId
  /** Absolute path of the folder, for whoever reads the figures and tables in it. */
  readonly folder: string
  readonly setResults: ReadonlyArray<SetResults>
  readonly fundingTables: ReadonlyArray<FundingTable>
  /** Money that its text states, beside its tables. */
  readonly resources: ReadonlyArray<StatedResources>
  readonly assignments: ReadonlyArray<Assignment>
  /** Where an assignment stands in the data, by its number; undefined where a file of them could not be read. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly path: string }> | undefined
  readonly targets: ReadonlyArray<Target>
}

const decodeHead = decoder(
  Schema.Struct({
    id: Schema.optionalKey(Schema.String),
    kind: Schema.NonEmptyString,
    title: Schema.NonEmptyString,
    appendices: Schema.optionalKey(Schema.Array(Schema.Struct({ no: Schema.String, file: Schema.NonEmptyString })))
  })
)

const checkHead = (files: DataFiles, base: string, id: string, report: Report) => {
  const file = `${base}/document.json`
  const json = readJson(files, file, report)
  if (json === undefined) return
  const head = decodeHead(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
  if (head === undefined) return
  if (head.id !== undefined && head.id !== id) {
    report(file, { path: "id" }, `“${head.id}” khác tên thư mục`, `“${head.id}” differs from the folder's name`)
  }
  head.appendices?.forEach((appendix, index) => {
    if (!files.has(`${base}/${appendix.file}`)) {
      report(
        file,
        { path: `appendices[${index}].file` },
        `không có tệp ${appendix.file}`,
        `there is no file ${appendix.file}`
      )
    }
  })
}

interface AssignmentFile {
  readonly file: string
  readonly section: string | null
}

/** The number of an appendix of that kind ("03"), or `undefined` for another file. */
const appendix = (base: string, kind: string) => {
  const shape = new RegExp(`^${base}/appendix-(\\d+)-${kind}\\.json$`)
  return (file: string): string | undefined => shape.exec(file)?.[1]
}

const readDocument = (
  files: DataFiles,
  directory: string,
  name: string,
  codes: SetCodes,
  report: Report
): ReferenceDocument => {
  const base = `documents/${name}`
  const id = DocumentId.make(name)
  checkHead(files, base, name, report)
  const names = [...files.keys()]
  const isCriteria = appendix(base, "criteria")
  const isFunding = appendix(base, "funding")
  const isAssignments = appendix(base, "assignments")
  const isResources = new RegExp(`^${base}/resources-\\d{4}\\.json$`)
  const isTargets = new RegExp(`^${base}/targets-\\d{4}\\.json$`)
  const assignmentFiles = names.flatMap((file): ReadonlyArray<AssignmentFile> => {
    const no = isAssignments(file)
    if (no !== undefined) return [{ file, section: `Phụ lục ${no}` }]
    return file === `${base}/tasks.json` ? [{ file, section: null }] : []
  })
  const placed = readAssignments(files, assignmentFiles, id, report)
  return {
    id,
    folder: `${directory}/${base}`,
    setResults: names
      .filter((file) => isCriteria(file) !== undefined)
      .flatMap((file) => readResults(files, file, id, report)),
    fundingTables: names
      .filter((file) => isFunding(file) !== undefined)
      .flatMap((file) => readFunding(files, file, id, report)),
    resources: names.filter((file) => isResources.test(file)).flatMap((file) => readResources(files, file, id, report)),
    assignments: placed?.map(({ assignment }) => assignment) ?? [],
    places: placed && new Map(placed.map(({ assignment, file, path }) => [assignment.no, { file, path }])),
    targets: names.filter((file) => isTargets.test(file)).flatMap((file) => readTargets(files, file, id, codes, report))
  }
}

/** The documents of `documents/<id>/`, in the order of their ids. The id of a document is the name of its folder. */
export const readDocuments = (
  files: DataFiles,
  directory: string,
  codes: SetCodes,
  report: Report
): ReadonlyArray<ReferenceDocument> => {
  const folders = new Set<string>()
  for (const file of files.keys()) {
    const [root, name, ...rest] = file.split("/")
    if (root !== "documents" || name === undefined || rest.length === 0) continue
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) folders.add(name)
    else {
      report(
        file,
        {},
        `“${name}” không thể là mã văn bản: chỉ dùng chữ thường, số và dấu gạch nối`,
        `“${name}” cannot be the id of a document: small letters, digits and hyphens only`
      )
    }
  }
  if (folders.size === 0) report("documents", {}, "không có văn bản nào", "there is no document")
  return [...folders].map((name) => readDocument(files, directory, name, codes, report))
}
