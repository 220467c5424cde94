import { spawn } from "node:child_process"
import { join } from "node:path"
import { cruise } from "./cruise.ts"
import { refuseEscapes } from "./escapes.ts"
import { root, say } from "./steps.ts"

interface Check {
  readonly name: string
  readonly run: () => Promise<{ readonly ok: boolean; readonly output: string }>
}

const command = (name: string, program: string, ...args: ReadonlyArray<string>): Check => ({
  name,
  run: () =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
      const chunks: Array<Buffer> = []
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
      child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk))
      child.on("error", reject)
      child.on("close", (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }))
    })
})

/**
 * The longest first, so that none is left alone at the end.
 *
 * **Details** Types are checked by what a program may see, not by package: package by package the domain was read nine times. The domain sees no Node, the
 * web a browser and another JSX, the journeys both.
 */
const checks: ReadonlyArray<Check> = [
  command("types", "tsc", "-p", "tooling/config/tsconfig.node.json"),
  command("types of the web", "tsc", "-p", "apps/web"),
  command("types of the domain", "tsc", "-p", "packages/domain"),
  command("types of the journeys", "tsc", "-p", "test"),
  command("answers of the API", process.execPath, join(root, "tooling/tasks/schemas.ts"), "--check"),
  { name: "imports", run: () => cruise(root) },
  command("unused files, exports and dependencies", "knip", "--no-config-hints"),
  command("lint", "oxlint"),
  command("format", "oxfmt", "--check", "."),
  { name: "no escapes in the domain", run: () => refuseEscapes(join(root, "packages/domain/src")) }
]

const AT_ONCE = 2

/** Types, lint, format, import directions, unused code; two at once. Tells each when it is done, with the output of those that fail. */
export const runChecks = async (): Promise<boolean> => {
  const waiting = checks.values()
  const one = async (): Promise<boolean> => {
    let ok = true
    for (const check of waiting) {
      const started = performance.now()
      const result = await check.run()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      say(
        `${result.ok ? "✓" : "✗"} ${check.name} (${seconds} s)`,
        `${result.ok ? "✓" : "✗"} ${check.name} (${seconds} s)`
      )
      if (!result.ok) console.error(result.output)
      ok &&= result.ok
    }
    return ok
  }
  return (await Promise.all(Array.from({ length: AT_ONCE }, one))).every((ok) => ok)
}
