import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject, onTestFinished } from "vitest"

/** The top of the workspace. */
export const root = join(import.meta.dirname, "..", "..")

/** The built programs. */
export const programs = {
  api: join(root, "apps", "api", "dist", "main.js"),
  ntm: join(root, "apps", "tui", "dist", "ntm.js")
} as const

/** The documents of the pilot province. */
export const documents = join(root, "packages", "reference", "data", "documents")

/** A new empty folder. Run as root, the database runs under another account, which must be able to enter. */
export const newFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `ntm-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/** Copies all that is in a folder, with its owners and rights. */
export const copyInto = (folder: string, from: string): void => {
  execFileSync("cp", ["-a", `${from}/.`, folder])
}

/** A new data folder in which a product has been before: it has its database and the pilot, and nothing that anybody did. */
export const loadedFolder = (name: string): string => {
  const folder = newFolder(name)
  copyInto(folder, inject("loaded"))
  return folder
}

/** A new empty folder, gone when the running test is over. */
export const folderOfTest = (name: string): string => {
  const folder = newFolder(name)
  onTestFinished(() => removeFolder(folder))
  return folder
}
