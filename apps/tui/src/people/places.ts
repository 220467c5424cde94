import { dirname, join } from "node:path"
import type { Places } from "./credential.ts"

/** The folder of the checkout that holds this program: the nearest above that says so, whether it runs from `src` or from `dist`. */
const rootAbove = (folder: string): string => {
  const parts = folder.split(/[\\/]apps[\\/]tui[\\/]/)
  return parts[0] ?? dirname(folder)
}

/** Where this process finds what it shows to a server. */
export const placesOf = (env: Places["env"]): Places => ({ env, root: rootAbove(join(import.meta.dirname, "x")) })
