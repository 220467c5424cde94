import { execFile, execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"

interface Cruised {
  readonly modules: ReadonlyArray<{ readonly source: string }>
  readonly summary: {
    readonly violations: ReadonlyArray<{
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }>
  }
}

const folders = ["packages", "apps", "tooling", "test"]

/** Source files below `at`: as git lists them, or as they lie where there is no git. */
const sourceFiles = (at: string): number => {
  const git = existsSync(join(at, ".git"))
  const list = git
    ? execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", "packages", "apps"], {
        cwd: at,
        encoding: "utf8"
      })
    : execFileSync("find", ["packages", "apps", "-path", "*/node_modules", "-prune", "-o", "-type", "f", "-print"], {
        cwd: at,
        encoding: "utf8"
      })
  return list.split("\n").filter((file) => /\/src\/.+\.tsx?$/.test(file) && existsSync(join(at, file))).length
}

/**
 * Checks the directions of imports below `at`.
 *
 * **Gotchas** A cruiser that cannot read TypeScript finds no violation in nothing at all; so reading fewer files than
 * there are is a failure too.
 */
export const cruise = async (at: string): Promise<{ readonly ok: boolean; readonly output: string }> => {
  const args = [
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    ...folders.filter((folder) => existsSync(join(at, folder)))
  ]
  // It ends with another code than 0 where it found something: that is told by what it writes.
  const ran = await new Promise<{ readonly stdout: string; readonly stderr: string }>((resolve, reject) =>
    execFile("depcruise", args, { cwd: at, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) =>
      error !== null && typeof error.code !== "number" ? reject(error) : resolve({ stdout, stderr })
    )
  )
  if (ran.stdout === "") return { ok: false, output: ran.stderr }
  const cruised = JSON.parse(ran.stdout) as Cruised
  const read = cruised.modules.filter(({ source }) => /^(packages|apps)\/[^/]+\/src\/.+\.tsx?$/.test(source)).length
  const there = sourceFiles(at)
  const lines = cruised.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  if (read < there) lines.push(`read ${read} source files of ${there}`)
  return { ok: lines.length === 0, output: lines.join("\n") }
}
