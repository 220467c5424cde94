import { existsSync } from "node:fs"
import { join } from "node:path"

/**
 * Folder of the standards' own schemas (docs/open-formats.md says which files), or none: they are others' works and not part of this
 * repository. `NTM_STANDARDS` names another folder than the one beside the checkout.
 */
const folder = process.env["NTM_STANDARDS"] ?? join(import.meta.dirname, "../../../../../shared/data/standards")

/** Path of a schema file, null where it is not here. */
export const standardFile = (...path: ReadonlyArray<string>): string | null => {
  const file = join(folder, ...path)
  return existsSync(file) ? file : null
}
