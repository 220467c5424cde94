import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { isAbsolute, join } from "node:path"

/** Whether a password is in a set of breached ones; fails where the set cannot be read. */
export type Breached = (password: string) => Promise<boolean>

/** How long a service may take, in milliseconds: somebody waits for it. */
const TIMEOUT_MS = 5_000

/** So many letters of the hash say which part of the set is read; the service learns no more. */
const PREFIX = 5

/** Whether a place can be one: a service by https, or a folder by its whole path. */
export const isBreachedPlace = (place: string): boolean =>
  isAbsolute(place) || (URL.canParse(place) && new URL(place).protocol === "https:")

const partOf = async (place: string, prefix: string): Promise<string> => {
  if (isAbsolute(place)) return readFile(join(place, `${prefix}.txt`), "utf8")
  const answered = await fetch(`${place.replace(/\/?$/, "/")}${prefix}`, {
    redirect: "error",
    // Answers of one length, so that who looks on does not learn by it.
    headers: { "add-padding": "true" },
    signal: AbortSignal.timeout(TIMEOUT_MS)
  })
  if (!answered.ok) throw new Error(`the service of breached passwords answered ${answered.status}`)
  return answered.text()
}

/**
 * Looks passwords up in a set that an operator has, in the form of Pwned Passwords: parts by the first five letters of the SHA-1, each line the rest of it and
 * how often it was seen (0: padding).
 *
 * **Details** `place`: a folder of such parts (`00000.txt` …, as its downloader writes them), read without asking anybody; or a service that answers them
 * (k-anonymity). Null: none, and nothing is in it.
 */
export const makeBreached =
  (place: string | null): Breached =>
  async (password) => {
    if (place === null) return false
    const hash = createHash("sha1").update(password).digest("hex").toUpperCase()
    const rest = hash.slice(PREFIX)
    return (await partOf(place, hash.slice(0, PREFIX))).split(/\r?\n/).some((line) => {
      const [suffix, seen] = line.split(":")
      return suffix?.toUpperCase() === rest && seen !== "0"
    })
  }
