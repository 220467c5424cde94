import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, join } from "node:path"

/** Where the program finds what it shows to a server. */
export interface Places {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Of this checkout: its data folder is the one below, unless another is named. */
  readonly root: string
}

/** The folder in which a person's own settings lie, on this platform. */
const configFolder = (env: Places["env"]): string =>
  join(env["XDG_CONFIG_HOME"] || (env["APPDATA"] ?? join(homedir(), ".config")), "ntm")

const tokensFile = ({ env }: Places): string => join(configFolder(env), "tokens.json")

const readTokens = async (places: Places): Promise<Readonly<Record<string, string>>> => {
  try {
    const read: unknown = JSON.parse(await readFile(tokensFile(places), "utf8"))
    if (typeof read !== "object" || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === "string")
    )
  } catch {
    return {}
  }
}

/** Keeps a token for a server, or forgets it for null; nobody else may read the file. */
export const keepToken = async (places: Places, server: string, token: string | null): Promise<void> => {
  const { [server]: _, ...others } = await readTokens(places)
  const path = tokensFile(places)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const half = `${path}.${process.pid}`
  await writeFile(half, `${JSON.stringify(token === null ? others : { ...others, [server]: token })}\n`, {
    mode: 0o600
  })
  await chmod(half, 0o600)
  await rename(half, path)
}

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** The key of whoever owns the data folder of this machine; null where it keeps none. */
const keyHere = async ({ env, root }: Places): Promise<string | null> => {
  const folder = env["NTM_DATA"] || join(root, ".ntm")
  const key = await readFile(join(folder, "secrets", "owner-key"), "utf8").catch(() => "")
  return key.trim() || null
}

/** The key of the data folder's owner; shown to this machine and to no other. */
const ownerKey = async (places: Places, server: string): Promise<string | null> =>
  loopback.test(new URL(server).hostname) ? keyHere(places) : null

/**
 * The server that is meant where nobody names one: on a machine that keeps no data of its own, that of the only sign-in; null for the usual one.
 */
export const serverSignedInTo = async (places: Places): Promise<string | null> => {
  const { env } = places
  if (env["NTM_SERVER"] || env["PORT"] || (await keyHere(places)) !== null) return null
  const [server, ...others] = Object.keys(await readTokens(places))
  return server !== undefined && others.length === 0 ? server : null
}

/** What is shown to a server: `NTM_TOKEN`, else the token of a sign-in, else on this machine the owner's key; null for nothing. */
export const credentialFor = async (places: Places, server: string): Promise<string | null> =>
  places.env["NTM_TOKEN"]?.trim() || ((await readTokens(places))[server] ?? (await ownerKey(places, server)))
