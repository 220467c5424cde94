import { randomBytes } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"

const isMissing = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT"

/**
 * What a private file says, without the space around it; "" where there is none.
 *
 * **Gotchas** One that is there and cannot be read fails: taken as missing, it would be written over, and what it opens or seals be lost.
 */
export const readPrivate = async (path: string): Promise<string> => {
  try {
    return (await readFile(path, "utf8")).trim()
  } catch (cause) {
    if (isMissing(cause)) return ""
    throw cause
  }
}

/** What a file of this folder says, or what `make` makes of a first start; only the account of the program may read it. */
const kept = async (path: string, make: () => string): Promise<string> => {
  const known = await readPrivate(path)
  if (known !== "") return known
  const made = make()
  await writePrivate(path, made)
  return made
}

/** Writes a file that nobody else may read; one that is read meanwhile is whole. */
export const writePrivate = async (path: string, text: string): Promise<void> => {
  const half = `${path}.${randomBytes(4).toString("hex")}`
  await writeFile(half, `${text}\n`, { mode: 0o600, flag: "wx" })
  await rename(half, path)
}

/** The folder in which what opens this installation lies. */
export const secretsFolder = async (dataDirectory: string): Promise<string> => {
  const folder = join(dataDirectory, "secrets")
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Signs cookies and seals secrets: what was given, or one that is made at the first start. */
export const secretOf = async (given: string | null, dataDirectory: string): Promise<string> =>
  given ?? kept(join(await secretsFolder(dataDirectory), "session-secret"), () => randomBytes(48).toString("base64url"))
