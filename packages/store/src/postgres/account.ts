import { spawnSync } from "node:child_process"
import { chownSync, statSync } from "node:fs"

/** The account that the server runs as; null: the one that runs this program. */
export type Account = { readonly uid: number; readonly gid: number } | null

/** "nobody" on Linux: PostgreSQL refuses to run as root, and a system user need not be made for it. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 }

/**
 * The account for the server whose files are at `cluster`.
 *
 * **Details** Only root can and must choose: the owner of an existing cluster (so that `sudo` after an ordinary start goes on
 * with the same files), else nobody.
 */
export const accountFor = (cluster: string): Account => {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? UNPRIVILEGED : { uid: owner.uid, gid: owner.gid }
}

/** Options for a child process that shall run as that account. A working directory that it may not enter would stop it. */
export const runAs = (account: Account): { readonly cwd: string; readonly uid?: number; readonly gid?: number } =>
  account === null ? { cwd: "/" } : { cwd: "/", ...account }

/** Gives a file or folder to the account. */
export const giveTo = (account: Account, path: string): void => {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

/** Whether the account can go through every folder down to `path`; asked by trying, since modes are not the whole truth. */
export const canEnter = (account: Account, path: string): boolean =>
  account === null || spawnSync("/bin/sh", ["-c", 'cd -- "$1" 2>/dev/null', "sh", path], runAs(account)).status === 0
