import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import type { CriteriaSet } from "@ntm/domain/criteria"
import { readJsonFile } from "../files/json-file.ts"
import { type InputProblem, Reading } from "../files/problem.ts"
import { type CriteriaFile, readCriteriaFiles } from "./read.ts"

/** What came of files of criteria sets: the sets that can be used, and everything that is wrong or odd. */
export interface CriteriaCheck {
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly files: number
  /** A file that is missing, or no JSON: it was not even judged. */
  readonly unreadable: boolean
  readonly problems: ReadonlyArray<InputProblem>
  readonly warnings: ReadonlyArray<InputProblem>
}

const filesAt = async (path: string): Promise<ReadonlyArray<string>> => {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = await readdir(path, { recursive: true })
    return names
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => join(path, name))
  } catch {
    // Told when it is opened.
    return [path]
  }
}

/**
 * Reads files of criteria sets, amendments and provinces' own sets from disk, folders with everything below them.
 *
 * **Details** They are judged together: a set that one of them names must be among them, or in `given`.
 */
export const checkCriteriaFiles = async (
  paths: ReadonlyArray<string>,
  given: ReadonlyArray<CriteriaSet> = []
): Promise<CriteriaCheck> => {
  const names = [...new Set((await Promise.all(paths.map(filesAt))).flat())]
  const files = await Promise.all(
    names.map(async (name): Promise<CriteriaFile> => {
      const reading = new Reading(name)
      return { reading, json: await readJsonFile(reading) }
    })
  )
  const parsed = files.filter(({ reading }) => reading.problems.length === 0)
  const sets = readCriteriaFiles(parsed, given)
  return {
    sets: sets.map(({ set }) => set),
    files: files.length,
    unreadable: parsed.length < files.length,
    problems: files.flatMap(({ reading }) => reading.problems),
    warnings: files.flatMap(({ reading }) => reading.warnings)
  }
}
