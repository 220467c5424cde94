import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"]
const macs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium"
]

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser of the Chromium family: `NTM_BROWSER`, or the first on PATH. Null where the machine has none. */
export const findBrowser = (): string | null => {
  const named = process.env["NTM_BROWSER"]
  if (named !== undefined && named !== "") return runs(named) ? named : null
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "")
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runs)
  return found ?? macs.find(runs) ?? null
}
