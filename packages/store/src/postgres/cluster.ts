import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { giveTo, runAs } from "./account.ts"
import type { Binaries } from "./binaries.ts"
import { clusterOf, type Place } from "./place.ts"
import { PostgresUnavailable } from "./unavailable.ts"

/** The role and the database of this program in its own cluster. */
export const ROLE = "ntm"

const HALF_MADE = "cluster.new-"

/** A new cluster is made under another name and renamed when whole, so that this file says that it is whole. */
export const hasCluster = (place: Place): boolean => existsSync(join(clusterOf(place), "PG_VERSION"))

/** Removes what an interrupted first start left; what cannot be removed yet (its initdb still writes) goes next time. */
export const removeHalfMade = (place: Place): void => {
  for (const name of readdirSync(place.home)) {
    if (!name.startsWith(HALF_MADE)) continue
    try {
      rmSync(join(place.home, name), { recursive: true, force: true })
    } catch {
      continue
    }
  }
}

const passwordFile = (place: Place): string => join(place.desk, "password")

/** The password of this cluster; made before the cluster is, so that there is no cluster without one. */
export const passwordOf = (place: Place): string => {
  const file = passwordFile(place)
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : ""
  if (known !== "") return known
  if (hasCluster(place)) throw passwordMissing(place)
  const made = randomBytes(24).toString("hex")
  writeFileSync(`${file}.new`, `${made}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return made
}

export const passwordMissing = (place: Place): PostgresUnavailable =>
  new PostgresUnavailable({
    problem: "passwordMissing",
    vi: `Tệp mật khẩu ${passwordFile(place)} không còn hoặc không đúng với cơ sở dữ liệu ở ${clusterOf(place)}. Hãy khôi phục tệp này; nếu muốn bắt đầu lại từ đầu, chuyển thư mục ${place.home} đi nơi khác.`,
    en: `The password file ${passwordFile(place)} is gone or does not fit the database in ${clusterOf(place)}. Restore it; to begin anew, move ${place.home} away.`
  })

const runInitdb = (
  place: Place,
  binaries: Binaries,
  folder: string,
  passwordCopy: string,
  durable: boolean
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      join(binaries.directory, "initdb"),
      [
        `--pgdata=${folder}`,
        `--username=${ROLE}`,
        `--pwfile=${passwordCopy}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // macOS has no C.UTF-8; ICU sorts and compares in either case.
        process.platform === "darwin" ? "--locale=C" : "--locale=C.UTF-8",
        "--locale-provider=icu",
        "--icu-locale=vi-VN",
        "--no-instructions",
        ...(durable ? [] : ["--no-sync"])
      ],
      {
        ...runAs(place.account),
        stdio: ["ignore", "pipe", "pipe"],
        env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" }
      }
    )
    const said: Array<string> = []
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()))
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()))
    child.once("error", reject)
    child.once("close", (code) => {
      if (code === 0) return resolve()
      const tail = said.join("").trim().split("\n").slice(-4).join(" / ")
      reject(
        new PostgresUnavailable({
          problem: "initFailed",
          vi: `Không tạo được cơ sở dữ liệu ở ${place.home}: ${tail}`,
          en: `The database could not be made in ${place.home}: ${tail}`
        })
      )
    })
  })

const syncFolder = (path: string): void => {
  const folder = openSync(path, "r")
  fsyncSync(folder)
  closeSync(folder)
}

/** Makes the cluster: sorted in Vietnamese, entered by password only. Whatever interrupts it leaves no cluster at all. */
export const makeCluster = async (
  place: Place,
  binaries: Binaries,
  password: string,
  durable: boolean
): Promise<void> => {
  const folder = join(place.home, `${HALF_MADE}${randomBytes(4).toString("hex")}`)
  const passwordCopy = `${folder}.password`
  try {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(place.account, folder)
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    giveTo(place.account, passwordCopy)
    await runInitdb(place, binaries, folder, passwordCopy, durable)
    renameSync(folder, clusterOf(place))
    if (durable) syncFolder(place.home)
  } finally {
    rmSync(passwordCopy, { force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}
