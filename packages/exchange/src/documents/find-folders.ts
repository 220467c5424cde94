import { readdir, realpath, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { Reading } from "../files/problem.ts"

/** A document's folder with the id that it goes by: its name, led by its parent's where two share one, or its whole path. */
export interface DocumentFolder {
  readonly folder: string
  readonly id: string
}

const has = async (folder: string, name: string): Promise<boolean> => {
  try {
    return (await stat(join(folder, name))).isFile()
  } catch {
    return false
  }
}

const within = async (reading: Reading, path: string): Promise<ReadonlyArray<string>> => {
  try {
    const found = await stat(path)
    if (found.isFile() && basename(path) === "document.json") return [dirname(path)]
    if (!found.isDirectory()) {
      reading.problem("", "phải là thư mục của văn bản", "must be the folder of a document")
      return []
    }
    if (await has(path, "document.json")) return [path]
    const folders: Array<string> = []
    for (const name of (await readdir(path)).toSorted()) {
      if (await has(join(path, name), "document.json")) folders.push(join(path, name))
    }
    if (folders.length > 0) return folders
    if (await has(path, "figures.json")) reading.problem("", "thiếu document.json", "document.json is missing")
    else
      reading.problem(
        "",
        "thư mục không có văn bản nào (document.json)",
        "the folder holds no document (document.json)"
      )
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT"
    if (missing) reading.problem("", "không có thư mục này", "there is no such folder")
    else reading.problem("", "không đọc được thư mục", "the folder cannot be read")
  }
  return []
}

/** Ways to call a folder, the shortest first; the last is its whole path, which no other has. */
const callings: ReadonlyArray<(folder: string) => string> = [
  (folder) => basename(folder),
  (folder) => join(basename(dirname(folder)), basename(folder)),
  (folder) => folder
]

/** Each folder by the shortest name that no other goes by. */
const named = (folders: ReadonlyArray<string>): ReadonlyArray<DocumentFolder> => {
  const counts = callings.map((call) => {
    const count = new Map<string, number>()
    for (const folder of folders) count.set(call(resolve(folder)), (count.get(call(resolve(folder))) ?? 0) + 1)
    return count
  })
  return folders.map((folder) => {
    const whole = resolve(folder)
    const names = callings.map((call) => call(whole))
    return { folder, id: names.find((name, at) => name !== "" && counts[at]?.get(name) === 1) ?? whole }
  })
}

/** The document folders that paths name: a document's own folder, or a folder of such. Each once, in the order given. */
export const findDocumentFolders = async (
  paths: ReadonlyArray<string>
): Promise<{ readonly folders: ReadonlyArray<DocumentFolder>; readonly problems: Reading["problems"] }> => {
  const problems: Reading["problems"] = []
  const folders = new Map<string, string>()
  for (const path of paths) {
    const reading = new Reading(path)
    for (const folder of await within(reading, path)) {
      const real = await realpath(folder).catch(() => resolve(folder))
      if (!folders.has(real)) folders.set(real, folder)
    }
    problems.push(...reading.problems)
  }
  return { folders: named([...folders.values()]), problems }
}
