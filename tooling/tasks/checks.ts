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

const checks: ReadonlyArray<Check> = [
  command("types", "turbo", "run", "typecheck", "--output-logs=errors-only"),
  command("lint", "oxlint"),
  command("format", "oxfmt", "--check", "."),
  { name: "no escapes in the domain", run: () => refuseEscapes(join(root, "packages/domain/src")) },
  command("answers of the API", process.execPath, join(root, "tooling/tasks/schemas.ts"), "--check"),
  { name: "imports", run: () => cruise(root) },
  command("unused files, exports and dependencies", "knip", "--no-config-hints")
]

/** Types, lint, format, import directions, unused code. Tells each, with the output of those that fail. */
export const runChecks = async (): Promise<boolean> => {
  let ok = true
  for (const check of checks) {
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
