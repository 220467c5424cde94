import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { join, relative } from "node:path"
import { criteriaFacts } from "@ntm/domain/criteria"
import { type DocumentContent, reconcile } from "@ntm/domain/documents"
import { type InputProblem, readDocumentFolder } from "@ntm/exchange"
import { loadReference, type ReferenceDocument } from "@ntm/reference"
import { isLoaded, loadAll } from "@ntm/store"
import { Data, Effect } from "effect"

export interface PilotOptions {
  /** Folder of the reference data: registers, criteria sets, documents of the pilot province. */
  readonly dataDirectory: string
  readonly programVersion: string
  /** Told what is being done, in Vietnamese. */
  readonly say: (message: string) => void
}

/** Documents of the pilot cannot be read; nothing was loaded. */
export class PilotUnreadable extends Data.TaggedError("PilotUnreadable")<{
  readonly problems: ReadonlyArray<InputProblem>
}> {
  override get message() {
    const lines = this.problems.map(({ file, path, message }) => `- ${file}${path}: ${message.vi} · ${message.en}`)
    return ["Văn bản thí điểm không đọc được · The pilot's documents cannot be read", ...lines].join("\n")
  }
}

/** This program as it was started: a build may replace its file while it runs. */
const program = readFileSync(import.meta.filename)

/**
 * Hash of every file below the folder, by name and content, and of this program itself.
 *
 * **Details** Findings are derived by the program: a new build must find them anew, even on the same data. The program is
 * its one bundled file; run from its sources, only the data count.
 */
const fingerprint = async (directory: string): Promise<string> => {
  const hash = createHash("sha256")
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  for (const [index, content] of contents.entries())
    hash.update(`${relative(directory, files[index] ?? "")}\0${content.byteLength}\0`).update(content)
  return hash.update(program).digest("hex")
}

const readContents = async (documents: ReadonlyArray<ReferenceDocument>) => {
  const reads = await Promise.all(documents.map(({ folder, id }) => readDocumentFolder(folder, id)))
  return {
    contents: reads.flatMap(({ content }): ReadonlyArray<DocumentContent> => (content === null ? [] : [content])),
    problems: reads.flatMap(({ problems }) => problems)
  }
}

/**
 * Loads the reference data, the pilot's documents and the findings about them, in one transaction.
 *
 * **Details** Where this very content was loaded before, nothing is even decoded: a second start costs the reading of some
 * 2 MB. Fails with `ReferenceError`, `PilotUnreadable` or `FactsRefused`, each with everything that is wrong; then nothing is written.
 */
export const loadPilot = Effect.fn("loadPilot")(function* ({ dataDirectory, programVersion, say }: PilotOptions) {
  const sha256 = yield* Effect.promise(() => fingerprint(dataDirectory))
  const source = { importName: "reference", sha256, programVersion }
  if (yield* isLoaded(source)) return "unchanged" as const
  say("Đang đọc danh mục đơn vị, bộ tiêu chí và văn bản thí điểm…")
  const { chronicle, criteriaSets, documents, dossiers, procedures, recognitions, undertakings, ...others } =
    yield* loadReference(dataDirectory)
  const { funding, inventory, observations, works, worksRules } = others
  const { contents, problems } = yield* Effect.promise(() => readContents(documents))
  if (problems.length > 0) return yield* new PilotUnreadable({ problems })
  say(`Đang đối chiếu số liệu công bố của ${contents.length} văn bản…`)
  const setResults = documents.flatMap((document) => document.setResults)
  const { findings } = reconcile(contents, criteriaFacts(setResults))
  const facts = {
    units: chronicle.register.rows,
    reorganisations: chronicle.events,
    criteriaSets,
    documents: contents,
    setResults,
    recognitions,
    observations: { chronicle, ...observations },
    targets: documents.flatMap(({ targets }) => targets),
    fundingTables: funding.tables,
    fundingEntries: funding.entries,
    works,
    worksRules,
    inventory,
    assignments: documents.flatMap(({ assignments }) => assignments),
    undertakings: {
      ...undertakings,
      agencies: undertakings.agencies.agencies,
      calendar: undertakings.calendar ?? null
    },
    dossiers: { procedures, dossiers },
    findings
  }
  return (yield* loadAll(facts, source, say)).state
})
