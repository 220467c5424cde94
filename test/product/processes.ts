import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { until } from "./until.ts"

export interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

const fromProc = (): ReadonlyArray<ProcessEntry> =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8")
        // The second field is the name in brackets, which may hold blanks and brackets itself.
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
        if (state === "Z") return []
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim()
        return [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        // Ended between listing and reading.
        return []
      }
    })

const fromPs = (): ReadonlyArray<ProcessEntry> =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,command="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
      return command === undefined || state?.startsWith("Z") === true
        ? []
        : [{ pid: Number(pid), parent: Number(parent), command }]
    })

/** All processes that run now. A small machine has no `ps`, so the kernel's own table is read where there is one. */
export const processes = (): ReadonlyArray<ProcessEntry> => (existsSync("/proc/self/stat") ? fromProc() : fromPs())

/** `pid` and everything below it, and everything whose command line names `folder`: what a product on that folder consists of. */
export const belonging = (pid: number, folder: string): ReadonlyArray<ProcessEntry> => {
  const all = processes()
  const members = new Set([pid])
  for (const { command, pid: each } of all) if (command.includes(folder)) members.add(each)
  for (let size = -1; size !== members.size;) {
    size = members.size
    for (const each of all) if (members.has(each.parent)) members.add(each.pid)
  }
  return all.filter((each) => members.has(each.pid))
}

/** Waits until none of `pids` runs and no command line names `folder`. */
export const allGone = (pids: ReadonlyArray<number>, folder: string, within = 20_000): Promise<true> => {
  const left = () => processes().filter(({ command, pid }) => pids.includes(pid) || command.includes(folder))
  return until(`the end of every process on ${folder}`, () => left().length === 0, {
    within,
    seen: () =>
      left()
        .map(({ command, pid }) => `${pid} ${command.slice(0, 200)}`)
        .join("\n")
  })
}
