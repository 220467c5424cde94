import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** Comments that would switch the compiler or the linter off. Code that a domain of rules rests on has none. */
const escape = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/

/** Refuses a folder in which a source file holds such a comment, or which holds no source at all. Names the files. */
export const refuseEscapes = async (folder: string): Promise<{ readonly ok: boolean; readonly output: string }> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))
  const found = files.filter((_, index) => escape.test(texts[index] ?? ""))
  return { ok: found.length === 0 && files.length > 0, output: found.join("\n") }
}
