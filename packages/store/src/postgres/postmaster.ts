import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { hasCode } from "./unavailable.ts"

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** "starting", "ready", "stopping" … */
  readonly status: string
}

const fileOf = (cluster: string): string => join(cluster, "postmaster.pid")

/** The server that last started on the cluster; null where none did, or it ended in order, or has not yet written its file in full. */
export const readPostmaster = (cluster: string): Postmaster | null => {
  let lines: ReadonlyArray<string>
  try {
    lines = readFileSync(fileOf(cluster), "utf8").split("\n")
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return null
    throw cause
  }
  const pid = Math.abs(Number(lines[0]))
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() } : null
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return hasCode(cause, "EPERM")
  }
}

/** Whether the process is a server on this cluster: after a power cut its number may be another program's. */
export const servesCluster = (pid: number, cluster: string): boolean => {
  if (!exists(pid)) return false
  if (existsSync("/proc/self/cwd")) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    } catch {
      return false
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(cluster)
}

/** Above every kernel's largest process number. */
const NOBODY = 2_147_483_646

/**
 * Frees a cluster whose `postmaster.pid` names a process that is not its server.
 *
 * **Details** PostgreSQL would refuse to start. Only the number is replaced: the rest of the file lets PostgreSQL see for itself
 * whether workers of the dead server still hold its shared memory.
 */
export const disown = (cluster: string): void => {
  const file = fileOf(cluster)
  const [, ...rest] = readFileSync(file, "utf8").split("\n")
  writeFileSync(file, [String(NOBODY), ...rest].join("\n"))
}
