import type { CriteriaSet } from "@ntm/domain/criteria"
import { type CriteriaFile, Reading, readCriteriaFiles } from "@ntm/exchange"
import { type DataFiles, readJson } from "./files.ts"
import type { Report } from "./problem.ts"

/** Keys whose value names a source, or several. */
const citations: ReadonlySet<string> = new Set(["source", "nameSource", "otherSources", "sourceKeys"])

/** Calls `visit` with every key of a JSON value, however deep, and the pointer to it. */
const walk = (value: unknown, path: string, visit: (key: string, value: unknown, path: string) => void): void => {
  if (typeof value !== "object" || value === null) return
  for (const [key, item] of Object.entries(value)) {
    const inside = `${path}/${key}`
    if (!Array.isArray(value)) visit(key, item, inside)
    walk(item, inside, visit)
  }
}

const sourcesOf = (json: unknown): ReadonlySet<string> => {
  const sources: unknown = typeof json === "object" && json !== null && "sources" in json ? json.sources : undefined
  return new Set(typeof sources === "object" && sources !== null ? Object.keys(sources) : [])
}

/** Every source that a file cites stands in its own list. */
const checkCitations = ({ json, reading }: CriteriaFile): void => {
  const sources = sourcesOf(json)
  walk(json, "", (key, value, path) => {
    for (const source of citations.has(key) ? (Array.isArray(value) ? value : [value]) : []) {
      if (typeof source !== "string" || !sources.has(source)) {
        reading.problem(
          path,
          `không có nguồn “${String(source)}” trong “sources”`,
          `“sources” has no “${String(source)}”`
        )
      }
    }
  })
}

const idOf = (json: unknown): unknown =>
  typeof json === "object" && json !== null && "id" in json ? json.id : undefined

/** "criteria/xa-ntm-2021-2025.json", "criteria/local/hp-xa-ntm-2021-2025.json". */
const pattern = /^criteria\/(?:.+\/)?([^/]+)\.json$/

/**
 * The criteria sets of `criteria/**.json`, national ones in the order of their files, then those of provinces.
 *
 * **Details** Read by the notation that `ntm sets check` reads, and refused for the same reasons. Besides: the id is the
 * file's name, and every source that a file cites stands in its list.
 */
export const readCriteria = (files: DataFiles, report: Report): ReadonlyArray<CriteriaSet> => {
  const names = [...files.keys()].filter((file) => pattern.test(file))
  if (names.length === 0) report("criteria", {}, "không có bộ tiêu chí nào", "there is no criteria set")
  const held = names.flatMap((file): ReadonlyArray<CriteriaFile> => {
    const json = readJson(files, file, report)
    return json === undefined ? [] : [{ reading: new Reading(file), json }]
  })
  const sets = readCriteriaFiles(held).map(({ set }) => set)
  for (const one of held) {
    const { json, reading } = one
    const id = idOf(json)
    if (id !== pattern.exec(reading.file)?.[1])
      reading.problem("/id", `“${String(id)}” khác tên tệp`, `“${String(id)}” differs from the file's name`)
    if (reading.problems.length === 0) checkCitations(one)
    for (const { file, path, message } of reading.problems) report(file, { path }, message.vi, message.en)
  }
  return sets
}
