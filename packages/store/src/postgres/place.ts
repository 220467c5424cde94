import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { type Account, accountFor, canEnter } from "./account.ts"

/**
 * Where the files of the database that comes along are.
 *
 * `desk` is always `<data folder>/postgres` and holds what this program needs: `lock`, `password`, and `location` when the
 * server's own files had to go elsewhere. `home` holds what the server's account must reach: `cluster`, `run`, `server.log`,
 * and a copy of the binaries where one is needed. They are the same folder, save for root with a data folder below a closed
 * one (`/root` is 0700): then `home` is below `/var/lib/ntm`.
 */
export interface Place {
  readonly desk: string
  readonly home: string
  readonly account: Account
}

export const clusterOf = (place: Pick<Place, "home">): string => join(place.home, "cluster")
export const runOf = (place: Pick<Place, "home">): string => join(place.home, "run")
export const logOf = (place: Pick<Place, "home">): string => join(place.home, "server.log")

/** Where root keeps the files of servers whose data folder is closed to the server's account. */
const ELSEWHERE = "/var/lib/ntm"

/** Makes a folder and its parents; as root they are made enterable by others whatever the umask, since the server is another account. */
const makeFolder = (path: string): void => {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined || process.getuid?.() !== 0) return
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) chmodSync(folder, 0o755)
}

/** The folder with the lock; made when missing. */
export const deskIn = (dataDirectory: string): string => {
  const desk = join(resolve(dataDirectory), "postgres")
  makeFolder(desk)
  return realpathSync(desk)
}

interface Location {
  readonly path: string
  /** The desk for which it was written: a copied data folder must not share its original's database. */
  readonly desk: string
}

const readLocation = (desk: string): Location | null => {
  const file = join(desk, "location")
  if (!existsSync(file)) return null
  const [path, owner] = readFileSync(file, "utf8").split("\n")
  return path === undefined || path === "" || owner === undefined ? null : { path, desk: owner }
}

const writeLocation = (desk: string, path: string): void => {
  const file = join(desk, "location")
  writeFileSync(`${file}.new`, `${path}\n${desk}\n`)
  renameSync(`${file}.new`, file)
}

/** Whether `location` was copied along with the folder from a place that still uses it. */
const isCopied = (location: Location, desk: string): boolean =>
  location.desk !== desk && readLocation(location.desk)?.path === location.path

/**
 * Finds the place for a desk. Call it under the lock.
 *
 * **Gotchas** Deleting the data folder does not delete a `home` elsewhere; a new one is begun, and the old files stay for a person to judge.
 */
export const placeFor = (desk: string): Place => {
  const here = accountFor(join(desk, "cluster"))
  if (existsSync(join(desk, "cluster", "PG_VERSION"))) return { desk, home: desk, account: here }
  const location = readLocation(desk)
  if (location !== null && existsSync(location.path) && !isCopied(location, desk)) {
    if (location.desk !== desk) writeLocation(desk, location.path)
    return { desk, home: location.path, account: accountFor(join(location.path, "cluster")) }
  }
  if (canEnter(here, desk)) return { desk, home: desk, account: here }
  const home = join(ELSEWHERE, `${basename(dirname(dirname(desk)))}-${randomBytes(4).toString("hex")}`)
  makeFolder(home)
  writeLocation(desk, home)
  return { desk, home, account: here }
}
